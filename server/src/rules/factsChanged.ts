import type { Report } from '../model/report.ts';
import { movedOffset, sameButMoved } from '../syntax/sameButMoved.ts';
import type { Rule } from './rule.ts';

/** The fields of facts that hold places, counted from the block's start. Any other number is a value. */
const places = new Set(['from', 'to', 'at', 'start', 'end']);

/**
 * For rules that read of each block's words only some facts, which a model file finds once a block: such a rule looks again
 * where those facts have changed, or stand elsewhere relative to each other than a change of words moves them.
 *
 * @param factsOf plain objects and lists, their places in fields named `from`, `to`, `at`, `start` and `end`
 */
export function factsChanged(factsOf: (report: Report, block: number) => unknown): Rule['readsWords'] {
  return (_, report, { of, block, change }) => {
    const start = of.document.starts[block] ?? 0;
    const within = { ...change, from: change.from - start, to: change.to - start };
    const moved = (value: number, field: string): number => (places.has(field) ? movedOffset(value, within) : value);
    return !sameButMoved(factsOf(of, block), factsOf(report, block), moved);
  };
}
