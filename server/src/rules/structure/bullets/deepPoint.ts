import type { Document } from '../../../syntax/document.ts';
import type { Finding } from '../../rule.ts';

/** By so many blanks a point cannot be the next level’s. */
const tooDeep = 8;

/** By so many blanks a point belongs to another. */
const deeper = 2;

/** Whether a bullet is indented by more than a level below the one above it, or is a list’s first and deeper than the next. */
export function isTooDeep({ blocks }: Document, index: number): boolean {
  const own = blocks[index];
  const above = blocks[index - 1];
  if (own?.kind !== 'bullet') return false;
  if (above?.kind === 'bullet') return own.indent >= above.indent + tooDeep;
  const below = blocks[index + 1];
  if (own.indent < deeper || below?.kind !== 'bullet' || below.indent + deeper > own.indent) return false;
  // Below a paragraph within a list it may be the point’s before that.
  return !isOfList(above?.kind) && (above?.kind !== 'plain' || !isOfList(blocks[index - 2]?.kind));
}

function isOfList(kind: string | undefined): boolean {
  return kind === 'bullet' || kind === 'numbered' || kind === 'footnote' || kind === 'comment';
}

/** That a bullet is indented too far. */
export function deepPoint({ blocks, starts }: Document, index: number): Finding {
  const block = blocks[index];
  const from = (starts[index] ?? 0) + (block?.start ?? 0);
  return {
    from,
    to: from + 1,
    message:
      blocks[index - 1]?.kind === 'bullet'
        ? 'This point stands two levels deeper than the one above it. Indent it by four spaces more than that one.'
        : 'This point is indented, and belongs to none above it. Begin it where the next one begins.',
  };
}
