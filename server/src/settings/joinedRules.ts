import type { RuleSetting } from '../model/framework.ts';

/** Severity and each option of a rule for itself, as the later says it, else the earlier. */
export function joinedRules(
  base: Readonly<Record<string, RuleSetting>>,
  own: Readonly<Record<string, RuleSetting>>,
): Readonly<Record<string, RuleSetting>> {
  const rules = { ...base };
  for (const [id, { severity, options }] of Object.entries(own)) {
    const before = Object.hasOwn(base, id) ? base[id] : undefined;
    rules[id] = { severity: severity ?? before?.severity, options: { ...before?.options, ...options } };
  }
  return rules;
}
