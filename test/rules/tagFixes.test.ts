import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';

test('what a bare tag may mean is offered with its words: nobody knows recommendations by their numbers', () => {
  const text = `## Recommendations

1. Improve the timeliness of health assessments.

2. Reduce the number of pupils who are excluded.

## Inspection findings

3. Too many pupils are excluded. (Recommendation)
`;
  const [found] = foundIn(text, 'ofsted-sif', ({ id }) => id === 'unlinked-tag');
  assert.deepEqual(
    found?.fixes.slice(0, 2).map(({ title }) => title),
    [
      'Settle as recommendation 2 (not printed): Reduce the number of pupils who are excluded.',
      'Write “(Recommendation 2)”',
    ],
  );
});
