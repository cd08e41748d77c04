import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import { checkText as check } from './importCheck.ts';

/** A page of one long paragraph, which no line divides. */
const page = (number: number) =>
  `${number}. ${'Social workers know the children well, and they visit them as often as plans say. '.repeat(9).trim()}`;
const paragraphs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => page(from + i)).join('\n\n');

test('a page’s number joined to its first words', () => {
  const pages = [`Inspection findings\n${page(1)}`, ...[2, 3, 4, 5, 6].map(number => `${number} ${page(number)}`)];
  const expected = `## Inspection findings\n\n${paragraphs(1, 6)}`;
  check(pages.join('\f'), expected);
  check(pages.join('\n\n'), expected);
  check(
    pages.map((text, i) => (i === 0 ? text : `Inspection of Anytown\n27 June to 1 July 2022 ${text}`)).join('\f'),
    expected,
  );
});

test('a number with which a line begins is its sentence’s where pages have theirs on lines of their own', () => {
  const lines = [1, 2, 3, 4, 5, 6].map(number => `${page(number)}\n\n${number}\n`);
  lines[2] = `${page(3)} There are\n3 children here.\n\n3\n`;
  check(
    `Inspection findings\n${lines.join('\n')}`,
    `## Inspection findings\n\n${paragraphs(1, 6).replace(`${page(3)}\n`, `${page(3)} There are 3 children here.\n`)}`,
  );
});

test('page numbers in other forms, and what extractors write between pages', () => {
  const expected = `## Inspection findings\n\n${paragraphs(1, 4)}`;
  const forms = [
    (n: number) => `- ${n} -`,
    (n: number) => `-- ${n} of 4 --`,
    (n: number) => `Page ${n} of 4`,
    (n: number) => `${n} | P a g e`,
    (n: number) => `Page | ${n}`,
    (n: number) => `${n}\n-- ${n} of 4 --`,
    (n: number) => `-----Page (${n - 1}) Break-----`,
  ];
  for (const form of forms)
    check(`Inspection findings\n${[1, 2, 3, 4].map(n => `${page(n)}\n${form(n)}\n`).join('\n')}`, expected);
});

test('contents end where their numbers do not go on', () => {
  check(
    `Contents
Executive summary 2
The local authority 5
Information about this local authority area 5
Recommendations 8
The local authority
Information about this local authority area
1
Previous Ofsted inspections
• The last inspection was in 2014.
Executive summary
Recommendations`,
    `## The local authority

## Information about this local authority area

1

### Previous Ofsted inspections

- The last inspection was in 2014.

## Executive summary

## Recommendations`,
  );
});

test('grades before their areas, and heads of columns apart', () => {
  const table = `| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Outstanding |
| The experiences and progress of children in care and care leavers | Inadequate |
| Overall effectiveness | Good |

Children are safe.`;
  const impact = 'The impact of leaders on social work\npractice with children and families';
  const help = 'The experiences and progress of\nchildren who need help and protection';
  const care = 'The experiences and progress of\nchildren in care and care leavers';
  check(
    `Judgement\nGrade\nGood\n${impact}\nOutstanding\n${help}\nInadequate\n${care}\nOverall effectiveness\nGood\n\nChildren are safe.`,
    table,
    'ofsted-ilacs',
  );
  check(
    `Judgement\n\n${impact}\n\nGrade\n\nGood\n\n${help}\n\nOutstanding\n\n${care}\n\nOverall effectiveness\n\nInadequate\n\nGood\n\nChildren are safe.`,
    table,
    'ofsted-ilacs',
  );
});

test('entries whose numbers stand apart from their areas, or are joined to them', () => {
  const entries = `# Children’s services in Anytown are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Requires improvement
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good`;
  const title = 'Children’s services in Anytown are good\n\n';
  check(
    `${title}1.\nChildren who need help and protection Good\n2.\nChildren looked after and achieving\npermanence Requires improvement\n2.1\nAdoption performance Good\n2.2\nExperiences and progress of care leavers Good\n3.\nLeadership, management and governance Good\n`,
    entries,
  );
  check(
    `${title}1.Children who need help and protection Good\n2.Children looked after and achieving\npermanence Requires improvement\n2.1 Adoption performance Good\n2.2 Experiences and progress of care leavers Good\n3.Leadership, management and governance Good\n`,
    entries,
  );
  check(
    `${title}Good\n1. Children who need help and protection\n2. Children looked after and achieving\nRequires improvement\npermanence\n2.1 Adoption performance\nGood\n2.2 Experiences and progress of care leavers\nGood\nGood\n3. Leadership, management and governance\n`,
    entries,
  );
});

