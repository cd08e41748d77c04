import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { idSet, idsOf } from '../words/wordIds.ts';

/** A claim in its sentence. */
interface Told {
  readonly statement: Statement;
  readonly claim: WordRun;
}

const word = idsOf('last', 'previous', 'inspection', 'until', 'in', 'the', 'past');
/** What tells by itself of how things were before. */
const before = idSet('previously formerly historically ago hitherto');
const was = idSet('was were had did');
const is = idSet('is are has have does do');
/** *At the (time of the) last inspection*, but not *since the last inspection*. */
const at = idSet('at by before during');
const soon = idSet('recently lately then');
const spans = idSet('year years month months week weeks quarter two three four five six 12');
/** So many words stand between *at* and *the last inspection*. */
const farthest = 5;

/** Whether of two claims one tells of how it was before, *at the last inspection, plans were poor*, and the other of how it is. */
export function areOfTwoTimes(one: Told, other: Told): boolean {
  return isOfBefore(one) !== isOfBefore(other);
}

function isOfBefore({ statement, claim }: Told): boolean {
  const { prose } = statement.topics;
  // (*Did not have*: the first tells.)
  for (let i = claim.first; i < claim.last; i++) {
    const id = idAt(prose, i);
    if (is.has(id)) return false;
    if (was.has(id)) return saysBefore(statement);
  }
  return false;
}

function saysBefore({ topics: { prose }, sentence }: Statement): boolean {
  for (let i = sentence.first; i < sentence.last; i++) {
    const id = idAt(prose, i);
    if (before.has(id)) return true;
    if (id === word.until && soon.has(idAt(prose, i + 1))) return true;
    if (id === word.past && idAt(prose, i - 1) === word.the && idAt(prose, i - 2) === word.in)
      if (!spans.has(idAt(prose, i + 1))) return true;
    if ((id !== word.last && id !== word.previous) || idAt(prose, i + 1) !== word.inspection) continue;
    for (let k = i - 1; k >= Math.max(sentence.first, i - farthest); k--) if (at.has(idAt(prose, k))) return true;
  }
  return false;
}
