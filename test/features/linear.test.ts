import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLens } from '../../server/src/features/codeLens.ts';
import { formatting } from '../../server/src/features/formatting.ts';
import { matrix } from '../../server/src/features/matrix.ts';
import { preview } from '../../server/src/features/preview.ts';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { fixture } from './fixture.ts';
import { reportRead } from './formatted.ts';

// Texts that would take minutes if what is seen were looked at again and again. There is no clock here: such a feature makes
// these tests hang, and that is seen.

test('formatting long texts', () => {
  const lines = [
    '# A\n',
    '9.  a  \n\n\n',
    '- a\n  - b\n',
    '    - a\n',
    '\n',
    ' \r',
    'a  \n',
    '> a \n',
    '| a |\n',
    '<!-- a\n\n',
    '1. a\n\n    b \n',
  ];
  for (const line of lines) formatting(reportRead(line.repeat(20_000)));
  formatting(reportRead(`9. a${' '.repeat(500_000)}\n${'<!-- a --> '.repeat(20_000)}`));
  formatting(reportRead(`- a\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- a\n`).join('')}`));
});

test('the matrix of a paragraph of 8,000 tags', () => {
  for (const piece of ['Late. (Recommendation 1) ', ', late (Recommendation 1)']) {
    const { strayTags } = matrix(fixture(`## Inspection findings\n\n1. ${piece.repeat(8_000)}`).report);
    assert.equal(strayTags.length, 8_000);
  }
});

test('what is told once of thousands of notes and faults that may be one', () => {
  for (const piece of [
    '1. Late (Recomendation) [TBC] <!-- TODO check -->.\n\n',
    '<<<<<<< a\n1. A\n=======\n2. B\n>>>>>>> b\n\n',
  ])
    reportFindings(fixture(piece.repeat(40_000)).report, defaultReportSettings, builtInFrameworks, undefined);
});

test('the lenses of thousands of sections of one area', () => {
  const section = '## Leadership, management and governance\n\nJudgement: Good\n\n';
  assert.equal(codeLens(fixture(section.repeat(8_000)).report, '').length, 8_000);
});

test('the preview of long lists, tables and paragraphs', () => {
  const row = '| *a* (Recommendation 1) |\n';
  for (const text of [
    `| A |\n| - |\n${row.repeat(20_000)}`,
    `1. ${'*a* [b](#c) (Recommendation 1) paragraph 2 '.repeat(20_000)}`,
    '*a '.repeat(50_000),
    Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- a\n`).join(''),
    '- a\n'.repeat(50_000),
  ])
    assert.ok(preview(reportRead(text)).html.length > 20_000);
});
