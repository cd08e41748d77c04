import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { Topics } from './topics.ts';

const word = idsOf('that');
const telling = idSet(
  `said say says told tell report reports reported found find finds show shows showed indicate indicates indicated confirm confirms
  confirmed saw inspectors acknowledge acknowledges acknowledged recognise recognises recognised know knows`,
);
const pronouns = idSet('they it he she these those this their its his her');
/** So many words may stand before *that*. */
const longest = 7;

/**
 * Where what is told begins: after *inspectors found that*, *performance reports show that*; but not after *most said that*,
 * which says of how many it is so.
 */
export function afterFrame({ prose, codes }: Topics, { first, last }: WordRun): number {
  const end = Math.min(last, first + longest);
  let counts = (kindsOfWord(codes, first) & counting) !== 0;
  for (let at = first + 1; at < end; at++) {
    if (idAt(prose, at) === word.that) {
      // (*Guardians said that they …*: it is said of them.)
      const isOfTellers = pronouns.has(idAt(prose, at + 1));
      return !counts && !isOfTellers && telling.has(idAt(prose, at - 1)) ? at + 1 : first;
    }
    counts ||= (kindsOfWord(codes, at) & counting) !== 0;
  }
  return first;
}

const counting = WordKind.quantity | WordKind.number | WordKind.year | WordKind.negation;
