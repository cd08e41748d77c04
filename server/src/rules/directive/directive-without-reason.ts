import type { Rule } from '../rule.ts';

/**
 * A comment accepts what a check finds, but does not say why. Whoever reads the report next cannot tell an exception from
 * an oversight.
 *
 * ```inspectmark,expect
 * <!-- inspectmark-disable-next number-gap -->
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Say why this is accepted: write “--” and the reason at the end of the comment.
 * 7. Children are seen alone.
 * ```
 *
 * Write the reason after two dashes:
 *
 * ```inspectmark
 * <!-- inspectmark-disable-next number-gap -- paragraph 6 was taken out after publication -->
 * 7. Children are seen alone.
 *
 * <!-- inspectmark-enable number-gap -->
 * ```
 */
export const directiveWithoutReason: Rule = {
  id: 'directive-without-reason',
  group: 'directive',
  kind: 'style',
  severity: 'information',
  summary: 'A comment accepts a finding and does not say why',
  fixable: false,
  readsWords: false,
  *check({ report, ruleIds }) {
    if (report.directives.length === 0) return;
    const known = new Set(ruleIds);
    for (const { directive, base } of report.directives) {
      const { name, rules, reason } = directive;
      if (name !== 'disable' && name !== 'disable-next') continue;
      // Of a comment that names no check, or words that are none, `unknown-directive` tells.
      if (reason !== undefined || rules.length === 0 || !rules.every(({ id }) => known.has(id))) continue;
      yield {
        from: base + directive.from,
        to: base + directive.to,
        message: 'Say why this is accepted: write “--” and the reason at the end of the comment.',
      };
    }
  },
};
