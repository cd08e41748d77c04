import { Unit } from './unit.ts';

/** A place in a text: UTF-16 offsets, half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span of a text without the blanks around it. */
export function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const start = Math.min(to, from + words.length - words.trimStart().length);
  return { from: start, to: Math.max(start, from + words.trimEnd().length) };
}

/** Whether an offset stands in one of many spans, which are in order and do not overlap. */
export function isWithin(spans: readonly Span[], at: number): boolean {
  const index = firstWhere(spans.length, i => (spans[i] as Span).from > at);
  return index > 0 && at < (spans[index - 1] as Span).to;
}

/** Whether a number is one of many, which are in order. */
export function isAmong(numbers: readonly number[], wanted: number): boolean {
  return numbers[firstWhere(numbers.length, i => (numbers[i] as number) >= wanted)] === wanted;
}

/** The first index of which something is true that is true of all after it too; `count` if it is true of none. */
export function firstWhere(count: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Two positions, half open: a span as lines and columns. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A line and a column, both from 0; the column counts UTF-16 units, as LSP does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Where lines start: those after the line `after` stand `by` further on than `starts` says. So a keystroke moves them all
 * at once.
 */
interface LineStarts {
  readonly starts: readonly number[];
  readonly after: number;
  readonly by: number;
}

/**
 * A document's text with its lines. A line ends at LF, CRLF or CR only (`markup.md`), never at U+2028 or a form feed.
 * Immutable; the lines are found on first use.
 */
export class Text {
  readonly source: string;
  readonly #findLineStarts: () => readonly number[];
  #lines: LineStarts | undefined;

  /** @param findLineStarts where lines start, if somebody knows it better than by reading the text */
  constructor(source: string, findLineStarts = () => lineStarts(source)) {
    this.source = source;
    this.#findLineStarts = findLineStarts;
  }

  /** Where each line starts; the first is 0. A text always has one line at least. */
  get lineStarts(): readonly number[] {
    const { starts, after, by } = this.#known();
    if (by === 0) return starts;
    const moved = starts.map((start, line) => (line > after ? start + by : start));
    this.#lines = { starts: moved, after: 0, by: 0 };
    return moved;
  }

  /** The text that comes of this one by a change, its lines known; nothing if they are not known of this one. */
  changed(source: string, { from, to, length }: Span & { readonly length: number }): Text | undefined {
    const touched = this.source.slice(Math.max(0, from - 1), to + 1) + source.slice(from, from + length);
    if (this.#lines === undefined) return undefined;
    if (/[\r\n]/.test(touched)) {
      const text = new Text(source);
      text.#lines = { starts: this.#startsAfter(source, from, to, length), after: 0, by: 0 };
      return text;
    }
    const line = this.positionAt(from).line;
    const { after, by } = this.#lines;
    const isSame = after === line;
    const starts = isSame ? this.#lines.starts : this.lineStarts;
    const text = new Text(source);
    text.#lines = { starts, after: line, by: (isSame ? by : 0) + length - (to - from) };
    return text;
  }

  /** Where lines start after a change: no line is read anew but those that it touches. */
  #startsAfter(source: string, from: number, to: number, length: number): number[] {
    const old = this.lineStarts;
    const by = length - (to - from);
    const first = this.positionAt(from - 1).line;
    let next = first + 1;
    while ((old[next] ?? Infinity) <= to) next++;
    const base = old[first] ?? 0;
    const end = next < old.length ? (old[next] ?? 0) + by : undefined;
    const starts = old.slice(0, first);
    for (const start of lineStarts(source.slice(base, end)))
      if (end === undefined || base + start < end) starts.push(base + start);
    for (; next < old.length; next++) starts.push((old[next] ?? 0) + by);
    return starts;
  }

  /** The position of an offset; an offset outside the text is taken to its nearer end, one within a CRLF to before it. */
  positionAt(offset: number): Position {
    const { starts, after, by } = this.#known();
    let within = Math.max(0, Math.min(offset, this.source.length));
    if (this.source.charCodeAt(within) === Unit.lineFeed && this.source.charCodeAt(within - 1) === Unit.carriageReturn)
      within--;
    const isMoved = within >= (starts[after + 1] ?? Infinity) + by;
    if (isMoved) within -= by;
    let low = isMoved ? after + 1 : 0;
    let high = isMoved ? starts.length - 1 : after;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: within - (starts[low] ?? 0) };
  }

  /** The range of a span. */
  range({ from, to }: Span): Range {
    return { start: this.positionAt(from), end: this.positionAt(to) };
  }

  /**
   * The offset of a position; a position outside the text is taken to its nearest place, a column past its line to the
   * line's end.
   */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#startOf(position.line);
    if (start === undefined) return this.source.length;
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The parts of a span, a line each, without line ends and empty parts. */
  linesOf({ from, to }: Span): Span[] {
    const parts: Span[] = [];
    const { length } = this.#known().starts;
    for (let line = this.positionAt(from).line; line < length; line++) {
      const start = Math.max(from, this.#startOf(line) ?? 0);
      if (start >= to) break;
      const end = Math.min(to, this.lineEnd(line));
      if (end > start) parts.push({ from: start, to: end });
    }
    return parts;
  }

  /** Where a line's text ends, its line end not included. */
  lineEnd(line: number): number {
    const next = this.#startOf(line + 1);
    return next === undefined ? this.source.length : withoutLineEnd(this.source, next);
  }

  /** A line's text without its line end; an empty text for a line that is not there. */
  line(line: number): string {
    const start = this.#startOf(line);
    return start === undefined ? '' : this.source.slice(start, this.lineEnd(line));
  }

  #known(): LineStarts {
    this.#lines ??= { starts: this.#findLineStarts(), after: 0, by: 0 };
    return this.#lines;
  }

  #startOf(line: number): number | undefined {
    const { starts, after, by } = this.#known();
    const start = starts[line];
    return start === undefined || line <= after ? start : start + by;
  }
}

