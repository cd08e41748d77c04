import { checkByRule as check } from './checkByRule.ts';

// What is left when an edit, a paste or a conversion was done by half; and its like that is right.

const found = (rule: string, text: string, expected: readonly string[]): void =>
  check(rule, `## Inspection findings\n\n${text}\n`, expected);

// A sentence of the paragraph above.
const twin = 'Most children live with carers who understand their needs.';
found('doubled-passage', `1. Plans are clear. ${twin}\n\n2. ${twin} Visits are regular.`, [twin]);
found('doubled-passage', `1. ${twin} Plans are clear.\n\n2. Visits are regular. ${twin}`, [twin]);
found('doubled-passage', `1. Plans are clear and 2. ${twin} Staff are good.\n\n2. ${twin} Staff are good.`, [
  `${twin} Staff are good.`,
]);
found(
  'doubled-passage',
  '1. Plans are clear. Staff are well trained.\n\n2. Staff are well trained. Visits are late.',
  [],
);
found('doubled-passage', `1. Plans are clear. ${twin}\n\n2. Visits are late.\n\n3. ${twin} Staff are good.`, []);
found('doubled-passage', `1. Plans:\n    - ${twin} Plans are clear.\n    - ${twin} Visits are late.`, []);

// The sign before a heading's grade.
const graded = (...signs: string[]): string =>
  `## Care${signs[0]}good\n\nText.\n\n## Staff${signs[1]}good\n\nText.\n\n## Leaders${signs[2]}good\n\nText.\n`;
check('heading-form', `---\nframework: generic\n---\n\n${graded(': ', ' – ', ': ')}`, [' – '], 'generic');
check('heading-form', `---\nframework: generic\n---\n\n${graded(' – ', ' – ', ': ')}`, [], 'generic');
check('heading-form', `---\nframework: generic\n---\n\n${graded(' – ', ' – ', ' – ')}`, [], 'generic');

// A sentence of which the last words were deleted.
found('cut-paragraph', '1. Plans are clear and known to the. Visits are\n    made with their families and.', [
  'the',
  'and',
]);
found('cut-paragraph', '1. Visits are made to all children and/or. The word ‘the’ is an article; it is no ‘and’.', []);
found('cut-paragraph', '1. Inspectors saw what they were told of. This is what it is for.', []);

// A number that was still to be given, or that stands for two.
const lacking = (mark: string): string => `1. Plans are clear.\n\n${mark} Visits are regular.\n\n3. Staff are trained.`;
for (const mark of ['XX.', '??.', '#.', '__.', '[x].', '[]', '2–3.', '2 and 3.'])
  found('missing-number', lacking(mark), [mark]);
found('missing-number', lacking('2.'), []);
found('missing-number', '1. Plans are clear.\n\n2. Visits are regular.\n\n[x] Staff are trained.', []);

// Recommendations numbered in another way than the findings that go on with them.
const recommended = (first: string, second: string, third: string, finding: number): string =>
  `## Recommendations\n\n${first} Improve plans.\n\n${second} Improve visits.\n\n${third} Train staff.\n\n## Inspection findings\n\n${finding}. Plans are late.\n\n${finding + 1}. Visits are late.\n`;
check('number-start', recommended('R1.', 'R2.', 'R3.', 4), ['R1.']);
check('number-start', recommended('R1.', 'R2.', 'R3.', 1), []);
check('number-start', recommended('1.', '2.', '3.', 4), []);

// A tag in the list of judgements, and a list that was pasted twice.
const listed = (more: string): string =>
  `# Children’s services in Ely are good\n\n1. Children who need help and protection: Good\n3. Leadership, management and governance: Good${more}\n\n## Recommendations\n\n1. Improve plans.\n`;
check('tag-position', listed(' (Recommendation 1)'), ['(Recommendation 1)']);
check('tag-position', listed(''), []);
check('duplicate-judgement', listed('\n\n3. Leadership, management and governance: Good'), [
  'Leadership, management and governance',
]);
const rows = '| Overall effectiveness | Good |\n| The experiences and progress of children in care | Good |';
const table = (more: string): string =>
  `| Judgement | Grade |\n| --- | --- |\n| The impact of leaders on social work practice with children and families | Good |\n| The experiences and progress of children who need help and protection | Good |\n${rows}\n\n${more}\n`;
check('table-header', table(rows), ['| Overall effectiveness | Good |'], 'ofsted-ilacs');
check('table-header', table('Children are safe.'), [], 'ofsted-ilacs');

