import { DerivedFacts } from '../derivedFacts.ts';
import type { Figure, WrittenDate } from '../figures/figure.ts';
import type { FigurePlace } from '../figures/figureConflict.ts';
import type { Report } from '../report.ts';
import { idAt } from '../words/proseWords.ts';
import { idSet } from '../words/wordIds.ts';
import { type TableCell, type TableOfFigures, tablesOfFigures } from './tableCells.ts';
import { type TableSetting, tableSettings } from './tableSettings.ts';
import { termsIn } from './tableTerms.ts';
import { dateKey, isOfMoney, isOfShares, scaleIn } from './tableUnits.ts';

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
  const [head = [], ...rows] = table.rows;
  const names = [...head, ...rows.flatMap(([name]) => name ?? [])].map(labelOf);
  const facts: TableFact[] = [];
  for (const [i, cells] of rows.entries()) {
    const row = names[head.length + i];
    if (row === undefined) continue;
    for (const [column, cell] of cells.entries()) {
      const over = column === 0 ? undefined : names[column];
      const fact = over && factAt(table, setting, cell, row, over, names[0]);
      if (fact !== undefined) facts.push({ ...fact, row: i + 1, column });
    }
  }
  return facts;
}

/** A date in a name, and as it is compared. */
interface NamedDate {
  readonly key: string;
  readonly when: WrittenDate;
}

/** What the name of a row or a column says. */
interface Label {
  readonly cell: TableCell;
  readonly terms: ReadonlySet<number>;
  readonly numbers: readonly number[];
  readonly dates: readonly NamedDate[];
}

function labelOf(cell: TableCell): Label {
  const { prose, topics, dates, figures } = cell;
  const terms = new Set<number>();
  let next = 0;
  for (const { first, last } of [...dates, { first: prose.words.length / 3, last: 0 }]) {
    for (const term of termsIn(topics, next, first)) terms.add(term);
    next = last;
  }
  return { cell, terms, numbers: numbersIn(figures), dates: dates.map(when => ({ key: dateKey(prose, when), when })) };
}

/** The numbers of a name, those by which something is measured among them: *per 10,000*. */
export function numbersIn(figures: readonly Figure[]): number[] {
  return figures.flatMap(({ value, per }) => (per === undefined ? [value] : [value, per]));
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
      : (scaleIn(column.cell.prose) ??
        scaleIn(row.cell.prose) ??
        (corner && scaleIn(corner.cell.prose)) ??
        setting.scale);
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

/** *Rotherham* beside *England*, *this prison* beside *similar prisons*. */
function isOfProvider({ cell: { prose, topics } }: Label, { provider }: TableSetting): boolean {
  for (let at = 0; 3 * at < prose.words.length; at++)
    if (termsIn(topics, at, at + 1).size > 0 && !provider.has(idAt(prose, at))) return false;
  return true;
}

/** *Average number of children*, over numbers that the first column’s head tells of: *caseload*. */
function isPeople({ cell: { prose, topics } }: Label): boolean {
  for (let at = 0; 3 * at < prose.words.length; at++)
    if (termsIn(topics, at, at + 1).size > 0 && !people.has(idAt(prose, at))) return false;
  return true;
}

const people = idSet('children people cases');

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
  const labels = [row.cell.prose, column.cell.prose];
  if (labels.some(isOfShares)) return 'percentage';
  return labels.some(isOfMoney) || setting.isOfMoney ? 'money' : kind;
}

/** A name as written. */
function nameOf({ cell: { prose } }: Label): string {
  const { text, words } = prose;
  const to = words[words.length - 2] ?? 0;
  return text.slice(words[0] ?? 0, /[)%]/.test(text.charAt(to)) ? to + 1 : to);
}
