import { peopleVariants } from './peopleVariants.ts';
import type { Report } from './report.ts';
import { roleVariants } from './roleVariants.ts';
import { summaryTerms } from './summaryTerms.ts';
import type { TermVariant } from './termUses.ts';

/** The terms of a report that may be two for one thing. */
export function termVariants(report: Report): TermVariant[] {
  return [...roleVariants(report), ...summaryTerms(report), ...peopleVariants(report)];
}
