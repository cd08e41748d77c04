/** A place in a text: UTF-16 offsets, half open. */
export interface Span {
  readonly from: number;
  readonly to: number;
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

const LF = 10;
const CR = 13;

/**
 * A document's text with its lines. A line ends at LF, CRLF or CR only (`markup.md`), never at U+2028 or a form feed.
 * Immutable; the lines are found on first use.
 */
export class Text {
  readonly source: string;
  readonly #findLineStarts: () => readonly number[];
  #lineStarts: readonly number[] | undefined;

  /** @param findLineStarts where lines start, if somebody knows it better than by reading the text */
  constructor(source: string, findLineStarts = () => lineStarts(source)) {
    this.source = source;
    this.#findLineStarts = findLineStarts;
  }

  /** Where each line starts; the first is 0. A text always has one line at least. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= this.#findLineStarts();
    return this.#lineStarts;
  }

  /** The text that comes of this one by a change, its lines known; nothing if they are not known of this one, or a line end came or went. */
  changed(source: string, { from, to, length }: Span & { readonly length: number }): Text | undefined {
    const starts = this.#lineStarts;
    const touched = this.source.slice(Math.max(0, from - 1), to + 1) + source.slice(from, from + length);
    if (starts === undefined || /[\r\n]/.test(touched)) return undefined;
    const by = length - (to - from);
    return new Text(source, () => starts.map(start => (start <= from ? start : start + by)));
  }

  /** The position of an offset; an offset outside the text is taken to its nearer end, one within a CRLF to before it. */
  positionAt(offset: number): Position {
    const starts = this.lineStarts;
    let within = Math.max(0, Math.min(offset, this.source.length));
    if (this.source.charCodeAt(within) === LF && this.source.charCodeAt(within - 1) === CR) within--;
    let low = 0;
    let high = starts.length - 1;
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

  /** The offset of a position; a position outside the text is taken to its nearest place, a column past its line to the line's end. */
  offsetAt(position: Position): number {
    const starts = this.lineStarts;
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.source.length;
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The parts of a span, a line each, without line ends and empty parts. */
  linesOf({ from, to }: Span): Span[] {
    const parts: Span[] = [];
    for (let line = this.positionAt(from).line; line < this.lineStarts.length; line++) {
      const start = Math.max(from, this.lineStarts[line] ?? 0);
      if (start >= to) break;
      const end = Math.min(to, this.lineEnd(line));
      if (end > start) parts.push({ from: start, to: end });
    }
    return parts;
  }

  /** Where a line's text ends, its line end not included. */
  lineEnd(line: number): number {
    const next = this.lineStarts[line + 1];
    return next === undefined ? this.source.length : withoutLineEnd(this.source, next);
  }

  /** A line's text without its line end; an empty text for a line that is not there. */
  line(line: number): string {
    const start = this.lineStarts[line];
    return start === undefined ? '' : this.source.slice(start, this.lineEnd(line));
  }
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
    if (unit === LF) return at + 1;
    if (unit === CR) return source.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return source.length;
}

/** The end of the text of a line that ends before `next`, the start of the following line. */
export function withoutLineEnd(source: string, next: number): number {
  let end = next;
  if (end > 0 && source.charCodeAt(end - 1) === LF) end--;
  if (end > 0 && source.charCodeAt(end - 1) === CR) end--;
  return end;
}

/** A copy that does not keep the text alive from which it was cut (V8's slices hold their whole parent). */
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
  if (source.length > 0 && endsLine(source.charCodeAt(source.length - 1))) starts.push(source.length);
  return starts;
}

function endsLine(unit: number): boolean {
  return unit === LF || unit === CR;
}
