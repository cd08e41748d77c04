import { copied, type Span } from '../text/text.ts';
import { attributesAt } from './attributes.ts';
import type { Block, CommentBlock, TableRow } from './block.ts';
import { type ForeignMark, type Inlines, inlinesOf, noInlines } from './inlines.ts';
import { type Line, lineReader } from './line.ts';
import { isHigher, numberAt, type ParagraphNumber, skipBlanks } from './number.ts';

/** Reads the block that starts at an offset; nothing but the kind of the block before it bears on what it finds. */
export interface BlockReader {
  /** `from` is less than the text's length, and the end of the block before, `previous`, or 0. */
  blockAt(from: number, previous: Block | undefined): Block;
}

const judgementLabel = /(judgement|judgment|grade|rating)[ \t]*:/iy;
const footnoteLabel = /\[\^([^\s[\]]+)\]:/y;
const headingMark = /#{1,6}(?=[ \t\u00a0\r\n]|$)/y;
const commentMark = /<!--|-->/g;
const delimiterRow = /^\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const underline = /^(?:={2,}|-{2,})[ \t]*$/;

/** A reader of the blocks of one text (`markup.md` §2). It never fails: every text is blocks, end to end. */
export function blockReader(source: string): BlockReader {
  const lineAt = lineReader(source);

  function blockAt(from: number, previous: Block | undefined): Block {
    let line = lineAt(from);
    while (line.blank && line.next < source.length) line = lineAt(line.next);
    if (line.blank) return plain(from, line, from);
    if (previous === undefined && line.from === from && isFence(line)) return frontMatter(from, line);
    const underHeading = isUnderHeading(previous);
    if (line.indent < 2) {
      switch (source.charCodeAt(line.mark)) {
        case 35:
          if (startsHeading(line)) return heading(from, line);
          break;
        case 124:
          if (startsTable(line)) return table(from, line);
          break;
        case 91:
          if (startsFootnote(line)) return footnote(from, line);
          break;
        case 62:
          if (startsQuotation(line)) return quotation(from, line);
          break;
      }
      const number = numberAt(source, line.mark);
      if (number !== undefined) return numbered(from, line, number);
      if (underHeading && startsJudgement(line)) return judgement(from, line);
    }
    if (source.charCodeAt(line.mark) === 60) {
      const comment = commentAt(from, line, underHeading);
      if (comment !== undefined) return comment;
    }
    if (startsBullet(line)) return bullet(from, line);
    return plain(from, line, line.mark);
  }

  function isFence(line: Line): boolean {
    return line.indent === 0 && source.startsWith('---', line.mark) && source.slice(line.mark, line.to).trimEnd() === '---';
  }

  function startsHeading(line: Line): boolean {
    headingMark.lastIndex = line.mark;
    return headingMark.test(source);
  }

  function startsTable(line: Line): boolean {
    if (line.next >= source.length) return false;
    const below = lineAt(line.next);
    return below.indent < 2 && source.charCodeAt(below.mark) === 124 && delimiterRow.test(source.slice(below.mark, below.to));
  }

  function startsFootnote(line: Line): boolean {
    footnoteLabel.lastIndex = line.mark;
    return source.charCodeAt(line.mark + 1) === 94 && footnoteLabel.test(source);
  }

  function startsQuotation(line: Line): boolean {
    return source.charCodeAt(line.mark) === 62 && (line.mark + 1 === line.to || isBlank(source.charCodeAt(line.mark + 1)));
  }

  function startsJudgement(line: Line): boolean {
    judgementLabel.lastIndex = line.mark;
    return judgementLabel.test(source);
  }

  function startsBullet(line: Line): boolean {
    const mark = source.charCodeAt(line.mark);
    return (mark === 45 || mark === 42) && line.mark + 1 < line.to && isBlank(source.charCodeAt(line.mark + 1));
  }

  /** Whether a line starts a block where a paragraph's text goes on; numbers are the numbered paragraph's own business. */
  function interrupts(line: Line): boolean {
    const unit = source.charCodeAt(line.mark);
    if (unit === 45 || unit === 42) return startsBullet(line);
    if (line.indent >= 2) return false;
    switch (unit) {
      case 35:
        return startsHeading(line);
      case 124:
        return startsTable(line);
      case 91:
        return startsFootnote(line);
      case 62:
        return startsQuotation(line);
      case 60:
        return source.startsWith('<!--', line.mark) && commentAt(line.from, line, false) !== undefined;
      default:
        return false;
    }
  }

  function frontMatter(from: number, first: Line): Block {
    const content = { from: first.next, to: source.length };
    let at = first.next;
    let firstBlank: Line | undefined;
    while (at < source.length) {
      const line = lineAt(at);
      if (isFence(line)) {
        content.to = line.from;
        return { kind: 'frontMatter', ...shape(from, first.mark, line, noInlines), content: within(content, from), closed: true };
      }
      if (line.blank) firstBlank ??= line;
      at = line.next;
    }
    let last = first;
    for (at = first.next; at < source.length && at !== firstBlank?.from; at = last.next) last = lineAt(at);
    content.to = Math.max(last.next, first.next);
    return { kind: 'frontMatter', ...shape(from, first.mark, last, noInlines), content: within(content, from), closed: false };
  }

  function heading(from: number, line: Line): Block {
    headingMark.lastIndex = line.mark;
    headingMark.test(source);
    const level = headingMark.lastIndex - line.mark;
    const textFrom = skipBlanks(source, headingMark.lastIndex);
    let textTo = trimmed(Math.min(textFrom, line.to), line.to);
    const closing = /(?:^|[ \t\u00a0])#+$/.exec(source.slice(textFrom, textTo));
    if (closing !== null) textTo = trimmed(textFrom, textFrom + closing.index);
    const attributes = attributesAt(source, textFrom, textTo, from);
    if (attributes !== undefined) textTo = trimmed(textFrom, attributes.from + from);
    const title = { from: Math.min(textFrom, textTo), to: textTo };
    return {
      kind: 'heading',
      ...shape(from, line.mark, line, inlinesOf(source.slice(from, textTo), title.from - from)),
      level,
      title: within(title, from),
      attributes,
    };
  }

  function judgement(from: number, line: Line): Block {
    judgementLabel.lastIndex = line.mark;
    const label = judgementLabel.exec(source)?.[1] ?? '';
    const textFrom = Math.min(skipBlanks(source, judgementLabel.lastIndex), line.to);
    const textTo = trimmed(textFrom, line.to);
    return {
      kind: 'judgement',
      ...shape(from, line.mark, line, inlinesOf(source.slice(from, textTo), textFrom - from)),
      label: within({ from: line.mark, to: line.mark + label.length }, from),
      content: within({ from: textFrom, to: textTo }, from),
    };
  }

  function numbered(from: number, line: Line, number: ParagraphNumber): Block {
    const own: ParagraphNumber = { ...number, from: number.from - from, to: number.to - from, textFrom: number.textFrom - from };
    const { last, ...text } = paragraphText(from, line, Math.min(number.textFrom, line.to), number.number, true);
    return { kind: 'numbered', ...shape(from, line.mark, last, text.inlines), number: own, content: text.content, hiddenNumbers: text.hiddenNumbers };
  }

  function bullet(from: number, line: Line): Block {
    const textFrom = Math.min(skipBlanks(source, line.mark + 1), line.to);
    const { last, ...text } = paragraphText(from, line, textFrom, undefined, true);
    return { kind: 'bullet', ...shape(from, line.mark, last, text.inlines), indent: line.indent, content: text.content, hiddenNumbers: text.hiddenNumbers };
  }

  function footnote(from: number, line: Line): Block {
    footnoteLabel.lastIndex = line.mark;
    const name = footnoteLabel.exec(source)?.[1] ?? '';
    const textFrom = Math.min(skipBlanks(source, footnoteLabel.lastIndex), line.to);
    const { last, ...text } = paragraphText(from, line, textFrom, undefined, true);
    return {
      kind: 'footnote',
      ...shape(from, line.mark, last, text.inlines),
      name: copied(name),
      nameSpan: within({ from: line.mark + 2, to: line.mark + 2 + name.length }, from),
      content: text.content,
      hiddenNumbers: text.hiddenNumbers,
    };
  }

  function plain(from: number, line: Line, textFrom: number): Block {
    const { last, ...text } = paragraphText(from, line, textFrom, undefined, false);
    return { kind: 'plain', ...shape(from, line.mark, last, text.inlines), content: text.content, hiddenNumbers: text.hiddenNumbers };
  }

  /**
   * A paragraph's lines from its first. `keepsIndented`: indented lines belong to it even after blank ones. Inside a
   * numbered paragraph a line starts another only directly below its first line, or at the margin below an indented
   * line, and only with a higher number.
   */
  function paragraphText(from: number, first: Line, textFrom: number, number: string | undefined, keepsIndented: boolean) {
    const hiddenNumbers: ParagraphNumber[] = [];
    const foreign: ForeignMark[] = [...fenceMarks(from, first)];
    let last = first;
    let at = first.next;
    while (at < source.length) {
      let line = lineAt(at);
      if (line.blank) {
        while (line.blank && line.next < source.length) line = lineAt(line.next);
        if (line.blank || !keepsIndented || line.indent < 2 || startsBullet(line)) break;
      } else {
        if (interrupts(line)) break;
        if (line.indent < 2) {
          const hidden = numberAt(source, line.mark);
          if (hidden !== undefined) {
            const mayStart = number !== undefined && (last === first || last.indent >= 2);
            if (mayStart && hidden.textFrom < line.to && isHigher(hidden.number, number)) break;
            hiddenNumbers.push({ ...hidden, from: hidden.from - from, to: hidden.to - from, textFrom: hidden.textFrom - from });
          } else foreign.push(...underlineMarks(from, line), ...fenceMarks(from, line));
        }
      }
      last = line;
      at = line.next;
    }
    const content = { from: textFrom, to: trimmed(textFrom, last.to) };
    const found = inlinesOf(source.slice(from, content.to), textFrom - from);
    const inlines: Inlines = foreign.length === 0 ? found : { ...found, foreign: [...foreign, ...found.foreign] };
    return { last, inlines, content: within(content, from), hiddenNumbers: hiddenNumbers.length === 0 ? none : hiddenNumbers };
  }

  function underlineMarks(from: number, line: Line): readonly ForeignMark[] {
    const unit = source.charCodeAt(line.mark);
    if ((unit !== 61 && unit !== 45) || !underline.test(source.slice(line.mark, line.to))) return none;
    return [{ mark: 'underline', from: line.mark - from, to: line.to - from }];
  }

  function fenceMarks(from: number, line: Line): readonly ForeignMark[] {
    if (!source.startsWith('```', line.mark) && !source.startsWith('~~~', line.mark)) return none;
    return [{ mark: 'fence', from: line.mark - from, to: line.to - from }];
  }

  function table(from: number, first: Line): Block {
    const rows: TableRow[] = [];
    const delimiter = first.next;
    let last = first;
    for (let line = first; ; line = lineAt(line.next)) {
      if (line.blank || line.indent >= 2 || source.charCodeAt(line.mark) !== 124) break;
      if (line.from !== delimiter) rows.push(tableRow(from, line, line === first));
      last = line;
      if (line.next >= source.length) break;
    }
    return { kind: 'table', ...shape(from, first.mark, last, inlinesOf(source.slice(from, last.to), first.mark - from)), rows };
  }

  function tableRow(from: number, line: Line, header: boolean): TableRow {
    const cells: Span[] = [];
    const end = trimmed(line.mark, line.to);
    let start = line.mark + 1;
    for (let at = start; at <= end; at++) {
      const unit = source.charCodeAt(at);
      if (at < end && unit === 92) at++;
      else if (at === end || unit === 124) {
        const textFrom = Math.min(skipBlanks(source, start), at);
        if (at < end || textFrom < at) cells.push(within({ from: textFrom, to: trimmed(textFrom, at) }, from));
        start = at + 1;
      }
    }
    return { header, from: line.mark - from, to: end - from, cells };
  }

  function quotation(from: number, first: Line): Block {
    let last = first;
    while (last.next < source.length) {
      const line = lineAt(last.next);
      if (line.blank || line.indent >= 2 || !startsQuotation(line)) break;
      last = line;
    }
    return { kind: 'quotation', ...shape(from, first.mark, last, noInlines) };
  }

  /** A comment alone on its lines. Closed or not is known at the next `<!--` or `-->`, so each is looked for once. */
  function commentAt(from: number, first: Line, underHeading: boolean): CommentBlock | undefined {
    if (!source.startsWith('<!--', first.mark)) return undefined;
    commentMark.lastIndex = first.mark + 4;
    const next = commentMark.exec(source);
    const end = next === null ? source.length : next.index + next[0].length;
    const textFrom = first.mark + 4;
    if (next !== null && next[0] === '-->') {
      let last = lineAt(next.index);
      if (source.slice(end, last.to).trim() === '') {
        if (next.index <= first.to) last = first;
        return {
          kind: 'comment',
          ...shape(from, first.mark, { ...last, to: end }, noInlines),
          content: within({ from: textFrom, to: next.index }, from),
          closed: true,
          looked: end - from,
          underHeading,
        };
      }
      // Text follows on the closing line: within one paragraph it is a comment in that paragraph, beyond it an open one.
      if (next.index <= first.to || !crossesBlankLine(first, next.index)) return undefined;
    }
    return {
      kind: 'comment',
      ...shape(from, first.mark, first, noInlines),
      content: within({ from: textFrom, to: first.to }, from),
      closed: false,
      looked: end - from,
      underHeading,
    };
  }

  function crossesBlankLine(first: Line, to: number): boolean {
    for (let at = first.next; at < to; ) {
      const line = lineAt(at);
      if (line.blank) return true;
      at = line.next;
    }
    return false;
  }

  /** The measures of a block whose last line is given: the blank lines below belong to it. */
  function shape(from: number, mark: number, last: Line, inlines: Inlines) {
    let end = last.next;
    while (end < source.length) {
      const line = lineAt(end);
      if (!line.blank) break;
      end = line.next;
    }
    return { length: end - from, start: mark - from, end: trimmed(mark, last.to) - from, inlines };
  }

  function trimmed(from: number, to: number): number {
    let end = to;
    while (end > from && isBlank(source.charCodeAt(end - 1))) end--;
    return end;
  }

  return { blockAt };
}

/** All the blocks of a text, in order; their lengths add up to the text's. */
export function blocksOf(source: string): Block[] {
  const reader = blockReader(source);
  const blocks: Block[] = [];
  let previous: Block | undefined;
  for (let at = 0; at < source.length; at += previous.length) {
    previous = reader.blockAt(at, previous);
    blocks.push(previous);
  }
  return blocks;
}

/** Whether a judgement line may follow: after a heading, or after comments under one. */
export function isUnderHeading(previous: Block | undefined): boolean {
  return previous?.kind === 'heading' || (previous?.kind === 'comment' && previous.underHeading);
}

const none: readonly never[] = Object.freeze([]);

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0;
}

function within(span: Span, from: number): Span {
  return { from: span.from - from, to: span.to - from };
}
