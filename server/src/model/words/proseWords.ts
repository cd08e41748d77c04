import { isBlank } from '../../syntax/characters.ts';
import { isCapitalLetter, isDigit } from '../../text/letters.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { firstWhere, isLineEnd, type Span } from '../../text/text.ts';
import type { Prose } from './prose.ts';
import type { ProseSentence } from './proseReading.ts';
import { endOfWord, idOfWord, startOfWord } from './wordColumns.ts';

/** A word of a block as written. */
export function wordAt({ text, words }: Prose, word: number): string {
  return text.slice(startOfWord(words, word), endOfWord(words, word));
}

/** The `wordId` of a word of a block; 0 where there is none. */
export function idAt({ words }: Prose, word: number): number {
  return idOfWord(words, word);
}

/** What stands between a word and the next; the end of a line, if no hyphen ends it, and the middle of *isn’t* as a blank. */
export function gapAfter({ text, words }: Prose, word: number): string {
  const gap = text.slice(endOfWord(words, word), startOfWord(words, word + 1, endOfWord(words, word)));
  if (gap === '' && 3 * word + 3 < words.length) return ' ';
  return gap.includes('\n') && !gap.startsWith('-') ? gap.replace(/[ \t\r]*\n\s*/, ' ') : gap;
}

/** Whether nothing but blanks stand between a word and the next. */
export function isBlankGap({ text, words }: Prose, word: number): boolean {
  const end = endOfWord(words, word);
  const next = startOfWord(words, word + 1);
  for (let i = end; i < next; i++) {
    const unit = text.charCodeAt(i);
    if (!isBlank(unit) && !isLineEnd(unit)) return false;
  }
  return next >= end;
}

/** How long a word of a block is. */
export function lengthAt({ words }: Prose, word: number): number {
  return endOfWord(words, word) - startOfWord(words, word);
}

/** Whether a word of a block begins with a digit. */
export function startsWithDigit({ text, words }: Prose, word: number): boolean {
  return isDigit(text.charCodeAt(startOfWord(words, word, Infinity)));
}

/** Whether a word of a block begins with a capital from A to Z. */
export function isCapitalAt({ text, words }: Prose, word: number): boolean {
  return isCapitalLetter(text.charCodeAt(startOfWord(words, word)));
}

/** Where words of a block stand, from the first to before the last. */
export function spanOfWords({ words }: Prose, first: number, last: number): Span {
  return { from: startOfWord(words, first), to: endOfWord(words, last - 1) };
}

/** Where words of a block stand in the report: `base` is where the block begins. */
export function placeOfWords(
  { base, prose }: { readonly base: number; readonly prose: Prose },
  first: number,
  last: number,
): Span {
  const { from, to } = spanOfWords(prose, first, last);
  return { from: base + from, to: base + to };
}

/** Words of a block as written, from the first to before the last, in one line; nothing where there are none. */
export function wordsBetween({ text, words }: Prose, first: number, last: number): string {
  return first >= last ? '' : singleSpaced(text.slice(startOfWord(words, first), endOfWord(words, last - 1)));
}

/** Whether a word, by its `wordId`, is among some that follow one another. */
export function hasWord(prose: Prose, { first, last }: Pick<ProseSentence, 'first' | 'last'>, id: number): boolean {
  for (let at = first; at < last; at++) if (idAt(prose, at) === id) return true;
  return false;
}

/** Whether one of the words from one to before another, by its `wordId`, is among these. */
export function hasWordOf(prose: Prose, first: number, last: number, ids: ReadonlySet<number>): boolean {
  for (let at = first; at < last; at++) if (ids.has(idAt(prose, at))) return true;
  return false;
}

/** The sentence of a block in which a word stands; where no word stands, one without words. */
export function sentenceAt({ sentences }: Prose, word: number): ProseSentence {
  const index = firstWhere(sentences.length, i => word < (sentences[i]?.last ?? Infinity));
  return sentences[index] ?? { from: 0, to: 0, first: word, last: word };
}

/** The sentence of a block before another. */
export function sentenceBefore(prose: Prose, { first }: Pick<ProseSentence, 'first'>): ProseSentence | undefined {
  return first > 0 ? sentenceAt(prose, first - 1) : undefined;
}
