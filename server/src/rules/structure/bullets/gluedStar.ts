import type { Document } from '../../../syntax/document.ts';
import { isBesideBullet } from './bulletNeighbours.ts';

/**
 * Whether a paragraph beside a bullet begins with a star right before its first word, and has no other: it was meant for a
 * bullet.
 */
export function beginsWithGluedStar(document: Document, index: number): boolean {
  const { source, blocks, starts } = document;
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const from = (starts[index] ?? 0) + block.start;
  if (source.charAt(from) !== '*') return false;
  if (!isBesideBullet(document, index)) return false;
  return /^\*[\p{L}\d‘“][^*]*$/u.test(source.slice(from, from + block.end - block.start));
}
