import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedEditingRange } from '../../server/src/features/linkedEditingRange.ts';
import { fixture } from './fixture.ts';

/** The marked places are linked with each other at the cursor; without marks nothing is. */
function check(notation: string): void {
  const { report, cursor, marks } = fixture(notation);
  const linked = linkedEditingRange(report, cursor);
  assert.deepEqual(
    linked?.ranges ?? [],
    marks.map(mark => report.text.range(mark)),
  );
  for (const { from, to } of marks)
    assert.equal(report.document.source.slice(from, to).match(linked?.wordPattern ?? '')?.[0].length, to - from);
}

const area = (grade: string, mark = '') => `## The experiences and progress of care leavers

Judgement: ${grade}
${mark === '' ? '' : `           ${mark}\n`}`;

test('the grade of an area is linked in all places that word it alike', () => {
  check(`# Children’s services in Ely are good

1. Care leavers: Requires $0improvement
                 ^^^^^^^^^^^^^^^^^^^^

${area('Requires improvement', '^^^^^^^^^^^^^^^^^^^^')}`);
});

test('other areas and other words are not', () => {
  check(`# Children’s services in Ely are good

1. Care leavers: Go$0od
2. Adoption performance: Good

${area('good')}`);
});

test('nor is a grade that stands in one place, or a word that is none', () => {
  check(area('Go$0od'));
  check(`${area('Good')}\n1. Care leavers are well sup$0ported.\n`);
});
