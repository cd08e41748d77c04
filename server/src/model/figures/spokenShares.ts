import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { idMap, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';
import { figureInWords } from './figureInWords.ts';

const word = idsOf('half', 'of', 'in', 'one', 'a', 'two', 'three', 'out', 'every');
const parts = idMap(['third thirds', 3], ['quarter quarters', 4], ['fifth fifths', 5]);
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
  if (id === word.half && idAt(prose, at + 1) === word.of)
    return figureInWords(prose, { first: at, last: at + 1 }, 'percentage', 50);
  const top = times.get(id);
  if (top === undefined || !isBlankGap(prose, at)) return undefined;
  const part = parts.get(idAt(prose, at + 1));
  if (part !== undefined) {
    if (top >= part || idAt(prose, at + 2) !== word.of) return undefined;
    return figureInWords(prose, { first: at, last: at + 2 }, 'percentage', (100 * top) / part);
  }
  if (id !== word.one || idAt(prose, at + 1) !== word.in) return undefined;
  const next = idAt(prose, at + 2) === word.every ? at + 3 : at + 2;
  const out = numberWords.get(idAt(prose, next)) ?? 0;
  return out >= fewestOut && out <= mostOut
    ? figureInWords(prose, { first: at, last: next + 1 }, 'percentage', 100 / out)
    : undefined;
}
