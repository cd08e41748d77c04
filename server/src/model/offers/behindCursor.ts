import type { TagLink } from '../paragraph.ts';
import type { Report } from '../report.ts';

/** So many characters behind a cursor are looked at: a paragraph may be one line, however long. */
const farthest = 1000;

/** What stands behind an offset in its line. */
function behind({ document: { source } }: Report, offset: number): string {
  return /^[^\r\n]*/.exec(source.slice(offset, offset + farthest))?.[0] ?? '';
}

/** How many characters behind an offset belong to the grade that is written there: another one takes their place. */
export function restOfGrade(report: Report, offset: number): number {
  const judgement = report.judgements.find(({ from, to, text }) => text !== '' && from <= offset && offset <= to);
  return judgement === undefined ? 0 : Math.min(judgement.to - offset, behind(report, offset).length);
}

/** How many characters behind an offset go on with what a pattern of the whole of it says. */
export function restOf(report: Report, offset: number, whole: RegExp): number {
  return whole.exec(behind(report, offset))?.[0].length ?? 0;
}

/** How many characters behind an offset go on with words that have been begun before it, whatever their case. */
export function restOfWords(report: Report, offset: number, typed: number, words: string): number {
  const begun = report.document.source.slice(offset - typed, offset) + behind(report, offset);
  let same = 0;
  while (same < words.length && begun.charAt(same).toLowerCase() === words.charAt(same).toLowerCase()) same++;
  return Math.max(0, same - typed);
}

/** Whether nothing but blanks stands behind an offset in its line. */
export function isAtLineEnd(report: Report, offset: number): boolean {
  return behind(report, offset).trim() === '';
}

/** The tag in which an offset stands, if it ends in the same line. */
export function tagAround({ tags, document: { source } }: Report, offset: number): TagLink | undefined {
  return tags.find(({ from, to }) => from < offset && offset < to && !/[\r\n]/.test(source.slice(offset, to)));
}
