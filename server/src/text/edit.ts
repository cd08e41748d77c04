import type { Span } from './text.ts';

/** A replacement of a span of a text. */
export interface Edit extends Span {
  readonly text: string;
}

/** A text after edits that do not overlap, given in the order of the text. */
export function editedText(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, text: words } of edits) {
    text += source.slice(at, from) + words;
    at = to;
  }
  return text + source.slice(at);
}
