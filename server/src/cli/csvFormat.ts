import { plainMessage } from '../features/plainMessage.ts';
import { printable } from './columns.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';

/**
 * A table for spreadsheets (RFC 4180), a row for each finding. It begins with a byte order mark, without which Excel takes it
 * for another encoding.
 */
export function csvFormat(write: (text: string) => void): Format {
  const row = (cells: readonly string[]): void => write(`${cells.map(cell).join(',')}\r\n`);
  write('\ufeff');
  row(['file', 'line', 'column', 'severity', 'rule', 'kind', 'message']);
  return {
    file({ path, text, findings }) {
      for (const finding of findings) {
        const { line, column } = placeOf(text, finding);
        const { severity, rule, kind, message } = finding;
        row([path, `${line}`, `${column}`, severity, rule, kind, plainMessage(message)]);
      }
    },
    end() {},
  };
}

/** A cell that is read as text: what a spreadsheet would take for a formula has an apostrophe before it. */
function cell(words: string): string {
  const text = printable(/^[=+@-]/.test(words) ? `'${words}` : words);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
