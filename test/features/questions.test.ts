import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Question, questions } from '../../server/src/features/questions.ts';
import type { Report } from '../../server/src/model/report.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import type { Span } from '../../server/src/text/text.ts';
import { fixture } from './fixture.ts';

/**
 * The questions of a report where `[[…]]` marks the places of one finding, also over lines: the first where it is told, the
 * others related.
 */
function asked(notation: string, more: Partial<CheckedFinding> = {}): { shown: readonly Question[]; report: Report } {
  const { report } = fixture(notation.replace(/\[\[|\]\]/g, ''));
  const [place, ...others] = [...notation.matchAll(/\[\[(.*?)\]\]/gs)].map(({ index, 1: words = '' }, i): Span => {
    const from = index - 4 * i;
    return { from, to: from + words.length };
  });
  const related = others.map(other => ({ ...other, message: 'The other place.' }));
  const rest = { kind: 'question', severity: 'information', message: 'Which is *it*?', fixes: [], fingerprint: 'f' };
  const finding = { rule: 'rule', ...place, related, ...rest, ...more } as CheckedFinding;
  return { shown: questions(report, [finding]), report };
}

/** The passages of one question: where each stands, and its sentence with the words marked. */
function check(notation: string, ...expected: string[]): void {
  const [question] = asked(notation).shown;
  assert.deepEqual(
    question?.passages.map(({ place, before, words, after }) => `${place}: ${before}<${words}>${after}`),
    expected,
  );
}

test('each passage is the sentence round the words, under the number of its paragraph', () => {
  check(
    `# Title

## Leadership, management and governance

1. First. Plans are [[always
   late]] here. Last.

2. Plans are [[never late]]. (Recommendation 2)
`,
    'Paragraph 1: Plans are <always late> here.',
    'Paragraph 2: Plans are <never late>.',
  );
});

test('where there is no number, under its section', () => {
  check('# Title\n\n## Executive summary\n\nPlans are [[late]].\n', '“Executive summary”: Plans are <late>.');
  check('[[Plans]] are late.\n', 'The opening: <Plans> are late.');
});

test('words over several sentences show them all', () => {
  check('One. Plans are [[late. Some]] are not. Three.\n', 'The opening: Plans are <late. Some> are not.');
});

test('a heading, a line of a table and a place of no words are shown by their line', () => {
  check('# Title\n\n## [[Ofted]] says\n', '“Ofted says”: ## <Ofted> says');
  check('# Title\n\n| A | B |\n| - | - |\n| one | [[two]] |\n', 'The table in “Title”: | one | <two> |');
  check('# Title[[]]\n', '“Title”: # Title<>');
});

test('long passages are cut at either side of the words', () => {
  const long = `Plans are late${' and so on'.repeat(60)}`;
  const [passage] = asked(`1. ${long} [[here]] ${long}.\n`).shown[0]?.passages ?? [];
  assert.ok(passage);
  assert.match(passage.before, /^… .{239} $/);
  assert.match(passage.after, /^ .{239} …$/);
});

test('a place is shown once, and no more than can be read', () => {
  const { shown } = asked('1. [[A]] b.\n');
  assert.deepEqual(
    shown.map(({ message, more, passages }) => [message, more, passages.length]),
    [['Which is “it”?', 0, 1]],
  );
  const many = asked(`1. ${'[[a]] '.repeat(20)}.\n`).shown[0];
  assert.deepEqual([many?.passages.length, many?.more], [6, 14]);
});

test('the range is that of the words', () => {
  const { shown, report } = asked('# Title\r\n\r\n1. One\r\n   [[two]] three.\r\n');
  const { start, end } = shown[0]!.passages[0]!.range;
  assert.equal(report.text.source.slice(report.text.offsetAt(start), report.text.offsetAt(end)), 'two');
});

test('a fault, a hint and what a baseline knows are no questions', () => {
  const count = (more: Partial<CheckedFinding>) => asked('1. [[A]] b.\n', more).shown.length;
  assert.equal(count({}), 1);
  assert.equal(count({ severity: 'warning' }), 1);
  assert.equal(count({ kind: 'fault' }), 0);
  assert.equal(count({ kind: 'style' }), 0);
  assert.equal(count({ severity: 'hint' }), 0);
  assert.equal(count({ known: true }), 0);
});
