import type { WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd } from '../words/wordEndings.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { Topics } from './topics.ts';

/** A clause by its words, and whether it speaks of something. */
export interface Spoken {
  readonly topics: Topics;
  readonly run: WordRun;
  speaksOf(key: number): boolean;
}

/** *Farm leases*, *shop leases*: whether each of two clauses has, before the same word, one of which the other does not speak. */
export function areOfTwoKinds(one: Spoken, other: Spoken): boolean {
  const before = kindsBefore(one);
  for (const [key, own] of kindsBefore(other)) {
    const otherOwn = before.get(key);
    if (otherOwn !== undefined && !one.speaksOf(own) && !other.speaksOf(otherOwn)) return true;
  }
  return false;
}

/** By the key of each word of a clause that of the word right before it. */
function kindsBefore({ run: { first, last }, topics: { prose, codes } }: Spoken): Map<number, number> {
  const before = new Map<number, number>();
  for (let at = first + 1; at < last; at++) {
    const [key, own] = [keyOfWord(codes, at), keyOfWord(codes, at - 1)];
    const isMark = (kindsOfWord(codes, at - 1) & WordKind.standing) !== 0;
    if (key !== 0 && own !== 0 && !isMark && !endsInEd(prose, at - 1)) before.set(key, own);
  }
  return before;
}
