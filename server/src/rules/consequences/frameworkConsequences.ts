import type { CheckedFinding } from '../checking/check.ts';
import { isFault } from './isFault.ts';

const causes = new Set(['other-framework', 'unknown-framework']);

/** What a framework asks of a report: where the report is another framework's, all of it follows from that. */
const ofFramework = new Set(
  `missing-section section-order duplicate-section empty-section section-length heading-level missing-judgement unknown-area
  unknown-grade area-wording grade-wording entry-number judgement-place judgement-mismatch statement-grammar
  unsupported-judgement limiting-judgement provider-mismatch missing-metadata unknown-metadata
  framework-validity standard-text previous-mismatch figure-conflict`.split(/\s+/),
);

/** The same of numbers, which sections with other meanings begin or go on. */
const ofSeries = new Set(
  `missing-number number-start number-order number-repeated untagged-recommendation recommendation-count
  unresolved-tag`.split(/\s+/),
);

/** Whether a rule tells of what a framework asks of a report, its numbers among that. */
export function isOfFramework(rule: string): boolean {
  return ofFramework.has(rule) || ofSeries.has(rule);
}

/**
 * The findings less those that follow from the report’s being checked by another framework than it is written by, or, where
 * its details cannot be read, from their naming none.
 */
export function withoutFrameworkConsequences(findings: CheckedFinding[]): CheckedFinding[] {
  const cause = findings.find(own => causes.has(own.rule) || isMisspeltFramework(own));
  if (cause === undefined) return findings;
  // Whoever has chosen a framework that asks for little reads the numbers as it does.
  const isWrong = isFault(cause);
  const areDetailsBroken = findings.some(
    ({ rule, severity }) => rule === 'front-matter-syntax' && severity === 'error',
  );
  return findings.filter(
    ({ rule, from }) =>
      (rule === cause.rule && from === cause.from && !(areDetailsBroken && rule === 'other-framework')) ||
      (!ofFramework.has(rule) && !(isWrong && ofSeries.has(rule)) && !(areDetailsBroken && rule === 'other-framework')),
  );
}

/** Whether it tells that the key which names the framework is misspelt, so that none is named. */
function isMisspeltFramework(finding: CheckedFinding): boolean {
  // (Fixes are made when they are asked for: that is dear.)
  return (
    finding.rule === 'unknown-metadata' &&
    finding.fixes.some(({ edits }) => edits.some(({ text }) => text === 'framework'))
  );
}
