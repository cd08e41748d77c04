import type { Paragraph } from './paragraph.ts';
import { type Report, wordsOf } from './report.ts';

/** How many characters of a paragraph stand in an outline, or beside its number. */
const shownInOutline = 60;

/** A paragraph’s first words, as one line of an outline; or so many characters of them. */
export function firstWords(report: Report, paragraph: Paragraph, shown = shownInOutline): string {
  return shortened(wordsOf(report, paragraph.block, paragraph.content, { withoutTags: true }), shown);
}

/** So many characters of some words, up to the end of one. */
export function shortened(words: string, shown = shownInOutline): string {
  if (words.length <= shown) return words;
  const space = words.lastIndexOf(' ', shown);
  return space <= 0 ? `${[...words.slice(0, shown)].slice(0, -1).join('')}…` : `${words.slice(0, space)} …`;
}
