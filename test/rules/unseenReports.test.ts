import { checkByRule as check, checkFinding as found } from './checkByRule.ts';

// What stands in reports of many hands and is right: nothing may be told of it. Beside it, its like that is wrong.

const generic = '---\nframework: generic\nprovider: [Ely Care DAC, Ely House]\n---\n\n# Ely House\n\n';

// Numbers in words of a hundred and more.
found('percentage-mismatch', 'There are 210 pupils. One hundred and twenty-six of them (60%) learn to swim.', []);
found('percentage-mismatch', 'There are 210 pupils. One hundred and twenty-six of them (70%) learn to swim.', ['70%']);

// A comparison is no part of a whole, and an age no number of things.
found('count-mismatch', 'In 2014, 33 babies moved: 11 more than in 2013, and 15 more than in 2012.', []);
found('count-mismatch', 'In 2014, 33 babies moved: 11 to hostels, and 19 to homes.', ['11 to hostels, and 19']);
found('count-mismatch', 'Family finding for children over four is slow. Five have waited for a year.', []);
check(
  'count-mismatch',
  '### The inspection team\n\nThe inspection team consisted of one of Her Majesty’s Inspectors, and a seconded\ninspector.\n\nLead inspector: Ann Ash\n\nSeconded inspector: Bo Beech\n',
  [],
);

// A scale that is not the framework's.
const rated = (...rows: string[]): string => `${generic}| Area | Grade |\n| --- | --- |\n${rows.join('\n')}\n`;

check('unknown-grade', rated('| Food | C2 |', '| Rooms | G1 |', '| Staff | V2 |'), [], 'generic');
check('unknown-grade', rated('| Food | Good |', '| Rooms | Godo |', '| Staff | V2 |'), ['Godo', 'V2'], 'generic');
check('unknown-grade', rated('| Food | Godo |', '| Rooms | V1 |', '| Staff | V2 |'), ['Godo'], 'generic');
check(
  'unknown-grade',
  `${rated('| Food | Good |', '| Rooms | Excellent |', '| Staff | Adequate |')}\n## Food: Good\n\n## Rooms: Excellent\n\n## Staff: Adequate\n`,
  [],
  'generic',
);
check(
  'judgement-mismatch',
  `${rated('| Food | Good |', '| Rooms | Excellent |', '| Staff | Adequate |')}\n## Food: Good\n\n## Rooms: Adequate\n\n## Staff: Adequate\n`,
  ['Adequate'],
  'generic',
);

// Titles that are like those of other reports.
const titled = (...titles: string[]): string =>
  `${generic}${titles.map(title => `${title}\n\nWe met pupils.\n`).join('\n')}`;

check('missing-section', titled('## How we inspect', '## Commendations', '## Our judgement'), [], 'generic');
check('missing-section', titled('## What I found', '## What we fuond'), ['What we fuond'], 'generic');
check(
  'missing-section',
  titled('## How we inspcted', '## Recomendations'),
  ['How we inspcted', 'Recomendations'],
  'generic',
);
check(
  'heading-level',
  titled('## Summary', '### Background', '### Recommendations', '## Part one', '## Part two'),
  [],
  'generic',
);
check(
  'heading-level',
  titled(
    '## Overall summary',
    '## Care',
    '### Areas for improvement',
    '## Food',
    '### Areas for improvement',
    '## About this inspection',
  ),
  [],
  'generic',
);
check(
  'heading-level',
  titled('## Executive summary', '## Findings', '### Recommendations', '## Methodology'),
  ['###'],
  'generic',
);

// A part of a section that a table grades, and what a divider parts off.
const evaluated = (question: string): string =>
  `${generic}## About this inspection\n\nIt was short.\n\n## Background\n\nIt is old.\n\n## How good is our care? 5 – Very good\n\n### Areas for improvement\n\n1. Stay.\n\n## Our evaluations\n\n| Question | Evaluation |\n| --- | --- |\n| ${question} | 5 – Very good |\n`;
check('heading-level', evaluated('How good is our care?'), [], 'generic');
check('heading-level', evaluated('How good is our food?'), ['###'], 'generic');
check(
  'heading-level',
  '# Children’s services in Ely are good\n\n## Executive summary\n\n## The local authority\n\n### Information about this local authority area\n\n## Recommendations\n\n## Information about this inspection\n',
  [],
);

// Bold lines: a signature, and one that stands in several sections.
check(
  'heading-level',
  `${generic}## Foreword\n\nWe met pupils.\n\n**Chief Inspector of Homes**\n\n## Care\n\n### Staff\n\n**Strengths**\n\n- They stay.\n\n**Areas for improvement**\n\n- They leave.\n\n### Rooms\n\n**Strengths**\n\n- They are big.\n\n## Recommendations\n\n1. Stay.\n`,
  ['**Strengths**'],
  'generic',
);
// What a summary sums up, named in bold type, is no section that has lost its marks.
check(
  'heading-level',
  `${generic}## Summary\n\n**Staff**\n\nThey stay.\n\n**Rooms**\n\nThey are big.\n\n## Staff\n\nThey stay.\n\n## Rooms\n\nThey are big.\n`,
  ['**Staff**'],
  'generic',
);

// A recommendation’s own label, and a reference that is like it.
check(
  'reference-form',
  `${generic}## Recommendations\n\nRecommendation no. 1: Keep records.\n\nWe say so in recommendation no. 1 above.\n`,
  ['recommendation no. 1'],
  'generic',
);

// Facts in a list end in figures, brackets and words.
check(
  'cut-paragraph',
  `${generic}## About the home\n\n- 365 new residents each year (around 30 a month)\n\n- 121 foreign residents (15%)\n\n- 27% of residents from minority backgrounds\n\n- 18 residents with a garden.\n`,
  [],
  'generic',
);
check(
  'cut-paragraph',
  `${generic}## About the home\n\n- It is clean.\n\n- It is warm.\n\n- It has visits made to\n\n- It is light.\n`,
  ['to'],
  'generic',
);

