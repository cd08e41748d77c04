import type { Span } from '../text/text.ts';
import { followsPossessive, speaksOfElsewhere } from './elsewhere.ts';
import { matchEnd } from './matchEnd.ts';
import { type ListedNumbers, numberListAt } from './numberList.ts';

/** The markup's tag words (`markup.md` §4.5), in the singular; a framework says which of them its reports use. */
const tagWords = [
  'Recommendation',
  'Area for improvement',
  'Priority action',
  'Cause of concern',
  'Key concern',
] as const;

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

const opening = /\(\s*/y;
const words =
  /(recommendations?|areas?\s+for\s+improvement|priority\s+actions?|causes?\s+of\s+concern|key\s+concerns?)(?![a-z\d\u00c0-\u1fff])\.?\s*/iy;
const closing = /\s*[.,;]?\s*\)/y;
const comment = /\s*(?=<!--)/y;
const commentOpening = /<!--\s*/y;
const commentEnd = /\s*\.?\s*-->/y;

/** What has a tag's form and where it ends; no tag if it speaks of another document. */
export interface TagForm {
  readonly tag: Tag | undefined;
  readonly to: number;
}

/**
 * What opens with the parenthesis at `at` and has a tag's form. `published` is the text without its marks, offset for offset,
 * and begins at `from`; the comment that confirms a tag is read in the text as written.
 */
export function tagFormAt(published: string, written: string, from: number, at: number): TagForm | undefined {
  const open = matchEnd(opening, published, at);
  if (open === undefined) return undefined;
  words.lastIndex = open;
  const match = words.exec(published);
  if (match === null) return undefined;
  const word = match[1] ?? '';
  const list = numberListAt(published, words.lastIndex, { inParenthesis: true });
  const to = matchEnd(closing, published, list?.to ?? words.lastIndex);
  if (to === undefined) return undefined;
  const isElsewhere =
    list !== undefined && (speaksOfElsewhere(published, to) || followsPossessive(published, from, at));
  if (isElsewhere) return { tag: undefined, to };
  const tag = {
    from: at,
    to,
    word: tagWordOf(word),
    wordSpan: { from: open, to: open + word.length },
    items: list?.items ?? [],
    loose: list?.loose ?? [],
    confirmed: list === undefined ? confirmedAt(written, to) : undefined,
  };
  return { tag, to };
}

function confirmedAt(written: string, at: number): ConfirmedNumbers | undefined {
  const from = matchEnd(comment, written, at);
  if (from === undefined) return undefined;
  const list = numberListAt(written, matchEnd(commentOpening, written, from) ?? from, { inParenthesis: true });
  if (list === undefined) return undefined;
  const to = matchEnd(commentEnd, written, list.to);
  return to === undefined ? undefined : { from, to, items: list.items };
}

function tagWordOf(written: string): TagWord {
  const initial = written.charAt(0).toLowerCase();
  return tagWords.find(word => word.charAt(0).toLowerCase() === initial) ?? 'Recommendation';
}
