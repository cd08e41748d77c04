import { checkByRule as check, checkGeneric as generic } from './checkByRule.ts';

// What auditors, other inspectorates and later years write and is right, and beside each its like that is wrong.

// An area that is no longer judged may be missing, from the day on which that holds.
const listed = (dates: string): string =>
  `---\nframework: ofsted-ilacs\nprovider: Ely Council\n${dates}\n---\n\n| Judgement | Grade |\n| --- | --- |\n| The impact of leaders on social work practice with children and families | Good |\n| The experiences and progress of children who need help and protection | Good |\n| The experiences and progress of children in care | Good |\n| The experiences and progress of care leavers | Good |\n`;
const lacksOverall = (dates: string, expected: readonly string[]): void =>
  check('missing-judgement', listed(dates), expected, 'ofsted-ilacs');
lacksOverall('inspected: 2026-05-11/2026-05-22', []);
lacksOverall('published: 2026-07-07', []);
for (const dates of [
  'inspected: 2026-03-16/2026-03-27\npublished: 2026-05-21',
  'published: 2025-05-13',
  'status: draft',
])
  lacksOverall(dates, ['The experiences and progress of care leavers']);

// That two sums are of millions makes them no one thing, and of three digits two change places by chance.
const sums = (first: string, second: string): string =>
  `## Summary\n\nThe Fund was worth ${first} over five years.\n\n## Findings\n\n1. Of the 11 stations, the latest estimate is ${second}. They are late.`;
generic('figure-conflict', sums('£418 million', '£148 million'), []);
generic('figure-conflict', sums('£4,182,300', '£1,482,300'), []);
const fund = (first: string, second: string): string =>
  `## Summary\n\nThe Reopening Fund for stations was worth ${first}.\n\n## Findings\n\n1. The Reopening Fund for stations was worth ${second}.`;
generic('figure-conflict', fund('£418 million', '£148 million'), ['418 million']);

// Appendices are counted from 1 again.
const parts = (...titles: string[]): string => titles.map(title => `## ${title}. Money\n\nWe read files.`).join('\n\n');
generic('heading-form', parts('Part 1', 'Part 2', 'Part 3', 'Appendix 1'), []);
generic('heading-form', parts('Part 1', 'Part 2', 'Part 4', 'Appendix 1'), ['Part 4']);

// What something is said to be known as is a name; a list of people says nothing of the first.
const used = (text: string): string => `## Findings\n\n1. ${text} KYC meets monthly.`;
for (const named of [
  'a council known as KYC.',
  'a group, known locally as ‘KYC’.',
  'a body called KYC.',
  'KYC, the youth council.',
])
  generic('undefined-acronym', used(`Children sit on ${named}`), []);
for (const listedWith of ['KYC, the mayor and the chief executive.', 'KYC, the mayor, the chief executive and others.'])
  generic('undefined-acronym', used(`Children met ${listedWith}`), ['KYC']);

// A bare tag that fits no recommendation may mean the one that none seems to mean.
const tagged = (finding: string): string =>
  `## Recommendations\n\n1. Raise awareness of private fostering among schools.\n\n2. Measure the emotional health of infants.\n\n## Inspection findings\n\n3. Private fostering is little known in schools. (Recommendation)\n\n4. ${finding}\n`;
check('untagged-recommendation', tagged('Managers could not say what scores had been used for. (Recommendation)'), []);
check('untagged-recommendation', tagged('Managers could not say what scores had been used for.'), ['2']);

// What is asked for is how soon, and not how good.
const speed = (asked: string): string =>
  `---\nframework: ofsted-ilacs\n---\n\nYoung carers receive good respite care.\n\n## What needs to improve?\n\n- ${asked}\n`;
const soon = (asked: string, expected: readonly string[]): void =>
  check('opposite-claims', speed(asked), expected, 'ofsted-ilacs');
soon('The speed with which young carers receive respite care.', []);
soon('The quality of the respite care of young carers.', ['Young carers receive good respite care']);

// Posts that are vacant are vacancies.
const posts = (vacant: string): string =>
  `## Findings\n\n1. The team has two seniors and seven officers. At the time of our visit, two posts were ${vacant}.\n\n2. The online form is long.\n\n## Recommendations\n\n3. Consider whether a third senior is needed (paragraph 1). Fill the two vacancies.\n\n4. Shorten the online form (paragraph 2).`;
generic('recommendation-limb', posts('vacant'), []);
generic('recommendation-limb', posts('new'), ['Fill the two vacancies']);

// What stands in bold type below one heading after another, word for word, is a label.
const scored = (second: string): string =>
  `## Care\n\n### Needs\n\n**Score: 2 – some shortfalls**\n\nText.\n\n### Safety\n\n${second}\n\nText.`;
generic('heading-level', scored('**Score: 2 – some shortfalls**'), []);
generic('heading-level', scored('Text.\n\n**Safe journeys**'), ['**Score: 2 – some shortfalls**']);

// The name of a thing has its number in figures.
const numbers = (text: string, expected: readonly string[]): void =>
  check('number-style', `## Inspection findings\n\n1. ${text}\n`, expected);
numbers('Results in Progress 8 measures have risen.', []);
numbers('Results in progress of 8 pupils have risen.', ['8']);

// Verdicts that close each part in one form are to differ; a sentence of two forms is a copy.
const verdicts = (...words: string[]): string =>
  words
    .map(
      (word, i) =>
        `## Part ${'ABCD'[i]}\n\nText of it.\n\n*We considered that leaders had made ${word} progress in this area.*`,
    )
    .join('\n\n');
generic('repeated-sentence', verdicts('good', 'insufficient', 'reasonable', 'good'), []);
generic('repeated-sentence', verdicts('good', 'reasonable'), [
  'We considered that leaders had made reasonable progress in this area.',
]);

