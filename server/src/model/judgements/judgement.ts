import type { Span } from '../../text/text.ts';
import type { Grade } from '../framework.ts';

/** Where a grade is stated (`markup.md` §4.3). */
export type Carrier = 'headline' | 'entry' | 'line' | 'heading' | 'statement';

/** A grade of an area, in one of the places where it is carried. The span covers the grade's words. */
export interface Judgement extends Span {
  readonly carrier: Carrier;
  /** The area's id, if it can be told; of a name that is nearly an area's, that one. */
  readonly area: string | undefined;
  /** How surely: the name is the area's, or it comes from the section, or it is only near or only the number tells. */
  readonly areaMatch: 'name' | 'section' | 'near' | 'none';
  /** The area's name as written, where the carrier names one. */
  readonly areaSpan: Span | undefined;
  readonly areaText: string;
  /** The area's number: as written in an entry, else the framework's. */
  readonly number: string | undefined;
  readonly grade: Grade | undefined;
  /** The grade as written; empty where none is given. */
  readonly text: string;
  /** Of a sentence: whether it is said as the scale's phrases are; and whether of several things, *are good*. */
  readonly grammatical: boolean;
  readonly plural: boolean;
  readonly section: number | undefined;
  readonly block: number;
  /** A headline's provider as written. */
  readonly provider: (Span & { readonly text: string }) | undefined;
}
