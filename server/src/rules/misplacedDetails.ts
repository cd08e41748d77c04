import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { frontMatterKeys } from '../syntax/frontMatter.ts';
import type { Span } from '../text/text.ts';

/** The report’s details where they are not read: nothing begins them, or something stands above them. */
export interface MisplacedDetails {
  /** Their first line. */
  readonly line: Span;
  /** What begins them; nothing if that line is missing. */
  readonly mark: '---' | '+++' | undefined;
}

const found = new DerivedFacts<MisplacedDetails | 'none'>();

/** The details of a report that are not read. */
export function misplacedDetails(report: Report): MisplacedDetails | undefined {
  const details = found.of(report, () => detailsIn(report) ?? 'none');
  return details === 'none' ? undefined : details;
}

/** So many blocks may stand above them, and so many lines in a block of theirs. */
const mostAbove = 3;

function detailsIn({ document: { blocks, starts, source } }: Report): MisplacedDetails | undefined {
  let above = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'comment') continue;
    if (above++ >= mostAbove || block.kind === 'frontMatter') return undefined;
    if (block.kind !== 'plain') continue;
    const start = (starts[i] ?? 0) + block.start;
    const lines = source.slice(start, start + block.end - block.start).split(/(\r\n|\r|\n)/);
    let from = start;
    for (let k = 0; k <= 2 * mostAbove; k += 2) {
      const line = lines[k] ?? '';
      const mark = markOf(line.trimEnd());
      const [first = '', second = ''] = mark === undefined ? [line, lines[k + 2]] : [lines[k + 2], lines[k + 4]];
      // Without a mark they are the text's first words.
      const isFirst = mark !== undefined || (above === 1 && k === 0);
      if (isFirst && detailLine.test(first) && detailLine.test(second))
        return { line: { from, to: from + line.length }, mark };
      from += line.length + (lines[k + 1] ?? '').length;
    }
  }
  return undefined;
}

function markOf(line: string): MisplacedDetails['mark'] {
  return line === '---' || line === '+++' ? line : undefined;
}

const detailLine = new RegExp(`^(?:${frontMatterKeys.join('|')}):(?:[ \\t]|$)`);
