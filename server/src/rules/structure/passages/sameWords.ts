import type { Sentence } from '../../../model/words/prose.ts';
import { idOfWord } from '../../../model/words/wordColumns.ts';

/** Whether two sentences are of the same words, whatever marks and line ends stand between them. */
export function hasSameWords(one: Sentence | undefined, other: Sentence | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const length = one.last - one.first;
  if (length !== other.last - other.first) return false;
  for (let i = 0; i < length; i++)
    if (idOfWord(one.prose.words, one.first + i) !== idOfWord(other.prose.words, other.first + i)) return false;
  return true;
}
