import { isDigit } from '../text/letters.ts';
import { copied, isLineEnd, isWithin, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { type Acronym, acronymAt } from './acronym.ts';
import { isBlank, isEscaped, isPunctuation } from './characters.ts';
import { type Emphasis, emphasesOf, type StarRun, starRunAt } from './emphasis.ts';
import { type Link, linkAt } from './link.ts';
import { type NearTag, nearTagAt, unopenedTags } from './nearTag.ts';
import { isNumberLetter } from './number.ts';
import { parenthesesOf } from './parentheses.ts';
import { publishedText } from './plainText.ts';
import { type ReferenceInWords, referenceInWordsAt } from './referenceInWords.ts';
import { type Tag, tagFormAt } from './tag.ts';

/**
 * What stands inside a block's text (`markup.md` §3, 4.5, 4.6, 5). Offsets are relative to the block; each list is in
 * order.
 */
export interface Inlines {
  readonly emphases: readonly Emphasis[];
  readonly links: readonly Link[];
  readonly pictures: readonly Link[];
  readonly footnoteMarks: readonly FootnoteMark[];
  readonly comments: readonly InlineComment[];
  /** Where the backslashes stand that make the next character text. */
  readonly escapes: readonly number[];
  /** Where the backslashes stand that break a line. */
  readonly lineBreaks: readonly number[];
  readonly tags: readonly Tag[];
  readonly nearTags: readonly NearTag[];
  readonly references: readonly ReferenceInWords[];
  readonly acronyms: readonly Acronym[];
  /** What is markup elsewhere and text here: HTML tags, underlines, fences. */
  readonly foreign: readonly ForeignMark[];
}

/** `[^name]` */
export interface FootnoteMark extends Span {
  readonly name: string;
}

/** `<!-- … -->` within a paragraph; one that is not closed runs to its line's end. */
export interface InlineComment extends Span {
  readonly content: Span;
  readonly closed: boolean;
}

/** A mark of Markdown or HTML that is none here. */
export interface ForeignMark extends Span {
  readonly mark: 'underline' | 'fence' | 'html';
}

const none: readonly never[] = [];

type Growing = { -readonly [Key in keyof Inlines]: Inlines[Key] };

const nothing = (): Growing => ({
  emphases: none,
  links: none,
  pictures: none,
  footnoteMarks: none,
  comments: none,
  escapes: none,
  lineBreaks: none,
  tags: none,
  nearTags: none,
  references: none,
  acronyms: none,
  foreign: none,
});

/** The inlines of a block that has none. */
export const noInlines: Inlines = nothing();

/**
 * Where something may begin: a mark, a bracket, or the first number of a reference, which follows the last letter of its
 * word or a mark. (Closing parentheses and braces are looked for elsewhere: with them in it this expression takes five times
 * as long.)
 */
const interesting = /[\\*[\]<(]|\d(?<=(?:[AaHhNnSs.]\s+|[*>[\])]\s*)[SR]?\d)/g;
/** What every tag without brackets has in its word. */
const tagStem = 'mmendation';
/** A tag with its numbers is not longer, where it ends a text. */
const longestTag = 160;
const footnoteMark = /\[\^([^\s[\]<]+)\]/y;
const htmlTag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/iy;
const commentMark = /<!--|-->/g;
const lineEnd = /[ \t]*(?=[\r\n]|$)/y;

/** An open square bracket, and how many runs of stars stand before it. */
interface Bracket {
  readonly at: number;
  readonly runs: number;
}

/** Where words that mean something may begin in a part of a text. */
interface Candidates {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
}

/** Reads the inlines of a block's text from `from` to its end. */
export function inlinesOf(text: string, from: number): Inlines {
  return read(text, [{ from, to: text.length }], true);
}

/** Reads the marks alone: in a quotation, whose words mean nothing. */
export function marksOf(text: string, from: number): Inlines {
  return read(text, [{ from, to: text.length }], false);
}

/**
 * Reads the inlines of parts of a block's text that know nothing of each other: a table's cells, a paragraph's stretches
 * between blank lines.
 */
export function inlinesOfParts(text: string, parts: readonly Span[]): Inlines {
  return read(text, parts, true);
}

/**
 * First the marks, then, in the text as published, the words that mean something. Linear in the text. Of `foreign` it
 * finds the HTML; the parser of blocks adds what only lines tell.
 */
function read(text: string, parts: readonly Span[], withWords: boolean): Inlines {
  let found: Growing | undefined;
  const candidates: Candidates[] = [];
  for (const { from, to } of parts) {
    const part = to === text.length ? text : text.slice(0, to);
    interesting.lastIndex = from;
    const hasMarks = interesting.test(part);
    const braces = withWords && part.includes('{', from) ? bracesIn(part, from) : none;
    const namesTag = withWords && mayHoldUnopenedTag(part, from);
    if (!hasMarks && !namesTag && braces.length === 0) continue;
    found ??= nothing();
    const own = hasMarks ? readMarks(found, text, part, from) : { from, to, at: none };
    const at = braces.length === 0 ? own.at : [...own.at, ...braces].sort((one, other) => one - other);
    if (at.length > 0 || namesTag) candidates.push({ from, to, at });
  }
  if (found === undefined) return noInlines;
  if (found.emphases.length > 1) found.emphases = inOrder(found.emphases);
  if (found.pictures.length > 1) found.pictures = inOrder(found.pictures);
  if (withWords && candidates.length > 0) {
    const published = publishedText(text, found);
    for (const own of candidates) readWords(found, text, published, own);
  }
  return found;
}

/** Where a tag may begin that has got a brace for a bracket. */
function bracesIn(text: string, from: number): number[] {
  return [...text.slice(from).matchAll(/\{(?=\s*[Rr]e)/g)].map(({ index }) => from + index);
}

/** The marks of a part of a block's text from `from` to its end, where `interesting` has just found something. */
function readMarks(found: Growing, block: string, text: string, from: number): Candidates {
  const candidates: number[] = [];
  const runs: StarRun[] = [];
  const brackets: Bracket[] = [];
  do {
    const at = interesting.lastIndex - 1;
    let next = at + 1;
    switch (text.charCodeAt(at)) {
      case Unit.backslash:
        next = backslash(found, block, from, at);
        break;
      case Unit.star: {
        const run = starRunAt(text, from, at);
        runs.push(run);
        next = run.to;
        break;
      }
      case Unit.openBracket: {
        footnoteMark.lastIndex = at;
        const name = footnoteMark.exec(text)?.[1];
        if (name === undefined) {
          brackets.push({ at, runs: runs.length });
          candidates.push(at);
        } else {
          next = footnoteMark.lastIndex;
          found.footnoteMarks = added(found.footnoteMarks, { from: at, to: next, name: copied(name) });
        }
        break;
      }
      case Unit.closeBracket: {
        const open = brackets.pop();
        if (open === undefined) break;
        const isPicture =
          open.at > from && text.charCodeAt(open.at - 1) === Unit.exclamationMark && !isEscaped(text, open.at - 1);
        const link = linkAt(text, open.at, at, isPicture);
        if (link === undefined) break;
        next = link.to;
        addEmphases(found, runs, open.runs);
        if (isPicture) found.pictures = added(found.pictures, link);
        else {
          found.links = added(found.links, link);
          brackets.length = 0; // no link holds another
        }
        break;
      }
      case Unit.lessThan:
        next = angle(found, text, at);
        break;
      default:
        candidates.push(at);
    }
    interesting.lastIndex = next;
  } while (interesting.test(text));
  addEmphases(found, runs, 0);
  return { from, to: text.length, at: candidates };
}

/** Takes the runs of stars from index `first` and makes emphases of them. */
function addEmphases(found: Growing, runs: StarRun[], first: number): void {
  if (runs.length === first) return;
  for (const emphasis of emphasesOf(runs, first)) found.emphases = added(found.emphases, emphasis);
  runs.length = first;
}

/**
 * A backslash escapes a punctuation mark, at a line's start a number's letter, and at a line's end breaks the line. Gives
 * where to read on.
 */
function backslash(found: Growing, text: string, from: number, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (isPunctuation(next) || (isNumberLetter(next) && startsLine(text, from, at))) {
    found.escapes = added(found.escapes, at);
    return at + 2;
  }
  lineEnd.lastIndex = at + 1;
  if (lineEnd.test(text)) found.lineBreaks = added(found.lineBreaks, at);
  return at + 1;
}

/** A comment or an HTML tag. Gives where to read on. */
function angle(found: Growing, text: string, at: number): number {
  if (text.startsWith('<!--', at)) {
    const comment = commentAt(text, at);
    found.comments = added(found.comments, comment);
    return comment.to;
  }
  htmlTag.lastIndex = at;
  if (!htmlTag.test(text)) return at + 1;
  found.foreign = added(found.foreign, { from: at, to: htmlTag.lastIndex, mark: 'html' });
  return htmlTag.lastIndex;
}

function commentAt(text: string, at: number): InlineComment {
  commentMark.lastIndex = at + 4;
  const next = commentMark.exec(text);
  if (next?.[0] === '-->') {
    return { from: at, to: commentMark.lastIndex, content: { from: at + 4, to: next.index }, closed: true };
  }
  let end = at + 4;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { from: at, to: end, content: { from: at + 4, to: end }, closed: false };
}

/** Tags, references, acronyms. None begins inside another. */
function readWords(found: Growing, text: string, published: string, { from, to, at: places }: Candidates): void {
  const written = to === text.length ? text : text.slice(0, to);
  const words = to === text.length ? published : published.slice(0, to);
  const isEnclosed = enclosureIn(words, from);
  let next = from;
  const unopened = mayHoldUnopenedTag(words, from)
    ? unopenedTags(words, from, enclosureIn(words, from)).filter(({ from: at }) => !isWithin(found.links, at))
    : none;
  let skipped = 0;
  for (const at of places) {
    while ((unopened[skipped]?.to ?? Infinity) <= at) skipped++;
    if (at < next || (unopened[skipped]?.from ?? Infinity) <= at) continue;
    const unit = words.charCodeAt(at);
    if (unit === Unit.openParenthesis) {
      const form = tagFormAt(words, written, from, at);
      if (form !== undefined) {
        if (form.tag !== undefined) found.tags = added(found.tags, form.tag);
        next = form.to;
        continue;
      }
      const acronym = acronymAt(words, from, at);
      if (acronym !== undefined) {
        found.acronyms = added(found.acronyms, acronym);
        continue;
      }
    }
    if (unit === Unit.openParenthesis || unit === Unit.openBracket || unit === Unit.openBrace) {
      const near = nearTagAt(words, at);
      if (near === undefined) continue;
      found.nearTags = added(found.nearTags, near);
      next = near.to;
    } else if (isDigit(unit)) {
      const reference = referenceInWordsAt(words, from, at, isEnclosed);
      if (reference === undefined) continue;
      found.references = added(found.references, reference);
      next = reference.to;
    }
  }
  if (unopened.length > 0) found.nearTags = inOrder([...found.nearTags, ...unopened]);
}

/**
 * A first look: a tag that lacks its opening bracket has its closing one, or stands at the end. (A letter is found far
 * sooner than a word.)
 */
function mayHoldUnopenedTag(text: string, from: number): boolean {
  const closes = text.includes(')', from) || text.includes(']', from) || text.includes('}', from);
  return text.includes(tagStem, closes ? from : Math.max(from, text.length - longestTag));
}

/** Tells of offsets that rise whether they stand in a parenthesis of a text from `from` on. */
function enclosureIn(words: string, from: number): (at: number) => boolean {
  let parentheses: readonly Span[] | undefined;
  let enclosing = 0;
  return at => {
    parentheses ??= parenthesesOf(words, from);
    while ((parentheses[enclosing]?.to ?? Infinity) < at) enclosing++;
    return (parentheses[enclosing]?.from ?? Infinity) < at;
  };
}

/** Whether nothing but blanks stands between a line's start, or the text's, and an offset. */
function startsLine(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && isBlank(text.charCodeAt(start - 1))) start--;
  return start === from || isLineEnd(text.charCodeAt(start - 1));
}

function added<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item];
  (list as Item[]).push(item);
  return list;
}

function inOrder<Item extends Span>(list: readonly Item[]): readonly Item[] {
  return [...list].sort((a, b) => a.from - b.from);
}
