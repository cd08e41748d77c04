import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrapped } from '../../server/src/text/unwrapped.ts';

/** A text as it reads on one line; each of its characters but the blanks stands where it was written. */
function check(written: string, expected: string): void {
  test(JSON.stringify(written), () => {
    const { text, placeOf } = unwrapped(written);
    assert.equal(text, expected);
    for (let at = 0; at < text.length; at++)
      if (text.charAt(at) !== ' ') assert.equal(written.charAt(placeOf(at)), text.charAt(at), `${at}`);
  });
}

check('', '');
check('one  two', 'one  two');
check('one\ntwo', 'one two');
check('one\r\n    two\rthree\n\tfour', 'one two three four');
check('\n  one \n\n two\n', ' one   two ');
