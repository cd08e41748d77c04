import { missedNumbers } from '../../../model/numbering/missedNumbers.ts';
import type { Report } from '../../../model/report.ts';

/**
 * Whether a place belongs to what is meant for a paragraph's number and not read as one: what is wrong with it is told
 * there.
 */
export function isInMissedNumber(report: Report, at: number): boolean {
  return missedNumbers(report).some(({ sort, from, to }) => sort === 'undotted' && from <= at && at <= to);
}
