import type { Block } from '../syntax/block.ts';

/**
 * How many blocks of two versions of a text are the same at the start and at the end. (Most are asked for after the same
 * edit.)
 */
export function standing(
  old: readonly Block[],
  blocks: readonly Block[],
): { readonly head: number; readonly tail: number } {
  if (old !== compared.old || blocks !== compared.blocks) {
    const most = Math.min(blocks.length, old.length);
    let head = 0;
    while (head < most && blocks[head] === old[head]) head++;
    let tail = 0;
    while (tail < most - head && blocks[blocks.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
    compared = { old, blocks, head, tail };
  }
  return compared;
}

let compared: { old: readonly Block[]; blocks: readonly Block[]; head: number; tail: number } = {
  old: [],
  blocks: [],
  head: 0,
  tail: 0,
};
