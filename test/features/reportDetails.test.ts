import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailEdits, reportDetails } from '../../server/src/features/reportDetails.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { fixture } from './fixture.ts';

const given =
  '---\nframework: ofsted-sif\nprovider: [Ely Council, Ely]\ninspected: 2018-01-02/2018-01-05\n---\n\n# Title\n';

/** Fills a detail in, and expects the text after it; read again, the detail has the value. */
function check(text: string, key: string, value: string, expected: string): void {
  const { report } = fixture(text);
  const filled = editedText(report.text.source, detailEdits(report, key, value));
  assert.equal(filled, expected);
  assert.equal(valueIn(filled, key), value);
}

function valueIn(text: string, key: string): string | undefined {
  return reportDetails(fixture(text).report, []).find(detail => detail.key === key)?.value;
}

test('what the report says, several names parted by semicolons', () => {
  assert.equal(valueIn(given, 'provider'), 'Ely Council; Ely');
  assert.equal(valueIn(given, 'inspected'), '2018-01-02/2018-01-05');
  assert.equal(valueIn(given, 'published'), '');
  assert.equal(valueIn('# Title\n', 'title'), '');
});

test('a value is written over', () => {
  check(given, 'provider', 'Ely', given.replace('[Ely Council, Ely]', 'Ely'));
  check(given, 'provider', 'City, of Ely; Ely', given.replace('Ely Council, Ely', '"City, of Ely", Ely'));
  check('---\ntitle: \n---\n', 'title', 'Re-inspection', '---\ntitle: Re-inspection \n---\n');
  check('---\nprovider:\n- Ely\n- Wells\n---\n', 'provider', 'Ely', '---\nprovider: Ely\n---\n');
});

test('a detail that is not there is added at the end, or with the marks around the details', () => {
  check(given, 'published', '2018-02-01', given.replace('05\n', '05\npublished: 2018-02-01\n'));
  check('# Title\r\n', 'title', 'One', '---\r\ntitle: One\r\n---\r\n\r\n# Title\r\n');
});

test('nothing to say takes the line out', () => {
  check(given, 'inspected', '', given.replace('inspected: 2018-01-02/2018-01-05\n', ''));
  check(given, 'published', '', given);
});

test('what YAML would take for something else is quoted', () => {
  for (const value of ['A: B', '# 1', 'yes', '“Ely”', "O'Neill", '[x]', '- a', '\\'])
    assert.equal(valueIn(editedText(given, detailEdits(fixture(given).report, 'title', value)), 'title'), value);
});

test('details that cannot be read are left as they are', () => {
  for (const broken of ['---\ntitle: One\n\n# Title\n', '---\ntitle: [One\n---\n'])
    assert.deepEqual(detailEdits(fixture(broken).report, 'title', 'Two'), []);
});

test('what the framework asks for is marked, and there is something to choose from', () => {
  const details = reportDetails(fixture(given).report, ['ofsted-sif', 'generic']);
  const required = details.filter(({ isRequired }) => isRequired).map(({ key }) => key);
  assert.ok(required.includes('provider') && !required.includes('licence'));
  assert.deepEqual(details[0]?.choices, ['ofsted-sif', 'generic']);
  assert.deepEqual(details.find(({ key }) => key === 'status')?.choices, ['draft', 'review', 'final']);
});
