import { isCapitalLetter, isSmallLetter } from '../text/letters.ts';
import type { Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { interrupts, startsBullet } from './blockStart.ts';
import { trimmedEnd } from './characters.ts';
import { commentsReach } from './comment.ts';
import { type ForeignMark, type Inlines, inlinesOf, inlinesOfParts } from './inlines.ts';
import type { Line, Lines } from './line.ts';
import { isHigher, isNumberLetter, numberAt, type ParagraphNumber, relativeNumber } from './number.ts';

/** A paragraph's text and where it ends; spans are relative to the block. */
export interface ParagraphText {
  readonly content: Span;
  readonly inlines: Inlines;
  readonly hiddenNumbers: readonly ParagraphNumber[];
  /** Where the line after its last one starts, in the document. */
  readonly next: number;
  /** How far the parser looked for the end of a comment in it, in the document. */
  readonly looked: number;
}

/** What a paragraph's kind says of its lines. */
export interface ParagraphKind {
  /** Whether indented lines belong to it even after blank ones: in a numbered paragraph, a bullet, a footnote. */
  readonly keepsIndented: boolean;
  /** A numbered paragraph's number: a line directly below its first may start the next. */
  readonly number: string | undefined;
}

const underline = /^(?:=+|-{2,})$/;
const noNumbers: readonly never[] = [];

/**
 * A paragraph's lines from its first, of the block that starts at `from`, its text beginning at `textFrom`. Inside it a
 * line starts a numbered paragraph only directly below a numbered paragraph's first line, or at the margin below an
 * indented line, and only with a higher number than the paragraph's own.
 */
export function paragraphText(
  lines: Lines,
  from: number,
  first: Line,
  textFrom: number,
  kind: ParagraphKind,
): ParagraphText {
  const { text } = lines;
  const { keepsIndented } = kind;
  const hidden: ParagraphNumber[] = [];
  const foreign: ForeignMark[] = [];
  const parts: Span[] = [];
  let partFrom = textFrom;
  let looked = 0;
  let at = first.next;
  /** The indentation of the line that ends at `at`. */
  let indent = first.indent;
  const fence = fenceMark(lines, from, first);
  if (fence !== undefined) foreign.push(fence);
  if (first.indent >= 2 && !keepsIndented) {
    const number = numberAt(text, first.mark);
    if (number !== undefined) hidden.push(relativeNumber(number, from));
  }
  let comment = lines.commentFrom(textFrom);
  let line = first;
  for (;;) {
    if (comment < at) {
      const reach = commentsReach(lines, line, comment, keepsIndented);
      looked = Math.max(looked, reach.looked);
      at = reach.last.next;
      indent = reach.last.indent;
      comment = lines.commentFrom(at);
    }
    if (at >= text.length) break;
    if (isPlainLetter(text.charCodeAt(at))) {
      // Most lines: nothing can begin with such a letter but the paragraph's next words.
      const next = lines.next(at);
      if (comment < next) line = lines.at(at);
      at = next;
      indent = 0;
      continue;
    }
    const start = lines.skipBlank(at);
    if (start > at && (!keepsIndented || start === text.length)) break;
    line = lines.at(start);
    if (start > at) {
      if (line.indent < 2 || startsBullet(lines, line)) break;
      parts.push({ from: partFrom - from, to: trimmedEnd(text, partFrom, lines.endBefore(at)) - from });
      partFrom = line.mark;
      comment = lines.commentFrom(start);
    } else if (interrupts(lines, line)) break;
    else {
      const underlined = underlineMark(lines, from, line);
      if (underlined !== undefined) foreign.push(underlined);
    }
    const number = numberAt(text, line.mark);
    if (number !== undefined) {
      const belowFirst = kind.number !== undefined && line.from === first.next;
      const mayStart = line.indent < 2 && number.textFrom < line.to && (belowFirst || (keepsIndented && indent >= 2));
      if (mayStart && (kind.number === undefined || isHigher(number.number, kind.number))) break;
      hidden.push(relativeNumber(number, from));
    }
    const lineFence = fenceMark(lines, from, line);
    if (lineFence !== undefined) foreign.push(lineFence);
    at = line.next;
    indent = line.indent;
  }

  const to = trimmedEnd(text, partFrom, lines.endBefore(at));
  const content = { from: textFrom - from, to: to - from };
  const words = text.slice(from, to);
  parts.push({ from: partFrom - from, to: to - from });
  return {
    content,
    inlines: withForeign(parts.length === 1 ? inlinesOf(words, content.from) : inlinesOfParts(words, parts), foreign),
    hiddenNumbers: hidden.length === 0 ? noNumbers : hidden,
    next: at,
    looked,
  };
}

/** A letter that begins no block: not the `S` or `R` of a number. */
function isPlainLetter(unit: number): boolean {
  return isSmallLetter(unit) || (isCapitalLetter(unit) && !isNumberLetter(unit));
}

function underlineMark({ text }: Lines, from: number, { mark, to }: Line): ForeignMark | undefined {
  const unit = text.charCodeAt(mark);
  if (unit !== Unit.equals && unit !== Unit.hyphen) return undefined;
  const end = trimmedEnd(text, mark, to);
  return underline.test(text.slice(mark, end)) ? { mark: 'underline', from: mark - from, to: end - from } : undefined;
}

function fenceMark({ text }: Lines, from: number, { mark, to }: Line): ForeignMark | undefined {
  const unit = text.charCodeAt(mark);
  if (
    (unit !== Unit.backtick && unit !== Unit.tilde) ||
    (!text.startsWith('```', mark) && !text.startsWith('~~~', mark))
  )
    return undefined;
  return { mark: 'fence', from: mark - from, to: trimmedEnd(text, mark, to) - from };
}

function withForeign(inlines: Inlines, foreign: readonly ForeignMark[]): Inlines {
  if (foreign.length === 0) return inlines;
  return { ...inlines, foreign: [...foreign, ...inlines.foreign].sort((a, b) => a.from - b.from) };
}
