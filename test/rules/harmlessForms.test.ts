import { checkByRule as check, checkFinding as found } from './checkByRule.ts';

// The same in another form: how it is typed, wrapped or worded makes no finding, and hides none.

const generic = (rule: string, text: string, expected: readonly string[]): void =>
  check(rule, `---\nframework: generic\nprovider: Ely\n---\n\n${text}\n`, expected, 'generic');

// Blanks, hyphens and apostrophes of print.
found('change-direction', 'Contacts rose from 612 in 2019 to 1\u00a0010 in 2021.', []);
found('change-direction', 'Contacts fell from 612 in 2019 to 1\u202f010 in 2021.', ['612 in 2019 to 1 010']);
found('identifying-detail', 'Staff speak well of Dr\u00a0Ann Ash.', ['Dr Ann Ash']);
found('identifying-detail', 'Staff speak well of Councillor\n    Ann Ash.', ['Councillor Ann Ash']);
check(
  'count-mismatch',
  '### The inspection team\n\nThe inspection team consisted of two inspectors.\n\nLead inspector: Ann\u00a0Ash\n\nTeam\u00a0inspector: Bo Beech\n',
  [],
);
check(
  'opposite-claims',
  '## Executive summary\n\nEmergency repairs are completed on time.\n\n## Inspection findings\n\n1. Non\u2011emergency repairs are not completed on time.\n',
  [],
);
generic(
  'name-variant',
  '## Care\n\nPlans are under\u2011developed. Records are underdeveloped. Reviews are underdeveloped.',
  ['under\u2011developed'],
);
generic(
  'name-variant',
  '## Care\n\nPlans are under\u2010developed. Records are underdeveloped. Reviews are underdeveloped.',
  ['under\u2010developed'],
);
found('percentage-mismatch', 'Plans were late for 20 of the 31 children (65\\%).', []);
found('percentage-mismatch', 'Plans were late for 20 of the 31 children (75\\%).', ['75\\%']);
found('number-style', 'Plans were late for 65\\% of children.', []);
found('identifying-detail', 'Staff wrote to Mr E\u02bcs doctor.', []);

// *Not* in one word with its verb.
const letters = (denied: string, said: string): string =>
  `## Executive summary\n\nLater life letters ${denied} completed in time.\n\n## Inspection findings\n\n1. Later life letters ${said} completed in time.\n`;
for (const not of ['are not', 'aren’t', "aren't"])
  check('opposite-claims', letters(not, 'are'), [`Later life letters ${not} completed in time`]);
for (const not of ['had not been', 'hadn’t been', "hadn't been"])
  check('opposite-claims', letters(not, 'had been'), [`Later life letters ${not} completed in time`]);
found('repeated-word', 'They didn’t not come, and did not not come.', ['not']);

// Emphasis.
const bold = (heading: string): string =>
  `# **Children’s services in Ely are good**\n\n1. Children who need help and protection: Good\n\n## **${heading}**\n\nJudgement: Good\n`;
check('judgement-place', bold('The experiences and progress of children who need help and protection'), []);
check(
  'provider-mismatch',
  '---\nframework: ofsted-sif\nprovider: Ripon\n---\n\n# **Children’s services in Ely are good**\n',
  ['Ely'],
);
check(
  'judgement-mismatch',
  '| Judgement | Grade |\n| --- | --- |\n| The experiences and progress of children in care | Good |\n\n## **The experiences and progress of children in care are inadequate**\n\n1. Text.\n',
  ['inadequate'],
  'ofsted-ilacs',
);
generic('broken-hyphen', 'It is run by a *not*-for-profit body, and multi- agency teams.', ['multi- agency']);

// A comma before *and*.
check('unknown-area', '3. Leadership, management, and governance: Good\n', []);
check('unknown-area', '3. Leadership, management, and government: Good\n', ['Leadership, management, and government']);

// Dates of other houses.
const fostered = (one: string, other: string): string =>
  `## Executive summary\n\nAt ${one}, seven children lived in private fostering placements.\n\n## Inspection findings\n\n1. At ${other}, nine children lived in private fostering placements.\n`;
