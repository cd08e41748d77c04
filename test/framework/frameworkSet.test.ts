import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { type FrameworkSet, frameworkSet } from '../../server/src/framework/frameworkSet.ts';

/** A set of the files `path: text`, whose problems are these: `path: message`. */
function check(files: Record<string, string>, ...expected: RegExp[]): FrameworkSet {
  const set = frameworkSet(Object.entries(files).map(([path, text]) => ({ path, text })));
  const found = [...set.problems].flatMap(([path, problems]) => problems.map(({ message }) => `${path}: ${message}`));
  assert.equal(found.length, expected.length, found.join('\n'));
  found.forEach((problem, i) => {
    assert.match(problem, expected[i] ?? /^$/);
  });
  return set;
}

test('a team’s frameworks stand beside the built-in ones', () => {
  const set = check({ 'b.json': '{"id": "b", "title": "B"}' });
  assert.deepEqual(set.ids, [...builtInIds, 'b']);
  assert.equal(set.get('b')?.title, 'B');
  assert.equal(set.get('b'), set.get('b'));
  assert.equal(set.get('generic'), builtInFramework('generic'));
  assert.equal(set.get('c'), undefined);
  assert.deepEqual([set.pathOf('b'), set.pathOf('generic')], ['b.json', undefined]);
});

test('they extend each other, in whatever order they come', () => {
  const set = check({
    'a.json': '{"id": "a", "extends": "b", "title": "A"}',
    'b.json': '{"id": "b", "extends": "generic", "title": "B", "judgementWords": ["Score"]}',
  });
  assert.deepEqual([set.get('a')?.title, set.get('a')?.judgementWords], ['A', ['Score']]);
  assert.equal(set.get('a')?.openAreas, true);
});

test('one with a built-in id stands in its place, and can extend it', () => {
  const set = check({ 'a.json': '{"id": "generic", "extends": "generic", "title": "Ours"}' });
  assert.deepEqual(set.ids, builtInIds);
  assert.equal(set.get('generic')?.title, 'Ours');
  assert.equal(set.get('generic')?.openAreas, true);
});

test('a circle is reported once, and what stands in it can be used', () => {
  const set = check(
    {
      'a.json': '{"id": "a", "extends": "b", "title": "A"}',
      'b.json': '{"id": "b", "extends": "c"}',
      'c.json': '{"id": "c", "extends": "a"}',
    },
    /^c\.json: “a” rests on this framework itself; nothing is inherited/,
  );
  assert.equal(set.get('a')?.title, 'A');
  check({ 'a.json': '{"id": "a", "extends": "a"}' }, /^a\.json: “a” rests on this framework itself/);
});

test('a broken file spoils nothing else', () => {
  const set = check(
    { 'a.json': '{', 'b.json': '{"id": "b"}', 'c.json': '{"id": "c", "extends": "nothing"}' },
    /^a\.json: A } is missing/,
    /^c\.json: There is no framework “nothing”/,
  );
  assert.deepEqual(set.ids, [...builtInIds, 'b', 'c']);
  assert.deepEqual(check({ 'a.json': 'x'.repeat(9) }, /This is not a framework/).ids, builtInIds);
});

test('of two files with one id the first counts', () => {
  const set = check(
    { 'z.json': '{"id": "a", "title": "Z"}', 'b.json': '{"id": "a", "title": "B"}' },
    /^z\.json: The framework “a” is in b\.json already/,
  );
  assert.equal(set.get('a')?.title, 'B');
});
