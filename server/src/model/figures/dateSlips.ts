import { weightsOf } from '../claims/kindredStatements.ts';
import type { Report } from '../report.ts';
import { hasWordOf, isBlankGap, wordAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { WrittenDate } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { type FiguredBlock, figuredBlocks, inSentence } from './figures.ts';

/** A month in a sentence that has no other date, and says in what month something was. */
interface MonthPlace extends FigurePlace {
  readonly figure: WrittenDate;
  readonly statement: Statement;
}

/** So much must two sentences have in common, in bits, and such a share of the one that says less. */
const leastScore = 14;
const leastShare = 0.4;

/** The same month of two years side by side, in two sentences that speak of the same: a slip of one digit. */
export function dateSlips(report: Report): FigureConflict[] {
  const byMonth: (MonthPlace[] | undefined)[] = new Array(13);
  const weights = weightsOf(report);
  const conflicts: FigureConflict[] = [];
  const blocks = figuredBlocks(report);
  let next = 0;
  for (const statement of statementsOf(report)) {
    if ((statement.kinds & WordKind.year) === 0) continue;
    while ((blocks[next]?.index ?? Infinity) < statement.sentence.block) next++;
    const block = blocks[next];
    const place = block?.index === statement.sentence.block ? monthIn(block, statement) : undefined;
    if (place === undefined) continue;
    const month = place.figure.month as number;
    const alike = byMonth[month] ?? [];
    byMonth[month] = alike;
    for (const other of alike) {
      if (Math.abs(other.figure.year - place.figure.year) !== 1) continue;
      if (other.statement.sentence.paragraph === statement.sentence.paragraph) continue;
      if (countOthers(other, place)) continue;
      const shared = sharedBy(other.statement, statement, weights);
      if (shared !== undefined) conflicts.push({ one: other, other: place, shared, fact: undefined });
    }
    if (alike.length < mostAlike) alike.push(place);
  }
  return conflicts;
}

/** Words of what has another figure at another time. */
const timed = idSet(
  `compared from between than until increase increased decrease decreased rise risen rose fall fallen fell reduction reduced
  up down previous previously again annual every each second third another`,
);

function monthIn(block: FiguredBlock, statement: Statement): MonthPlace | undefined {
  const [date, another] = inSentence(block.dates, statement.sentence);
  if (date === undefined || another !== undefined || date.month === undefined || date.day !== undefined)
    return undefined;
  const { first, last } = statement.sentence;
  if (hasWordOf(block.prose, first, last, timed)) return undefined;
  return { block, figure: date, statement };
}

/** *Twelve were mended in the year to March 2020*, *in that to March 2021, 19 were*: what has other numbers in both is no one thing. */
function countOthers(one: MonthPlace, other: MonthPlace): boolean {
  const [ones, others] = [one, other].map(({ block, statement }) =>
    inSentence(block.figures, statement.sentence)
      .filter(({ kind }) => kind !== 'label' && kind !== 'age')
      .map(({ value }) => value),
  ) as [number[], number[]];
  return ones.length > 0 && others.length > 0 && !ones.some(value => others.includes(value));
}

function sharedBy(one: Statement, other: Statement, weights: Float64Array): string[] | undefined {
  const keys = keysOf(one);
  const others = keysOf(other);
  let score = 0;
  let weight = 0;
  let otherWeight = 0;
  const words: string[] = [];
  for (const [key, at] of keys) {
    weight += weights[key] as number;
    if (!others.has(key)) continue;
    if (areApart(one, at, keys, other, others.get(key) as number, others)) return undefined;
    score += weights[key] as number;
    words.push(wordAt(one.topics.prose, at));
  }
  for (const key of others.keys()) otherWeight += weights[key] as number;
  return score < leastScore || score < leastShare * Math.min(weight, otherWeight) ? undefined : words;
}

/** *The phonics programme*, *the spelling programme*: each has a word before the same that the other has not. */
function areApart(
  one: Statement,
  at: number,
  keys: ReadonlyMap<number, number>,
  other: Statement,
  otherAt: number,
  others: ReadonlyMap<number, number>,
): boolean {
  const before = isBlankGap(one.topics.prose, at - 1) ? keyOfWord(one.topics.codes, at - 1) : 0;
  const otherBefore = isBlankGap(other.topics.prose, otherAt - 1) ? keyOfWord(other.topics.codes, otherAt - 1) : 0;
  return before !== 0 && otherBefore !== 0 && !others.has(before) && !keys.has(otherBefore);
}

/** By what the words of a statement are compared, each with the place where it stands first; months and numbers left out. */
function keysOf({ sentence: { first, last }, topics: { codes } }: Statement): Map<number, number> {
  const keys = new Map<number, number>();
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    const isMonth = at + 1 < last && (kindsOfWord(codes, at + 1) & WordKind.year) !== 0;
    if (key !== 0 && !isMonth && (kindsOfWord(codes, at) & WordKind.number) === 0 && !keys.has(key)) keys.set(key, at);
  }
  return keys;
}
