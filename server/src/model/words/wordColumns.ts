import type { Words } from './proseReading.ts';

// `Words` and the codes of `Topics` hold several numbers a word, one after the other: an object for each word would take
// longer to make than to fill. How they lie is known here, and where they are filled.

/** Where a word of a block begins; `otherwise` where there is no such word. */
export function startOfWord(words: Words, word: number, otherwise = 0): number {
  const at = 3 * word;
  return isIn(words, at) ? (words[at] as number) : otherwise;
}

/** Where a word of a block ends; `otherwise` where there is no such word. */
export function endOfWord(words: Words, word: number, otherwise = 0): number {
  const at = 3 * word + 1;
  return isIn(words, at) ? (words[at] as number) : otherwise;
}

/** The `wordId` of a word of a block; 0 where there is no such word. */
export function idOfWord(words: Words, word: number): number {
  const at = 3 * word + 2;
  return isIn(words, at) ? (words[at] as number) : 0;
}

/** What a word is compared by, by the codes of its block’s `Topics`; 0 where it says nothing of the matter. */
export function keyOfWord(codes: readonly number[], word: number): number {
  return codes[2 * word] ?? 0;
}

/** The `WordKind`s of a word, by the codes of its block’s `Topics`. */
export function kindsOfWord(codes: readonly number[], word: number): number {
  return codes[2 * word + 1] ?? 0;
}

/** (To look beyond an array’s end makes each look into it slower.) */
function isIn(words: Words, at: number): boolean {
  return at >= 0 && at < words.length;
}
