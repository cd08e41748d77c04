import { summaryTerms } from '../claims/summaryTerms.ts';
import type { Report } from '../report.ts';
import { peopleVariants } from './peopleVariants.ts';
import { roleVariants } from './roleVariants.ts';
import type { TermVariant } from './termUses.ts';

/** The terms of a report that may be two for one thing. */
export function termVariants(report: Report): TermVariant[] {
  return [...roleVariants(report), ...summaryTerms(report), ...peopleVariants(report)];
}