// A picture without its file.
found('unresolved-link', '1. Plans are clear.\n\n![Contacts by month]()\n\n2. Staff are trained.', [
  '![Contacts by month]()',
]);
found('unresolved-link', '1. Plans are clear.\n\n![Contacts by month](a.png)\n\n2. Staff are trained.', []);

// References of which the word, the parts or the figures are lost.
for (const [written, told] of [
  ['(see 1 above)', '1 above'],
  ['(see 1 and 2)', '1 and 2'],
  ['(see paragraphs 12)', 'paragraphs'],
  ['(see paragraphs 112113)', '(see paragraphs 112113'],
  ['(see paragraph ix)', '(see paragraph ix'],
] as const)
  found('reference-form', `1. Plans are clear.\n\n2. Visits are late ${written}.`, [told]);
found('reference-form', '1. Plans are clear.\n\n2. Visits are late (see the Act, paragraph ii, and 12 others).', []);

// Places to be filled in, and what was noted in the text itself.
for (const [written, told] of [
  ['Services in «Provider_Name» are good.', '«Provider_Name»'],
  ['Plans are late for 45 children (source?).', '(source?)'],
  ['Plans are late for most (45%?) of them.', '(45%?)'],
  ['Plans are late. Deleted: all plans', 'Deleted: all plans'],
  ['NB: Jo to check this figure before Friday.', 'NB: Jo to check this figure before Friday'],
  ['Plans are late ***check with Jo***.', '***check with Jo***'],
  ['Plans are late **CHECK THIS**.', '**CHECK THIS**'],
  ['Plans are late [Query – ask the team].', '[Query – ask the team]'],
  ['This was told on … 2017.', 'on … '],
  ['Plans are good *delete if not needed*.', '*delete if not needed*'],
  ['Plans are [good/requires improvement/inadequate].', '[good/requires improvement/inadequate]'],
  ['Plans were read on DD/MM/YYYY.', 'DD/MM/YYYY'],
  ['This page is intentionally left blank.', 'This page is intentionally left blank'],
  ['In % of cases plans are late.', '%'],
  ['Plans are late!!', '!!'],
  ['(Guidance: say here what inspectors found.)', '(Guidance: say here what inspectors found.)'],
  ['As an AI language model, I cannot see the plans.', 'As an AI language model'],
  ['Here is a revised version of the paragraph:', 'Here is a revised version of the paragraph'],
  ['Plans are late :contentReference[oaicite:0]{index=0} in most cases.', ':contentReference[oaicite:0]{index=0}'],
  ['Plans are late 【4†source】 in most cases.', '【4†source】'],
  ['Plans are late. [Comment by J Smith: check]', '[Comment by J Smith: check]'],
] as const)
  check('placeholder-left', `---\nstatus: final\n---\n\n## Inspection findings\n\n1. ${written}\n`, [told]);
check(
  'placeholder-left',
  '---\nstatus: final\n---\n\n## Inspection findings\n\n1. How safe are children (and how do they know?). **Update on visits** ‘(why?)’ NB: the term to avoid.\n',
  [],
);
// What is emphasised may be the name of a thing, or what somebody wrote.
check(
  'placeholder-left',
  '---\nstatus: final\n---\n\n## Inspection findings\n\n1. *UPDATE* is their newsletter. Pupils wrote *CHECK your facts* and **ASK for help**, and *check and challenge* is the name.\n',
  [],
);
found('damaged-character', '1. Staff are stable.^p Plans are clear.', ['^p']);

// Bullets of a font that was lost.
for (const mark of ['l', 'n', 'q', 'ü', 'Ø'])
  found('bullet-form', `1. They improve:\n\n- Plans\n\n${mark} Visits\n\n- Reviews.`, [mark]);
found('bullet-form', '1. They improve:\n\n- x Plans\n\n- l Visits\n\n- u-turns.', ['x', 'l']);
found('bullet-form', '1. They improve:\n\n- X is\n\n- vitamin D.\n\nn is a number.', []);

// Titles from a list of contents, and in letters that stand apart.
check('heading-form', '## What is effective? ............ 12\n\nText.\n', ['............ 12'], 'generic');
check('heading-form', '## What is effective? . . . . . 12\n\nText.\n', ['. . . . . 12'], 'generic');
check('heading-form', '## S a f e t y  f i r s t\n\nText.\n', ['S a f e t y f i r s t'], 'generic');
check('heading-form', '## A B C of care ... and more\n\nText.\n', [], 'generic');
check(
  'missing-section',
  `# Children’s services in Ely are good

## Executive summary

## Information about this local authority area

## R e c o m m e n d a t i o n s

## The experiences and progress of children who need help and protection

## The experiences and progress of children looked after and achieving permanence

## Leadership, management and governance

## Information about this inspection

## The inspection team
`,
  ['R e c o m m e n d a t i o n s'],
);

