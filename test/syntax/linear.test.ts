import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directiveOf } from '../../server/src/syntax/directive.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { frontMatterOf } from '../../server/src/syntax/frontMatter.ts';
import { plainText } from '../../server/src/syntax/plainText.ts';

// Texts that would take minutes or hours if any part of the parser looked again and again at what it has seen. There is
// no clock here: such a part makes these tests hang, and that is seen.

test('a line of ten million characters', () => {
  documentOf('word '.repeat(2_000_000));
  documentOf(`1. ${'1.'.repeat(500_000)}`);
  documentOf(`a${' '.repeat(1_000_000)}b`);
  documentOf(`[a](${'b'.repeat(1_000_000)}`);
  documentOf('\n'.repeat(1_000_000));
});

test('a hundred thousand headings, comments never closed, notes, entries', () => {
  documentOf('# Title {#a}\n'.repeat(100_000));
  documentOf('<!-- a\n\n'.repeat(100_000));
  for (const line of ['# Title }\n', 'a <!-- a\n', 'a <!-- a\n\n', '[^1]: a\n', '1. a\n', '2. a\n    b\n', '# ']) {
    documentOf(line.repeat(20_000));
  }
});

test('one mark, again and again, at a line’s start and within it', () => {
  const marks =
    '[ ( * ** *** \\ < <a <!-- --> ![ ]( [a]( [a](b) (((( ) { } # > - ` \r \u00a0 | \\| | a <!-- \\<!--'.split(' ');
  for (const mark of ['1 1 1 ', '<a ', '| a <!-- ', '> ', '- ', ...marks]) check(mark, 100_000);
  documentOf('['.repeat(1_000_000));
  documentOf(`a ${'*'.repeat(1_000_000)}`);
});

test('numbers, tags, references and acronyms, again and again', () => {
  check('(recommendation 1, 1, ', 100_000);
  check('(recomendation 1 1 ', 100_000);
  check('(Recommendation ', 100_000);
  check('(Recommendation)', 100_000);
  check('paragraph 1 (', 100_000);
  check('paragraphs 1–9, ', 100_000);
  check('recommendation 1 of ', 100_000);
  check('its ', 100_000);
  check('](#a)[', 1_000_000);
  check('of of of (ABCDEF) ', 100_000);
  check('*a **b c* ', 100_000);
  documentOf(`(recommendation ${'1, '.repeat(100_000)}`);
  documentOf(`(${'paragraph 5 '.repeat(20_000)}`);
});

test('a table of very many cells', () => {
  for (const row of ['|', '| *a* (b) ', '|<!-- ', '| paragraph 5 [a](b) \n']) {
    documentOf(`|a|\n|-|\n${row.repeat(100_000 / row.length)}`);
  }
  documentOf(`|a|\n${'|-'.repeat(100_000)}`);
});

test('long front matters', () => {
  for (const text of [
    Array.from({ length: 10_000 }, (_, i) => `k${i}: value ${i}`).join('\n'),
    `title: A\n${'  more\n'.repeat(10_000)}status: draft`,
    `title: A${'\n'.repeat(100_000)}status: draft`,
    `title: A${' '.repeat(100_000)}# b`,
    `title:${' #'.repeat(50_000)}`,
    `${'a'.repeat(100_000)} b`,
    'title\n'.repeat(10_000),
    '['.repeat(100_000),
  ])
    frontMatterOf(text);
});

test('long directives, and comments that are none', () => {
  for (const filling of [' ', '- ', '--', ' a', '\n']) {
    for (const text of [`inspectmark-disable${filling.repeat(100_000)}`, filling.repeat(100_000)]) {
      directiveOf(text, 0, text.length);
    }
  }
});

test('the words of a paragraph of two hundred thousand marks', () => {
  const source = `1. ${'word (Recommendation 1) paragraph 2 [^1] '.repeat(100_000)}`;
  const [block] = documentOf(source).blocks;
  assert.ok(block);
  const words = plainText(source, block.inlines, { from: 3, to: source.length }, { withoutTags: true });
  assert.equal(words.length, 'word paragraph 2 '.length * 100_000 - 1);
});

/** Reads a text of at least so many characters, by itself and after words. */
function check(piece: string, length: number): void {
  const text = piece.repeat(Math.ceil(length / piece.length));
  documentOf(text);
  documentOf(`a ${text}`);
}
