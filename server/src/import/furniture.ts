import { contentsOf } from './contents.ts';
import type { DropReason } from './ledger.ts';
import { bareNumber, numbersAmongLines, numbersAtEdges } from './numberLines.ts';
import type { PrintedLine } from './printedLine.ts';
import { headsAmongLines, headsAtEdges } from './runningHeads.ts';

/** The lines of the text itself, and what was on the pages beside it: by its place in the source, why it was left out. */
export interface Unfurnished {
  readonly lines: readonly PrintedLine[];
  readonly dropped: ReadonlyMap<number, DropReason>;
}

/** Leaves out running heads and feet, page numbers and contents: by what repeats, by place, and by what the source says. */
export function withoutFurniture(
  lines: readonly PrintedLine[],
  isContents: (title: string) => boolean,
  isSection: (title: string) => boolean,
): Unfurnished {
  const dropped = new Map<number, DropReason>();
  for (const { index, look, text } of lines) {
    if (look?.furniture === 'contents') dropped.set(index, 'contents');
    else if (look?.furniture !== undefined) dropped.set(index, numberAlone.test(text) ? 'page number' : 'running head');
  }
  const isPaged = (lines.at(-1)?.page ?? 1) > 1;
  const numbers = isPaged ? numbersAtEdges(lines) : numbersAmongLines(lines);
  for (const index of numbers) dropped.set(index, 'page number');
  const written = new Map(lines.map(({ index, text }) => [index, text]));
  for (const index of isPaged ? headsAtEdges(lines, dropped, isSection) : headsAmongLines(lines, dropped))
    dropped.set(index, bareNumber.test(written.get(index) ?? '') ? 'page number' : 'running head');
  for (const index of contentsOf(lines, dropped, isContents)) dropped.set(index, 'contents');
  return { lines: joinedPages(lines, dropped, isPaged), dropped };
}

/** What is left; the first line of what is left of a page is its top, and what stands below a page's foot. */
function joinedPages(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isPaged: boolean,
): PrintedLine[] {
  const left: PrintedLine[] = [];
  let isTop = true;
  for (const line of lines) {
    const reason = dropped.get(line.index);
    if (isPaged ? line.isTop : reason === 'page number' || reason === 'running head') isTop = true;
    if (reason !== undefined) continue;
    left.push({ ...line, isTop, isApart: line.isApart && !isTop });
    isTop = false;
  }
  return left;
}

/** A number that a reader has said to be a page’s, in words perhaps. */
const numberAlone = /^\W*(?:(?:page|slide) ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?\W*$/i;