test('a grade above its section’s title, or under the title below it', () => {
  const title = 'The experiences and progress of\nchildren who need help and\nprotection';
  const expected = `## The local authority

Text.

## The experiences and progress of children who need help and protection

Judgement: Requires improvement to be good

### Summary

Children are safe.`;
  check(
    `The local authority\nText.\n\nRequires improvement\nto be good\n${title}\nSummary\nChildren are safe.`,
    expected,
  );
  check(
    `The local authority\nText.\n\n${title}\n\nSummary\n\nRequires improvement\nto be good\n\nChildren are safe.`,
    expected,
  );
});

test('numbers on lines of their own above their paragraphs, in lists of any section', () => {
  check(
    `Executive summary\nIt is good because:\n1.\nA first.\n2.\nThe second.\nInspection findings\n3.\nThe third.\n4.\n16- and 17-year-olds.\n5.\nThe fifth.\n6.\nThe last.`,
    `## Executive summary

It is good because:

1. A first.

2. The second.

## Inspection findings

3. The third.

4. 16- and 17-year-olds.

5. The fifth.

6. The last.`,
  );
});

test('numbers in a heap below their paragraphs, and more above those of the next page', () => {
  check(
    `Inspection findings

The first paragraph is here, and it ends with a line that is as long as any of them.
In its midst another sentence begins a line of its own, as sentences may well do so.

The second paragraph is a short one.

1.

2.

5
\f3.

4.

The third paragraph is a short one.

The fourth paragraph is a short one.`,
    `## Inspection findings

1. The first paragraph is here, and it ends with a line that is as long as any of them. In its midst another sentence begins a line of its own, as sentences may well do so.

2. The second paragraph is a short one.

3. The third paragraph is a short one.

4. The fourth paragraph is a short one.`,
  );
});

test('numbers joined to their paragraphs', () => {
  check(
    'Inspection findings\n1.The first.\n2.A second.\n3.CAMHS is good.\n4.‘Right’ is the name.',
    `## Inspection findings

1. The first.

2. A second.

3. CAMHS is good.

4. ‘Right’ is the name.`,
  );
});

test('a numbered paragraph that goes on with a sentence on the next page', () => {
  check(
    `Inspection findings\n1. The authority acknowledges the challenges of meeting nationally set adoption\ntimescales and understands why its work is not yet meeting these.\f\n2\nIn particular, delays relate to families.\n2. Numbers have increased.`,
    `## Inspection findings

1. The authority acknowledges the challenges of meeting nationally set adoption timescales and understands why its work is not yet meeting these. In particular, delays relate to families.

2. Numbers have increased.`,
  );
});

test('signs that are bullets because the lines under a heading share them', () => {
  for (const mark of ['-', '*', 'o', 'n', '§', '\ufffd', '\uf0fe'])
    check(
      `What needs to improve?\n${mark} The timeliness of visits.\n${mark} The quality of plans.`,
      '## What needs to improve?\n\n- The timeliness of visits.\n- The quality of plans.',
      'ofsted-ilacs',
    );
});

test('soft hyphens and ligatures do not hide a title', () => {
  check(
    'Leadership, manage\u00adment and governance\nGood\nInspection ﬁndings\n1. Managers super\u00ad\nvise well.',
    `## Leadership, management and governance

Judgement: Good

### Inspection ﬁndings

1. Managers supervise well.`,
  );
});

test('a cover in one line', () => {
  const { markup } = importedReport(
    textSource(
      'Bolton Inspection of children’s social care services Inspection dates: 23 April 2018 to 4 May 2018 Lead inspector: John Roughton\n\nText.',
    ),
    { frameworks: builtInFrameworks, framework: 'ofsted-ilacs' },
  );
  assert.match(
    markup,
    /^title: Bolton Inspection of children’s social care services\ninspected: 2018-04-23\/2018-05-04$/m,
  );
});

test('items of what needs to improve whose marks are lost', () => {
  check(
    `What needs to improve?
The timeliness of visits.
The quality of plans, and the way in which they are looked at by those who write them and by
managers.
The oversight of:
permanence

The experiences and progress of children in care
1. They do well.`,
    `## What needs to improve?

- The timeliness of visits.
- The quality of plans, and the way in which they are looked at by those who write them and by managers.
- The oversight of:
    - permanence

## The experiences and progress of children in care

1. They do well.`,
    'ofsted-ilacs',
  );
});

