import type { Prose } from './prose.ts';
import { endOfWord } from './wordColumns.ts';

/** Whether a word ends as most participles do: *reviewed*. */
export function endsInEd({ text, words }: Prose, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charAt(end - 1) === 'd' && text.charAt(end - 2) === 'e';
}

/** Whether a word ends as most adverbs do: *regularly*. */
export function endsInLy({ text, words }: Prose, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charAt(end - 1) === 'y' && text.charAt(end - 2) === 'l';
}

/** Whether a word ends as most plurals do: *plans*; *process* does too. */
export function endsInS({ text, words }: Prose, at: number): boolean {
  return text.charAt(endOfWord(words, at) - 1) === 's';
}

/** Whether a word is a plural by its end: *plans*, but not *process*, *status* or *staff’s*. */
export function isPlural({ text, words }: Prose, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charAt(end - 1) === 's' && !/[su’']/.test(text.charAt(end - 2)) && !/^[’']/.test(text.charAt(end));
}
