import type { Figure, FiguredBlock } from '../../../model/figures/figures.ts';
import type { PlacedFigure } from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import type { Span } from '../../../text/text.ts';
import type { Related } from '../../rule.ts';

/** Where a figure of a block stands in the report. */
export function figureSpan({ base }: FiguredBlock, { from, to }: Figure): Span {
  return { from: base + from, to: base + to };
}

/** A figure as the report writes it. */
export function figureWords({ document: { source } }: Report, block: FiguredBlock, figure: Figure): string {
  const { from, to } = figureSpan(block, figure);
  return source.slice(from, to);
}

/** The place of the whole beside what is found of a part. */
export function wholePlace({ figure, block }: PlacedFigure, message = 'The whole.'): Related {
  return { ...figureSpan(block, figure), message };
}
