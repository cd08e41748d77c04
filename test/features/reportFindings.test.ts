import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

/** What is told of the sample, read by another framework than its own, beyond what is told of it as it is. */
function check(name: string, head: string, expected: readonly string[]): void {
  test(name, () => {
    const told = new Set(faults(sample));
    assert.deepEqual(
      faults(sample.replace('---\nframework: ofsted-sif\n', head)).filter(fault => !told.has(fault)),
      expected,
    );
  });
}

/** The faults, as `rule: words`. */
function faults(text: string): string[] {
  const document = documentOf(text);
  const report = reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks));
  return reportFindings(report, defaultReportSettings, builtInFrameworks, undefined)
    .filter(({ kind }) => kind === 'fault')
    .map(({ rule, from, to }) => `${rule}: ${text.slice(from, to)}`);
}

check('another framework is told once', '---\nframework: ofsted-ilacs\n', ['other-framework: ofsted-ilacs']);
check('so is one that asks for little', '---\nframework: generic\n', ['other-framework: generic']);
check('and one that there is not', '---\nframework: ofsted-sfi\n', ['unknown-framework: ofsted-sfi']);
check('where none is named, it is told at the title', '---\n', [
  'other-framework: Children’s services in Rotherham are good',
]);
check('details that are none say nothing of the framework', 'framework: ofsted-sif\n', [
  'front-matter-syntax: framework: ofsted-sif',
]);
