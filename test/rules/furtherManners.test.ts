import { checkByRule as check } from './checkByRule.ts';

// Right reports in still other manners, and beside each its like that is wrong.

const generic = (rule: string, text: string, expected: readonly string[]): void =>
  check(rule, `---\nframework: generic\nprovider: Ely\n---\n\n# Ely\n\n${text}\n`, expected, 'generic');

// A verdict that is given of one thing after the other.
const progress = (first: string, second: string): string =>
  `## Findings\n\n1. Cells were clean. ${first}\n\n2. ${second}`;
const verdict = 'There had been good progress in this area.';
generic('doubled-passage', progress(verdict, `Meals were warm. ${verdict}`), []);
generic('doubled-passage', progress(verdict, `${verdict} Meals were warm.`), [verdict]);

// Numbered paragraphs, of which one has points above and below it.
const counted = (above: string): string =>
  `## Key findings\n\n${above}- Pupils do well.\n- Pupils read.\n\n3.2 Pupils are kind.\n\n- Pupils help.\n- Pupils sing.`;
generic('bullet-form', counted('3.1 Pupils learn.\n\n'), []);
generic('bullet-form', counted('2.5 Pupils learn.\n\n'), ['3.2']);

// Points with numbers that go on with their lead-in are one sentence.
const asked = (lead: string): string =>
  `## Recommendations\n\n${lead}\n\n1. ensure that a home is found eight weeks before release\n\n2. bring more children into school.\n\nThe head should:\n\n3. hear children.\n\n4. hear parents.\n\n## Findings\n\n5. It is good.`;
generic('cut-paragraph', asked('The board should:'), []);
generic('cut-paragraph', asked('The board is asked for this.'), ['release']);

// Recommendations that all have their number once more at their end.
const named = (second: string): string =>
  `## Recommendations\n\n1. Mend the roof. (Recommendation 1)\n\n2. Clear the drains.${second}\n\n## Findings\n\n3. The roof leaks. (Recommendation 1)\n\n4. The drains are blocked. (Recommendation 2)`;
const numbered = (text: string): string => text.replace('3. The', '1. The').replace('4. The', '2. The');
generic('tag-position', numbered(named(' (Recommendation 2)')), []);
generic('tag-position', numbered(named('')), ['(Recommendation 1)']);

// Who is named in a list of who is who.
generic('identifying-detail', 'The team was: Dame Ann Ash (lead), Cllr Bo Beech, Cy Cole and Di Dean.', []);
generic('identifying-detail', 'Two people were told: the worker, and Mrs Ash.', ['Mrs Ash']);

// A letter’s first words are no heading.
const letter = (opening: string): string =>
  `${opening}\n\nThis letter summarises what was found when services for children of all ages were inspected by four inspectorates in spring.\n\n## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n\n## Four\n\nD.`;
generic('heading-level', letter('Dear local partnership'), []);
generic('heading-level', letter('About this local partnership'), ['About this local partnership']);

// Facts with which a summary introduces what was inspected, where the framework has no section for them; and a sum that a table
// gives in millions.
const summed = (summary: string, more = ''): string =>
  `## Summary\n\n${summary}\n\n## Findings\n\n1. Homes cost much money.\n\n2. Prisoners were safe.${more}`;
generic('figure-not-found', summed('It held 742 men, in 38 cells.'), []);
generic('figure-not-found', summed('It held 742 prisoners who were safe.'), ['742']);
const costs = 'Homes cost £2.47 billion, which is much money.';
generic('figure-not-found', summed(costs, '\n\n| Year | £ million |\n| --- | --- |\n| 2021 | 2,470 |'), []);
generic('figure-not-found', summed(costs, '\n\n| Year | £ million |\n| --- | --- |\n| 2021 | 2,740 |'), [
  '2.47 billion',
]);
check(
  'figure-not-found',
  '## Executive summary\n\nThere are 38 cells.\n\n## Inspection findings\n\n1. It is good.\n\n2. It is dry.\n',
  ['38'],
);

// A share of things, of which something is said; and numbers of things that are told together.
const found = (rule: string, text: string, expected: readonly string[]): void =>
  check(rule, `## Inspection findings\n\n1. ${text}\n`, expected);
found('change-direction', 'On the tool, 45% of officers were above 110%.', []);
found('change-direction', 'On the tool, 45% of officers, a share above 110%, were late.', ['110%']);
found('count-mismatch', 'Eleven patients, three relatives and nine staff were spoken with.', []);
found('count-mismatch', 'Eleven patients, three at home and nine here, were spoken with.', ['three at home and nine']);

