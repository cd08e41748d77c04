import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** Fewer lines may be labels and what they name. */
const fewest = 3;
/** A block that is looked at no further than this shows what it is. */
const longest = 2000;

/** Lines of one paragraph that tabs part into as many cells each: a table of a word processor or a spreadsheet. */
export function tabbedRows({ document: { source, blocks, starts } }: Report, index: number): Finding | undefined {
  const block = blocks[index];
  if (block?.kind !== 'plain') return undefined;
  const from = (starts[index] ?? 0) + block.start;
  const written = source.slice(from, Math.min(from + block.end - block.start, from + longest));
  if (!written.includes('\t')) return undefined;
  const lines = written.split(/\r\n?|\n/).slice(0, fewest);
  const [first = ''] = lines;
  const cells = first.split('\t').length;
  if (lines.length < fewest || cells < 2 || lines.some(line => line.split('\t').length !== cells || !row.test(line)))
    return undefined;
  return {
    from,
    to: from + first.length,
    message: 'These lines are not read as a table, for tabs part their cells. Begin, part and end each with “|”.',
  };
}

/** Words, or a figure, on both sides of a tab; a label has a colon. */
const row = /^[^\t:]{1,200}\t[^\t\r\n]/;
