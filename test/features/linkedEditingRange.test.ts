import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedEditingRange } from '../../server/src/features/linkedEditingRange.ts';
import { withMarks } from '../notation.ts';
import { fixture } from './fixture.ts';

/** What is edited together with what stands at the cursor is what is marked. */
function check(notation: string): void {
  const { report, cursor, marks } = fixture(notation);
  const { ranges = [] } = linkedEditingRange(report, cursor) ?? {};
  const found = ranges.map(({ start, end }) => ({
    from: report.text.offsetAt(start),
    to: report.text.offsetAt(end),
    label: '',
  }));
  assert.equal(withMarks(report.text.source, found), withMarks(report.text.source, marks));
}

test('an area’s grade, in its places where it is written alike', () =>
  check(`# Children’s services in Ely are good

1. Children who need help and protection: Go$0od
                                          ^^^^

3. Leadership, management and governance: Good

## The experiences and progress of children who need help and protection

Judgement: Good
           ^^^^

The help and protection of children is good.

## Leadership, management and governance

Judgement: good
`));

test('none in sentences and headlines, which say it in their own words', () =>
  check(`# Children’s services in Ely are good

### The graded judgement for adoption performance is that it is go$0od

The graded judgement for adoption performance is that it is good.
`));

test('none where it is written in one place only, where it is no grade, or elsewhere', () => {
  check('3. Leadership, management and governance: Go$0od\n');
  check(
    '3. Leadership, management and governance: Fi$0ne\n\n## Leadership, management and governance\n\nJudgement: Fine\n',
  );
  check(
    '3. Leadership, manage$0ment and governance: Good\n\n## Leadership, management and governance\n\nJudgement: Good\n',
  );
});
