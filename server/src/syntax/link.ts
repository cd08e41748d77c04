import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';

/** `[words](target)`, or a picture's `![description](target)`. */
export interface Link extends Span {
  readonly words: Span;
  readonly target: string;
  readonly targetSpan: Span;
}

/** A target holds no blank; its parentheses are paired once or escaped. Longer ones than this are no targets. */
const target = /\(((?:\\[()]|\\(?![()])|[^\s()<>\\]|\((?:\\[()]|\\(?![()])|[^\s()<>\\]){0,500}\)){0,2000})\)/y;

/** The link whose words begin after the bracket at `open` and end at the one at `close`, if a target follows. */
export function linkAt(text: string, open: number, close: number, isPicture: boolean): Link | undefined {
  if (text.charCodeAt(close + 1) !== Unit.openParenthesis) return undefined;
  target.lastIndex = close + 1;
  const written = target.exec(text)?.[1];
  if (written === undefined) return undefined;
  return {
    from: isPicture ? open - 1 : open,
    to: target.lastIndex,
    words: { from: open + 1, to: close },
    target: copied(written.replace(/\\([()])/g, '$1')),
    targetSpan: { from: close + 2, to: target.lastIndex - 1 },
  };
}
