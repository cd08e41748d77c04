import { withoutLineEnd } from '../text/text.ts';

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

/** A reader of lines over one text; it knows once whether the text holds carriage returns at all. */
export function lineReader(source: string): (from: number) => Line {
  const hasReturns = source.indexOf('\r') >= 0;
  return from => {
    const next = nextLineStart(source, from, hasReturns);
    let mark = from;
    let indent = 0;
    while (mark < next) {
      const unit = source.charCodeAt(mark);
      if (unit === 32) indent++;
      else if (unit === 9) indent += 4;
      else if (unit !== 0xfeff || mark !== 0) break;
      mark++;
    }
    const to = withoutLineEnd(source, next);
    return { from, to, next, mark, indent, blank: mark >= to };
  };
}

function nextLineStart(source: string, from: number, hasReturns: boolean): number {
  if (!hasReturns) {
    const lf = source.indexOf('\n', from);
    return lf < 0 ? source.length : lf + 1;
  }
  for (let at = from; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 10) return at + 1;
    if (unit === 13) return source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return source.length;
}
