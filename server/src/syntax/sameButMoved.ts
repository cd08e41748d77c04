import type { Change } from './document.ts';

/** Where a change takes an offset; what stands where something is put in stays before it. */
export function movedOffset(offset: number, { from, to, length }: Change): number {
  return offset <= from ? offset : offset >= to ? offset + length - (to - from) : Number.NaN;
}

/**
 * Whether two values of plain objects and lists are the same but for their numbers, each of which must have become what
 * `moved` says.
 */
export function sameButMoved(before: unknown, after: unknown, moved: (offset: number) => number): boolean {
  if (typeof before === 'number') return moved(before) === after;
  if (before === after) return true;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || before.length !== after.length) return false;
    for (let i = 0; i < before.length; i++) if (!sameButMoved(before[i], after[i], moved)) return false;
    return true;
  }
  const keys = Object.keys(before) as (keyof typeof before)[];
  if (keys.length !== Object.keys(after).length) return false;
  for (const key of keys) if (!sameButMoved(before[key], after[key], moved)) return false;
  return true;
}
