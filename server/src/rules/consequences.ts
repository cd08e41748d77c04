import type { CheckedFinding } from './check.ts';

const causes = new Set(['other-framework', 'unknown-framework']);

/** What a framework asks of a report: where the report is another framework's, all of it follows from that. */
const ofFramework = new Set(
  `missing-section section-order duplicate-section empty-section section-length heading-level missing-judgement unknown-area
  unknown-grade area-wording grade-wording entry-number judgement-place judgement-mismatch statement-grammar
  unsupported-judgement limiting-judgement provider-mismatch missing-metadata invalid-metadata unknown-metadata
  framework-validity standard-text previous-mismatch`.split(/\s+/),
);

/** The same of numbers, which sections with other meanings begin or go on. */
const ofSeries = new Set(
  `missing-number number-gap number-start number-order number-repeated untagged-recommendation recommendation-count
  unresolved-reference unresolved-tag`.split(/\s+/),
);

/**
 * The findings less those that follow from another: that the report is checked by another framework than it is written by,
 * or, where its details cannot be read, that they name none.
 */
export function withoutConsequences(findings: CheckedFinding[]): CheckedFinding[] {
  const cause = findings.find(({ rule }) => causes.has(rule));
  if (cause === undefined) return findings;
  // Whoever has chosen a framework that asks for little reads the numbers as it does.
  const isFault = cause.severity === 'error' || cause.severity === 'warning';
  const areDetailsBroken = findings.some(
    ({ rule, severity }) => rule === 'front-matter-syntax' && severity === 'error',
  );
  return findings.filter(
    ({ rule }) =>
      !ofFramework.has(rule) && !(isFault && ofSeries.has(rule)) && !(areDetailsBroken && rule === 'other-framework'),
  );
}
