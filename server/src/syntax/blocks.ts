import { copied } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { attributesAt } from './attributes.ts';
import type { Block } from './block.ts';
import {
  footnoteLabelAt,
  headingMarkAt,
  isFence,
  judgementLabelAt,
  type StartMark,
  startsBullet,
  startsQuotation,
  startsTable,
} from './blockStart.ts';
import { isBlank, skipBlanks, trimmedEnd } from './characters.ts';
import { commentAt, type StandingComment } from './comment.ts';
import { inlinesOf, inlinesOfParts, marksOf, noInlines } from './inlines.ts';
import { type Line, Lines } from './line.ts';
import { numberAt, type ParagraphNumber, relativeNumber } from './number.ts';
import { type ParagraphKind, paragraphText } from './paragraphText.ts';
import { tableRows } from './table.ts';

/** All the blocks of a text, in order; their lengths add up to the text's. */
export function blocksOf(text: string): Block[] {
  const lines = new Lines(text);
  const blocks: Block[] = [];
  let previous: Block | undefined;
  for (let at = 0; at < text.length; at += previous.length) {
    previous = blockAt(lines, at, previous);
    blocks.push(previous);
  }
  return blocks;
}

/** Whether a judgement line may follow: after a heading, or after comments under one. */
export function isUnderHeading(previous: Block | undefined): boolean {
  return previous?.kind === 'heading' || (previous?.kind === 'comment' && previous.underHeading);
}

/**
 * Reads the block that starts at `from` (`markup.md` §2), the end of the block before, `previous`, or 0; it is less than
 * the text's length. It never fails, and of the block before only `isUnderHeading` bears on what it finds.
 */
export function blockAt(lines: Lines, from: number, previous: Block | undefined): Block {
  const { text } = lines;
  const line = lines.at(from === 0 ? lineStart(lines) : from);
  if (line.blank) return plain(lines, from, line);
  if (previous === undefined && line.from === 0 && isFence(lines, line)) return frontMatter(lines, line);
  const underHeading = isUnderHeading(previous);
  if (line.indent < 2) {
    switch (text[line.mark]) {
      case '#': {
        const mark = headingMarkAt(lines, line);
        if (mark !== undefined) return heading(lines, from, line, mark);
        break;
      }
      case '|':
        if (startsTable(lines, line)) return table(lines, from, line);
        break;
      case '[': {
        const label = footnoteLabelAt(lines, line);
        if (label !== undefined) return footnote(lines, from, line, label);
        break;
      }
      case '>':
        if (startsQuotation(lines, line)) return quotation(lines, from, line);
        break;
    }
    const number = numberAt(text, line.mark);
    if (number !== undefined) return numbered(lines, from, line, number);
    const label = underHeading ? judgementLabelAt(lines, line) : undefined;
    if (label !== undefined) return judgement(lines, from, line, label);
  }
  const comment = commentAt(lines, line);
  if (comment !== undefined) return commentBlock(lines, from, line, comment, underHeading);
  if (startsBullet(lines, line)) return bullet(lines, from, line);
  return plain(lines, from, line);
}

const indented: ParagraphKind = { keepsIndented: true, number: undefined };
const notIndented: ParagraphKind = { keepsIndented: false, number: undefined };

/** Where the first line of a text starts that is not blank, or its last line. */
function lineStart(lines: Lines): number {
  const start = lines.skipBlank(0);
  return start < lines.text.length ? start : 0;
}

function frontMatter(lines: Lines, first: Line): Block {
  const { text } = lines;
  let firstBlank = text.length;
  for (let at = first.next; at < text.length; ) {
    const line = lines.at(at);
    if (isFence(lines, line)) {
      const { length, looked, start, end } = measures(lines, 0, first, line.next, 0);
      const content = { from: first.next, to: line.from };
      return { kind: 'frontMatter', length, looked, start, end, inlines: noInlines, content, closed: true };
    }
    if (line.blank && firstBlank === text.length) firstBlank = line.from;
    at = line.next;
  }
  const { length, looked, start, end } = measures(lines, 0, first, firstBlank, text.length + 1);
  const content = { from: first.next, to: firstBlank };
  return { kind: 'frontMatter', length, looked, start, end, inlines: noInlines, content, closed: false };
}

function heading(lines: Lines, from: number, line: Line, mark: StartMark): Block {
  const { text } = lines;
  const titleFrom = Math.min(skipBlanks(text, mark.to), line.to);
  const lineTo = trimmedEnd(text, titleFrom, line.to);
  const wordsTo = withoutComments(lines, titleFrom, lineTo);
  let titleTo = withoutClosing(text, titleFrom, wordsTo);
  const attributes = attributesAt(text, titleFrom, titleTo, from);
  if (attributes !== undefined)
    titleTo = withoutClosing(text, titleFrom, trimmedEnd(text, titleFrom, attributes.from + from));
  const title = { from: titleFrom - from, to: titleTo - from };
  const parts = wordsTo === lineTo ? [title] : [title, { from: wordsTo - from, to: lineTo - from }];
  const inlines = inlinesOfParts(text.slice(from, lineTo), parts);
  const { length, looked, start, end } = measures(lines, from, line, line.next, 0);
  return { kind: 'heading', length, looked, start, end, inlines, level: mark.to - line.mark, title, attributes };
}

