import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import type { Prose } from '../words/prose.ts';
import { sentenceAt, wordAt } from '../words/proseWords.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';

/** A name where it stands: of what thing it is the name, and in what form. Mentions of one thing may be of several forms. */
export interface NameMention extends Span {
  readonly kind:
    | 'capitals'
    | 'order'
    | 'initials'
    | 'telephone'
    | 'scheme'
    | 'spelling'
    | 'hyphen'
    | 'possessive'
    | 'post'
    | 'board'
    | 'synonym';
  readonly thing: string;
  readonly form: string;
}

/** What a name is the name of; and its form, where it is not as written. */
export type Naming = Pick<NameMention, 'kind' | 'thing'> & { readonly form?: string | undefined };

/** A name in a block, from a word to before another. */
export function mentionOf(
  { base, prose: { words, text } }: ToldBlock,
  first: number,
  last: number,
  phrase: Naming,
): NameMention {
  const from = startOfWord(words, first);
  const to = endOfWord(words, last - 1);
  const written = singleSpaced(text.slice(from, to)).replaceAll("'", '’');
  const form = phrase.form ?? (phrase.kind === 'hyphen' ? written.toLowerCase() : written);
  return { kind: phrase.kind, thing: phrase.thing, form, from: base + from, to: base + to };
}

/** A word in small letters, its apostrophe a curled one. */
export function lower(prose: Prose, at: number): string {
  return wordAt(prose, at).toLowerCase().replaceAll("'", '’');
}

/** The words of a run, each so. */
export function lowerWords(prose: Prose, first: number, last: number): string[] {
  return Array.from({ length: last - first }, (_, i) => lower(prose, first + i));
}

/** Whether a word is the first of its sentence, and has a capital from there. */
export function opensSentence(prose: Prose, at: number): boolean {
  return sentenceAt(prose, at).first === at;
}
