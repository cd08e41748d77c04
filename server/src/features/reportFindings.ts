import type { Frameworks } from '../framework/builtIn.ts';
import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Framework } from '../model/framework.ts';
import type { Report } from '../model/report.ts';
import type { ReportEdit } from '../model/rewordedReport.ts';
import { askAhead, type CheckedFinding, type CheckOptions, checkedFindings } from '../rules/checking/check.ts';
import { knownAsHints } from '../rules/checking/knownFindings.ts';
import { haveStood } from '../rules/checking/standingFindings.ts';
import { withoutConsequences } from '../rules/consequences/consequences.ts';
import { rules } from '../rules/index.ts';
import { ruleSetting } from '../settings/ruleSetting.ts';
import type { ReportSettings } from '../settings/settings.ts';

export { rules } from '../rules/index.ts';

/** What a check may know besides: other reports, how the report came of another, and whether there is time. */
export interface Surroundings extends Pick<CheckOptions, 'sharing' | 'hurried' | 'surroundings'> {
  readonly edit?: ReportEdit | undefined;
}

/**
 * What all rules find in a report, each rule set as `inspectmark.json`, else the report's framework says; what is known is
 * a hint.
 */
export function reportFindings(
  report: Report,
  settings: Pick<ReportSettings, 'rules' | 'known'>,
  frameworks: Frameworks,
  linked: CheckOptions['linked'],
  { edit, ...more }: Surroundings = {},
): CheckedFinding[] {
  const setting = settingsOf(report.framework, settings.rules);
  const options = { ...more, setting, linked, frameworkIds: frameworks.ids };
  const findings = causesAlone(checkedFindings(report, rules, options, edit), report, edit);
  return settings.known === undefined ? findings : knownAsHints(findings, settings.known);
}

/** Of what was found in a report that which is shown, one by one. */
const shown = new DerivedFacts<readonly boolean[]>();

/** The findings less those that follow from another; where all stand as before, less the same ones as before. */
function causesAlone(all: CheckedFinding[], report: Report, edit: ReportEdit | undefined): CheckedFinding[] {
  const before = edit && haveStood(report) ? shown.get(edit.of) : undefined;
  if (before?.length === all.length) {
    shown.set(report, before);
    return before.includes(false) ? all.filter((_, i) => before[i]) : all;
  }
  const causes = withoutConsequences(all, report);
  const kept = new Set(causes);
  shown.set(
    report,
    all.map(finding => kept.has(finding)),
  );
  return causes;
}

/** Step by step what `reportFindings` takes longest to find, kept for when it is asked of the same report. */
export function findAhead(
  report: Report,
  settings: Pick<ReportSettings, 'rules'>,
  frameworks: Frameworks,
  linked: CheckOptions['linked'],
  { edit, ...more }: Surroundings = {},
): Iterable<void> {
  const setting = settingsOf(report.framework, settings.rules);
  return askAhead(report, rules, { ...more, setting, linked, frameworkIds: frameworks.ids }, edit);
}

type RuleSettings = CheckOptions['setting'];

const known = new WeakMap<Framework, WeakMap<ReportSettings['rules'], RuleSettings>>();

/** Every rule's setting, found once for a framework and what the settings say. */
function settingsOf(framework: Framework, said: ReportSettings['rules']): RuleSettings {
  let ofFramework = known.get(framework);
  if (ofFramework === undefined) {
    ofFramework = new WeakMap();
    known.set(framework, ofFramework);
  }
  let settings = ofFramework.get(said);
  if (settings === undefined) {
    const byRule = new Map(rules.map(({ id }) => [id, ruleSetting(id, undefined, framework, { rules: said })]));
    settings = id => byRule.get(id);
    ofFramework.set(said, settings);
  }
  return settings;
}
