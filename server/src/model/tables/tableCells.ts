import type { TableBlock } from '../../syntax/block.ts';
import { publishedText } from '../../syntax/plainText.ts';
import { copied } from '../../text/text.ts';
import { blocksWhere, type Look } from '../blocksWith.ts';
import { type Topics, topicsOf, topicsOfWords } from '../claims/topics.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import { type FiguredBlock, figuresOfWords } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { withCommonMarks } from '../words/printedMarks.ts';
import type { Prose } from '../words/prose.ts';
import { proseIn } from '../words/proseReading.ts';

/** A cell of a table with its words and figures; their offsets count from the table’s start. */
export interface TableCell extends FiguredBlock {
  readonly topics: Topics;
}

/** A table that holds figures, row by row, its head among them. */
export interface TableOfFigures {
  readonly index: number;
  readonly base: number;
  readonly rows: readonly (readonly TableCell[])[];
}

const found = new DerivedFacts<readonly TableOfFigures[]>();

/** The tables of a report that hold figures, found on first use. */
export function tablesOfFigures(report: Report): readonly TableOfFigures[] {
  return found.of(report, read);
}

const hasFigures: Look = ({ blocks, starts, source }, index) => {
  const block = blocks[index];
  if (block?.kind !== 'table' || block.rows.length > mostRows) return false;
  const start = starts[index] ?? 0;
  return /\d/.test(source.slice(start, start + block.end));
};

/** Longer tables are lists of cases. */
const mostRows = 60;
const mostCells = 1500;

function read(report: Report): TableOfFigures[] {
  const indexes = blocksWhere(report.document, hasFigures);
  if (indexes.length === 0) return [];
  // (By its quantities words are known before those of cells are.)
  topicsOf(report);
  let left = mostCells;
  return indexes.flatMap(index => {
    const block = report.document.blocks[index] as TableBlock;
    left -= block.rows.reduce((all, { cells }) => all + cells.length, 0);
    return left < 0 ? [] : [tableAt(report, block, index)];
  });
}

function tableAt(report: Report, block: TableBlock, index: number): TableOfFigures {
  const { source, starts } = report.document;
  const base = starts[index] ?? 0;
  const text = withCommonMarks(publishedText(copied(source.slice(base, base + block.end)), block.inlines));
  const rows = block.rows.map(({ cells }) =>
    cells.map(({ from, to }): TableCell => {
      const { words, sentences, striking } = proseIn(text, 0, from, to);
      const prose: Prose = { text, words, sentences, striking, kept: [] };
      return { ...figuresOfWords(prose), index, base, prose, topics: topicsOfWords(report, prose) };
    }),
  );
  return { index, base, rows };
}
