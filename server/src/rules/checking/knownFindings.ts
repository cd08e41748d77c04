import type { Baseline } from '../../settings/baseline.ts';
import { addToGroup } from '../../text/lists.ts';
import type { CheckedFinding } from './check.ts';

/** What a report's findings are as a part of a baseline. */
export function baselineOf(findings: readonly CheckedFinding[]): Baseline[string] {
  const rules = new Map<string, string[]>();
  for (const { rule, fingerprint } of findings) addToGroup(rules, rule, fingerprint);
  return Object.fromEntries(rules);
}

/** Findings, those of the baseline as hints: they are still seen, and fail nothing. */
export function knownAsHints(findings: readonly CheckedFinding[], known: Baseline[string]): CheckedFinding[] {
  const prints = new Map(Object.entries(known).map(([rule, all]) => [rule, new Set(all)]));
  return findings.map(finding => {
    if (prints.get(finding.rule)?.has(finding.fingerprint) !== true) return finding;
    const { rule, kind, from, to, message, related, fingerprint } = finding;
    const hint = { rule, kind, severity: 'hint', from, to, message, related, fingerprint, known: true } as const;
    return {
      ...hint,
      get fixes() {
        return finding.fixes;
      },
    };
  });
}
