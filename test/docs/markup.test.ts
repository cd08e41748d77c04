import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { outline } from '../syntax/outline.ts';

const page = readFileSync('server/docs/markup.md', 'utf8');
const example = /^```inspectmark\n(.*?)\n```\n\n```outline\n(.*?)\n```$/gms;

for (const [, text = '', expected = ''] of page.matchAll(example)) {
  test(`markup.md: ${text.split('\n').find(line => /\w/.test(line))}`, () => {
    assert.equal(outline(text).join('\n'), expected);
  });
}

test('markup.md: every example says what is seen in it', () => {
  const examples = page.match(/^```inspectmark$/gm)?.length ?? 0;
  assert.ok(examples > 15);
  assert.equal([...page.matchAll(example)].length, examples);
});
