import { copied, type Span } from '../text/text.ts';

/** `multi-agency safeguarding hub (MASH)`: the span is the acronym's in its parenthesis, without the brackets. */
export interface Acronym extends Span {
  readonly acronym: string;
  readonly expansion: Span;
}

const inParenthesis = /\(([A-Za-z&-]{2,12})\)/y;
const passedOver = new Set(['and', 'of', 'the', 'for', 'in', 'to', 'on', 'with', 'a', 'an', '&']);

/**
 * The acronym that the parenthesis at `at` defines: one word of two capitals or more, whose letters begin the words
 * before it (small words may be passed over; a plural *s* at its end is none of its letters).
 */
export function acronymAt(text: string, at: number): Acronym | undefined {
  inParenthesis.lastIndex = at;
  const match = inParenthesis.exec(text);
  if (match === null) return undefined;
  const acronym = match[1] ?? '';
  if (!/[A-Z].*[A-Z]/.test(acronym)) return undefined;
  const from = expansionStart(text, at, acronym);
  if (from === undefined) return undefined;
  return { acronym: copied(acronym), from: at + 1, to: at + 1 + acronym.length, expansion: { from, to: trimmedEnd(text, at) } };
}

/** Where the words begin whose initials the acronym's letters are, read backwards from the parenthesis. */
function expansionStart(text: string, at: number, acronym: string): number | undefined {
  const letters = (/[A-Z]s$/.test(acronym) ? acronym.slice(0, -1) : acronym).replace(/[^A-Za-z]/g, '').toLowerCase();
  let letter = letters.length - 1;
  let to = at;
  while (to > 0) {
    while (to > 0 && !isWordUnit(text.charCodeAt(to - 1))) to--;
    let from = to;
    while (from > 0 && isWordUnit(text.charCodeAt(from - 1))) from--;
    if (from === to) return undefined;
    if (text.charAt(from).toLowerCase() === letters.charAt(letter)) letter--;
    else if (to - from > 4 || !passedOver.has(text.slice(from, to).toLowerCase())) return undefined;
    if (letter < 0) return from;
    to = from;
  }
  return undefined;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 38 || unit === 39 || unit === 0x2019 || (unit >= 0xc0 && unit < 0x2000);
}

function trimmedEnd(text: string, at: number): number {
  let to = at;
  while (to > 0 && text.charCodeAt(to - 1) <= 32) to--;
  return to;
}
