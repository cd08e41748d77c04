import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { ReadClaim } from './claimOverlap.ts';
import type { Topics } from './topics.ts';

/** Groups of people who are never meant by each other’s words, a bit for each. */
const groups: ReadonlyMap<number, number> = new Map(
  ['children child young pupils', 'parents mothers fathers', 'carers adopters', 'staff workers practitioners'].flatMap(
    (words, group) => [...idSet(words), ...idSet(words.replace(/\S+/g, '$&’s'))].map(id => [id, 1 << group] as const),
  ),
);

/** The bit of the group that a word is for; 0 of other words. */
function groupOf(id: number): number {
  return groups.get(id) ?? 0;
}

/** The bits of the groups of which some words speak. */
export function groupsIn({ prose }: Topics, { first, last }: WordRun): number {
  let all = 0;
  for (let at = first; at < last; at++) all |= groupOf(idAt(prose, at));
  return all;
}

/**
 * *Young people are …*, *parents are …*: whether each of two clauses begins with people of whom the other does not speak. (So
 * may *contractors*, whatever group they are.)
 */
export function areOfOtherPeople(one: ReadClaim, other: ReadClaim): boolean {
  return begins(one, other) || begins(other, one);
}

function begins(one: ReadClaim, other: ReadClaim): boolean {
  const group = firstGroup(one);
  if (group === 0 || speaksOf(other, group)) return false;
  const second = firstGroup(other);
  return second === 0 ? isForeign(other, one) : !speaksOf(one, second);
}

/** The group with which a clause begins: *social workers* too. */
function firstGroup({ statement: { topics }, clause: { start } }: ReadClaim): number {
  return groupOf(idAt(topics.prose, start)) || groupOf(idAt(topics.prose, start + 1));
}

function speaksOf({ statement: { topics }, clause: { start, last } }: ReadClaim, group: number): boolean {
  return (groupsIn(topics, { first: start, last }) & group) !== 0;
}

/** Whether nothing of what stands before the verb of a clause is in another. */
function isForeign({ statement: { topics }, clause: { start, last } }: ReadClaim, { keys }: ReadClaim): boolean {
  let isNamed = false;
  for (let at = start; at < last; at++) {
    if ((kindsOfWord(topics.codes, at) & (WordKind.auxiliary | WordKind.negation)) !== 0) return isNamed;
    const key = keyOfWord(topics.codes, at);
    if (keys.includes(key)) return false;
    isNamed ||= key !== 0;
  }
  return false;
}
