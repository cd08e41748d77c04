import { type ImportedBlock, type Piece, pieceOf } from './block.ts';
import type { PrintedLine } from './printedLine.ts';

/** The table whose first cell's first line stands at a place, and how many lines it takes. */
export function tableAt(lines: readonly PrintedLine[], at: number): { block: ImportedBlock; lines: number } {
  const table = lines[at]?.look?.cell?.table;
  const rows = new Map<number, Piece[][]>();
  let columns = 0;
  let to = at;
  for (; ; to++) {
    const line = lines[to];
    const cell = line?.look?.cell;
    if (line === undefined || cell === undefined || cell.table !== table) break;
    const row = rows.get(cell.row) ?? [];
    rows.set(cell.row, row);
    columns = Math.max(columns, cell.column);
    while (row.length < cell.column) row.push([]);
    row[cell.column - 1]!.push(pieceOf(line));
  }
  return { block: { kind: 'table', rows: [...rows.values()] }, lines: to - at };
}