test('a section begins where bullets’ marks still wait for their words', () => {
  check(
    `Information about this local authority area
• Children live here.
•
•
Recommendations
1. Improve the visits.
2. Write the plans.`,
    `## Information about this local authority area

- Children live here.

## Recommendations

1. Improve the visits.

2. Write the plans.`,
  );
});

test('characters without width are no part of words', () => {
  check(
    'Inspection findings\n1.\u200b One.\n2.\u200b Chil\u2060dren.',
    '## Inspection findings\n\n1. One.\n\n2. Children.',
  );
});

test('contents that the text does not have', () => {
  check(
    'Contents\nPiers 1\nQuays 2\nTugs 3\n\nSummary\nText.',
    '## Contents\n\nPiers 1 Quays 2 Tugs 3\n\n## Summary\n\nText.',
    'generic',
  );
});

test('a word that stands above one running head only, and elsewhere', () => {
  const head = (number: number) => (number % 2 === 0 ? 'Inspection of Anytown' : 'Children’s services report');
  const graded: Record<number, string> = { 2: 'Good', 3: `Good\n${page(9)}`, 5: `Good\n${page(9)}` };
  const pages = [1, 2, 3, 4, 5, 6].map(n => `${head(n)}\n${n}\n${page(n)}${graded[n] ? `\n${graded[n]}` : ''}`);
  const source = textSource(pages.join('\n'));
  const { ledger } = importedReport(source, { frameworks: builtInFrameworks });
  const dropped = ledger.entries.filter(({ reason }) => reason === 'running head').map(({ text }) => text);
  assert.deepEqual([...new Set(dropped)].sort(), [head(1), head(2)]);
});

test('a letter: its address, its subject, and its days', () => {
  const { markup } = importedReport(
    textSource(
      `30 November 2023
Paul Marshall, Strategic Director of Children and Education Directorate Services,
Anytown City Council
Kate Green, Deputy Mayor

Dear Anytown Safeguarding Partnership
Joint targeted area inspection of Anytown
This letter summarises the findings of the joint targeted area inspection of Anytown.
This inspection took place from 9 to 13 October 2023. It was short.
`,
    ),
    { frameworks: builtInFrameworks },
  );
  assert.equal(
    markup,
    `---
framework: generic
provider: Anytown
inspected: 2023-10-09/2023-10-13
published: 2023-11-30
status: final
---

30 November 2023

Paul Marshall, Strategic Director of Children and Education Directorate Services, Anytown City Council

Kate Green, Deputy Mayor

Dear Anytown Safeguarding Partnership

# Joint targeted area inspection of Anytown

This letter summarises the findings of the joint targeted area inspection of Anytown. This inspection took place from 9 to 13 October 2023. It was short.
`,
  );
});

test('running heads that begin with the page’s number, and heads that stand twice', () => {
  const expected = `## Inspection findings\n\n${paragraphs(1, 4)}`;
  const pages = [1, 2, 3, 4].map(number => `${number === 1 ? 'Inspection findings\n' : ''}${page(number)}`);
  const title = 'Inspection of Anytown';
  check(pages.map((text, i) => `${text}\n${i + 1} | ${title}`).join('\f'), expected);
  check(pages.map((text, i) => `${text}\nPage ${i + 1} – ${title}`).join('\f'), expected);
  check(pages.map((text, i) => `${title}\n${title}\n${i + 1}\n${text}`).join('\f'), expected);
});

test('a bullet’s mark at the top of many pages is no running head', () => {
  const list = (number: number) => `•\nOne thing of page ${number}.\n•\nAnother of page ${number}.`;
  check(
    `Summary for children and young people\n${[1, 2, 3, 4].map(list).join('\f')}`,
    `## Summary for children and young people\n\n${[1, 2, 3, 4].map(n => `- One thing of page ${n}.\n- Another of page ${n}.`).join('\n')}`,
  );
});

test('grades in small letters, beside their areas and under a section’s title', () => {
  check(
    `Children’s services in Anytown are good

1. Children who need help and protection good
2. Children looked after and achieving requires improvement
permanence
2.1 Adoption performance good
2.2 Experiences and progress of care leavers good
3. Leadership, management and governance good

Leadership, management and governance
good

Summary
Text.`,
    `# Children’s services in Anytown are good

1. Children who need help and protection: good
2. Children looked after and achieving permanence: requires improvement
2.1 Adoption performance: good
2.2 Experiences and progress of care leavers: good
3. Leadership, management and governance: good

## Leadership, management and governance

Judgement: good

### Summary

Text.`,
  );
});