/** Whether a UTF-16 unit ends a line, or is the first half of CRLF, which does. */
export function isLineEnd(unit: number): boolean {
  return unit === Unit.lineFeed || unit === Unit.carriageReturn;
}

/** Whether a text holds carriage returns that are no part of a CRLF. Hardly any does: without them a line's end is its LF. */
export function hasLoneReturns(source: string): boolean {
  return source.indexOf('\r') >= 0 && /\r(?!\n)/.test(source);
}

/**
 * The start of the line after the one in which `from` stands, or the text's length. `lone` is `hasLoneReturns` of the
 * text: without them the line's end is searched, with them the line is walked.
 */
export function nextLineStart(source: string, from: number, lone: boolean): number {
  if (!lone) {
    const lf = source.indexOf('\n', from);
    return lf < 0 ? source.length : lf + 1;
  }
  for (let at = from; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === Unit.lineFeed) return at + 1;
    if (unit === Unit.carriageReturn) return source.charCodeAt(at + 1) === Unit.lineFeed ? at + 2 : at + 1;
  }
  return source.length;
}

/** The end of the text of a line that ends before `next`, the start of the following line. */
export function withoutLineEnd(source: string, next: number): number {
  let end = next;
  if (end > 0 && source.charCodeAt(end - 1) === Unit.lineFeed) end--;
  if (end > 0 && source.charCodeAt(end - 1) === Unit.carriageReturn) end--;
  return end;
}

/**
 * A copy of a slice that is kept longer than its text. V8 makes a slice of 13 characters or more a view of the whole text,
 * which then lives as long: of an open report a version with every letter typed. Text that was put together is a text of its
 * own, and the view is one of that.
 */
export function copied(slice: string): string {
  return slice.length < 13 ? slice : (' ' + slice).slice(1);
}

function lineStarts(source: string): number[] {
  const starts = [0];
  const lone = hasLoneReturns(source);
  let next = nextLineStart(source, 0, lone);
  while (next < source.length) {
    starts.push(next);
    next = nextLineStart(source, next, lone);
  }
  if (source.length > 0 && isLineEnd(source.charCodeAt(source.length - 1))) starts.push(source.length);
  return starts;
}
