import type { Span } from '../text/text.ts';
import { type ListedNumbers, numberListAt } from './numberList.ts';

/** `paragraphs 12 and 14–16`, `recommendation 5` (`markup.md` §5); the span runs from the word to the last number. */
export interface ReferenceInWords extends Span {
  readonly kind: 'paragraph' | 'recommendation';
  readonly items: readonly ListedNumbers[];
  readonly loose: readonly Span[];
}

const word = /(para(?:graph)?|recommendation)(s?)\.?\s+(?=[SR]?\d)/iy;
const elsewhere = /\s+(?:of|in|to|under)\b(?!\s+this\s+report)/y;
const possessive = /(?:[\p{L}]['’]s|s['’]|\b(?:its|their|his|her|whose|our|your))\s+$/iu;

/**
 * The reference in words whose word begins at `at`, where no letter stands before it. None when it speaks of another
 * document: when *of*, *in*, *to* or *under* follows (unless *of this report*), when a bracket follows the number, or
 * when a possessive precedes it.
 */
export function referenceInWordsAt(text: string, at: number, inParenthesis: boolean): ReferenceInWords | undefined {
  word.lastIndex = at;
  const match = word.exec(text);
  if (match === null) return undefined;
  const list = numberListAt(text, word.lastIndex, inParenthesis, match[2] === '');
  if (list === undefined) return undefined;
  elsewhere.lastIndex = list.to;
  if (elsewhere.test(text)) return undefined;
  if (possessive.test(text.slice(Math.max(0, at - 24), at))) return undefined;
  const kind = (match[1] ?? '').toLowerCase().startsWith('para') ? 'paragraph' : 'recommendation';
  return { kind, from: at, to: list.to, items: list.items, loose: list.loose };
}
