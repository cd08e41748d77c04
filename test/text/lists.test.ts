import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCount, addToGroup, addToSet, append, commonest, runsOf } from '../../server/src/text/lists.ts';

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

test('what is in a set of a key already is not added again', () => {
  const sets = new Map<string, Set<number>>();
  for (const item of [1, 2, 1]) addToSet(sets, 'a', item);
  assert.deepEqual([...(sets.get('a') ?? [])], [1, 2]);
});

test('items that go on from one another are one run', () => {
  assert.deepEqual(
    runsOf([1, 2, 5, 6, 7, 3], (number, before) => number === before + 1),
    [[1, 2], [5, 6, 7], [3]],
  );
  assert.deepEqual(
    runsOf([], () => true),
    [],
  );
});

test('of what is counted as often the first is the commonest', () => {
  const counts = new Map<string, number>();
  for (const word of ['b', 'a', 'c', 'a', 'b']) addCount(counts, word);
  addCount(counts, 'c', 0);
  assert.deepEqual([...counts.values()], [2, 2, 1]);
  assert.equal(commonest(counts), 'b');
  assert.equal(commonest(new Map()), undefined);
});
