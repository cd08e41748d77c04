import { isDigit, isLetter } from '../text/letters.ts';
import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isCapitalAt, isSpace } from './characters.ts';

/** `multi-agency safeguarding hub (MASH)`: the span is the acronym's in its parenthesis, without the brackets. */
export interface Acronym extends Span {
  readonly acronym: string;
  readonly expansion: Span;
}

/** (Also *(‘MASH’)* and *(known as the MASH)*.) */
const inParenthesis = /\(\s*(?:known as )?(?:the )?['"‘“]?([A-Za-z\d\u00c0-\u024f&-]{2,24})['"’”]?\s*\)/y;
/** Small words of an expansion whose first letters need be none of the acronym’s. */
export const smallWords: ReadonlySet<string> = new Set([
  'and',
  'of',
  'the',
  'for',
  'in',
  'to',
  'on',
  'with',
  'a',
  'an',
  '&',
]);

/**
 * The acronym that the parenthesis at `at` defines, in a text that begins at `from`: one word of two capitals or more,
 * whose letters begin the words before it (small words may be passed over; a plural *s* at its end is none of its letters).
 */
export function acronymAt(text: string, from: number, at: number): Acronym | undefined {
  inParenthesis.lastIndex = at;
  const acronym = inParenthesis.exec(text)?.[1];
  if (acronym === undefined || capitals(acronym) < 2) return undefined;
  const isPlural = acronym.endsWith('s') && isCapitalAt(acronym, acronym.length - 2);
  const letters = (isPlural ? acronym.slice(0, -1) : acronym).replace(/[&-]/g, '').toLowerCase();
  const start = expansionStart(text, from, at, letters, false) ?? expansionStart(text, from, at, letters, true);
  if (start === undefined) return undefined;
  const own = text.indexOf(acronym, at);
  let to = at;
  while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
  return { acronym: copied(acronym), from: own, to: own + acronym.length, expansion: { from: start, to } };
}

/**
 * Where the words begin whose initials are the letters, read backwards from the parenthesis. A small word whose letter
 * is wanted is counted, or, in a second attempt, passed over: *Local Offer of Support (LOS)*.
 */
function expansionStart(
  text: string,
  from: number,
  at: number,
  letters: string,
  passesOver: boolean,
): number | undefined {
  let letter = letters.length - 1;
  let end = at;
  while (letter >= 0) {
    while (end > from && !isWordUnit(text.charCodeAt(end - 1))) end--;
    let start = end;
    while (start > from && isWordUnit(text.charCodeAt(start - 1))) start--;
    if (start === end) return undefined;
    const isSmall = end - start <= 4 && smallWords.has(text.slice(start, end).toLowerCase());
    const fits = text.charAt(start).toLowerCase() === letters.charAt(letter);
    if (fits && !(isSmall && passesOver)) letter--;
    else if (!isSmall) return undefined;
    end = start;
  }
  return end;
}

function capitals(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++) if (isCapitalAt(word, at)) count++;
  return count;
}

/** A letter, a digit, an apostrophe or `&`. */
function isWordUnit(unit: number): boolean {
  return (
    isLetter(unit) || isDigit(unit) || unit === Unit.ampersand || unit === Unit.apostrophe || unit === Unit.rightQuote
  );
}
