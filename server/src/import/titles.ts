import type { Area, Framework, SectionKind } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { gradePhrase } from '../model/judgements/gradePhrase.ts';
import { mayFit, patternMatch } from '../model/pattern.ts';
import { titleKey } from '../model/titleKey.ts';
import { areaAndGrade, wordsOf } from './areaAndGrade.ts';
import { joinedPieces, type Piece, parted, pieceOf } from './block.ts';
import type { PrintedLine } from './printedLine.ts';

/** A heading that the framework knows, over one line or several. */
export interface KnownHeading {
  readonly lines: number;
  readonly title: readonly Piece[];
  /** The grade under it, on lines of its own or after the title. */
  readonly grade: readonly Piece[];
  readonly kinds: readonly SectionKind[];
  readonly area: Area | undefined;
  /** Whether the title says the grade itself. */
  readonly isStatement: boolean;
  /** The area’s number or id, where its name within the title does not say to the markup that it is meant. */
  readonly areaMark?: string;
}

/** Titles and grades are at most so many lines of print. */
const mostLines = 6;

/** The heading that begins at a line, by the framework's titles, areas and sentences; the longest that fits. */
export function knownHeadingAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
): KnownHeading | undefined {
  const index = frameworkIndex(framework);
  const first = lines[at]?.text ?? '';
  if (!/^[\p{Lu}‘“]/u.test(first)) return undefined;
  let found: KnownHeading | undefined;
  const pieces: Piece[] = [];
  for (let count = 1; count <= mostLines; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || /^\d{1,3}\. /.test(line.text)) break;
    pieces.push(pieceOf(line));
    const words = joinedPieces(pieces);
    if (words.length > 240) break;
    const key = titleKey(words);
    const base = { lines: count, title: [...pieces], grade: [], kinds: [], area: undefined, isStatement: false };
    const graded = areaHeading(key, [...pieces], framework, piece => lines[at + piece]?.isFull === true);
    const kinds = index.kindsByTitle.get(key);
    if (graded !== undefined) found = { ...base, ...graded };
    else if (kinds !== undefined) found = { ...base, kinds };
    else if (isStatement(words, framework)) found = { ...base, isStatement: true };
    else if (judgementAbout.test(words)) found = labelledArea(words, base, framework) ?? found;
    else {
      const wild = index.kindsByWildcard.find(({ expression }) => expression.test(key));
      if (wild !== undefined && gradePhrase(framework, predicateOf(key), 0, false)?.grade !== undefined)
        found = { ...base, kinds: [wild.kind] };
    }
  }
  return found;
}

/** An area's title, alone or with a grade after it. `isFullAt`: whether a piece's line is full. */
function areaHeading(
  key: string,
  pieces: readonly Piece[],
  framework: Framework,
  isFullAt: (piece: number) => boolean,
): Pick<KnownHeading, 'title' | 'grade' | 'area' | 'isStatement'> | undefined {
  const { areaByName, gradeByName } = frameworkIndex(framework);
  const isUnderGrade = isGradeBegun(pieces[0], framework);
  let isBegun = false;
  for (const [name, area] of areaByName) {
    isBegun ||= isUnderGrade || key.split(' ', 2).join(' ') === name.split(' ', 2).join(' ');
    if (!key.startsWith(name) || !isHeadingOf(name, area)) continue;
    const rest = key.slice(name.length);
    if (rest === '') return { title: pieces, grade: [], area, isStatement: false };
    const [mark] = /^(?: (?:is|are):| [–—-]| ?:)? /.exec(rest) ?? [];
    if (mark === undefined) continue;
    const predicate = rest.slice(mark.length);
    const isGrade = gradeByName.has(predicate);
    if (!isGrade && (mark !== ' ' || gradePhrase(framework, predicate, 0, false)?.grade === undefined)) continue;
    const [title, grade] = parted(pieces, name.split(' ').length);
    // What a title requires may be its own verb, which found no room on its line.
    const isVerb = /^require/.test(predicate) && isFullAt(title.length - 1);
    const isOwnLine = grade[0]?.line !== title.at(-1)?.line && !isVerb;
    const isApart = isGrade && mark === ' ' && (isOwnLine || /^\p{Lu}/u.test(grade[0]?.text ?? ''));
    return isApart ? { title, grade, area, isStatement: false } : { title: pieces, grade: [], area, isStatement: true };
  }
  if (!isBegun) return undefined;
  const words = wordsOf(pieces);
  for (const area of framework.areas) {
    const parts = areaAndGrade(words, area, framework, { mayBeFirst: isUnderGrade });
    if (parts !== undefined) return { title: parts.area, grade: parts.grade, area, isStatement: false };
  }
  return undefined;
}

/** Whether a line holds the first words of a grade and no more: those of a narrow cell beside the title. */
function isGradeBegun(first: Piece | undefined, { scale }: Framework): boolean {
  if (first === undefined || first.text.length > longestStart) return false;
  const start = `${titleKey(first.text)} `;
  return scale.some(({ names }) => names.some(name => titleKey(name).startsWith(start)));
}

const longestStart = 32;

/** A grade with more words before its area than the area’s name: *Graded judgement about care leavers: good*. */
const judgementAbout = /^(?:the )?(?:graded )?judge?ment (?:for|about|of|on) (?<area>[^:]+): (?<grade>[^:]+)$/i;

function labelledArea(words: string, base: KnownHeading, framework: Framework): KnownHeading | undefined {
  const { areaByName, gradeByName } = frameworkIndex(framework);
  const { area: name = '', grade = '' } = judgementAbout.exec(words)?.groups ?? {};
  const area = areaByName.get(titleKey(name));
  if (area === undefined || !gradeByName.has(titleKey(grade))) return undefined;
  return { ...base, area, isStatement: true, areaMark: area.number ?? area.id };
}

/** Whether an area's name is one that a heading has; other names are for sentences. */
function isHeadingOf(name: string, { title, headings }: Area): boolean {
  return [title, ...headings].some(heading => titleKey(heading) === name) || name.startsWith('the experience');
}

/** Whether some words are one of the framework's judgement sentences, with a grade. */
function isStatement(words: string, framework: Framework): boolean {
  return framework.statements.some(pattern => {
    if (pattern.source.startsWith('{') || !mayFit(pattern, words, 0)) return false;
    const predicate = patternMatch(pattern, words.replace(/\.?(?:\[\^\d+\])?$/, ''))?.groups?.predicate;
    return predicate !== undefined && gradePhrase(framework, predicate, 0, pattern.plural)?.grade !== undefined;
  });
}

/** A sentence from its verb on. */
function predicateOf(key: string): string {
  return /\b(?:is|are|requires?) .*$/.exec(key)?.[0] ?? '';
}
