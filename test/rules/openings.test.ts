import { checkByRule } from './checkByRule.ts';

// What stands above the first section of a report whose framework knows its parts: lines of the cover, a table, and what sums the report up.

const first =
  'Ely has strengthened its services since 2019, and leaders know what is strong and what has still to be done.';
const opening = (text: string): string => `---
framework: ofsted-ilacs
provider: Ely Council
---

Lead inspector: Ann Ash, His Majesty’s Inspector

| Judgement | Grade |
| --- | --- |
| Overall effectiveness | Good |

${text}

Children in care live in stable homes, and those who leave care speak warmly of the advisers who help them.

Families get help sooner than they did when inspectors came last, and they told us what it had changed for them.

## What needs to improve?

- The quality of plans.
`;
const check = (rule: string, text: string, expected: readonly string[]): void =>
  checkByRule(rule, opening(text), expected, 'ofsted-ilacs');

for (const rule of ['doubled-passage', 'cut-paragraph']) check(rule, first, []);
check('doubled-passage', `${first}\n\n${first}`, [first]);
check('cut-paragraph', first.replace(' has still to be done.', ' has'), ['has']);
check('cut-paragraph', first.replace('Ely has ', 'has '), ['has']);

// Below a heading a paragraph begins with a capital, unless that leads on to it.
const below = (heading: string, text: string): string =>
  `---\nframework: generic\nprovider: Ely\n---\n\n# Ely\n\n## ${heading}\n\n${text}\n`;
const lost =
  'planned with care from the first year to the last, and teachers know what their pupils have learned before.';
checkByRule('cut-paragraph', below('The curriculum', lost), ['planned'], 'generic');
for (const [heading, text] of [
  ['The curriculum is:', lost],
  ['The curriculum', lost.replace(/^./, 'P')],
  ['The curriculum', 'planned with care.'],
  ['The curriculum', lost.replace(/\.$/, '')],
] as const)
  checkByRule('cut-paragraph', below(heading, text), [], 'generic');

// A comment below the first words is a note on the text; above them it may be about the file.
const final = opening(`${first}\n\n<!-- ask the data team -->`).replace('\n---\n\n', '\nstatus: final\n---\n\n');
checkByRule('note-left', final, ['<!-- ask the data team -->'], 'ofsted-ilacs');
checkByRule(
  'note-left',
  final.replace('\n---\n\n', '\n---\n\n<!-- Brought in on 5 May. -->\n\n'),
  ['<!-- ask the data team -->'],
  'ofsted-ilacs',
);

// A long title with its grade is one with a line as long under it too.
const title = 'The experiences and progress of children who need help and protection: requires improvement to be good';
const lined = `${title}\n${'-'.repeat(title.length)}`;
checkByRule(
  'missing-section',
  `${opening(first)}\n${lined}\n\n1. Help is timely.\n`,
  ['What needs to improve?', lined.replace('\n', ' '), '1'],
  'ofsted-ilacs',
);
