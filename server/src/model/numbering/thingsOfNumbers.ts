import { topicsOf } from '../claims/topics.ts';
import type { Figure, WrittenDate } from '../figures/figure.ts';
import type { FigurePlace } from '../figures/figureConflict.ts';
import type { Report } from '../report.ts';
import type { Prose } from '../words/prose.ts';
import type { ProseSentence } from '../words/proseReading.ts';
import { idAt, isBlankGap, sentenceAt } from '../words/proseWords.ts';
import { keyOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';

/** A number with where it stands. */
interface PlacedNumber extends FigurePlace {
  readonly figure: Figure;
}

const word = idsOf('of');
/** So many words before a number and after it tell what it is of, however long their sentence is. */
const reach = 100;

/**
 * *The housing team*, *the edge of care team*; *£2.4 million in early help*, *£4.2 million in care homes*: what is said of
 * one thing, or after a number, has words in each that the other’s sentence has not.
 */
export function areOfTwoThings(
  report: Report,
  one: PlacedNumber,
  other: PlacedNumber,
  keys: ReadonlySet<number>,
  others: ReadonlySet<number>,
): boolean {
  const [own, otherOwn] = [phrasesOf(report, one), phrasesOf(report, other)];
  for (const [head, before] of own) {
    const otherBefore = otherOwn.get(head);
    if (otherBefore !== undefined && hasMore(before, others) && hasMore(otherBefore, keys)) return true;
  }
  const [purpose, otherPurpose] = [purposeOf(report, one), purposeOf(report, other)];
  return purpose.some(key => !others.has(key)) && otherPurpose.length > 0 && !otherPurpose.some(key => keys.has(key));
}

function hasMore(own: readonly number[], others: ReadonlySet<number>): boolean {
  return own.some(key => !others.has(key));
}

/** By the key of each word the keys of the words that narrow it down before it, joined by nothing but blanks or *of*. */
function phrasesOf(report: Report, { block, figure }: FigurePlace): Map<number, readonly number[]> {
  const phrases = new Map<number, readonly number[]>();
  const topics = topicsOf(report).ofBlock[block.index];
  const { first, last } = wordsAround(block.prose, figure);
  let before: number[] = [];
  for (let at = first; topics !== undefined && at < last; at++) {
    const key = keyOfWord(topics.codes, at);
    if (key === 0 && idAt(block.prose, at) !== word.of) before = [];
    if (key === 0) continue;
    if (before.length > 0 && !phrases.has(key)) phrases.set(key, before.slice(-longestName));
    before = isBlankGap(block.prose, at) ? [...before, key] : [];
  }
  return phrases;
}

const longestName = 3;

/** For what a sum of money is, by the keys of the words after *in*, *on* or *for*. */
function purposeOf(report: Report, { block: { index, prose }, figure: { kind, last } }: PlacedNumber): number[] {
  const topics = topicsOf(report).ofBlock[index];
  if (kind !== 'money' || topics === undefined || !purposes.has(idAt(prose, last)) || !isBlankGap(prose, last - 1))
    return [];
  const keys: number[] = [];
  for (let at = last + 1; at <= last + longestName; at++) {
    const key = keyOfWord(topics.codes, at);
    if (key !== 0) keys.push(key);
    if (!isBlankGap(prose, at)) break;
  }
  return keys;
}

const purposes = idSet('in on for');

/** The words of a figure’s sentence, of a very long one those about the figure. */
export function wordsAround(
  prose: Prose,
  { first, last }: Figure | WrittenDate,
): Pick<ProseSentence, 'first' | 'last'> {
  const sentence = sentenceAt(prose, first);
  return {
    first: Math.max(sentence.first, first - reach),
    last: Math.min(sentence.last, last + reach),
  };
}
