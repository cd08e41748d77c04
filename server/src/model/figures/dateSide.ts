import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import { idSet } from '../words/wordIds.ts';
import type { WrittenDate } from './figure.ts';

/** On what side of a date something was, by the word before the date: *since*, *by*; 0 if it was then. */
export function dateSide(prose: Prose, { first }: WrittenDate): number {
  const before = idAt(prose, first - 1);
  return sides.has(before) ? before : 0;
}

/** Words of another time than the one told of: *at the last inspection*, *a year ago*. */
export const earlierWords = idSet('last previous previously earlier former formerly ago');

const sides = idSet('since before after by until from to');