// What a section asks for whose title says what needs to improve.
const improved = (title: string): string =>
  `## Is it safe?\n\nFire drills take place, but not at night. Employers are not involved enough in planning.\n\n## ${title}\n\n1. Ensure that fire drills take place by day and at night.\n2. Ensure that employers are involved in planning.`;
for (const rule of ['opposite-claims', 'quantifier-drift'])
  generic(rule, improved('What does the centre need to do to improve?'), []);
generic('opposite-claims', improved('What did the centre do?'), ['not at night']);

// That there are not enough says of none that they are not; and what is excepted.
const drift = (summary: string, finding: string, rule = 'quantifier-drift', expected: readonly string[] = []): void =>
  check(rule, `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. ${finding}\n`, expected);
drift(
  'Not enough care leavers are in education, employment or training.',
  'Fewer than half of care leavers are in education, employment or training.',
);
drift(
  'Not all care leavers are in education, employment or training.',
  'No care leavers are in education, employment or training.',
  'quantifier-drift',
  ['Not all care leavers are in education, employment or training'],
);
drift(
  'General practitioners seldom attend meetings.',
  'Members attend meetings well, apart from general practitioners.',
  'opposite-claims',
);
drift('General practitioners seldom attend meetings.', 'General practitioners attend meetings.', 'opposite-claims', [
  'General practitioners seldom attend meetings',
]);

// A limb that says what to do with the thing of another, and a concern, which asks for nothing.
const limbed = (recommendation: string, title = 'Recommendations'): string =>
  `## ${title}\n\n1. ${recommendation}\n\n## Inspection findings\n\n2. Strategies are not collected. (Recommendation 1)\n\n3. It is good.\n`;
check('recommendation-limb', limbed('Collect all strategies and publish what they show in aggregate.'), []);
check('recommendation-limb', limbed('Collect all strategies and publish what budgets show in aggregate.'), [
  'publish what budgets show in aggregate',
]);
// Of the first limb the findings may speak in other words.
const spent = 'Prisoners spent hours locked up. Strategies are not collected.';
generic('recommendation-limb', limbed(spent, 'Key concerns'), []);
generic('recommendation-limb', limbed('Strategies are not collected. Prisoners spent hours locked up.'), [
  'Prisoners spent hours locked up',
]);

// Some of those there are, a name within the name of a law, and what is so of a share of those for whom it is asked.
const schools = (more: string): string => `All 14 schools have a council. In most it meets often. ${more}`;
found('figure-conflict', schools('Two schools have asked pupils more.'), []);
found('figure-conflict', schools('The 12 schools have asked pupils more.'), ['14']);
const law = (name: string): string => `${name} require a council. Guidance on school councils is old.`;
generic('name-variant', law('The Education (School Councils) (Wales) Regulations'), []);
generic('name-variant', law('The rules on School Councils'), ['school councils']);
const operator = (share: string): string =>
  `## Recommendations\n\n1. Ensure that each water system has a fully trained operator.\n\n## Inspection findings\n\n2. ${share} water systems have a fully trained operator.\n`;
check('opposite-claims', operator('Nearly three quarters of'), []);
check('opposite-claims', operator('All'), ['All water systems have a fully trained operator']);

// What stands beside an exhibit, verdicts under headings, and one example in a section.
const bold = (first: string, second: string): string =>
  `## Findings\n\n### Teaching\n\n${first}\n\nIt is good.\n\n### Trust\n\n${second}\n\nIt is so.`;
generic('heading-level', bold('**Reasonable progress**', '**Significant progress**'), []);
generic('heading-level', bold('It is dry.\n\n**Reasonable progress**', '**Significant progress**'), [
  '**Reasonable progress**',
]);
generic('heading-level', bold('**Exhibit 1: what is taught**', 'It is so.'), []);
generic('heading-level', bold('**What is taught**', 'It is so.'), ['**What is taught**']);
const example = '## Care\n\n### Food\n\nA.\n\n#### Good practice\n\nB.\n\n### Rooms\n\nC.\n\n### Staff\n\nD.\n';
generic('heading-level', example, []);
check('heading-level', example, ['####']);

// One rating by another scale, and a heading that says more than its entry.
const rating = (grade: string): string =>
  `## Our judgements\n\n| Condition | Rating |\n| --- | --- |\n| 28 | ${grade} |`;
