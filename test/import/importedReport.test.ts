import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import type { Look, Source } from '../../server/src/import/source.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import { checkSample } from './broughtSample.ts';
import { markupOf } from './importCheck.ts';

/** Brings a source in, sees to it that no word is lost, and gives the markup below the front matter. */
function body(source: Source, framework?: string): string {
  const markup = markupOf(source, framework);
  return markup.slice(markup.indexOf('\n---\n') + 6).trimEnd();
}

/** Expects a text's markup. */
function check(text: string, expected: string, framework = 'ofsted-sif'): void {
  assert.equal(body(textSource(text), framework), expected);
}

/** Expects the markup of lines whose look is known. */
function checkLooks(
  lines: readonly (readonly [string, Look])[],
  expected: string,
  format: Source['format'] = 'pdf',
  pages: readonly number[] = [],
  framework?: string,
): void {
  const all = lines.map(([text, look], i) => ({ page: pages[i] ?? 1, line: i + 1, text, look }));
  assert.equal(body({ format, lines: all, remarks: [] }, framework), expected);
}

const findings = `Executive summary
Text of the summary, which is not long.

Inspection findings
`;
const before = `## Executive summary

Text of the summary, which is not long.

## Inspection findings

`;

/** Headings by which a report's framework is known, and their markup. */
const sif: readonly (readonly [string, Look])[] = [
  'Executive summary',
  'Information about this local authority area',
  'Summary for children and young people',
  'The experiences and progress of children looked after and achieving permanence',
].map(title => [title, { heading: 1 }]);
const sifMarkup = sif.map(([title]) => `## ${title}\n\n`).join('');

test('a line within a paragraph that begins with a number', () => {
  check(
    `${findings}1. The offer to young people is better than it was in the past years for those aged
16. Only 7.5% of young people achieved what they could have done in the year before.
2. Others did.`,
    `${before}1. The offer to young people is better than it was in the past years for those aged 16. Only 7.5% of young people achieved what they could have done in the year before.

2. Others did.`,
  );
  check(
    `${findings}1. Text.\n2. 16- and 17-year-olds live here.\n3. 35 children do.`,
    `${before}1. Text.

2. 16- and 17-year-olds live here.

3. 35 children do.`,
  );
});

test('a gap in the numbers is a guess', () => {
  check(
    `${findings}1. Text.\n\n2. Text.\n\n4. Text.`,
    `${before}1. Text.

2. Text.

<!-- inspectmark-guess: 4 follows 2 (page 1, line 9) -->
4. Text.`,
  );
});

test('numbers torn from their paragraphs', () => {
  check(
    `${findings}1.

2.

The first paragraph, which takes more than a line of print, so that it is clear that
it goes on.

The second.

3.  The third.`,
    `${before}1. The first paragraph, which takes more than a line of print, so that it is clear that it goes on.

2. The second.

3. The third.`,
  );
});

test('a tag and a page’s end within a paragraph', () => {
  check(
    `${findings}1. The offer to young people is better than it was in the past, and many of the well-
known gaps are closed.
(Recommendation)
2. The page ends in the midst of a sentence, and the sentence goes on with the next\f
2
page.`,
    `${before}1. The offer to young people is better than it was in the past, and many of the well-known gaps are closed. (Recommendation)

2. The page ends in the midst of a sentence, and the sentence goes on with the next page.`,
  );
});

test('bullets on two levels, by their marks or by what they say', () => {
  const list = `## Summary for children and young people

- One of several things:
    - in schools
    - at home.
- Another.`;
  const title = 'Summary for children and young people\n';
  check(`${title}\uf06e One of several things:\n− in schools\n− at home.\n\uf06e Another.`, list);
  check(`${title}• One of several things:\n• in schools\n• at home.\n• Another.`, list);
  check(`${title}◼ One of several things:\n– in schools\n– at home.\n◼ Another.`, list);
});

test('footnotes', () => {
  check(
    `Executive summary
The authority1 was seen. It was in the year 2014.2

1 It is called a council.
2 And in 2015.
\f
2
Recommendations
1. Go on.`,
    `## Executive summary

The authority[^1] was seen. It was in the year 2014.[^2]

[^1]: It is called a council.

[^2]: And in 2015.

## Recommendations

1. Go on.`,
  );
});

test('words that would be markup are escaped', () => {
  check(
    `# Not a heading.\n\n- No item.\n\n> Said.\n\n| Piped.\n\n9. No paragraph.\n\nJudgement: Good\n\nS1 Text *here* and [there](x) [^1].`,
    `\\# Not a heading.

\\- No item.

\\> Said.

\\| Piped.

9\\. No paragraph.

Judgement\\: Good

\\S1 Text \\*here\\* and [there]\\(x) \\[^1].`,
    'generic',
  );
});

