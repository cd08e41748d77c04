import { otherwiseFilled, otherwiseMarked } from '../../../model/numbering/otherwiseMarked.ts';
import { seriesOf } from '../../../model/numbering/series.ts';
import type { SeriesBreak } from '../../../model/numbering/seriesBreaks.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** The paragraphs of numbered sections in which all have other marks than numbers: one finding, where no break of the numbers tells it. */
export function* otherwiseNumbered(report: Report): Iterable<Finding> {
  const own = otherwiseMarked(report);
  // Recommendations may be numbered in a way of their own, if the findings begin as they then should.
  if (own === undefined || own.first.kind === 'recommendation') return;
  if (seriesOf(report).some(({ breaks }) => breaks.some(each => otherwiseFilled(report, each) !== undefined))) return;
  const { from, to, written } = own.mark;
  yield {
    from,
    to,
    message: `“${written}” is no number of this report’s paragraphs, nor are ${own.count - 1} more. Number them as the others are.`,
  };
}

/** Numbers that a series lacks, where paragraphs stand that have other marks. */
export function filledOtherwise(report: Report, own: SeriesBreak): Finding | undefined {
  const { mark, count } = otherwiseFilled(report, own) ?? {};
  if (mark === undefined || count === undefined || own.missing === undefined) return undefined;
  const { from, to, written } = mark;
  const first = own.missing.first;
  return {
    from,
    to,
    message: `“${written}” is not read as the number of paragraph ${first}, nor are ${count - 1} more. Number them from ${first} on.`,
  };
}
