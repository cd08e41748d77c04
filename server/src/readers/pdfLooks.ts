import type { Look, SourceLine } from '../import/source.ts';
import { addCount, commonest } from '../text/lists.ts';
import type { Furniture, LinedPage } from './pdfFurniture.ts';
import { outerEdges } from './pdfGeometry.ts';
import type { PrintLine } from './pdfLine.ts';

/** In the size of running text: footnotes are smaller than this. */
const small = 0.93;
/** In ems: a line that ends no farther from the edge than this, were the next word added, is full. */
const slack = 1.5;
/** In ems: how far apart lines stand where no paragraph tells. */
const usualPitch = 1.2;

const noteMark = /^(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]{1,3}|[a-z])[,.]?$/u;
const sentenceEnd = /[.!?:;)\]”’"']$/;

/** What is common to a report's lines, against which each is measured. */
interface Measure {
  readonly size: number;
  /** The distance of a paragraph's lines, in the size of their letters. */
  readonly pitch: number;
  readonly edges: readonly { readonly left: number; readonly right: number }[];
}

/** A report's lines as the importer takes them: each with how it looks beside the others. */
export function sourceLines(pages: readonly LinedPage[], furniture: Furniture): SourceLine[] {
  const measure = measureOf(pages, furniture);
  const notes = noteNames(pages, furniture, measure);
  const next = nextLines(pages, furniture, notes);
  const lines: SourceLine[] = [];
  let tables = 0;
  pages.forEach((page, i) => {
    let before: PrintLine | undefined;
    let most = 0;
    page.lines.forEach((line, j) => {
      const isFurniture = furniture.has(line);
      const look: Look = {
        ...lookOf(line, isFurniture ? undefined : before, next.get(line), measure, i),
        ...(notes.has(line) && { note: notes.get(line)! }),
        ...(isFurniture && { furniture: furniture.get(line)! }),
        ...(line.cell !== undefined && { cell: { ...line.cell, table: tables + line.cell.table } }),
      };
      lines.push({ page: i + 1, line: j + 1, text: line.text, look });
      if (!isFurniture) before = line;
      most = Math.max(most, line.cell?.table ?? 0);
    });
    tables += most;
  });
  return lines;
}

function lookOf(
  line: PrintLine,
  before: PrintLine | undefined,
  next: PrintLine | undefined,
  { size, pitch, edges }: Measure,
  page: number,
): Look {
  const { left, right } = line.edges ?? edges[page]!;
  const superscripts = line.raised.filter(({ from, to }) => noteMark.test(line.text.slice(from, to)));
  return {
    size: rounded(line.size / size),
    bold: line.bold,
    italic: line.italic,
    ...(superscripts.length > 0 && { superscripts }),
    ...(!line.isTurned && { left: rounded((line.left - left) / size) }),
    ...(before !== undefined &&
      isBelow(line, before) && {
        above: rounded((line.base - before.base) / (pitch * Math.max(line.size, before.size))),
      }),
    ...(line.cell === undefined &&
      !line.isTurned && { full: line.right + 0.25 * line.size + (next?.firstWord ?? 0) > right - slack * size }),
  };
}

