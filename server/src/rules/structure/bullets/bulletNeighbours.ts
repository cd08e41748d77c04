import type { Document } from '../../../syntax/document.ts';

/** Whether a block stands right before or after a bullet. */
export function isBesideBullet({ blocks }: Document, index: number): boolean {
  return blocks[index - 1]?.kind === 'bullet' || blocks[index + 1]?.kind === 'bullet';
}

/** Whether a block stands between two bullets. */
export function isBetweenBullets({ blocks }: Document, index: number): boolean {
  return blocks[index - 1]?.kind === 'bullet' && blocks[index + 1]?.kind === 'bullet';
}
