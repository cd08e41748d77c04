import { test } from 'node:test';
import { checkText as check } from './importCheck.ts';

const title = 'Children’s services in Anytown are good';
const entries = `# ${title}

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Requires improvement to be good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Outstanding
3. Leadership, management and governance: Requires improvement to be good`;

test('grades before their areas on the same lines', () => {
  check(
    `${title}\n\nGood 1. Children who need help and protection\nRequires improvement to be good 2. Children looked after and achieving permanence\nGood 2.1 Adoption performance\nOutstanding 2.2 Experiences and progress of care leavers\nRequires improvement to be good 3. Leadership, management and governance\n`,
    entries,
  );
  check(
    'Good The impact of leaders on social work practice with children and families\nInadequate Overall effectiveness\n\nText.',
    `|  |  |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| Overall effectiveness | Inadequate |

Text.`,
    'ofsted-ilacs',
  );
});

test('a grade between an area’s number and the area', () =>
  check(
    `${title}\n\n1.\n\nGood\n\nChildren who need help and protection\n\n2.\n\nRequires improvement to be good\n\nChildren looked after and achieving permanence\n\n2.1 Adoption performance\n\nGood\n\n2.2 Experiences and progress of care leavers\n\nOutstanding\n\n3.\n\nRequires improvement to be good\n\nLeadership, management and governance\n`,
    entries,
  ));

test('areas below the column of their numbers, and above that of their grades', () =>
  check(
    `${title}\n1.\n2.\n2.1\n2.2\n3.\n\nChildren who need help and protection\nChildren looked after and achieving\npermanence\nAdoption performance\nExperiences and progress of care leavers\nLeadership, management and governance\n\nGood\nRequires improvement to be good\nGood\nOutstanding\nRequires improvement to be good\n`,
    entries,
  ));

test('grades of two lines, about the middle of their rows', () => {
  check(
    `${title}\n\n1. Children who need help and protection Good\nRequires improvement to\n2. Children looked after and achieving permanence\nbe good\n2.1 Adoption performance Good\n2.2 Experiences and progress of care leavers Outstanding\nRequires improvement to\n3. Leadership, management and governance\nbe good\n`,
    entries,
  );
  check(
    'Requires\nThe experiences and progress of children improvement\nwho need help and protection\n\nInspection findings\n\n1. One.\n\n2. Two.',
    '## The experiences and progress of children who need help and protection\n\nJudgement: Requires improvement\n\n### Inspection findings\n\n1. One.\n\n2. Two.',
  );
});

test('grades below a line of another column are the entries’ only if there are as many', () => {
  const areas =
    '1. Children who need help and protection\n2. Children looked after and achieving permanence\n2.1 Adoption performance\n2.2 Experiences and progress of care leavers\n3. Leadership, management and governance';
  const wide = 'Good\n\nRequires improvement to be good\n\nGood\n\nOutstanding';
  check(
    `${title}\n\n${areas}\nText.\n${wide}\n\nRequires improvement to be good\n\nMore.`,
    `${entries}\n\nText.\n\nMore.`,
  );
  check(`${title}\n\n${areas}\n\nText.\n\n${wide}\n\nMore.`, `# ${title}\n\n${areas}\n\nText.\n\n${wide}\n\nMore.`);
});
