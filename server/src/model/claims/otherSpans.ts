import { idAt } from '../words/proseWords.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { ReadClaim } from './claimOverlap.ts';

/** In what is counted within how much something is done. */
const units = idSet('hours days weeks months miles');

/** *Within 72 hours*, *within 24 hours*: of how many it holds is told of two things. */
export function areOfOtherSpans(one: ReadClaim, other: ReadClaim): boolean {
  if ((one.clause.kinds & other.clause.kinds & WordKind.number) === 0) return false;
  const spans = spansOf(one);
  if (spans.size === 0) return false;
  for (const [unit, number] of spansOf(other)) if (spans.has(unit) && spans.get(unit) !== number) return true;
  return false;
}

/** The numbers of a claim that count a unit, by it. */
function spansOf({ statement: { topics }, clause: { first, last } }: ReadClaim): Map<number, number> {
  const spans = new Map<number, number>();
  for (let at = first + 1; at < last; at++) {
    const unit = idAt(topics.prose, at);
    if (units.has(unit) && (kindsOfWord(topics.codes, at - 1) & WordKind.number) !== 0)
      spans.set(unit, idAt(topics.prose, at - 1));
  }
  return spans;
}
