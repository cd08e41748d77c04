import { gapAfter, idAt } from '../words/proseWords.ts';
import { keyOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import type { ReadClaim } from './claimOverlap.ts';

const leading = idSet('in at on among for');
/** What was looked at stands for all of it. */
const sampled = idSet('sample sampled cases total practice');

/**
 * Whether a sentence says before its share, and before a comma, where or of whom it holds, and another says nothing of it:
 * *in the north, 78% of …*, *two thirds of …*.
 */
export function hasLeadOfItsOwn({ claim, statement }: ReadClaim, { keys }: ReadClaim): boolean {
  const { prose, codes } = statement.topics;
  const { first } = statement.sentence;
  const end = claim.share?.first ?? first;
  if (end - first > longestLead || !leading.has(idAt(prose, first)) || !/^,/.test(gapAfter(prose, end - 1)))
    return false;
  let isOwn = false;
  for (let at = first; at < end; at++) {
    if (sampled.has(idAt(prose, at))) return false;
    const key = keyOfWord(codes, at);
    isOwn ||= key !== 0 && !keys.includes(key);
  }
  return isOwn;
}

const longestLead = 6;
