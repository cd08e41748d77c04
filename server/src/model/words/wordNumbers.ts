/** No words of a block. */
export const noWords: readonly number[] = [];

/** Words of a block with one more, by their numbers: the list itself, grown, unless it is `noWords`. (Most blocks have none of a kind.) */
export function withWord(words: readonly number[], word: number): readonly number[] {
  if (words === noWords) return [word];
  (words as number[]).push(word);
  return words;
}
