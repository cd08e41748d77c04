import type { Frameworks } from '../framework/builtIn.ts';
import type { Report } from '../model/report.ts';
import { type CheckedFinding, type CheckOptions, checkedFindings } from '../rules/check.ts';
import { rules } from '../rules/index.ts';
import { ruleSetting } from '../settings/ruleSetting.ts';
import type { ReportSettings } from '../settings/settings.ts';

/** What all rules find in a report, each rule set as `inspectmark.json`, else the report's framework says. */
export function reportFindings(
  report: Report,
  settings: Pick<ReportSettings, 'rules'>,
  frameworks: Frameworks,
  linked: CheckOptions['linked'],
): CheckedFinding[] {
  return checkedFindings(report, rules, {
    setting: id => ruleSetting(id, undefined, report.framework, settings),
    linked,
    frameworkIds: frameworks.ids,
  });
}
