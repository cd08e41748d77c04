import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BegunPath } from '../../server/src/model/offers/begunPath.ts';
import { offeredPaths } from '../../server/src/model/offers/offeredPaths.ts';

/** What is offered, each as it is written where that is another. */
function check(paths: string[], expected: string, isDetail = false): void {
  const begun: BegunPath = { kind: 'report', typed: '', path: '', isDetail };
  const shown = offeredPaths(begun, paths).map(({ path, written }) =>
    path === written ? path : `${path} as ${written}`,
  );
  assert.equal(shown.join(', '), expected);
}

test('the nearest first, then by their names', () =>
  check(['a/b/c', 'a/z', 'z', 'y', '../b'], 'y, z, ../b, a/z, a/b/c'));

test('as a link or a detail has them', () => {
  check(['b (1).x'], 'b (1).x as b%20%281%29.x');
  check(['b (1).x', "it's.x"], `b (1).x, it's.x as "it's.x"`, true);
});
