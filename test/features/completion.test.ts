import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion.ts';
import { fixture } from './fixture.ts';

/** What is offered at the cursor, best first: labels with the words beside them, and what is then written in the cursor’s line. */
function check(notation: string, expected: string, written?: string): void {
  const { report, cursor } = fixture(notation);
  const items = completion(report, cursor, ['ofsted-sif', 'generic']);
  const shown = items.map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(' | '));
  assert.equal(shown.join('\n'), expected);
  const edit = items[0]?.textEdit;
  if (written === undefined || edit === undefined || !('range' in edit)) return;
  const { source } = report.document;
  const [from, to] = [report.text.offsetAt(edit.range.start), report.text.offsetAt(edit.range.end)];
  const text = source.slice(0, from) + edit.newText + source.slice(to);
  assert.equal(text.split('\n')[edit.range.start.line], written);
}

const recommendations = `## Recommendations

1. Ensure that managers supervise social workers.

2. Improve the timeliness of early help, particularly for children who have a disability.

## The experiences and progress of children who need help and protection

### Inspection findings

`;

test('a tag: the recommendation that fits best stands first', () => {
  check(
    `${recommendations}3. Early help for disabled children is not timely. ($0)`,
    '2 | Improve the timeliness of early help, particularly for …\n1 | Ensure that managers supervise social workers.',
    '3. Early help for disabled children is not timely. (Recommendation 2)',
  );
  check(
    `${recommendations}3. Early help is not timely. (Recommendation $0`,
    '2 | Improve the timeliness of early help, particularly for …\n1 | Ensure that managers supervise social workers.',
    '3. Early help is not timely. (Recommendation 2',
  );
});

test('no tag within other words, and none in a recommendation', () => {
  check(`${recommendations}3. Early help (for some$0`, '');
  check('## Recommendations\n\n1. Ensure that help is timely ($0', '');
});

test('the number of a paragraph or a recommendation, after the word', () => {
  check(`${recommendations}3. Help is late.\n\n4. As paragraph $0`, '3 | Help is late.', '4. As paragraph 3');
});

test('of a list of numbers those that are not in it yet', () => {
  check(
    `${recommendations}3. Help is late, as recommendations 1 and $0`,
    '2 | Improve the timeliness of early help, particularly for …',
  );
  check(
    `${recommendations}3. Help is late.\n\n4. It is.\n\n5. It was.\n\n6. As paragraphs 3, 5 and $0`,
    '4 | It is.',
    '6. As paragraphs 3, 5 and 4',
  );
  check(
    `${recommendations}3. Early help is not timely. (Recommendations 2 and $0)`,
    '1 | Ensure that managers supervise social workers.',
  );
});

test('one number after the singular, unless it is in brackets', () => {
  check(`${recommendations}3. Help is late, as paragraph 3 and $0`, '');
  check(
    `${recommendations}3. Help is late. (Recommendation 1, $0)`,
    '2 | Improve the timeliness of early help, particularly for …',
  );
});

test('a grade, on its line and in the list, best first', () => {
  const grades = 'Outstanding\nGood\nRequires improvement\nInadequate';
  check('## Leadership, management and governance\n\nJudgement: $0', grades);
  check(
    '# Report\n\n3. Leadership, management and governance: Requires i$0',
    grades,
    '3. Leadership, management and governance: Outstanding',
  );
  check('# Report\n\n3. What we saw: $0', '');
});

test('the titles that the report lacks, in their order, and then those that may stand in it twice', () => {
  const { report, cursor } = fixture(
    '# Report\n\n## The inspection team\n\nText.\n\n## Recommendations\n\n1. Ensure it.\n\n## $0',
  );
  const labels = completion(report, cursor, []).map(({ label }) => label);
  assert.ok(!labels.includes('The inspection team'));
  assert.ok(labels.indexOf('Leadership, management and governance') < labels.indexOf('Recommendations'));
});

test('a key of the report’s details that it lacks, and the values of one', () => {
  check('---\nstatus: $0\n---\n', 'draft\nreview\nfinal', 'status: draft');
  check('---\nframework: gen$0\n---\n', 'ofsted-sif\ngeneric', 'framework: ofsted-sif');
  const { report, cursor } = fixture('---\nframework: ofsted-sif\n$0\n---\n');
  const labels = completion(report, cursor, []).map(({ label }) => label);
  assert.ok(labels.includes('provider') && labels.includes('status') && !labels.includes('framework'));
  check('---\ntitle: A title $0\n---\n', '');
});

test('where a link leads', () => {
  check('See [it](#$0)\n\n## Annex {#annex}\n\nText.', 'annex | Annex', 'See [it](#annex)');
  check(
    `${recommendations}3. See [it](#para$0)`,
    'recommendation-1 | Ensure that managers supervise social workers.\nrecommendation-2 | Improve the timeliness of early help, particularly for …\nparagraph-3 | See it',
  );
});

test('a note that is there, and a new one', () => {
  check('Words.[^1] More.[^$0\n\n[^1]: The note.', '2 | A new note\n1 | The note.', 'Words.[^1] More.[^2');
});

test('the next number, at the start of a line', () => {
  check(`${recommendations}3. Help is late.\n\n$0`, '4. | The next number', '4. ');
  check(`${recommendations}$0\n\n4. Help is late.`, '3. | The next number');
  check('## About this inspection\n\n$0', '');
});

test('nothing within ordinary words or a comment', () => {
  check(`${recommendations}3. Help is $0`, '');
  check('<!-- see paragraph $0 -->', '');
});