// A title in the line of its text.
const without = (title: string, text: string): string =>
  `# Children’s services in Ely are good

## Executive summary

## Information about this local authority area

## Recommendations

1. Improve plans.

## The experiences and progress of children who need help and protection

## The experiences and progress of children looked after and achieving permanence

## Leadership, management and governance

Leaders know their services.

${title}${text}
## The inspection team
`;
check('missing-section', without('Information about this inspection', ' Inspectors read case files.\n\n'), [
  'Information about this inspection',
]);
check('missing-section', without('## Information about this inspection', '\n\nInspectors read case files.\n\n'), []);

for (const [written, told] of [
  ['(see paragraph. 1)', 'paragraph. 1'],
  ['(see paragraph 1see paragraph 2)', '1'],
  ['(see recommendation)', 'recommendation'],
] as const)
  check(
    'reference-form',
    `---\nframework: ofsted-ilacs\n---\n\n## The experiences and progress of children in care: good\n\n1. Plans are clear.\n\n2. Visits are late ${written}.\n`,
    [told],
    'ofsted-ilacs',
  );
const recommendedOnce = (place: string): string =>
  `## Recommendations\n\n1. Improve plans.\n\n## Inspection findings\n\n2. Plans are late (see recommendation 1 ${place}).\n`;
check('reference-form', recommendedOnce('below'), ['below']);
check('reference-form', recommendedOnce('above'), []);

// Parts that a report does not have.
found('unresolved-reference', '1. Plans are late (see section 3.2 above). The table below shows it.', [
  'section 3.2',
  'The table below',
]);
found(
  'unresolved-reference',
  '1. Plans are late (see section 17 of the Act). They are at the table, below all others.',
  [],
);
found(
  'unresolved-reference',
  '1. Plans are late. The table below shows it.\n\n| Month | Plans |\n| --- | --- |\n| May | 3 |',
  [],
);

// A judgement line that says what is judged.
const judged = (line: string): string =>
  `${listed('')}\n## Leadership, management and governance\n\n${line}\n\nText.\n`;
check(
  'missing-judgement',
  judged('Judgement for this area: Good').replace(
    '\n3.',
    '\n2. Children looked after and achieving permanence: Good\n2.1 Adoption performance: Good\n2.2 Experiences and progress of care leavers: Good\n3.',
  ),
  ['Judgement for this area: Good'],
);

// A section under a title of another framework.
check(
  'missing-section',
  without('## Information about this inspection', '\n\nText.\n\n').replace(
    '## Recommendations',
    '## Areas for development',
  ),
  ['Areas for development'],
);

// A title of a template, and the one with a number.
check(
  'placeholder-left',
  '---\nstatus: final\n---\n\n## New section\n\nText.\n\n## A new section of the road\n\nText.\n',
  ['New section'],
);
const titles = (title: string): string =>
  `## Care\n\nA.\n\n## Food\n\nA.\n\n## ${title}\n\nA.\n\n## Staff\n\nA.\n\n## Leaders\n\nA.\n`;
check('heading-form', titles('3.2 Safety'), ['3.2'], 'generic');
check('heading-form', titles('3.2 million visits'), [], 'generic');

// Tags with more in their brackets, in notes and outside the findings.
const tagged = (end: string, summary = ''): string =>
  `## Summary for children and young people\n\n- You are safe.${summary}\n\n## Recommendations\n\n1. Improve plans.\n\n## Inspection findings\n\n2. Plans are late. (Recommendation 1)\n\n3. Plans are not clear. (Recommendation 1)\n\n4. Plans are short.${end}\n`;
check('tag-spelling', tagged(' (Recommendation: improve visits)'), ['(Recommendation: improve visits)']);
check('tag-spelling', tagged(' (Recommendation 1, page 4)'), ['(Recommendation 1, page 4)']);
check('tag-spelling', tagged(' (Recommendation 1 of the national review)'), []);
check('tag-position', tagged('[^1]\n\n[^1]: They are. (Recommendation 1)'), ['(Recommendation 1)']);
check('tag-position', tagged('', ' (Recommendation 1)'), ['(Recommendation 1)']);

check('placeholder-left', '---\ntitle: Inspection of Ely DRAFT v0.3\nstatus: final\n---\n', ['DRAFT v0.3']);
check('placeholder-left', '---\ntitle: Inspection of the draft\nstatus: draft\n---\n', []);

// Marks that stand apart, or two where one belongs.
for (const [written, told] of [
  ['Plans, , visits and reviews.', ' ,'],
  ['Plans are clear;. Visits are late.', ';.'],
  ['Plans are clear,; visits are late.', ',;'],
] as const)
  found('stray-mark', `1. ${written}`, [told]);
