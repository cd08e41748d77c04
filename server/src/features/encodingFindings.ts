import type { CheckedFinding } from '../rules/checking/check.ts';
import { fingerprint } from '../rules/checking/fingerprint.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';

/** What stands in the place of a rule’s name. It is none, and has no page. */
export const encodingRule = 'encoding';

/** What is wrong with a file's bytes, as findings. No rule sees bytes, so there is no setting, and nothing silences them. */
export function encodingFindings(problem: EncodingProblem | undefined): CheckedFinding[] {
  if (problem === undefined) return [];
  const { from, to, message, more } = problem;
  const rule = encodingRule;
  const related = more.map(place => ({ ...place, message: 'nor is this UTF-8' }));
  const identity = fingerprint(`${rule}\n${message}\n0`);
  return [{ rule, kind: 'fault', severity: 'error', from, to, message, related, fixes: [], fingerprint: identity }];
}

/** The findings in a file: where its bytes are at fault, what they have made of the text is not told as well. */
export function findingsWithEncoding(
  source: string,
  problem: EncodingProblem | undefined,
  findings: readonly CheckedFinding[],
): readonly CheckedFinding[] {
  if (problem === undefined) return findings;
  const others = findings.filter(({ rule, from, to }) => {
    const damaged = rule === 'damaged-character' ? source.slice(from, to) : '';
    return !damaged.includes('\ufffd') && !damaged.includes('\0');
  });
  return [...encodingFindings(problem), ...others];
}
