// How wide text is on a terminal, and how wide it may be.
import type { Io } from './io.ts';

/** The width of what is laid out for people: 100 columns, or fewer on a terminal that has no more. */
export function columnsFor({ columns = 100 }: Io): number {
  return Math.max(60, Math.min(columns, 100));
}

/** A character with what combines with it, and its width in columns. */
export interface Character {
  readonly sign: string;
  readonly columns: number;
}

/** What stands where a text is cut. */
export const ellipsis: Character = { sign: '…', columns: 1 };

/** A text made printable, and where it is wider than this, cut after a word and ended with `…`. */
export function shortened(text: string, width: number): string {
  // No character but a combining one has less than a column.
  const all = characters(text.slice(0, 4 * width));
  if (columnsOf(all) <= width && text.length <= 4 * width) return signs(all);
  const head = headOf(all, width - 1);
  const words = signs(head);
  const space = all[head.length]?.sign === ' ' ? words.length : words.lastIndexOf(' ');
  return `${(space * 2 > words.length ? words.slice(0, space) : words).trimEnd()}${ellipsis.sign}`;
}

function signs(list: readonly Character[]): string {
  return list.map(({ sign }) => sign).join('');
}

/** As many of the first characters as fit. */
export function headOf(list: readonly Character[], width: number): Character[] {
  let columns = 0;
  let end = 0;
  for (; end < list.length; end++) {
    columns += list[end]?.columns ?? 0;
    if (columns > width) break;
  }
  return list.slice(0, end);
}

/** How many columns some characters take. */
export function columnsOf(list: readonly Character[]): number {
  return list.reduce((sum, { columns }) => sum + columns, 0);
}

const combining = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060]$|^[\u{1f3fb}-\u{1f3ff}]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** The characters of a piece of a line. A tab counts as eight columns, which it is at most. */
export function characters(piece: string): Character[] {
  const list: Character[] = [];
  for (const sign of printable(piece)) {
    const last = list.at(-1);
    if (sign < '\u0300') list.push({ sign, columns: sign === '\t' ? 8 : 1 });
    else if (last !== undefined && combining.test(sign)) list[list.length - 1] = { ...last, sign: last.sign + sign };
    else list.push({ sign, columns: combining.test(sign) ? 0 : wide.test(sign) ? 2 : 1 });
  }
  return list;
}

const unprintable = /(?!\t)[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029\ufeff]/gu;

/** A text that does to a terminal nothing but show: what would move the cursor or turn the text round becomes a sign. */
export function printable(text: string): string {
  return text.replace(unprintable, sign => {
    const unit = sign.charCodeAt(0);
    return unit < 0x20 ? String.fromCharCode(0x2400 + unit) : unit === 0x7f ? '\u2421' : '\ufffd';
  });
}
