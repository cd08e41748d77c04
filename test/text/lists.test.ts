import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToGroup, append } from '../../server/src/text/lists.ts';

test('items come into the group of their key, in their order', () => {
  const groups = new Map<string, number[]>();
  for (const [key, item] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ] as const)
    addToGroup(groups, key, item);
  assert.deepEqual(Object.fromEntries(groups), { a: [1, 3], b: [2] });
});

test('more items than a call takes arguments are appended', () => {
  const list = ['first'];
  append(list, Array<string>(300_000).fill('more'));
  assert.equal(list.length, 300_001);
});
