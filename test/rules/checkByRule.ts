import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';
import { hardWrapped } from './hardWrapped.ts';

/**
 * Checks a text by one rule, as the framework sets it, and compares the words that its findings are about; the same when its
 * paragraphs are broken into lines. Each correction must change something.
 */
export function checkByRule(rule: string, text: string, expected: readonly string[], frameworkId = 'ofsted-sif'): void {
  test(`${rule}: ${text.replace(/\s+/g, ' ').slice(-70)}`, () => {
    for (const written of new Set([text, hardWrapped(text)])) {
      const findings = foundIn(written, frameworkId, ({ id }) => id === rule).filter(finding => finding.rule === rule);
      assert.deepEqual(
        findings.map(({ from, to }) => written.slice(from, to).replace(/\s+/g, ' ')),
        expected,
        written,
      );
      for (const { title, edits } of findings.flatMap(({ fixes }) => fixes ?? []))
        assert.ok(
          edits.some(({ from, to, text: by }) => written.slice(from, to) !== by),
          `*${title}* changes nothing`,
        );
    }
  });
}

/** The same of a text that is the first of the findings. */
export function checkFinding(rule: string, text: string, expected: readonly string[]): void {
  checkByRule(rule, `## Inspection findings\n\n1. ${text}\n`, expected);
}

/** The same of a text under the title of a report of no framework. */
export function checkGeneric(rule: string, text: string, expected: readonly string[]): void {
  checkByRule(rule, `---\nframework: generic\nprovider: Ely\n---\n\n# Ely\n\n${text}\n`, expected, 'generic');
}
