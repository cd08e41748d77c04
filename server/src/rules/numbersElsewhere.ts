import { type Series, type SeriesBreak, seriesValue } from '../model/numbering/series.ts';
import type { Report } from '../model/report.ts';

/**
 * Whether all numbers that a series seems to miss stand there, in order, in sections that are not read as part of it: one of
 * their headings is lost or misspelt, and that is what is to be told.
 */
export function standElsewhere(
  { paragraphs }: Report,
  { kind }: Series,
  { before, after, missing }: SeriesBreak,
): boolean {
  if (missing === undefined || after === undefined) return false;
  const last = seriesValue(kind.form, missing.last);
  let next = seriesValue(kind.form, missing.first);
  if (next === undefined || last === undefined) return false;
  for (let at = (before?.index ?? -1) + 1; at < after.index && next <= last; at++) {
    const { kind: sort, series, number } = paragraphs[at] ?? {};
    if (sort === 'entry' || series !== undefined || number === undefined) continue;
    if (seriesValue(kind.form, number) === next) next++;
  }
  return next > last;
}
