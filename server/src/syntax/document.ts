import type { Block } from './block.ts';
import { blockReader, blocksOf, isUnderHeading } from './blocks.ts';

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
  const { blocks, starts } = previous;
  const delta = change.length - (change.to - change.from);
  const first = firstAffected(previous, change);
  const kept = blocks.slice(0, first);
  const reader = blockReader(source);
  let last = kept[first - 1];
  let at = starts[first] ?? 0;
  let old = first;
  while (at < source.length) {
    // Beyond the change a block that starts where an old one did, after the same kind of block, is that block.
    if (at >= change.from + change.length) {
      while (old < blocks.length && (starts[old] ?? 0) + delta < at) old++;
      const meets = (starts[old] ?? -1) + delta === at && (starts[old] ?? 0) >= change.to && old > 0;
      if (meets && last !== undefined && isUnderHeading(last) === isUnderHeading(blocks[old - 1])) {
        for (; old < blocks.length; old++) kept.push(blocks[old] as Block);
        break;
      }
    }
    last = reader.blockAt(at, last);
    kept.push(last);
    at += last.length;
  }
  return { source, blocks: kept, starts: startsOf(kept) };
}

/** The index of the block in which an offset stands, the last one for the text's end; `undefined` for an empty text. */
export function blockIndexAt(document: Document, offset: number): number | undefined {
  const { starts } = document;
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

/** The block before the changed one, or an earlier one that had to look as far as the change to know its own end. */
function firstAffected({ blocks, starts, ...document }: Document, change: Change): number {
  const touched = blockIndexAt({ blocks, starts, ...document }, change.from) ?? 0;
  for (let i = 0; i < touched; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const start = starts[i] ?? 0;
    if (block.kind === 'comment' && start + block.looked >= change.from) return i;
    if (block.kind === 'frontMatter' && !block.closed) return i;
  }
  return Math.max(0, touched - 1);
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
