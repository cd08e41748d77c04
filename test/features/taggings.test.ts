import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taggings } from '../../server/src/features/taggings.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { fixture } from './fixture.ts';

const recommendations = `## Recommendations

1. Ensure that health assessments are timely.

2. Improve the quality of pathway plans for care leavers.

`;
const findings = '## Leadership, management and governance\n\n### Inspection findings\n\n';

/** The recommendations that are offered at the cursor in a finding, and the finding after the first of them was chosen. */
function check(finding: string, numbers: readonly string[], expected = ''): void {
  const { report, cursor } = fixture(recommendations + findings + finding);
  const offered = taggings(report, cursor);
  assert.deepEqual(
    offered.map(({ title }) => title.split(':')[0]),
    numbers.map(number => `Recommendation ${number}`),
  );
  const [first] = offered;
  if (first === undefined) return;
  const text = editedText(report.text.source, first.edits);
  assert.equal(text, recommendations + findings + expected);
}

test('the best fit comes first, and its tag is written behind the finding', () => {
  check('3. Pathway pl$0ans are late.\n', ['2', '1'], '3. Pathway plans are late. (Recommendation 2)\n');
  check('3. Health checks are late.$0', ['1', '2'], '3. Health checks are late. (Recommendation 1)');
});

test('a recommendation is shown by its first words', () => {
  const { report, cursor } = fixture(`${recommendations}${findings}3. Pathway$0 plans are late.\n`);
  assert.equal(
    taggings(report, cursor)[0]?.title,
    'Recommendation 2: Improve the quality of pathway plans for care leavers.',
  );
});

test('a tag that names none is given the number', () => {
  check(
    '3. Pathway plans$0 are late. (Recommendation)\n',
    ['2', '1'],
    '3. Pathway plans are late. (Recommendation 2)\n',
  );
});

test('a recommendation that is named already is not offered', () => {
  check(
    '3. Pathway plans$0 are late. (Recommendation 2)\n',
    ['1'],
    '3. Pathway plans are late. (Recommendation 2) (Recommendation 1)\n',
  );
});

test('with its bullets a finding is one', () => {
  check(
    '3. Pathway plans are:\n- la$0te;\n- short.\n\n4. Staff are busy.\n',
    ['2', '1'],
    '3. Pathway plans are:\n- late;\n- short. (Recommendation 2)\n\n4. Staff are busy.\n',
  );
});

test('of what is no finding, nothing', () => {
  check('Pathway plans$0 are late.\n', []);
  const { report, cursor } = fixture(recommendations.replace('health', 'hea$0lth'));
  assert.deepEqual(taggings(report, cursor), []);
});