// A company’s name, and an acronym that is written out after a line’s end.
check('undefined-acronym', `${generic}The provider is Ely Care DAC. The HRA is not.\n`, ['HRA'], 'generic');
found('undefined-acronym', 'Nurses use the MUST score\n(malnutrition universal screening tool). The MUST is kept.', []);

// So many of all that there are.
found('figure-conflict', 'In two regions, staff kept no records. We interviewed managers in all 14 regions.', []);
found('figure-conflict', 'The two regions keep records. We met managers in all 14 regions.', ['two']);

// The order of the last template; before it the opening sections had several.
const opening =
  '# Children’s services in Ely are good\n\n## Recommendations\n\n1. Go on.\n\n## Executive summary\n\nAll is well.\n';
check('section-order', opening, ['Executive summary'], 'ofsted-sif');
check('section-order', opening, [], 'ofsted-sif-2015');
check('section-order', opening, [], 'ofsted-sif-2014');

// A board’s sections beside its heading.
check(
  'section-order',
  '# The overall judgement is that children’s services are good\n\n## Summary of findings\n\n1. All is well.\n\n## Areas for improvement\n\n2. Go on.\n\n## The experiences and progress of children who need help and protection\n\n3. They are safe.\n\n## Leadership, management and governance\n\n4. It is good.\n\n## The Local Safeguarding Children Board (LSCB)\n\n## Inspection judgement about the LSCB\n\n5. It is good.\n\n## Information about the inspection\n',
  [],
  'ofsted-sif-2014',
);

check(
  'section-order',
  '# Children’s services in Ely are good\n\n## Executive summary\n\nAll is well.\n\n## Recommendations\n\n1. Go on.\n\n## Leadership, management and governance\n\n2. It is good.\n\n## The Local Safeguarding Children Board (LSCB)\n\n### The Local Safeguarding Children Board requires improvement\n\n### Executive summary\n\nIt meets.\n\n### Recommendations\n\n3. Meet.\n\n## Information about this inspection\n',
  [],
);

// What a recommendation asks, and what follows it.
const asked = (recommendation: string, finding: string): string =>
  `## Recommendations\n\n1. ${recommendation}\n\n## Inspection findings\n\n2. ${finding} (Recommendation 1)\n`;

check(
  'recommendation-limb',
  asked(
    'Make certain that reports are accurate, and that leaders use them.',
    'Leaders do not use reports, which are wrong.',
  ),
  [],
);
check(
  'recommendation-limb',
  asked(
    'The head should introduce an automatic alert to payroll when a post falls vacant. Staff should be told.',
    'When a post falls vacant, payroll is not told, nor are staff.',
  ),
  [],
);
check(
  'recommendation-limb',
  asked(
    'Revise the policy. Priority: low. Partly agreed: the trust is to merge its handbooks and leaflets by autumn.',
    'The policy is old.',
  ),
  [],
);

// The rest of a hundred.
const summed = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. ${finding}\n\n2. Visits are regular.\n`;

check('figure-not-found', summed('It has lost touch with 38% of leavers.', 'It is in touch with 62% of leavers.'), []);
check('figure-not-found', summed('It is in touch with 38% of leavers.', 'It is in touch with 62% of babies.'), ['38%']);

// Sections of one kind with other titles.
check(
  'heading-level',
  `${generic}## Recommendations\n\n1. Stay.\n\n## Care\n\nRating: Good\n\n### Areas for improvement\n\n- They leave.\n\n## Food\n\nRating: Good\n\n### Areas for improvement\n\n- It is cold.\n`,
  [],
  'generic',
);

// One who is named in another post may be counted by rank.
const ofRanks = (last: string): string =>
  `### The inspection team\n\nThe inspection team consisted of two of Her Majesty’s Inspectors (HMI) and one senior Her Majesty’s Inspector (SHMI).\n\nLead inspector: Ann Ash\n\nTeam inspector: Bo Beech\n\n${last}\n`;
check('count-mismatch', ofRanks('Quality assurance manager: Cy Cedar (SHMI)'), []);
check('count-mismatch', ofRanks('Quality assurance manager: Cy Cedar'), ['two']);

// Wherever a line ends, words say the same.
check(
  'count-mismatch',
  '### The inspection team\n\nThe inspection team consisted of three of Her Majesty’s Inspectors.\n\nTeam inspectors: Ann Ash, Bo Beech and\nCy Cedar\n',
  [],
);
found('undefined-acronym', 'Pupils have had WRAP\n    (workshop to raise awareness). They know WRAP.', []);
found('undefined-acronym', 'Pupils go to the Cool KIDZ\n    Club. They like it.', []);
found('undefined-acronym', 'Pupils go to the EAS,\n    the youth service. They like it.', []);
check(
  'cut-paragraph',
  '## What needs to improve\n\n- Plans are clear;\n- visits are regular;\n- staff are trained;\n    and\n- leaders know it.\n',
  [],
);

// Quotation marks of a typewriter.
found('unclosed-bracket', 'One said "they listen, and another agreed.', ['"']);
found('unclosed-bracket', 'One said "they listen", and another "they do" (5" and 6").', []);
check('unclosed-bracket', `${generic}## What next (information for the school\n\nIt goes on.\n`, ['('], 'generic');

// Days and dates.
const dated = (text: string): string =>
  `---\nframework: generic\ninspected: 2022-09-12/2022-09-23\npublished: 2022-12-01\n---\n\n${text}\n`;