test('a grade that the columns of a table have left below the paragraph under it', () => {
  check(
    `Judgement

Grade

The experiences and progress of children who need help and protection

Good

The experiences and progress of children in care

Good

Overall effectiveness
Children are safe, and they live in homes in which they do well.

Outstanding

They are heard.`,
    `| Judgement | Grade |
| --- | --- |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Good |
| Overall effectiveness | Outstanding |

Children are safe, and they live in homes in which they do well.

They are heard.`,
    'ofsted-ilacs',
  );
});

test('contents do not run into a text whose lines end in numbers', () => {
  check(
    `Contents
Executive summary 2
Recommendations 3
Inspection findings 4
Executive summary
Services are good because:
1. Plans are reviewed. Of the 46
children, 38 were seen.
2. Visits are made.
Recommendations
3. Make plans.
Inspection findings
4. Plans are made.`,
    `## Executive summary

Services are good because:

1. Plans are reviewed. Of the 46 children, 38 were seen.

2. Visits are made.

## Recommendations

3. Make plans.

## Inspection findings

4. Plans are made.`,
  );
});

test('a soft hyphen in the contents alone', () => {
  check(
    `Contents\nRecommen\u00addations 2\nInspec\u00adtion findings 3\nThe inspection team 4\n\nRecommendations\n1. Plan.\n\nInspection findings\n2. Text.\n\nThe inspection team\nA name.`,
    '## Recommendations\n\n1. Plan.\n\n## Inspection findings\n\n2. Text.\n\n## The inspection team\n\nA name.',
  );
});

test('numbers without full stops: figures after them, one with its stop, entries and a first paragraph that are no notes', () => {
  const names = ['Plans', 'Visits', 'Files', 'Talks', 'Walks', 'Games', 'Meals', 'Songs', 'Books', 'Tales', 'Poems'];
  const findings = names.map((name, i) => `${i + 4} ${name} are good.`);
  check(
    `Children’s services in Anytown are good

The board1 was seen.

1 Children who need help and protection Good
2 Children looked after and achieving permanence Good
2.1 Adoption performance Good
2.2 Experiences and progress of care leavers Good
3 Leadership, management and governance Good

Inspection findings

1 Children are safe.

2 35 children live here.

3. 16- and 17-year-olds do well.

${findings.join('\n\n')}

1 It has a chair.`,
    `# Children’s services in Anytown are good

The board[^1] was seen.

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good

## Inspection findings

1. Children are safe.

2. 35 children live here.

3. 16- and 17-year-olds do well.

${findings.map(text => text.replace(/^\d+/, '$&.')).join('\n\n')}

[^1]: It has a chair.`,
  );
});

test('numbers in a heap under a sentence that ends with a colon, and one right above its paragraph', () => {
  check(
    `Summary of findings

Children’s services in Anytown are good because:

1.

2.

Plans are made in time.

Visits are made by those whom children know.

3. Files are kept well.

Leadership, management and governance

Good

4. Leaders know what they must do.

5.

They do so.

6. They say so.`,
    `## Summary of findings

Children’s services in Anytown are good because:

1. Plans are made in time.

2. Visits are made by those whom children know.

3. Files are kept well.

## Leadership, management and governance

Judgement: Good

4. Leaders know what they must do.

5. They do so.

6. They say so.`,
    'ofsted-sif-2014',
  );
});

test('items whose marks are lost and whose lines are full, and marks on lines of their own that are letters', () => {
  const items = [
    'The timeliness of visits to children by their workers.',
    'The quality of the plans that are made for children.',
  ];
  const expected = `## What needs to improve?\n\n- ${items.join('\n- ')}`;
  check(`What needs to improve?\n${items.join('\n')}`, expected, 'ofsted-ilacs');
  check(`What needs to improve?\n\no\n${items.join('\n\no\n')}`, expected, 'ofsted-ilacs');
});

test('numbered items of what needs to improve, and a series that begins below them', () => {
  check(
    `What needs to improve?
1. The timeliness of visits.
2. The quality of plans.
3. The keeping of files.
The experiences and progress of children in care: good
1. They do well.
2. They are heard.
3. They are safe.
4. They say so.`,
    `## What needs to improve?

1. The timeliness of visits.

2. The quality of plans.

3. The keeping of files.

## The experiences and progress of children in care: good

1. They do well.

2. They are heard.

3. They are safe.

4. They say so.`,
    'ofsted-ilacs',
  );
});

