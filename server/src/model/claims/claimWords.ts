import { wordId } from '../words/proseReading.ts';
import { idOf, type WordRun } from '../words/quantities.ts';
import { idOfWord, keyOfWord } from '../words/wordColumns.ts';
import type { ReadClaim } from './claimOverlap.ts';
import type { Spoken } from './twoKinds.ts';

/** Whether a claim has a word, by its key or by its id. */
export function says({ keys, claim, statement }: ReadClaim, of: number): boolean {
  if (keys.includes(of)) return true;
  const { words } = statement.topics.prose;
  for (let i = claim.first; i < claim.last; i++) if (idOfWord(words, i) === of) return true;
  return false;
}

/** The first word of a claim that is one of some, by its key or by its id. */
export function placeOf({ claim, statement: { topics } }: ReadClaim, words: readonly number[]): WordRun | undefined {
  for (let i = claim.first; i < claim.last; i++)
    if (words.includes(idOf(topics, i)) || words.includes(keyOfWord(topics.codes, i))) return { first: i, last: i + 1 };
  return undefined;
}

/** How much a word of a claim says, by its place. */
export function weightAt({ statement: { topics } }: ReadClaim, word: number, weights: Float64Array): number {
  return weights[keyOfWord(topics.codes, word)] as number;
}

/** How much a word says that a claim has, by its id. */
export function weightOf(plain: ReadClaim, of: number, weights: Float64Array): number {
  const { words } = plain.statement.topics.prose;
  for (let i = plain.claim.first; i < plain.claim.last; i++)
    if (idOfWord(words, i) === of) return weightAt(plain, i, weights);
  return 0;
}

/** *Too few* is as plain as *insufficient*. */
export function isTooFew({ claim: { antonym }, statement }: ReadClaim): boolean {
  return antonym !== undefined && idOfWord(statement.topics.prose.words, antonym.first) === few;
}

const few = wordId('few');

/** A claim with its words, as kinds of things are told apart by them. */
export function spokenIn({ statement: { topics }, clause: { start, last }, keys }: ReadClaim): Spoken {
  return { topics, run: { first: start, last }, speaksOf: key => keys.includes(key) };
}