check('date-order', dated('We came on Tuesday 12 September 2022.'), ['Tuesday 12 September 2022'], 'generic');
check('date-order', dated('We came on Monday 12 September 2022.'), [], 'generic');
check(
  'date-order',
  dated('Inspection dates: 12 September 2022 to 23 September 2021'),
  ['23 September 2021'],
  'generic',
);
// Of a day of publication that cannot be read nothing is known.
const later = 'Services have improved since the last inspection in 2028.';
check('date-order', dated(later), ['2028'], 'generic');
check('date-order', dated(later).replace('2022-12-01', 'soon'), [], 'generic');
check('date-order', dated('Inspection dates: 12 to 23 September 2022'), [], 'generic');
check('date-order', dated('The review took place from 12 to 23 October 2022.'), ['23 October 2022'], 'generic');
check(
  'date-order',
  dated('We inspected the force between 12 September and 23 October 2022.'),
  ['23 October 2022'],
  'generic',
);
check('date-order', dated('We inspected the force last on 12 May 2018.'), [], 'generic');
check(
  'date-order',
  dated('## Recommendations\n\nBy 31 May 2021, the service should train managers.'),
  ['31 May 2021'],
  'generic',
);
check('date-order', dated('## Recommendations\n\nBy 31 May 2023, the service should train managers.'), [], 'generic');
check(
  'date-order',
  dated('## Requirement of the last inspection\n\nBy 31 May 2021, the home must train managers.'),
  [],
  'generic',
);
check('date-order', dated('It has one home, judged to be good in July 2022.'), [], 'generic');
check('date-order', dated('It has one home, which is planned to be opened in July 2022.'), ['July 2022'], 'generic');
check('date-order', dated('In May 2024, a team of inspectors visited the home.'), ['May 2024'], 'generic');
check('date-order', dated('In May 2024, residents are to move to a home that was built for them.'), [], 'generic');

// Figures that are compared, and what is said of how far they are apart.
found('change-direction', 'It held 3,120 babies in 2017–18, more than the 3,244 it held in 2016–17.', ['3,244']);
found('change-direction', 'It held 3,120 babies in 2017–18, fewer than the 3,244 it held in 2016–17.', []);
found('change-direction', 'The wait has risen from 38 weeks to 17.', ['38 weeks to 17']);
found('change-direction', 'The wait has risen from 38 weeks to 17 months.', []);
found('change-direction', 'Falls were 4.1 per 1,000 bed days, up from 5.6 in 2016.', ['5.6']);
found('change-direction', 'Checks per 1,000 people: 3.9, up from 14.2 in the year before.', ['14.2']);
found('change-direction', 'It was used by 4,066 families, 12% fewer than in 2013–14, when 3,630 used it.', ['fewer']);
found('change-direction', 'It was used by 4,066 families, 12% more than in 2013–14, when 3,630 used it.', []);
found('change-direction', 'Exclusions fell from 26 in 2018/19 to four in 2022/23, a drop of 58%.', ['58%']);
found('change-direction', 'Exclusions fell from 26 in 2018/19 to four in 2022/23, a drop of 85%.', []);
found('change-direction', 'Overtime cost £418,000 in 2022/23, a rise of 20% on the £380,000 of 2021/22.', ['20%']);
found('change-direction', 'Overtime cost £418,000 in 2022/23, a rise of 10% on the £380,000 of 2021/22.', []);
found(
  'change-direction',
  'The budget is £96 million in 2021–22, compared with £81 million in 2017–18, a fall of a fifth.',
  ['fall'],
);
found(
  'change-direction',
  'The budget is £96 million in 2021–22, compared with £81 million in 2017–18, a rise of a fifth.',
  [],
);
found(
  'change-direction',
  'It plans to spend £310m by 2029, compared with £228m in the last plan, an increase of £92m.',
  ['92m'],
);
found(
  'change-direction',
  'It plans to spend £310m by 2029, compared with £228m in the last plan, an increase of £82m.',
  [],
);
found('change-direction', 'The share is 31.6%, compared with 21.6% in 2019, a rise of ten percentage points.', []);

// Sums, and lists that are announced.
found('count-mismatch', 'It spent £46.2m in 2020/21: £36.5m on staff, £4.1m on premises and £6.5m on other things.', [
  '36.5m on staff, £4.1m on premises and £6.5m',
]);
found(
  'count-mismatch',
  'It spent £46.2m in 2020/21: £36.5m on staff, £4.1m on premises and £5.6m on other things.',
  [],
);
found('count-mismatch', 'It put in £11.3 million over three years: £3.5 million, £3.7 million and £4.7 million.', [
  '3.5 million, £3.7 million and £4.7 million',
]);
found('count-mismatch', 'There were 412 assaults (300 between boys and 122 on staff).', ['300 between boys and 122']);
found('count-mismatch', 'Last autumn 1,870 boys left: 1,337 (71%) to an address and 543 (29%) to none.', [
  '1,337 (71%) to an address and 543',
]);
found('count-mismatch', 'It has 31 stations, of which nine are old, five are new and 18 are rented.', [
  'nine are old, five are new and 18',
]);
found('count-mismatch', 'Of 34 staff, 33 had done training in lifting, 32 in safety and 30 in care.', []);
found('count-mismatch', 'Of 84 audits, auditors judged eight to be good, 51 to be fair and 25 to be poor.', []);
found('count-mismatch', 'It has four faculties: Arts and Humanities; Education; and Health and Society.', ['four']);
found('count-mismatch', 'We looked at all four consumer standards: Safety and Quality; Tenancy; and Accountability.', [
  'four',
]);
found('count-mismatch', 'It was done by a team of six reviewers:\n\n    - Dr Ann Ash (reviewer)\n    - Bo ap Beech.', [
  'six',
]);
found('count-mismatch', 'We met four pupils:\n\n    - they like it\n    - they do not.', []);
found('count-mismatch', 'We met seven members of staff: the manager, two carers, three nurses, a cook and a cleaner.', [
  'seven',
]);
found(
  'count-mismatch',
  'We met eight members of staff: the manager, two carers, three nurses, a cook and a cleaner.',
  [],
);
found('count-mismatch', 'Four monitoring visits (in May 2018, in May 2019 and in July 2020) show it.', ['Four']);
const totals = (...rows: string[]): string =>
  `${generic}| Year | Grants | Share |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
check(
  'percentage-mismatch',
  totals('| 2019 | 171 | 40% |', '| 2020 | 240 | 60% |', '| **Total** | **421** | 100% |'),
  ['**421**'],
  'generic',
);
check(
  'percentage-mismatch',
  totals('| 2019 | 171 | 40% |', '| 2020 | 240 | 60% |', '| **Total** | **411** | 100% |'),
  [],
  'generic',
);
check(
  'percentage-mismatch',
  totals('| All | 171 | 40% |', '| Of which boys | 40 | 6% |', '| Total | 171 | 100% |'),
  [],
  'generic',
);

// Grades that are not read.
check(
  'unknown-grade',
  `${generic}| Overall effectiveness | Good |\n| --- | --- |\n| Food | Good |\n| Rooms | Outstandng |\n| Staff | Good |\n`,
  ['Outstandng'],
  'generic',
);
check(
  'unknown-grade',
  `${generic}| Overall effectiveness | Good |\n| --- | --- |\n| Food | Good |\n| Pupils | 391 |\n| School | Maintained |\n`,
  [],
  'generic',
);
check(
  'unknown-grade',
  `${rated('| Food | Good |', '| Rooms | Good |', '| Staff | Good |')}\n## Food\n\nRating: Good\n\n## Rooms\n\nRating: Good\n\n## Staff\n\nGood\n\nThey stay.\n`,
  ['Good'],
  'generic',
);

