import { builtInFramework, builtInFrameworks, builtInIds } from '../server/src/framework/builtIn.ts';
import { importedReport } from '../server/src/import/importedReport.ts';
import { textSource } from '../server/src/import/textSource.ts';
import { linksOf } from '../server/src/model/links.ts';
import { partsOf, type Report, reportOf } from '../server/src/model/report.ts';
import { sentencesOf } from '../server/src/model/words/prose.ts';
import { type CheckOptions, checkedFindings } from '../server/src/rules/checking/check.ts';
import { rules } from '../server/src/rules/index.ts';
import { documentOf } from '../server/src/syntax/document.ts';

/** The stages of a check of one text, each to be run by itself. `check` does all of them from the text on. */
export function stages(source: string) {
  const framework = builtInFramework('ofsted-sif');
  if (framework === undefined) throw new Error('There is no framework ofsted-sif.');
  const settings = { setting: (id: string) => framework.rules[id], linked: () => undefined, frameworkIds: builtInIds };
  const document = documentOf(source);
  return {
    parse: () => documentOf(source),
    model: () => partsOf(reportOf(document, framework)),
    check: () => checkedFindings(reportOf(documentOf(source), framework), rules, settings),
    imported: (text: string) => importedReport(textSource(text), { frameworks: builtInFrameworks }).markup,
    checked: (text: string) => checkedFindings(reportOf(documentOf(text), framework), rules, settings),
    rules: () => timesOfRules(reportOf(documentOf(source), framework), settings),
  };
}

/** How long each rule takes on a report that was just read, in milliseconds; what rules share is found before, and is a row of its own. */
function timesOfRules(report: Report, { setting, frameworkIds }: CheckOptions): Record<string, number> {
  const times: Record<string, number> = {};
  const timed = (name: string, run: () => void): void => {
    const start = performance.now();
    run();
    times[name] = performance.now() - start;
  };
  partsOf(report);
  timed('(words and sentences)', () => sentencesOf(report));
  timed('(links of tags)', () => linksOf(report));
  const ruleIds = rules.map(({ id }) => id);
  for (const rule of rules) {
    const { framework } = report;
    const { options = {} } = setting(rule.id) ?? {};
    const context = { report, framework, options, linked: undefined, ruleIds, frameworkIds, unusedDirectives: [] };
    timed(rule.id, () => {
      for (const _ of rule.check(context));
    });
  }
  return times;
}
