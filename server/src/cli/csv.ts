import { printable } from './columns.ts';

/**
 * Writes a table for spreadsheets (RFC 4180), row by row. It begins with a byte order mark, without which Excel takes it for
 * another encoding.
 */
export function csvRows(write: (text: string) => void): (cells: readonly string[]) => void {
  write('\ufeff');
  return cells => write(`${cells.map(cell).join(',')}\r\n`);
}

/** A cell that is read as text: what a spreadsheet would take for a formula has an apostrophe before it. */
function cell(words: string): string {
  const text = printable(/^[=+@\t\uff1d\uff0b\uff20\uff0d-]/.test(words) ? `'${words}` : words);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
