import { type Chunk, isApart } from './pdfChunk.ts';
import type { Glyph } from './pdfPrint.ts';

/** A line of print on its page. */
export interface PrintLine extends Omit<Glyph, 'turn'> {
  /** What of its text is smaller and raised. */
  readonly raised: readonly { readonly from: number; readonly to: number }[];
  /** What wide gaps part, from left to right. */
  readonly parts: readonly LinePart[];
  /** How wide its first word is: so much room its place on the line before would have needed. */
  readonly firstWord: number;
  /** Where it stands in a table of its page, each from 1. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** The edges of the column in which it is set, where the page has several. */
  readonly edges?: { readonly left: number; readonly right: number };
  readonly isContents?: true;
  /** Whether it runs another way than the page's text. */
  readonly isTurned?: true;
}

/** A part of a line, with its place in the line's text. */
interface LinePart {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/** In ems: what stands further apart than this is two parts of a line. */
const partGap = 1.2;

/** The lines of these chunks from top to bottom. */
export function linesOf(chunks: readonly Chunk[]): PrintLine[] {
  return rowsOf(chunks).map(lineOf);
}

/**
 * The chunks of each line, from top to bottom and from left to right; superscripts and subscripts are in the line that
 * they belong to.
 */
export function rowsOf(chunks: readonly Chunk[]): Chunk[][] {
  const rows = levelsOf(chunks);
  attachScripts(rows);
  return rows.filter(row => row.length > 0);
}

/** The chunks that stand at one height. */
function levelsOf(chunks: readonly Chunk[]): Chunk[][] {
  const sorted = [...chunks].sort((a, b) => a.base - b.base);
  const rows: Chunk[][] = [];
  for (const chunk of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && chunk.base - first.base <= 0.12 * Math.max(first.size, chunk.size)) row!.push(chunk);
    else rows.push([chunk]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** Whether a character stands right where the one before ends: a blank painted between is a soft hyphen’s. */
function isOnHeels(before: Glyph, after: Glyph): boolean {
  return Math.abs(after.left - before.right) < 0.02 * after.size;
}

/** Moves small chunks that stand at another height, close to larger ones, to the row of these. */
function attachScripts(rows: Chunk[][]): void {
  rows.forEach((row, i) => {
    const near = [rows[i + 1], rows[i + 2], rows[i - 1]];
    rows[i] = row.filter(chunk => {
      const host = near.find(other => other?.some(large => belongsTo(chunk, large)));
      host?.push(chunk);
      host?.sort((a, b) => a.left - b.left);
      return host === undefined;
    });
  });
}

function belongsTo(script: Chunk, { left, right, base, size }: Chunk): boolean {
  const raised = base - script.base;
  return (
    script.size < 0.8 * size &&
    raised > -0.35 * size &&
    raised < 0.75 * size &&
    script.left < right + 0.4 * size &&
    script.right > left - 0.4 * size
  );
}

/** The line that these chunks make. */
export function lineOf(row: readonly Chunk[]): PrintLine {
  const main = row.reduce((a, b) => (b.size > a.size ? b : a));
  const glyphs = row.flatMap(({ glyphs }) => glyphs);
  let text = '';
  let last: Glyph | undefined;
  let isSpaced = false;
  let firstEnd: number | undefined;
  const raised: { from: number; to: number }[] = [];
  const parts: { from: number; to: number; left: number; right: number }[] = [];
  let [bold, italic, letters] = [true, true, 0];
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      isSpaced = true;
      continue;
    }
    const isPart = last === undefined || glyph.left - last.right > partGap * Math.max(glyph.size, last.size);
    if (last !== undefined && ((isSpaced && !isOnHeels(last, glyph)) || isApart(last, glyph))) {
      text += ' ';
      firstEnd ??= last.right;
    }
    const from = text.length;
    text = withNext(text, glyph.text);
    if (isPart) parts.push({ from, to: text.length, left: glyph.left, right: glyph.right });
    else Object.assign(parts.at(-1)!, { to: text.length, right: Math.max(parts.at(-1)!.right, glyph.right) });
    if (glyph.size < 0.8 * main.size && main.base - glyph.base > 0.15 * main.size) {
      const before = raised.at(-1);
      if (before?.to === from) before.to = text.length;
      else raised.push({ from, to: text.length });
    } else if (/[\p{L}\p{N}]/u.test(glyph.text)) {
      letters++;
      bold &&= glyph.bold;
      italic &&= glyph.italic;
    }
    last = glyph;
    isSpaced = false;
  }
  return {
    text,
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
    base: main.base,
    size: main.size,
    bold: bold && letters > 0,
    italic: italic && letters > 0,
    artifact: row.every(({ glyphs }) => glyphs[0]!.artifact),
    raised,
    parts,
    firstWord: (firstEnd ?? last!.right) - row[0]!.left,
  };
}

/** A text with a next character, which may be an accent for the last one. */
function withNext(text: string, next: string): string {
  return /^\p{M}/u.test(next) ? text.slice(0, -1) + (text.slice(-1) + next).normalize('NFC') : text + next;
}
