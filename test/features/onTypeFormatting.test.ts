import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onTypeFormatting } from '../../server/src/features/onTypeFormatting.ts';
import { fixture } from './fixture.ts';

const findings = '## Leadership, management and governance\n\n### Inspection findings\n\n';

/**
 * What an author has after Enter: the text up to the cursor and what was after it; the cursor is where the editor has put
 * it.
 */
function check(before: string, after = before, rest = ''): void {
  const { report, cursor } = fixture(`${findings}${before}$0${rest}`);
  let written = report.document.source;
  for (const { range, newText } of onTypeFormatting(report, cursor, '\n', undefined))
    written =
      written.slice(0, report.text.offsetAt(range.start)) + newText + written.slice(report.text.offsetAt(range.end));
  assert.equal(written, `${findings}${after}${rest}`);
}

test('the second new line after a paragraph begins with the next number', () => {
  check('7. Help is late.\n\n', '7. Help is late.\n\n8. ');
  check('7. Help is\nlate.\n\n', '7. Help is\nlate.\n\n8. ');
  check('7. Help is late. (Recommendation)\n\n  ', '7. Help is late. (Recommendation)\n\n8. ');
  check('7. Help is late:\n- here;\n- there.\n\n', '7. Help is late:\n- here;\n- there.\n\n8. ');
  check('7. Help is late.\r\n\r\n', '7. Help is late.\r\n\r\n8. ');
});

test('between two paragraphs it is the number after the first; the second keeps its own', () => {
  check('7. Help is late.\n\n', '7. Help is late.\n\n8. ', '\n\n8. Staff are busy.');
});

test('a recommendation’s number follows as well', () => {
  const { report, cursor } = fixture('## Recommendations\n\n1. Ensure that help is timely.\n\n$0');
  assert.equal(onTypeFormatting(report, cursor, '\n', undefined)[0]?.newText, '2. ');
});

test('nothing is written in the first new line, after a heading, an unnumbered paragraph or the announcement of a list', () => {
  check('7. Help is late.\n');
  check('');
  check('Help is late.\n\n');
  check('7. Help is late:\n\n');
  check('7. Help is late.\n\n\n');
});

test('nothing is written where the line has words already', () => {
  check('7. Help is late.\n\n', undefined, 'Staff are busy.');
});

test('a mark without words is taken out', () => {
  check('7. Help is late:\n- here;\n- \n', '7. Help is late:\n- here;\n');
  check('7. Help is late.\n\n8. \n', '7. Help is late.\n\n');
  check('7. Help is late.\n\n> \n', '7. Help is late.\n\n');
  check('* \r\n', '');
  check('1. Area: Good\n2. \n', '1. Area: Good\n');
  check('2. Area: Good\n2.1. \n', '2. Area: Good\n');
});

test('a mark within a comment stays', () => {
  check('<!-- To do:\n- \n', undefined, '\n-->');
});

/** A text whose straight marks are typed one by one, from the first to the last. */
function typed(text: string, marks: unknown, frontMatter = ''): string {
  let written = frontMatter;
  for (const character of text) {
    written += character;
    if (character !== '"' && character !== "'") continue;
    const { report } = fixture(written);
    const [edit] = onTypeFormatting(report, written.length, character, marks);
    if (edit !== undefined) written = written.slice(0, -1) + edit.newText;
  }
  return written;
}

test('straight marks become those of the house style as they are typed', () => {
  assert.equal(typed(`1. One child said: "They're kind."`, '‘’'), '1. One child said: ‘They’re kind.’');
  assert.equal(typed(`1. One child said: 'They are kind.'`, '‘’'), '1. One child said: ‘They are kind.’');
  assert.equal(typed(`1. One child\nsaid: "They are kind."`, '“”'), '1. One child\nsaid: “They are kind.”');
  assert.equal(typed(`The children's plans`, '“”'), 'The children’s plans');
  assert.equal(typed(`("good")`, '‘’'), '(‘good’)');
});

test('a quotation within a quotation has the other marks', () => {
  assert.equal(typed(`She said: "They told me: "We're here.""`, '‘’'), 'She said: ‘They told me: “We’re here.”’');
  assert.equal(typed(`She said: "They told me: 'We're here.'"`, '“”'), 'She said: “They told me: ‘We’re here.’”');
});

test('marks stay straight where the house has none, or straight ones, and outside the text', () => {
  assert.equal(typed(`"good"`, undefined), '"good"');
  assert.equal(typed(`"good"`, '""'), '"good"');
  assert.equal(typed(`See [it](a"b`, '‘’'), 'See [it](a"b');
  assert.equal(typed(`A <!-- "b" --> "c"`, '‘’'), 'A <!-- "b" --> ‘c’');
  assert.equal(typed(`"Plans"`, '‘’', '---\ntitle: '), '---\ntitle: "Plans"');
});

test('a number in which the text above it ends stays', () => {
  check('7. They were 40, and are now\n57.\n');
  check('Since then they have been\n2.\n');
  check('7. Help is late.\n\nThis has been so since\n\n2014.\n');
});
