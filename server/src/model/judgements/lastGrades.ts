import { addToGroup } from '../../text/lists.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { statementsWith } from '../claims/kindredStatements.ts';
import type { Area, Grade } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Report } from '../report.ts';
import { titleKey } from '../titleKey.ts';
import { sentencesOf } from '../words/prose.ts';
import { wordId } from '../words/proseReading.ts';
import { idAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { WordKind } from '../words/wordKinds.ts';
import { areaOf, earlierGrades, gradeOf, type SaidGrade } from './saidGrades.ts';

/** What running text says of the last inspection: how an area, or all together, was judged. */
interface LastGrade {
  readonly area: Area;
  readonly grade: Grade;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Where running text says of the last inspection that an area, or all together, was judged otherwise than another place
 * says.
 */
export function lastGrades(report: Report): SaidGrade[] {
  const said = new Map<string, LastGrade[]>();
  const year = lastYear(report);
  const statements = statementsOf(report);
  for (const at of statementsWith(report, WordKind.past)) {
    for (const own of gradesIn(report, statements[at] as Statement, year)) addToGroup(said, own.area.id, own);
  }
  if (said.size === 0) return [];
  const listed = earlierGrades(report);
  return [...said.values()].flatMap(all => contraryIn(all, listed.get(all[0]?.area.id ?? '')));
}

/** Those that differ from what is listed; where nothing is, from what most others say, or the first. */
function contraryIn(
  all: readonly LastGrade[],
  known: { grade: Grade; places: readonly Span[] } | undefined,
): SaidGrade[] {
  const byGrade = new Map<string, LastGrade[]>();
  for (const own of all) addToGroup(byGrade, own.grade.id, own);
  const [most] = [...byGrade.values()].sort((a, b) => b.length - a.length);
  const usual = known?.grade ?? most?.[0]?.grade;
  if (usual === undefined) return [];
  const places = [...(known?.places ?? []), ...(byGrade.get(usual.id) ?? [])];
  return all
    .filter(({ grade }) => grade.id !== usual.id)
    .map(own => ({ ...own, isEarlier: true, isListed: known !== undefined, listed: usual, places }));
}

const judged = / (?:was|were) (?:judged|graded) (overall )?(?:to be |as |to )?/gi;
/** Who was judged stands at the end of what stands before, after what joins it to that; so far it is looked for. */
const joint = /[,.;:] ?|\b(?:when|while|and|but|since|although|as|where|that) /i;
const farthest = 80;
/** Who is judged where all together are; these, of whom it is not plain, with *overall* alone. */
const ofAll = /^(?:services|(?:local )?children's (?:social care )?services|the (?:local )?authority|the council)$/;
const ofMany = /^(?:they|it|these|all)$/;

function* gradesIn(
  report: Report,
  { sentence, area: section }: Statement,
  year: number | undefined,
): Generator<LastGrade> {
  const { source } = report.document;
  const { from } = sentence;
  const written = source.slice(from, Math.min(sentence.to, from + longest));
  if (!/inspection/i.test(written)) return;
  // (A line’s end, with the indentation of the next, is one blank.)
  const text = singleSpaced(written).replaceAll('’', "'");
  const spanOf = (start: number, end: number): Span & { words: string } => ({
    words: text.slice(start, end),
    from: from + placeIn(written, start),
    to: from + placeIn(written, end),
  });
  if (!ofLast.test(text) || isOfAnotherYear(text, year)) return;
  for (const match of text.matchAll(judged)) {
    const start = match.index + match[0].length;
    const found = gradeAt(report, text, start);
    if (found === undefined) continue;
    const { grade, end } = found;
    const isOverall = match[1] !== undefined || / overall\b/.test(text.slice(end, end + 9));
    const who = titleKey(
      text
        .slice(Math.max(0, match.index - farthest), match.index)
        .split(joint)
        .at(-1) ?? '',
    );
    // (In an area’s own section *services* are those of the area.)
    const isOfAll = isOverall ? ofAll.test(who) || ofMany.test(who) : section === undefined && ofAll.test(who);
    const area = isOfAll ? frameworkIndex(report.framework).overall : areaOf(report.framework, who);
    if (area !== undefined) yield { area, grade, ...spanOf(start, end) };
  }
  // *The previous inspection, in 2014, judged them to be inadequate.*
  const active = judgedThem.exec(text);
  if (active === null || !isOfAllThen(report, section)) return;
  const start = active.index + active[0].length;
  const found = gradeAt(report, text, start);
  const area = frameworkIndex(report.framework).overall;
  if (found === undefined || area === undefined) return;
  yield { area, grade: found.grade, ...spanOf(start, found.end) };
}

/** Where a place of a text stands before its blanks were made one each. */
function placeIn(written: string, place: number): number {
  let at = 0;
  for (let left = place; left > 0 && at < written.length; left--) {
    if (/\s/.test(written.charAt(at))) while (/\s/.test(written.charAt(at + 1))) at++;
    at++;
  }
  return at;
}

const judgedThem =
  /\b(?:last|previous) (?:\w+ )?inspection,?(?: in (?:\w+ )?\d{4},?)? (?:had )?(?:judged|graded) (?:them|(?:children's )?services|the (?:local )?authority|the council) (?:overall )?(?:to be |as |to )/i;

/** Whether *them* may be all services: where an area’s own are meant, all were judged as it was. */
function isOfAllThen(report: Report, section: string | undefined): boolean {
  if (section === undefined) return true;
  const listed = earlierGrades(report);
  const overall = listed.get(frameworkIndex(report.framework).overall?.id ?? '');
  return overall !== undefined && overall.grade.id === listed.get(section)?.grade.id;
}

/** A longer sentence is a list. */
const longest = 600;
const ofLast = /\b(?:last|previous) (?:\w+ )?inspection\b/i;

/** The grade whose words begin at a place; nothing of *good or outstanding*. */
function gradeAt({ framework }: Report, text: string, start: number): { grade: Grade; end: number } | undefined {
  const words = /^[a-z]+(?: [a-z]+){0,4}/i.exec(text.slice(start, start + 60))?.[0].split(' ') ?? [];
  for (let count = words.length; count > 0; count--) {
    const own = words.slice(0, count).join(' ');
    const grade = gradeOf(framework, own);
    if (grade !== undefined) return words[count] === 'or' ? undefined : { grade, end: start + own.length };
  }
  return undefined;
}

/** Whether a sentence names a year in which the last inspection was not, or may not have been. */
function isOfAnotherYear(text: string, year: number | undefined): boolean {
  const years = text.match(yearWord) ?? [];
  return years.length > 1 || (year !== undefined && years.length === 1 && Number(years[0]) !== year);
}

const yearWord = /\b(?:19|20)\d\d\b/g;

/** The year of the last inspection, as the section on it tells it. */
function lastYear(report: Report): number | undefined {
  for (const { paragraph, from, to, prose, first, last } of sentencesOf(report)) {
    if (report.sections[paragraph.section ?? -1]?.role !== 'history') continue;
    for (let at = first; at < last; at++) {
      if (idAt(prose, at) !== inspection) continue;
      const year = report.document.source.slice(from, to).match(yearWord)?.at(-1);
      if (year !== undefined) return Number(year);
      break;
    }
  }
  return undefined;
}

const inspection = wordId('inspection');
