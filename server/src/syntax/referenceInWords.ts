import { editDistance } from '../text/editDistance.ts';
import { isDigit, isLetter } from '../text/letters.ts';
import type { Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isSpace } from './characters.ts';
import { followsCitation, followsPossessive, speaksOfElsewhere } from './elsewhere.ts';
import { isNumberLetter } from './number.ts';
import { type ListedNumbers, numberListAt } from './numberList.ts';

/** What has numbers that are referred to. */
export type NumberedKind = 'paragraph' | 'recommendation';

/** `paragraphs 12 and 14–16`, `recommendation 5` (`markup.md` §5); the span runs from the word to the last number. */
export interface ReferenceInWords extends Span {
  readonly kind: NumberedKind;
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
 * number, or when a possessive, or a title in quotation marks, precedes it. `isEnclosed` tells whether an offset stands in a
 * parenthesis.
 */
export function referenceInWordsAt(
  text: string,
  from: number,
  at: number,
  isEnclosed: (at: number) => boolean,
): ReferenceInWords | undefined {
  const unit = text.charCodeAt(at - 1);
  const numberFrom = at > from && isNumberLetter(unit) ? at - 1 : at;
  const found = wordBefore(text, from, numberFrom);
  if (found === undefined) return undefined;
  const { kind, isPlural, start } = found;
  const list = numberListAt(text, numberFrom, { inParenthesis: isEnclosed(start), isSingular: !isPlural });
  if (list === undefined || speaksOfElsewhere(text, list.to)) return undefined;
  if (followsPossessive(text, from, start) || followsCitation(text, from, start)) return undefined;
  return { kind, from: start, to: list.to, items: list.items, loose: list.loose };
}

/** The whole word before a number, blanks and perhaps the full stop of *para.* between them. */
function wordBefore(text: string, from: number, at: number): (Word & { readonly start: number }) | undefined {
  let to = at;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to === at) return undefined;
  const isShortened = text.charCodeAt(to - 1) === Unit.fullStop;
  if (isShortened) to--;
  let start = to;
  while (start > from && to - start <= longest && isWordUnit(text.charCodeAt(start - 1))) start--;
  const word = words.get(text.slice(start, to).toLowerCase() as 'para') ?? misspelt(text, start, to, isShortened);
  return word === undefined || (isShortened && to - start > 'paras'.length) ? undefined : { ...word, start };
}

/** Shorter words are too near to others for a slip to be certain. */
const fewestLetters = 7;

/** One of the words with a slip or two in it, or cut short: what it means is certain by its number. */
function misspelt(text: string, start: number, to: number, isShortened: boolean): Word | undefined {
  const initial = text.charAt(start).toLowerCase();
  if (initial !== 'p' && initial !== 'r') return undefined;
  const written = text.slice(start, to).toLowerCase();
  if (isShortened) return written === 'par' ? words.get('para') : written === 'pars' ? words.get('paras') : undefined;
  if (written.length < fewestLetters) return undefined;
  const name = initial === 'p' ? 'paragraph' : 'recommendation';
  if (editDistance(written, name, 3) <= 2) return words.get(written.endsWith('s') ? `${name}s` : name);
  return editDistance(written, `${name}s`, 3) <= 2 ? words.get(`${name}s`) : undefined;
}

/** A letter, a digit, or the hyphen of *sub-paragraph*. */
function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === Unit.hyphen;
}
