import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHigher, numberAt } from '../../server/src/syntax/number.ts';

test('numbers with a final dot', () => {
  check('9. text', '9.');
  check('2.1. text', '2.1.');
  check('S1. text', 'S1.');
  check('R3.2. text', 'R3.2.');
  check('10.\u00a0text', '10.');
  check('10.\ttext', '10.');
  check('10.', '10.');
  check('10.\ntext', '10.');
});

test('at most three digits a part, so that a year is never one', () => {
  check('999. text', '999.');
  check('2014. text', undefined);
  check('2.1234. text', undefined);
  check('S1000. text', undefined);
});

test('without a final dot only before an upper-case letter', () => {
  check('2.1 Adoption', '2.1');
  check('S1 Adoption', 'S1');
  check('R3 Élan', 'R3');
  check('2.1 million', undefined);
  check('S1 adoption', undefined);
  check('2.1 2014', undefined);
  check('2.1', undefined);
  check('2.1\nAdoption', undefined);
});

test('opening quotation, bracket or emphasis marks before the letter or not', () => {
  for (const marks of ['‘', '“', '"', "'", '«', '„', '(', '[', '*', '**', '“*(']) {
    check(`2.1 ${marks}Adoption`, '2.1');
    check(`2.1 ${marks}adoption`, undefined);
  }
  check('2.1 _Adoption_', undefined);
  check('2.1 ’Adoption', undefined);
});

test('a plain integer without a dot is text', () => {
  check('34 Most', undefined);
});

test('no numbers', () => {
  for (const text of [
    '',
    'a',
    'S',
    'S.',
    '.',
    '1.a',
    '1,',
    '1)',
    's1. a',
    'T1. a',
    '1.. a',
    '.1. a',
    '1\\. a',
    '-1. a',
    '١. a',
  ]) {
    check(text, undefined);
  }
});

test('which number comes after which', () => {
  for (const [low, high] of ['9 10', '2 2.1', '2.1 2.2', '2.9 2.10', '2.9 3', 'S1 S2', '1.1.1 1.2'].map(pair =>
    pair.split(' '),
  )) {
    assert.equal(isHigher(high ?? '', low ?? ''), true, `${high} after ${low}`);
    assert.equal(isHigher(low ?? '', high ?? ''), false, `${low} before ${high}`);
  }
  for (const [a, b] of ['9 9', 'S1 2', '1 S2', 'S1 R2'].map(pair => pair.split(' ')))
    assert.equal(isHigher(b ?? '', a ?? ''), false);
});

/** The number with which a line begins, its dot with it. */
function check(line: string, expected: string | undefined): void {
  const found = numberAt(line, 0);
  assert.equal(found && `${found.number}${found.dotted ? '.' : ''}`, expected, line);
  if (found !== undefined) assert.equal(line.slice(found.from, found.to), found.number);
}
