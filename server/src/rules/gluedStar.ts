import type { Document } from '../syntax/document.ts';

/** Whether a paragraph beside a bullet begins with a star right before its first word, and has no other: it was meant for a bullet. */
export function beginsWithGluedStar({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const from = (starts[index] ?? 0) + block.start;
  if (source.charCodeAt(from) !== 42) return false;
  if (blocks[index - 1]?.kind !== 'bullet' && blocks[index + 1]?.kind !== 'bullet') return false;
  return /^\*[\p{L}\d‘“][^*]*$/u.test(source.slice(from, from + block.end - block.start));
}
