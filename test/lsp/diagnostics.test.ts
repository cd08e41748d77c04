import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnosticOf } from '../../server/src/lsp/diagnostics.ts';
import { Text } from '../../server/src/text/text.ts';

/** How many other places a diagnostic lists of a finding that has so many. */
function check(count: number): number | undefined {
  const related = Array.from({ length: count }, () => ({ from: 0, to: 1, message: 'Here too.' }));
  const finding = { rule: 'a', kind: 'fault', severity: 'error', from: 0, to: 1, message: 'a', related } as const;
  const whole = { ...finding, fixes: [], fingerprint: '' };
  return diagnosticOf(new Text('text'), 'file:///a', whole).relatedInformation?.length;
}

test('the other places of a finding are listed', () => assert.equal(check(3), 3));
test('of many no more than a reader goes through', () => assert.equal(check(30), 10));
test('a finding without others has no list', () => assert.equal(check(0), undefined));
