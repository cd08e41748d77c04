import type { Baseline } from '../settings/baseline.ts';
import type { CheckedFinding } from './check.ts';

/** What a report's findings are as a part of a baseline. */
export function baselineOf(findings: readonly CheckedFinding[]): Baseline[string] {
  const rules = new Map<string, string[]>();
  for (const { rule, fingerprint } of findings) rules.set(rule, [...(rules.get(rule) ?? []), fingerprint]);
  return Object.fromEntries(rules);
}

/** Findings, those of the baseline as hints: they are still seen, and fail nothing. */
export function knownAsHints(findings: readonly CheckedFinding[], known: Baseline[string]): CheckedFinding[] {
  return findings.map(finding => {
    const isKnown = Object.hasOwn(known, finding.rule) && known[finding.rule]?.includes(finding.fingerprint) === true;
    if (!isKnown) return finding;
    const { rule, kind, from, to, message, related, fingerprint } = finding;
    const hint = { rule, kind, severity: 'hint', from, to, message, related, fingerprint } as const;
    return {
      ...hint,
      get fixes() {
        return finding.fixes;
      },
    };
  });
}
