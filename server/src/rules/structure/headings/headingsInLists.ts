import type { Report } from '../../../model/report.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** Headings that stand in a list without a blank line, and are worded as a point: with a heading’s marks for a bullet’s. */
export function* headingsInLists({ document, sections }: Report): Iterable<Finding> {
  const { blocks, starts, source } = document;
  for (const { block, heading, kind, level, titleSpan } of sections) {
    const [above, below] = [blocks[block - 1], blocks[block + 1]];
    if (kind !== undefined || (above?.kind !== 'bullet' && below?.kind !== 'bullet')) continue;
    const aboveEnd = (starts[block - 1] ?? 0) + (above?.end ?? 0);
    const isClose = above?.kind === 'bullet' && /^[ \t]*(?:\r\n|[\r\n])$/.test(source.slice(aboveEnd, heading.from));
    const belowStart = (starts[block + 1] ?? 0) + (below?.start ?? 0);
    const isFirst = below?.kind === 'bullet' && /^(?:\r\n|[\r\n])$/.test(source.slice(heading.to, belowStart));
    const title = source.slice(titleSpan.from, titleSpan.to);
    // The first point of a list has the others right below it; a heading may have too, or be *2018 survey* or *e-safety*.
    const opening = below?.kind === 'bullet' ? /^(?:\d|\p{Ll}{2})/u : /^\p{Ll}{2}/u;
    const isPoint = isClose
      ? /[.;,]$/.test(title) || opening.test(title)
      : isFirst && /^\P{Lu}.*[.;,]$|;$/u.test(title);
    if (!isPoint) continue;
    const place = { from: heading.from, to: heading.from + level };
    yield {
      from: heading.from,
      to: titleSpan.to,
      message: 'This heading stands in a list and reads like one of its points. Write “-” in place of its “#” marks.',
      fixes: [fixWith('Make it a bullet', place, '-')],
    };
  }
}
