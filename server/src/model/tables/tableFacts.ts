import { DerivedFacts } from '../derivedFacts.ts';
import type { Figure, WrittenDate } from '../figures/figure.ts';
import type { FigurePlace } from '../figures/figureConflict.ts';
import type { Report } from '../report.ts';
import { type TableCell, type TableOfFigures, tablesOfFigures } from './tableCells.ts';
import { isOfProvider, isPeople, type Label, labelOf, nameOf, unnamed } from './tableLabels.ts';
import { type TableSetting, tableSettings } from './tableSettings.ts';
import { termsIn } from './tableTerms.ts';
import { isOfMoney, isOfShares, scaleIn } from './tableUnits.ts';

/** A figure of a table with what it is of, by its row and its column: so much of this, at that date. */
export interface TableFact extends FigurePlace {
  readonly figure: Figure;
  readonly table: TableOfFigures;
  readonly setting: TableSetting;
  readonly row: number;
  readonly column: number;
  /** What its row and its column are called, without their dates and numbers. */
  readonly terms: ReadonlySet<number>;
  /** *Children*, where the number of them is what a column gives of something else: *caseload*. */
  readonly optional: ReadonlySet<number>;
  /** The numbers among that: *within 20 working days*. */
  readonly numbers: ReadonlySet<number>;
  /** When it was so, by its row, its column or what stands above the table. */
  readonly date: string;
  readonly when: WrittenDate | undefined;
  /** Whether its column is headed by the provider’s name, or *this prison*. */
  readonly isOwn: boolean;
  /** What its row is called, and its column if that is no date. */
  readonly words: readonly string[];
  /** By so little may it be rounded. */
  readonly step: number;
}

const found = new DerivedFacts<readonly TableFact[]>();

/** What the tables of a report state in figures, found on first use. */
export function tableFacts(report: Report): readonly TableFact[] {
  return found.of(report, read);
}

function read(report: Report): TableFact[] {
  const tables = tablesOfFigures(report);
  if (tables.length === 0) return [];
  const settings = tableSettings(report, tables);
  return tables.flatMap((table, i) => factsOf(table, settings[i] as TableSetting));
}

function factsOf(table: TableOfFigures, setting: TableSetting): TableFact[] {
  if (setting.isPast) return [];
  const [first = []] = table.rows;
  // (Of names and their figures nothing more the first row is one too.)
  const isHeadless = first.length === 2 && first.slice(1).every(cell => onlyFigure(cell) !== undefined);
  const rows = isHeadless ? table.rows : table.rows.slice(1);
  const named = isCoded(rows) ? 1 : 0;
  const columns = isHeadless ? [unnamed, unnamed] : first.map(labelOf);
  const facts: TableFact[] = [];
  for (const [i, cells] of rows.entries()) {
    const name = cells[named];
    const row = name && labelOf(name);
    if (row === undefined) continue;
    for (const [column, cell] of cells.entries()) {
      const over = column <= named ? undefined : columns[column];
      const fact = over && factAt(table, setting, cell, row, over, columns[named]);
      if (fact !== undefined) facts.push({ ...fact, row: i, column });
    }
  }
  return facts;
}

/** Whether the rows of a table begin with letters or numbers that number them: *A*, *A1*; then their names follow. */
function isCoded(rows: TableOfFigures['rows']): boolean {
  return rows.every(
    ([code, name, figure]) =>
      figure !== undefined &&
      code !== undefined &&
      lengthOf(code) <= longestCode &&
      name !== undefined &&
      !/\d/.test(name.prose.text.charAt(name.prose.words[0] ?? 0)),
  );
}

const longestCode = 3;

function lengthOf({ prose: { words } }: TableCell): number {
  return (words[words.length - 2] ?? 0) - (words[0] ?? 0);
}

function factAt(
  table: TableOfFigures,
  setting: TableSetting,
  cell: TableCell,
  row: Label,
  column: Label,
  corner: Label | undefined,
): Omit<TableFact, 'row' | 'column'> | undefined {
  const figure = onlyFigure(cell);
  if (figure === undefined) return undefined;
  const named = [...row.dates, ...column.dates];
  const [date, ...others] = named.length > 0 ? named : [...(corner?.dates ?? []), ...setting.dates];
  // (Of two dates it is not known which is meant, or how far it is from one to the other.)
  if (others.some(({ key }) => key !== date?.key)) return undefined;
  // (*Total*: of what is said by the whole table.)
  if (row.terms.size === 0 && row.dates.length === 0) return undefined;
  const isOwn = isOfProvider(column, setting);
  const isOfPeople = row.terms.size > 0 && (corner?.terms.size ?? 0) > 0 && isPeople(column);
  const terms = new Set([...row.terms, ...(isOwn || isOfPeople ? [] : column.terms)]);
  for (let at = figure.last; 3 * at < cell.prose.words.length; at++)
    for (const term of termsIn(cell.topics, at, at + 1)) terms.add(term);
  if (terms.size === 0) return undefined;
  const scale =
    figure.kind === 'duration'
      ? 1
      : (scaleIn(column.prose) ?? scaleIn(row.prose) ?? (corner && scaleIn(corner.prose)) ?? setting.scale);
  return {
    table,
    setting,
    block: cell,
    figure: { ...figure, kind: kindIn(figure, row, column, setting), value: figure.value * scale },
    terms,
    optional: isOfPeople ? column.terms : new Set(),
    numbers: new Set([...row.numbers, ...column.numbers]),
    date: date?.key ?? '',
    when: date?.when,
    isOwn: isOwn && column.terms.size > 0,
    words: [row, ...(isOwn ? [] : [column])].filter(({ terms }) => terms.size > 0).map(nameOf),
    step: scale * 10 ** -figure.decimals,
  };
}

/** The figure of a cell that holds nothing else but its unit. */
function onlyFigure({ figures, dates, prose }: TableCell): Figure | undefined {
  const [figure, ...others] = figures;
  if (figure === undefined || others.length > 0 || dates.length > 0 || figure.first > 0) return undefined;
  if (figure.kind === 'label' || figure.kind === 'age' || figure.kind === 'points') return undefined;
  return prose.words.length / 3 > figure.last + mostUnits ? undefined : figure;
}

const mostUnits = 2;

/** A share where its column or its row is one of shares; a sum where those or the whole table are of sums. */
function kindIn({ kind }: Figure, row: Label, column: Label, setting: TableSetting): Figure['kind'] {
  if (kind !== 'count') return kind;
  const labels = [row.prose, column.prose];
  if (labels.some(isOfShares)) return 'percentage';
  return labels.some(isOfMoney) || setting.isOfMoney ? 'money' : kind;
}
