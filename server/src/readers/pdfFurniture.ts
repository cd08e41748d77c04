import type { PrintLine } from './pdfLine.ts';

/** A page's lines, and its height. */
export interface LinedPage {
  readonly height: number;
  readonly lines: readonly PrintLine[];
}

/** What of a report's lines is no text: each page's running heads and feet, and its contents lists. */
export type Furniture = ReadonlyMap<PrintLine, 'head' | 'foot' | 'contents'>;

/** Heads and feet stand within this share of a page's height from its edges, and are at most so many lines. */
const zone = 0.15;
const deepest = 4;
/** In points: what stands no further apart than this from page to page stands at the same place. */
const sameHeight = 4;

/** The furniture of a report: what its file says to be none of the text, and what comes again at the edges of its pages. */
export function furnitureOf(pages: readonly LinedPage[]): Furniture {
  const furniture = new Map<PrintLine, 'head' | 'foot' | 'contents'>();
  const lines = pages.flatMap(({ lines }) => lines);
  // Some files call everything an artifact.
  const trusts = 2 * lines.filter(({ artifact }) => artifact).length < lines.length;
  for (const side of ['head', 'foot'] as const) {
    const edges = pages.map(page => edgeOf(page, side));
    const repeated = repeatedKeys(edges);
    edges.forEach(edge => {
      let isOutermost = true;
      for (const line of edge) {
        if (repeated.has(keyOf(line)) || (trusts && line.artifact && isOutermost)) furniture.set(line, side);
        else isOutermost = false;
      }
    });
  }
  for (const line of lines) if (line.isContents && !furniture.has(line)) furniture.set(line, 'contents');
  return furniture;
}

/** The lines at an edge of a page, the outermost first. */
function edgeOf({ lines, height }: LinedPage, side: 'head' | 'foot'): PrintLine[] {
  const byHeight = lines
    .filter(({ cell, isTurned }) => cell === undefined && !isTurned)
    .sort((a, b) => a.base - b.base);
  const fromEdge = side === 'head' ? byHeight : byHeight.reverse();
  const isNear = ({ base }: PrintLine) => (side === 'head' ? base < zone * height : base > (1 - zone) * height);
  return fromEdge.slice(0, deepest).filter(isNear);
}

/** What is the same in a running line from page to page: a paragraph’s number is its own. */
function keyOf({ text }: PrintLine): string {
  const [number = ''] = /^\d{1,3}\.\s/.exec(text) ?? [];
  return number + text.slice(number.length).replace(/\d+|\b[ivxlc]+$/g, '0');
}

/** The keys that come on so many pages, or on so many in a row at one height, that they are no text. */
function repeatedKeys(edges: readonly (readonly PrintLine[])[]): Set<string> {
  const places = new Map<string, { page: number; base: number }[]>();
  edges.forEach((edge, page) => {
    for (const line of edge) {
      const key = keyOf(line);
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ page, base: line.base }]);
      else if (known.at(-1)!.page !== page) known.push({ page, base: line.base });
    }
  });
  const often = Math.max(2, 0.3 * edges.length);
  return new Set(
    [...places]
      .filter(([, seen]) => (seen.length >= often && (edges.length > 4 || isLevel(seen))) || isLevelRun(seen))
      .map(([key]) => key),
  );
}

function isLevel(seen: readonly { readonly base: number }[]): boolean {
  return seen.every(({ base }) => Math.abs(base - seen[0]!.base) < sameHeight);
}

/** Whether three pages in a row, or every other page, have it at the same height. */
function isLevelRun(seen: readonly { readonly page: number; readonly base: number }[]): boolean {
  return seen.some((first, i) => {
    const three = seen.slice(i, i + 3);
    return three.length === 3 && three[2]!.page - first.page <= 4 && isLevel(three);
  });
}
