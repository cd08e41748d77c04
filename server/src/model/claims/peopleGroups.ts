import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { idSet } from '../words/wordIds.ts';
import type { Topics } from './topics.ts';

/** Groups of people who are never meant by each other’s words, a bit for each. */
const groups: ReadonlyMap<number, number> = new Map(
  ['children child young pupils', 'parents mothers fathers', 'carers adopters', 'staff workers practitioners'].flatMap(
    (words, group) => [...idSet(words)].map(id => [id, 1 << group] as const),
  ),
);

/** The bit of the group that a word is for; 0 of other words. */
export function groupOf(id: number): number {
  return groups.get(id) ?? 0;
}

/** The bits of the groups of which some words speak. */
export function groupsIn({ prose }: Topics, { first, last }: WordRun): number {
  let all = 0;
  for (let at = first; at < last; at++) all |= groupOf(idAt(prose, at));
  return all;
}
