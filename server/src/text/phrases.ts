/** `1 report`, `2 reports`; `several` where its plural is another. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
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