test('sizes, weights, cells and superscripts say what words do not', () => {
  checkLooks(
    [
      ['A heading over', { size: 1.4, bold: true }],
      ['two lines', { size: 1.4, bold: true, above: 1 }],
      ['Text with a mark1 in it', { superscripts: [{ from: 16, to: 17 }] }],
      ['Name', { cell: { table: 1, row: 1, column: 1 } }],
      ['Count', { cell: { table: 1, row: 1, column: 2 } }],
      ['Some | more', { cell: { table: 1, row: 2, column: 1 } }],
      ['2', { cell: { table: 1, row: 2, column: 2 } }],
      ['1 The note.', { note: '1' }],
    ],
    `## A heading over two lines

Text with a mark[^1] in it

| Name | Count |
| --- | --- |
| Some \\| more | 2 |

[^1]: The note.`,
  );
});

test('a Word document says its headings and items', () => {
  checkLooks(
    [
      ['Title', { heading: 1 }],
      ['A paragraph', {}],
      ['another in small letters', {}],
      ['first', { item: { depth: 1, number: '1.' } }],
      ['second', { item: { depth: 1, number: '2.' } }],
      ['inner', { item: { depth: 2 } }],
    ],
    `# Title

A paragraph

another in small letters

1. first

2. second

    - inner`,
    'docx',
  );
});

test('a later list of Word’s with the same numbers begins the series anew', () => {
  const list = (...items: string[]) =>
    items.map((text, i): [string, Look] => [text, { item: { depth: 1, number: `${i + 1}.` } }]);
  checkLooks(
    [
      ['Report', { heading: 1 }],
      ['Executive summary', { heading: 2 }],
      ...list('The plans', 'The visits', 'The files'),
      ['Inspection findings', { heading: 2 }],
      ...list('Plans are good.', 'Help is late.', 'Visits are few.', 'Staff are trained.'),
    ],
    `## Report

## Executive summary

1. The plans

2. The visits

3. The files

## Inspection findings

1. Plans are good.

2. Help is late.

3. Visits are few.

4. Staff are trained.`,
    'docx',
    [],
    'ofsted-sif',
  );
});

test('footnotes in brackets and in raised figures, with numbers that begin anew', () => {
  check(
    `Executive summary
The authority[1] was seen. It was in the year 2014.² Clause [3] holds.

[1] It is called a council.
² And in 2015.
\f
Recommendations
1. Go on.[1]

[1] As before.`,
    `## Executive summary

The authority[^1] was seen. It was in the year 2014.[^2] Clause [3] holds.

[^1]: It is called a council.

[^2]: And in 2015.

## Recommendations

1. Go on.[^1-2]

[^1-2]: As before.`,
  );
  checkLooks(
    [
      ['One.1', { superscripts: [{ from: 4, to: 5 }] }],
      ['1 First.', { note: '1' }],
      ['Two.1', { superscripts: [{ from: 4, to: 5 }] }],
      ['1 Second.', { note: '1' }],
    ],
    'One.[^1]\n\n[^1]: First.\n\nTwo.[^1-2]\n\n[^1-2]: Second.',
    'pdf',
    [1, 1, 2, 2],
  );
});

test('a line that says that it is a grade, under a heading', () => {
  const area = 'Leadership, management and governance';
  check(`${area}\nJudgement: Good\nText.`, `## ${area}\n\nJudgement: Good\n\nText.`);
  check(`${area}\nRating: good\nText.`, `## ${area}\n\nRating: good\n\nText.`);
  check(`${area}\nJudgement: Fine\nText.`, `## ${area}\n\nJudgement\\: Fine\n\nText.`);
  checkLooks(
    [
      ['Pilots', { heading: 1 }],
      ['Judgement: Fair', {}],
      ['Judgement: Good', {}],
    ],
    '# Pilots\n\nJudgement: Fair\n\nJudgement\\: Good',
    'docx',
  );
  const cells = (column: number): Look => ({ cell: { table: 1, row: 1, column } });
  checkLooks(
    [...sif, [area, { heading: 1 }], ['Judgement', cells(1)], ['Good', cells(2)], ['Text.', {}]],
    `${sifMarkup}## ${area}\n\nJudgement: Good\n\nText.`,
    'docx',
  );
});

test('a table of areas without their numbers', () => {
  const areas = ['Children who need help and protection', 'Leadership, management and governance'];
  const rows = [['Judgement', 'Grade'], ...areas.map(area => [area, 'Good'])];
  checkLooks(
    [
      ['Children’s services in Anytown are good', { heading: 1 }],
      ...rows.flatMap((row, i) =>
        row.map((text, j) => [text, { cell: { table: 1, row: i + 1, column: j + 1 } }] as const),
      ),
      ...sif,
    ],
    `# Children’s services in Anytown are good

| Judgement | Grade |
| --- | --- |
| ${areas[0]} | Good |
| ${areas[1]} | Good |

${sifMarkup.trim()}`,
    'docx',
  );
});

