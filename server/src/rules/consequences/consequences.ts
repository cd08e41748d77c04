import type { Report } from '../../model/report.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { withoutDetailConsequences } from './detailConsequences.ts';
import { withoutFrameworkConsequences } from './frameworkConsequences.ts';
import { withoutGradeConsequences } from './gradeConsequences.ts';
import { withoutHeadingConsequences } from './headingConsequences.ts';
import { withoutNumberConsequences } from './numberConsequences.ts';
import { withoutRepetitions } from './repetitions.ts';
import { withoutSeamConsequences } from './seamConsequences.ts';
import { withoutStrandedNumbers, withoutStrandedTargets } from './strandedConsequences.ts';
import { withoutVersionConsequences } from './versionConsequences.ts';

/**
 * The findings less those that follow from another, one kind of cause after the other: what only says again what another
 * says, then what a break in the numbers, a heading that is not read, two versions of a text, wrong details or another
 * framework brings with it.
 */
export function withoutConsequences(all: CheckedFinding[], report: Report): CheckedFinding[] {
  const told = withoutRepetitions(withoutSeamConsequences(all, report), report);
  let findings = withoutNumberConsequences(told, report);
  findings = withoutStrandedTargets(findings, report);
  findings = withoutStrandedNumbers(findings, report);
  findings = withoutGradeConsequences(findings, report);
  findings = withoutHeadingConsequences(findings, told, report);
  findings = withoutVersionConsequences(findings);
  findings = withoutDetailConsequences(findings, report);
  return withoutFrameworkConsequences(findings);
}
