import type { Inlines } from '../syntax/inlines.ts';
import { joinedLines } from '../syntax/plainText.ts';
import { escapedHtml } from '../text/html.ts';
import { firstWhere, type Span } from '../text/text.ts';
import { linkTarget } from './reference.ts';

/**
 * What is printed otherwise than as it stands: HTML around what is within it, or in its place. Spans count as the inlines
 * do.
 */
export interface PrintedMark extends Span {
  readonly within: Span | undefined;
  readonly before: string;
  readonly after: string;
}

/**
 * Prints parts of a block as a reader sees them, as HTML: emphasis, links within the report and to the web, pictures beside
 * the report, footnote marks. Nothing in it runs: what is no such mark is text.
 *
 * @param text the block's text, from which spans count
 * @param more what else is printed otherwise
 */
export function htmlPrinter(text: string, inlines: Inlines, more: readonly PrintedMark[] = []): (span: Span) => string {
  const marks = [...marksOf(text, inlines), ...more].sort((a, b) => a.from - b.from || b.to - a.to);
  return ({ from, to }) => {
    let next = firstWhere(marks.length, i => (marks[i]?.from ?? 0) >= from);
    const read = (start: number, end: number): string => {
      let html = '';
      let at = start;
      for (let mark = marks[next]; mark !== undefined && mark.from < end; mark = marks[next]) {
        next++;
        if (mark.from < at || mark.to > end) continue; // it overlaps another
        html += words(text.slice(at, mark.from)) + mark.before;
        if (mark.within !== undefined) html += read(mark.within.from, mark.within.to);
        while ((marks[next]?.from ?? Infinity) < mark.to) next++;
        html += mark.after;
        at = mark.to;
      }
      return html + words(text.slice(at, end));
    };
    return read(from, to).trim();
  };
}

/** A span that is a link to a place of the page. */
export function linkMark(span: Span, id: string): PrintedMark {
  return { from: span.from, to: span.to, before: `<a href="#${escapedHtml(id)}">`, within: span, after: '</a>' };
}

/** A span that is printed as a grade is. */
export function gradeMark(span: Span): PrintedMark {
  return { from: span.from, to: span.to, before: '<strong class="grade">', within: span, after: '</strong>' };
}

function* marksOf(text: string, inlines: Inlines): Iterable<PrintedMark> {
  const { comments, emphases, escapes, footnoteMarks, lineBreaks, links, pictures, tags } = inlines;
  const shown = (span: Span, before: string, within?: Span, after = ''): PrintedMark => {
    return { from: span.from, to: span.to, before, within, after };
  };
  for (const comment of comments) yield shown(comment, '');
  for (const at of escapes) yield shown({ from: at, to: at + 1 }, '');
  for (const at of lineBreaks) yield shown({ from: at, to: at + 1 }, '<br>');
  for (const tag of tags) yield shown(tag, '<span class="tag">', tag, '</span>');
  for (const emphasis of emphases) {
    const { from, to, width } = emphasis;
    const element = width === 1 ? 'em' : 'strong';
    yield shown(emphasis, `<${element}>`, { from: from + width, to: to - width }, `</${element}>`);
  }
  for (const mark of footnoteMarks) {
    const name = escapedHtml(mark.name);
    yield shown(mark, `<sup><a href="#note-${name}">${name}</a></sup>`);
  }
  for (const link of links) {
    const address = addressOf(link.target);
    if (address === undefined) yield shown(link, `<span title="${escapedHtml(link.target)}">`, link.words, '</span>');
    else yield shown(link, `<a href="${escapedHtml(address)}">`, link.words, '</a>');
  }
  for (const picture of pictures) {
    const description = escapedHtml(text.slice(picture.words.from, picture.words.to));
    const isBeside = isRelative(picture.target);
    yield shown(picture, isBeside ? `<img src="${escapedHtml(picture.target)}" alt="${description}">` : description);
  }
}

/** Where a link may lead: a place in this report, a page of the web, an address for mail. */
function addressOf(target: string): string | undefined {
  const { path, id, external } = linkTarget(target);
  if (!external && path === '' && id !== '') return `#${id}`;
  return /^(?:https?:\/\/|mailto:)/i.test(target) ? target : undefined;
}

/** Whether an address is a path from the report's folder on. */
function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(target);
}

/** Some words on one line; a blank at either end stays one. */
function words(text: string): string {
  const joined = joinedLines(text);
  if (joined === '') return text === '' ? '' : ' ';
  return escapedHtml(`${/^\s/.test(text) ? ' ' : ''}${joined}${/\s$/.test(text) ? ' ' : ''}`);
}
