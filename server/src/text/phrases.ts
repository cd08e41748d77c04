import type { Span } from './text.ts';

/** `1 report`, `2 reports`; `several` where its plural is another. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Words joined as a sentence joins them: *a*, *a and b*, *a, b and c*. */
export function listInWords(words: readonly string[], joint = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** Words with which a sentence begins: their first letter as a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A regular expression’s source for words as they stand. */
export function literalPattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The small numbers as running text has them, from *zero* on. */
export const smallNumbers: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The first three words of a stretch of text: what is underlined of it to show which is meant. */
export function openingWords(source: string, { from, to }: Span): Span {
  const [words = ''] =
    /^\S+(?:[ \t\u00a0]+\S+){0,2}/.exec(source.slice(from, Math.min(to, from + longestOpening))) ?? [];
  return { from, to: from + words.length };
}

const longestOpening = 80;
