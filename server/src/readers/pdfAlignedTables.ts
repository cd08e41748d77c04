import { append, runsOf } from '../text/lists.ts';
import type { Chunk } from './pdfChunk.ts';
import { lineOf, type PrintLine } from './pdfLine.ts';

/** In points: what begins, or ends, as close together as this stands in one column. */
const tolerance = 2.5;
/** So many rows make a table where no lines are drawn. */
const fewestRows = 3;

/** A bullet, a number or a letter before an item: what follows it at a distance is no second column. */
const marker = /^(?:\P{L}{1,2}|\(?(?:[\d.]{1,8}|[a-z]|[ivx]{1,5})[.)]?|[A-Z]\d*[.)]|o)$/u;

/** A row of a table without rules: its parts, each what stands in one column. */
type Parts = readonly Chunk[][];

/**
 * The lines, those that stand in columns as the cells of tables: rows in which something stands at a distance, at the same
 * place in each. `rows` are the chunks of the lines; `count` is how many tables the page has already.
 */
export function alignedTables(
  rows: readonly (readonly Chunk[])[],
  lines: readonly PrintLine[],
  count: number,
): { lines: PrintLine[]; count: number } {
  const parts = rows.map((row, i) => (lines[i]!.isContents || lines[i]!.artifact ? [] : partsOf(row)));
  const result: PrintLine[] = [];
  let table = count;
  for (let i = 0; i < lines.length; ) {
    const end = tableEnd(parts, lines, i);
    if (end === i) {
      result.push(lines[i]!);
      i++;
      continue;
    }
    table++;
    append(result, tableLines(parts.slice(i, end), lines.slice(i, end), table));
    i = end;
  }
  return { lines: result, count: table };
}

/** What wide gaps part in a line, unless the first is only its marker. */
function partsOf(row: readonly Chunk[]): Parts {
  const parts = runsOf(row, (chunk, before) => chunk.left - before.right < 1.2 * Math.max(chunk.size, before.size));
  return parts.length > 1 && marker.test(lineOf(parts[0]!).text) ? [] : parts;
}

/** Where a table that begins at this line ends; the same line if none does. */
function tableEnd(parts: readonly Parts[], lines: readonly PrintLine[], from: number): number {
  const first = parts[from]!;
  if (first.length < 2) return from;
  const pitch = 3.2 * lines[from]!.size;
  let rows = 0;
  let end = from;
  for (let i = from; i < lines.length; i++) {
    const row = parts[i]!;
    if (i > from && lines[i]!.base - lines[i - 1]!.base > pitch) break;
    if (row.length === first.length && row.every((part, j) => isAligned(part, first[j]!))) {
      rows++;
      end = i + 1;
    } else if (row.length !== 1 || !first.some(column => isAligned(row[0]!, column))) break;
    else if (lines[i]!.right > first[1]![0]!.left && isAligned(row[0]!, first[0]!)) break;
  }
  return rows >= fewestRows ? end : from;
}

function isAligned(part: readonly Chunk[], column: readonly Chunk[]): boolean {
  return (
    Math.abs(part[0]!.left - column[0]!.left) < tolerance ||
    Math.abs(part.at(-1)!.right - column.at(-1)!.right) < tolerance
  );
}

function tableLines(parts: readonly Parts[], lines: readonly PrintLine[], table: number): PrintLine[] {
  const columns = parts[0]!;
  const cells: PrintLine[] = [];
  let row = 0;
  parts.forEach((inRow, i) => {
    const wraps = i > 0 && inRow.length < columns.length && lines[i]!.base - lines[i - 1]!.base < 1.35 * lines[i]!.size;
    if (!wraps) row++;
    for (const [j, part] of inRow.entries()) {
      const column = inRow.length === columns.length ? j : columns.findIndex(column => isAligned(part, column));
      cells.push({ ...lineOf(part), cell: { table, row, column: column + 1 } });
    }
  });
  return cells.sort((a, b) => a.cell!.row - b.cell!.row || a.cell!.column - b.cell!.column);
}
