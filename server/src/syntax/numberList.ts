import type { Span } from '../text/text.ts';

/** One number of a list in words, or a range of them: `5`, `111–131`. A single number has `last` equal to `first`. */
export interface ListedNumbers extends Span {
  readonly first: string;
  readonly last: string;
  readonly firstSpan: Span;
  readonly lastSpan: Span;
}

/** A list of numbers as it stands in a tag or a reference. */
export interface NumberList {
  readonly items: readonly ListedNumbers[];
  /** Where the last number ends. */
  readonly to: number;
  /** What parts two numbers and should not: spaces alone, or a comma without a space. */
  readonly loose: readonly Span[];
}

const number = /[SR]?\d{1,3}(?:\.\d{1,3})*(?![\w%(]|[.,]\d)/y;
const numberInParenthesis = /[SR]?\d{1,3}(?:\.\d{1,3})*(?![\w%(]|\.\d)/y;
const joint = /\s*(?:,\s*and\b|,|;|&|\band\b)\s*/y;
const rangeJoint = /(\s*)(?:[-–—]|\bto\b)(\s*)/y;
const blanks = /\s+/y;

/**
 * Reads numbers from `at`, joined by commas and *and*, ranges by *to*, `-` or `–`. In a parenthesis the list runs to its
 * end, and there spaces alone also part numbers. Where only one number is wanted (a singular word in running text) the
 * list ends after the first, or after a range written without spaces.
 */
export function numberListAt(text: string, at: number, inParenthesis: boolean, single: boolean): NumberList | undefined {
  const pattern = inParenthesis ? numberInParenthesis : number;
  const items: ListedNumbers[] = [];
  const loose: Span[] = [];
  let to = at;
  let next = at;
  for (;;) {
    const first = match(pattern, text, next);
    if (first === undefined) break;
    let last = first;
    const dash = match(rangeJoint, text, first.to);
    if (dash !== undefined && (!single || inParenthesis || isTight(text, dash))) {
      const upper = match(pattern, text, dash.to);
      if (upper !== undefined) last = upper;
    }
    items.push({
      from: first.from,
      to: last.to,
      first: text.slice(first.from, first.to),
      last: text.slice(last.from, last.to),
      firstSpan: first,
      lastSpan: last,
    });
    to = last.to;
    if (single && !inParenthesis) break;
    const joined = match(joint, text, to);
    if (joined !== undefined) {
      if (joined.to - joined.from === 1 && match(pattern, text, joined.to) !== undefined) loose.push(joined);
      next = joined.to;
      continue;
    }
    const spaced = inParenthesis ? match(blanks, text, to) : undefined;
    if (spaced === undefined || match(pattern, text, spaced.to) === undefined) break;
    loose.push({ from: to, to: spaced.to });
    next = spaced.to;
  }
  return items.length === 0 ? undefined : { items, to, loose };
}

/** The numbers that a list names, its ranges written out: `111–113` is `111, 112, 113`. A range that steps back or is of unlike numbers gives its two ends. */
export function numbersOf(items: readonly ListedNumbers[]): string[] {
  const numbers: string[] = [];
  for (const { first, last } of items) {
    numbers.push(first);
    if (first === last) continue;
    const low = Number(first);
    const high = Number(last);
    if (Number.isInteger(low) && Number.isInteger(high)) for (let n = low + 1; n < high; n++) numbers.push(String(n));
    numbers.push(last);
  }
  return numbers;
}

function match(pattern: RegExp, text: string, at: number): Span | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? { from: at, to: pattern.lastIndex } : undefined;
}

function isTight(text: string, dash: Span): boolean {
  return dash.to - dash.from === 1 && text.charCodeAt(dash.from) !== 32;
}
