import { append } from '../text/lists.ts';
import type { Chunk } from './pdfChunk.ts';
import { outerEdges } from './pdfGeometry.ts';

/** What is read as one before anything else: a column, or what runs across the page. */
export interface TextColumn {
  readonly chunks: readonly Chunk[];
  /** The edges of a column; not there where text runs across the page. */
  readonly edges?: { readonly left: number; readonly right: number };
}

/** In points: lines that begin as close together begin at one edge. */
const tolerance = 3;
/** So many lines on either side make columns; fewer are side by side for another reason. */
const fewestLines = 6;
/** The lines of a column fill it to this share, on average; what stands in a table's columns does not. */
const filled = 0.6;

/** The parts of a page in the order of reading: columns from left to right, and what runs across between them. */
export function textColumns(chunks: readonly Chunk[]): TextColumn[] {
  const edge = columnEdge(chunks);
  if (edge === undefined) return [{ chunks }];
  const columns: TextColumn[] = [];
  let across: Chunk[] = [];
  let beside: Chunk[] = [];
  const endBeside = () => {
    const sides = sidesOf(beside, edge);
    if (sides === undefined) append(across, beside);
    else {
      if (across.length > 0) columns.push({ chunks: across });
      columns.push({ chunks: sides.left, edges: outerEdges(sides.left) });
      append(
        columns,
        textColumns(sides.right).map(column => ({ edges: outerEdges(column.chunks), ...column })),
      );
      across = [];
    }
    beside = [];
  };
  for (const chunk of [...chunks].sort((a, b) => a.base - b.base)) {
    const crosses = chunk.left < edge - tolerance && chunk.right > edge;
    if (!crosses) beside.push(chunk);
    else {
      endBeside();
      across.push(chunk);
    }
  }
  endBeside();
  if (across.length > 0) columns.push({ chunks: across });
  return columns;
}

/** The place in the middle of the page at which most lines begin. */
function columnEdge(chunks: readonly Chunk[]): number | undefined {
  const { left, right } = outerEdges(chunks);
  const middle = chunks
    .map(chunk => chunk.left)
    .filter(at => at > left + (right - left) / 5 && at < right - (right - left) / 5)
    .sort((a, b) => a - b);
  let best: { readonly at: number; readonly count: number } | undefined;
  for (let from = 0, to = 0; from < middle.length; from++) {
    while (to < middle.length && middle[to]! - middle[from]! <= tolerance) to++;
    if (to - from >= fewestLines && to - from > (best?.count ?? 0)) best = { at: middle[from]!, count: to - from };
  }
  return best?.at;
}

/** What stands left and right of an edge, if both are columns of text. */
function sidesOf(chunks: readonly Chunk[], edge: number): { left: Chunk[]; right: Chunk[] } | undefined {
  const left = chunks.filter(chunk => chunk.left < edge - tolerance);
  const right = chunks.filter(chunk => chunk.left >= edge - tolerance);
  return isText(left) && isText(right) ? { left, right } : undefined;
}

function isText(chunks: readonly Chunk[]): boolean {
  if (chunks.length < fewestLines) return false;
  const { left, right } = outerEdges(chunks);
  const width = chunks.reduce((sum, chunk) => sum + chunk.right - chunk.left, 0);
  return width / chunks.length > filled * (right - left);
}