// Shares in the middle of a sentence, and what was found once.
found('count-mismatch', 'We found that, of the 38, 16 were met, eight were partly met and 15 were not.', [
  '16 were met, eight were partly met and 15',
]);
found('count-mismatch', 'Leaders look at plans; of 60 in spring, 21 were good, 40 were fair and nine were poor.', [
  '21 were good, 40 were fair and nine',
]);
found('change-direction', 'Suspensions fell by a third between 2021/22 and 2022/23, from 640 to 512.', ['a third']);
found('change-direction', 'Suspensions fell by a fifth between 2021/22 and 2022/23, from 640 to 512.', []);
check('date-order', dated('It has grown since it was judged to require improvement in 2028.'), ['2028'], 'generic');
check('date-order', dated('It was found to be poor in 2018.'), [], 'generic');

// Shares in many forms.
for (const [text, right, wrong] of [
  ['Of 52 staff, 47 are trained in lifting (@).', '90%', '80%'],
  ['In our sample of 120 files, 42 (@) lacked a sheet.', '35%', '53%'],
  ['In all, 46 of 52 pupils in Year 1 (@) can swim.', '88%', '78%'],
  ['It found work for 26 of last year’s 34 interns (@).', '76%', '67%'],
  ['There are 28 vacancies among its 160 posts, or @.', '17.5%', '27.5%'],
  ['It had 14.5 vacancies, which is @ of its 80.5 posts.', '18%', '28%'],
  ['Many grants were made. In all, @ of the grants (796 of 1,284) were small.', '62%', '72%'],
  ['The share of trained staff is @: 190 of 250.', '76%', '66%'],
  ['Last autumn 1,870 boys left: 1,327 (@) to an address and 543 (29%) to none.', '71%', '61%'],
  ['It has 4,215 students: 3,372 undergraduates (80%) and 843 postgraduates (@).', '20%', '30%'],
  ['Of the 480 pupils who should have one, 320 had a plan. The remaining 160 (@) did not.', '33%', '23%'],
  ['In May 96 interviews should have been offered. In 24 cases (@) they were not.', '25%', '35%'],
  ['It has 18,420 homes. Of these, 13,815 (75%) are let, and 2,763 (@) are for the old.', '15%', '25%'],
] as const) {
  found('percentage-mismatch', text.replace('@', right), []);
  found('percentage-mismatch', text.replace('@', wrong), [wrong]);
}
const listed = (item: string): string =>
  `## Inspection findings\n\n- At 31 March 2014, 240 babies were looked after. It was 246 at 31 March 2013. Of the 240:\n    - ${item}\n`;
check('percentage-mismatch', listed('60 live outside the borough (25%)'), []);
check('percentage-mismatch', listed('60 live outside the borough (35%)'), ['35%']);
check('percentage-mismatch', listed('60 (35%) live outside the borough'), ['35%']);
found('percentage-mismatch', 'It is suitable for 91 of the 69 (95%).', ['91']);

// Two sentences that agree.
const drift = (one: string, other: string, expected: readonly string[]): void =>
  check('quantifier-drift', `${summed(one, 'Visits are regular.')}\n3. ${other}\n`, expected);

drift(
  'Strategy meetings do not always include health staff.',
  'When health staff do not attend strategy meetings, social workers ring them.',
  [],
);
drift('Health histories are not given to all of them.', 'Not all leavers have been given their health history.', []);
drift('Babies live, for the most part, in stable homes.', 'Most babies live in stable homes.', []);
drift('More than a third of babies live outside Ely.', 'Two thirds of the babies on it live outside Ely.', []);

// Headings with numbers, and those of areas that are graded.
check('heading-form', titled('## 1. Food', '## 2. Rooms', '## 2. Staff', '## 4. Care'), ['2'], 'generic');
check('heading-form', titled('## 1 Food', '## 2 Rooms', '## 4 Staff', '## 5 Care'), ['4'], 'generic');
check(
  'heading-form',
  titled('## 1. Food', '### 1.1 Meals', '### 1.2 Drinks', '### 1.2 Snacks', '## 2. Rooms', '## 3. Care'),
  ['1.2'],
  'generic',
);
check('heading-form', titled('## 1. Food', '## 2. Rooms', '## 3. Staff', '## 10 Downing Street'), [], 'generic');
check(
  'heading-form',
  titled('## Regulation 15: Staffing', '## Regulation 3: Purpose', '## Regulation 9: Rights'),
  [],
  'generic',
);
check(
  'heading-form',
  `${rated('| Regulation 8: Protection | Good |', '| Regulation 9: Rights of all | Good |')}\n## Regulaton 8: Protection\n\n## Regulation 9: Rights of all\n`,
  ['Regulaton 8: Protection'],
  'generic',
);

