import { test } from 'node:test';
import { checkText as check } from './importCheck.ts';

test('items below a heap of their marks, as wide as the page', () =>
  check(
    'What needs to improve?\n•\n•\n•\n\nThe quality of supervision, so that it drives plans for all children.\nThe recording of what managers decide, and of the reasons for it.\nThe oversight of children who are educated at home, or in none at all.\n\nThe experiences and progress of children who need help\nand protection: good\nChildren in need\n1. One.\n2. Two.',
    '## What needs to improve?\n\n- The quality of supervision, so that it drives plans for all children.\n- The recording of what managers decide, and of the reasons for it.\n- The oversight of children who are educated at home, or in none at all.\n\n## The experiences and progress of children who need help and protection: good\n\n### Children in need\n\n1. One.\n\n2. Two.',
    'ofsted-ilacs',
  ));

test('a number that no blank parts from a figure', () =>
  check(
    'Inspection findings\n1. One.\n2.16- and 17-year-olds are heard.\n3.53 children have plans. Of these\n4.5 are late.\n4. Four.',
    '## Inspection findings\n\n1. One.\n\n2. 16- and 17-year-olds are heard.\n\n3. 53 children have plans. Of these 4.5 are late.\n\n4. Four.',
  ));

test('a number without a full stop at a page’s top, under a title at the foot of the last', () => {
  const said = ['', 'One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.'];
  const lines = (from: number, to: number) => said.slice(from, to + 1).map((words, i) => `${from + i} ${words}`);
  const expected = (from: number, to: number) => said.slice(from, to + 1).map((words, i) => `${from + i}. ${words}`);
  const help = 'The experiences and progress of children who need help and protection: good';
  const care = 'The experiences and progress of children in care and care leavers: good';
  check(
    `${help}\n\n${lines(1, 3).join('\n\n')}\n\n${care}\n\f${lines(4, 7).join('\n\n')}`,
    [`## ${help}`, ...expected(1, 3), `## ${care}`, ...expected(4, 7)].join('\n\n'),
    'ofsted-ilacs',
  );
});

test('an annex has a heading, and words in quotation marks are none', () =>
  check(
    'Annex A: What the terms mean\n\nChild: a person who is not yet 18.\n\nOne said: ‘They know me well.’\n\nThe others agreed with this, and said so to all who would listen to them.\nThat helped.',
    '## Annex A: What the terms mean\n\nChild: a person who is not yet 18.\n\nOne said: ‘They know me well.’\n\nThe others agreed with this, and said so to all who would listen to them. That helped.',
  ));

test('a sentence goes on below a name in brackets, and not below a tag', () =>
  check(
    'The Office for Standards (Ofsted)\nregulates and inspects to achieve excellence in the care of children and young people.\n\nInspection findings\n\n1. One. (Recommendation)\n\n2. Two.',
    'The Office for Standards (Ofsted) regulates and inspects to achieve excellence in the care of children and young people.\n\n## Inspection findings\n\n1. One. (Recommendation)\n\n2. Two.',
  ));

test('items with letters and Roman numbers are not joined', () =>
  check(
    'Inspection findings\n\n1. Managers:\n\ni. know;\n\nii. decide; and\n\niii. record.\n\n2. Two.',
    '## Inspection findings\n\n1. Managers:\n\ni. know;\n\nii. decide; and\n\niii. record.\n\n2. Two.',
  ));

test('a title above a number on a line of its own', () => {
  const paragraphs = [1, 2, 3, 4, 5, 6].map(
    number => `${number}.\n\nChildren are safe at home, and all are well\ncared for there.\n`,
  );
  const expected = [1, 2, 3, 4, 5, 6].map(
    number => `${number}. Children are safe at home, and all are well cared for there.`,
  );
  check(
    ['Inspection findings\n', ...paragraphs.slice(0, 3), 'Homes and permanence\n', ...paragraphs.slice(3)].join('\n'),
    ['## Inspection findings', ...expected.slice(0, 3), '### Homes and permanence', ...expected.slice(3)].join('\n\n'),
  );
});

test('a title above narrow letters, in lines that were wrapped by counting', () => {
  const wide = paragraph('women make more warm homes with common means whom we meet');
  const narrow = paragraph('if little is still, it tells little, till it is filled');
  check(
    `Executive summary\n\n${wrapped(wide)}\n\n${wrapped(wide)}\n\nFill it still\n\n${wrapped(narrow)}`,
    `## Executive summary\n\n${wide}\n\n${wide}\n\n### Fill it still\n\n${narrow}`,
  );
});

function paragraph(words: string): string {
  return `A ${Array(12).fill(words).join(' and ')}.`;
}

function wrapped(text: string): string {
  return text.replace(/(.{1,60})(?: |$)/g, '$1\n').trim();
}
