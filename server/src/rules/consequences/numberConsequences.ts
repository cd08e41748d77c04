import type { Report } from '../../model/report.ts';
import { firstWhere } from '../../text/text.ts';
import type { CheckedFinding } from '../checking/check.ts';

const ofSections = new Set(['empty-section', 'section-order', 'duplicate-section']);
const ofNumbers = new Set(['number-gap', 'number-order', 'number-repeated']);

/**
 * The findings less those that a break in the numbers tells already: that a section is empty whose paragraphs are missing
 * from the numbers, and that one stands elsewhere, or a second time, whose numbers do.
 */
export function withoutNumberConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (!findings.some(({ rule }) => ofSections.has(rule))) return findings;
  const breaks = findings.filter(({ rule }) => ofNumbers.has(rule)).map(({ from }) => from);
  if (breaks.length === 0) return findings;
  const numbered = report.paragraphs.filter(({ series }) => series !== undefined);
  const isBreakAfter = (offset: number): boolean => {
    const next = numbered[firstWhere(numbered.length, i => (numbered[i]?.to ?? 0) > offset)];
    if (next === undefined) return false;
    const begin = Math.min(next.from, offset + 1);
    const first = breaks[firstWhere(breaks.length, i => (breaks[i] ?? 0) >= begin)];
    return first !== undefined && first <= next.to;
  };
  return findings.filter(({ rule, to }) => !ofSections.has(rule) || !isBreakAfter(to));
}
