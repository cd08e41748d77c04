import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import { idSet } from '../words/wordIds.ts';

const lessening = idSet(
  `reduce reduces reduced reducing avoid avoids avoided avoiding prevent prevents prevented preventing minimise minimises minimised
  minimising tackle tackles tackled tackling address addresses addressed addressing`,
);

/** Whether what stands at a place is being made less by what is done: *reducing delay*, *to prevent unnecessary delay*. */
export function isLessened(prose: Prose, at: number): boolean {
  return lessening.has(idAt(prose, at - 1)) || lessening.has(idAt(prose, at - 2));
}
