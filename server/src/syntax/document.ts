import { firstWhere, isWithin, type Span, Text } from '../text/text.ts';
import type { Block } from './block.ts';
import { blockAt, blocksOf, isUnderHeading } from './blocks.ts';
import { Lines } from './line.ts';
import { sameButMoved } from './sameButMoved.ts';

/** A text and its blocks: `starts[i]` is where `blocks[i]` starts. A value; the same text gives an equal document. */
export interface Document {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly starts: readonly number[];
  /** `reaches[i]` is how far `blocks[i]` and those before it had to look to know where they end. */
  readonly reaches: readonly number[];
}

/** A change of a text: what stood from `from` to `to` is now `length` characters long. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Whether a change is what one key does: it writes a letter, or a pair of brackets, or deletes one. */
export function isTyped({ from, to, length }: Change): boolean {
  return length <= 2 && to - from <= 2;
}

/** Reads a text afresh. */
export function documentOf(source: string): Document {
  const read = new Blocks(source, [], [], []);
  for (const block of blocksOf(source)) read.add(block);
  return read;
}

/**
 * Reads a text that came of `previous` by one change: from the block before the changed one until the blocks meet again,
 * and keeps all others, the same objects. The result equals `documentOf(source)`.
 */
export function changedDocument(previous: Document, source: string, change: Change): Document {
  const { blocks: old, starts, reaches } = previous;
  const delta = change.length - (change.to - change.from);
  const first = firstAffected(previous, change);
  const read = new Blocks(source, old.slice(0, first), starts.slice(0, first), reaches.slice(0, first));
  const lines = new Lines(source);
  let last = old[first - 1];
  let at = starts[first] ?? 0;
  let next = first;
  while (at < source.length) {
    // Beyond the change a block that starts where an old one did, after the same kind of block, is that block.
    while (next < old.length && (starts[next] ?? 0) + delta < at) next++;
    const start = starts[next] ?? -1;
    const meets = start >= change.to && start + delta === at && next > 0 && last !== undefined;
    if (meets && isUnderHeading(last) === isUnderHeading(old[next - 1])) {
      read.addRest(previous, next, delta);
      break;
    }
    last = blockAt(lines, at, last);
    // What was read again only because of what follows it mostly is what it was.
    const known = at + last.length <= change.from ? old[read.blocks.length] : undefined;
    if (known !== undefined && sameButMoved(known, last, offset => offset)) last = known;
    read.add(last);
    at += last.length;
  }
  return read;
}

/** The blocks of a document as they are found. */
class Blocks implements Document {
  readonly source: string;
  readonly blocks: Block[];
  readonly starts: number[];
  readonly reaches: number[];

  constructor(source: string, blocks: Block[], starts: number[], reaches: number[]) {
    this.source = source;
    this.blocks = blocks;
    this.starts = starts;
    this.reaches = reaches;
  }

  /** Adds the next block. */
  add(block: Block): void {
    const before = this.blocks.length - 1;
    const start = before < 0 ? 0 : this.starts[before]! + this.blocks[before]!.length;
    this.blocks.push(block);
    this.starts.push(start);
    this.reaches.push(Math.max(this.reaches[before] ?? 0, start + block.looked));
  }

  /**
   * Adds the blocks of another document from one on, which start `delta` further on here. (Few are looked at: there are
   * many.)
   */
  addRest({ blocks, starts, reaches }: Document, from: number, delta: number): void {
    let reach = this.reaches.at(-1) ?? 0;
    for (let i = from; i < blocks.length; i++) {
      const own = reaches[i]!;
      const isOwn = own > (reaches[i - 1] ?? 0);
      reach = Math.max(reach, isOwn ? own + delta : starts[i]! + delta + blocks[i]!.looked);
      this.blocks.push(blocks[i]!);
      this.starts.push(starts[i]! + delta);
      this.reaches.push(reach);
    }
  }
}

/** What is written in a block, to the end of its last line; the blanks and blank lines after that are left out. */
export function blockText({ source, blocks, starts }: Document, index: number): string {
  const start = starts[index] ?? 0;
  return source.slice(start, start + (blocks[index]?.end ?? 0));
}

/** Where what is written in a block stands: from its mark to the end of its last line. */
export function blockSpan({ blocks, starts }: Document, index: number): Span {
  const base = starts[index] ?? 0;
  return { from: base + (blocks[index]?.start ?? 0), to: base + (blocks[index]?.end ?? 0) };
}

/** The index of the block in which an offset stands, the last one for the text's end; `undefined` for an empty text. */
export function blockIndexAt({ starts }: Document, offset: number): number | undefined {
  if (starts.length === 0) return undefined;
  return Math.max(0, firstWhere(starts.length, i => (starts[i] ?? 0) > offset) - 1);
}

/** Whether an offset stands in a comment, be it alone on its lines or among other words: that is no text of the report. */
export function isCommented(document: Document, at: number): boolean {
  const index = blockIndexAt(document, at) ?? -1;
  const block = document.blocks[index];
  if (block === undefined || block.kind === 'frontMatter') return false;
  return block.kind === 'comment' || isWithin(block.inlines.comments, at - (document.starts[index] ?? 0));
}

/** The block before the changed one, or before an earlier one that had to look as far as the change to know its own end. */
function firstAffected({ reaches }: Document, { from }: Change): number {
  return Math.max(0, firstWhere(reaches.length - 1, i => reaches[i]! > from) - 1);
}

/** Below this length a text's lines are found faster than they are kept. */
const longText = 300_000;

/**
 * The text of a document. Of a long one the lines are found block by block, and are known already in blocks that it shares
 * with an earlier one.
 */
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
