import type { FiguredBlock } from '../figures/figures.ts';
import { figuresOfWords } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { proseIn } from '../words/proseReading.ts';
import { type TableCell, tablesOfFigures } from './tableCells.ts';

/** The rows of tables that have two columns, a name and what it is, read as text reads: *Date of last inspection: 14 June 2016*. */
export function namedRows(report: Report): FiguredBlock[] {
  return tablesOfFigures(report).flatMap(({ rows, base, index }) =>
    rows.flatMap(([name, value, ...others]) => {
      if (name === undefined || value === undefined || others.length > 0 || value.dates.length === 0) return [];
      const [from, end] = spanOf(name);
      const [start, to] = spanOf(value);
      const { text } = name.prose;
      const row = `${text.slice(from, end)}:${' '.repeat(start - end - 1)}${text.slice(start, to)}`;
      const prose = { text: row, ...proseIn(row, 0, 0, row.length), kept: [] };
      return { index, base: base + from, prose, ...figuresOfWords(prose) };
    }),
  );
}

function spanOf({ prose: { words } }: TableCell): [from: number, to: number] {
  return [words[0] ?? 0, words[words.length - 2] ?? 0];
}
