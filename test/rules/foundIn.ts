import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import type { RuleSetting } from '../../server/src/model/framework.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { type CheckedFinding, checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const off: RuleSetting = { severity: 'off', options: {} };

/**
 * What rules find in a text by a built-in framework, each set as the framework has it.
 *
 * @param isAsked which rules are asked; all if it is not given
 */
export function foundIn(
  text: string,
  frameworkId = 'ofsted-sif',
  isAsked: (rule: Rule) => boolean = () => true,
): CheckedFinding[] {
  const framework = builtInFramework(frameworkId)!;
  const asked = new Set(rules.filter(isAsked).map(({ id }) => id));
  return checkedFindings(reportOf(documentOf(text), framework), rules, {
    setting: id => (asked.has(id) ? framework.rules[id] : off),
    linked: undefined,
    frameworkIds: builtInIds,
  });
}
