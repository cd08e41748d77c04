import type { Report } from '../../../model/report.ts';
import type { TableRow } from '../../../syntax/block.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** A row that is empty, or has the head’s words again as on the top of another page. */
export function* idleRows(
  source: string,
  header: TableRow,
  rows: readonly TableRow[],
  base: number,
): Iterable<Finding> {
  const wordsOf = ({ cells }: TableRow): string =>
    cells.map(({ from, to }) => source.slice(base + from, base + to).trim()).join('|');
  const head = wordsOf(header);
  if (!/[^|]/.test(head)) return;
  for (const row of rows) {
    const words = wordsOf(row);
    if (words !== head && /[^|]/.test(words)) continue;
    const message =
      words === head
        ? 'The head of this table stands here again, and is read as a row. Take it out.'
        : 'This row is empty. Fill it in, or take it out.';
    yield { from: base + row.from, to: base + row.to, message };
  }
}

/** A row that is the same as the one above it; few words, as of two inspectors of one body, may hold of two things. */
export function* doubledRows(source: string, rows: readonly TableRow[], base: number): Iterable<Finding> {
  for (const [i, { from, to, cells }] of rows.entries()) {
    const above = rows[i - 1];
    const written = source.slice(base + from, base + to);
    if (above === undefined || source.slice(base + above.from, base + above.to) !== written) continue;
    const [first] = cells;
    if (first === undefined || !/\p{L}{2}/u.test(source.slice(base + first.from, base + first.to))) continue;
    const isShort = !/\d/.test(written) && (written.match(/\p{L}+/gu) ?? []).length < fewestWords;
    yield {
      from: base + from,
      to: base + to,
      ...(isShort && { severity: 'information' as const }),
      message: 'This row is the same as the one above it. Take one out, or write what is meant.',
      related: [{ from: base + above.from, to: base + above.to, message: 'The first of the two.' }],
    };
  }
}

/** The line right below a table that has a row’s pipes but the first. */
export function* lostPipe(
  { document: { source, blocks, starts } }: Report,
  index: number,
  from: number,
): Iterable<Finding> {
  const above = (starts[index - 1] ?? 0) + (blocks[index - 1]?.end ?? 0);
  if (!/^(?:\r\n|[\r\n])[ \t]?$/.test(source.slice(above, from))) return;
  const [row = ''] = /^[^|\r\n]{1,300}[|｜][^\r\n]{0,300}/.exec(source.slice(from, from + longestRow)) ?? [];
  if (row === '') {
    yield* rowWithoutPipes(source, from);
    return;
  }
  yield {
    from,
    to: from + row.trimEnd().length,
    message: /[|]/.test(row)
      ? 'This line ends the table, for it does not begin with a pipe. Put “| ” before it if it is a row.'
      : 'This line ends the table, for its strokes are other signs than “|”. Write “|” for them.',
    fixes: [fixWith('Make it a row', { from, to: from }, '| ')],
  };
}

/** A line right below a table without any pipe; where it may be a note to the table it is a question. */
function* rowWithoutPipes(source: string, from: number): Iterable<Finding> {
  const [line = ''] = /^[^\r\n]{1,300}/.exec(source.slice(from, from + longestRow)) ?? [];
  const written = line.trimEnd();
  if (/^[#>*\-`<]|^\d{1,3}\. /.test(written)) return;
  const mayBeNote = /[.:!?]$/.test(written) || /^(?:source|note|data|base)\b/i.test(written);
  yield {
    from,
    to: from + written.length,
    ...(mayBeNote && { severity: 'information' as const }),
    message: 'This line ends the table, for it has no pipes. Write them if it is a row, or put a blank line above it.',
  };
}

/** The one row, or the line under the head, that has fewer cells than all the others. */
export function shortRow(written: string, rows: readonly TableRow[]): Finding | undefined {
  const [header] = rows;
  const columns = header?.cells.length ?? 0;
  if (header === undefined || columns < 2) return undefined;
  const [line = ''] = /(?<=[\r\n])\|?[ \t]*:?-+[-:| \t]*/.exec(written) ?? [];
  const parts = line.replace(/^\||\|?[ \t]*$/g, '').split('|').length;
  if (line !== '' && parts !== columns) {
    const others = rows.slice(1);
    if (others.length >= fewestRows && others.every(({ cells }) => cells.length === parts)) {
      const message = `The head of this table has ${columns} cells, and its rows have ${parts}. Give it as many.`;
      return { from: header.from, to: header.to, message };
    }
    const from = written.indexOf(line, header.to);
    const to = from + line.trimEnd().length;
    return { from, to, message: `This line has ${parts} of ${columns} columns. Write “---” once for each.` };
  }
  const [short, another, third] = rows.filter(({ cells }) => cells.length < columns);
  if (
    short !== undefined &&
    another !== undefined &&
    third === undefined &&
    rows.indexOf(another) === rows.indexOf(short) + 1 &&
    rows.length - 2 >= fewestRows
  )
    return {
      from: short.from,
      to: short.to,
      message: 'This row is broken off, and goes on in the next line. Write it in one line.',
    };
  if (short === undefined || another !== undefined || rows.length < fewestRows) return undefined;
  const message = 'This row has fewer cells than the table has columns. Write what is missing, or an empty cell.';
  return { from: short.from, to: short.to, message };
}

/** The one row of a table with figures that says nothing of what they are of. */
export function* namelessRow(source: string, rows: readonly TableRow[], base: number): Iterable<Finding> {
  if (rows.length < fewestNamed) return;
  const wordsOf = ({ cells }: TableRow, at: number): string =>
    source.slice(base + (cells[at]?.from ?? 0), base + (cells[at]?.to ?? 0)).trim();
  const [only, another] = rows.filter(row => wordsOf(row, 0) === '' && /^[^\p{L}]*\d[^\p{L}]*$/u.test(wordsOf(row, 1)));
  if (only === undefined || another !== undefined) return;
  yield {
    from: base + only.from,
    to: base + only.to,
    severity: 'information',
    message: 'The first cell of this row is empty, and of no other row. Say there what the row is about.',
  };
}

const fewestNamed = 4;

/** With so many words a row says something of its own. */
const fewestWords = 5;
const fewestRows = 2;
const longestRow = 640;
