import type { Span } from '../text/text.ts';

/** A paragraph's number as written: `9`, `2.1`, `S1`. The span covers it without its final dot. */
export interface ParagraphNumber extends Span {
  readonly number: string;
  /** Whether a full stop follows it. */
  readonly dotted: boolean;
  /** Where the text after it and its space begins. */
  readonly textFrom: number;
}

const number = /([SR]?)(\d{1,3}(?:\.\d{1,3})*)(\.?)(?=[ \t\u00a0\r\n]|$)/y;
const beforeCapital = /[ \t\u00a0]+[‘“'"([*_]*\p{Lu}/uy;

/**
 * The number with which a line begins at `at`, if it begins with one (`markup.md` §2, *Numbers*): at most three digits a
 * part, so that a year is never one; without its final dot only as `2.1`, `S1` or `R3` and before a capital letter. A
 * plain `34` without a dot is text: too many sentences begin so.
 */
export function numberAt(source: string, at: number): ParagraphNumber | undefined {
  number.lastIndex = at;
  const match = number.exec(source);
  if (match === null) return undefined;
  const [whole, letter = '', digits = '', dot = ''] = match;
  const after = at + whole.length;
  const dotted = dot !== '';
  if (!dotted) {
    if (letter === '' && !digits.includes('.')) return undefined;
    beforeCapital.lastIndex = after;
    if (!beforeCapital.test(source)) return undefined;
  }
  return { number: letter + digits, from: at, to: after - dot.length, dotted, textFrom: skipBlanks(source, after) };
}

/** The value of a number's parts, for comparison: `2.10` is `[2, 10]`. */
export function numberParts(number: string): number[] {
  return number.replace(/^[SR]/, '').split('.').map(Number);
}

/** Whether `next` comes after `number` in a series: the same letter, and a higher value. */
export function isHigher(next: string, number: string): boolean {
  if (letterOf(next) !== letterOf(number)) return false;
  const a = numberParts(next);
  const b = numberParts(number);
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** A number's letter, `S` or `R`, or nothing. */
export function letterOf(number: string): string {
  const first = number.charAt(0);
  return first === 'S' || first === 'R' ? first : '';
}

/** Where the blanks (space, tab, no-break space) that begin at `at` end. */
export function skipBlanks(source: string, at: number): number {
  let to = at;
  for (;;) {
    const unit = source.charCodeAt(to);
    if (unit !== 32 && unit !== 9 && unit !== 0xa0) return to;
    to++;
  }
}
