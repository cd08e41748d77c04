import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { isAmong, type Span } from '../../text/text.ts';
import { changeTo } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A bracket is opened and not closed, or closed and not opened. A reader cannot tell where the aside ends, and what it holds,
 * a reference or a tag, may be read otherwise than it is meant. Write the other bracket, or take this one out.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 2.
 *                         ^ This bracket is not closed.
 *
 * 2. Plans are clear to children and families).
 *                                            ^ This bracket is closed but never opened.
 *
 * 3. Visits are regular (at least monthly].
 *                       ^ This bracket is closed by another. Write “)” for “]”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 2.
 *
 * 2. Plans are clear to children and families).
 *
 * 3. Visits are regular (at least monthly).
 * ```
 *
 * So is a quotation mark:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Children say that they are “well cared for, and that staff’s visits help.
 *                               ^ This quotation mark is not closed.
 *
 * 2. Their parents say ‘they listen.
 *                      ^ This quotation mark is not closed.
 * ```
 *
 * Letters and numbers of a list have no other:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Plans are a) clear, b) brief and c) kept up to date (as ‘My plan (short)’ shows).
 * ```
 */
export const unclosedBracket: Rule = {
  id: 'unclosed-bracket',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A bracket or quotation mark is opened and not closed, or closed and not opened',
  fixable: true,
  readsWords: whereStands(isOddNear),
  unhurried: true, // an aside that is being typed is not closed yet
  *check({ report: { document, metadata } }) {
    for (const { key, valueSpan } of metadata.entries)
      if (key === 'title' || key === 'provider') yield* oddInDetail(document.source, valueSpan);
    for (const { block, start, places } of blocksWith(document, signs)) {
      const finding = isText(block) ? oddBracket(document.source, start, block, places) : undefined;
      if (finding !== undefined) yield finding;
    }
  },
};

const signs = new MarkSearch('()[]‘“”"', (_, at) => at);

/** The first mark of a detail that has no other. (Square brackets make a list there, straight quotation marks hold a value.) */
function* oddInDetail(source: string, { from, to }: Span): Iterable<Finding> {
  const open: number[] = [];
  let stray: number | undefined;
  for (const { 0: sign, index } of source.slice(from, to).matchAll(/[()“”]/g)) {
    if (sign === '(' || sign === '“') open.push(from + index);
    else if (source.charAt(open.at(-1) ?? -1) === (sign === ')' ? '(' : '“')) open.pop();
    else stray ??= from + index;
  }
  const at = open[0] ?? stray;
  if (at === undefined) return;
  const noun = /[()]/.test(source.charAt(at)) ? 'bracket' : 'quotation mark';
  const message =
    open.length > 0
      ? `This ${noun} is not closed. Close it after the words it belongs to, or take it out.`
      : `This ${noun} is closed but never opened. Open it before the words it belongs to, or take it out.`;
  yield { from: at, to: at + 1, message };
}

/** Whether a block or one beside it has such a bracket: a quotation may go on in the next. */
function isOddNear({ document }: Report, index: number): boolean {
  return [index - 1, index, index + 1].some(near => isOdd(document, near));
}

const odd = new WeakMap<Block, boolean>();

function isOdd({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block === undefined || !isText(block)) return false;
  let known = odd.get(block);
  if (known === undefined) {
    const start = starts[index] ?? 0;
    const places = signs.placesIn(source.slice(start, start + block.end)).map(at => start + at);
    known = places.length > 0 && isAnyLeft(signsLeft(source, start, block, places));
    odd.set(block, known);
  }
  return known;
}

/** Marks of a link or a note that is broken: that is told where links and notes are. */
const brokenMark = /[[(^{]\s?[#^]|\^\]|\][([]|\]\s\(|!\s?\[|\[\[|\]\{/;
/** A letter or number before a bracket that orders a list, or a face. */
const ordinal = /(?:^|[\s,;:.(–-])(?:\d{1,3}|[a-z]|[ivx]{2,5}|[:;]-?)$/i;
/** A reference's number orders nothing. */
const numbered = /(?:paragraphs?|recommendations?|and|to|,|–|-)\s?\d{1,3}$/i;
/** So much before a bracket is looked at. */
const longestOrdinal = 24;

function isText({ kind, inlines }: Block): boolean {
  return (
    (kind === 'plain' || kind === 'numbered' || kind === 'bullet' || kind === 'footnote' || kind === 'heading') &&
    inlines.nearTags.length === 0
  );
}

/** What is left of a block's brackets and quotation marks when all pairs are taken out; places in the text. */
interface SignsLeft {
  readonly open: readonly number[];
  /** The first that closes nothing. */
  readonly stray: number | undefined;
  readonly quote: number | undefined;
}

function isAnyLeft({ open, stray, quote }: SignsLeft): boolean {
  return open.length > 0 || stray !== undefined || quote !== undefined;
}

/** `places` are those of all brackets and quotation marks of the block in the text. */
function signsLeft(source: string, start: number, block: Block, places: readonly number[]): SignsLeft {
  const { links, pictures, footnoteMarks, comments, escapes, foreign } = block.inlines;
  const marks = [...links, ...pictures, ...footnoteMarks, ...comments, ...foreign].sort((a, b) => a.from - b.from);
  const from = start + ('content' in block ? block.content.from : 0);
  const end = start + block.end;
  const open: number[] = [];
  const quotes: number[] = [];
  const straights: number[] = [];
  const singles: number[] = [];
  let strayStraight: number | undefined;
  let stray: number | undefined;
  let strayQuote: number | undefined;
  let mark = 0;
  for (const at of places) {
    if (at < from || at >= end || isAmong(escapes, at - start - 1)) continue;
    while ((marks[mark]?.to ?? Infinity) <= at - start) mark++;
    if ((marks[mark]?.from ?? Infinity) <= at - start) continue;
    const unit = source.charAt(at);
    if (unit === '‘') {
      singles.push(at);
      continue;
    }
    if (unit === '“' || unit === '”') {
      if (unit === '“') quotes.push(at);
      else if (quotes.length > 0) quotes.pop();
      else strayQuote ??= at;
      continue;
    }
    if (unit === '"') {
      // (After a figure it is a sign for inches.)
      if (/\d/.test(source.charAt(at - 1))) continue;
      if (/[\s([–—-]/.test(source.charAt(at - 1) || ' ') || at === from) straights.push(at);
      else if (straights.length > 0) straights.pop();
      else strayStraight ??= at;
      continue;
    }
    if (unit === '(' || unit === '[') {
      open.push(at);
      continue;
    }
    const other = open.at(-1);
    if (other !== undefined && source.charAt(other) === (unit === ')' ? '(' : '[')) open.pop();
    else if (unit === ')' && isOrdinal(source.slice(Math.max(from, at - longestOrdinal), at))) continue;
    else stray ??= at;
  }
  const single = singles.find((at, i) => !isClosed(source.slice(at + 1, singles[i + 1] ?? end)));
  return { open, stray, quote: quotes[0] ?? strayQuote ?? straights[0] ?? strayStraight ?? single };
}

/** The first bracket of a block that has no other. */
function oddBracket(source: string, start: number, block: Block, places: readonly number[]): Finding | undefined {
  const { open, stray, quote } = signsLeft(source, start, block, places);
  const [first, second] = open;
  if (first === undefined && stray === undefined)
    return quote === undefined ? undefined : oddQuote(source, quote, isOpening(source, quote));
  if (brokenMark.test(withoutMarks(source.slice(start, start + block.end), block))) return undefined;
  if (first !== undefined && second === undefined && stray !== undefined && stray > first)
    return exchanged(source, first, stray);
  const at = first ?? stray ?? 0;
  const message =
    first === undefined
      ? 'This bracket is closed but never opened. Open it before the words it belongs to, or take it out.'
      : 'This bracket is not closed. Close it after the words it belongs to, or take it out.';
  return { from: at, to: at + 1, message };
}

/** A block’s text without its links, pictures and notes, but for one with a bracket too many behind it: what is left of such marks is broken. */
function withoutMarks(text: string, { inlines: { links, pictures, footnoteMarks } }: Block): string {
  let bare = '';
  let at = 0;
  let depth = 0;
  for (const { from, to } of [...links, ...pictures, ...footnoteMarks].sort((a, b) => a.from - b.from)) {
    for (const sign of text.slice(at, from).match(/[()]/g) ?? [])
      depth = sign === '(' ? depth + 1 : Math.max(0, depth - 1);
    // A bracket behind it may close one before it: *(see [the plan](#plan))*.
    const isExcess = text.charAt(to) === ']' || (text.charAt(to) === ')' && depth === 0);
    bare += text.slice(at, isExcess ? Math.max(at, to) : Math.max(at, from));
    at = Math.max(at, to);
  }
  return bare + text.slice(at);
}

/** A quotation mark without its other; a long quotation may go on in the next paragraph, where it is opened again. */
function oddQuote(source: string, at: number, isOpen: boolean): Finding | undefined {
  const rest = source.slice(at + 1, at + longestQuotation);
  const below = /[\r\n][ \t]*[\r\n]\s*/.exec(rest);
  if (isOpen && below !== null && rest.charAt(below.index + below[0].length) === source.charAt(at)) return undefined;
  const message = isOpen
    ? 'This quotation mark is not closed. Close it after the words that are quoted, or take it out.'
    : 'This quotation mark is closed but never opened. Open it before the words that are quoted, or take it out.';
  return { from: at, to: at + 1, message };
}

const longestQuotation = 4000;

/** Whether a quotation mark opens; of straight ones that is told by what stands before. */
function isOpening(source: string, at: number): boolean {
  return source.charAt(at) === '"' ? /[\s([–—-]/.test(source.charAt(at - 1) || ' ') : source.charAt(at) !== '”';
}

/** Whether a single quotation mark has its other: one before a letter is an apostrophe. A figure shortens a year: *‘90s*. */
function isClosed(after: string): boolean {
  return /’(?!\p{L})|^[\d\s]/u.test(after);
}

function isOrdinal(before: string): boolean {
  return ordinal.test(before) && !numbered.test(before);
}

function exchanged(source: string, first: number, stray: number): Finding {
  const wanted = source.charAt(first) === '(' ? ')' : ']';
  return {
    from: first,
    to: first + 1,
    message: `This bracket is closed by another. Write “${wanted}” for “${source.charAt(stray)}”.`,
    related: [{ from: stray, to: stray + 1, message: 'It is closed here.' }],
    fixes: [changeTo({ from: stray, to: stray + 1 }, wanted)],
  };
}
