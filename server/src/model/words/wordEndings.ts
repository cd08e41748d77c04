import type { Prose } from './prose.ts';
import { endOfWord } from './wordColumns.ts';

/** Whether a word ends as most participles do: *reviewed*. */
export function endsInEd({ text, words }: Prose, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charCodeAt(end - 1) === 0x64 && text.charCodeAt(end - 2) === 0x65;
}

/** Whether a word ends as most adverbs do: *regularly*. */
export function endsInLy({ text, words }: Prose, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charCodeAt(end - 1) === 0x79 && text.charCodeAt(end - 2) === 0x6c;
}

/** Whether a word ends as most plurals do: *plans*. */
export function isPlural({ text, words }: Prose, at: number): boolean {
  return text.charCodeAt(endOfWord(words, at) - 1) === 0x73;
}
