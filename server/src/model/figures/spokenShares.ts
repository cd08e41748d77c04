import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap, spanOfWords } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';

const word = idsOf('half', 'of', 'in', 'one', 'a', 'two', 'three', 'out', 'every');
const parts: ReadonlyMap<number, number> = new Map([
  ...[...idSet('third thirds')].map(id => [id, 3] as const),
  ...[...idSet('quarter quarters')].map(id => [id, 4] as const),
  ...[...idSet('fifth fifths')].map(id => [id, 5] as const),
]);
const times = new Map([
  [word.a, 1],
  [word.one, 1],
  [word.two, 2],
  [word.three, 3],
]);
const fewestOut = 3;
const mostOut = 20;

/** The share that is told in words, as a percentage, by a word and those beside it: *half of*, *two thirds of*, *one in three*. */
export function shareAt(prose: Prose, at: number): Figure | undefined {
  return parts.has(idAt(prose, at)) ? shareFrom(prose, at - 1) : shareFrom(prose, at);
}

function shareFrom(prose: Prose, at: number): Figure | undefined {
  const id = idAt(prose, at);
  if (id === word.half && idAt(prose, at + 1) === word.of) return percentage(prose, at, at + 1, 50);
  const top = times.get(id);
  if (top === undefined || !isBlankGap(prose, at)) return undefined;
  const part = parts.get(idAt(prose, at + 1));
  if (part !== undefined) {
    if (top >= part || idAt(prose, at + 2) !== word.of) return undefined;
    return percentage(prose, at, at + 2, (100 * top) / part);
  }
  if (id !== word.one || idAt(prose, at + 1) !== word.in) return undefined;
  const next = idAt(prose, at + 2) === word.every ? at + 3 : at + 2;
  const out = numberWords.get(idAt(prose, next)) ?? 0;
  return out >= fewestOut && out <= mostOut ? percentage(prose, at, next + 1, 100 / out) : undefined;
}

function percentage(prose: Prose, first: number, last: number, value: number): Figure {
  return {
    ...spanOfWords(prose, first, last),
    kind: 'percentage',
    value,
    decimals: 0,
    inWords: true,
    first,
    last,
    per: undefined,
  };
}
