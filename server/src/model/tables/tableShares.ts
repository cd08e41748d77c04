import type { Span } from '../../text/text.ts';
import type { Figure } from '../figures/figure.ts';
import { figureSpan } from '../figures/figures.ts';
import type { TableCell, TableOfFigures } from './tableCells.ts';
import { isOfShares } from './tableUnits.ts';

/** A share in a table that is not that of the number beside it, where those of the other rows are. */
export interface WrongShare extends Span {
  readonly part: number;
  readonly whole: number;
  readonly share: number;
  /** The cell of the number, and that of the whole if it has one. */
  readonly beside: readonly Span[];
}

/** The shares of a table that do not follow from the numbers before them and their total. */
export function wrongShares({ rows }: TableOfFigures): WrongShare[] {
  const [head = [], ...body] = rows;
  return head.flatMap((cell, column) => {
    if (column < 2) return [];
    const parts = body.flatMap(cells => partOf(cells, column, isOfShares(cell.prose)) ?? []);
    const total = parts.find(({ name }) => isTotal(name));
    const others = parts.filter(part => part !== total);
    const whole = total?.count.value ?? others.reduce((all, { count }) => all + count.value, 0);
    if (others.length < fewestRows || whole === 0) return [];
    const wrong = others.filter(({ count, share }) => !isShareOf(share, count.value, whole));
    if (wrong.length * mostWrong > others.length) return [];
    return wrong.map(({ count, share, cells }) => ({
      ...figureSpan(cells[1], share),
      part: count.value,
      whole,
      share: share.value,
      beside: [figureSpan(cells[0], count), ...(total === undefined ? [] : [figureSpan(total.cells[0], total.count)])],
    }));
  });
}

const fewestRows = 3;
/** At most one of so many is a slip; of more the shares are of something else. */
const mostWrong = 3;

interface Part {
  readonly name: TableCell | undefined;
  readonly cells: readonly [TableCell, TableCell];
  readonly count: Figure;
  readonly share: Figure;
}

/** The number of a row and the share beside it. */
function partOf(cells: readonly TableCell[], column: number, isShares: boolean): Part | undefined {
  const [before, own] = [cells[column - 1], cells[column]];
  if (before === undefined || own === undefined) return undefined;
  const [count, share] = [onlyOne(before), onlyOne(own)];
  if (count?.kind !== 'count' || share === undefined) return undefined;
  if (share.kind !== 'percentage' && !(isShares && share.kind === 'count')) return undefined;
  return { name: cells[0], cells: [before, own], count, share };
}

function onlyOne({ figures, dates }: TableCell): Figure | undefined {
  return figures.length === 1 && dates.length === 0 ? figures[0] : undefined;
}

function isTotal(cell: TableCell | undefined): boolean {
  const { text, words } = cell?.prose ?? { text: '', words: [] };
  return /^(?:totals?|all)\b/i.test(text.slice(words[0] ?? 0, words[words.length - 2] ?? 0));
}

/** (It may be rounded, or cut off.) */
function isShareOf({ value, decimals }: Figure, part: number, whole: number): boolean {
  return Math.abs((100 * part) / whole - value) < 10 ** -decimals;
}
