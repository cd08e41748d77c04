import type { Prose } from './prose.ts';

/** Whether nothing but blanks stand between a word and the next. */
export function isJoined({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? 0; i < next; i++)
    if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}