// Ranges as Americans write them.
const asked = (text: string): string =>
  `## Recommendations\n\n1. Act.\n\n2. Plan.\n\n3. Do.\n\n## Reply\n\nVA agreed with ${text}.`;
generic('reference-form', asked('recommendations 1 through 3'), []);
generic('reference-form', asked('recommendations 1'), ['recommendations']);
generic('unresolved-reference', asked('recommendations 1 through 3'), []);
generic('unresolved-reference', asked('recommendations 2 through 4'), ['recommendations 2 through 4']);

// A fraction of these is of the nearest number that it may be of.
const families = (own: string): string =>
  `Of 580 children looked after, 431 live with foster families. About half of these families (${own}) are its own.`;
check('percentage-mismatch', `## Inspection findings\n\n1. ${families('226')}\n`, []);
check('percentage-mismatch', `## Inspection findings\n\n1. ${families('126')}\n`, ['126']);

// What is said of one of a list is no other of it.
const groups = (list: string, expected: readonly string[]): void =>
  check('count-mismatch', `## Inspection findings\n\n1. The council has two groups: ${list}.\n`, expected);
groups('Junior Voice, for those under eight, and Senior Voice', []);
groups('Junior Voice, Middle Voice and Senior Voice', ['two']);

// A point of a list that is typed as text ends as points do.
const points = (end: string): string =>
  `## Summary\n\nWe found that the Commission had not looked at the airports in the neighbourhood of each of them.\n\nWe recommend that the Commission should do three things:\n\n(a) make all funding conditional on an analysis of the airports that are in the neighbourhood;\n\n(b) reduce its payments where traffic stays below half of what had been forecast for five years${end}\n\n(c) publish traffic data for all co-financed airports by the end of the next but one year.`;
generic('cut-paragraph', points('; and'), []);
generic('cut-paragraph', points(' and'), ['and']);

// A part of a part is none of the whole, and some of a number are listed as some.
const parted = (text: string, expected: readonly string[]): void =>
  check('count-mismatch', `## Inspection findings\n\n1. ${text}\n`, expected);
parted('It knows 114 care leavers: 76 work or study, and 19 of these are at university.', []);
parted('It knows 114 care leavers: 76 work or study, and 19 are at university.', ['76 work or study, and 19']);
parted('Help is at hand in three of the city’s five districts: Docks, Northgate and Hillside.', []);
parted('Help is at hand in the city’s five districts: Docks, Northgate and Hillside.', ['five']);

// Recommendations that are counted by themselves, below the findings or above them.
const counted = (title: string, numbers: readonly number[], thing: string): string =>
  `## ${title}\n\n${numbers.map(number => `${number}. ${thing} ${number} is one of them.`).join('\n\n')}`;
const found = (...numbers: number[]): string => counted('Findings', numbers, 'Site');
const wanted = (...numbers: number[]): string => counted('Recommendations', numbers, 'Step');
for (const text of [`${found(1, 2, 3, 4)}\n\n${wanted(1, 2, 3)}`, `${wanted(1, 2, 3)}\n\n${found(1, 2, 3, 4)}`])
  for (const rule of ['number-repeated', 'number-order', 'number-gap']) generic(rule, text, []);
generic('number-repeated', `${found(1, 2, 3, 3)}\n\n${wanted(4, 5, 6)}`, ['3']);
generic('number-gap', `${found(1, 2, 3, 4)}\n\n${wanted(5, 7, 8)}`, ['7']);
check('number-repeated', `${wanted(1, 2, 3)}\n\n${counted('Inspection findings', [1, 2, 3], 'Site')}`, ['1']);

// How many there were, and how many there are today.
const heads = (then: string, now: string): string => `## Findings\n\n1. ${then} ${now}`;
const headsConflict = (then: string, now: string, expected: readonly string[]): void =>
  generic('figure-conflict', heads(then, now), expected);
headsConflict(
  'By 2016, she had replaced five of the nine heads of department.',
  'Seven heads of department lead it today.',
  [],
);
headsConflict('She has replaced five of the nine heads of department.', 'Seven heads of department lead it.', ['nine']);

// What announces a list gives the whole of which its points are parts.
const closed = (end: string): string =>
  `## Findings\n\n1. We have closed 11 recommendations${end}\n\n2. We have closed nine recommendations as no longer valid.`;
generic('figure-conflict', closed(' for various reasons:'), []);
generic('figure-conflict', closed('.'), ['11']);

// Tags of another word than “Recommendation”, and what is nearly one.
const improving = (tag: string): string =>
  `## Areas for improvement\n\n1. Aim the visits.\n\n2. Weigh the work.\n\n## Prevention\n\n3. Visits are few. (Area for improvement 1)\n\n4. They are late. (Area for improvement 1)\n\n5. Work is not weighed. ${tag}\n\n6. Staff are kind.\n\n7. Rooms are dry.`;
for (const tag of [
  '(Area for improvment 2)',
  '(Area for improvement 2',
  'Area for improvement 2)',
  '[Area for improvement 2]',
  '(Area for improvement no. 2)',
  '(Area for improvement two)',
  '(Areas of improvement 1 and 2)',
  'Area for improvement 2',
]) {
  generic('tag-spelling', improving(tag), [tag]);
  generic('untagged-recommendation', improving(tag), []);
}
for (const tag of [
  '(Area for improvement 2)',
  'This is an area for improvement.',
  'We saw one area for improvement 2 years ago.',
])
  generic('tag-spelling', improving(tag), []);
generic(
  'tag-spelling',
  improving('(Area for improvment 2)').replaceAll('(Area for improvement', '(Area for improvment'),
  ['(Area for improvment 1)', '(Area for improvment 1)', '(Area for improvment 2)'],
);
