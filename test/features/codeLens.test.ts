import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLens } from '../../server/src/features/codeLens.ts';
import { fixture } from './fixture.ts';

/** What stands above the lines of a report, and the lines to which it leads. */
function check(notation: string, ...expected: string[]): void {
  const { report, uri } = fixture(notation);
  const lines = report.document.source.split('\n');
  const shown = codeLens(report, uri).map(({ range, command }) => {
    const places = command?.arguments?.[2] as { range: { start: { line: number } } }[];
    const led = places.map(({ range: { start } }) => lines[start.line]);
    return [lines[range.start.line], command?.title, ...led].join(' | ');
  });
  assert.deepEqual(shown, expected);
}

const findings =
  '## The experiences and progress of children who need help and protection\n\n### Inspection findings\n\n';

test('above a recommendation stands what supports it', () => {
  check(
    `## Recommendations\n\n1. Ensure help.\n\n2. Ensure plans.\n\n${findings}3. Help is late. (Recommendation 1)\n\n4. It is. (Recommendations 1 and 2)\n`,
    '1. Ensure help. | Supported by paragraphs 3 and 4 | 3. Help is late. (Recommendation 1) | 4. It is. (Recommendations 1 and 2)',
    '2. Ensure plans. | Supported by paragraph 4 | 4. It is. (Recommendations 1 and 2)',
  );
});

test('many are counted', () => {
  const many = [2, 3, 4, 5, 6, 7].map(n => `${n}. Late. (Recommendation 1)`);
  check(
    `## Recommendations\n\n1. Ensure help.\n\n${findings}${many.join('\n\n')}\n`,
    ['1. Ensure help. | Supported by 6 paragraphs', ...many].join(' | '),
  );
});

test('nothing stands above a recommendation that no finding names', () => {
  check(`## Recommendations\n\n1. Ensure help.\n\n${findings}2. Help is late. (Recommendation)\n`);
});

const list = '# Children’s services in Ely are good\n\n3. Leadership, management and governance: Good\n';
const section = '\n## Leadership, management and governance\n\nJudgement: ';

test('above a graded section stands where else its area is graded', () => {
  check(
    `${list}${section}Good\n`,
    '## Leadership, management and governance | Good in one other place | 3. Leadership, management and governance: Good',
  );
});

test('grades that differ are named', () => {
  check(
    `${list}4. Leadership, management and governance: Inadequate\n${section}Good\n`,
    '## Leadership, management and governance | Graded in 2 other places: Good, Inadequate | 3. Leadership, management and governance: Good | 4. Leadership, management and governance: Inadequate',
  );
});

test('nothing stands above what is graded once', () => {
  check(`# Report\n${section}Good\n`);
});

const judgements = (first: string, third: string): string =>
  `1. Children who need help and protection: ${first}\n2. Children looked after and achieving permanence: Good\n3. Leadership, management and governance: ${third}\n`;

test('above the headline stands what limits its grade', () => {
  check(
    `# Children’s services in Ely are inadequate\n\n${judgements('Good', 'Inadequate')}`,
    '# Children’s services in Ely are inadequate | At most Inadequate: area 3 is Inadequate | 3. Leadership, management and governance: Inadequate',
  );
});

test('of two limits the strictest is told, and what is expected is told as such', () => {
  check(
    `# Children’s services in Ely are good\n\n${judgements('Requires improvement', 'Requires improvement')}`,
    '# Children’s services in Ely are good | Expected to be at most Requires improvement: area 1 is Requires improvement and area 3 is Requires improvement | 1. Children who need help and protection: Requires improvement | 3. Leadership, management and governance: Requires improvement',
  );
  check(
    `# Children’s services in Ely are good\n\n${judgements('Requires improvement', 'Inadequate')}`,
    '# Children’s services in Ely are good | At most Inadequate: area 3 is Inadequate | 3. Leadership, management and governance: Inadequate',
  );
});

test('grades that limit nothing have nothing above them', () => {
  check(`# Children’s services in Ely are good\n\n${judgements('Good', 'Requires improvement')}`);
});

test('nothing stands above a section whose area has no grade elsewhere', () => {
  check(`${list.replace(': Good', ':')}${section}Good\n`);
});
