import { addToGroup, append } from '../text/lists.ts';
import { alignedTables } from './pdfAlignedTables.ts';
import { cellBlocks, cellLines } from './pdfCells.ts';
import { type Chunk, chunksOf, cutChunk } from './pdfChunk.ts';
import { type ContentsState, contentsLines } from './pdfContents.ts';
import type { Box } from './pdfGeometry.ts';
import { lineOf, linesOf, type PrintLine, rowsOf } from './pdfLine.ts';
import type { Glyph, Print } from './pdfPrint.ts';
import { cellOf, type RuledTable, ruledTables } from './pdfRuledTables.ts';
import { textColumns } from './pdfTextColumns.ts';

/** Lines in the order of reading, and whether they end within a contents list. */
export interface LinesRead {
  readonly lines: readonly PrintLine[];
  readonly contents: ContentsState;
}

/** The lines of a page, those of tables cell by cell. `before` is how the page before has ended. */
export function pageLines(print: Print, before: ContentsState): LinesRead {
  const [main = [], ...turned] = byTurn(print.glyphs);
  const tables = main[0]?.turn === 0 ? ruledTables(print.rules) : [];
  const { flow, cells } = sorted(chunksOf(main), tables);
  const ruled: { readonly top: number; readonly lines: readonly PrintLine[] }[] = [];
  let count = 0;
  for (const [table, inTable] of cells) {
    const { framed, blocks } = cellBlocks(inTable, table);
    append(flow, framed);
    for (const { top, cells, rows } of blocks) {
      const lines = cellLines(cells, count + 1);
      if (lines === undefined) append(flow, [...cells.values()].flat());
      // One row is no table, but what stands side by side in it is still read one after the other.
      else if (rows === 1) ruled.push({ top, lines: lines.map(({ cell, ...line }) => line) });
      else {
        count++;
        ruled.push({ top, lines });
      }
    }
  }
  const { lines, contents } = flowLines(flow, count, before);
  for (const { top, lines: inTable } of ruled) {
    const below = lines.findIndex(({ base }) => base > top);
    lines.splice(below === -1 ? lines.length : below, 0, ...inTable);
  }
  for (const glyphs of turned) {
    append(
      lines,
      linesOf(chunksOf(glyphs)).map(line => ({ ...line, isTurned: true }) as const),
    );
  }
  return { lines, contents };
}

/** The glyphs by how their lines run, that in which most do first. */
function byTurn(glyphs: readonly Glyph[]): Glyph[][] {
  const turns: Glyph[][] = [[], [], [], []];
  for (const glyph of glyphs) turns[glyph.turn]!.push(glyph);
  return turns.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
}

/** What stands in cells, and what does not. */
function sorted(chunks: readonly Chunk[], tables: readonly RuledTable[]) {
  const flow: Chunk[] = [];
  const cells = new Map(tables.map(table => [table, new Map<Box, Chunk[]>()]));
  for (const whole of chunks) {
    const table = tables.find(
      ({ left, top, right, bottom }) =>
        whole.right > left && whole.left < right && whole.base > top && whole.base - whole.size < bottom,
    );
    const pieces = table === undefined ? [] : cutChunk(whole, word => cellOf(word, table));
    if (table === undefined) flow.push(whole);
    for (const { place, chunk } of pieces) {
      if (place === undefined) flow.push(chunk);
      else {
        const inTable = cells.get(table!)!;
        addToGroup(inTable, place, chunk);
      }
    }
  }
  return { flow, cells: [...cells].filter(([, inCells]) => inCells.size > 0) };
}

/** The lines outside ruled tables. */
function flowLines(flow: readonly Chunk[], tables: number, before: ContentsState) {
  let contents = before;
  let count = tables;
  const lines: PrintLine[] = [];
  for (const { chunks, edges } of textColumns(flow)) {
    const rows = rowsOf(chunks);
    const found = contentsLines(rows.map(lineOf), contents);
    contents = found.state;
    const aligned = alignedTables(rows, found.lines, count);
    count = aligned.count;
    append(
      lines,
      aligned.lines.map(line => (edges === undefined ? line : { ...line, edges })),
    );
  }
  return { lines, contents };
}
