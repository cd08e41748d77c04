import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, inSentence } from '../../../model/figures/figures.ts';
import {
  isApproximate,
  isCount,
  isInOneSentence,
  isOfFraction,
  isOfThese,
  isOfWhom,
  isOpening,
  isOutOf,
  wholeOf,
} from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { gapAfter, idAt, sentenceAt, sentenceBefore } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import type { Finding } from '../../rule.ts';
import { figureWords, wholePlace } from './figurePlaces.ts';

const word = idsOf('the', 'other', 'remaining', 'all', 'of');

/** *Of 52 staff, 47 are trained. The other six are booked*: a part and the rest of the whole that are not the whole. */
export function restFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const rest = figures[i] as Figure;
  const own = idAt(prose, rest.first - 1);
  if ((own !== word.remaining && own !== word.other) || idAt(prose, rest.first - 2) !== word.the) return undefined;
  // (*The other six of them*: some of the others.)
  if (idAt(prose, rest.last) === word.of || rest.decimals > 0 || isOfFraction(block, i)) return undefined;
  const told = partBefore(report, block, i);
  if (told === undefined) return undefined;
  const { part, whole } = told;
  if (part.value + rest.value === whole.value || isApproximate(block, part) || isApproximate(block, whole))
    return undefined;
  // *The other six are booked, and three have left*
  const next = figures[i + 1];
  if (next !== undefined && isInOneSentence(block, rest, next) && part.value + rest.value + next.value === whole.value)
    return undefined;
  const [first, second, all] = [part, rest, whole].map(figure => figureWords(report, block, figure));
  return {
    ...figureSpan(block, rest),
    message: `${first} and ${second} add up to ${part.value + rest.value}, not ${all}. Correct one of the figures.`,
    related: [wholePlace({ figure: whole, block })],
  };
}

interface PartAndWhole {
  readonly part: Figure;
  readonly whole: Figure;
}

/** The one part that is told before the rest, in its sentence or the one before, and the whole of which it is a part. */
function partBefore(report: Report, block: FiguredBlock, i: number): PartAndWhole | undefined {
  const { prose, figures } = block;
  const sentence = sentenceAt(prose, (figures[i] as Figure).first);
  const first = sentenceBefore(prose, sentence)?.first ?? 0;
  // (*Within two days* counts no part.)
  const before: number[] = [];
  for (let at = i - 1; at >= Math.max(0, i - mostBefore) && (figures[at] as Figure).first >= first; at--) {
    if (isOfFraction(block, at)) return undefined;
    else if (isCount(figures[at] as Figure)) before.push(at);
  }
  const [one, other, another] = before.map(at => figures[at] as Figure);
  if (one === undefined) return undefined;
  // *Eighteen of the 21 reviews were completed; the remaining three …*
  if (other !== undefined && isOutOf(block, other, one))
    return another === undefined ? { part: other, whole: one } : undefined;
  if (isOfThese(block, one)) {
    const these = wholeOf(report, block, before[0] as number)?.figure;
    return these && { part: one, whole: these };
  }
  // *17 officers, of whom 12 hold the diploma*
  if (other !== undefined && another === undefined && isOfWhom(block, one.first) && isInOneSentence(block, other, one))
    return { part: one, whole: other };
  // *Of 52 staff, 47 are trained.*
  if (other !== undefined && isOpening(block, other)) return { part: one, whole: other };
  return takenUp(block, one);
}

/** So many figures before the rest are looked at. */
const mostBefore = 6;

/** *We read the assessments for all 21 plants. Twelve had been reviewed*: a number alone, of the one in the sentence before. */
function takenUp({ prose, figures }: FiguredBlock, part: Figure): PartAndWhole | undefined {
  const sentence = sentenceAt(prose, part.first);
  if (sentence.first !== part.first || sentence.first === 0) return undefined;
  if (!verbs.has(idAt(prose, part.last)) || gapAfter(prose, part.last - 1).trim() !== '') return undefined;
  const [whole, another] = inSentence(figures, sentenceAt(prose, sentence.first - 1));
  return whole === undefined || another !== undefined || !isCount(whole) || whole.value <= part.value
    ? undefined
    : { part, whole };
}

const verbs = idSet('had were was have has are is did do could');
