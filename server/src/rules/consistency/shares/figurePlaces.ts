import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan } from '../../../model/figures/figures.ts';
import type { PlacedFigure } from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import type { Related } from '../../rule.ts';

/** A figure as the report writes it. */
export function figureWords({ document: { source } }: Report, block: FiguredBlock, figure: Figure): string {
  const { from, to } = figureSpan(block, figure);
  return source.slice(from, to);
}

/** The place of the whole beside what is found of a part. */
export function wholePlace({ figure, block }: PlacedFigure, message = 'The whole.'): Related {
  return { ...figureSpan(block, figure), message };
}
