import type { Area } from '../../model/framework.ts';
import { isInOpening } from '../../model/judgements/judgements.ts';
import type { Report } from '../../model/report.ts';
import { isRequiredArea } from '../../model/requiredAreas.ts';
import type { TableRow } from '../../syntax/block.ts';
import { blockText } from '../../syntax/document.ts';
import { editDistance } from '../../text/editDistance.ts';
import type { Span } from '../../text/text.ts';
import { changeTo } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { tabbedRows } from './tables/tabbedRows.ts';
import { doubledRows, idleRows, lostPipe, namelessRow, shortRow } from './tables/tableRows.ts';

/**
 * A table’s column has no heading, so that nobody can tell what stands in it; read aloud, each cell is announced by its
 * heading.
 *
 * ```inspectmark,expect
 * | Caseloads |  |
 *                ^ The second column of this table has no heading. Say above it what it holds.
 * | --- | --- |
 * | April | 24 |
 * | November | 16 |
 * ```
 *
 * A row with one pipe more than the others is told where it stands:
 *
 * ```inspectmark,expect
 * | Month | Caseloads |
 * | --- | --- |
 * | April || 24 |
 * ^^^^^^^^^^^^^^^ This row has more cells than the table has columns. Take out a pipe, or give the column a heading.
 * | November | 16 |
 * | December | 15 |
 * ```
 *
 * So is one that has fewer:
 *
 * ```inspectmark,expect
 * | Month | Caseloads |
 * | --- | --- |
 * | April | 24 |
 * | November |
 * ^^^^^^^^^^^^ This row has fewer cells than the table has columns.
 * ```
 *
 * A row that has lost its first pipe ends the table:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * | Month | Caseloads |
 * | --- | --- |
 * | April | 24 |
 * November | 16 |
 * ^^^^^^^^^^^^^^^ This line ends the table, for it does not begin with a pipe.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * | Month | Caseloads |
 * | --- | --- |
 * | April | 24 |
 * | November | 16 |
 * ```
 *
 * ```inspectmark
 * |  | Caseloads |
 * | --- | --- |
 * | April | 24 |
 * | November | 16 |
 * ```
 *
 * So does a head that has another number of cells than all its rows:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * | Month | Plans | |
 * ^^^^^^^^^^^^^^^^^^^ The head of this table has 3 cells, and its rows have 2.
 * | --- | --- |
 * | April | 24 |
 * | May | 31 |
 * ```
 *
 * Without the line of dashes under its first row a table is none:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * | Month | Plans |
 * ^^^^^^^^^^^^^^^^^ This is not read as a table, for no line of dashes is under it.
 * | April | 24 |
 * ```
 *
 * So is a head without any row:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * | Month | Plans |
 * ^^^^^^^^^^^^^^^^^ This table has a head and no rows.
 * | --- | --- |
 * ```
 *
 * The first column may do without one: its cells are headings themselves. So may both columns of a table of pairs, a name and
 * what it is: its first row is left empty.
 *
 * A row without words is told, and so is the head where it stands again, as on the top of another page:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * | Month | Plans |
 * | --- | --- |
 * | April | 24 |
 * | Month | Plans |
 * ^^^^^^^^^^^^^^^^^ The head of this table stands here again, and is read as a row. Take it out.
 * | May | 31 |
 * |  |  |
 * ^^^^^^^ This row is empty. Fill it in, or take it out.
 * ```
 *
 * Source: WCAG 2.2, 1.3.1.
 *
 * So is a row that stands there twice, and one that has lost its pipes:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * | Month | Caseloads |
 * | --- | --- |
 * | April | 24 |
 * | April | 24 |
 * ^^^^^^^^^^^^^^ This row is the same as the one above it.
 * | November | 16 |
 * December 15
 * ^^^^^^^^^^^ This line ends the table, for it has no pipes.
 * ```
 */
export const tableHeader: Rule = {
  id: 'table-header',
  group: 'publication',
  kind: 'fault',
  severity: 'warning',
  summary: 'A column of a table has no heading, or a row has more cells than there are columns',
  fixable: true,
  readsWords: whereStands(isInTable),
  *check({ report }) {
    const { source, blocks, starts } = report.document;
    const hasTabs = source.includes('\t');
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i];
      if (block?.kind === 'plain') {
        const from = (starts[i] ?? 0) + block.start;
        const isRow = source.charAt(from) === '|';
        const tabbed = isRow || !hasTabs || isToldAsEntry(report, i) ? undefined : tabbedRows(report, i);
        if (tabbed !== undefined) yield tabbed;
        if ((isRow || blocks[i - 1]?.kind === 'table') && !isToldAsEntry(report, i))
          yield* isRow ? undashedHead(report, from) : lostPipe(report, i, from);
      }
      if (block?.kind !== 'table') continue;
      const [header, ...rows] = block.rows;
      if (header === undefined) continue;
      const base = starts[i] ?? 0;
      if (rows.length === 0 && isHead(source.slice(base + header.from, base + header.to)) && !isToldAsEntry(report, i))
        yield {
          from: base + header.from,
          to: base + header.to,
          message: 'This table has a head and no rows. Fill it in, or take it out.',
        };
      yield* misspeltHead(report, header, base);
      const short = shortRow(source.slice(base, base + block.end), block.rows);
      if (short !== undefined) {
        yield { ...short, from: base + short.from, to: base + short.to };
        continue;
      }
      const again = rows.find(({ from, to }) => secondLine.test(source.slice(base + from, base + to)));
      if (again !== undefined) {
        const message = 'This line of dashes stands under the head already, and is printed as a row. Take it out.';
        yield { from: base + again.from, to: base + again.to, message };
        continue;
      }
      const isFilled = (cell: Span | undefined): boolean =>
        cell !== undefined && source.slice(base + cell.from, base + cell.to).trim() !== '';
      yield* idleRows(source, header, rows, base);
      yield* namelessRow(source, rows, base);
      if (!isGradedTable(report, i)) yield* doubledRows(source, rows, base);
      // Pairs of a name and a value have no other form in a text than that of a table without a head.
      const arePairs = header.cells.length === 2 && !header.cells.some(isFilled);
      if (arePairs && !isGradedTable(report, i) && rows.every(({ cells }) => isFilled(cells[0]))) continue;
      yield* headlessColumn(header, rows, base, isFilled);
    }
  },
};

