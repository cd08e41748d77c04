import type { CheckedFinding } from './check.ts';

/** Whether a finding asks what only the author can answer: none that a baseline knows or that is set to be a hint. */
export function isOpenQuestion({ kind, severity, known }: CheckedFinding): boolean {
  return kind === 'question' && severity !== 'hint' && known !== true;
}