check('figure-conflict', fostered('August 31, 2015', '31st August 2015'), ['seven']);
check('figure-conflict', fostered('August 31, 2015', 'May 31, 2015'), []);
check('figure-conflict', fostered('31 Aug 2015', '31 Dec 2015'), []);
found('number-style', 'Timely s. 47 enquiries are held, and on p. 12 examples are given.', []);
found('number-style', 'Enquiries are timely. 47 children were seen.', ['47']);

// Acronyms in quotation marks.
found('undefined-acronym', 'Pupils with special needs and/or disabilities (‘SEND’) do well. SEND is known.', []);
found('undefined-acronym', 'The multi-agency safeguarding hub (known as the MASH) is good. The MASH is new.', []);
found('unused-acronym', 'The multi-agency safeguarding hub (“MASH”) is good.', ['MASH']);

// Words in capitals.
generic('undefined-acronym', 'Action the trust MUST take.\n\nThe trust must ensure that plans are clear.', []);
generic('undefined-acronym', 'Action the trust ALONE can take.\n\nThe trust will ensure it.', ['ALONE']);

// Quotations in either marks.
for (const [open, close] of ['“”', '""', "''"])
  found('identifying-detail', `Her worker, ${open}Miss Tee${close}, listens, and Mrs Ash does.`, ['Mrs Ash']);

// Notes in the details.
check('front-matter-syntax', '---\nframework: ofsted-sif # as agreed\nstatus: final # after moderation\n---\n', []);
check('front-matter-syntax', '---\nframework: ofsted-sif\ntitle: Report # 2\n---\n', ['# 2']);

// Links to paragraphs that the framework does not number.
generic('unresolved-link', '## Care\n\n3. See [paragraph 4](#paragraph-4).\n\n4. See [paragraph 5](#paragraph-5).', [
  '#paragraph-5',
]);

// Grades with more behind them.
const rows = (...grades: string[]): string =>
  `| Area | Rating |\n| --- | --- |\n${grades.map((grade, i) => `| Standard ${i + 1} | ${grade} |\n`).join('')}`;
generic('unknown-grade', rows('Good', '**Requires improvement** (14/36)', 'Good (unchanged)', 'Godo (3)'), [
  'Godo (3)',
]);
generic('unknown-grade', rows('Good', '…', '…', '–', '–'), ['…', '…']);

const skills = (text: string): string =>
  `${rows('Good', 'Good').replace('Rating', 'Grade')}| Skills needs | Reasonable |\n\n## Skills needs\n\n${text}`;
generic('unknown-grade', rows('Good', 'Good ↑ May 2023', 'Good → ← May 2023'), []);
generic('unknown-grade', skills('The college makes a reasonable contribution.'), []);
generic('unknown-grade', skills('The college makes a contribution.'), ['Reasonable']);
const scores = (...said: string[]): string =>
  `## Ratings\n\n| Question | Score |\n| --- | --- |\n${said.map((score, i) => `| ${i === 0 ? 'Overall' : `Question ${i}`} | ${score} |\n`).join('')}`;
generic('unknown-grade', scores('Green-amber', 'Amber-red', 'Green-amber'), []);
generic('unknown-grade', rows('Good', 'Reasonably good', 'Poor', 'Not sufficiently good'), []);
generic('unknown-grade', rows('Good', 'Good', 'Poor', 'Not sufficiently good'), ['Poor', 'Not sufficiently good']);
generic('unknown-grade', scores('Godo', 'Inadequate', 'Good'), ['Godo']);

// Lists that say how many of each.
generic('count-mismatch', 'We have agreed eight actions: two are urgent, five important and one small.', []);
generic('count-mismatch', 'We have agreed four actions: visits, plans and records.', ['four']);

// What each part says of itself.
const parts = (area: string): string =>
  `## Safe\n\nThe service does require improvements in ${area}.\n\n## Caring\n\nThe service does not require any improvements in ${area}.`;
generic('opposite-claims', parts('this area'), []);
generic('opposite-claims', parts('its staffing'), ['The service does require improvements in its staffing']);

