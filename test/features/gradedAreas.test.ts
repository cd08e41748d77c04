import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradedAreas } from '../../server/src/features/gradedAreas.ts';
import { reportIn } from '../reportIn.ts';
import { fixture } from './fixture.ts';

/** Each graded area with its grades, and each place with its line. */
function check(notation: string, ...expected: string[]): void {
  const shown = gradedAreas(fixture(notation).report)
    .filter(({ places }) => places.length > 0)
    .map(
      ({ number, title, grades, places }) =>
        `${number ?? '–'} ${title}: ${grades.join(', ')} | ${places.map(({ words, grade, line }) => `${words} ${grade} ${line}`).join(' | ')}`,
    );
  assert.deepEqual(shown, expected);
}

test('the areas stand in the framework’s order, each with the places that grade it', () => {
  check(
    `# Children’s services in Ely are good

3. Leadership, management and governance: Good
4. Adoption performance: Outstanding

## Leadership, management and governance

Judgement: Inadequate
`,
    '– Overall effectiveness: Good | in the headline Good 1',
    '2.1 Adoption performance: Outstanding | in the list Outstanding 4',
    '3 Leadership, management and governance: Good, Inadequate | in the list Good 3 | under its heading Inadequate 8',
  );
});

test('an area that must be graded is there without a grade', () => {
  const areas = gradedAreas(fixture('# Children’s services in Ely are good').report);
  assert.deepEqual(
    areas.map(({ number, grades }) => [number, ...grades].join(' ')),
    ['Good', '1', '2', '2.1', '2.2', '3'].map((words, i) => (i === 0 ? ` ${words}` : words)),
  );
});

test('an area that a report may do without is there only where it is graded', () => {
  const titles = (source: string) => gradedAreas(reportIn(source, 'ofsted-ilacs')).map(({ title }) => title);
  assert.equal(
    titles('# Ely\n').some(title => /care leavers/i.test(title)),
    false,
  );
});

test('an area has a place where it is still to be graded, and is told by its own words', () => {
  const source =
    '# Ely\n\n| Judgement | Grade |\n| --- | --- |\n| The experiences and progress of care leavers | … |\n';
  const areas = gradedAreas(reportIn(source, 'ofsted-ilacs'));
  assert.deepEqual(
    areas.map(({ ownWords, grades, line }) => [ownWords, ...grades, line].join(' ')),
    [
      'The impact of leaders on social work practice with children and families 0',
      '… children who need help and protection 0',
      '… children in care 0',
      '… care leavers 5',
      'Overall effectiveness 0',
    ],
  );
});
