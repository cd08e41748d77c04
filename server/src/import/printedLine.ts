import { isCapitalLetter } from '../text/letters.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import { Unit } from '../text/unit.ts';
import { escapedInline } from './escapes.ts';
import type { Look, Source, SourceLine } from './source.ts';

/** A line of the report that is not blank, ready to be read. */
export interface PrintedLine {
  /** Its place in the source's lines. */
  readonly index: number;
  readonly page: number;
  readonly look: Look | undefined;
  /** Its words as the markup writes them within a paragraph: blanks single, escapes and footnote marks in place. */
  readonly text: string;
  /** Whether more than a line's usual distance is above it. */
  readonly isApart: boolean;
  /** Whether it is the first of its page. */
  readonly isTop: boolean;
  /** Whether the next line's first word would not have found room on it: the break says nothing then. */
  readonly isFull: boolean;
}

/** The lines that are not blank. Of a text, blank lines say what stands apart, unless there is one below every line. */
export function printedLines({ format, lines }: Source): PrintedLine[] {
  const gaps = gapsAbove(lines);
  const usual = format === 'text' ? usualGap(lines, gaps) : 0;
  const printed: PrintedLine[] = [];
  let page = 0;
  for (const [index, line] of lines.entries()) {
    const text = inlineText(line);
    if (text === '') continue;
    const isTop = line.page !== page;
    page = line.page;
    const isApart = format === 'docx' || (line.look?.above ?? 1) > 1.25 || (gaps[index] ?? 0) > usual;
    printed.push({ index, page, look: line.look, text, isApart: isApart && !isTop, isTop, isFull: false });
  }
  return printed;
}

/** The same lines, each with whether it is full: for that it is to be known which line comes next. */
export function measuredLines(lines: readonly PrintedLine[], { format, lines: printed }: Source): PrintedLine[] {
  if (format === 'docx') return [...lines];
  const columns = format === 'text' ? columnsOf(lines, printed) : undefined;
  const own = lines.map(({ text }) => printedWidth(text));
  const measure = percentile(own, 0.9);
  return lines.map((line, i) => {
    // A number torn from its paragraph is no part of the text between two lines.
    const next = /^\d{1,3}\.$/.test(lines[i + 1]?.text ?? '') ? lines[i + 2] : lines[i + 1];
    if (line.look?.full !== undefined) return { ...line, isFull: line.look.full };
    if (measure > longestLine || next === undefined) return line;
    if (columns !== undefined) return { ...line, isFull: columnsWith(line, next, printed) > columns };
    const nearby = Math.max(...own.slice(Math.max(0, i - 3), i + 4));
    const room = Math.max(measure * 0.65, Math.min(nearby, measure * 1.05)) * 0.97;
    const word = /^\S+/.exec(next.text)?.[0] ?? '';
    return { ...line, isFull: (own[i] ?? 0) + printedWidth(` ${word}`) > room };
  });
}

/**
 * How many columns a text has that was wrapped by counting characters, as mail and plain text are: no line has more, and each
 * that goes on would have had more with the next word. Nothing if print has broken the lines.
 */
function columnsOf(lines: readonly PrintedLine[], printed: readonly SourceLine[]): number | undefined {
  const columns = lines.reduce((most, { index }) => Math.max(most, printed[index]!.text.trimEnd().length), 0);
  if (columns > longestLine) return undefined;
  let all = 0;
  let fitting = 0;
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next === undefined || next.isTop || next.isApart || !/^\p{Ll}/u.test(next.text)) return;
    all++;
    if (columnsWith(line, next, printed) > columns) fitting++;
  });
  return all > 20 && fitting > all * 0.97 ? columns : undefined;
}

/** How many columns a line would have with the next one’s first word. */
function columnsWith({ index }: PrintedLine, next: PrintedLine, printed: readonly SourceLine[]): number {
  return printed[index]!.text.trimEnd().length + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0);
}

/** Lines of print are no longer; a text of longer ones has a paragraph on each. */
const longestLine = 160;

/** A line in parts, one from each place on. */
export function partedAt(line: PrintedLine, places: readonly number[]): PrintedLine[] {
  const parts = [0, ...places].map((from, i) => line.text.slice(from, places[i]).trim());
  return parts.map((text, i) => ({
    ...line,
    text,
    ...(i > 0 && { isApart: false, isTop: false }),
    isFull: i === parts.length - 1 && line.isFull,
  }));
}

/** Whether each line of a text is a paragraph: where one ends, that is the paragraph's end then. */
export function areParagraphs(lines: readonly PrintedLine[]): boolean {
  return (
    percentile(
      lines.map(({ text }) => printedWidth(text)),
      0.9,
    ) > longestLine
  );
}

/** A line's words, single blanks between them: the number that the source gives it first, superscripts as footnote marks. */
function inlineText({ text, look }: SourceLine): string {
  let marked = '';
  let at = 0;
  for (const { from, to } of look?.superscripts ?? []) {
    const name = text.slice(from, to).trim();
    if (!/^(?:\d{1,3}|[*†‡§]+)$/.test(name) || marked + text.slice(at, from).trim() === '') continue;
    marked += `${escapedInline(text.slice(at, from)).trimEnd()}[^${name}]`;
    at = to;
  }
  const words = singleSpaced(marked + escapedInline(text.slice(at))).trim();
  const number = look?.item?.number;
  return number === undefined || words === '' ? words : `${escapedInline(number)} ${words}`;
}

function gapsAbove(lines: readonly SourceLine[]): number[] {
  let gap = 0;
  return lines.map(({ text }) => {
    const above = gap;
    gap = text.trim() === '' ? gap + 1 : 0;
    return above;
  });
}

/** How many blank lines stand between two lines of one paragraph: none, or one where an extractor sets each line apart. */
function usualGap(lines: readonly SourceLine[], gaps: readonly number[]): number {
  const counts = [0, 0, 0];
  lines.forEach(({ text }, i) => {
    // A line in small letters goes on with the one above.
    if (i > 0 && /^\s*\p{Ll}/u.test(text)) counts[Math.min(2, gaps[i] ?? 0)]!++;
  });
  const [none = 0, one = 0, more = 0] = counts;
  if (more > none + one) return 2;
  return one > none * 3 ? 1 : 0;
}

/** How wide a text is in a proportional fount, in letters of usual width. */
function printedWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit < 128 ? (widths[unit] ?? 1) : unit === Unit.rightQuote || unit === Unit.leftQuote ? 0.5 : 1;
  }
  return width;
}

/** Of the signs of ASCII. */
const widths = Float32Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if ("iljtfrI.,;:'|!()[]-\\ ".includes(character)) return 0.6;
  if ('mwMW%'.includes(character)) return 1.5;
  return isCapitalLetter(unit) ? 1.2 : 1;
});

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
