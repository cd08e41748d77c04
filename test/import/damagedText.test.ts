import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSoftHyphens, withSoftEnds } from '../../server/src/import/softHyphens.ts';
import { checkText as check } from './importCheck.ts';

test('soft hyphens are no part of a word, at a line’s end and twice in one', () =>
  check(
    'Inspection findings\n1. Managers super\u00ad\nvise staff. (Recommen\u00addation)\n\n2. Chil\u00ad\n\ndren are under\u00ad\nstand\u00ad\ning.',
    '## Inspection findings\n\n1. Managers supervise staff. (Recommendation)\n\n2. Children are understanding.',
  ));

test('hyphens that stand at the ends of a PDF’s lines only are soft', () => {
  const lines = (texts: readonly string[]) =>
    withoutSoftHyphens(withSoftEnds(texts.map((text, i) => ({ page: 1, line: i + 1, text })))).map(({ text }) => text);
  assert.deepEqual(lines(['Managers super\u2010', 'vise a multi-', 'agency team.']), [
    'Managers supervise',
    'a multi-',
    'agency team.',
  ]);
  const own = ['Managers of multi\u2010agency teams super\u2010', 'vise staff.'];
  assert.deepEqual(lines(own), own);
});

test('raised marks stand where they stood when soft hyphens are gone', () => {
  const look = { superscripts: [{ from: 13, to: 14 }] };
  const lines = [
    { page: 1, line: 1, text: 'They under\u00ad' },
    { page: 1, line: 2, text: 'stand the law1 well.', look },
  ];
  assert.deepEqual(
    withoutSoftHyphens(lines).map(({ text, look }) =>
      (look?.superscripts ?? []).map(({ from, to }) => text.slice(from, to)),
    ),
    [[], ['1']],
  );
});

test('signs that an extractor has written for print’s hyphens stay', () =>
  check(
    'Inspection findings\n1. Homes for 16\u00ad and 17\u00adyear\u00adolds are in 2016\u00ad17 multi\u00ad\nagency ones.',
    '## Inspection findings\n\n1. Homes for 16\u00ad and 17\u00adyear\u00adolds are in 2016\u00ad17 multi\u00adagency ones.',
  ));

test('what a site writes before each page', () => {
  const pages = ['Inspection findings\n\n1. One.', '2. Two.\n\n3. Three', 'goes on.\n\n4. Four.', '5. Five.'];
  const expected = '## Inspection findings\n\n1. One.\n\n2. Two.\n\n3. Three goes on.\n\n4. Four.\n\n5. Five.';
  for (const label of ['Page #:', 'Page # :', '[Page #]', '--- Page # ---', 'Slide # -'])
    for (const gap of [' ', '\n', '\n\n'])
      check(pages.map((page, i) => `${label.replace('#', String(i + 1))}${gap}${page}`).join('\n'), expected);
});

test('numbers of pages within sentences', () => {
  const text = (number: number) =>
    `${number}. ${'Social workers know the children well, and they visit them often. '.repeat(9)}They\n`;
  const pages = [1, 2, 3, 4, 5, 6, 7, 8].map(text);
  const ends = ['help.', 'write.', 'listen.', 'ask.', 'plan.', 'call.', 'decide.', 'agree.'];
  check(
    `Inspection findings\n${pages.map((page, i) => `${page.trim()} ${i + 1} ${ends[i]}`).join('\n')}`,
    `## Inspection findings\n\n${pages.map((page, i) => `${page.trim()} ${ends[i]}`).join('\n\n')}`,
  );
});

test('numbers in sentences stay where pages have theirs', () => {
  const text = (number: number) =>
    `${number}. ${'Social workers know the children well, and they visit them often. '.repeat(9)}They help ${number} children.`;
  const pages = [1, 2, 3, 4, 5, 6, 7, 8].map(text);
  const expected = `## Inspection findings\n\n${pages.join('\n\n')}`;
  check(`Inspection findings\n${pages.map((page, i) => `${page}\n${i + 1}`).join('\n')}`, expected);
});

test('some numbers without their full stops', () =>
  check(
    'Inspection findings\n1. Homes are good.\n2 A school is near.\n3. Plans are made.\n\n4 Visits are made.\n5. Work goes on.',
    `## Inspection findings

1. Homes are good.

<!-- inspectmark-guess: the number 2 has lost its full stop (page 1, line 3) -->
2. A school is near.

3. Plans are made.

<!-- inspectmark-guess: the number 4 has lost its full stop (page 1, line 6) -->
4. Visits are made.

5. Work goes on.`,
  ));

test('paragraphs joined behind a figure or a quotation', () =>
  check(
    'Inspection findings\n1. It was 4% in 2012–13. 2. They say ‘It is good’. 3. So it is.',
    '## Inspection findings\n\n1. It was 4% in 2012–13.\n\n2. They say ‘It is good’.\n\n3. So it is.',
  ));

test('a grade of two lines about the next area', () =>
  check(
    `Judgement

Grade

The experiences and progress of children who need help and protection

Good

The experiences and progress of care leavers Requires improvement to be

Overall effectiveness

good

Good

Children are safe.`,
    `| Judgement | Grade |
| --- | --- |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of care leavers | Requires improvement to be good |
| Overall effectiveness | Good |

Children are safe.`,
    'ofsted-ilacs',
  ));

test('one mark left of those of what needs to improve', () =>
  check(
    `What needs to improve?
-

The attendance of partners at meetings.
Oversight, so that plans progress
without delay.
The quality of assessments.

The experiences and progress of children who need help and protection: good
1. Children are safe.`,
    `## What needs to improve?

- The attendance of partners at meetings.
- Oversight, so that plans progress without delay.
- The quality of assessments.

## The experiences and progress of children who need help and protection: good

1. Children are safe.`,
    'ofsted-ilacs',
  ));

test('a grade about an area that its title names among other words', () =>
  check(
    `The experiences and progress of children looked after and achieving permanence
Good

Inspection findings
1. Homes are good.

Graded judgement about care leavers: good

2. Flats are good.`,
    `## The experiences and progress of children looked after and achieving permanence

Judgement: Good

### Inspection findings

1. Homes are good.

### Graded judgement about care leavers: good {area=2.2}

2. Flats are good.`,
  ));

test('a page’s number in a site’s words and in print', () =>
  check(
    [1, 2, 3, 4]
      .map(n => `Page ${n} of 4\n${n}\n${n === 1 ? 'Inspection findings\n' : ''}${n}. Text ${'abcd'[n - 1]}.`)
      .join('\n\f'),
    '## Inspection findings\n\n1. Text a.\n\n2. Text b.\n\n3. Text c.\n\n4. Text d.',
  ));
