import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, inSentence } from '../../../model/figures/figures.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, sentenceAt } from '../../../model/words/proseWords.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import type { Finding } from '../../rule.ts';
import { contrary, directionBefore, isCompared, opened, word } from './changeWords.ts';

/** So many words may stand between the figure that is reached and that from which it came. */
const farthestThen = 9;
const farthestTime = 6;

/** *Have fallen to 24%, compared with 19% last year*, *rose to 24% from 30%*: the earlier figure stands after the later. */
export function reachedFromFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const now = figures[i] as Figure;
  const then = figures[i + 1];
  if (then === undefined || then.kind !== now.kind || then.value === now.value || !isCompared(now)) return undefined;
  const to = opened(block, now, word.to);
  const sentence = sentenceAt(prose, now.first);
  if (to === undefined || then.last > sentence.last || then.first - now.last > farthestThen) return undefined;
  if (!isThen(block, now, then, sentence)) return undefined;
  if (hasWordOf(prose, now.last, Math.min(sentence.last, then.last + farthestTime), elsewhere)) return undefined;
  const said = directionBefore(block, sentence, to);
  return said && contrary(block, said, now, then);
}

/** What others have, or should be had. */
const elsewhere = idSet(
  `national nationally england average averages target targets similar neighbours neighbour comparators comparator elsewhere
  other others expected planned forecast boys girls`,
);
const times = idSet('last previous previously year years month months ago earlier before quarter inspection visit');
/** After these a place or a group is named, and no time. */
const groups = idSet('for among amongst across within of');

/** Whether a figure is of an earlier time: *compared with 19% last year*, *from 19%*. */
function isThen(block: FiguredBlock, now: Figure, then: Figure, sentence: ProseSentence): boolean {
  const { prose, dates } = block;
  const isFrom = opened(block, then, word.from) !== undefined;
  const compared = idAt(prose, then.first - 2);
  const isCompared = compared === word.compared && then.first - 2 >= now.last;
  if (!isFrom && !isCompared) return false;
  if (groups.has(idAt(prose, then.last))) return false;
  if (isFrom) return true;
  const isDated = inSentence(dates, sentence).some(({ first }) => first >= then.last);
  if (isDated) return true;
  return hasWordOf(prose, then.last, Math.min(sentence.last, then.last + farthestTime), times);
}
