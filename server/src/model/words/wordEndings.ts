import type { Prose } from './prose.ts';

/** Whether a word ends as most participles do: *reviewed*. */
export function endsInEd({ text, words }: Prose, at: number): boolean {
  const end = words[3 * at + 1] ?? 0;
  return text.charCodeAt(end - 1) === 0x64 && text.charCodeAt(end - 2) === 0x65;
}

/** Whether a word ends as most adverbs do: *regularly*. */
export function endsInLy({ text, words }: Prose, at: number): boolean {
  const end = words[3 * at + 1] ?? 0;
  return text.charCodeAt(end - 1) === 0x79 && text.charCodeAt(end - 2) === 0x6c;
}

/** Whether a word ends as most plurals do: *plans*. */
export function isPlural({ text, words }: Prose, at: number): boolean {
  return text.charCodeAt((words[3 * at + 1] ?? 0) - 1) === 0x73;
}
