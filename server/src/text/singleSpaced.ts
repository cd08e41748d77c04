/**
 * A text with one space for each run of blanks and line ends. (Most blanks are one space: it is faster to leave
 * those alone.)
 */
export function singleSpaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}
