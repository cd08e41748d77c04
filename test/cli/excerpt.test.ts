import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { Text } from '../../server/src/text/text.ts';

/** The line of the first run of `[…]` of a text, with carets under what it holds; `·` for a tab. */
function check(marked: string, expected: string, width = 40): void {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']', from) - 1;
  const text = new Text(marked.replace('[', '').replace(']', ''));
  const found = excerpt(text, { from, to }, width);
  assert.equal(found && `${found.words}\n${found.carets}`.replaceAll('\t', '·'), expected);
}

test('a line, and carets under the words', () => {
  check('One [two] three.', 'One two three.\n    ^^^');
  check('[One] two.', 'One two.\n^^^');
  check('One\n[two] three\nfour', 'two three\n^^^');
  check('One\r\ntwo [three]\r\nfour', 'two three\n    ^^^^^');
  check('One\rtwo [three]\rfour', 'two three\n    ^^^^^');
});

test('an empty place has one caret, also behind the line', () => {
  check('One []two', 'One two\n    ^');
  check('One two[]', 'One two\n       ^');
  check('One two[]\nthree', 'One two\n       ^');
});

test('of a place of several lines the first is shown', () => {
  check('One [two\nthree\nfour] five', 'One two\n    ^^^');
  check('One[\n]two', 'One\n   ^');
});

test('an empty line has nothing to show', () => {
  const found = excerpt(new Text('\n\n'), { from: 1, to: 1 }, 40);
  assert.equal(found, undefined);
});

test('tabs are kept, so that the carets stand under the words whatever their width', () => {
  check('\tOne\t[two]\tthree', '·One·two·three\n·   ·^^^');
  check('a [b\tc] d', 'a b·c d\n  ^·^');
});

test('wide characters take two columns, combining ones none', () => {
  check('検査 [報告] 書', '検査 報告 書\n     ^^^^');
  check('e\u0301te\u0301 [la\u0300] bas', 'e\u0301te\u0301 la\u0300 bas\n    ^^');
  check('😀 [😀] x', '😀 😀 x\n   ^^');
  check('a\u200bb [c]', 'a\u200bb c\n   ^');
});

test('what cannot be printed is shown as a sign', () => {
  check('a\x1b[b] c\x7f', 'a␛b c␡\n  ^');
  check('a\u0085\u202e[b]', 'a��b\n   ^');
  check('a\ud800[b]', 'a�b\n  ^');
});

test('a long line is cut around the place', () => {
  const words = 'one two three four five six seven eight nine ten eleven twelve';
  check(words.replace('one', '[one]'), 'one two three four five six seven eigh…\n^^^');
  check(words.replace('six', '[six]'), '…o three four five six seven eight nine t…\n                   ^^^', 42);
  check(words.replace('ten', '[ten]'), '…ight nine ten eleven tw…\n           ^^^', 25);
  check(
    words.replace('twelve', '[twelve]'),
    '…even eight nine ten eleven twelve\n                            ^^^^^^',
    35,
  );
  check(`[${words}]`, 'one two three four five six seven eigh…\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^');
});

test('no line is wider than it may be, wherever the place is', () => {
  const line = 'wörd 検査\t'.repeat(100);
  for (let from = 0; from < line.length; from += 7) {
    for (const length of [0, 1, 5, 60]) {
      const { words, carets } = excerpt(new Text(line), { from, to: from + length }, 40)!;
      const columns = [...words].reduce((sum, sign) => sum + (sign === '\t' ? 8 : /[検査]/.test(sign) ? 2 : 1), 0);
      assert.ok(columns <= 40, words);
      assert.ok(carets.includes('^'));
    }
  }
});
