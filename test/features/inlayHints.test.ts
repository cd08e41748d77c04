import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHint } from 'vscode-languageserver-types';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { fixture } from './fixture.ts';

const recommendations = `## Recommendations

1. Ensure that managers supervise social workers.

2. Improve the timeliness of early help.

## Leadership, management and governance

`;

/** The text with the hints in it. */
function check(notation: string, expected: string, within?: string): void {
  const { report } = fixture(notation);
  const { source } = report.document;
  const from = within === undefined ? 0 : source.indexOf(within);
  const hints = inlayHints(report, { from, to: within === undefined ? source.length : from + within.length });
  let text = source;
  const offsetOf = ({ position }: InlayHint): number => report.text.offsetAt(position);
  for (const hint of hints.sort((one, other) => offsetOf(other) - offsetOf(one))) {
    const offset = offsetOf(hint);
    const { label } = hint;
    text = `${text.slice(0, offset)}[${label}]${text.slice(offset)}`;
  }
  assert.equal(text, expected);
}

test('a bare tag: what it most likely means', () => {
  check(
    `${recommendations}3. The timeliness of early help is poor. (Recommendation)`,
    `${recommendations}3. The timeliness of early help is poor. (Recommendation)[→ 2?]`,
  );
});

test('none where the tag says what it means, where nothing fits, or outside what is seen', () => {
  for (const finding of ['3. Early help is late. (Recommendation 2)', '3. Xylophones. (Recommendation)'])
    check(recommendations + finding, recommendations + finding);
  const late = `${recommendations}3. The timeliness of early help is poor. (Recommendation)`;
  check(late, late, '## Recommendations');
});

test('none where many fit alike, and none well', () => {
  const subjects =
    'visits plans reviews meetings checks assessments referrals records letters reports calls contacts transport housing budgets courts schools clinics libraries parks';
  const asked = subjects.split(' ').map((subject, i) => `${i + 1}. Improve the timeliness of ${subject}.\n\n`);
  const text = `## Recommendations\n\n${asked.join('')}## Leadership, management and governance\n\n21. Timeliness varies. (Recommendation)`;
  check(text, text);
});

test('a reference in words: how its paragraph begins, but not of several, of its own, or of one that is not there', () => {
  const findings = '3. Children who are missing from care are not always found. (Recommendation 1)\n\n4. ';
  const check4 = (text: string, expected: string) =>
    check(recommendations + findings + text, recommendations + findings + expected);
  check4('As paragraph 3 says.', 'As paragraph 3[“Children who are missing from …”] says.');
  check4('As recommendation 2.', 'As recommendation 2[“Improve the timeliness of early …”].');
  for (const text of [
    'As paragraphs 2 and 3 say.',
    'As paragraph 4 says.',
    'As paragraph 9 says.',
    'Late. (Recommendation 1)',
  ])
    check4(text, text);
});

test('an entry whose section is graded otherwise: how, but not where the report says so twice', () => {
  const graded = (entry: string, line: string) =>
    `# Children’s services in Ely\n\n3. Leadership, management and governance: ${entry}\n\n## Leadership, management and governance\n\nJudgement: ${line}\n`;
  check(graded('Good', 'Inadequate'), graded('Good[its section: Inadequate]', 'Inadequate'));
  const twice = graded('Good\n\n3. Leadership, management and governance: Outstanding', 'Inadequate');
  check(twice, twice);
  check(graded('Good', 'Good'), graded('Good', 'Good'));
  check(graded('Fine', 'Inadequate'), graded('Fine', 'Inadequate'));
});
