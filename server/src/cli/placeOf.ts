import type { Span, Text } from '../text/text.ts';

/** A place as machine-readable formats have it. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Lines and columns from 1; columns in UTF-16 units, the end one past the last. */
export function placeOf(text: Text, { from, to }: Span): Place {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