found('stray-mark', '1. The parents’ (and children’s) ‘s’ is long; ‘so’ it is. Rules (a) and (b) are met.', []);

// Addresses, and signs that were put for what was typed.
found('unresolved-link', '1. More is at http//www.gov.uk/ofsted or at www. gov.uk.', [
  'http//www.gov.uk/ofsted',
  'www. gov.uk',
]);
found('unresolved-link', '1. More is at http://www.gov.uk/ofsted or at www.gov.uk. It is new.', []);
found('damaged-character', '1. Plans are good © clear, and staff are glad ☺ of it.', ['©', '☺']);
found('damaged-character', '1. © Crown copyright 2018. ® Ely.', []);

// A title that has lost its blanks.
check('missing-section', without('## Informationaboutthis inspection', '\n\nText.\n\n'), [
  'Informationaboutthis inspection',
]);
check(
  'missing-section',
  '---\nframework: ofsted-ilacs\nstatus: final\n---\n\n## Whatneedsto improve\n\n- Plans.\n\n## The experiences and progress of children who need help and protection: good\n\n## The experiences and progress of children in care: good\n\n## The impact of leaders on social work practice with children and families: good\n',
  ['Whatneedsto improve'],
  'ofsted-ilacs',
);

// A letter in an entry's number.
check(
  'missing-judgement',
  '# Children’s services in Ely are good\n\n1. Children who need help and protection: Good\n2. Children looked after and achieving permanence: Good\n2.l Adoption performance: Good\n2.2 Experiences and progress of care leavers: Good\n3. Leadership, management and governance: Good\n\n## Executive summary\n',
  ['Adoption performance'],
);

// A first letter torn from its word, and short lines among numbered paragraphs.
found('damaged-character', '1. T he plans are clear, and the visits are late.', ['T he']);
found('damaged-character', '1. B has moved. P lans are clear.', []);
for (const line of ['Is this right?', 'Yes, agreed with legal.', 'NEW:'])
  found('stray-mark', `1. Plans are clear.\n\n${line}\n\n2. Visits are late.`, [line]);
found('stray-mark', '1. Plans are clear.\n\nVisits are late, and reviews are too.\n\n2. Staff are trained.', []);

// Numbers of notes that jump, and tags without their word or with other marks.
const noted = (first: string, second: string): string =>
  `## Inspection findings\n\n1. Plans are clear.[^${first}]\n\n2. Visits are late.[^${second}]\n\n[^${first}]: All of them.\n\n[^${second}]: In May.\n`;
check('footnote-order', noted('1', '3'), ['[^3]']);
check('footnote-order', noted('0', '1'), ['[^0]']);
check('footnote-order', noted('1', '2'), []);
check('footnote-order', noted('2017', '2018'), []);
check('footnote-order', noted('a', 'c'), []);
const numberedTags = (last: string): string =>
  tagged('\n\n5. Visits are late. (Recommendation 1)\n\n6. Reviews are late.' + last);
check('tag-spelling', numberedTags(' (1)'), ['(1)']);
check('tag-spelling', numberedTags(' (1)\n\n7. Leaders know it. (1)'), []);
check('tag-spelling', numberedTags(' (12)'), []);
check('tag-spelling', numberedTags(' “Recommendation”'), ['“Recommendation”']);
check('tag-spelling', numberedTags(' (Recommendation-)'), ['(Recommendation-)']);

// The last part lettered.
check(
  'missing-number',
  `${recommended('1.', '2.', '3.', 4)}\n## Leadership, management and governance\n\n### Inspection findings\n\na. Leaders know this.\n\nb. Plans are made.\n\nc. Staff are well trained.\n`,
  ['a.'],
);

// Neighbouring sections at another level than the others.
const levels = (...marks: string[]): string =>
  `---\nframework: ofsted-ilacs\n---\n\n## What needs to improve?\n\n- Plans.\n\n${marks[0]} The experiences and progress of children who need help and protection: good\n\n1. Text.\n\n${marks[1]} The experiences and progress of children in care: good\n\n2. Text.\n\n## The experiences and progress of care leavers: good\n\n3. Text.\n\n## The impact of leaders on social work practice with children and families: good\n\n4. Text.\n`;
check('heading-level', levels('###', '###'), ['###', '###'], 'ofsted-ilacs');
check('heading-level', levels('##', '##'), [], 'ofsted-ilacs');

