import type { Prose } from '../words/prose.ts';
import type { Figure } from './figure.ts';

/** By how much the units of larger figures multiply them. */
export const figureUnits: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
]);

/** The unit at a figure’s end; an empty word if it has none. */
export function unitOf({ text }: Prose, { from, to }: Figure): string {
  return /(?:million|billion|bn|m|k)$/.exec(text.slice(from, to))?.[0] ?? '';
}
