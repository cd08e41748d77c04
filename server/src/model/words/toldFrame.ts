import type { Prose } from './prose.ts';
import { idAt } from './proseWords.ts';
import type { WordRun } from './quantities.ts';
import { idSet, idsOf } from './wordIds.ts';

const word = idsOf('that');
const telling = idSet(
  `said say says told tell report reports reported found find finds show shows showed indicate indicates indicated confirm confirms
  confirmed saw inspectors`,
);
/** So many words may stand before *that*. */
const longest = 7;

/** Where what is told begins: after *inspectors found that*, *performance reports show that*. */
export function afterFrame(prose: Prose, { first, last }: WordRun): number {
  for (let at = first + 1; at < Math.min(last, first + longest); at++)
    if (idAt(prose, at) === word.that) return telling.has(idAt(prose, at - 1)) ? at + 1 : first;
  return first;
}