// Letters.
generic('identifying-detail', 'Dear Ms Ash and Mr Beech\n\nWe wrote to Ms Ash.', ['Ms Ash']);
check(
  'other-framework',
  '---\nframework: ofsted-ilacs\ntitle: Focused visit to Ely\n---\n\n## Headline findings\n\nA.\n\n## Main findings\n\nB.\n\n## Previous inspections\n\nC.\n\n## About this inspection\n\nD.\n',
  [],
  'ofsted-ilacs',
);
check(
  'other-framework',
  '---\nframework: ofsted-ilacs\ntitle: Visit to Ely\n---\n\n## Headline findings\n\nA.\n\n## Main findings\n\nB.\n\n## Recommendations\n\nC.\n\n## About this inspection\n\nD.\n',
  ['ofsted-ilacs'],
  'ofsted-ilacs',
);

// Answers to two questions, and kinds of things.
const asked = (one: string, other: string): string =>
  `## Reception\n\nIn our survey, 76% said that they had been ${one}.\n\n## Respect\n\nIn our survey, 81% said that they had been ${other}.`;
generic('figure-conflict', asked('treated well there by staff', 'treated with respect by most staff'), []);
generic('figure-conflict', asked('treated with respect by staff', 'treated with respect by staff'), ['76%']);
const plants = (kind: string): string =>
  `## Summary\n\nIts 16 ${kind}plants are old.\n\n## Findings\n\nWe examined the assessments for all 21 plants.`;
generic('figure-conflict', plants('small '), []);
generic('figure-conflict', plants(''), ['16']);

const meetings = (title: string): string =>
  `## Governance\n\nHealth was absent from three of the five meetings.\n\n## ${title}\n\nWe observed four meetings.`;
generic('figure-conflict', meetings('How we inspected'), []);
generic('figure-conflict', meetings('Attendance'), ['five']);
found('change-direction', 'Spending rose from 58 in 2015 to a peak of 97, and fell thereafter, to 43.', []);
found('change-direction', 'Spending rose from 58 in 2015 to 43 in 2018.', ['58 in 2015 to 43']);

// Captions, and parts of a summary.
generic(
  'heading-level',
  '# Ely\n\n## Care\n\n**Table 1: homes by size**\n\n| Size | Homes |\n| --- | --- |\n| Small | 3 |',
  [],
);
generic(
  'heading-level',
  [
    '## Report summary',
    '### Finding',
    '### Recommendations',
    '## What we found',
    '## Recommendations',
    '## How we inspected',
  ]
    .map(title => `${title}\n\nText.\n`)
    .join('\n'),
  [],
);

generic(
  'heading-level',
  ['## Overall summary', '### How we carried out this inspection', '## Areas for improvement', '## Background']
    .map(title => `${title}\n\nText.\n`)
    .join('\n'),
  [],
);

// Titles in capitals.
generic('missing-section', '## Care\n\nText.\n\n## AREA(S) FOR IMPROVEMENT\n\nText.', []);

// What a line's end parts.
found('date-order', 'It has been so since 30\n    February 2011, and not since 28\n    February 2011.', [
  '30 February 2011',
]);
found('unresolved-link', 'See [what is\n    said](#paragraph-1 and below.', ['#paragraph-1']);
const twice = (again: string): string =>
  `## Inspection findings\n\n1. Plans are clear, and families understand what is in them.\n\n2. Visits are made.\n\n3. ${again}\n`;
check('doubled-passage', twice('Plans are clear, and families\n    understand what\u00a0is in them.'), [
  'Plans are clear, and families understand what is in them.',
]);
check('doubled-passage', twice('Plans are clear, and families understand what is in it.'), []);

// Lists that are wrapped.
const wrapped = (width: number): string =>
  `## Care\n\n- Homes are warm, safe and tidy, and children like to live in them.\n- Staff are kind. ${'x'.repeat(width)}.\nChildren say so.\n- Plans are clear, and most of them are up to date.`;
generic('bullet-form', wrapped(56), []);
generic('bullet-form', wrapped(20), ['Children say so.']);