test('numbers in other forms', () => {
  const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', '‘Six’ is it.'];
  const expected = `## Inspection findings\n\n${texts.map((text, i) => `${i + 1}. ${text}`).join('\n\n')}`;
  for (const form of [(n: number) => `${n})`, (n: number) => `(${n})`, (n: number) => `${n}`])
    check(['Inspection findings', ...texts.map((text, i) => `${form(i + 1)} ${text}`)].join('\n\n'), expected);
  check(
    'Inspection findings\n1. One.\n2. Two.\n\n3 Three.',
    `## Inspection findings

1. One.

2. Two.

<!-- inspectmark-guess: the number 3 has lost its full stop (page 1, line 5) -->
3. Three.`,
  );
  checkLooks(
    [
      ['Text', {}],
      ['first', { item: { depth: 1, number: '1)' } }],
      ['second', { item: { depth: 1, number: '2)' } }],
    ],
    '## Text\n\n1. first\n\n2. second',
    'docx',
  );
});

test('paragraphs that an extractor has joined on a line', () => {
  check(
    `Inspection findings 1. One is safe. 2. Two is late. (Recommendation) 3. Three is in section 4. The rest is not.
4. Four.`,
    `## Inspection findings

1. One is safe.

2. Two is late. (Recommendation)

3. Three is in section 4. The rest is not.

4. Four.`,
  );
});

test('judgement entries that Word has numbered, and some that are one of its paragraphs', () => {
  const item = (number: string): Look => ({ item: { depth: 1, number } });
  const entries = `1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good`;
  checkLooks(
    [
      ['Children who need help and protection: Good', item('1.')],
      [
        'Children looked after and achieving permanence: Good 2.1 Adoption performance: Good 2.2 Experiences and progress of care leavers: Good',
        item('2.'),
      ],
      ['Leadership, management and governance: Good', item('3.')],
      ['Executive summary', { heading: 2 }],
    ],
    `${entries}\n\n## Executive summary`,
    'docx',
    [],
    'ofsted-sif',
  );
});

test('a title that looks like text but stands alone', () =>
  checkLooks(
    [
      ['Executive summary', { bold: true }],
      ['Text that is long enough for a paragraph.', { above: 1.5, full: false }],
      ['Recommendations', { above: 1.5, full: false }],
      ['1. Do this.', { above: 0.9, full: false }],
      ['Recommendations', { above: 1, full: false }],
      ['2. Do that.', { above: 1.5, full: false }],
    ],
    '## Executive summary\n\nText that is long enough for a paragraph.\n\n## Recommendations\n\n1. Do this. Recommendations\n\n2. Do that.',
    'pdf',
    [],
    'ofsted-sif',
  ));

test('the levels of headings as a Word document has them', () => {
  const headings = (...levels: number[]) => levels.map(heading => [`Part of ${heading}`, { heading }] as const);
  const written = (...levels: [number, number][]) =>
    levels.map(([level, printed]) => `${'#'.repeat(level)} Part of ${printed}`).join('\n\n');
  checkLooks(headings(1, 2, 3, 2, 1), written([1, 1], [2, 2], [3, 3], [2, 2], [1, 1]), 'docx');
  checkLooks(headings(2, 3, 3, 2), written([1, 2], [2, 3], [2, 3], [1, 2]), 'docx');
  checkLooks(headings(1, 4, 4, 1, 2), written([1, 1], [2, 4], [2, 4], [1, 1], [2, 2]), 'docx');
  checkLooks(
    [...sif, ['Inspection findings', { heading: 4 }], ['Early help', { heading: 6 }]],
    `${sifMarkup}### Inspection findings\n\n#### Early help`,
    'docx',
  );
});

const reference = '../shared/reference/rotherham-2018.txt';

test('the reference text has the blocks of the sample', {
  skip: !existsSync(reference) && 'the reference text is not beside the checkout',
}, () => {
  const source = textSource(readFileSync(reference, 'utf8'));
  const { markup, guesses } = importedReport(source, { frameworks: builtInFrameworks });
  assert.deepEqual(guesses, []);
  checkSample(markup);
});

test('what schools are graded for too shows no framework of children’s services', () => {
  const framework = (...titles: string[]): string | undefined => {
    const lines = [
      ...titles,
      'Recommendations',
      'Executive summary',
      'Inspection findings',
      'Information about this inspection',
    ];
    const text = lines.map(title => `${title}\n\nSome words that are said here of it, and some more.\n`).join('\n');
    return /^framework: (\S+)$/m.exec(importedReport(textSource(text), { frameworks: builtInFrameworks }).markup)?.[1];
  };
  assert.equal(framework('Leadership and management'), 'generic');
  assert.equal(framework('The experiences and progress of children who need help and protection'), 'ofsted-sif');
});

test('a Markdown file’s emphasis is none of its words, however it is marked', () => {
  const text = 'Title 31, *as amended*, _codified, in part_, is in file_name_1 and (_at_ § 9).';
  const { markup } = importedReport(textSource(text, true), { frameworks: builtInFrameworks });
  assert.match(markup, /Title 31, as amended, codified, in part, is in file_name_1 and \(at § 9\)\./);
});
