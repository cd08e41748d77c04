import type { Block } from '../../../syntax/block.ts';

/** Whether what stands in a block is text in which a note may be marked or named. */
export function isRunningText(block: Block): boolean {
  return 'content' in block && block.kind !== 'frontMatter' && block.kind !== 'comment';
}
