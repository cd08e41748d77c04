import { wordId } from '../words/proseReading.ts';
import { idOf, kindsOf } from '../words/quantities.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { ReadClaim } from './claimOverlap.ts';

/** Whether it is said of most without a word for how many. */
export function isHedged({ claim: { start, last, quantity }, statement: { topics } }: ReadClaim): boolean {
  if (quantity !== undefined) return false;
  for (let i = start; i < last; i++)
    if (hedges.has(idOf(topics, i)) || (idOf(topics, i) === partWord && idOf(topics, i - 1) === mostWord)) return true;
  return false;
}

/** Whether what is put in front says in how many it is so: *in 11 of (the) 26 plans, …*. */
export function isOfSome({ statement: { topics, sentence, kinds } }: ReadClaim): boolean {
  if ((kinds & WordKind.number) === 0 || idOf(topics, sentence.first) !== inWord) return false;
  for (let i = sentence.first + 1; i < Math.min(sentence.last - 2, sentence.first + longestShare); i++) {
    if ((kindsOf(topics, i) & WordKind.number) === 0 || idOf(topics, i + 1) !== ofWord) continue;
    const whole = articles.has(idOf(topics, i + 2)) ? i + 3 : i + 2;
    if ((kindsOf(topics, whole) & WordKind.number) !== 0) return true;
  }
  return false;
}

const longestShare = 4;
const hedges = idSet('largely mainly generally typically broadly');
const partWord = wordId('part');
const mostWord = wordId('most');
const inWord = wordId('in');
const ofWord = wordId('of');
const articles = idSet('the a');
