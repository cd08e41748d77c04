import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { checkedFindings } from '../../server/src/rules/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { ruleSetting } from '../../server/src/settings/ruleSetting.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

/**
 * Checks a text by one rule, as the framework sets it, and compares the words that its findings are about. Each correction
 * must change something.
 */
export function checkByRule(rule: string, text: string, expected: readonly string[], frameworkId = 'ofsted-sif'): void {
  test(`${rule}: ${text.replace(/\s+/g, ' ').slice(-70)}`, () => {
    const framework = builtInFramework(frameworkId)!;
    const report = reportOf(documentOf(text), framework);
    const findings = checkedFindings(report, rules, {
      setting: id =>
        id === rule ? ruleSetting(id, undefined, framework, { rules: {} }) : { severity: 'off', options: {} },
      linked: undefined,
      frameworkIds: builtInIds,
    }).filter(finding => finding.rule === rule);
    assert.deepEqual(
      findings.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' ')),
      expected,
    );
    for (const { title, edits } of findings.flatMap(({ fixes }) => fixes ?? []))
      assert.ok(
        edits.some(({ from, to, text: by }) => text.slice(from, to) !== by),
        `*${title}* changes nothing`,
      );
  });
}
