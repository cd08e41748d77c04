import { isLetter } from '../text/letters.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/text.ts';
import { isBlank } from './characters.ts';
import type { Inlines } from './inlines.ts';

/** What words are asked for. */
export interface PlainTextOptions {
  /** Whether tags are left out, which tie the report together and are no words of it; else they stay. */
  readonly withoutTags?: boolean;
}

const hyphenatedLineEnd = /([-\u2010])[ \t]*(?:\r\n|\r|\n)[ \t]*(?![ \t\r\n])/g;

/**
 * The words from `from` to `to` of a block's text as a reader sees them: without comments, emphasis marks, footnote marks
 * and escapes, links by their words, line ends as spaces (none after a line's hyphen).
 */
export function plainText(text: string, inlines: Inlines, { from, to }: Span, options: PlainTextOptions = {}): string {
  const cuts = unprinted(inlines);
  for (const at of inlines.escapes) cuts.push({ from: at, to: at + 1 });
  for (const at of inlines.lineBreaks) cuts.push({ from: at, to: at + 1 });
  if (options.withoutTags) append(cuts, inlines.tags);
  let words = '';
  // (To look at the last character of text that grows would put all of it together each time.)
  let last = Number.NaN;
  let at = from;
  const read = (end: number): void => {
    if (at >= end) return;
    // Of the blanks on both sides of what is left out one is enough.
    const start = isBlank(last) && isBlank(text.charCodeAt(at)) ? at + 1 : at;
    if (start === end) return;
    words += text.slice(start, end);
    last = text.charCodeAt(end - 1);
  };
  for (const cut of inOrder(cuts)) {
    if (cut.to <= at || cut.from >= to) continue;
    read(cut.from);
    at = Math.max(at, cut.to);
  }
  read(to);
  return words.includes('\n') || words.includes('\r') ? joinedLines(words) : words.trim();
}

/** The words of several lines on one: a line that ends in a letter and a hyphen joins the next without a space. */
export function joinedLines(words: string): string {
  return words
    .replace(hyphenatedLineEnd, (end: string, hyphen: string, at: number) =>
      isLetter(words.charCodeAt(at - 1)) ? hyphen : end,
    )
    .replace(/[ \t]*(?:\r\n|\r|\n)\s*/g, ' ')
    .trim();
}

/** A text with blanks for what a reader does not see, so that every word keeps its place; escapes stay. */
export function publishedText(text: string, inlines: Inlines): string {
  const cuts = inOrder(unprinted(inlines));
  if (cuts.length === 0) return text;
  let words = '';
  let at = 0;
  for (const { from, to } of cuts) {
    if (to <= at) continue;
    const start = Math.max(at, from);
    words += text.slice(at, start) + ' '.repeat(to - start);
    at = to;
  }
  return words + text.slice(at);
}

/** Comments, pictures, and the marks of emphases, links and footnotes. */
function unprinted({ comments, footnoteMarks, emphases, links, pictures }: Inlines): Span[] {
  const spans: Span[] = [];
  append(spans, comments);
  append(spans, footnoteMarks);
  append(spans, pictures);
  for (const { from, to, width } of emphases) spans.push({ from, to: from + width }, { from: to - width, to });
  for (const { from, to, words } of links) spans.push({ from, to: words.from }, { from: words.to, to });
  return spans;
}

function inOrder(spans: Span[]): readonly Span[] {
  return spans.length > 1 ? spans.sort((a, b) => a.from - b.from) : spans;
}
