import { Unit } from '../../text/unit.ts';
import type { Prose } from './prose.ts';
import { endOfWord, startOfWord } from './wordColumns.ts';

/** Whether nothing but blanks stand between a word and the next. */
export function isJoined({ text, words }: Prose, at: number): boolean {
  const next = startOfWord(words, at + 1);
  for (let i = endOfWord(words, at); i < next; i++) {
    const unit = text.charCodeAt(i);
    if (unit > Unit.space && unit !== Unit.noBreakSpace) return false;
  }
  return true;
}
