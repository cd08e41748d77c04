import type { Report } from '../model/report.ts';
import type { Rule } from './rule.ts';

/**
 * For rules that look in each block for itself, and only where something stands: such a rule looks again where it stands in
 * the changed block, or stood.
 */
export function whereStands(stands: (report: Report, block: number) => boolean): Rule['readsWords'] {
  return (_, report, { of, block }) => stands(report, block) || stands(of, block);
}

/** The same, where what is looked for shows in the block's characters. */
export function whereWritten(pattern: RegExp): Rule['readsWords'] {
  return whereStands(({ document: { source, blocks, starts } }, index) => {
    const start = starts[index] ?? 0;
    return pattern.test(source.slice(start, start + (blocks[index]?.end ?? 0)));
  });
}