// One slip is told once.
check('bullet-form', `${generic}We found:\n\n- it is clean\n\n-it is warm\n\n- it is light.\n`, ['-'], 'generic');
check('bullet-form', `${generic}- It is clean.\n- It is warm.\n–It is light.\n`, ['–'], 'generic');
const mash = 'Partners share the multi-agency safeguarding hub (MASH). The MSAH is well led.';
found('undefined-acronym', mash, ['MSAH']);
found('unused-acronym', mash, []);
found('unused-acronym', mash.replace(' The MSAH is well led.', ''), ['MASH']);
found('undefined-acronym', 'Pupils in broad general education (BEG) do well. The BGE is good.', ['BEG']);
found('undefined-acronym', 'It is 24%. TODO update this.', []);
check(
  'duplicate-recommendation',
  '## Recommendations\n\n1. Reduce the caseloads of social workers in all the teams of the county.\n\n## Recommendations\n\n1. Reduce the caseloads of social workers in all the teams of the county.\n',
  [],
);
found('count-mismatch', 'It has 4,215 students: 3,272 undergraduates (80%) and 843 postgraduates (20%).', []);

// Parts that exclude each other, and wholes that are taken up again.
found('count-mismatch', 'Of the eight areas, seven have been addressed and two in part.', [
  'seven have been addressed and two',
]);
found('count-mismatch', 'Of the eight areas, six have been addressed and two in part.', []);
found('count-mismatch', 'Of the 30 pupils, 20 play music and 12 play games.', []);
found('count-mismatch', 'It tests nine scenarios. In two of the eight, covenants break.', ['eight']);
found('count-mismatch', 'It tests nine scenarios. In two of the nine, covenants break.', []);
found('count-mismatch', 'It tests nine scenarios. In two of the eight counties, covenants break.', []);
found('count-mismatch', 'Audits rate 45% as good, 58% as requiring improvement and 7% as inadequate.', [
  '45% as good, 58% as requiring improvement and 7%',
]);
found('count-mismatch', 'Audits rate 45% as good, 48% as requiring improvement and 7% as inadequate.', []);
found('count-mismatch', 'The team comprised a manager, five inspectors and nine advisers (17 people in all).', ['17']);
found('count-mismatch', 'The team comprised a manager, five inspectors and nine advisers (15 people in all).', []);
found('change-direction', 'It had a deficit of £94,000 in March 2017; by March 2018 this had been cut to £212,000.', [
  '94,000 in March 2017; by March 2018 this had been cut to £212,000',
]);
found(
  'change-direction',
  'It had a deficit of £212,000 in March 2017; by March 2018 this had been cut to £94,000.',
  [],
);
found('percentage-mismatch', 'Of 52 staff, 47 are trained. The other six are booked.', ['six']);
found('percentage-mismatch', 'Of 52 staff, 47 are trained. The other five are booked.', []);
found('percentage-mismatch', 'It has 40 places for babies, 48 of which are taken.', ['48']);
found('percentage-mismatch', 'It has 40 places for babies, 38 of which are taken.', []);
check(
  'opposite-claims',
  summed(
    'Too many babies wait without a social worker.',
    'Too many of you do not have a social worker, or have had too many.',
  ),
  [],
);
const already = (finding: string): string =>
  `## Recommendations\n\n1. Improve the quality of targets in personal education plans in the early years.\n\n## Inspection findings\n\n2. ${finding}\n`;
check(
  'opposite-claims',
  already('Personal education plans are good, although targets in the early years are sometimes vague.'),
  [],
);

// What four more hands wrote.
check('missing-section', titled('## About the inspection', '## Findings'), [], 'generic');
check(
  'heading-level',
  `${rated('| How good is our setting? | Good |', '| How good is our staff team? | Good |')}\n## About the service\n\nIt is small.\n\n## About this inspection\n\nWe came.\n\n## How good is our setting?\n\nIt is warm.\n\n### Areas for improvement\n\n1. Mend the roof.\n\n## How good is our staff team?\n\nThey are kind.\n`,
  [],
  'generic',
);
found('figure-conflict', 'For 12 of the 30 grants, no grantees wrote. We met three grantees.', []);
drift('Not all leavers have a named adviser.', 'Of 118 leavers, 29 (25%) do not have a named adviser.', []);
check(
  'figure-not-found',
  `${generic}## Key findings\n\n- Boys spent 6.2 hours out.\n\n- Staff were kind.\n\n## What we found\n\nAt 10am 47 boys were in class.\n`,
  [],
  'generic',
);
found('figure-conflict', 'The longest stay was 41 weeks.\n\n2. Ms B stayed for 29 weeks. Her stay was 29 weeks.', []);
check('figure-not-found', summed('We looked at 17 complaints. We upheld 14 of the 17.', 'Of these, 14 were upheld.'), [
  '17',
]);
const citing = (...rest: string[]): string =>
  `${generic}## Findings\n\n1. Records are poor.\n\n2. Posts are vacant.\n\n## Recommendations\n\n${rest.map((text, i) => `${i + 3}. ${text}\n`).join('\n')}`;
check(
  'untagged-recommendation',
  citing('Pay them.', 'Fill the posts (paragraph 2).', 'Keep records (paragraph 1).'),
  [],
  'generic',
);
check(
  'untagged-recommendation',
  citing(
    'Pay them.',
    'Fill the posts (paragraph 2).',
    'Keep records (paragraph 1).',
    'Look (paragraph 1).',
    'See (paragraph 2).',
  ),
  ['3'],
  'generic',
);

// What fourteen more hands wrote: inspectors of prisons, police, schools and fire services, auditors and an ombudsman.
found('figure-conflict', 'Of the 940 referrals, 402 were of high risk and 420 of low risk.', []);
found(
  'figure-conflict',
  'Of the late referrals, 402 are of high risk.\n\n2. Some 420 late referrals are of high risk.',
  ['402'],
);
found('figure-conflict', 'Pupils of the seven bases achieve well. There are 60 new places, 20 in bases.', []);
found('figure-conflict', 'Pupils of the seven bases achieve well.\n\n2. There are 20 bases.', ['seven']);
const spent = (total: string, over: string): string =>
  `Its actual spend was £${total}, which was £${over} more than estimated.`;
