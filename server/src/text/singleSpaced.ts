/**
 * A text with one space for each run of blanks and line ends. (Most blanks are one space: what leaves those alone takes a
 * third of the time.)
 */
export function singleSpaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}
