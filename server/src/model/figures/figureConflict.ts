import type { Figure, WrittenDate } from './figure.ts';
import type { FiguredBlock } from './figures.ts';

/** A figure or a date of a report, where it stands. */
export interface FigurePlace {
  readonly block: FiguredBlock;
  readonly figure: Figure | WrittenDate;
}

/** A date of a report, where it stands. */
export type PlacedDate = FigurePlace & { readonly figure: WrittenDate };

/**
 * Two places that give the same fact in two figures. It is the same by the words that they share, as the first has them, or
 * it is a known one: of what the date is.
 */
export interface FigureConflict {
  readonly one: FigurePlace;
  readonly other: FigurePlace;
  readonly shared: readonly string[];
  readonly fact: string | undefined;
  /** Other places that differ from the second as the first does. */
  readonly also?: readonly FigurePlace[];
}

/** With so many that begin alike each is compared; with more it would take long, and they are a list’s. */
export const mostAlike = 100;
