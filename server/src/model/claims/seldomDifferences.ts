import { idOf } from '../words/quantities.ts';
import { idSet } from '../words/wordIds.ts';
import type { FoundDifference } from './claimDifference.ts';
import type { Overlap, ReadClaim } from './claimOverlap.ts';
import { isHedged, isOfSome } from './hedgedClaims.ts';

/** What is hardly ever done. */
const seldom = idSet('rarely seldom');

/** *Interviews are held with all who leave*, *interviews are seldom held*: what one says is done, the other says is hardly done. */
export function rarities(
  one: ReadClaim,
  other: ReadClaim,
  { cover, likeness, score, apart }: Overlap,
): FoundDifference | undefined {
  const [rare, plain] = isSeldom(one) ? [one, other] : [other, one];
  if (!isSeldom(rare) || isSeldom(plain) || apart || score < 12 || cover < 0.9 || likeness < 0.6) return undefined;
  const { quantity } = plain.claim;
  if (quantity !== undefined && (quantity.denied || quantity.rank < nearlyAll)) return undefined;
  if (rare.claim.denies || plain.claim.denies || rare.claim.indirect || plain.claim.indirect) return undefined;
  if (isHedged(plain) || isOfSome(plain) || plain.claim.antonym !== undefined) return undefined;
  return { difference: 'opposite', marks: [one.claim.quantity, other.claim.quantity] };
}

function isSeldom({ claim: { quantity }, statement: { topics } }: ReadClaim): boolean {
  return quantity !== undefined && seldom.has(idOf(topics, quantity.first));
}

/** From here on what is said of so many may be said without saying of how many. */
const nearlyAll = 8;
