import type { Span } from '../text/text.ts';
import type { Inlines } from './inlines.ts';

/**
 * The words from `from` to `to` of a block's text as a reader sees them: without comments, emphasis marks, footnote marks
 * and escapes, links by their words, line ends as spaces (none after a line's hyphen). Tags stay unless `withoutTags`.
 */
export function plainText(text: string, inlines: Inlines, { from, to }: Span, withoutTags = false): string {
  const cuts = cutsOf(inlines, withoutTags);
  let words = '';
  let at = from;
  for (const cut of cuts) {
    if (cut.to <= at || cut.from >= to) continue;
    if (cut.from > at) words += text.slice(at, cut.from);
    at = Math.max(at, cut.to);
  }
  if (at < to) words += text.slice(at, to);
  return words.includes('\n') || words.includes('\r') ? joinedLines(words) : words.trim();
}

/** The words of several lines on one: a line that ends in a letter and a hyphen joins the next without a space. */
export function joinedLines(words: string): string {
  return words
    .replace(/(\p{L}-)[ \t]*(?:\r\n|\r|\n)\s*/gu, '$1')
    .replace(/\\?[ \t]*(?:\r\n|\r|\n)\s*/g, ' ')
    .trim();
}

function cutsOf(inlines: Inlines, withoutTags: boolean): Span[] {
  const cuts: Span[] = [...inlines.comments, ...inlines.footnoteMarks];
  for (const { from, to, width } of inlines.emphases) cuts.push({ from, to: from + width }, { from: to - width, to });
  for (const { from, to, words } of inlines.links) cuts.push({ from, to: words.from }, { from: words.to, to });
  for (const picture of inlines.pictures) cuts.push(picture);
  for (const at of inlines.escapes) cuts.push({ from: at, to: at + 1 });
  if (withoutTags) cuts.push(...inlines.tags);
  return cuts.length > 1 ? cuts.sort((a, b) => a.from - b.from) : cuts;
}
