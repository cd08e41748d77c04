import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { recommendationTopics } from '../suggestions/recommendationTopics.ts';
import type { Statement } from '../words/statements.ts';
import { idOfWord, keyOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { type Topics, topicsOf } from './topics.ts';

/** Words that say how something is, or that somebody saw it, not what it is about. */
export const generic = idSet(
  `quality variable detailed robust robustly evidence saw seen seeing practice issue issues identify identified cases case
  effective effectively strong focus recognise recognised recognised impact progress progressing action actions inspectors
  managers senior leaders staff sufficient sufficiently timely clear clarity consistent consistently area areas experience
  experienced experiencing found wait waits waiting waited long serious widespread due failure failures complex current level means number minority majority resulting result understood understand oversight`,
);

/** Words that say of whom, which most sentences do: no name of a matter. */
export const general = idSet(
  'child children young people person looked care leavers leaver services service support help family families',
);

/** How much a key says, in bits. */
export type Weigh = (key: number) => number;

/** How much some keys say together. */
export function weightOf(keys: readonly number[], weigh: Weigh): number {
  return keys.reduce((sum, key) => sum + weigh(key), 0);
}

/** So much must two weaknesses have in common to be the same, in bits. */
export const leastShared = 9.5;
/** And that in so many words. */
export const fewestShared = 3;
/** Two words side by side that say less are no name of a matter. */
export const leastPair = 7;

/** Above every key. */
const keyLimit = 2 ** 22;

/** Two words side by side, in either order, as one number. */
export function pairOf(one: number, other: number): number {
  return Math.min(one, other) * keyLimit + Math.max(one, other);
}

/** Whether a word is one of two that stand side by side. */
export function isInPair(key: number, pair: number): boolean {
  return pair % keyLimit === key || Math.floor(pair / keyLimit) === key;
}

/** Whether a recommendation asks for what a sentence speaks of beside its weakness: by what makes two weaknesses the same. */
export function isAskedFor(report: Report, statement: Statement, weigh: Weigh): boolean {
  return isAsked(report, [statement], weigh, leastShared, leastPair);
}

/** A paragraph has some three times the words: it must share more, and then two words side by side may say less. */
const leastOfParagraph = 14;
const leastNamed = 6;

/** Whether a recommendation asks for what the sentences of a paragraph speak of. */
export function isParagraphAskedFor(report: Report, statements: readonly Statement[], weigh: Weigh): boolean {
  return isAsked(report, statements, weigh, leastOfParagraph, leastNamed);
}

function isAsked(
  report: Report,
  statements: readonly Statement[],
  weigh: Weigh,
  least: number,
  ofPair: number,
): boolean {
  const keys = new Set<number>();
  const pairs = new Set<number>();
  for (const { topics, sentence } of statements)
    for (const { key, pair } of spokenOf(topics, sentence.first, sentence.last)) {
      keys.add(key);
      if (pair !== 0) pairs.add(pair);
    }
  for (const { paragraph, keys: asked } of recommendationTopics(report)) {
    let count = 0;
    let weight = 0;
    for (const key of keys) {
      if (!asked.has(key)) continue;
      count++;
      weight += weigh(key);
    }
    if (count >= fewestShared && weight >= least && namesOneOf(report, paragraph, pairs, weigh, ofPair)) return true;
  }
  return false;
}

/** Whether a recommendation has two words side by side that stand so elsewhere, and say enough. */
function namesOneOf(
  report: Report,
  { block, blockEnd }: Paragraph,
  pairs: ReadonlySet<number>,
  weigh: Weigh,
  ofPair: number,
): boolean {
  const { ofBlock } = topicsOf(report);
  for (let i = block; i < blockEnd; i++) {
    const topics = ofBlock[i];
    if (topics === undefined) continue;
    for (const { pair } of spokenOf(topics, 0, topics.codes.length / 2))
      if (pairs.has(pair) && weightOfPair(pair, weigh) >= ofPair) return true;
  }
  return false;
}

/** What some words speak of: their keys, and, where the one before says something by itself too, both as one number, else 0. */
function* spokenOf({ codes, prose }: Topics, first: number, last: number): Generator<{ key: number; pair: number }> {
  let before = 0;
  for (let i = first; i < last; i++) {
    const key = keyOfWord(codes, i);
    const id = idOfWord(prose.words, i);
    if (key === 0) continue;
    const isOfWhom = general.has(id);
    const isNaming = !isOfWhom && !generic.has(id);
    if (!isOfWhom) yield { key, pair: isNaming && before !== 0 ? pairOf(before, key) : 0 };
    before = isNaming ? key : 0;
  }
}

/** How much two words side by side say together. */
export function weightOfPair(pair: number, weigh: Weigh): number {
  return weigh(Math.floor(pair / keyLimit)) + weigh(pair % keyLimit);
}