// Shares in words are no counts; what is left of one whole is not what is left of another; parts may be those of the first
// of two numbers; so many of more are *the* so many elsewhere.
found(
  'percentage-mismatch',
  'Of the 60 audits, two thirds were good; of the other 20, 18 were poor and two worse.',
  [],
);
found('percentage-mismatch', 'Of the 60 audits, three quarters were good. The other 15 were late.', []);
found('percentage-mismatch', 'Of the 40 plans, 30 were good and the other one in four was late.', []);
found('percentage-mismatch', 'Of the 60 audits, 45 were good. The other 16 were late.', ['16']);
found('count-mismatch', 'Of the seven reviews, two thirds were good, two were poor and two were late.', []);
found('count-mismatch', 'There were places for 50 of the 64 boys: 20 in class, 18 in workshops and 12 on wings.', []);
found('count-mismatch', 'There were places for 51 of the 64 boys: 20 in class, 18 in workshops and 12 on wings.', [
  '20 in class, 18 in workshops and 12',
]);
const left = (own: string): string =>
  `Of the 60 grant letters, 45 were late; ${own} 15 letters on grants were on time.\n\n2. Of 70 grant letters, some were late. ${own} 40 letters on grants were on time.`;
found('figure-conflict', left('the remaining'), []);
generic(
  'figure-conflict',
  '## Findings\n\n1. Three quarters of the 60 letters were late; the remaining 15 were on time.\n\n2. Of 60 letters, one in three was late. The remaining 40 were on time.',
  [],
);
const posts = (told: string): string =>
  `${told}\n\n## What should happen next\n\nLeaders should now fill the four posts.`;
found(
  'figure-conflict',
  posts('They filled ten of the 14 posts that fell vacant. The remaining four are advertised.'),
  [],
);
found('figure-conflict', posts('They have filled none of the 14 posts that fell vacant.'), ['14']);

// What a list asks for says nothing of how things are; a label’s value, and a scale; an address in capitals.
const wishedIn = (lead: string): string =>
  `## Summary\n\n${lead}\n\n- Keep minutes of clinical meetings.\n\n## Findings\n\nMinutes of clinical meetings were not always kept.`;
generic('quantifier-drift', wishedIn('In addition, the provider **should**:'), []);
generic('quantifier-drift', wishedIn('We found that leaders:'), ['Keep minutes of clinical meetings']);
generic(
  'opposite-claims',
  '# Report\n\n## Summary\n\nS3. We found the following outcomes:\n\n- safety: not sufficiently good,\n- respect: reasonably good,\n- purposeful activity: poor,\n- rehabilitation: not sufficiently good.\n\n## Annex A. How we inspect\n\nA1. We give each prison a mark for each of four healthy prison tests: good, reasonably good, not sufficiently good and poor.',
  [],
);
const capitals = (below: string): string =>
  `# Ely\n\n## Findings\n\nPlans are kind.\n\n## Care\n\nIt is warm.\n\n## Staff\n\nThey are kind.\n\n## Appendix\n\nDEPARTMENT OF HARBOURS\n\n${below}\n\nWe concur with all that you say, and thank you for it.`;
generic('heading-level', capitals('April 3, 2024'), []);
generic('heading-level', capitals('We were pleased to read what you say.'), ['DEPARTMENT OF HARBOURS']);

// What was before a year, in it or since; other numbers of other years; costs here and there.
const inTwo = (one: string, other: string): string => `# Ely\n\n## Care\n\n${one}\n\n## Leadership\n\n${other}`;
generic('figure-conflict', inTwo('Three schools closed in 2019.', 'Seven schools have closed since 2019.'), []);
generic('figure-conflict', inTwo('Three schools closed in 2019.', 'Seven schools closed in 2019.'), ['Three']);
generic('figure-conflict', inTwo('Before 2018 four wards were mixed.', 'After 2018 two wards were mixed.'), []);
generic('figure-conflict', inTwo('In 2018 four wards were mixed.', 'In 2018 two wards were mixed.'), ['four']);
const mended = (year: number, wards: number): string =>
  inTwo(
    'Twelve wards were refurbished in the year to March 2020.',
    `In the year to March ${year}, ${wards} wards were refurbished.`,
  );
generic('figure-conflict', mended(2021, 19), []);
generic('figure-conflict', mended(2021, 12), ['March 2020']);
generic('opposite-claims', inTwo('Costs fell by £40,000 in the north.', 'Costs rose by £10,000 in the south.'), []);
generic('opposite-claims', inTwo('Costs fell by £40,000 in the north.', 'Costs rose by £10,000 in the north.'), [
  'Costs fell',
]);
