import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';

/** A block in which something stands, where it begins, and the places of that in the text. */
export interface BlockWith {
  readonly block: Block;
  readonly start: number;
  readonly places: readonly number[];
}

/**
 * The blocks in which a pattern matches, told from what it reads in the block and a few characters around it. One search
 * through the text, for most blocks have nothing of it; and of a text that was searched last only in the blocks that are new.
 */
export function* blocksWith(document: Document, pattern: RegExp): Iterable<BlockWith> {
  const { blocks, starts } = document;
  const places = placesOf(document, pattern);
  let next = 0;
  for (const [i, block] of blocks.entries()) {
    if (next === places.length) return;
    const start = starts[i] ?? 0;
    const first = next;
    while ((places[next] ?? Infinity) < start + block.length) next++;
    if (first < next) yield { block, start, places: places.slice(first, next) };
  }
}

/** Where a pattern matched in the blocks that were searched last. */
interface Search {
  readonly blocks: readonly Block[];
  readonly places: readonly number[];
  readonly length: number;
}

/** The last search for each pattern; of a report with more blocks nothing is kept, for it may have been closed. */
const searches = new WeakMap<RegExp, Search>();
const mostBlocks = 20_000;
/** So far around a block a pattern may look. */
const around = 64;

function placesOf({ source, blocks, starts }: Document, pattern: RegExp): readonly number[] {
  const last = searches.get(pattern);
  let places: number[];
  if (last === undefined) {
    places = Array.from(source.matchAll(pattern), ({ index }) => index);
  } else {
    const { blocks: old } = last;
    let head = 0;
    while (head < blocks.length && blocks[head] === old[head]) head++;
    let tail = 0;
    const most = Math.min(blocks.length, old.length) - head;
    while (tail < most && blocks[blocks.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
    // (With their neighbours, into which a match may reach.)
    const from = starts[Math.max(0, head - 1)] ?? source.length;
    const to = starts[blocks.length - Math.max(0, tail - 1)] ?? source.length;
    const by = source.length - last.length;
    const base = Math.max(0, from - around);
    const found = source.slice(base, to + around).matchAll(pattern);
    places = last.places.filter(place => place < from);
    for (const { index } of found) if (base + index >= from && base + index < to) places.push(base + index);
    for (const place of last.places) if (place + by >= to) places.push(place + by);
  }
  if (blocks.length > mostBlocks) searches.delete(pattern);
  else searches.set(pattern, { blocks, places, length: source.length });
  return places;
}
