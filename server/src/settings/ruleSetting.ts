import type { Framework, RuleSetting } from '../model/framework.ts';
import type { ReportSettings } from './settings.ts';

/**
 * A rule's setting for a report: what `inspectmark.json` says, else the framework, else the default, severity and each
 * option for itself. Without a severity where nobody gives one: then the rule's findings have their own.
 */
export function ruleSetting(
  ruleId: string,
  byDefault: RuleSetting | undefined,
  framework: Pick<Framework, 'rules'>,
  settings: Pick<ReportSettings, 'rules'>,
): RuleSetting {
  const byFramework = framework.rules[ruleId];
  const bySettings = settings.rules[ruleId];
  return {
    severity: bySettings?.severity ?? byFramework?.severity ?? byDefault?.severity,
    options: { ...byDefault?.options, ...byFramework?.options, ...bySettings?.options },
  };
}
