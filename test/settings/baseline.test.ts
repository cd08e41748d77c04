import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBaseline, writtenBaseline } from '../../server/src/settings/baseline.ts';

test('what is written is read again, in the order of the alphabet, with a byte order mark too', () => {
  const text = writtenBaseline({ 'b.inspection': { 'tag-form': ['b', 'a'] }, 'a.inspection': {} });
  const read = readBaseline(text);
  assert.deepEqual(JSON.stringify(read), '{"a.inspection":{},"b.inspection":{"tag-form":["a","b"]}}');
  assert.deepEqual(readBaseline(`\ufeff${text}`), read);
});

for (const text of [
  '',
  'null',
  '[]',
  '{"version": 2, "reports": {}}',
  '{"reports": {}}',
  '{"version": 1}',
  '{"version": 1, "reports": []}',
  '{"version": 1, "reports": {"a.inspection": []}}',
  '{"version": 1, "reports": {"a.inspection": {"tag-form": "a"}}}',
  '{"version": 1, "reports": {"a.inspection": {"tag-form": [1]}}}',
])
  test(`no baseline: ${text}`, () => assert.equal(readBaseline(text), undefined));