test('numbered items of what needs to improve in other forms', () => {
  for (const form of [(n: number) => `${n})`, (n: number) => `(${n})`, (n: number) => `${n}`])
    check(
      `What needs to improve in this area
${form(1)} The timeliness of visits.
${form(2)} The quality of plans.
The experiences and progress of children in care: good
1. They do well.
2. They are heard.`,
      `## What needs to improve in this area

1. The timeliness of visits.

2. The quality of plans.

## The experiences and progress of children in care: good

1. They do well.

2. They are heard.`,
      'ofsted-ilacs',
    );
});

test('headings with their grade in other words', () => {
  for (const heading of [
    'The experiences and progress of children in care – good',
    'The experiences and progress of children looked after: Good',
    'The experiences and progress of children in care is requires improvement to be good',
    'The experiences and progress of care leavers is: good',
    'Impact of leaders on social work practice with children and families: good',
    'The impact of leaders – requires improvement',
  ]) {
    const expected = `## What needs to improve?\n\n- Visits.\n\n## ${heading}\n\n1. They say so.`;
    check(`What needs to improve?\n• Visits.\n\n${heading}\n\n1. They say so.`, expected, 'ofsted-ilacs');
    const onTwo = heading.replace(/ (?=\S+$)/, '\n');
    check(`What needs to improve?\n• Visits.\n\n${onTwo}\n\n1. They say so.`, expected, 'ofsted-ilacs');
  }
});

test('judgement entries that have run together', () => {
  const title = 'Children’s services in Anytown are good';
  const list = `1. Children who need help and protection: Requires improvement
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Requires improvement to be good
3. Leadership, management and governance: Good`;
  const rest = 'Executive summary\nText.\n\nRecommendations\n\n1. Do this.\n\n2. Do that.';
  const expected = `# ${title}\n\n${list}\n\n## Executive summary\n\nText.\n\n## Recommendations\n\n1. Do this.\n\n2. Do that.`;
  const joined = list.replace(/\n/g, ' ');
  check(`${title}\n\n${list}\n${rest}`, expected);
  check(`${title}\n\n${joined}\n\n${rest}`, expected);
  for (const width of [30, 44, 60, 73, 88]) check(`${title}\n\n${wrapped(joined, width)}\n\n${rest}`, expected);
});

/** Words in lines of at most so many letters. */
function wrapped(words: string, width: number): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    if (lines.at(-1)!.length + word.length < width) lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    else lines.push(word);
  }
  return lines.join('\n');
}

test('a graded title below a bullet’s mark that has found no words', () =>
  check(
    `Previous Ofsted inspections
•
•
The last inspection was in May 2012.

Adoption performance
Judgement: Good
Inspection findings
1. They do well.`,
    `## Previous Ofsted inspections

- The last inspection was in May 2012.

## Adoption performance

Judgement: Good

### Inspection findings

1. They do well.`,
  ));

test('a note’s number right under a numbered paragraph, and its text below', () =>
  check(
    `Inspection findings
1. Homes are stable.

2. Children go to schools1 that are good.
1
These are special schools.
\f3. They learn.`,
    `## Inspection findings

1. Homes are stable.

2. Children go to schools[^1] that are good.

[^1]: These are special schools.

3. They learn.`,
  ));

test('a title that ends with the word inspection', () =>
  check(
    'Anytown\nChildren’s services inspection\nInspection date: 6 November 2017\n\nExecutive summary\n\nText.',
    '## Executive summary\n\nText.',
  ));

test('names with a straight apostrophe in the details', () => {
  const source = textSource(
    "St Ann's Council\nInspection of services for children\nInspection date: 6 November 2017\n\nChildren's services in St Ann's are good\n\nText.",
  );
  const { markup, ledger } = importedReport(source, { frameworks: builtInFrameworks, framework: 'ofsted-sif' });
  assert.deepEqual(accountOf(source, markup, ledger).lost, []);
  assert.match(markup, /^provider: \['St Ann''s Council', 'St Ann''s'\]$/m);
});

test('numbers of paragraphs that Markdown keeps from being lists', () => {
  const source = textSource('## Inspection findings\n\n1\\. One.\n\n2\\. Two.\n', true);
  const { markup, ledger } = importedReport(source, { frameworks: builtInFrameworks, framework: 'ofsted-sif' });
  assert.deepEqual(accountOf(source, markup, ledger), { lost: [], invented: [], words: 6 });
  assert.match(markup, /^1\. One\.\n\n2\. Two\.$/m);
});
