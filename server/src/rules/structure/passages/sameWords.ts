import type { Sentence } from '../../../model/words/prose.ts';

/** Whether two sentences are of the same words, whatever marks and line ends stand between them. */
export function hasSameWords(one: Sentence | undefined, other: Sentence | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const length = one.last - one.first;
  if (length !== other.last - other.first) return false;
  for (let i = 0; i < length; i++)
    if (one.prose.words[3 * (one.first + i) + 2] !== other.prose.words[3 * (other.first + i) + 2]) return false;
  return true;
}