found('figure-conflict', `${spent('561,204,000', '12,294,000')}\n\n2. ${spent('155,716,000', '7,416,000')}`, []);
found('figure-conflict', `${spent('561,204,000', '12,294,000')}\n\n2. ${spent('561,204,000', '7,416,000')}`, [
  '12,294,000',
]);
const heldAgainst = (...outcomes: string[]): string =>
  `${generic}${outcomes.map((outcome, i) => `## Part ${i}\n\n${outcome} against this healthy prison test.\n\nStaff are kind.\n\n`).join('')}`;
for (const rule of ['opposite-claims', 'quantifier-drift', 'repeated-sentence']) {
  check(
    rule,
    heldAgainst(
      'Outcomes for prisoners were reasonably good',
      'Outcomes for prisoners were poor',
      'Outcomes for prisoners were not sufficiently good',
    ),
    [],
    'generic',
  );
}
check(
  'opposite-claims',
  heldAgainst('Outcomes for prisoners were good', 'Outcomes for prisoners were poor'),
  ['Outcomes for prisoners were good against this healthy prison test'],
  'generic',
);
const asking = (rest: string): string =>
  `## Recommendations\n\n1. Ensure that personal education plans are completed within timescales for all.\n\n## Inspection findings\n\n2. ${rest}\n`;
check('opposite-claims', asking('All personal education plans (98%) are read by teachers, and half are good.'), []);
check('figure-not-found', summed('It had 5.1 burglaries per 1,000 households.', 'There were 5.1 burglaries.'), []);
check('identifying-detail', `${generic}We spoke to Mrs X and to Mr B Jones.\n`, ['Mr B Jones'], 'generic');
const concerns = (...titles: string[]): string =>
  titled('## Introduction', '## Our aims', ...titles.map(title => `### ${title}`), '## Summary', '## Background');
check('heading-level', concerns('Priority concerns', 'Key concerns'), [], 'generic');
check('date-order', '---\ninspected: 2023-02-01/2024-05-31\n---\n', [], 'generic');
check('date-order', '---\ninspected: 2023-02-01/2024-02-12\n---\n', ['2023-02-01/2024-02-12'], 'generic');
check('date-order', '---\ninspected: 2023-02-01/2024-05-31\n---\n', ['2023-02-01/2024-05-31']);
const limbs = (rest: string): string =>
  `## Recommendations\n\n1. Improve the timeliness of visits. ${rest}\n\n## Inspection findings\n\n2. Visits are not timely. (Recommendation 1)\n`;
check('recommendation-limb', limbs('We welcome the longer appointments for cyclists.'), []);
check('recommendation-limb', limbs('Introduce longer appointments for cyclists.'), [
  'Introduce longer appointments for cyclists',
]);
check(
  'date-order',
  dated('We inspected 42 cases where orders began between 28 May 2018 and 3 June 2018.'),
  [],
  'generic',
);
found(
  'name-variant',
  'By the Children’s Homes (England) Regulations 2015 it is a home. Children’s homes are few. We visited children’s homes.',
  [],
);
found('name-variant', 'It met the Children’s Homes (Ely) board. We visited children’s homes.', ['children’s homes']);
check(
  'date-order',
  dated('We inspected the force between 12 September 2021 and 23 September 2021.'),
  ['12 September 2021'],
  'generic',
);
check(
  'identifying-detail',
  `${generic}We asked Mr E’s GP, and saw Ms D’s letter and Mr O’Shea.\n`,
  ['Mr O’Shea'],
  'generic',
);
const ofCare = (...rest: string[]): string =>
  `${generic}## Summary of findings\n\n${['Staff are kind to all the people who live here, and they know each of them well.', ...rest].join('\n\n')}\n`;
check(
  'cut-paragraph',
  ofCare('For more details, please see the full report which is on the website of the body at www.ely.org.uk'),
  [],
  'generic',
);
check(
  'cut-paragraph',
  ofCare('For more details, please see the full report which is on the website of the body and the'),
  ['the'],
  'generic',
);
const compliance = (...sections: string[]): string =>
  `${rated('| Capacity | |', '| Staffing | Compliant |', '| Training | Compliant |', '| Quality | |', '| Rooms | Compliant |')}\n${sections.join('\n\nStaff are kind.\n\n')}\n\nThey are kind.\n`;
check(
  'unknown-grade',
  compliance('## Capacity', '### Staffing', '### Training', '## Quality', '### Rooms'),
  [],
  'generic',
);
check(
  'unknown-grade',
  compliance('## Capacity', '## Staffing', '## Training', '## Rooms'),
  ['Capacity', 'Quality'],
  'generic',
);
const moreOf = (asked: string, said: string): string =>
  `## Recommendations\n\n1. ${asked} early help in all districts.\n\n## Inspection findings\n\n2. ${said}\n`;
check('opposite-claims', moreOf('Improve the availability of', 'Early help is a strength.'), []);
check('opposite-claims', moreOf('Improve the quality of', 'Early help is a strength.'), ['Early help is a strength']);
check('opposite-claims', moreOf('Improve the availability of', 'Early help is sufficient.'), [
  'Early help is sufficient',
]);
const keptSafe = (children: string): string =>
  `## Summary for children and young people\n\n- Some children in Ely are not kept safe.\n\n## The experiences and progress of children who need help and protection\n\n### Summary\n\n${children} in Ely do not receive services that keep them safe.\n\n### Inspection findings\n\n1. All is well.\n`;
check('quantifier-drift', keptSafe('Children in need of help and protection'), []);
check('quantifier-drift', keptSafe('Children'), ['Some children in Ely are not kept safe']);
const visited = (title: string, rest = ''): string =>
  `---\nframework: ofsted-ilacs\ntitle: ${title} to Ely children’s services\n---\n\n## Headline findings\n\nAdvisers are kind.\n${rest}`;
for (const rule of ['missing-judgement', 'missing-section']) {
  check(rule, visited('Focused visit'), [], 'ofsted-ilacs');
  check(rule, visited('Full visit'), ['Headline findings'], 'ofsted-ilacs');
}

