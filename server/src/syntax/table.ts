import type { Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import type { TableRow } from './block.ts';
import { skipBlanks, trimmedEnd } from './characters.ts';
import type { Line, Lines } from './line.ts';

/** A table's rows, spans relative to the block, and where the line after it starts. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  readonly next: number;
}

/** The rows of the table whose first line is given; it runs while lines begin with a pipe. */
export function tableRows(lines: Lines, from: number, first: Line): TableRows {
  const { text } = lines;
  const rows = [tableRow(lines, from, first, true)];
  let next = lines.next(first.next);
  while (next < text.length) {
    const line = lines.at(next);
    if (line.indent >= 2 || text.charCodeAt(line.mark) !== Unit.pipe) break;
    rows.push(tableRow(lines, from, line, false));
    next = line.next;
  }
  return { rows, next };
}

/** A row's cells lie between its pipes; an escaped pipe and one within a comment part none. */
function tableRow(lines: Lines, from: number, line: Line, header: boolean): TableRow {
  const { text } = lines;
  const cells: Span[] = [];
  const end = trimmedEnd(text, line.mark, line.to);
  let start = line.mark + 1;
  for (let at = start; at <= end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === Unit.backslash && at + 1 < end) at++;
    else if (unit === Unit.lessThan && text.startsWith('<!--', at)) {
      const mark = lines.afterOpening(at);
      if (mark !== undefined && !mark.opens && mark.to <= end) at = mark.to - 1;
    } else if (at === end || unit === Unit.pipe) {
      const cellFrom = Math.min(skipBlanks(text, start), at);
      if (at < end || cellFrom < at) cells.push({ from: cellFrom - from, to: trimmedEnd(text, cellFrom, at) - from });
      start = at + 1;
    }
  }
  return { header, from: line.mark - from, to: end - from, cells };
}
