import { singleSpaced } from '../../text/singleSpaced.ts';
import { firstWhere } from '../../text/text.ts';
import type { Report } from '../report.ts';
import { proseOf } from '../words/prose.ts';
import { gapAfter, idAt, sentenceAt, sentenceBefore } from '../words/proseWords.ts';
import { endOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';
import { type FiguredBlock, figuresOf } from './figures.ts';

/** A figure and where it stands. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly block: FiguredBlock;
}

const word = idsOf(
  'of',
  'whom',
  'which',
  'these',
  'them',
  'this',
  'number',
  'children',
  'age',
  'aged',
  'live',
  'the',
  'in',
);
/** After *of these* one of these words, or none, shows that nothing else is counted: *of these had a plan*. */
const verbs = idSet('had were was have has are is did do could would received contained showed led lived live');

/** *130 of the 120 children*: what follows shows that the second is a number of things. */
export function isWholeOf(block: FiguredBlock, part: Figure, whole: Figure): boolean {
  return (
    /^ (?:out of|of the|of all|of a total of|of) (?:the )?$/.test(between(block, part, whole)) &&
    /^ (?:\p{Ll}|\(\d)/u.test(block.prose.text.slice(whole.to, whole.to + 3))
  );
}

/** Whether a number opens its sentence as a whole: *Of 120 children*, *Of the 96 pupils*. */
export function isOpening({ prose }: FiguredBlock, { first }: Figure): boolean {
  const sentence = sentenceAt(prose, first);
  if (idAt(prose, sentence.first) !== word.of) return false;
  return first === sentence.first + 1 || (first === sentence.first + 2 && idAt(prose, first - 1) === word.the);
}

/** Whether a figure is a number of things, and not of none. */
export function isCount(figure: Figure | undefined): figure is Figure {
  return figure?.kind === 'count' && figure.value > 0;
}

/** Whether a number is that of a fraction, and counts nothing itself: *two thirds*, *one in four*. */
export function isOfFraction({ prose, figures }: Pick<FiguredBlock, 'prose' | 'figures'>, i: number): boolean {
  const figure = figures[i];
  if (figure === undefined) return false;
  const after = idAt(prose, figure.last);
  return fractionNames.has(after) || (after === word.in && figures[i + 1]?.first === figure.last + 1);
}

const fractionNames = idSet(
  'half halves third thirds quarter quarters fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths',
);

/** What stands between two figures of one block, its blanks as one each. */
export function between({ prose: { text } }: FiguredBlock, one: Figure, other: Figure): string {
  return singleSpaced(text.slice(one.to, other.from));
}

/** *58 of 60*, *36 out of the 409*. */
export function isOutOf(block: FiguredBlock, part: Figure, whole: Figure): boolean {
  return (
    /^ (?:out )?of (?:the |a total of |all |its )?$/.test(between(block, part, whole)) && whole.value >= part.value
  );
}

/** Whether a percentage says of a number what share it is: *271 (or 52%)*, *36 of the 409 (9%)*. */
export function isShareOf(block: FiguredBlock, count: Figure, percentage: Figure): boolean {
  return /^(?: of (?:these|them))? ?[(–]? ?(?:or |, or )?$/.test(between(block, count, percentage));
}

/** Whether a figure is called approximate: *about 60*, *more than half*. */
export function isApproximate({ prose }: FiguredBlock, { first }: Figure): boolean {
  return approximations.has(idAt(prose, first - 1));
}

const approximations = idSet(
  'about approximately around over nearly almost under roughly some than to least circa most',
);

/** Whether *of whom* or *of which* stands before a word. */
export function isOfWhom({ prose }: FiguredBlock, at: number): boolean {
  const before = idAt(prose, at - 1);
  return (before === word.whom || before === word.which) && idAt(prose, at - 2) === word.of;
}

/** Whether a number is one of those just counted: *71 of them*, *203 of these (90%)*, *71 of these had a plan*. */
export function isOfThese({ prose }: FiguredBlock, { first, last, to }: Figure): boolean {
  // (*612 staff (2013: 640). Of these, …*: that sentence is none of the number’s.)
  if (idAt(prose, last) !== word.of || last >= sentenceAt(prose, first).last) return false;
  const pronoun = idAt(prose, last + 1);
  if (pronoun === word.them) return true;
  if (pronoun !== word.these) return false;
  const after = prose.text.slice(endOfWord(prose.words, last + 1, to)).slice(0, 3);
  return /^\s?[(,.;]/.test(after) || verbs.has(idAt(prose, last + 2));
}

/** What *of these* speaks of: the one number of things before it in its sentence, or in the sentence before. */
function wholeOfThese(block: FiguredBlock, part: Figure): PlacedFigure | undefined {
  const { prose, figures } = block;
  const sentence = sentenceAt(prose, part.first);
  const before = sentenceBefore(prose, sentence);
  for (const [first, last] of [
    // (*Two men accounted for 87 of these*: what a clause speaks of is not counted in it.)
    [sentence.first, clauseStart(block, sentence.first, part.first)],
    [before?.first ?? 0, before?.last ?? 0],
  ] as const) {
    let figure: Figure | undefined;
    for (let at = firstWhere(figures.length, i => (figures[i] as Figure).first >= first); at < figures.length; at++) {
      const own = figures[at] as Figure;
      if (own.last > last) break;
      if (!isCount(own)) continue;
      // Of several it is not known which is meant.
      if (figure !== undefined) return undefined;
      figure = own;
    }
    if (figure !== undefined) return { figure, block };
  }
  return undefined;
}

/** Where the clause begins that holds a word, the last of its sentence up to it. */
function clauseStart({ prose }: FiguredBlock, first: number, word: number): number {
  let at = word;
  const least = Math.max(first, word - longestClause);
  while (at > least && !/[,;:(–—]/.test(gapAfter(prose, at - 1)) && !junctions.has(idAt(prose, at))) at--;
  return at;
}

/** A longer clause is a list. */
const longestClause = 40;
const junctions = idSet('and but while whereas although though');

/** Whether two figures of one block stand in one sentence. */
export function isInOneSentence({ prose }: FiguredBlock, one: Figure, other: Figure): boolean {
  return sentenceAt(prose, one.first) === sentenceAt(prose, other.first);
}

/** Whether a number opens what stands after a mark as a whole: *: of the 96 pupils*. */
function opensAfter({ prose }: FiguredBlock, { first }: Figure, mark: RegExp): boolean {
  const of = idAt(prose, first - 1) === word.the ? first - 2 : first - 1;
  return of > 0 && idAt(prose, of) === word.of && mark.test(gapAfter(prose, of - 1));
}

/**
 * The whole of which a number is a part: by *of whom*, by *of these*, by *Of the 96 pupils*, or by the list in which it
 * stands.
 */
export function wholeOf(report: Report, block: FiguredBlock, i: number, first = i): PlacedFigure | undefined {
  const part = block.figures[i] as Figure;
  const { prose, figures } = block;
  const before = figures[first - 1];
  const start = (figures[first] as Figure).first;
  if (isOfWhom(block, start))
    return isCount(before) && isInOneSentence(block, before, part) ? { figure: before, block } : undefined;
  if (isOfThese(block, part)) return wholeOfThese(block, part);
  const sentence = sentenceAt(prose, part.first);
  const opens = idAt(prose, sentence.first) === word.of;
  const opening = figures[firstWhere(figures.length, at => (figures[at] as Figure).first >= sentence.first)];
  const article = idAt(prose, sentence.first + 1);
  if (opens && isCount(opening) && opening.first < start) {
    const isOpening =
      opening.first === sentence.first + 1 || (opening.first === sentence.first + 2 && article === word.the);
    return isOpening ? { figure: opening, block } : undefined;
  }
  if (opens && (article === word.these || (article === word.this && idAt(prose, sentence.first + 2) === word.number)))
    return opening === figures[first] ? wholeBefore(report, block, sentence.first) : undefined;
  if (start === 0) return wholeOfList(report, block);
  const afterColon = figures
    .slice(Math.max(0, first - mostParts), first)
    .findLast(figure => figure.first >= sentence.first && isCount(figure) && opensAfter(block, figure, /[:;]\s*$/));
  if (afterColon !== undefined) return { figure: afterColon, block };
  // *At key stage 4, of 130 pupils who took exams, 22 (17%) did well*
  return before !== undefined && before.first >= sentence.first && isCount(before) && opensAfter(block, before, /,\s*$/)
    ? { figure: before, block }
    : undefined;
}

/** So many numbers may stand between a whole and its parts. */
const mostParts = 30;

/** How far up a list its whole may stand. */
const longestList = 15;

/** The whole of a list whose items begin with numbers: it stands where *of this number* opens the list. */
function wholeOfList(report: Report, block: FiguredBlock): PlacedFigure | undefined {
  for (let index = block.index - 1; index >= Math.max(0, block.index - longestList); index--) {
    const prose = proseOf(report, index);
    if (prose === undefined || report.document.blocks[index]?.kind === 'footnote') {
      if (report.document.blocks[index]?.kind === 'heading') return undefined;
      continue;
    }
    const { sentences } = prose;
    const opening = sentences.findLast(
      ({ first }) =>
        idAt(prose, first) === word.of &&
        idAt(prose, first + 1) === word.this &&
        idAt(prose, first + 2) === word.number,
    );
    if (opening !== undefined) return wholeBefore(report, { ...placedAt(report, index), prose }, opening.first);
    const placed = placedAt(report, index);
    const own = wholeNamed({ ...placed, prose });
    if (own !== undefined) return own;
    if (placed.figures[0]?.first !== 0) return undefined;
  }
  return undefined;
}

/** *Of the 350:*, *Of these 350 children:*, by which a block leads in to a list. */
function wholeNamed(block: FiguredBlock): PlacedFigure | undefined {
  const { prose, figures } = block;
  const last = prose.sentences.at(-1);
  if (last === undefined || !prose.text.trimEnd().endsWith(':') || idAt(prose, last.first) !== word.of)
    return undefined;
  const figure = figures.find(({ first }) => first > last.first);
  const article = idAt(prose, last.first + 1);
  const isFirst =
    figure?.first === last.first + 1 ||
    (figure?.first === last.first + 2 && (article === word.the || article === word.these));
  return figure !== undefined && isFirst && isCount(figure) ? { figure, block } : undefined;
}

function placedAt(report: Report, index: number): Omit<FiguredBlock, 'prose'> {
  return { ...figuresOf(report, index), index, base: report.document.starts[index] ?? 0 };
}

/** The first number of what stands before a word: in its block, or in the block before. */
function wholeBefore(report: Report, block: FiguredBlock, at: number): PlacedFigure | undefined {
  const own = block.figures.find(figure => isCount(figure) && figure.first < at);
  if (own !== undefined) return { figure: own, block };
  if (at > 0) return undefined;
  const index = block.index - 1;
  const prose = proseOf(report, index);
  if (prose === undefined) return undefined;
  const before = placedAt(report, index);
  const figure = before.figures.find(isCount);
  return figure && { figure, block: { ...before, prose } };
}

/**
 * The number of children who live in the area: *Approximately 56,593 children and young people under the age of 18 years
 * live in …*.
 */
export function populationOf(blocks: readonly FiguredBlock[]): PlacedFigure | undefined {
  for (const block of blocks) {
    const { prose, figures } = block;
    const figure = figures.find(isCount);
    if (figure === undefined || figure.value < fewestPeople || idAt(prose, figure.last) !== word.children) continue;
    let isAged = false;
    for (let i = figure.last; i < figure.last + 14; i++) {
      const own = idAt(prose, i);
      if (own === word.age || own === word.aged) isAged = true;
      else if (own === word.live && isAged) return { figure, block };
    }
  }
  return undefined;
}

const fewestPeople = 1000;
