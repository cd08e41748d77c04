import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeChoices } from '../../server/src/features/gradeChoices.ts';
import { fixture } from './fixture.ts';

/** The area at the cursor, its grades now and in how many places; and where the one stands that would be renamed. */
function check(notation: string, expected: string | undefined, renamed?: string): void {
  const { report, cursor } = fixture(notation);
  const found = gradeChoices(report, cursor);
  assert.equal(found && `${found.area}: ${found.now.join(' and ')} in ${found.places}`, expected);
  if (found !== undefined && renamed !== undefined)
    assert.ok(report.text.source.startsWith(renamed, report.text.offsetAt(found.position)));
}

const report = `# Children’s services in Ely are good

3. Leadership, management and governance: Good

## Leadership, management and governance

Judgement: Inadequate

### Inspection findings

70. Leaders know.
`;

test('the area of the entry or judgement line at the cursor', () => {
  check(
    report.replace('3. Lead', '3. L$0ead'),
    'Leadership, management and governance: Good and Inadequate in 2',
    'Good',
  );
  check(report.replace('Judgement', 'J$0udgement'), 'Leadership, management and governance: Good and Inadequate in 2');
});

test('the area of the section in which the cursor stands', () => {
  check(report.replace('Leaders', '$0Leaders'), 'Leadership, management and governance: Good and Inadequate in 2');
});

test('elsewhere that of the whole', () => {
  check(report.replace('# Children', '# $0Children'), 'Overall effectiveness: Good in 1', 'good');
  check(`${report}\n## Executive summary\n\nAll is$0 well.\n`, 'Overall effectiveness: Good in 1');
});

test('where nothing is graded there is nothing to choose', () => {
  check('## Executive summary\n\nAll is$0 well.\n', undefined);
  check('$0', undefined);
});

test('the choices are the scale, from worst to best', () => {
  const { report: read, cursor } = fixture(report.replace('3. L', '3. $0L'));
  assert.deepEqual(gradeChoices(read, cursor)?.choices, ['Inadequate', 'Requires improvement', 'Good', 'Outstanding']);
});

test('what has no grade yet has none to choose from', () => {
  const headline = '# Children’s services in Ely are good\n\n';
  check(`${headline}3. L$0eadership, management and governance:\n`, 'Overall effectiveness: Good in 1');
  check(`${headline}## Leadership, management and governance\n\nT$0ext.\n`, 'Overall effectiveness: Good in 1');
  check('# A report\n\n3. L$0eadership, management and governance:\n', undefined);
});
