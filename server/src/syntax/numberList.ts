import { isDigit } from '../text/letters.ts';
import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { matchEnd } from './matchEnd.ts';
import { numberForm } from './number.ts';

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
  /** What parts two numbers and should not: spaces alone, a comma without a space, a semicolon, an ampersand. */
  readonly loose: readonly Span[];
}

const joint = /\s*,\s*and\b\s*|\s*,\s*|\s+and\b\s*/iy;
const looseJoint = /\s*[;&]\s*|\s+/y;
const rangeJoint = /\s*[-–]\s*|\s+(?:to|through)\b\s*/iy;

const goesOn = /[\w%]/;
const bracket = /^\\?[([]/;
const lastPart = /^(.*?)(\d+)$/;

/** How many numbers are written out of one list's ranges: a list of more is no list of a report's. */
const mostNumbers = 2000;

/** Where a list stands. */
export interface NumberListPlace {
  readonly inParenthesis: boolean;
  /** Whether the word before it is a singular one. */
  readonly isSingular?: boolean;
}

/**
 * Reads numbers from `at`, joined by commas and *and*, ranges by *to*, *through* (as Americans write), `-` or `–`. In a parenthesis the list runs to its
 * end, and there spaces alone also part numbers. Where only one number is wanted (a singular word in running text) the
 * list ends after the first, or after a range written without spaces. A number that a bracket follows, as in `7(2)`, is
 * another document's, and so is the whole list.
 */
export function numberListAt(
  text: string,
  at: number,
  { inParenthesis, isSingular = false }: NumberListPlace,
): NumberList | undefined {
  const items: ListedNumbers[] = [];
  const loose: Span[] = [];
  const onlyOne = isSingular && !inParenthesis;
  let next = at;
  let to = at;
  for (;;) {
    const firstTo = numberEnd(text, next, inParenthesis);
    if (firstTo === undefined) break;
    let last = { from: next, to: firstTo };
    const dash = matchEnd(rangeJoint, text, firstTo);
    if (dash !== undefined && (!onlyOne || dash - firstTo === 1)) {
      const lastTo = numberEnd(text, dash, inParenthesis);
      if (lastTo !== undefined) last = { from: dash, to: lastTo };
    }
    if (bracket.test(text.slice(last.to, last.to + 2))) return undefined;
    items.push({
      from: next,
      to: last.to,
      first: copied(text.slice(next, firstTo)),
      last: copied(text.slice(last.from, last.to)),
      firstSpan: { from: next, to: firstTo },
      lastSpan: last,
    });
    to = last.to;
    if (onlyOne) break;
    const between = inParenthesis ? matchEnd(looseJoint, text, to) : undefined;
    const joined = matchEnd(joint, text, to);
    next = joined ?? between ?? to;
    if (next === to) break;
    const isLoose = joined === undefined || joined - to === 1;
    if (isLoose && numberEnd(text, next, inParenthesis) !== undefined) loose.push({ from: to, to: next });
  }
  return items.length === 0 ? undefined : { items, to, loose };
}

/**
 * The numbers that a list names, its ranges written out: `111–113` is `111, 112, 113`, and `2.1–2.3` is `2.1, 2.2, 2.3`. A
 * range that steps back or is of unlike numbers gives its two ends.
 */
export function numbersOf(items: readonly ListedNumbers[]): string[] {
  const numbers: string[] = [];
  for (const { first, last } of items) {
    numbers.push(first);
    if (first === last) continue;
    const [, series = '', low = ''] = lastPart.exec(first) ?? [];
    const [, sameSeries = '', high = ''] = lastPart.exec(last) ?? [];
    if (series === sameSeries) {
      for (let n = Number(low) + 1; n < Number(high) && numbers.length < mostNumbers; n++)
        numbers.push(`${series}${n}`);
    }
    numbers.push(last);
  }
  return numbers;
}

/** Where the number at `at` ends; none where letters, a share or a longer number show that it is no paragraph's. */
function numberEnd(text: string, at: number, inParenthesis: boolean): number | undefined {
  const to = matchEnd(numberForm, text, at);
  if (to === undefined || goesOn.test(text.charAt(to))) return undefined;
  let point = to;
  if (text.charCodeAt(point) === Unit.backslash) point++;
  const unit = text.charCodeAt(point);
  const isPoint = unit === Unit.fullStop || (unit === Unit.comma && !inParenthesis);
  return isPoint && isDigit(text.charCodeAt(point + 1)) ? undefined : to;
}
