import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

/** Reads a report by a built-in framework: its grades, its series, its recommendations, and what all rules but advice find. */
function check(name: string, id: string, text: string, expected: readonly string[]): void {
  test(name, () => {
    const framework = builtInFramework(id)!;
    const report = reportOf(documentOf(text), framework);
    const findings = checkedFindings(report, rules, {
      setting: rule => framework.rules[rule],
      linked: undefined,
      frameworkIds: builtInIds,
    });
    const grades = report.judgements.map(({ carrier, area, grade }) => `${carrier} ${area}: ${grade?.id}`);
    const numbers = report.paragraphs.filter(({ series }) => series !== undefined).map(({ number }) => number);
    assert.deepEqual(
      [
        ...new Set(grades),
        `series ${numbers.join(' ')}`,
        `recommendations ${report.recommendations.map(({ number }) => number ?? '-').join(' ')}`.trim(),
        ...findings
          .filter(({ severity }) => severity !== 'hint')
          .map(({ rule, severity, from, to }) => `${severity} ${rule}: ${text.slice(from, to)}`),
      ],
      expected,
    );
  });
}

const leaders = 'The impact of leaders on social work practice with children and families';
const help = 'The experiences and progress of children who need help and protection';
const care = 'The experiences and progress of children in care';
const leavers = 'The experiences and progress of care leavers';

/**
 * A report on a council's children's services, with a leading sentence that is no judgement; `grades` of leaders, help,
 * care and all.
 */
function ilacs(grades: readonly [string, string, string, string], headings: readonly string[]): string {
  const [first, second, third, overall] = grades;
  return `---
provider: Ely
title: Inspection of children’s social care services
inspected: 2018-04-23/2018-05-04
---

| Judgement | Grade |
| --- | --- |
| ${leaders} | ${first} |
| ${help} | ${second} |
| ${care} and care leavers | ${third} |
| Overall effectiveness | ${overall} |

The experiences and progress of children have improved since the last inspection. Care is good.

## What needs to improve

- The recording of visits.
- The oversight of plans.

## ${headings[0]}

1. Families are helped in time.

## ${headings[1]}

2. Homes are stable.

- Plans are clear.

## ${headings[2]}

3. Leaders know their services.

## {.notices}

The Office for Standards in Education, Children’s Services and Skills regulates and inspects.
`;
}

const sentences = (...verbs: readonly string[]) => [
  `${help} ${verbs[0]}`,
  `${care} and care leavers ${verbs[1]}`,
  `${leaders} ${verbs[2]}.`,
];
const improvement = 'Requires improvement';

check(
  'ILACS: headings that are sentences',
  'ofsted-ilacs',
  ilacs(
    [improvement, improvement, 'Good', improvement],
    sentences('require improvement', 'is good', 'requires improvement'),
  ),
  [
    'entry leaders: requires-improvement',
    'entry help-and-protection: requires-improvement',
    'entry children-in-care: good',
    'entry overall: requires-improvement',
    'statement help-and-protection: requires-improvement',
    'statement children-in-care: good',
    'statement leaders: requires-improvement',
    'series 1 2 3',
    'recommendations - -',
  ],
);

check(
  'ILACS: grades after a colon',
  'ofsted-ilacs',
  ilacs(
    ['Good', `${improvement} to be good`, 'Outstanding', 'Good'],
    [`${help}: requires improvement to be good`, `${care} and care leavers: Outstanding`, `${leaders}: good`],
  ),
  [
    'entry leaders: good',
    'entry help-and-protection: requires-improvement',
    'entry children-in-care: outstanding',
    'entry overall: good',
    'heading help-and-protection: requires-improvement',
    'heading children-in-care: outstanding',
    'heading leaders: good',
    'series 1 2 3',
    'recommendations - -',
  ],
);

check(
  'ILACS: headings in other words, and numbered items',
  'ofsted-ilacs',
  ilacs(
    ['Good', 'Good', `${improvement} to be good`, 'Good'],
    [
      `${help} – good`,
      'The experiences and progress of children looked after is: requires improvement to be good',
      `${leaders.slice(4, 5).toUpperCase()}${leaders.slice(5)}: Good`,
    ],
  )
    .replace('What needs to improve', 'What needs to improve in this area')
    .replace('- The recording', '1. The recording')
    .replace('- The oversight', '2. The oversight'),
  [
    'entry leaders: good',
    'entry help-and-protection: good',
    'entry children-in-care: requires-improvement',
    'entry overall: good',
    'heading help-and-protection: good',
    'statement children-in-care: requires-improvement',
    'heading leaders: good',
    'series 1 2 3',
    'recommendations 1 2',
  ],
);

/** The limiting judgements alone: `entries` are grades of leaders, help, care and care leavers. */
function checkLimit(entries: readonly [string, string, string, string], overall: string, expected: string): void {
  const framework = builtInFramework('ofsted-ilacs')!;
  const rows = [leaders, help, care, leavers, 'Overall effectiveness'].map(
    (area, i) => `| ${area} | ${[...entries, overall][i]} |\n`,
  );
  const report = reportOf(documentOf(`| Judgement | Grade |\n| --- | --- |\n${rows.join('')}`), framework);
  const findings = checkedFindings(report, rules, {
    setting: id => (id === 'limiting-judgement' ? undefined : { severity: 'off', options: {} }),
    linked: undefined,
    frameworkIds: builtInIds,
  });
  assert.equal(findings.map(({ severity, message }) => `${severity} ${/\*.*?\*/.exec(message)}`).join(), expected);
}

