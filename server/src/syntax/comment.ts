import type { Span } from '../text/text.ts';
import type { CommentMark, Line, Lines } from './line.ts';

/** A comment alone on its lines. */
export interface StandingComment {
  /** What stands between its marks. */
  readonly content: Span;
  /** Where the line after its last one starts. */
  readonly next: number;
  readonly closed: boolean;
  /** How far one must look to know whether it is closed. */
  readonly looked: number;
}

/**
 * The comment with which a line begins, if it stands alone on its lines. Where words follow its closing mark it is a
 * comment in a paragraph, as far as a paragraph reaches; beyond, it is an open one. An open one ends at its line's end.
 */
export function commentAt(lines: Lines, line: Line): StandingComment | undefined {
  if (!lines.text.startsWith('<!--', line.mark)) return undefined;
  const from = line.mark + 4;
  const mark = lines.afterOpening(line.mark);
  let looked = mark?.to ?? lines.text.length + 1;
  if (mark !== undefined && !mark.opens) {
    const next = lines.next(mark.to);
    looked = next + 1;
    if (lines.isBlankBetween(mark.to, lines.endBefore(next)))
      return { content: { from, to: mark.from }, next, closed: true, looked };
    if (mark.to <= line.to || reachOf(lines, line, mark, false).closed) return undefined;
  }
  return { content: { from, to: line.to }, next: line.next, closed: false, looked };
}

/** The line of a paragraph in which its comments end, and how far one must look to know. */
export interface CommentsReach {
  readonly last: Line;
  readonly looked: number;
}

/**
 * How far the comments reach that begin in a paragraph's line, the first of them at `open`; `keepsIndented` as in
 * `paragraphText`.
 */
export function commentsReach(lines: Lines, line: Line, open: number, keepsIndented: boolean): CommentsReach {
  let last = line;
  let looked = 0;
  for (let at = open; at < last.to; ) {
    const mark = lines.afterOpening(at);
    if (mark !== undefined && !mark.opens && mark.to <= last.to) {
      at = lines.commentFrom(mark.to);
      continue;
    }
    const reach = reachOf(lines, last, mark, keepsIndented);
    looked = Math.max(looked, reach.looked);
    if (!reach.closed) break;
    last = reach.last;
    at = lines.commentFrom(mark?.to ?? last.to);
  }
  return { last, looked };
}

/** Whether the next mark after a comment's opening one closes it before the paragraph ends, and in which line. */
function reachOf(
  lines: Lines,
  first: Line,
  mark: CommentMark | undefined,
  keepsIndented: boolean,
): CommentsReach & { closed: boolean } {
  const stop = mark?.from ?? lines.text.length;
  let last = first;
  while (last.next <= stop && last.next < lines.text.length) {
    let line = lines.at(last.next);
    if (line.blank) {
      if (!keepsIndented) return { closed: false, last: first, looked: line.next + 1 };
      line = lines.at(lines.skipBlank(line.next));
      if (line.blank || line.indent < 2) return { closed: false, last: first, looked: line.mark + 1 };
    }
    last = line;
  }
  const closed = mark !== undefined && !mark.opens;
  return { closed, last: closed ? last : first, looked: mark?.to ?? lines.text.length + 1 };
}
