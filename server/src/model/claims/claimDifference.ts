import type { WordRun } from '../words/quantities.ts';

/**
 * In what two claims differ. *opposite*: one denies what the other says. *quantity*: of how many it is said. *scope*: one
 * says it of some only, the other of all. *stage*: how far it has come. *offer*: one says that it is had, the other that it
 * is offered. *cause*: one gives the cause, the other a part of it. *measure*: too many for one, as elsewhere for the
 * other. *date*: when it was. *order*: before or after. *charge*: who has it.
 */
export type Difference =
  | 'opposite'
  | 'quantity'
  | 'scope'
  | 'stage'
  | 'offer'
  | 'cause'
  | 'measure'
  | 'date'
  | 'order'
  | 'charge';

/** In what two claims differ, and the words of each that make the difference. */
export interface FoundDifference {
  readonly difference: Difference;
  readonly marks: readonly [WordRun | undefined, WordRun | undefined];
}
