import { editDistance } from '../text/editDistance.ts';
import { copied, type Span } from '../text/text.ts';
import { type ListedNumbers, numberListAt } from './numberList.ts';

/** The markup's tag words (`markup.md` §4.5), in the singular; a framework says which of them its reports use. */
export const tagWords = ['Recommendation', 'Area for improvement', 'Priority action', 'Cause of concern', 'Key concern'] as const;

/** One of the markup's tag words. */
export type TagWord = (typeof tagWords)[number];

/** `(Recommendation 5)`, the parentheses within the span. */
export interface Tag extends Span {
  readonly word: TagWord;
  /** The word as written, without the parenthesis: its case and number are the author's. */
  readonly wordSpan: Span;
  readonly items: readonly ListedNumbers[];
  readonly loose: readonly Span[];
  /** The comment that settles a bare tag without printing it: `(Recommendation)<!-- 5 -->`. */
  readonly confirmed: ConfirmedNumbers | undefined;
}

/** The numbers in the comment after a tag; the span is the comment's. */
export interface ConfirmedNumbers extends Span {
  readonly items: readonly ListedNumbers[];
}

/** What looks like a tag that is misspelt or in the wrong brackets: `(Recomendation)`, `[Recommendation 3]`. */
export interface NearTag extends Span {
  /** The word as written. */
  readonly word: string;
  readonly numbers: string;
}

const opening = /[([]\s*/y;
const words =
  /(recommendations?|areas?\s+for\s+improvement|priority\s+actions?|causes?\s+of\s+concern|key\s+concerns?)(?![\p{L}\d])\.?\s*/iuy;
const closing = /\s*[.,;]?\s*\)/y;
const under = /\s+(?:of|in|to|under)\b(?!\s+this\s+report)/y;
const comment = /[ \t]*<!--\s*/y;
const commentEnd = /\s*-->/y;
const near = /[([]\s*([Rr]e[a-z]{6,18})\.?\s*((?:\d[\d\s.,–-]*(?:and\s+\d[\d\s.,–-]*)?)?)[)\]](?!\()/y;

/** The tag that opens with the parenthesis at `at`, or none. */
export function tagAt(text: string, at: number): Tag | undefined {
  const open = matchEnd(opening, text, at);
  if (open === undefined || text.charCodeAt(at) !== 40) return undefined;
  words.lastIndex = open;
  const match = words.exec(text);
  if (match === null) return undefined;
  const written = match[1] ?? '';
  const list = numberListAt(text, words.lastIndex, true, false);
  const to = matchEnd(closing, text, list?.to ?? words.lastIndex);
  if (to === undefined) return undefined;
  if (list !== undefined && matchEnd(under, text, to) !== undefined) return undefined;
  return {
    from: at,
    to,
    word: tagWordOf(written),
    wordSpan: { from: open, to: open + written.length },
    items: list?.items ?? [],
    loose: list?.loose ?? [],
    confirmed: list === undefined ? confirmedAt(text, to) : undefined,
  };
}

/** What stands at a bracket at `at` and is nearly a tag. */
export function nearTagAt(text: string, at: number): NearTag | undefined {
  near.lastIndex = at;
  const match = near.exec(text);
  if (match === null) return undefined;
  const word = match[1] ?? '';
  if (distanceToTagWord(word.toLowerCase()) > 2) return undefined;
  return { from: at, to: near.lastIndex, word: copied(word), numbers: (match[2] ?? '').trim() };
}

function confirmedAt(text: string, at: number): ConfirmedNumbers | undefined {
  const open = matchEnd(comment, text, at);
  if (open === undefined) return undefined;
  const list = numberListAt(text, open, true, false);
  if (list === undefined) return undefined;
  const to = matchEnd(commentEnd, text, list.to);
  return to === undefined ? undefined : { from: text.indexOf('<', at), to, items: list.items };
}

function tagWordOf(written: string): TagWord {
  const initial = written.charAt(0).toLowerCase();
  return tagWords.find(word => word.charAt(0).toLowerCase() === initial) ?? 'Recommendation';
}

function distanceToTagWord(word: string): number {
  return Math.min(editDistance(word, 'recommendation', 3), editDistance(word, 'recommendations', 3));
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