generic('unknown-grade', rating('Green'), []);
generic('unknown-grade', rating('Godo'), ['Godo']);
const asks = (title: string): string =>
  `| Question | Rating |\n| --- | --- |\n| Are services safe? | Good |\n| Are services kind? | Good |\n| Are services quick? | Good |\n| Are services led? | Good |\n\n## Are services safe?\n\nA.\n\n## Are services kind?\n\nB.\n\n## ${title}\n\nC.\n\n## Are services led?\n\nD.`;
generic('missing-judgement', asks('Are services quick to people’s needs?'), []);
generic('missing-judgement', asks('Are services clean?'), ['Are services clean?']);

// Not often enough is not always, and what leads in to two lists.
drift(
  'Assessments of disabled children are not always updated.',
  'Assessments of disabled children are not updated often enough.',
);
const leads = (end: string): string =>
  `## Findings\n\nThe areas where the provider must make improvements are${end}\n\nA.\n\nThe areas where the provider should make improvements are${end}\n\nB.`;
generic('repeated-sentence', leads(':'), []);
generic('repeated-sentence', leads(' many.'), ['The areas where the provider should make improvements are many.']);

// Written out in a list of acronyms, or in a table, where not each letter is a word’s; and a section of points.
const written = (more: string): string => `## Findings\n\n1. Most disputes concerned CHC.\n\n${more}`;
generic('undefined-acronym', written('## Acronyms\n\nCHC: continuing NHS healthcare'), []);
generic('undefined-acronym', written('| Fact | Sum |\n| --- | --- |\n| Continuing NHS healthcare (CHC) | 7 |'), []);
generic('undefined-acronym', written('| Fact | Sum |\n| --- | --- |\n| Homes for old people (CHC) | 7 |'), ['CHC']);
const sections = (points: string): string =>
  `## 3. Key points\n\n${points}\n\n${[4, 5, 6].map(own => `## ${own}. Part\n\n${own}.1 Cells were clean.\n\n${own}.2 Meals were warm.\n\n${own}.3 Staff were kind.`).join('\n\n')}`;
const point = 'Fenwick is a safe prison, and there was no serious assault in all the year.';
generic('missing-number', sections(`- ${point}\n- ${point}`), []);
generic('missing-number', sections(`${point}\n\n${point}`), ['Fenwick is a']);

// A list with its own overall rating, lists of two things, an earlier grade, a counted title, and what leads in to a list.
const overall = (title: string): string =>
  `## ${title}\n\nRating: Good\n\n| Question | Rating |\n| --- | --- |\n| Safe | Good |\n| Kind | Good |\n| Quick | Good |\n\n## Safe\n\nA.\n\n## Kind\n\nB.\n\n## Quick\n\nC.`;
generic('missing-judgement', overall('Whole'), []);
generic('missing-judgement', `${overall('Whole')}\n\n## Fair\n\nRating: Good`, ['Fair']);
const twoLists = (first: string, second: string): string =>
  [first, second]
    .map(head => `| ${head} | Grade |\n| --- | --- |\n| Leadership | Good |\n| Teaching | Good |`)
    .join('\n\n');
generic('duplicate-judgement', twoLists('Of the school', 'Of the nursery'), []);
generic('duplicate-judgement', twoLists('Area', 'Area'), ['Leadership']);
const earlier = (name: string): string =>
  `| Area | Grade |\n| --- | --- |\n| Teaching | Good |\n| ${name} | Not applicable |`;
generic('unknown-grade', earlier('Overall effectiveness at previous inspection'), []);
generic('unknown-grade', earlier('Overall effectiveness'), ['Not applicable']);
generic('missing-section', '## Area for improvement 2\n\nMend it.', []);
generic('missing-section', '## Area for imporvement\n\nMend it.', ['Area for imporvement']);
const between = (text: string): string =>
  `## Findings\n\n- Children are kind to others.\n- The head leads well.\n\n${text}\n\n- Raise attainment now.\n- Use assessment well.`;
generic('bullet-form', between('The following areas for improvement were discussed.'), []);
generic('bullet-form', between('Children learn outdoors each week.'), ['Children learn outdoors']);

// A label in bold type, and verdicts that are.
generic('identifying-detail', '**Registered manager:** Ms Orla Devine', []);
generic('identifying-detail', 'The registered manager saw Ms Orla Devine.', ['Ms Orla Devine']);
const taken = (mark: string): string =>
  ['', 'plainly ']
    .map(
      way =>
        `## Plans\n\nA.\n\n${mark}The area partnership has ${way}taken effective action in this matter since the last visit.${mark}`,
    )
    .join('\n\n');
generic('repeated-sentence', taken('**'), []);
generic('repeated-sentence', taken(''), [
  'The area partnership has plainly taken effective action in this matter since the last visit.',
]);

