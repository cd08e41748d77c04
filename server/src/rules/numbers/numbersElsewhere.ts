import type { Series } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import { seriesValue } from '../../model/numbering/seriesNumbers.ts';
import type { Report } from '../../model/report.ts';

/**
 * Whether all numbers that a series seems to miss stand there, in order, in sections that are not read as part of it, or the
 * first of them in a heading’s line: one of the headings is lost or misspelt, and that is what is to be told.
 */
export function standElsewhere(
  { paragraphs, sections }: Report,
  { kind }: Series,
  { before, after, missing }: SeriesBreak,
): boolean {
  if (missing === undefined || after === undefined) return false;
  const last = seriesValue(kind.form, missing.last);
  let next = seriesValue(kind.form, missing.first);
  if (next === undefined || last === undefined) return false;
  const from = before?.from ?? -1;
  // (One alone is told where it stands.)
  const isInHeading =
    missing.count > 1 &&
    sections.some(
      ({ heading, title }) =>
        heading.from > from && heading.from < after.from && missing.first === numberInTitle.exec(title)?.[1],
    );
  if (isInHeading) next++;
  // Of many one may be missing besides.
  let mayLack = missing.count >= fewestOfMany;
  for (let at = (before?.index ?? -1) + 1; at < after.index && next <= last; at++) {
    const { kind: sort, series, number } = paragraphs[at] ?? {};
    if (sort === 'entry' || series !== undefined || number === undefined) continue;
    const value = seriesValue(kind.form, number);
    if (mayLack && value === next + 1) {
      mayLack = false;
      next++;
    }
    if (value === next) next++;
  }
  if (mayLack && next === last) next++;
  return next > last;
}

/** So many numbers are a section’s. */
const fewestOfMany = 8;

/** The number of the first paragraph, which has got into the line of the heading above it. */
const numberInTitle = /\p{L}[?:.]? (\d{1,3})\. \p{Lu}/u;
