import { isCapitalLetter, isDigit, isSmallLetter } from '../text/letters.ts';
import { Unit } from '../text/unit.ts';

const punctuation = /\p{P}/u;

/** Whether a UTF-16 unit is a blank within a line: a space, a tab or a no-break space. */
export function isBlank(unit: number): boolean {
  return unit === Unit.space || unit === Unit.tab || unit === Unit.noBreakSpace;
}

/** Whether a UTF-16 unit is a space or a tab. */
export function isSpaceOrTab(unit: number): boolean {
  return unit === Unit.space || unit === Unit.tab;
}

/** Whether a UTF-16 unit is a blank or ends a line. */
export function isSpace(unit: number): boolean {
  return unit === Unit.space || (unit >= Unit.tab && unit <= Unit.carriageReturn) || unit === Unit.noBreakSpace;
}

/** Whether an upper-case letter stands at an offset. */
export function isCapitalAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return isCapitalLetter(unit);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character !== character.toLowerCase();
}

/** Whether a UTF-16 unit is a punctuation mark; of ASCII every sign that is neither letter nor digit is one. */
export function isPunctuation(unit: number): boolean {
  if (unit >= 128) return punctuation.test(String.fromCharCode(unit));
  return unit > Unit.space && unit <= Unit.tilde && !isSmallLetter(unit) && !isCapitalLetter(unit) && !isDigit(unit);
}

/** Where the blanks (space, tab, no-break space) that begin at `at` end. */
export function skipBlanks(text: string, at: number): number {
  let to = at;
  while (isBlank(text.charCodeAt(to))) to++;
  return to;
}

/** Where the text from `from` to `to` ends when the blanks at its end are left out. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Whether a backslash that is not itself escaped stands before an offset. */
export function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && text.charCodeAt(from - 1) === Unit.backslash) from--;
  return (at - from) % 2 === 1;
}