/** Whether a first row names two columns or more; one with a figure or a colon says a thing and its value, and needs no other. */
function isHead(row: string): boolean {
  return /^\|[^|\d:]{1,40}\|[^|\d:]{1,40}(?:\|[^|\d:]{0,40}){0,8}$/.test(row);
}

/** The first line of what has pipes and is no table, for no dashes are under it. */
function* undashedHead({ document: { source }, judgements }: Report, from: number): Iterable<Finding> {
  const [line = ''] = /^\|[^|\r\n]{0,300}\|[^\r\n]{0,300}/.exec(source.slice(from, from + longestRow)) ?? [];
  if (line === '' || judgements.some(own => own.from >= from && own.from < from + line.length)) return;
  const row = line.trimEnd();
  const columns = row.replace(/^\||\|$/g, '').split('|').length;
  const dashes = columns > mostColumns ? 'a line like “| --- | --- |”' : `“|${' --- |'.repeat(columns)}”`;
  yield {
    from,
    to: from + row.length,
    message: `This is not read as a table, for no line of dashes is under it. Write ${dashes} there.`,
  };
}

/** The first column that is filled in and has no heading, or, where few rows have it, the first of these. */
function* headlessColumn(
  header: TableRow,
  rows: readonly TableRow[],
  base: number,
  isFilled: (cell: Span | undefined) => boolean,
): Iterable<Finding> {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length);
  // The first column may do without a heading.
  const first = columns > 1 && header.cells.some(isFilled) ? 1 : 0;
  for (let column = first; column < columns; column++) {
    const cell = header.cells[column];
    if (isFilled(cell) || !rows.some(({ cells }) => isFilled(cells[column]))) continue;
    const [longer, ...others] = rows.filter(({ cells }) => cells.length > column);
    if (cell === undefined && longer !== undefined && (others.length + 1) * 2 <= rows.length) {
      yield {
        from: base + longer.from,
        to: base + longer.to,
        message: 'This row has more cells than the table has columns. Take out a pipe, or give the column a heading.',
        related: others.map(({ from, to }) => ({ from: base + from, to: base + to, message: 'So has this row.' })),
      };
      return;
    }
    const place = cell ?? { from: header.to, to: header.to };
    yield {
      from: base + place.from,
      to: base + place.to,
      message: `The ${ordinals[column] ?? `${column + 1}th`} column of this table has no heading. Say above it what it holds.`,
    };
    return;
  }
}

/** Whether a block has a pipe, or stands right below a table. */
function isInTable({ document }: Report, index: number): boolean {
  return document.blocks[index - 1]?.kind === 'table' || /[|\t]/.test(blockText(document, index));
}

/** Whether a table is a list of judgements. */
function isGradedTable({ judgements }: Report, index: number): boolean {
  return judgements.some(({ block }) => block === index);
}

/** The head of a table’s second column that is a word for judgements but for a letter. */
function* misspeltHead(
  { document: { source }, framework }: Report,
  { cells }: TableRow,
  base: number,
): Iterable<Finding> {
  const cell = cells[1];
  if (cell === undefined || cell.to - cell.from > longestHead) return;
  const place = { from: base + cell.from, to: base + cell.to };
  const words = source.slice(place.from, place.to).trim();
  const key = words.toLowerCase();
  if (framework.judgementWords.some(word => word.toLowerCase() === key)) return;
  const meant = framework.judgementWords.find(
    word => word.charAt(0).toLowerCase() === key.charAt(0) && editDistance(key, word.toLowerCase(), 2) === 1,
  );
  if (meant === undefined || key === `${meant.toLowerCase()}s`) return;
  yield {
    ...place,
    message: `“${words}” is misspelt. Write “${meant}”.`,
    fixes: [changeTo(place, meant)],
  };
}

const longestHead = 20;

/**
 * Whether what is not read as the list of judgements is told as that: an entry is lacking, and no block gives any, or the one
 * above does.
 */
function isToldAsEntry({ framework, judgements, metadata, sections }: Report, block: number): boolean {
  if (!isInOpening(sections, block)) return false;
  const entries = judgements.filter(({ carrier }) => carrier === 'entry');
  const isLacking = (own: Area): boolean =>
    isRequiredArea(own, metadata) && own.expects.includes('entry') && !entries.some(({ area }) => area === own.id);
  if (!framework.areas.some(isLacking)) return false;
  const [entry] = entries;
  return entry === undefined || entry.block === block - 1;
}

const mostColumns = 6;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const secondLine = /^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+$/;
const longestRow = 640;
