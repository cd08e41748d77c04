import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';

/**
 * Checks a text by one rule, as the framework sets it, and compares the words that its findings are about. Each correction
 * must change something.
 */
export function checkByRule(rule: string, text: string, expected: readonly string[], frameworkId = 'ofsted-sif'): void {
  test(`${rule}: ${text.replace(/\s+/g, ' ').slice(-70)}`, () => {
    const findings = foundIn(text, frameworkId, ({ id }) => id === rule).filter(finding => finding.rule === rule);
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
