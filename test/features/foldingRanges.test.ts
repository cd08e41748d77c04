import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { fixture } from './fixture.ts';

/** The answer is written into the text: `{` before a line that starts a fold (with its kind), `}` before its last line. */
function check(notation: string): void {
  const lines = notation.split('\n').map(line => /^((?:[{}]\w* )+)\|(.*)$/.exec(line)?.[2] ?? line);
  const ranges = foldingRanges(fixture(lines.join('\n')).report);
  const shown = lines.map((line, i) => {
    const starts = ranges.filter(({ startLine }) => startLine === i).map(({ kind = '' }) => `{${kind} `);
    const ends = ranges.filter(({ endLine }) => endLine === i).map(() => '} ');
    return starts.length + ends.length === 0 ? line : `${[...ends, ...starts].join('')}|${line}`;
  });
  assert.equal(shown.join('\n'), notation);
}

test('the report’s details', () => check('{region |---\ntitle: A\n} |---\n\nWords.'));

test('sections, each to its last line that is not blank', () => {
  check('{ |# One\n\nWords.\n\n{ |## Two\n\n} } |Words.\n\n\n{ |# Three\n\n} |Words.');
});

test('paragraphs of several lines, with their bullets', () => {
  check('1. One line.\n\n{ |2. Two\n} |lines.\n\n{ |3. These:\n\n{ |- one\n\n} } |- two');
});

test('lists of their own', () => check('Words.\n\n{ |- one\n- two\n} |- three\n\nWords.\n\n- single'));

test('tables and comments', () => {
  check('{ || A | B |\n|---|---|\n} || 1 | 2 |');
  check('{comment |<!-- A note\n\nto colleagues\n} |-->\n\n<!-- one line -->');
});

test('nothing of one line', () => check('1. One.\n2. Two.\n\nWords.'));
