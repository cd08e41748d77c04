import type { Span, Text } from '../text/text.ts';
import { type Character, characters, columnsOf, ellipsis, headOf } from './columns.ts';

/** A line of a text with a place in it marked. */
export interface Excerpt {
  /** Counted from 1. */
  readonly line: number;
  /** The line's words, cut to the width with `…` where it is longer. */
  readonly words: string;
  /** What stands under them: blanks and carets. */
  readonly carets: string;
}

/**
 * The first line of a place, and a run of carets under the words meant, at most so many columns wide. Nothing for an empty
 * line. Columns are a terminal's: wide characters have two, combining ones none.
 */
export function excerpt(text: Text, { from, to }: Span, width: number): Excerpt | undefined {
  const { line } = text.positionAt(from);
  const lineFrom = text.lineStarts[line] ?? 0;
  const lineTo = text.lineEnd(line);
  if (lineTo === lineFrom) return undefined;
  const start = Math.min(from, lineTo);
  const end = Math.max(start, Math.min(to, lineTo));
  // Of a line of millions of characters only what can be seen is looked at.
  const before = characters(text.source.slice(Math.max(lineFrom, start - reach(width)), start));
  const marked = characters(text.source.slice(start, Math.min(end, start + reach(width))));
  const after = characters(text.source.slice(end, Math.min(lineTo, end + reach(width))));
  const whole = columnsOf(before) + columnsOf(marked) + columnsOf(after);
  const cut = whole > width || start - lineFrom > reach(width) || lineTo - start > 2 * reach(width);
  return { line: line + 1, ...(cut ? cutTo(width, before, marked, after) : withCarets(before, marked, after)) };
}

/** How many characters of a line are looked at on each side; most have a column at least. */
function reach(width: number): number {
  return 4 * width;
}

function cutTo(width: number, before: Character[], marked: Character[], after: Character[]) {
  // Two columns are for the ellipses; the place marked comes first, and what is left goes to both sides of it.
  const shown = headOf(marked, width - 2);
  const spare = width - 2 - columnsOf(shown);
  const all = shown.length === marked.length;
  const right = all ? headOf(after, Math.max(spare - Math.min(columnsOf(before), spare >> 1), 0)) : [];
  const left = headOf([...before].reverse(), spare - columnsOf(right)).reverse();
  return withCarets(
    left.length < before.length ? [ellipsis, ...left] : left,
    shown,
    all && right.length === after.length ? right : [...right, ellipsis],
  );
}

function withCarets(before: readonly Character[], marked: readonly Character[], after: readonly Character[]) {
  const blank = ({ sign, columns }: Character): string => (sign === '\t' ? '\t' : ' '.repeat(columns));
  // A tab is as wide as it happens to be, so there the run has a gap.
  const caret = ({ sign, columns }: Character): string => (sign === '\t' ? '\t' : '^'.repeat(columns));
  const run = marked.map(caret).join('');
  return {
    words: [...before, ...marked, ...after]
      .map(({ sign }) => sign)
      .join('')
      .trimEnd(),
    carets: before.map(blank).join('') + (run.includes('^') ? run : '^'),
  };
}
