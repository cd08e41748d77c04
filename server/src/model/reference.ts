import type { NumberedKind } from '../syntax/referenceInWords.ts';
import type { Span } from '../text/text.ts';

/** Something in the text that points elsewhere (`markup.md` §5). Spans are the text's. */
export interface Reference extends Span {
  readonly kind: NumberedKind | 'link' | 'footnote';
  /** What it names: paragraph numbers, a link's target, a footnote's name. */
  readonly targets: readonly string[];
  /** The number words it is written with, for edits: each with its place. */
  readonly numbers: readonly NumberPlace[];
  /** What parts two numbers and should not. */
  readonly loose: readonly Span[];
  readonly block: number;
  /** The paragraph in which it stands. */
  readonly paragraph: number | undefined;
}

/** A number as a reference, tag or link writes it, or a range's two ends. */
export interface NumberPlace {
  readonly first: string;
  readonly last: string;
  readonly firstSpan: Span;
  readonly lastSpan: Span;
}

/** Where a link leads: a place in this report, in another, or outside. */
export interface LinkTarget {
  /** The other report's path as written, decoded; empty for this report. */
  readonly path: string;
  /** What follows `#`; empty for a whole report. */
  readonly id: string;
  /** The number of `#paragraph-16` and `#recommendation-5`. */
  readonly number: { readonly kind: NumberedKind; readonly number: string } | undefined;
  readonly external: boolean;
}

/** Reads a link's target. Anything with a scheme, and `//host`, is external; so is a file that is no report. */
export function linkTarget(target: string): LinkTarget {
  const external = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
  const hash = target.indexOf('#');
  const path = decoded(hash < 0 ? target : target.slice(0, hash));
  const id = hash < 0 ? '' : decoded(target.slice(hash + 1));
  return { path, id, number: numberedLink(id), external: external || (path !== '' && !/\.inspection$/i.test(path)) };
}

/** The number of an id such as `paragraph-16`. */
export function numberedLink(id: string): LinkTarget['number'] {
  const match = /^(paragraph|recommendation)-([SR]?\d{1,3}(?:\.\d{1,3})*)$/.exec(id);
  return match === null ? undefined : { kind: match[1] as NumberedKind, number: match[2] ?? '' };
}

/** An id that stands for a number and so cannot be a section's. */
export function isReservedId(id: string): boolean {
  return /^(?:paragraph|recommendation)-/.test(id);
}

function decoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign means itself.
    return text;
  }
}
