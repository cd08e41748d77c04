import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { certainFixes } from '../../server/src/rules/checking/certainFixes.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import type { Edit, Fix } from '../../server/src/rules/rule.ts';

function finding(edits: readonly Edit[], certain = true): CheckedFinding {
  return { fixes: [{ title: '', certain, edits }] } as unknown as CheckedFinding;
}

/** Edits that do not meet, from the places at which they begin and end. */
const edits = fc
  .uniqueArray(fc.nat(40), { minLength: 2, maxLength: 6 })
  .map(places => [...places].sort((a, b) => a - b))
  .chain(places => fc.boolean().map(isEmpty => ({ places, isEmpty })))
  .map(({ places, isEmpty }) => {
    const list: Edit[] = [];
    for (let i = 0; i + 1 < places.length; i += 2) {
      const from = places[i] ?? 0;
      list.push({ from, to: isEmpty ? from : (places[i + 1] ?? from), text: '' });
    }
    return list;
  });

test('of fixes that meet, those that come first', () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), all => {
      const expected: Edit[][] = [];
      const meet = (a: Edit, b: Edit) => (a.from < b.to && b.from < a.to) || a.from === b.from;
      for (const each of all)
        if (!each.some(edit => expected.flat().some(other => meet(edit, other)))) expected.push(each);
      const found: Fix[] = certainFixes(all.map(each => finding(each)));
      assert.deepEqual(
        found.map(fix => fix.edits),
        expected,
      );
    }),
  );
});

test('what is not certain is not among them', () => {
  assert.deepEqual(certainFixes([finding([{ from: 0, to: 1, text: '' }], false)]), []);
});