function isBelow(line: PrintLine, before: PrintLine): boolean {
  const isSamePlace =
    line.cell === undefined || (line.cell.row === before.cell?.row && line.cell.column === before.cell.column);
  return isSamePlace && !line.isTurned && line.base > before.base;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The lines of running text and headings. */
function textLines({ lines }: LinedPage, furniture: Furniture): PrintLine[] {
  return lines.filter(line => !furniture.has(line) && line.cell === undefined && !line.isTurned);
}

function measureOf(pages: readonly LinedPage[], furniture: Furniture): Measure {
  const letters = new Map<number, number>();
  const pitches = new Map<number, number>();
  for (const page of pages) {
    const lines = textLines(page, furniture);
    lines.forEach((line, i) => {
      const { size, text, base } = line;
      addCount(letters, Math.round(size * 2) / 2, text.length);
      const before = lines[i - 1];
      if (before === undefined || Math.abs(before.size - size) > 0.1) return;
      const pitch = (base - before.base) / size;
      if (pitch > 0.9 && pitch < 2.5) addCount(pitches, Math.round(pitch * 50) / 50);
    });
  }
  const size = commonest(letters) ?? 12;
  return { size, pitch: commonest(pitches) ?? usualPitch, edges: edgesOf(pages, furniture, size) };
}

/** The left and right edges of each page's text; a page with little text has those of its like. */
function edgesOf(pages: readonly LinedPage[], furniture: Furniture, size: number): { left: number; right: number }[] {
  const found = pages.map(page => {
    const lines = textLines(page, furniture).filter(line => line.size > small * size);
    return lines.length === 0 ? undefined : { ...outerEdges(lines), count: lines.length };
  });
  // Left and right pages may have different margins.
  const typical = [0, 1].map(side => {
    const pages = found.filter((page, i) => page !== undefined && i % 2 === side && page.count > 8);
    return { left: middle(pages.map(page => page!.left)), right: middle(pages.map(page => page!.right)) };
  });
  return found.map((page, i) => {
    const { left, right } = typical[i % 2]!;
    return {
      left: Math.min(page?.left ?? Infinity, left ?? page?.left ?? 0),
      right: Math.max(page?.right ?? 0, right ?? 0),
    };
  });
}

/**
 * The names of the footnotes whose text lines are: at the foot of their page, from a raised mark on. They are smaller than
 * running text; or as large, if the first of them stands apart and its mark is raised in the text above too.
 */
function noteNames(pages: readonly LinedPage[], furniture: Furniture, measure: Measure): Map<PrintLine, string> {
  const names = new Map<PrintLine, string>();
  const marks = new Set<string>();
  let unfinished: string | undefined;
  for (const page of pages) {
    const lines = textLines(page, furniture);
    for (const line of page.lines) if (!furniture.has(line)) for (const mark of marksIn(line)) marks.add(mark);
    const isFirst = (line: PrintLine, i: number): boolean =>
      marks.has(noteStart(line) ?? '') && isWellBelow(line, lines[i - 1], measure.pitch);
    const largeFrom = lines.findIndex(isFirst);
    const smallFrom = lines.findLastIndex(line => line.size > small * measure.size) + 1;
    const foot = lines.slice(largeFrom < 0 ? smallFrom : Math.min(largeFrom, smallFrom));
    let name = unfinished;
    for (const line of foot) {
      name = noteStart(line) ?? plainStart(line, marks) ?? name;
      if (name !== undefined) names.set(line, name);
    }
    const last = foot.at(-1);
    unfinished = last !== undefined && !sentenceEnd.test(last.text) ? name : undefined;
  }
  return names;
}

/** The marks of notes within a line, which stand behind words. */
function marksIn({ raised, text }: PrintLine): string[] {
  return raised
    .filter(({ from }) => from > 0)
    .map(({ from, to }) => text.slice(from, to))
    .filter(mark => noteMark.test(mark));
}

function isWellBelow(line: PrintLine, before: PrintLine | undefined, pitch: number): boolean {
  return before === undefined || line.base - before.base > 1.25 * pitch * Math.max(line.size, before.size);
}

function noteStart({ raised: [first], text }: PrintLine): string | undefined {
  if (first === undefined || first.from > 0) return undefined;
  const mark = text.slice(0, first.to);
  return noteMark.test(mark) ? mark : undefined;
}

/** A note’s number as some programs write it before its text: not raised, as it is in the text above. */
function plainStart({ text }: PrintLine, marks: ReadonlySet<string>): string | undefined {
  const number = /^(\d{1,3})\s(?=[\p{Lu}‘“(])/u.exec(text)?.[1];
  return number !== undefined && marks.has(number) ? number : undefined;
}

/** For each line of running text the one that follows it, on the next page if need be. */
function nextLines(
  pages: readonly LinedPage[],
  furniture: Furniture,
  notes: ReadonlyMap<PrintLine, string>,
): Map<PrintLine, PrintLine> {
  const next = new Map<PrintLine, PrintLine>();
  const last: { text?: PrintLine; note?: PrintLine } = {};
  for (const page of pages) {
    for (const line of textLines(page, furniture)) {
      const kind = notes.has(line) ? 'note' : 'text';
      if (last[kind] !== undefined) next.set(last[kind], line);
      last[kind] = line;
    }
  }
  return next;
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