// Answers to one question after another in the same words.
const answered = (last: string): string =>
  `## Findings\n\n${['not providing safe', 'providing effective', last].map(own => `We found that this practice was ${own} care in accordance with the relevant regulations.`).join('\n\n')}\n\n## Care\n\nA.`;
const effective = 'practice was providing effective care in accordance with the relevant regulations';
generic('opposite-claims', answered('providing caring'), []);
generic(
  'opposite-claims',
  `## Summary\n\nThe ${effective}.\n\n## Findings\n\nThe ${effective.replace('was', 'was not')}.`,
  [`The ${effective}`],
);

// Straight apostrophes beside straight quotation marks are in one style.
const apostrophes = (quoted: string): string => `## Findings\n\nThe home's staff say ${quoted}.`;
for (const quoted of [`'yes'`, `"yes"`]) generic('quotation-marks', apostrophes(quoted), []);
for (const quoted of ['‘yes’', '“yes”']) generic('quotation-marks', apostrophes(quoted), ["'"]);
check('quotation-marks', apostrophes(`'yes'`), ["'", `'yes'`]);

// A section for each recommendation.
const each = (title: string): string => `## Summary\n\nFour are met.\n\n## ${title}\n\nIt is met.`;
for (const title of ['Recommendation 1', 'Recommendation 14', 'Area for improvement 2'])
  generic('missing-section', each(title), []);
generic('missing-section', each('Recomendations'), ['Recomendations']);

// A table of grades without a head has the first of them there.
const questions = (first: string): string =>
  `## About the service\n\nIt is dry.\n\n## About the inspection\n\nIt is warm.\n\n| ${first} | 4 – Good |\n| --- | --- |\n| How good is our staff team? | 3 – Adequate |\n\n## How well do we support people?\n\nWell.\n\n### Recommendations\n\n1. Serve lunch.`;
generic('heading-level', questions('How well do we support people?'), []);
generic('heading-level', questions('How good is our setting?'), ['###']);

// What came to pass since the last inspection has a date of its own.
const since = (text: string): string =>
  `## Introduction\n\nAt our last inspection, in 2019, it was clean.\n\n## Safety\n\n1. ${text}`;
generic('figure-conflict', since('There has been one fire since the last inspection, in 2021.'), []);
for (const text of [
  'There has been one fire since the last inspection in 2021.',
  'At the last inspection, in 2021, it was dry.',
])
  generic('figure-conflict', since(text), ['2021']);

// The rest of a name behind an acronym is no name.
const trust = (name: string): string =>
  `## Findings\n\n1. Staff of ${name} are kind. It became a foundation trust in 2007.`;
generic('name-variant', trust('Severn Hospitals NHS Foundation Trust'), []);
generic('name-variant', trust('the NHS Foundation Trust'), ['foundation trust']);

// One person is asked about once.
generic(
  'identifying-detail',
  '## Findings\n\n1. Staff trust Mrs Crane. So does Mr Crane.\n\n2. Families know Mrs Crane.',
  ['Mrs Crane', 'Mr Crane'],
);

// Lines above what each is to do are one habit.
const addressed = (...whom: readonly string[]): string =>
  `## Recommendations\n\n${whom.map((line, i) => `${i + 1}. Mend the roof.\n\n${line}`).join('\n\n')}\n\n${whom.length + 1}. Mend the boiler.`;
generic('stray-mark', addressed('To the governor', 'To the minister', 'To the board'), ['To the governor']);
generic('stray-mark', addressed('To the governor', 'To the minister'), ['To the governor', 'To the minister']);

