import { copied, type Span } from '../text/text.ts';
import { type Acronym, acronymAt } from './acronym.ts';
import { type ReferenceInWords, referenceInWordsAt } from './referenceInWords.ts';
import { type NearTag, nearTagAt, type Tag, tagAt } from './tag.ts';

/** What stands inside a block's text (`markup.md` §3, 4.5, 4.6, 5). Offsets are relative to the block; each list is in order. */
export interface Inlines {
  readonly emphases: readonly Emphasis[];
  readonly links: readonly Link[];
  readonly pictures: readonly Link[];
  readonly footnoteMarks: readonly FootnoteMark[];
  readonly comments: readonly InlineComment[];
  readonly escapes: readonly number[];
  readonly tags: readonly Tag[];
  readonly nearTags: readonly NearTag[];
  readonly references: readonly ReferenceInWords[];
  readonly acronyms: readonly Acronym[];
  /** What is markup elsewhere and text here: HTML tags, underlines, fences. */
  readonly foreign: readonly ForeignMark[];
}

/** `*words*` or `**words**`, its marks within the span; `width` is the length of each mark. */
export interface Emphasis extends Span {
  readonly width: number;
}

/** `[words](target)`, or a picture's `![description](target)`. */
export interface Link extends Span {
  readonly words: Span;
  readonly target: string;
  readonly targetSpan: Span;
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

/** The inlines of a block that has none. */
export const noInlines: Inlines = {
  emphases: [],
  links: [],
  pictures: [],
  footnoteMarks: [],
  comments: [],
  escapes: [],
  tags: [],
  nearTags: [],
  references: [],
  acronyms: [],
  foreign: [],
};

const htmlTag = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/iy;
const commentMark = /<!--|-->/g;
const footnoteMark = /\[\^([^\s[\]]+)\]/y;
const target = /\(([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/y;
const punctuation = /[!-/:-@[-`{-~]/;
/** Where something may begin: a mark, a bracket, or the first letters of a reference's word. */
const interesting = /[\\*[\]<()]|[Pp][Aa][Rr][Aa]|[Rr][Ee][Cc][Oo]/g;

/** How many open brackets are kept in mind: deeper nesting than this is no link. */
const deepest = 32;

type Growing = { -readonly [Key in keyof Inlines]: Inlines[Key][number][] };

/**
 * Reads the inlines of a block's text from `from` to its end. One pass, linear in the text. Of `foreign` it finds the
 * HTML; the parser of blocks adds what only lines tell.
 */
export function inlinesOf(text: string, from: number): Inlines {
  const to = text.length;
  let found: Growing | undefined;
  const grow = (): Growing => {
    found ??= {
      emphases: [],
      links: [],
      pictures: [],
      footnoteMarks: [],
      comments: [],
      escapes: [],
      tags: [],
      nearTags: [],
      references: [],
      acronyms: [],
      foreign: [],
    };
    return found;
  };
  const brackets: number[] = [];
  const stars: (number[] | undefined)[] = [];
  let parentheses = 0;
  let at = from;
  for (;;) {
    interesting.lastIndex = at;
    if (!interesting.test(text)) break;
    at = interesting.lastIndex - 1;
    let unit = text.charCodeAt(at);
    if ((unit | 32) === 97 || (unit | 32) === 111) {
      at -= 3;
      unit = text.charCodeAt(at);
    }
    switch (unit) {
      case 92: {
        // A backslash: escapes a punctuation mark, or `S` and `R`.
        const next = text.charAt(at + 1);
        if (at + 1 < to && (punctuation.test(next) || next === 'S' || next === 'R')) {
          grow().escapes.push(at);
          at++;
        }
        break;
      }
      case 42: {
        let end = at + 1;
        while (end < to && text.charCodeAt(end) === 42) end++;
        const width = end - at;
        if (width <= 3) {
          const opens = end < to && !isBlank(text.charCodeAt(end));
          const closes = at > from && !isBlank(text.charCodeAt(at - 1));
          stars[width] ??= [];
          const open = stars[width];
          const start = closes ? open.pop() : undefined;
          if (start !== undefined) grow().emphases.push({ from: start, to: end, width });
          else if (opens) open.push(at);
        }
        at = end - 1;
        break;
      }
      case 91: {
        footnoteMark.lastIndex = at;
        const mark = footnoteMark.exec(text);
        if (mark !== null) {
          grow().footnoteMarks.push({ from: at, to: footnoteMark.lastIndex, name: copied(mark[1] ?? '') });
          at = footnoteMark.lastIndex - 1;
          break;
        }
        if (brackets.length < deepest) brackets.push(at);
        const near = nearTagAt(text, at);
        if (near !== undefined) grow().nearTags.push(near);
        break;
      }
      case 93: {
        const open = brackets.pop();
        if (open === undefined || text.charCodeAt(at + 1) !== 40) break;
        target.lastIndex = at + 1;
        const match = target.exec(text);
        if (match === null) break;
        const end = target.lastIndex;
        const picture = open > from && text.charCodeAt(open - 1) === 33;
        const link: Link = {
          from: (picture ? open - 1 : open),
          to: end,
          words: { from: open + 1, to: at },
          target: copied(match[1] ?? ''),
          targetSpan: { from: at + 2, to: end - 1 },
        };
        if (picture) grow().pictures.push(link);
        else grow().links.push(link);
        at = end - 1;
        break;
      }
      case 60: {
        if (text.startsWith('<!--', at)) {
          const comment = inlineCommentAt(text, at);
          grow().comments.push(comment);
          at = comment.to - 1;
          break;
        }
        htmlTag.lastIndex = at;
        if (htmlTag.test(text)) {
          grow().foreign.push({ from: at, to: htmlTag.lastIndex, mark: 'html' });
          at = htmlTag.lastIndex - 1;
        }
        break;
      }
      case 40: {
        const tag = tagAt(text, at);
        if (tag !== undefined) {
          grow().tags.push(tag);
          at = tag.to - 1;
          break;
        }
        parentheses++;
        const acronym = acronymAt(text, at);
        if (acronym !== undefined) grow().acronyms.push(acronym);
        else {
          const near = nearTagAt(text, at);
          if (near !== undefined) grow().nearTags.push(near);
        }
        break;
      }
      case 41:
        if (parentheses > 0) parentheses--;
        break;
      case 112:
      case 80:
      case 114:
      case 82: {
        // `p` or `r`: perhaps the word of a reference.
        if (at > from && isLetter(text.charCodeAt(at - 1))) break;
        const reference = referenceInWordsAt(text, at, parentheses > 0);
        if (reference === undefined) break;
        grow().references.push(reference);
        at = reference.to - 1;
        break;
      }
    }
    at++;
  }
  found?.emphases.sort((a, b) => a.from - b.from);
  return found ?? noInlines;
}

function inlineCommentAt(text: string, at: number): InlineComment {
  commentMark.lastIndex = at + 4;
  const next = commentMark.exec(text);
  if (next !== null && next[0] === '-->') {
    return { from: at, to: commentMark.lastIndex, content: { from: at + 4, to: next.index }, closed: true };
  }
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return { from: at, to: end, content: { from: Math.min(at + 4, end), to: end }, closed: false };
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit < 0x2000);
}
