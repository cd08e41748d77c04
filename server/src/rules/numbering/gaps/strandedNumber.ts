import type { Series } from '../../../model/numbering/series.ts';
import type { SeriesBreak } from '../../../model/numbering/seriesBreaks.ts';
import { seriesValue } from '../../../model/numbering/seriesNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { quotedTitle } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { missingSections } from '../../titles/missingSections.ts';

/**
 * The paragraphs that a series lacks, where a heading has got to their other side: they stand right above the heading of
 * their section, or right below that of the next one. Where a section is missing it is rather that.
 */
export function strandedNumber(
  report: Report,
  series: Series,
  { before, after, missing }: SeriesBreak,
): Finding | undefined {
  const { paragraphs, sections, framework } = report;
  if (after === undefined || missing === undefined || framework.openAreas || missingSections(report).length > 0)
    return undefined;
  const first = paragraphs
    .slice((before?.index ?? -1) + 1, after.index)
    .find(own => isNumbered(own, series, missing.first));
  const last = paragraphs[(first?.index ?? after.index) + missing.count - 1];
  if (first?.numberSpan === undefined || last === undefined || !isNumbered(last, series, missing.last))
    return undefined;
  const [own, its] = [sections[first.section ?? -1], sections[after.section ?? -1]];
  const isAbove = its !== undefined && last.index === after.index - 1 && its.block > last.block && its !== own;
  const isBelow = own !== undefined && first.index === (before?.index ?? -2) + 1 && hasMore(report, own, last);
  const heading = isAbove ? its : isBelow ? own : undefined;
  if (heading === undefined) return undefined;
  return {
    ...first.numberSpan,
    message: `Paragraph ${missing.first} does not belong to the section in which it stands. Has the heading ${quotedTitle(heading)} been moved?`,
    related: [{ ...heading.heading, message: isAbove ? 'The heading below it.' : 'The heading above it.' }],
  };
}

/** One that the series has, since it goes on there. */
export function* strandedMember(
  { sections }: Report,
  { section, number = '', numberSpan }: Paragraph,
): Iterable<Finding> {
  const heading = sections[section ?? -1];
  if (heading === undefined || numberSpan === undefined) return;
  yield {
    ...numberSpan,
    message: `Paragraph ${number} does not belong to the section in which it stands. Has the heading ${quotedTitle(heading)} been moved?`,
    related: [{ ...heading.heading, message: 'The heading above it.' }],
  };
}

function isNumbered({ kind, series, number }: Paragraph, { kind: { form } }: Series, wanted: string): boolean {
  if (kind === 'entry' || series !== undefined || number === undefined) return false;
  return seriesValue(form, number) === seriesValue(form, wanted);
}

/** Whether other paragraphs or points stand below the stranded ones in their section, so that they are no section of their own. */
function hasMore({ paragraphs, document }: Report, { index }: Section, last: Paragraph): boolean {
  return paragraphs[last.index + 1]?.section === index || document.blocks[last.block + 1]?.kind === 'bullet';
}
