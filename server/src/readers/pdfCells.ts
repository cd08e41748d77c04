import { append } from '../text/lists.ts';
import type { Chunk } from './pdfChunk.ts';
import type { Box } from './pdfGeometry.ts';
import { linesOf, type PrintLine } from './pdfLine.ts';
import { places, reach } from './pdfRuledTables.ts';

/** What stands in each cell of a ruled table. */
export type Cells = ReadonlyMap<Box, readonly Chunk[]>;

/** What the cells of ruled lines hold: text that is only framed, and rows of several columns. */
export interface CellBlocks {
  readonly framed: readonly Chunk[];
  /** Rows that stand together, from the top. */
  readonly blocks: readonly { readonly top: number; readonly cells: Cells; readonly rows: number }[];
}

/** In lines: a cell that is as wide as its table and holds more is text in a frame. */
const longestHead = 3;

/**
 * Parts the rows of a table from what is only framed together with it: a headline above or below, a text under a row of
 * heads.
 */
export function cellBlocks(cells: Cells, { left, right }: Box): CellBlocks {
  const rows = rowsOf(cells);
  const isWide = (row: readonly Box[]) =>
    row.length === 1 && row[0]!.left < left + reach && row[0]!.right > right - reach;
  const first = rows.findIndex(row => !isWide(row));
  const last = rows.findLastIndex(row => !isWide(row));
  const framed: Chunk[] = [];
  const blocks: { top: number; cells: Map<Box, readonly Chunk[]>; rows: number }[] = [];
  let isOpen = false;
  rows.forEach((row, i) => {
    const isFramed = isWide(row) && (i < first || i > last || linesOf(cells.get(row[0]!)!).length > longestHead);
    if (isFramed) append(framed, cells.get(row[0]!)!);
    else {
      if (!isOpen) blocks.push({ top: row[0]!.top, cells: new Map(), rows: 0 });
      const block = blocks.at(-1)!;
      block.rows++;
      for (const cell of row) block.cells.set(cell, cells.get(cell)!);
    }
    isOpen = !isFramed;
  });
  return { framed, blocks };
}

/** The lines of a table, cell by cell; nothing if all of its cells are in one column. */
export function cellLines(cells: Cells, table: number): PrintLine[] | undefined {
  const numbers = cellNumbers([...cells.keys()]);
  return numbers?.flatMap(({ cell, row, column }) =>
    linesOf(cells.get(cell)!).map(line => ({ ...line, cell: { table, row, column } })),
  );
}

/** The cells by the height at which they begin, and from left to right. */
function rowsOf(cells: Cells): Box[][] {
  const boxes = [...cells.keys()];
  const tops = places(boxes.map(({ top }) => ({ at: top })));
  const rows = tops.map((): Box[] => []);
  for (const box of boxes) rows[rank(box.top, tops) - 1]!.push(box);
  return rows.map(row => row.sort((a, b) => a.left - b.left));
}

/** The cells in the order of reading, with their rows and columns from 1; nothing if they are all in one column. */
function cellNumbers(cells: readonly Box[]): { cell: Box; row: number; column: number }[] | undefined {
  const tops = places(cells.map(({ top }) => ({ at: top })));
  // A column begins where a cell with text follows one in the same row, so an indent that is ruled is none.
  const starts = places(
    cells.filter(cell => cells.some(other => isBeside(other, cell))).map(({ left }) => ({ at: left })),
  );
  if (starts.length === 0) return undefined;
  return cells
    .map(cell => ({ cell, row: rank(cell.top, tops), column: rank(cell.left, starts) + 1 }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function rank(value: number, among: readonly number[]): number {
  return among.filter(at => at <= value + reach).length;
}

function isBeside(before: Box, cell: Box): boolean {
  return (
    Math.abs(before.right - cell.left) < reach && before.top < cell.bottom - reach && before.bottom > cell.top + reach
  );
}
