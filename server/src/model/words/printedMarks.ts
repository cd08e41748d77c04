import { Unit } from '../../text/unit.ts';
/**
 * A block's text with the commonest sign for each that print has others for, so that what reads words need know one: blanks
 * that do not break and hyphens that do not are blanks and hyphens, the letter that looks like an apostrophe is one, and a
 * thousand that a narrow blank parts is parted by a comma. Every word keeps its place.
 */
export function withCommonMarks(text: string): string {
  return text
    .replace(/(?<=(?<![\d.,])\d{1,3}|(?<![\d.,])\d{1,3},\d{3})[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ',')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replaceAll('\u02bc', '’');
}

/** Whether a character is one for which there is a commoner sign. */
export function isUncommonMark(unit: number): boolean {
  return (
    unit === Unit.noBreakSpace ||
    unit === Unit.thinSpace ||
    unit === Unit.narrowNoBreakSpace ||
    unit === Unit.unicodeHyphen ||
    unit === Unit.noBreakHyphen ||
    unit === Unit.letterApostrophe
  );
}

/** A block's text with a blank for the mark of each escape. */
export function withoutEscapes(text: string, escapes: readonly number[]): string {
  let words = '';
  let at = 0;
  for (const mark of escapes) {
    words += `${text.slice(at, mark)} `;
    at = mark + 1;
  }
  return at === 0 ? text : words + text.slice(at);
}
