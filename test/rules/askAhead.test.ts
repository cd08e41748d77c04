import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { askAhead, type CheckOptions, checkedFindings } from '../../server/src/rules/checking/check.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const framework = builtInFramework('ofsted-sif');
const options: CheckOptions = { setting: () => undefined, linked: undefined, frameworkIds: [] };

/** A rule that finds one thing, and counts how often it is asked. */
function counting(id: string, more: Partial<Rule>): Rule & { asked: number } {
  return {
    id,
    group: 'consistency',
    kind: 'fault',
    severity: 'warning',
    summary: '',
    fixable: false,
    readsWords: true,
    asked: 0,
    *check() {
      this.asked++;
      yield { from: 0, to: 1, message: id };
    },
    ...more,
  };
}

function asked(second: CheckOptions): number[] {
  assert.ok(framework !== undefined);
  const report = reportOf(documentOf('1. Visits are regular.'), framework);
  const all = [counting('slow', { unhurried: true }), counting('fast', {}), counting('question', { kind: 'question' })];
  const steps = [...askAhead(report, all, options)].length;
  assert.equal(steps, 2);
  const found = checkedFindings(report, all, second).map(({ rule }) => rule);
  assert.deepEqual(found, ['slow', 'fast', 'question']);
  return all.map(({ asked }) => asked);
}

test('what was asked ahead is not asked again', () => {
  assert.deepEqual(asked(options), [1, 1, 1]);
});

test('with other settings it is', () => {
  assert.deepEqual(asked({ ...options, setting: () => undefined }), [2, 1, 2]);
});

test('a rule that is off is not asked', () => {
  assert.ok(framework !== undefined);
  const report = reportOf(documentOf('1. Visits are regular.'), framework);
  const rule = counting('slow', { unhurried: true });
  assert.deepEqual(
    [...askAhead(report, [rule], { ...options, setting: () => ({ severity: 'off', options: {} }) })],
    [],
  );
  assert.equal(rule.asked, 0);
});
