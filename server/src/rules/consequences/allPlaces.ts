import type { Span } from '../../text/text.ts';
import type { CheckedFinding } from '../checking/check.ts';

/** Where a finding stands, and what it is about besides. */
export function allPlaces(finding: CheckedFinding): Span[] {
  return [finding, ...finding.related];
}
