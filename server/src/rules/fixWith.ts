import type { Span } from '../text/text.ts';
import type { Fix } from './rule.ts';

/** A fix of one edit, offered to the author: a text in a place’s stead, none to take it out. */
export function fixWith(title: string, { from, to }: Span, text: string): Fix {
  return { title, edits: [{ from, to, text }], certain: false };
}

/** The same as the only right mend, which *fix all* makes unasked. */
export function certainFixWith(title: string, place: Span, text: string): Fix {
  return { ...fixWith(title, place, text), certain: true };
}

/** A fix that puts in the stead of a place what its button says: *Change to “Good”*. */
export function changeTo(place: Span, text: string): Fix {
  return fixWith(`Change to “${text}”`, place, text);
}

/** The same as the only right mend. */
export function certainChangeTo(place: Span, text: string): Fix {
  return certainFixWith(`Change to “${text}”`, place, text);
}
