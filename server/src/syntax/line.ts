import { hasLoneReturns, nextLineStart, withoutLineEnd } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isBlank, isEscaped } from './characters.ts';

/** A line as the parser of blocks looks at it; offsets are the text's. */
export interface Line {
  readonly from: number;
  /** Its end without the line end, and where the next line starts. */
  readonly to: number;
  readonly next: number;
  /** Where its first character stands that is no blank, and in which column; a tab counts as four. */
  readonly mark: number;
  readonly indent: number;
  readonly blank: boolean;
}

/** A comment's opening or closing mark. */
export interface CommentMark {
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
}

const commentMark = /<!--|-->/g;

/** A text as the parser of blocks reads it: by lines, and with an eye on its comments. */
export class Lines {
  readonly text: string;
  readonly #lone: boolean;
  /** From where the comment was looked for that is found next. */
  #searched = 0;
  #comment = -1;
  #last: Line | undefined;

  constructor(text: string) {
    this.text = text;
    this.#lone = hasLoneReturns(text);
  }

  /** The line that starts at an offset. The last one is remembered: what ends a block begins the next. */
  at(from: number): Line {
    const { text } = this;
    if (this.#last?.from === from) return this.#last;
    const next = this.next(from);
    let mark = from;
    let indent = 0;
    while (mark < next) {
      const unit = text.charCodeAt(mark);
      if (unit === Unit.space) indent++;
      else if (unit === Unit.tab) indent += 4;
      else if (unit !== Unit.byteOrderMark || mark !== 0) break;
      mark++;
    }
    const to = Math.max(from, withoutLineEnd(text, next));
    const line = { from, to, next, mark, indent, blank: mark >= to };
    this.#last = line;
    return line;
  }

  /** Where the line after the one in which an offset stands starts, or the text's length. */
  next(from: number): number {
    return nextLineStart(this.text, from, this.#lone);
  }

  /** The end of the text of the line before the one that starts at an offset. */
  endBefore(next: number): number {
    return withoutLineEnd(this.text, next);
  }

  /** Where the first line starts that is not blank, from the line that starts at an offset, or the text's length. */
  skipBlank(from: number): number {
    const { text } = this;
    let start = from;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === Unit.lineFeed || unit === Unit.carriageReturn) start = at + 1;
      else if (unit !== Unit.space && unit !== Unit.tab && (unit !== Unit.byteOrderMark || at !== 0)) return start;
    }
    return text.length;
  }

  /** Where the next `<!--` stands that is not escaped, or Infinity. Asked from left to right, it looks at nothing twice. */
  commentFrom(from: number): number {
    if (from < this.#searched || from > this.#comment) {
      this.#searched = from;
      let at = this.text.indexOf('<!--', from);
      while (at >= 0 && isEscaped(this.text, at)) at = this.text.indexOf('<!--', at + 4);
      this.#comment = at < 0 ? Infinity : at;
    }
    return this.#comment;
  }

  /** The next mark after a comment's opening one: a closing mark closes the comment, another opening one leaves it unclosed. */
  afterOpening(open: number): CommentMark | undefined {
    commentMark.lastIndex = open + 4;
    const match = commentMark.exec(this.text);
    return match === null ? undefined : { from: match.index, to: commentMark.lastIndex, opens: match[0].length === 4 };
  }

  /** Whether nothing but blanks stands between two offsets of a line. */
  isBlankBetween(from: number, to: number): boolean {
    let at = from;
    while (at < to && isBlank(this.text.charCodeAt(at))) at++;
    return at >= to;
  }
}
