import type { CheckedFinding } from '../checking/check.ts';

/** Whether a finding tells of a fault: from a question nothing follows that could replace it. */
export function isFault({ severity }: CheckedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}