// A heading in the middle of a divided section, raised to its level or without its marks; and lines that lead in to lists.
const divided = (second: string, third = '### Children looked after in this area') =>
  `## Information about this local authority area\n\n### Local leadership\n\n- Text.\n\n### Other matters\n\n- Text.\n\n${second}\n\n- Text.\n\n${third}\n\n- Text.\n`;
check('heading-level', divided('## Child protection in this area'), ['##']);
check('heading-level', divided('### Child protection in this area'), []);
check('heading-level', divided('## Recommendations'), []);
check('heading-level', divided('Child protection in this area'), ['Child protection in this area']);
check('heading-level', divided('In the last year:'), []);
check('heading-level', divided('Child protection in this area', 'Children looked after here'), []);

// A section that is gone with its numbers, where reports have it in more than one place.
const late = (first: number): string =>
  `---\nframework: ofsted-sif-2014\n---\n\n## Summary of findings\n\nText.\n\n## The local authority’s strengths\n\n${first}. Plans are clear.\n\n${first + 1}. Visits are regular.\n\n## Progress since the last inspection\n\n${first + 2}. Staff are trained.\n\n## The experiences and progress of children who need help and protection\n\nJudgement: Good\n\n## The experiences and progress of children looked after and achieving permanence\n\nJudgement: Good\n\n## Leadership, management and governance\n\nJudgement: Good\n\n## Information about this local authority area\n\n- Text.\n\n## Information about this inspection\n\nText.\n\n## The inspection team\n\nText.\n\n## What the inspection judgements mean\n\nText.\n`;
check('missing-section', late(4), ['The local authority’s strengths'], 'ofsted-sif-2014');
check('number-start', late(4), [], 'ofsted-sif-2014');
check('number-start', late(2), ['2'], 'ofsted-sif-2014');

// A heading behind a comment that is not ended, one whose words are jumbled, and details behind other marks.
check('missing-section', without('<!-- ## Information about this inspection', '\n\nText.\n\n'), []);
check('missing-section', without('<!-- ## Information about this inspection -->', '\n\nText.\n\n'), [
  '<!-- ## Information about this inspection -->',
]);
check(
  'missing-section',
  levels('##', '##')
    .replace('ofsted-ilacs', 'ofsted-ilacs\nstatus: final')
    .replace('What needs to improve?', 'needs What to improve?'),
  ['needs What to improve?'],
  'ofsted-ilacs',
);
for (const [mark, end] of [
  ['{', '}'],
  ['```yaml', '```'],
] as const)
  check('front-matter-syntax', `${mark}\nframework: ofsted-sif\nprovider: Ely\n${end}\n\n## Executive summary\n`, [
    mark,
  ]);

// The first number in another form, and a note's text that is read as part of an entry.
check('number-start', recommended('R1.', '2.', '3.', 4), ['R1.']);
check(
  'missing-judgement',
  `${listed('').replace('\n3.', '\n2. Children looked after and achieving permanence: Good\n2.1 Adoption performance: Good\n2.2 Experiences and progress of care leavers: Good\n3.').replace('\n\n## Rec', '\n\n    [^1]: The report is new.\n\n## Rec')}`,
  [],
);

// A title that is a row, words twice in one, and a numbered point among bullets.
check('missing-section', without('| Information about this inspection |', '\n\nText.\n\n'), [
  '| Information about this inspection |',
]);
check('heading-form', '## Visits in North Ely North Ely\n\nText.\n', ['North Ely'], 'generic');
check('heading-form', '## Visits in North Ely and North Oak\n\nText.\n', [], 'generic');
found('bullet-form', '1. They improve:\n\n- Plans\n2) Visits\n- Reviews.', ['2)']);
found('bullet-form', '1. They improve:\n\n- plans of section\n2) of the Act\n- Reviews.', []);

// What only looks like these: a table without a name, parts of a section of the report’s own, what leads on to a list.
check(
  'unresolved-reference',
  '## Findings\n\n1. See Table 2.\n\n| Area | Number |\n| --- | --- |\n| Adopters | 12 |\n',
  [],
);
check('unresolved-reference', '## Findings\n\n1. See Table 2.\n', ['Table 2']);
check(
  'heading-level',
  '---\nframework: ofsted-ilacs\n---\n\n## What needs to improve?\n\n- Plans.\n\n## The impact of leaders on social work practice with children and families: good\n\n4. Text.\n\n## Detailed findings\n\n### The experiences and progress of children in care: good\n\n1. Text.\n\n### The experiences and progress of care leavers: good\n\n2. Text.\n\n### The experiences and progress of children who need help and protection: good\n\n3. Text.\n',
  [],
);
found('stray-mark', '1. Plans are clear.\n\nChief constables should:\n\n2. Visits are late.', []);