/** Where the words of a heading end when the comments after them are left out. */
function withoutComments(lines: Lines, from: number, to: number): number {
  let wordsTo = to;
  let commentsTo = from;
  for (let open = lines.commentFrom(from); open < to; open = lines.commentFrom(commentsTo)) {
    const mark = lines.afterOpening(open);
    if (mark === undefined || mark.opens || mark.to > to) return to;
    if (wordsTo === to || !lines.isBlankBetween(commentsTo, open)) wordsTo = open;
    commentsTo = mark.to;
  }
  return commentsTo === to ? trimmedEnd(lines.text, from, wordsTo) : to;
}

/** Where a heading's text ends when its closing `#` marks are left out. */
function withoutClosing(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && text.charCodeAt(at - 1) === Unit.hash) at--;
  if (at === to || (at > from && !isBlank(text.charCodeAt(at - 1)))) return to;
  return trimmedEnd(text, from, at);
}

function judgement(lines: Lines, from: number, line: Line, { to, word }: StartMark): Block {
  const { text } = lines;
  const contentFrom = Math.min(skipBlanks(text, to), line.to);
  const contentTo = trimmedEnd(text, contentFrom, line.to);
  const inlines = inlinesOf(text.slice(from, contentTo), contentFrom - from);
  const { length, looked, start, end } = measures(lines, from, line, line.next, 0);
  const label = { from: start, to: start + word.length };
  const content = { from: contentFrom - from, to: contentTo - from };
  return { kind: 'judgement', length, looked, start, end, inlines, label, content };
}

function numbered(lines: Lines, from: number, line: Line, number: ParagraphNumber): Block {
  const textFrom = Math.min(number.textFrom, line.to);
  const {
    next,
    looked: far,
    content,
    inlines,
    hiddenNumbers,
  } = paragraphText(lines, from, line, textFrom, {
    keepsIndented: true,
    number: number.number,
  });
  const { length, looked, start, end } = measures(lines, from, line, next, far);
  const own = relativeNumber(number, from);
  return { kind: 'numbered', length, looked, start, end, inlines, content, hiddenNumbers, number: own };
}

function bullet(lines: Lines, from: number, line: Line): Block {
  const textFrom = Math.min(skipBlanks(lines.text, line.mark + 1), line.to);
  const { next, looked: far, content, inlines, hiddenNumbers } = paragraphText(lines, from, line, textFrom, indented);
  const { length, looked, start, end } = measures(lines, from, line, next, far);
  return { kind: 'bullet', length, looked, start, end, inlines, content, hiddenNumbers, indent: line.indent };
}

function footnote(lines: Lines, from: number, line: Line, { to, word }: StartMark): Block {
  const textFrom = Math.min(skipBlanks(lines.text, to), line.to);
  const { next, looked: far, content, inlines, hiddenNumbers } = paragraphText(lines, from, line, textFrom, indented);
  const { length, looked, start, end } = measures(lines, from, line, next, far);
  const nameSpan = { from: start + 2, to: start + 2 + word.length };
  const name = copied(word);
  return { kind: 'footnote', length, looked, start, end, inlines, content, hiddenNumbers, name, nameSpan };
}

function plain(lines: Lines, from: number, line: Line): Block {
  const {
    next,
    looked: far,
    content,
    inlines,
    hiddenNumbers,
  } = paragraphText(lines, from, line, line.mark, notIndented);
  const { length, looked, start, end } = measures(lines, from, line, next, far);
  return { kind: 'plain', length, looked, start, end, inlines, content, hiddenNumbers };
}

function table(lines: Lines, from: number, line: Line): Block {
  const { rows, next } = tableRows(lines, from, line);
  const text = lines.text.slice(from, lines.endBefore(next));
  const inlines = inlinesOfParts(
    text,
    rows.flatMap(({ cells }) => cells),
  );
  const { length, looked, start, end } = measures(lines, from, line, next, 0);
  return { kind: 'table', length, looked, start, end, inlines, rows };
}

function quotation(lines: Lines, from: number, line: Line): Block {
  const { text } = lines;
  let next = line.next;
  while (next < text.length) {
    const below = lines.at(next);
    if (below.indent >= 2 || text.charCodeAt(below.mark) !== Unit.greaterThan) break;
    next = below.next;
  }
  const { length, looked, start, end } = measures(lines, from, line, next, 0);
  const inlines = marksOf(text.slice(from, lines.endBefore(next)), start + 1);
  return { kind: 'quotation', length, looked, start, end, inlines };
}

function commentBlock(lines: Lines, from: number, line: Line, comment: StandingComment, underHeading: boolean): Block {
  const { length, looked, start, end } = measures(lines, from, line, comment.next, comment.looked);
  const content = { from: comment.content.from - from, to: comment.content.to - from };
  const { closed } = comment;
  return { kind: 'comment', length, looked, start, end, inlines: noInlines, content, closed, underHeading };
}

/**
 * The measures of a block whose first line is given, and where the line after its last starts: blank lines there belong
 * to it. (The blocks are written out, not spread together: there are many, and spreading takes longer than reading them.)
 */
function measures(lines: Lines, from: number, { mark }: Line, next: number, looked: number) {
  const to = lines.skipBlank(next);
  const end = trimmedEnd(lines.text, mark, lines.endBefore(next));
  return { length: to - from, looked: Math.max(to, looked) - from, start: mark - from, end: end - from };
}
