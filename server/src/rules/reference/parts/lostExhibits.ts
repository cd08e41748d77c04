import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** *The table below* in a report that has neither a table nor a picture beside its text. A question: it may come with the report. */
export function* lostExhibits(report: Report): Iterable<Finding> {
  const { document, judgements } = report;
  const named = [...blocksWith(document, exhibits)];
  if (named.length === 0) return;
  const graded = new Set(judgements.map(({ block }) => block));
  const isExhibit = (i: number): boolean =>
    (document.blocks[i]?.kind === 'table' && !graded.has(i)) || (document.blocks[i]?.inlines.pictures.length ?? 0) > 0;
  if (document.blocks.some((_, i) => isExhibit(i))) return;
  for (const { block, places } of named) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const from of places) {
      const [written = ''] = /^\p{L}+ \p{L}+ \p{L}+/u.exec(document.source.slice(from, from + longest)) ?? [];
      const [, noun = ''] = written.split(' ');
      yield {
        from,
        to: from + written.length,
        severity: 'information',
        message: `There is no ${noun} in this report. Put it there, or say where it is.`,
      };
    }
  }
}

/** (*this diagram overleaf*) */
const longest = 24;

const before = /(?:[Tt]he|[Tt]his) (?:table|chart|graph|diagram|figure|map)$/;

/** Where a text says that an exhibit stands near it. */
function* exhibits(text: string): Iterable<number> {
  for (const side of [' below', ' above', ' opposite', ' overleaf'])
    for (let at = text.indexOf(side); at >= 0; at = text.indexOf(side, at + 1)) {
      const [written = ''] = before.exec(text.slice(Math.max(0, at - longest), at)) ?? [];
      if (written !== '') yield at - written.length;
    }
}
