import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf } from '../../server/src/syntax/document.ts';
import { type PlainTextOptions, plainText } from '../../server/src/syntax/plainText.ts';

test('without marks, comments and escapes, links by their words', () => {
  check('*a* **b** [c](d) e[^1] f <!-- g --> h \\*i', 'a b c e f h *i');
  check('a ![b](c) d', 'a d');
  check('a <!-- b -->', 'a');
  check('[*a*](b)', 'a');
  check('a  b', 'a  b');
});

test('lines are joined by a space, after a letter and a hyphen by nothing', () => {
  check('a\n  b\r\nc\rd', 'a b c d');
  check('well-\nknown, 2014-\n2015, é-\né', 'well-known, 2014- 2015, é-é');
  check('a\\\nb', 'a b');
  check('a \\\\\nb', 'a \\ b');
});

test('with tags, or without', () => {
  check('a. (Recommendation 5) b', 'a. (Recommendation 5) b');
  check('a. (Recommendation 5) b', 'a. b', { withoutTags: true });
  check('a. (Recommendation)<!-- 5 -->', 'a.', { withoutTags: true });
});

test('of a part', () => {
  const [block] = documentOf('a *b* c').blocks;
  assert.equal(plainText('a *b* c', block!.inlines, { from: 3, to: 5 }), 'b');
});

/** The words of a paragraph. */
function check(text: string, expected: string, options?: PlainTextOptions): void {
  const [block] = documentOf(text).blocks;
  assert.equal(plainText(text, block!.inlines, { from: 0, to: text.length }, options), expected);
}
