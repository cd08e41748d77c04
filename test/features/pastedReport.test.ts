import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pastedReport } from '../../server/src/features/pastedReport.ts';
import type { Look } from '../../server/src/import/source.ts';
import { fixture } from './fixture.ts';

type Line = string | readonly [string, Look];

/** Pastes lines at the cursor of a report, and expects what it becomes; nothing where they are no more than their words. */
function check(notation: string, lines: readonly Line[], expected: string | undefined): void {
  const { report, cursor } = fixture(notation);
  const source = {
    format: 'docx' as const,
    lines: lines.map((line, i) => {
      const [text, look] = typeof line === 'string' ? [line, {}] : line;
      return { page: 1, line: i + 1, text, look };
    }),
    remarks: [],
  };
  const pasted = pastedReport(report, cursor, cursor, source);
  const { source: text } = report.text;
  assert.equal(pasted && text.slice(0, cursor) + pasted + text.slice(cursor), expected);
}

const numbered = (number: string, text: string): Line => [text, { item: { depth: 1, number } }];
const bullet = (text: string): Line => [text, { item: { depth: 1 } }];

test('headings, numbers, bullets and tables as the markup has them', () => {
  check(
    '$0',
    [['Recommendations', { heading: 1 }], numbered('7.', 'Ensure that plans are timely.'), bullet('in teams;')],
    '## Recommendations\n\n7. Ensure that plans are timely.\n\n- in teams;',
  );
  check(
    '$0',
    [
      ['Area', { cell: { table: 1, row: 1, column: 1 } }],
      ['Grade', { cell: { table: 1, row: 1, column: 2 } }],
      ['Adoption', { cell: { table: 1, row: 2, column: 1 } }],
    ],
    '| Area | Grade |\n| --- | --- |\n| Adoption |  |',
  );
});

test('numbers stay as they are printed, also those that are typed', () => {
  check('$0', ['33. Plans are late.', '34. Reviews are not.'], '33. Plans are late.\n\n34. Reviews are not.');
  check('$0', [numbered('9.', 'Nine.'), numbered('12.', 'Twelve.')], '9. Nine.\n\n12. Twelve.');
});

test('paragraphs get blank lines between them, and signs that would be marks a backslash', () => {
  check('$0', ['One.', 'Two * three.'], 'One.\n\nTwo \\* three.');
});

test('some words of one paragraph are their words', () => {
  check('One $0', ['two three'], undefined);
  check('One $0', [['two', { bold: true }]], undefined);
  check('$0', [['Recommendations', { heading: 1 }]], '## Recommendations');
});

test('a blank line parts it from what stands there', () => {
  check('One.\n$0', ['Two.', 'Three.'], 'One.\n\nTwo.\n\nThree.');
  check('One.\n\n$0\nFour.', ['Two.', 'Three.'], 'One.\n\nTwo.\n\nThree.\n\nFour.');
  check('One.$0', [bullet('two')], 'One.\n\n- two');
  check('$0Three.', [bullet('two')], '- two\n\nThree.');
});

test('within a paragraph its first words go on with it', () => {
  check('One $0 four.', ['two.', 'Three'], 'One two.\n\nThree four.');
});

test('notes get names that the report has not yet', () => {
  const lines: readonly Line[] = [
    ['Plans.1', { superscripts: [{ from: 6, to: 7 }] }],
    ['Text.', { note: '1' }],
  ];
  check('$0', lines, 'Plans.[^1]\n\n[^1]: Text.');
  check('One.[^1]\n\n[^1]: Note.\n\n$0', lines, 'One.[^1]\n\n[^1]: Note.\n\nPlans.[^2]\n\n[^2]: Text.');
});
