import type { Block } from '../syntax/block.ts';
import { commonEnds } from '../text/lists.ts';

/**
 * How many blocks of two versions of a text are the same at the start and at the end. (Most are asked for after the same
 * edit.)
 */
export function standing(
  old: readonly Block[],
  blocks: readonly Block[],
): { readonly head: number; readonly tail: number } {
  if (old !== compared.old || blocks !== compared.blocks) {
    compared = { old, blocks, ...commonEnds(old, blocks) };
  }
  return compared;
}

let compared: { old: readonly Block[]; blocks: readonly Block[]; head: number; tail: number } = {
  old: [],
  blocks: [],
  head: 0,
  tail: 0,
};
