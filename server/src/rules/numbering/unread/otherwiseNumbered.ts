import { seriesOf } from '../../../model/numbering/series.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** The paragraphs of numbered sections in which none is one of the series, and all are numbered by parts or are points: one finding. */
export function* otherwiseNumbered(report: Report): Iterable<Finding> {
  const { document, framework, paragraphs, sections } = report;
  if (framework.openAreas || seriesOf(report).length === 0) return;
  const members = new Set(paragraphs.flatMap(({ series, section }) => (series === undefined ? [] : (section ?? []))));
  const found: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const { kind, section, block } = paragraph;
    const own = sections[section ?? -1];
    if (kind !== 'other' || own?.kind?.paragraphs !== 'numbered' || members.has(own.index)) continue;
    const at = document.blocks[block];
    if ((at?.kind === 'numbered' && at.number.number.includes('.')) || (at?.kind === 'bullet' && at.indent < 2))
      found.push(paragraph);
    else return;
  }
  const [first, ...others] = found;
  if (first === undefined || found.length < fewest) return;
  const from = (document.starts[first.block] ?? 0) + (document.blocks[first.block]?.start ?? 0);
  const [mark = ''] = /^\S+/.exec(document.source.slice(from, from + 10)) ?? [];
  yield {
    from,
    to: from + mark.length,
    message: `“${mark}” is no number of this report’s paragraphs, nor are ${others.length} more. Number them as the others are.`,
  };
}

/** Fewer may be a list. */
const fewest = 3;
