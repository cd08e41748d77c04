import type { Span } from '../../text/text.ts';

/**
 * What a figure measures. A `label` is a name and no quantity: *section 20*, *key stage 4*. An `age` is a group's, as in
 * *aged 16 to 18*.
 */
export type FigureKind = 'count' | 'percentage' | 'points' | 'rate' | 'money' | 'duration' | 'age' | 'label';

/** A number in running text, in figures or in words. Offsets count from the block's start. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  readonly value: number;
  /** How many digits follow the point as written. */
  readonly decimals: number;
  readonly inWords: boolean;
  /** Its words, half open: its unit is among them where that is a word, as in *92 per 10,000*. */
  readonly first: number;
  readonly last: number;
  /** Of a rate: of how many. */
  readonly per: number | undefined;
}

/** A date in running text, as exactly as it is given: *2014*, *November 2014*, *30 September 2017*, *2015–16*. */
export interface WrittenDate extends Span {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly first: number;
  readonly last: number;
}

/** The figures and dates of a block, in order. They depend on nothing but the block, and are found once for it. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
}
