import type { TableBlock } from '../../syntax/block.ts';
import type { Span } from '../../text/text.ts';

/** A cell of a table that is called a total, and the cells of which it would be the sum. */
export interface TableTotal extends Span {
  readonly value: number;
  readonly parts: readonly number[];
  readonly sum: number;
}

/**
 * The totals of a table that are not the sums of their rows, else of their columns; where most are none, none is meant for
 * one.
 */
export function wrongTotals(source: string, table: TableBlock, start: number): TableTotal[] {
  const cells = new Cells(source, table, start);
  for (const totals of [cells.across(), cells.down()]) {
    const wrong = totals.filter(({ value, sum }) => value !== sum);
    if (wrong.length > 0 && wrong.length * 2 <= totals.length) return wrong;
  }
  // A last row that is called so is one in any case, if it is not far from it.
  return cells.isTotalled ? cells.down().filter(isSlip) : [];
}

/** Whether a total is near its sum, and not for rounding: far from it, a row may be part of another. */
function isSlip({ value, parts, sum }: TableTotal): boolean {
  const rounding = parts.every(part => part >= large) ? parts.length / 2 : 0;
  return Math.abs(sum - value) > rounding && Math.abs(sum - value) <= mostOff * value;
}

/** Such numbers may be rounded to thousands or the like. */
const large = 100;
const mostOff = 0.5;

const names = /^\**(?:totals?|all|sum)\**$/i;

/** The whole numbers of a table, by row and column. */
class Cells {
  readonly #source: string;
  readonly #rows: TableBlock['rows'];
  readonly #start: number;

  constructor(source: string, { rows }: TableBlock, start: number) {
    this.#source = source;
    this.#rows = rows;
    this.#start = start;
  }

  /** Whether the last row is called a total, and none above it is part of another, or an average. */
  get isTotalled(): boolean {
    const bottom = this.#rows.length - 1;
    return (
      /^\**(?:grand |overall )?totals?\**$/i.test(this.#textAt(bottom, 0)) &&
      indexes(1, bottom).every(row => !/total|of wh(?:ich|om)|of these|average|mean|median/i.test(this.#textAt(row, 0)))
    );
  }

  /** The cells of the last column, if it is called a total, each with those before it but the first. */
  across(): TableTotal[] {
    const last = this.#width - 1;
    if (!names.test(this.#textAt(0, last))) return [];
    const columns = indexes(1, last);
    return indexes(1, this.#rows.length).flatMap(row =>
      this.#totalAt(
        row,
        last,
        columns.map(column => [row, column]),
      ),
    );
  }

  /** The cells of the last row, if it is called a total, each with those above it but the head. */
  down(): TableTotal[] {
    const bottom = this.#rows.length - 1;
    if (!names.test(this.#textAt(bottom, 0))) return [];
    const rows = indexes(1, bottom);
    return indexes(1, this.#width).flatMap(column =>
      this.#totalAt(
        bottom,
        column,
        rows.map(row => [row, column]),
      ),
    );
  }

  get #width(): number {
    return this.#rows[0]?.cells.length ?? 0;
  }

  #textAt(row: number, column: number): string {
    const cell = this.#rows[row]?.cells[column];
    return cell === undefined ? '' : this.#source.slice(this.#start + cell.from, this.#start + cell.to).trim();
  }

  #valueAt(row: number, column: number): number | undefined {
    const written = this.#textAt(row, column).replaceAll('*', '');
    return /^\d{1,3}(?:,?\d{3})*$/.test(written) ? Number(written.replaceAll(',', '')) : undefined;
  }

  /** None where one of the cells is no number, or there are fewer than two. */
  #totalAt(row: number, column: number, places: readonly (readonly [number, number])[]): TableTotal[] {
    const value = this.#valueAt(row, column);
    const parts = places.flatMap(place => this.#valueAt(...place) ?? []);
    const cell = this.#rows[row]?.cells[column];
    if (value === undefined || cell === undefined || parts.length < places.length || parts.length < 2) return [];
    const sum = parts.reduce((all, part) => all + part, 0);
    return [{ from: this.#start + cell.from, to: this.#start + cell.to, value, parts, sum }];
  }
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
