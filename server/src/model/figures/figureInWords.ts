import type { Prose } from '../words/prose.ts';
import { spanOfWords } from '../words/proseWords.ts';
import type { Figure } from './figure.ts';

/** A figure that the words of a block say from `first` to `last`, half open: *one in ten*, *every other week*. */
export function figureInWords(
  prose: Prose,
  { first, last }: { readonly first: number; readonly last: number },
  kind: Figure['kind'],
  value: number,
): Figure {
  return { ...spanOfWords(prose, first, last), kind, value, decimals: 0, inWords: true, first, last, per: undefined };
}