// Parts of two areas that are called alike.
const ratedParts = (...rows: string[]): string => rated(...rows.map(row => `| ${row} | Good |`));
check('duplicate-judgement', ratedParts('2.1 Planning', '2.2 Reviews', '3.1 Planning'), [], 'generic');
check('duplicate-judgement', ratedParts('2.1 Planning', '2.2 Planning', '3.1 Reviews'), ['Planning'], 'generic');

// What *these* are is said in the sentence before, or before a comma; and *of whom* after a comma is of all of them.
found('percentage-mismatch', 'There were 435 fires. Two barns accounted for 87 of these.', []);
found('percentage-mismatch', 'There were 435 fires. Two barns accounted for 487 of these.', ['487']);
found('percentage-mismatch', 'Last year, two barns were lit, and 87 of these were burnt.', ['87']);
found('percentage-mismatch', 'It was built for 120 pupils and now teaches 214, of whom 191 board.', []);
found('percentage-mismatch', 'It was built for 120 pupils, 214 of whom board.', ['214']);

// Those of which something is said; and digits of which one has come in between.
found('figure-conflict', 'All 15 lines that we counted were busy.\n\n2. The hall has 30 lines.', []);
found('figure-conflict', 'All 15 lines were busy.\n\n2. The hall has 30 lines.', ['15']);
found('figure-conflict', 'Savings of £1.5m are identified.\n\n2. Slips of £1.05m were identified.', []);
found('figure-conflict', 'Savings of £1,503,000 are identified.\n\n2. Slips of £1,530,000 were identified.', [
  '1,503,000',
]);

// A tag that stands in the order of the recommendations is that of the one between.
const ordered = (...findings: string[]): string =>
  `## Recommendations\n\n1. Improve the speed of visits.\n\n2. Ensure that permanence is tracked.\n\n3. Repair the roofs of hostels.\n\n## Inspection findings\n\n${findings.map((own, i) => `${i + 4}. ${own}`).join('\n\n')}\n`;
check(
  'untagged-recommendation',
  ordered(
    'The speed of visits is low. (Recommendation)',
    'Long-term homes are found late. (Recommendation)',
    'Hostels have leaking roofs. (Recommendation)',
  ),
  [],
);
check(
  'untagged-recommendation',
  ordered(
    'The speed of visits is low. (Recommendation)',
    'Hostels have leaking roofs. (Recommendation)',
    'Pupils sing.',
  ),
  ['2'],
);
check(
  'untagged-recommendation',
  '## Recommendations\n\n1. Improve the speed of visits.\n\n## Inspection findings\n\n2. The speed of visits is low. (Recommendation)\n\n## The Local Safeguarding Children Board (LSCB)\n\n### Recommendations\n\n3. The board is strong.\n\n4. The chair is able.\n\n5. Its members are keen.\n\n6. All audits are useful.\n',
  ['3'],
);

// People who are named as they should be, and a name with small words in it.
found('identifying-detail', 'We thank the warden, Mr Ash, for his help.', []);
found('identifying-detail', 'The warden, Mr Ash ap Rhys, told us of it.', ['Mr Ash ap Rhys']);
found('identifying-detail', 'Headteacher: Mrs Ash', []);
found('identifying-detail', 'She met one care leaver, and found a flat for another young person who was pregnant.', []);
found('identifying-detail', 'She met one care leaver who was pregnant.', ['one care leaver']);

// What a speaker names is no slip.
const spoken = (text: string): string => `---\nprovider: Rotherham\n---\n\n## Inspection findings\n\n1. ${text}\n`;
check('other-provider', spoken('A girl heard of it “from a good mate in Leeds”.'), []);
check('other-provider', spoken('A girl said “Good”, and heard of it in Leeds.'), ['Leeds']);
check('other-provider', spoken('Wardens have learned very much from peers in Leeds.'), []);

// The common noun before a name, and a name that always has a number.
found(
  'name-variant',
  'The Inspection of Ely Prison is out. We know the Inspection of Ely Prison.\n\n2. The inspection of Ely Prison took a week.',
  [],
);
found('name-variant', 'We saw Key Stage 2 and Key Stage 4.\n\n2. Partners watch each key stage of a decision.', []);
found('name-variant', 'We saw Key Stage 2 and Key Stage 4.\n\n2. Partners watch key stage 3.', ['key stage']);

// Not so beyond a place, and so in it.
const denied = (said: string): string =>
  `## Executive summary\n\n${said}\n\n## Inspection findings\n\n1. Numeracy skills are sound in mathematics lessons.\n`;
check('opposite-claims', denied('Numeracy skills are not developed well enough outside mathematics.'), []);
check('opposite-claims', denied('Numeracy skills are not developed well enough in mathematics.'), [
  'Numeracy skills are not developed well enough in mathematics',
]);

// Letters of the title, of a document, after a name; and a name with small letters is no acronym and a plural *s*.
const titledAs = (title: string, text: string): string =>
  `---\ntitle: ${title}\n---\n\n## Inspection findings\n\n1. ${text}\n`;
check('undefined-acronym', titledAs('Report of the Independent Monitoring Board', 'The IMB met.'), []);
check('undefined-acronym', titledAs('Report of the Board', 'The IMB met.'), ['IMB']);
found('undefined-acronym', 'Sinks complied with HBN 00-10, and OASys was used.', []);
found('undefined-acronym', 'Sinks complied with the HBN, and PINs were used.', ['HBN', 'PIN']);
found('undefined-acronym', 'It is late.\n\nAnn Ash, MHA, FACHE', []);

// A paragraph’s Roman number.
check(
  'placeholder-left',
  '---\nstatus: final\n---\n\n## Summary\n\nxix. It is late.\n\nxx. It is dear.\n',
  [],
  'generic',
);
check(
  'placeholder-left',
  '---\nstatus: final\n---\n\n## Summary\n\nIt is late.\n\nxx. It is dear.\n',
  ['xx'],
  'generic',
);

