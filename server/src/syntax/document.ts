import { Text } from '../text/text.ts';
import type { Block } from './block.ts';
import { blockAt, blocksOf, isUnderHeading } from './blocks.ts';
import { Lines } from './line.ts';
import { sameButMoved } from './sameButMoved.ts';

/** A text and its blocks: `starts[i]` is where `blocks[i]` starts. A value; the same text gives an equal document. */
export interface Document {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
}

/** A change of a text: what stood from `from` to `to` is now `length` characters long. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Reads a text afresh. */
export function documentOf(source: string): Document {
  const blocks = blocksOf(source);
  return { source, blocks, starts: startsOf(blocks) };
}

/**
 * Reads a text that came of `previous` by one change: from the block before the changed one until the blocks meet again,
 * and keeps all others, the same objects. The result equals `documentOf(source)`.
 */
export function changedDocument(previous: Document, source: string, change: Change): Document {
  const { blocks: old, starts } = previous;
  const delta = change.length - (change.to - change.from);
  const first = firstAffected(previous, change);
  const blocks = old.slice(0, first);
  const lines = new Lines(source);
  let last = blocks[first - 1];
  let at = starts[first] ?? 0;
  let next = first;
  while (at < source.length) {
    // Beyond the change a block that starts where an old one did, after the same kind of block, is that block.
    while (next < old.length && (starts[next] ?? 0) + delta < at) next++;
    const start = starts[next] ?? -1;
    const meets = start >= change.to && start + delta === at && next > 0 && last !== undefined;
    if (meets && isUnderHeading(last) === isUnderHeading(old[next - 1])) {
      for (; next < old.length; next++) blocks.push(old[next] as Block);
      break;
    }
    last = blockAt(lines, at, last);
    // What was read again only because of what follows it mostly is what it was.
    const known = at + last.length <= change.from ? old[blocks.length] : undefined;
    if (known !== undefined && sameButMoved(known, last, offset => offset)) last = known;
    blocks.push(last);
    at += last.length;
  }
  return { source, blocks, starts: startsOf(blocks) };
}

/** The index of the block in which an offset stands, the last one for the text's end; `undefined` for an empty text. */
export function blockIndexAt({ starts }: Document, offset: number): number | undefined {
  if (starts.length === 0) return undefined;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The block before the changed one, or before an earlier one that had to look as far as the change to know its own end. */
function firstAffected(document: Document, change: Change): number {
  const { blocks, starts } = document;
  const touched = blockIndexAt(document, change.from) ?? 0;
  let first = 0;
  while (first < touched && (starts[first] ?? 0) + (blocks[first]?.looked ?? 0) <= change.from) first++;
  return Math.max(0, first - 1);
}

/** Below this length a text's lines are found faster than they are kept. */
const longText = 300_000;

/** The text of a document. Of a long one the lines are found block by block, and are known already in blocks that it shares with an earlier one. */
export function textOf({ source, blocks, starts }: Document): Text {
  if (source.length < longText) return new Text(source);
  return new Text(source, () => {
    const lines = [0];
    blocks.forEach((block, i) => {
      const base = starts[i] ?? 0;
      for (const start of lineStartsIn(block, source, base)) lines.push(base + start);
    });
    return lines;
  });
}

const linesOf = new WeakMap<Block, readonly number[]>();

/** Where lines start after the first of a block, from its own start; the line after the block among them. */
function lineStartsIn(block: Block, source: string, base: number): readonly number[] {
  let lines = linesOf.get(block);
  if (lines === undefined) {
    lines = new Text(source.slice(base, base + block.length)).lineStarts.slice(1);
    linesOf.set(block, lines);
  }
  return lines;
}

function startsOf(blocks: readonly Block[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const block of blocks) {
    starts.push(at);
    at += block.length;
  }
  return starts;
}
