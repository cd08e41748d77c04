import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailEdits, reportDetails } from '../../server/src/features/reportDetails.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { fixture } from './fixture.ts';

const given =
  '---\nframework: ofsted-sif\nprovider: [Ely Council, Ely]\ninspected: 2018-01-02/2018-01-05\n---\n\n# Title\n';

/** Fills a detail in, and expects the text after it; read again, the detail has the value, or this. */
function check(text: string, key: string, value: string, expected: string, read = value): void {
  const filled = filledIn(text, key, value);
  assert.equal(filled, expected);
  assert.equal(valueIn(filled, key), read);
}

function filledIn(text: string, key: string, value: string): string {
  const edits = detailEdits(fixture(text).report, key, value);
  return typeof edits === 'string' ? edits : editedText(text, edits);
}

function valueIn(text: string, key: string): string | undefined {
  return reportDetails(fixture(text).report, []).find(detail => detail.key === key)?.value;
}

test('what the report says, several names parted by semicolons', () => {
  assert.equal(valueIn(given, 'provider'), 'Ely Council; Ely');
  assert.equal(valueIn(given, 'inspected'), '2 to 5 January 2018');
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
  check(given, 'published', '1 February 2018', given.replace('05\n', '05\npublished: 2018-02-01\n'));
  check('# Title\r\n', 'title', 'One', '---\r\ntitle: One\r\n---\r\n\r\n# Title\r\n');
});

test('nothing to say takes the line out', () => {
  check(given, 'inspected', '', given.replace('inspected: 2018-01-02/2018-01-05\n', ''));
  check(given, 'published', '', given);
});

test('what YAML would take for something else is quoted', () => {
  for (const value of ['A: B', '# 1', 'yes', '“Ely”', "O'Neill", '[x]', '- a', '\\'])
    assert.equal(valueIn(filledIn(given, 'title', value), 'title'), value);
});

test('details that cannot be read are left as they are', () => {
  for (const broken of ['---\ntitle: One\n\n# Title\n', '---\ntitle: [One\n---\n'])
    assert.match(filledIn(broken, 'title', 'Two'), /^The details cannot be read as they stand/);
});

test('what the framework asks for is marked, and there is something to choose from', () => {
  const details = reportDetails(fixture(given).report, [{ id: 'ofsted-sif', title: 'SIF' }]);
  const required = details.filter(({ isRequired }) => isRequired).map(({ key }) => key);
  assert.ok(required.includes('provider') && !required.includes('licence'));
  assert.deepEqual(details[0]?.choices, [{ value: 'ofsted-sif', label: 'SIF' }]);
  const status = details.find(({ key }) => key === 'status');
  assert.deepEqual(
    status?.choices.map(({ label }) => label),
    ['draft', 'review', 'final'],
  );
});

test('days are written and read in words, and kept as dates', () => {
  for (const [said, days, read = said] of [
    ['6 to 10 November 2017', '2017-11-06/2017-11-10'],
    ['30 October to 10 November 2017', '2017-10-30/2017-11-10'],
    ['20 December 2017 to 5 January 2018', '2017-12-20/2018-01-05'],
    ['6 November 2017', '2017-11-06'],
    ['6–10 November 2017', '2017-11-06/2017-11-10', '6 to 10 November 2017'],
    ['6-10 November 2017', '2017-11-06/2017-11-10', '6 to 10 November 2017'],
    ['6th November 2017 - 10th November 2017', '2017-11-06/2017-11-10', '6 to 10 November 2017'],
    ['06/11/2017', '2017-11-06', '6 November 2017'],
    ['2017-11-06/2017-11-10', '2017-11-06/2017-11-10', '6 to 10 November 2017'],
    ['6 November 2017; 8 to 9 November 2017', '[2017-11-06, 2017-11-08/2017-11-09]'],
  ] as const)
    check(given, 'inspected', said, given.replace('2018-01-02/2018-01-05', days), read);
});

test('days that cannot be read are not written, and it is said how to write them', () => {
  const unreadable = 'These days cannot be read. Write them as 6 to 30 November 2017, more after a semicolon.';
  for (const said of ['last week', '6 and 7 November 2017', '6 November', '31 November 2017', '10 to 6 November 2017'])
    assert.equal(filledIn(given, 'inspected', said), unreadable, said);
  assert.equal(
    filledIn(given, 'published', '1 to 2 May 2018'),
    'This day cannot be read. Write it as 29 January 2018.',
  );
});
