import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';

/** A block in which something stands, where it begins, and the places of that in the text. */
export interface BlockWith {
  readonly block: Block;
  readonly start: number;
  readonly places: readonly number[];
}

/** The blocks in which a pattern matches: one search through the text, for most blocks have nothing of it. */
export function* blocksWith({ source, blocks, starts }: Document, pattern: RegExp): Iterable<BlockWith> {
  const places = Array.from(source.matchAll(pattern), ({ index }) => index);
  let next = 0;
  for (const [i, block] of blocks.entries()) {
    if (next === places.length) return;
    const start = starts[i] ?? 0;
    const first = next;
    while ((places[next] ?? Infinity) < start + block.length) next++;
    if (first < next) yield { block, start, places: places.slice(first, next) };
  }
}
