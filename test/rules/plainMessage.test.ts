import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMessage } from '../../server/src/rules/messages/plainMessage.ts';

function check(message: string, expected: string): void {
  assert.equal(plainMessage(message), expected);
}

test('what is emphasised is quoted, and what is strong is plain', () => {
  check(
    'Area 2 is *Good* here and *Requires improvement* there.',
    'Area 2 is “Good” here and “Requires improvement” there.',
  );
  check('Best fit: **5**; both speak of *help*.', 'Best fit: 5; both speak of “help”.');
  check('Take one out.', 'Take one out.');
});

test('stars that a message itself quotes stay', () => {
  check('“**” is not closed. Write “**” where it ends.', '“**” is not closed. Write “**” where it ends.');
  check('“*” is not closed. Write “*” where it ends.', '“*” is not closed. Write “*” where it ends.');
  check('12 * 2 places are *not* 24 * 1.', '12 * 2 places are “not” 24 * 1.');
});

test('stars without end take no time', () => {
  for (const star of ['*a ', '**a ', '* ']) check(star.repeat(100_000), star.repeat(100_000));
});
