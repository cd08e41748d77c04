import type { Topics } from '../claims/topics.ts';
import type { Figure, WrittenDate } from '../figures/figure.ts';
import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import { idSet } from '../words/wordIds.ts';
import type { TableCell } from './tableCells.ts';
import type { TableSetting } from './tableSettings.ts';
import { termsIn } from './tableTerms.ts';
import { dateKey } from './tableUnits.ts';

/** A date in a name, and as it is compared. */
export interface NamedDate {
  readonly key: string;
  readonly when: WrittenDate;
}

/** What the name of a row or a column says. */
export interface Label {
  readonly prose: Prose;
  readonly topics: Topics;
  readonly terms: ReadonlySet<number>;
  readonly numbers: readonly number[];
  readonly dates: readonly NamedDate[];
}

const empty: Prose = { text: '', words: new Int32Array(0), sentences: [], striking: [], kept: [] };

/** The name of a column without a head. */
export const unnamed: Label = {
  prose: empty,
  topics: { prose: empty, codes: [], kinds: [] },
  terms: new Set(),
  numbers: [],
  dates: [],
};

/** What the cell of a name says. */
export function labelOf(cell: TableCell): Label {
  const { prose, topics, dates, figures } = cell;
  const terms = new Set<number>();
  let next = 0;
  for (const { first, last } of [...dates, { first: prose.words.length / 3, last: 0 }]) {
    for (const term of termsIn(topics, next, first)) terms.add(term);
    next = last;
  }
  return {
    prose,
    topics,
    terms,
    numbers: numbersIn(figures),
    dates: dates.map(when => ({ key: dateKey(prose, when), when })),
  };
}

/** The numbers of a name, those by which something is measured among them: *per 10,000*. */
export function numbersIn(figures: readonly Figure[]): number[] {
  return figures.flatMap(({ value, per }) => (per === undefined ? [value] : [value, per]));
}

/** *Rotherham* beside *England*, *this prison* beside *similar prisons*. */
export function isOfProvider(label: Label, { provider }: Pick<TableSetting, 'provider'>): boolean {
  return hasNoTermBut(label, provider);
}

/** *Average number of children*, over numbers that the first column’s head tells of: *caseload*. */
export function isPeople(label: Label): boolean {
  return hasNoTermBut(label, people);
}

const people = idSet('children people cases');

function hasNoTermBut({ prose, topics }: Label, words: ReadonlySet<number>): boolean {
  for (let at = 0; 3 * at < prose.words.length; at++)
    if (termsIn(topics, at, at + 1).size > 0 && !words.has(idAt(prose, at))) return false;
  return true;
}

/** A name as written. */
export function nameOf({ prose }: Label): string {
  const { text, words } = prose;
  const to = words[words.length - 2] ?? 0;
  return text.slice(words[0] ?? 0, /[)%]/.test(text.charAt(to)) ? to + 1 : to);
}