// A share that can be reckoned from what a finding says.
const reckoned = (summary: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. In April 289 of 312 contacts were decided within a day.\n\n2. Visits are regular.`;
check('figure-not-found', reckoned('Of the 312 contacts, 289 (93%) were decided within one day.'), []);
check('figure-not-found', reckoned('Of the 312 contacts, 289 (92%) were decided within one day.'), ['92%']);
check('figure-not-found', reckoned('Of the contacts, 94% were decided within one day.'), ['94%']);

// An age that is told of somebody.
const ages = (who: string): string =>
  `## Executive summary\n\nSome of those who ${who} need more help.\n\n## Inspection findings\n\n1. Help is kind.\n\n2. Visits are regular.`;
for (const who of ['are nearly 18', 'were 17']) check('figure-not-found', ages(who), []);
check('figure-not-found', ages('fill the 18 flats'), ['18']);

// The rest of a number, whose own is not told.
const employed = (rest: string): string =>
  `## Findings\n\nIt employs 11 staff, of whom one has a degree, seven hold a diploma and two a certificate${rest}.`;
for (const rest of ['; the other is an apprentice', ', and the rest are new'])
  generic('count-mismatch', employed(rest), []);
generic('count-mismatch', employed(''), ['one has a degree, seven hold a diploma and two']);
generic('count-mismatch', employed('; the other is new').replace('11', '12'), [
  'one has a degree, seven hold a diploma and two',
]);

// What points back says something of another thing.
const identified = (first: string, second: string): string =>
  `## Is it safe?\n\nDoors were open. ${first}\n\n## Is it kind?\n\nMenus were old. ${second}`;
const under = (law: string): string => `was identified by inspectors as an area for improvement under ${law}.`;
generic('repeated-sentence', identified(`This ${under('regulation')}`, `This ${under('the standards')}`), []);
generic('repeated-sentence', identified(`Fire ${under('regulation')}`, `Fire ${under('the standards')}`), [
  `Fire ${under('the standards')}`,
]);

// An earlier inspection, in a report that gives the days of its own elsewhere.
const revisited = (inspected: string, revisit: string): string =>
  `---\nframework: generic\nprovider: Ely\ninspected: 2020-01-20/2020-01-23\n---\n\n# Ely\n\n## Progress\n\n1. We inspected Ely between ${inspected}. We revisited it from ${revisit}.\n`;
const own = '20 to 23 January 2020';
check('date-order', revisited('12 and 23 November 2018', own), [], 'generic');
check('date-order', revisited('20 and 23 January 2019', own), ['23 January 2019'], 'generic');
check('date-order', revisited('12 and 23 November 2018', 'time to time'), ['23 November 2018'], 'generic');

// Bold lines among numbered paragraphs are one habit.
const bolds = (...lines: readonly string[]): string =>
  `## Letter\n\n${lines.map((line, i) => `**${line}**\n\n${i + 1}. Staff are kind.`).join('\n\n')}`;
generic('heading-level', bolds('What we did', 'What we saw'), ['**What we did**']);

// Figures that a reader reckons in one step from the finding that speaks of the same.
const derived = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. ${finding}\n\n2. Visits are regular.`;
for (const [summary, finding] of [
  [
    'Auditors graded 10% of cases as outstanding and 45% as good.',
    'Of the 60 cases graded by auditors, six were outstanding and 27 good.',
  ],
  [
    'More than half of the 31 local dentists take no new patients.',
    'Of local dentists 17 take no new patients, and 14 do.',
  ],
  [
    'The council overspent its budget for fostering by £1.2 million.',
    'The council spent £31.2 million on fostering, against a budget of £30 million.',
  ],
] as const) {
  check('figure-not-found', derived(summary, finding), []);
  const [figure = ''] = /10%|\b31\b|1\.2 million/.exec(summary) ?? [];
  const other = figure.replace('1', '2');
  check('figure-not-found', derived(summary.replace(figure, other), finding), [other]);
}
for (const [summary, finding, other] of [
  ['Incidents of self-harm went up by 30%.', 'There were 1,300 incidents of self-harm, up from 1,000.', '40%'],
  [
    'The council employs 84 social workers; 12 more are to start in autumn.',
    'By autumn there will be 96 social workers, compared with 84 now.',
    '13',
  ],
] as const) {
  check('figure-not-found', derived(summary, finding), []);
  check('figure-not-found', derived(summary.replace(/30%|12/, other), finding), [other]);
}

// The second of two spans has the unit of the first.
// The whole is no share of itself, and of many numbers some give any other by chance.
check(
  'figure-not-found',
  derived('Auditors graded 100% of cases as good.', 'Auditors graded 60 cases, and some were good.'),
  ['100%'],
);
const many = 'Auditors graded 60, 11, 12, 13, 14, 15, 16, 17, 18, 19 and six cases as good.';
check('figure-not-found', derived('Auditors graded 10% of cases as good.', many), ['10%']);

const worse = (span: string): string => derived(`Response times went up ${span}.`, 'Response times are long.');
check('figure-not-found', worse('from nine minutes to 11'), []);
check('figure-not-found', worse('from nine calls to 11'), ['11']);

// What is so in one respect, and the contrary in another.
const behaviour = (more: string): string =>
  `## Summary\n\nPupils say that behaviour is ${more}poor at lunchtime.\n\n## Findings\n\n1. Behaviour at lunchtime is good.`;
generic('opposite-claims', behaviour('good in lessons and '), []);
generic('opposite-claims', behaviour(''), ['behaviour is poor at lunchtime']);
