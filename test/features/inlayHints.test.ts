import assert from 'node:assert/strict';
import { test } from 'node:test';
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
  for (const { position, label } of hints.reverse()) {
    const offset = report.text.offsetAt(position);
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
