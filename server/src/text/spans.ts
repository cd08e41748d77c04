import { firstWhere, type Span } from './text.ts';

/**
 * Many spans in any order, which may overlap. To ask about one takes no longer for each than to find a word in a
 * dictionary.
 */
export class Spans {
  readonly #from: readonly number[];
  /** Of each span and those that begin before it, where the last ends. */
  readonly #lastEnd: readonly number[];
  /** Of each span and those that begin after it, where the first ends. */
  readonly #firstEnd: readonly number[];

  constructor(spans: Iterable<Span>) {
    const ordered = [...spans].sort((a, b) => a.from - b.from);
    this.#from = ordered.map(({ from }) => from);
    let last = -Infinity;
    this.#lastEnd = ordered.map(({ to }) => (last = Math.max(last, to)));
    let first = Infinity;
    this.#firstEnd = ordered
      .reverse()
      .map(({ to }) => (first = Math.min(first, to)))
      .reverse();
  }

  /** Whether one of them touches a span; if they only meet, they touch. */
  touch({ from, to }: Span): boolean {
    return this.#reachAfter(from, this.#beginBefore(to + 1));
  }

  /** Whether one of them holds the whole of a span. */
  hold({ from, to }: Span): boolean {
    return this.#reachAfter(to, this.#beginBefore(from + 1));
  }

  /** Whether one of them stands within a span. */
  standIn({ from, to }: Span): boolean {
    return (this.#firstEnd[this.#beginBefore(from)] ?? Infinity) <= to;
  }

  /** Whether one of the first so many ends at an offset or after it. */
  #reachAfter(offset: number, count: number): boolean {
    return (this.#lastEnd[count - 1] ?? -Infinity) >= offset;
  }

  /** How many begin before an offset. */
  #beginBefore(offset: number): number {
    return firstWhere(this.#from.length, i => (this.#from[i] ?? Infinity) >= offset);
  }
}
