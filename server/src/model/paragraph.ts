import type { Tag } from '../syntax/tag.ts';
import type { Span } from '../text/text.ts';

/**
 * A unit of running text: a numbered paragraph with the bullets that belong to it, a plain paragraph, or a bullet that
 * stands for itself. Spans are the text's.
 */
export interface Paragraph extends Span {
  readonly index: number;
  readonly kind: 'finding' | 'recommendation' | 'entry' | 'other';
  /** The number as written, or, of a recommendation whose tag is its number, that one. */
  readonly number: string | undefined;
  readonly numberSpan: Span | undefined;
  /** Its place in a series of the framework, or none for a list's item. */
  readonly series: number | undefined;
  /** The index of its section, if it stands in one. */
  readonly section: number | undefined;
  /** Its blocks: the first, and the one after the last. */
  readonly block: number;
  readonly blockEnd: number;
  /** The text of its first block, without number or bullet. */
  readonly content: Span;
  readonly tags: readonly TagLink[];
}

/** A tag in its paragraph (`markup.md` §4.5). */
export interface TagLink extends Span {
  readonly tag: Tag;
  /** The place from which the tag's own spans count. */
  readonly base: number;
  readonly paragraph: number;
  /** The numbers it names or its comment confirms; none for a bare tag. */
  readonly numbers: readonly string[];
  readonly basis: 'authored' | 'confirmed' | 'suggested';
  /** Whether it is the number of the recommendation that it ends, and no link. */
  readonly isNumber: boolean;
}
