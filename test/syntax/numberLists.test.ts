import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberListAt, numbersOf } from '../../server/src/syntax/numberList.ts';

test('ranges are written out', () => {
  check('5', '5');
  check('5, 7 and 9', '5 7 9');
  check('5–8, 10', '5 6 7 8 10');
  check('S1 to S3', 'S1 S2 S3');
  check('2.1–2.4', '2.1 2.2 2.3 2.4');
});

test('a range that steps back or is of unlike numbers gives its two ends', () => {
  check('8–5', '8 5');
  check('2.1–3.4', '2.1 3.4');
  check('S1–R3', 'S1 R3');
  check('S1–3', 'S1 3');
  check('2–2.4', '2 2.4');
});

test('a list of more numbers than any report has is not written out', () => {
  const list = numberListAt(Array.from({ length: 1000 }, () => '1–999').join(', '), 0, { inParenthesis: true });
  assert.equal(list?.items.length, 1000);
  assert.ok(numbersOf(list?.items ?? []).length < 5000);
});

test('the list ends before what is no number of a paragraph', () => {
  check('5, 6,000', '5');
  check('5 and 6%', '5');
  check('5 and six', '5');
  check('5, 6, ', '5 6');
  check('5 to', '5');
  check('5–', '5');
});

test('there is no list', () => {
  check('five', '');
  check('2014', '');
  check('5a', '');
  check('5, 7(2)', '');
});

/** The numbers of the list with which a text begins, in running text. */
function check(text: string, expected: string): void {
  assert.equal(numbersOf(numberListAt(text, 0, { inParenthesis: false })?.items ?? []).join(' '), expected);
}
