import { idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { idSet, idsOf } from '../words/wordIds.ts';

const { this: pointer } = idsOf('this');
/** What parts of a report deal with. */
const parts = idSet(
  'area section domain standard theme question outcome part regulation principle criterion aspect dimension',
);

/**
 * Whether two sentences of different sections each speak of what their own deals with: *improvements are required in this
 * area*.
 */
export function speakOfOwnParts(one: Statement, other: Statement): boolean {
  if (one.sentence.paragraph.section === other.sentence.paragraph.section) return false;
  return pointsAtPart(one) && pointsAtPart(other);
}

function pointsAtPart({ sentence: { prose, first, last } }: Statement): boolean {
  for (let word = first; word + 1 < last; word++)
    if (idAt(prose, word) === pointer && parts.has(idAt(prose, word + 1))) return true;
  return false;
}
