import { Unit } from '../text/unit.ts';
import { isBlank, isSpaceOrTab, trimmedEnd } from './characters.ts';
import { commentAt } from './comment.ts';
import type { Line, Lines } from './line.ts';

const headingMark = /#{1,6}(?=[ \t\u00a0\r\n]|$)/y;
const footnoteLabel = /\[\^([^\s[\]<]+)\]:/y;
const judgementLabel = /(judgement|judgment|grade|rating)[ \t\u00a0]*:/iy;

/** A mark at a block's start: where the text after it begins, blanks not skipped, and the word in it. */
export interface StartMark {
  readonly to: number;
  readonly word: string;
}

/** Whether a line is `---`, and so may open or close a front matter. */
export function isFence({ text }: Lines, { indent, mark, to }: Line): boolean {
  return indent < 2 && text.startsWith('---', mark) && trimmedEnd(text, mark + 3, to) === mark + 3;
}

/** The `#` marks with which a heading begins; alone on their line they are a heading too. */
export function headingMarkAt({ text }: Lines, { mark }: Line): StartMark | undefined {
  return markAt(headingMark, text, mark);
}

/** A footnote's `[^name]:`. */
export function footnoteLabelAt({ text }: Lines, { mark }: Line): StartMark | undefined {
  return markAt(footnoteLabel, text, mark);
}

/** A judgement line's `Judgement:`. */
export function judgementLabelAt({ text }: Lines, { mark }: Line): StartMark | undefined {
  return markAt(judgementLabel, text, mark);
}

/** Whether a line begins with a pipe and the next is a table's delimiter row. */
export function startsTable(lines: Lines, line: Line): boolean {
  const { text } = lines;
  if (text.charCodeAt(line.mark) !== Unit.pipe || line.next >= text.length) return false;
  const below = lines.at(line.next);
  return below.indent < 2 && isDelimiterRow(text, below.mark, trimmedEnd(text, below.mark, below.to));
}

/** Whether a line begins with `>` and a blank, or is `>` alone. */
export function startsQuotation({ text }: Lines, { mark, to }: Line): boolean {
  return text.charCodeAt(mark) === Unit.greaterThan && (mark + 1 === to || isBlank(text.charCodeAt(mark + 1)));
}

/** Whether a line begins with a bullet's mark and a blank, at any indentation. */
export function startsBullet({ text }: Lines, { mark }: Line): boolean {
  const unit = text.charCodeAt(mark);
  return (unit === Unit.hyphen || unit === Unit.star) && isBlank(text.charCodeAt(mark + 1));
}

/** Whether a line starts a block where a paragraph's text goes on; numbers are the paragraph's own business. */
export function interrupts(lines: Lines, line: Line): boolean {
  const unit = lines.text.charCodeAt(line.mark);
  if (unit === Unit.hyphen || unit === Unit.star) return startsBullet(lines, line);
  if (line.indent >= 2) return false;
  switch (unit) {
    case Unit.hash:
      return headingMarkAt(lines, line) !== undefined;
    case Unit.pipe:
      return startsTable(lines, line);
    case Unit.openBracket:
      return footnoteLabelAt(lines, line) !== undefined;
    case Unit.greaterThan:
      return startsQuotation(lines, line);
    case Unit.lessThan:
      return commentAt(lines, line) !== undefined;
    default:
      return false;
  }
}

function markAt(pattern: RegExp, text: string, at: number): StartMark | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : { to: pattern.lastIndex, word: match[1] ?? '' };
}

/** `| --- | :-: |`: cells of hyphens with or without colons, the last with or without its pipe. */
function isDelimiterRow(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) !== Unit.pipe) return false;
  let at = from;
  while (at < to) {
    at = skip(text, at + 1, isSpaceOrTab);
    if (text.charCodeAt(at) === Unit.colon) at++;
    const hyphens = at;
    at = skip(text, at, unit => unit === Unit.hyphen);
    if (at === hyphens) return false;
    if (text.charCodeAt(at) === Unit.colon) at++;
    at = skip(text, at, isSpaceOrTab);
    if (at < to && text.charCodeAt(at) !== Unit.pipe) return false;
    if (at + 1 === to) return true;
  }
  return at >= to; // past blanks at the line’s end
}

function skip(text: string, from: number, skips: (unit: number) => boolean): number {
  let at = from;
  while (at < text.length && skips(text.charCodeAt(at))) at++;
  return at;
}
