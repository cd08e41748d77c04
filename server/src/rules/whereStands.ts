import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { blockText } from '../syntax/document.ts';
import type { Rule } from './rule.ts';

type Stands = (report: Report, block: number) => boolean;

/**
 * Of the block that a letter has changed, for which rules that was asked and what came of it: the next letter asks of it as
 * it was.
 */
const asked = new DerivedFacts<{ readonly block: number; readonly answers: Map<Stands, boolean> }>();

/**
 * For rules that look in each block for itself, and only where something stands: such a rule looks again where it stands in
 * the changed block, or stood.
 */
export function whereStands(stands: Stands): Rule['readsWords'] {
  return (_, report, { of, block }) => {
    const stood = stands(report, block);
    asked.of(report, () => ({ block, answers: new Map() })).answers.set(stands, stood);
    if (stood) return true;
    const before = asked.get(of);
    return (before?.block === block ? before.answers.get(stands) : undefined) ?? stands(of, block);
  };
}

/** The same, where what is looked for shows in the block's characters. */
export function whereWritten(pattern: RegExp): Rule['readsWords'] {
  return whereStands(({ document }, index) => pattern.test(blockText(document, index)));
}
