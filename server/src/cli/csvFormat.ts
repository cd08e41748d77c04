import { plainMessage } from '../rules/messages/plainMessage.ts';
import { csvRows } from './csv.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';

/** A table for spreadsheets, a row for each finding. */
export function csvFormat(write: (text: string) => void): Format {
  const row = csvRows(write);
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
