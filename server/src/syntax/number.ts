import { isDigit } from '../text/letters.ts';
import { copied, isLineEnd, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isCapitalAt, skipBlanks } from './characters.ts';
import { matchEnd } from './matchEnd.ts';

/** A paragraph's number as written: `9`, `2.1`, `S1`. The span covers it without its final dot. */
export interface ParagraphNumber extends Span {
  readonly number: string;
  /** Whether a full stop follows it. */
  readonly dotted: boolean;
  /** Where the text after it and its space begins. */
  readonly textFrom: number;
}

/** A number at a place, without its final dot. (For `matchEnd`.) */
export const numberForm = /[SR]?\d{1,3}(?:\.\d{1,3}){0,9}/y;
const openingMarks = '‘“‚„«‹\'"([*';

/**
 * The number with which a line begins at `at`, if it begins with one (`markup.md` §2, *Numbers*): at most three digits a
 * part, so that a year is never one; without its final dot only as `2.1`, `S1` or `R3` and before a capital letter. A
 * plain `34` without a dot is text: too many sentences begin so.
 */
export function numberAt(text: string, at: number): ParagraphNumber | undefined {
  const unit = text.charCodeAt(at);
  const lettered = isNumberLetter(unit);
  if (!isDigit(lettered ? text.charCodeAt(at + 1) : unit)) return undefined;
  const to = matchEnd(numberForm, text, at);
  if (to === undefined) return undefined;
  const dotted = text.charCodeAt(to) === Unit.fullStop;
  const after = dotted ? to + 1 : to;
  const textFrom = skipBlanks(text, after);
  if (textFrom === after && after < text.length && !isLineEnd(text.charCodeAt(after))) return undefined;
  const written = copied(text.slice(at, to));
  if (!dotted && ((!lettered && !written.includes('.')) || textFrom === after || !opensWithCapital(text, textFrom)))
    return undefined;
  return { number: written, from: at, to, dotted, textFrom };
}

/** A number with its offsets relative to `from`. */
export function relativeNumber(
  { number, from: at, to, dotted, textFrom }: ParagraphNumber,
  from: number,
): ParagraphNumber {
  return { number, from: at - from, to: to - from, dotted, textFrom: textFrom - from };
}

/** The value of a number's parts, for comparison: `2.10` is `[2, 10]`. */
export function numberParts(number: string): number[] {
  return number.replace(/^[SR]/, '').split('.').map(Number);
}

/** Whether `next` comes after `number` in a series: the same letter, and a higher value. */
export function isHigher(next: string, number: string): boolean {
  if (letterOf(next) !== letterOf(number)) return false;
  return differenceOfParts(numberParts(next), numberParts(number)) > 0;
}

/** More than 0 if the parts of a number are those of a higher one than another’s; less if of a lower, 0 if of the same. */
export function differenceOfParts(one: readonly number[], other: readonly number[]): number {
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const difference = (one[i] ?? -1) - (other[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a UTF-16 unit is a letter with which a number may begin: `S1`, `R3`. */
export function isNumberLetter(unit: number): boolean {
  return unit === Unit.capitalS || unit === Unit.capitalR;
}

/** A number's letter, `S` or `R`, or nothing. */
export function letterOf(number: string): string {
  const first = number.charAt(0);
  return first === 'S' || first === 'R' ? first : '';
}

/** Whether a capital letter stands at an offset, opening quotation, bracket or emphasis marks before it or not. */
function opensWithCapital(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && openingMarks.includes(text.charAt(at))) at++;
  return isCapitalAt(text, at);
}
