import { addCount, addToGroup, commonest } from '../text/lists.ts';
import type { PrintedLine } from './printedLine.ts';

/** A page of print. */
export interface Page {
  readonly page: number;
  /** Its first and its last lines, so many of each. */
  readonly edges: (count: number) => readonly PrintedLine[];
}

/** The pages on which lines stand, in their order. */
export function pagesOf(lines: readonly PrintedLine[]): Page[] {
  const pages = new Map<number, PrintedLine[]>();
  for (const line of lines) addToGroup(pages, line.page, line);
  return [...pages].map(([page, own]) => ({
    page,
    edges: count => (own.length <= 2 * count ? own : [...own.slice(0, count), ...own.slice(-count)]),
  }));
}

/** The value that comes most often; of several the first. */
export function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) addCount(counts, value);
  return commonest(counts);
}
