import { builtInFramework, builtInIds } from '../server/src/framework/builtIn.ts';
import { reportOf } from '../server/src/model/report.ts';
import { checkedFindings } from '../server/src/rules/check.ts';
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
    model: () => reportOf(document, framework),
    check: () => checkedFindings(reportOf(documentOf(source), framework), rules, settings),
  };
}
