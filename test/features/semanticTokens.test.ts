import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens, tokenModifiers, tokenTypes } from '../../server/src/features/semanticTokens.ts';
import { withMarks } from '../notation.ts';
import { fixture } from './fixture.ts';

/** The tokens are what is marked: `type.modifier`. */
function check(notation: string): void {
  const { report, marks } = fixture(notation);
  const { data } = semanticTokens(report);
  const found: { from: number; to: number; label: string }[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const from = report.text.offsetAt({ line, character });
    const names = tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push({ from, to: from + length, label: [tokenTypes[type], ...names].join('.') });
  }
  assert.equal(withMarks(report.text.source, found), withMarks(report.text.source, marks));
}

test('areas, and grades by rank', () => {
  check(`1. Leadership, management and governance: Inadequate
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ area
                                          ^^^^^^^^^^ grade.rank0

## Leadership, management and governance

Judgement: Outstanding
           ^^^^^^^^^^^ grade.rank4`);
});

test('numbers of a series, tags, references, acronyms', () => {
  check(`## Leadership, management and governance

1. The independent reviewing officers (IROs) see paragraph 1. (Recommendation)
^ paragraphNumber
                                       ^^^^ acronym
                                                 ^^^^^^^^^^^ reference
                                                              ^^^^^^^^^^^^^^^^ recommendationTag.bare
2. The end. (Recommendation 1)
^ paragraphNumber
            ^^^^^^^^^^^^^^^^^^ recommendationTag`);
});

test('one that runs over a line’s end is two', () => {
  check('See (paragraphs 1 and\n     ^^^^^^^^^^^^^^^^ reference\n2).\n^ reference');
});

test('none in plain words', () => check('Only words.'));

test('links and footnotes have colours of their own', () => check('Help is late.[^1]\n\n[^1]: See [there](#there).'));