// What is graded as good as a whole, and otherwise in an area.
const gradedAs = (grade: string): string =>
  `---\nframework: ofsted-ilacs\nprovider: Ely\ntitle: Inspection of Ely children’s services\n---\n\n| Judgement | Grade |\n| --- | --- |\n| The experiences and progress of children in care | ${grade} |\n| Overall effectiveness | Good |\n\nServices for children in Ely are good.\n\n## The experiences and progress of children in care: ${grade.toLowerCase()}\n\n1. The service that children in care receive in Ely is not yet good.\n`;
check('opposite-claims', gradedAs('Requires improvement to be good'), [], 'ofsted-ilacs');
check('opposite-claims', gradedAs('Good'), ['Services for children in Ely are good'], 'ofsted-ilacs');

// What a title leaves open, a part of a section that names it, and an Act’s name with several words in brackets.
check('missing-section', titled('## Summary', '## Findings', '### Area(s) for improvement'), [], 'generic');
check(
  'missing-section',
  titled('## Summary', '## Findings', '### Area for imprvement'),
  ['Area for imprvement'],
  'generic',
);
const parts = (title: string): string[] => [
  '## Executive summary',
  '## Introduction',
  '## Inspection findings',
  `## ${title}`,
  '### Causes',
  '### Areas for improvement',
];
check('heading-level', titled(...parts('Summary of causes and areas for improvement')), [], 'generic');
check('heading-level', titled(...parts('Other matters')), ['###'], 'generic');
found(
  'name-variant',
  'People are held under the Mental Health (Care and Treatment) Act.\n\n2. Their mental health is poor.',
  [],
);
found(
  'name-variant',
  'People know the Mental Health Unit. We read of Mental Health (and more).\n\n2. Their mental health is poor.',
  ['mental health'],
);

// Labels before titles of which only one is known, a name that is quoted, and recommendations in a table.
const labelled = (...titles: string[]): string => titled('## Introduction', '## Safety', '## Annex', ...titles);
check('heading-form', labelled('## Section 1. Summary', '## Section 2. Care', '## Work'), [], 'generic');
check('heading-form', labelled('## Section 1. Summary', '## Care', '## Work'), ['Section 1.'], 'generic');
found('identifying-detail', 'She told us of her worker, ‘Miss Ash’, and her help.', []);
found('identifying-detail', 'She told us of her worker, Miss Ash, and her help.', ['Miss Ash']);
const tabled = (own: string): string =>
  `${generic}## Findings\n\n1. It is late. **Recommendation 1**\n\n## Recommendations\n\n${own}\n`;
check('tag-spelling', tabled('| No. | What |\n| --- | --- |\n| 1 | Hurry |'), [], 'generic');
check('tag-spelling', tabled('1. Hurry up.'), ['Recommendation 1'], 'generic');

// A ratio, a year of long ago, what is compared, what has long been there, who is narrowed down after the mark, and what is
// cut off.
const summary = (text: string, ...findings: string[]): string =>
  `## Executive summary\n\n${text}\n\n## Inspection findings\n\n${findings.map((own, i) => `${i + 1}. ${own}\n`).join('\n')}`;
const wanted = (text: string, own: string): string =>
  `## Recommendations\n\n1. ${text}\n\n## Inspection findings\n\n2. ${own}\n`;

for (const ratio of ['Nine in every 10', 'One in 14', 'Seven out of 12'])
  check('figure-not-found', summary(`${ratio} live in flats.`, 'Plans are clear.', 'Visits are kind.'), []);
for (const built of ['It was built in 1888 and has halls.', 'It was built in 1888.'])
  check('figure-not-found', summary(built, 'Plans are clear.', 'Visits are kind.'), []);
check('figure-not-found', summary('It was late in 1750 cases.', 'Plans are clear.', 'Visits are kind.'), ['1750']);
check('figure-not-found', summary('In every town, 14 live in flats.', 'Plans are clear.', 'Visits are kind.'), ['14']);
check('opposite-claims', wanted('Improve the quality of cake audits.', 'Cake audits are less well developed.'), []);
check('opposite-claims', wanted('Improve the quality of cake audits.', 'Cake audits are well developed.'), [
  'Cake audits are well developed',
]);
check('opposite-claims', summary('Cake audits are well established.', 'Cake audits are not rigorous.'), []);
check('opposite-claims', summary('Cake audits are well designed.', 'Cake audits are not rigorous.'), [
  'Cake audits are well designed',
]);
check(
  'opposite-claims',
  wanted('Planning for cake sales.', 'Planning of cake sales is effective for younger bakers.'),
  [],
);
check('opposite-claims', wanted('Planning for cake sales.', 'Planning of cake sales is effective.'), [
  'Planning of cake sales is effective',
]);
const most = 'Most care leavers live in suitable homes.';
check('quantifier-drift', summary('Some care leavers, particularly those over 21, do not get help.', most), []);
check('quantifier-drift', summary('Some care leavers live in suitable homes, as we saw.', most), [
  'Some care leavers live in suitable homes',
]);
const flats = 'Plans are up to date for 86% of care leavers.';
check('quantifier-drift', summary('Just under half of care leavers (49%) are in work.', flats), []);
check('quantifier-drift', summary('Plans are up to date for few care leavers.', flats), [
  'Plans are up to date for few care leavers',
]);

// *More than* before a deed compares nothing.
const overspent = (than: string): string => `The overspending of £1.9 million was more than ${than} £2.4 million.`;
for (const than of ['accounted for by placements, which cost', 'offset by savings of', 'doubled, to'])
  found('change-direction', overspent(than), []);
found('change-direction', overspent('the planned'), ['2.4 million']);

// A section whose heading is lost, and one number that is missing besides.
const unread = (mark: string): string =>
  `## What needs to improve\n\n- Plans.\n\n${mark}The experiences and progress of children who need help and protection: good\n\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => `${n}. Plans are clear.\n\n`).join('')}## The experiences and progress of children in care: good\n\n11. Homes are kind.\n\n12. Staff are, too.\n`;
check('number-gap', unread('## '), ['11'], 'ofsted-ilacs');
check('number-start', unread(''), [], 'ofsted-ilacs');
