import type { Figure } from '../../../model/figures/figure.ts';
import type { FiguredBlock } from '../../../model/figures/figures.ts';
import { figureSpan } from '../../../model/figures/figures.ts';
import { between, isCount, type PlacedFigure } from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { idAt } from '../../../model/words/proseWords.ts';
import { idsOf } from '../../../model/words/wordIds.ts';
import type { Finding } from '../../rule.ts';
import { figureWords, wholePlace } from './figurePlaces.ts';

const word = idsOf('children');

/** Populations are of other years than what is counted; so much may come of that. */
const drift = 0.04;

/** A rate that is not that of the number beside it in the number of children who live in the area. */
export function rateFinding(
  report: Report,
  block: FiguredBlock,
  i: number,
  population: PlacedFigure | undefined,
): Finding | undefined {
  const rate = block.figures[i] as Figure;
  const count = block.figures[i - 1];
  if (population === undefined || rate.per === undefined || !isCount(count)) return undefined;
  if (!/^[^.;:()]*[(,] ?(?:or |a rate of |at a rate of )?$/.test(between(block, count, rate))) return undefined;
  if (idAt(block.prose, rate.last) !== word.children && idAt(block.prose, count.last) !== word.children)
    return undefined;
  const expected = (rate.per * count.value) / population.figure.value;
  if (Math.abs(expected - rate.value) <= 10 ** -rate.decimals + drift * expected) return undefined;
  const words = figureWords(report, block, count);
  return {
    ...figureSpan(block, rate),
    message: `${words} of ${figureWords(report, population.block, population.figure)} is a rate of ${expected.toFixed(rate.decimals)} per ${rate.per.toLocaleString('en-GB')}, not ${rate.value.toFixed(rate.decimals)}. Correct one of the figures.`,
    related: [wholePlace(population, 'The number of children who live in the area.')],
  };
}
