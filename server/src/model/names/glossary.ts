import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';

const found = new DerivedFacts<ReadonlySet<string>>();

/** What the tables of a report write out, *LBC | London Borough Council*: the acronyms of its list of abbreviations. */
export function glossaryOf(report: Report): ReadonlySet<string> {
  return found.of(report, glossaryIn);
}

function glossaryIn({ document: { source, blocks, starts } }: Report): Set<string> {
  const known = new Set<string>();
  blocks.forEach((block, i) => {
    if (block.kind !== 'table') return;
    const start = starts[i] ?? 0;
    for (const { header, cells } of block.rows) {
      const [first, second] = cells.map(({ from, to }) => source.slice(start + from, start + to).replaceAll('*', ''));
      if (!header && isWrittenOut(first, second)) known.add(first as string);
    }
  });
  return known;
}

/** Whether one is in capitals, and the other are words of which the first begins as it does. */
function isWrittenOut(acronym = '', words = ''): boolean {
  if (!/^[A-Z][A-Za-z&.]{1,9}$/.test(acronym) || !/^\S{2,}\s+\S/.test(words)) return false;
  return words.charAt(0).toUpperCase() === acronym.charAt(0);
}
