import { isLetter } from '../text/letters.ts';
import type { Span } from '../text/text.ts';
import { isDigit, isSpace } from './characters.ts';
import { followsPossessive, speaksOfElsewhere } from './elsewhere.ts';
import { type ListedNumbers, numberListAt } from './numberList.ts';

/** `paragraphs 12 and 14–16`, `recommendation 5` (`markup.md` §5); the span runs from the word to the last number. */
export interface ReferenceInWords extends Span {
  readonly kind: 'paragraph' | 'recommendation';
  readonly items: readonly ListedNumbers[];
  readonly loose: readonly Span[];
}

const words = new Map([
  ['para', { kind: 'paragraph', isPlural: false }],
  ['paras', { kind: 'paragraph', isPlural: true }],
  ['paragraph', { kind: 'paragraph', isPlural: false }],
  ['paragraphs', { kind: 'paragraph', isPlural: true }],
  ['recommendation', { kind: 'recommendation', isPlural: false }],
  ['recommendations', { kind: 'recommendation', isPlural: true }],
] as const);

type Word = NonNullable<ReturnType<typeof words.get>>;

/** The longest of the words. */
const longest = 'recommendations'.length;

/**
 * The reference in words whose first number has its first digit at `at`, in a text that begins at `from`. None when it
 * speaks of another document: when *of*, *in*, *to* or *under* follows (unless *of this report*), when a bracket follows a
 * number, or when a possessive precedes it. `isEnclosed` tells whether an offset stands in a parenthesis.
 */
export function referenceInWordsAt(
  text: string,
  from: number,
  at: number,
  isEnclosed: (at: number) => boolean,
): ReferenceInWords | undefined {
  const unit = text.charCodeAt(at - 1);
  const numberFrom = at > from && (unit === 83 || unit === 82) ? at - 1 : at;
  const found = wordBefore(text, from, numberFrom);
  if (found === undefined) return undefined;
  const { kind, isPlural, start } = found;
  const list = numberListAt(text, numberFrom, isEnclosed(start), !isPlural);
  if (list === undefined || speaksOfElsewhere(text, list.to) || followsPossessive(text, from, start)) return undefined;
  return { kind, from: start, to: list.to, items: list.items, loose: list.loose };
}

/** The whole word before a number, blanks and perhaps the full stop of *para.* between them. */
function wordBefore(text: string, from: number, at: number): (Word & { readonly start: number }) | undefined {
  let to = at;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to === at) return undefined;
  const isShortened = text.charCodeAt(to - 1) === 46;
  if (isShortened) to--;
  let start = to;
  while (start > from && to - start <= longest && isWordUnit(text.charCodeAt(start - 1))) start--;
  const word = words.get(text.slice(start, to).toLowerCase() as 'para');
  return word === undefined || (isShortened && to - start > 'paras'.length) ? undefined : { ...word, start };
}

/** A letter, a digit, or the hyphen of *sub-paragraph*. */
function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === 45;
}
