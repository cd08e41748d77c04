import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { blockText } from '../syntax/document.ts';
import type { Rule } from './rule.ts';

type Stands = (report: Report, block: number) => boolean;

/** What was asked of the block that a letter has changed: several rules ask the same, and so does the next letter. */
const asked = new DerivedFacts<{ readonly block: number; readonly answers: Map<Stands, boolean> }>();

/**
 * For rules that look in each block for itself, and only where something stands, any of what is named: such a rule looks
 * again where it stands in the changed block, or stood.
 */
export function whereStands(...any: readonly Stands[]): Rule['readsWords'] {
  return (_, report, { of, block }) =>
    any.some(stands => answerOf(report, block, stands) || answerOf(of, block, stands));
}

function answerOf(report: Report, block: number, stands: Stands): boolean {
  let known = asked.get(report);
  if (known?.block !== block) {
    known = { block, answers: new Map() };
    asked.set(report, known);
  }
  let answer = known.answers.get(stands);
  if (answer === undefined) {
    answer = stands(report, block);
    known.answers.set(stands, answer);
  }
  return answer;
}

/** The same, where what is looked for shows in the block's characters. */
export function whereWritten(pattern: RegExp): Rule['readsWords'] {
  return whereStands(({ document }, index) => pattern.test(blockText(document, index)));
}
