import { wordId } from './proseReading.ts';

/** What each of some words is known by, by the word: to ask of a text's words which of them they are. */
export function idsOf<Word extends string>(...words: readonly Word[]): Readonly<Record<Word, number>> {
  return Object.fromEntries(words.map(word => [word, wordId(word)])) as Record<Word, number>;
}

/** What some words, parted by spaces, are known by: to ask of a text's words whether they are among them. */
export function idSet(words: string): ReadonlySet<number> {
  return new Set(words.trim().split(/\s+/).map(wordId));
}

/** What some words stand for, by what they are known by: rows of words, parted by spaces, with what they stand for. */
export function idMap<Value>(...rows: readonly (readonly [words: string, value: Value])[]): ReadonlyMap<number, Value> {
  return new Map(rows.flatMap(([words, value]) => [...idSet(words)].map(id => [id, value] as const)));
}