test('ILACS: what limits overall effectiveness', () => {
  checkLimit(['Good', 'Inadequate', 'Good', 'Good'], improvement, 'error *Inadequate*');
  checkLimit(['Good', 'Good', 'Good', 'Inadequate'], 'Good', 'error *Inadequate*');
  checkLimit(['Inadequate', improvement, improvement, 'Good'], improvement, '');
  checkLimit(['Inadequate', 'Good', 'Good', 'Good'], 'Good', 'warning *Requires improvement to be good*');
  checkLimit(['Good', improvement, improvement, 'Good'], 'Good', 'warning *Requires improvement to be good*');
  checkLimit(['Good', improvement, 'Good', 'Good'], 'Good', '');
  checkLimit(['Outstanding', 'Outstanding', improvement, 'Good'], 'Outstanding', 'warning *Good*');
  checkLimit(['Good', 'Outstanding', 'Outstanding', 'Outstanding'], 'Outstanding', 'warning *Good*');
  checkLimit(['Outstanding', 'Outstanding', 'Good', 'Good'], 'Outstanding', '');
});

/** The sections of a report of the single inspection framework that are the same in all its templates. */
const singleInspection = {
  cover: `1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good
`,
  end: `## Information about the inspection and the review

Inspectors read case files.

### The inspection team

Lead inspector: A. Person
`,
};

function area(title: string, grade: string, findings: string): string {
  return `## ${title}\n\nJudgement: ${grade}\n\n### Summary\n\nServices are good.\n\n${findings}\n\n`;
}

const grades = [
  'headline overall: good',
  'entry help-and-protection: good',
  'entry looked-after: good',
  'entry adoption: good',
  'entry care-leavers: good',
  'entry leadership: good',
  'line help-and-protection: good',
  'line looked-after: good',
  'statement adoption: good',
  'statement care-leavers: good',
  'line leadership: good',
];

function areas(from: number): string {
  return (
    area(help, 'Good', `${from}. Families are helped in time.`) +
    area(
      'The experiences and progress of children looked after and achieving permanence',
      'Good',
      `${from + 1}. Homes are stable.

### The graded judgement for adoption performance is that it is good

${from + 2}. Adopters are prepared.

### The graded judgement about the experience and progress of care leavers is that it is good

${from + 3}. Care leavers have homes.`,
    ) +
    area('Leadership, management and governance', 'Good', `${from + 4}. Leaders know their services.`)
  );
}

check(
  'SIF, first template: summary, improvements, strengths and findings are one series',
  'ofsted-sif-2014',
  `---
provider: Ely
title: Inspection of services for children in need of help and protection
inspected: 2014-07-02/2014-07-23
---

# The overall judgement is that children’s services are good

${singleInspection.cover}
## The local authority

## Summary of findings

Children’s services in Ely are good because:

1. Families are helped in time.

## What does the local authority need to improve?

### Priority and immediate action

#### Care leavers

2. Ensure that each care leaver has a plan.

### Areas for improvement

3. Record visits on the day.

## The local authority’s strengths

4. Social workers know the children well.

## Progress since the last inspection

5. Staff are fewer to leave.

## Information about this local authority area

Some 10,000 children live in Ely.

## Inspection judgements about the local authority

${areas(6)}## The Local Safeguarding Children Board (LSCB)

### The Local Safeguarding Children Board is good

#### Summary of findings

11. The board knows its partners.

#### What does the LSCB need to improve?

12. Listen to children.

#### Inspection judgement about the LSCB

13. Partners attend.

## What the inspection judgements mean

### The local authority

An outstanding local authority leads highly effective services.

${singleInspection.end}`,
  [...grades, 'series 1 2 3 4 5 6 7 8 9 10 11 12 13', 'recommendations 2 3 12'],
);

check(
  'SIF, second template: recommendations cite findings, and a board’s that cite none are asked about once',
  'ofsted-sif-2015',
  `---
provider: Ely
title: Inspection of services for children in need of help and protection
inspected: 2015-05-22/2015-06-18
---

# Children’s services in Ely are good

${singleInspection.cover}
## Executive summary

Services are good.

## Information about this local authority area

Some 10,000 children live in Ely.

## Recommendations

1. Ensure that families are helped in time (paragraphs 3 and 4–5).

2. Record visits on the day (paragraph 7).

${areas(3)}## The Local Safeguarding Children Board

### Recommendations

8. Listen to children.

9. Ask partners to attend.

### Inspection findings – the Local Safeguarding Children Board

10. Partners do not always attend.

${singleInspection.end}`,
  [...grades, 'series 1 2 3 4 5 6 7 8 9 10', 'recommendations 1 2 8 9', 'information untagged-recommendation: 8'],
);

test('time is linear in a heading that is nearly a sentence', () => {
  const framework = builtInFramework('ofsted-ilacs')!;
  for (const filling of [' ', 'is ', 'is good ', ': is ']) {
    const start = performance.now();
    framework.statements[0]!.expression.exec(`The experiences${filling.repeat(100_000)}x\u2028`);
    assert.ok(performance.now() - start < 1000, JSON.stringify(filling));
  }
});
