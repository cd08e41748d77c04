import { checkByRule as check } from './checkByRule.ts';

/** A report of recommendations 1 to 3 and findings 4 to 6, of which the second is given. */
const report = (
  finding: string,
): string => `## Recommendations\n\n1. Improve plans.\n\n2. Improve visits.\n\n3. Improve records.\n
## Inspection findings\n\n4. Early help is timely.\n\n${finding}\n\n6. Staff are well trained.\n`;

for (const tag of [
  '(Recommendation III)',
  '(Recommendation 2?)',
  '(Recommendation №2)',
  '(Recommendation nr 2)',
  '(Recommendation; 2)',
  '(Recommendation_2)',
  '(Recommendation ²)',
  '(Recommendation tbc)',
  '(Recommendation ...)',
  '(Recommendation [2])',
  '(Recommendation Recommendation 2)',
  '(Recommendations 1,,2)',
  '(Recommendations 1–2–3)',
  '(ecommendation 2)',
  '(Recom. 2)',
  '(Recomm.)',
  '(Recc 2)',
  '(RECOMENDATION 2)',
  'Recommendation (2)',
  'Recommendation 2.',
  'Recommendations 1 and 2.',
])
  check('tag-spelling', report(`5. Visits are late. ${tag}`), [tag]);
check('tag-spelling', report('5. The board made a (recommendation?) to leaders (recommend 2 visits).'), []);
check('tag-spelling', report('5. Visits are late. Leaders know this from recommendation 2.'), []);
check('tag-spelling', report('5. Visits are late (recommendation 2, 2014) in two cases.'), []);

check('repeated-tag', report('5. Visits are late. (Recommendations 1 and 2) (Recommendation 2)'), [
  '(Recommendation 2)',
]);
check('repeated-tag', report('5. Visits are late. (Recommendation 2). (Recommendation 2)'), ['(Recommendation 2)']);
check('tag-spelling', report('5. Visits are late. (Recommendation 2)(Recommendation 2)'), []);
check('tag-spelling', report('5. Visits are late. (Recommendation 2)(Recommendation 3)'), ['(Recommendation 3)']);
check('repeated-tag', report('5. Visits are late. (Recommendation) (Recommendation)<!-- 2 -->'), ['(Recommendation)']);
check('tag-position', report('5. Too few of the (Recommendation 1) visits are kept. (Recommendation 2)'), [
  '(Recommendation 1)',
]);
check(
  'tag-position',
  report('5. Late. (Recommendation 1)\n\n6. Dear. (Recommendation 2)\n\n7. Few (Recommendation 1).'),
  ['(Recommendation 1)'],
);
check('tag-position', report('5. Late. (Recommendation 1)\n\n6. Few (Recommendation 1).'), []);
check('tag-position', report('5. Visits are late (Recommendation 1) and few are kept. (Recommendation 2)'), []);
check(
  'tag-spelling',
  report('5. Visits are late. Recommendation<!-- 2 -->\n\n6. Late (Recommendation 1). Few (Recommendation 3).'),
  ['Recommendation'],
);
check('conflict-mark', report('5. Visits are late.\n\n||||||| base\n\n6. Plans are late.'), ['|||||||']);
const farApart = (last: string): string =>
  `## Inspection findings\n\n1. Visits are kept by all of the teams. Families say that these made a great difference to them.\n\n2. Plans are clear.\n\n3. Carers are paid. ${last}`;
check(
  'doubled-passage',
  farApart('Visits are kept by all of the teams. Families say that these made a great difference to them.'),
  ['Visits are kept by all of the teams. Families say that these made a great difference to them.'],
);
check('doubled-passage', farApart('Families say that these made a great difference to them.'), []);
check('doubled-passage', '## Executive summary\n\n- Carers are told.\n- Carers are told.\n', ['Carers are told.']);
check('doubled-passage', `## Executive summary\n\n${'- Carers are told.\n'.repeat(3)}- Staff know.\n`, [
  'Carers are told. - Carers are told.',
]);
check('doubled-passage', `## Executive summary\n\n${'Carers know whom to call.\n\n'.repeat(4)}Staff know.\n`, [
  'Carers know whom to call.',
]);
check('tag-position', report('### Visits\n\n(Recommendation 2)\n\n5. Visits are late.'), ['(Recommendation 2)']);

for (const number of ['⑤', '⁵.', '٥.', '~5.', '@5.', '| 5.', "'5.", '‘5.', '5.0', '5.6.', '~~5.~~', '<p>5.', '[^5].'])
  check('missing-number', report(`${number} Visits are late.`), [number]);
check('missing-number', report('[^5]: Visits are late.'), ['[^5]:']);
check('missing-number', report('5. Visits are late.\n\n-3. Leaders know this, and have plans for it.'), [
  '-3. Leaders know',
]);
check('missing-number', report('5. Visits are late.[^7]').concat('\n[^7]: Data of March.'), []);

const unnumbered = '## Inspection findings\n\nStaff are well trained, and they know it.\n';
check('missing-number', `${report('5. Visits are late.')}\n${unnumbered}`, ['Staff are well']);
check('missing-number', unnumbered, []);

check('number-gap', report('<!-- 5. Visits are late. -->'), ['5']);
check('number-gap', report('<!-- 5. Visits are late.'), []);
check('number-gap', report('### Visits 5. Visits are late.'), ['5.']);
check('number-form', report('5. Visits are late.\n\nS2. Leaders know this.'), ['S2']);

for (const line of ['XXXX', 'title: Inspection', '[comment: ask the team]', '**', '. . . .'])
  check('stray-mark', report(`5. Visits are late.\n\n${line}`), [line]);
check('stray-mark', report('5. Visits are late.\n\n‘They listen’'), []);
check('stray-mark', report('5. Visits are late.\n\n(Recommendation 2)'), []);

check('cut-paragraph', report('5. Visits are late, and,'), ['and,']);
check('cut-paragraph', report('5. regularly. Visits are late.'), ['regularly.']);
check('cut-paragraph', report('5. well-being is seen to. Visits are late.'), ['well-being']);
check('cut-paragraph', report('5. Visits are late.\n\nwhich was seen in most cases.'), ['which']);
check('cut-paragraph', '- Plans are clear.\n- Visits are often made to\n- Staff are trained.\n- Leaders know this.', [
  'to',
]);
check('cut-paragraph', '- Plans are clear;\n- visits are regular; and\n- staff are trained;\n- leaders know this.', []);
check('cut-paragraph', '- Plans are clear\n- Visits are often made to\n- Staff are trained.\n- Leaders know this.', []);

const list = (point: string): string => `- Plans are clear.\n${point}\n- Staff are trained.\n- Leaders know this.`;
for (const mark of ['--', '→', '►', '✓', '−', '□', '(b)', 'b.'])
  check('bullet-form', list(`${mark} Visits are regular.`), [mark]);
check('bullet-form', list('- Visits are regular. - Records are kept.'), ['-']);
check('bullet-form', list('- [ ] Visits are regular.'), ['[ ]']);
check('bullet-form', '## Strengths\n\nPlans are clear.\n\n* * *\n\nVisits are regular.\n', ['* * *']);
check('bullet-form', '## Strengths\n\nPlans are clear.\n\n- - -\n\nVisits are regular.\n', ['- - -']);
check('bullet-form', '## Strengths\n\n    - Plans are clear.\n- Visits are regular.\n', ['-']);
check('bullet-form', '## Strengths\n\n    - Plans are clear.\n    - Visits are regular.\n', []);
check('bullet-form', '## Strengths\n\nJudgement: Good\n\n    - Plans are clear.\n- Visits are regular.\n', ['-']);
check('bullet-form', '## Strengths\n\n- Plans are clear.\n\nSo are:\n\n    - visits\n- Records are kept.\n', []);
check('bullet-form', list('- Visits – and reviews - are regular.'), []);
check('bullet-form', list('§ 22(a) of the Act is met.'), []);

check('damaged-character', report('5. The child¿s plan, the child€s visit and the fаmilies.'), ['¿', '€', 'а']);
check('damaged-character', report('5. It cost €3 million; Елена leads it. ¿Qué?'), []);

check('markdown-mark', report('5. Visits are late. /* ask the team */'), ['/*']);
check('markdown-mark', report('5. Visits are late.\n\n// ask the team'), ['//']);
check('markdown-mark', report('5. Visits are late, see https://ely.example/*/x.'), []);

for (const reference of [
  '(see paragraphs 4 — 6',
  '(see paragraphs 4..6',
  '(see paragraphs 4–5–6',
  '(see paragraphs 4to 6',
  '(see paragraphs and 6',
  '(see paragraph 4q',
  '(see paragraph 1234',
])
  check('reference-form', report(`5. Visits are late ${reference}).`), [reference]);
check('reference-form', report('5. Visits are late (see paragraph tbc).'), ['paragraph tbc']);
check('reference-form', report('5. Visits are late (see paragraphs 4, 5 and 6).'), []);

check('footnote-order', 'Plans[^1] and visits.[^2]\n\n[^2]: Of March.\n\n[^1]: Of April.', ['1']);
check('footnote-order', 'Plans[^1] and visits.[^2]\n\n[^1]: Of March.\n\n[^2]: Of April.', []);
check('table-header', '| Area | Grade |\n| --- | --- |\n| --- | --- |\n| Care | Good |', ['| --- | --- |']);

const sections = (title: string): string =>
  `## Executive summary\n\nServices are good.\n\n${title}\n\n- The director has been in post since 2014.\n
## Recommendations\n\n1. Improve plans.\n\n## Summary for children and young people\n\nPlans are clear.\n`;
const context = 'Information about this local authority area';
for (const title of [`"## ${context}`, `_## ${context}_`, `!! ${context}`, `\\#\\# ${context}`, `h2. ${context}`])
  check('missing-section', only(sections(title)), [title]);
for (const title of [`## Information abuot this local authority aera`, `##Informatoin about this local authority area`])
  check('missing-section', only(sections(title)), [title.replace('## ', '')]);
check('missing-section', only(sections(`## ${context} {.recommendations}`)), [context]);
check('heading-form', only(sections(`## B. ${context}`)), ['B.']);
check('heading-form', only(sections(`## Section 3: ${context}`)), ['Section 3:']);
check('heading-form', sections('Leaders know their services. ### Care leavers'), ['### Care leavers']);

/** With the sections that are asked for besides. */
function only(text: string): string {
  return `${text}\n## The experiences and progress of children who need help and protection\n
## The experiences and progress of children looked after and achieving permanence\n
## Leadership, management and governance\n\n## Information about this inspection\n\n## The inspection team\n`;
}

const entries = (entry: string): string => `# Children’s services in Ely are good\n
1. Children who need help and protection: Good\n2. Children looked after and achieving permanence: Good\n${entry}
2.2 Experiences and progress of care leavers: Good\n3. Leadership, management and governance: Good\n`;
for (const form of [
  '## 2.1 Adoption performance: Good',
  '### Adoption performance: Good',
  '2.1 Adoption performance is good',
  'II. Adoption performance: Good',
  '｜ Adoption performance ｜ Good ｜',
  '| Adoption performance | Good |',
])
  check('missing-judgement', entries(form), ['Adoption performance']);
check('missing-title', entries('## 2.1 Adoption performance: Good'), []);
check('unknown-grade', entries('| Adoption performance | Good |'), []);
check('missing-judgement', `${entries('2.1 Adoption performance: Good')}\n${area('Judgemnt: Goood')}`, [
  'Judgemnt: Goood',
]);

function area(line: string): string {
  return `## Leadership, management and governance\n\n${line}\n\n### Inspection findings\n\n1. Plans are clear.\n`;
}

const details = (title: string): string =>
  `---\nframework: ofsted-sif\nprovider: Ely\n${title}\npublished: 2018-01-29\nstatus: final\n---\n`;
check('front-matter-syntax', details('title: Inspection # of services\ninspected: 2017-11-06'), ['# of services']);
check('missing-metadata', details('title: Inspection of services inspected: 2017-11-06'), ['inspected:']);

// References without a number, in a list that lacks one, and to what stands nowhere.
check('reference-form', report('5. Visits are late (see paragraph above).'), ['paragraph above']);
check('reference-form', report('5. Visits are late (see paragraph.).'), ['paragraph']);
check('reference-form', report('5. Visits are late, as in paragraphs and 4.'), ['paragraphs and 4']);
check('reference-form', report('5. Visits are late, as in paragraphs 3-, and so on.'), ['paragraphs 3-']);
check('reference-form', report('5. Visits are late, as paragraphs 4, below, says.'), ['paragraphs']);
check('reference-form', report('5. Visits are late, as paragraph 3 and 4 shows.'), ['paragraph 3 and 4']);
check('reference-form', report('5. Visits are late, as paragraphs 4 says.'), ['paragraphs']);
check('reference-form', report('5. Visits are late, as paragraphs 4 a'), []);
check('reference-form', report('5. Visits are late, as paragraphs 4 an'), []);
check('reference-form', report('5. Visits are late, as paragraphs 4 t'), []);
check('reference-form', report('5. Visits are late, as paragraph 3 and 4 others show.'), []);
check('reference-form', report('5. Visits are late, as paragraph # explains.'), ['paragraph #']);
check('reference-form', report('5. Visits are late, as paragraph 4b shows.'), ['paragraph 4b']);
check('reference-form', report('5. Visits are late, as in paragraph 1 4.'), ['paragraph 1 4']);
check('reference-form', report('5. Visits are late, as in paragraph 4b, Schedule 2 to the Act.'), []);
check('reference-form', report('5. Visits are late, as in paragraph 4 3 of them were.'), []);
check('unresolved-reference', report('5. Visits are late. More is said in section 9 below.'), ['section 9']);
check('unresolved-reference', report('5. Visits are late. Section 47 enquiries are not.'), []);
for (const tag of ['(Re commendation 2)', '(Recommendation 1 (and 2))'])
  check('tag-spelling', report(`5. Visits are late. ${tag}`), [tag]);
for (const tag of ['(Recommendation 1 on page 4)', '(Recommendation 2 – high priority)'])
  check('tag-spelling', report(`5. Late (Recommendation 1). Few (Recommendation 3). None. ${tag}`), [tag]);
check(
  'tag-spelling',
  report('5. Late (Recommendation 1). Few (Recommendation 2). All (Recommendation 3). None. (Action 2)'),
  ['(Action 2)'],
);
check(
  'cut-paragraph',
  '## Inspection findings\n\n1. Plans are late.\n\n## {.notices}\n\nThis is ours.\n\nof the service.',
  ['of'],
);
check('cut-paragraph', '## {.notices}\n\nThis is ours.\n\nwww.example.org', []);
check('unresolved-link', report('5. Visits are late. See [the plan](. Staff know.'), ['](.']);
check('unresolved-link', report('5. Visits are late. See [the plan] (https://www.gov.uk/plan).'), [
  '] (https://www.gov.uk/plan)',
]);
check('unresolved-link', report('5. Visits are late [1] (https://www.gov.uk/plan).'), []);
check('unresolved-reference', report('5. Visits are late. Table 4 sets this out.'), ['Table 4']);
check('reference-form', report('5. Visits are late (see the paragraph above).'), []);
check('reference-form', report('5. Visits are late (see paragraphs 4, , 6).'), ['(see paragraphs 4, , 6']);
check('unresolved-reference', report('5. Visits are late (see table 4, and annex B).'), ['table 4']);
check('unresolved-reference', report('5. Visits are late (see annex B).\n\n## Annex B'), []);
for (const left of ['[ref]', '[new]'])
  check('placeholder-left', `---\nstatus: final\n---\n\n${report(`5. Visits are late ${left}.`)}`, [left]);
check('placeholder-left', `---\nstatus: final\n---\n\n${report('5. One said: ‘Our [new] worker is kind.’')}`, []);

// What stands where tags do.
const tagged = report('5. Visits are late. (Recommendation)').replace(
  'trained.\n',
  `trained. (Recommendation)\n\n${[7, 8, 9].map(i => `${i}. Team ${i} is small. (Recommendation)`).join('\n\n')}\n`,
);
check('tag-spelling', tagged, []);
check('tag-spelling', tagged.replace('late. (Recommendation)', 'late. (Requirement)'), ['(Requirement)']);
check(
  'tag-spelling',
  tagged.replace('late. (Recommendation)', 'late. (Requirement)').replace(/ \(Recommendation\)\n\n[78]/g, '\n\n7'),
  [],
);
check('tag-spelling', `${tagged}\n10. Plans are late. (Requirement)\n`, ['(Requirement)']);
check('tag-spelling', `${tagged}\n10. Plans are late.\n    (Rec.)\n`, ['(Rec.)']);

// A recommendation below the heading of the findings.
check('recommendation-form', report('5. Visits are late.'), []);
check(
  'recommendation-form',
  report('5. Visits are late.').replace('4. Early help is timely', '4. Improve early help'),
  ['Improve'],
);
check('recommendation-form', report('5. Improve it.').replace('4. Early help is timely', '4. Improve early help'), []);

// A word’s letters exchanged, a letter before a number, a mark at a tag’s end.
check('reference-form', report('5. Visits are late (see paragrahp 4).'), ['paragrahp 4']);
check('reference-form', report('5. Visits are late (see paragrah 4).'), ['paragrah']);
check('missing-number', report('A5. Visits are late.'), ['A5.']);
check('tag-spelling', report('5. Visits are late. (Recommendation,)'), ['(Recommendation,)']);
check('tag-spelling', report('5. Visits are late. (Recommendation 2;)'), ['(Recommendation 2;)']);

// A title with something beside it is told as that, but where it is told as the title of a section that is missing.
const summaryTitle = (title: string): string =>
  `# Children’s services in Ely are good\n\n## ${title}\n\nServices are good.\n\n## Recommendations\n\n1. Improve early help.\n\n## Inspection findings\n\n1. Help is late.\n`;
check('heading-form', summaryTitle('Executive summary 14'), []);
check('missing-section', summaryTitle('Executive summary 14'), [
  'Executive summary 14',
  'Recommendations',
  'Inspection findings',
]);
check('cut-paragraph', '## Executive summary\n\n- Plans for all of\n- the children are late.', ['of']);
check('cut-paragraph', '## Executive summary\n\n- Plans are late and\n- visits are not kept.', []);

// What is like one of these, and is meant.
check(
  'tag-spelling',
  report('5. Late (Recommendation 1). Few (Recommendation 2). All (Recommendation 3). None. (Good)'),
  [],
);
check(
  'tag-spelling',
  report('5. Late (Recommendation 1). Few (Recommendation 2). All (Recommendation 3). (North)\n\n6. Clear. (South)'),
  [],
);
check(
  'tag-position',
  report('5. Late for those who are and are not (Recommendation 1) because few ask. All. (Recommendation 2)'),
  [],
);
check(
  'tag-position',
  report('5. Visits are what they are for (Recommendation 1) in most homes. All. (Recommendation 2)'),
  [],
);
check('reference-form', report('5. The statutory guidance is followed. Visits are late, as paragraph 4b shows.'), []);
check('unresolved-reference', report('5. Section 20 below the age of 16 is rare. So is section 47 above all.'), []);
check('unresolved-link', report('5. Visits are late (see the picture ![A bridge](bridge.png)). Staff know.'), []);
check('unresolved-link', report('5. Visits are late ![A bridge](bridge.png)). Staff know.'), [')']);
check('doubled-passage', '## Executive summary\n\n- No change\n- No change\n- Good overall\n- Good overall\n', []);
check('doubled-passage', '## Executive summary\n\nNo concerns raised.\n\nNo concerns raised.\n', []);
check('heading-level', '## Our work\n\nThey like best:\n\n- Recommendations\n\nStaff know.\n', [], 'generic');
check('heading-form', '## Our work\n\n- the clubs\n- the library\n### 2018 survey\nFew replied.\n', [], 'generic');
check('heading-form', '## Our work\n\n- the clubs\n### e-safety\n- It is taught.\n', [], 'generic');
check('heading-form', '## Our work\n\n- the clubs\n### 12 books\n- the library\n', ['### 12 books'], 'generic');
check(
  'heading-level',
  '## Care\n\n**Score: 3 – good**\n\nYes.\n\n## Food\n\n**Score: 2 – fair**\n\nNo.\n',
  [],
  'generic',
);

// Lines that are broken to fit, or by clauses, in a report of which others are not.
const long = `\n\nStaff ${'know their work well, '.repeat(8)}as they say.\n`;
const brokenLines = (text: string, expected: readonly string[]): void =>
  check('bullet-form', `## Our work\n\n${text}${long}`, expected, 'generic');
brokenLines(
  'Now each of the learners may follow one of as many as four paths:\nindependence, community, employment or going on to a mainstream\ncourse that is near.',
  [],
);
brokenLines('Their progress was slower:\nit took them a year,\nwhich is long.', []);
brokenLines('Their progress was slower:\nit took them a year\nand a day.', []);
brokenLines('Plans say too little of:\nwhat has to change\nwho will help.', ['what has to']);
brokenLines('  - care for those who find it hard to read what they are given by\n  their tutors\n  - the library', []);
brokenLines('  - the clubs\n  the trips\n  - the library', ['the trips']);

// Points and paragraphs that end so on purpose.
const ended =
  '- people we know of\n- who they are, and why they came to us in the end of all\n- the friends that they have.';
check('cut-paragraph', `## Our work\n\n${ended}\n`, [], 'generic');
const rooms =
  '- the Ash room\n\nA gift of the staff (2016).\n\n- the Elm room\n\nA gift of the men (2017).\n\n- the Oak room.';
check('cut-paragraph', `## Our work\n\n${rooms}\n`, [], 'generic');
check('doubled-passage', '## Our work\n\n‘I miss it a lot.’\n\n‘I miss it a lot.’\n', [], 'generic');

// Notes and links that are whole do not hide what is wrong beside them.
const noted = (text: string): string => `## Inspection findings\n\n1. ${text}\n\n[^1]: In 2016.\n`;
check('unclosed-bracket', noted('Plans are clear and useful).[^1] Visits are not.'), [')']);
check('unclosed-bracket', noted('Plans are [clear](#inspection) [and useful.[^1]'), ['[']);
check('unclosed-bracket', noted('Plans are [clear](#inspection) and useful.[^1'), []);
check('heading-form', noted('Plans are clear.[^1] ## Visits'), ['## Visits']);
const fixed = 'The inspection of the local authority was carried out under section';
check('standard-text', `## Information about this inspection\n\n${fixed}\n\nIt took a week.`, ['section']);
check(
  'standard-text',
  `## Information about this inspection\n\n${fixed}\n\n136 of the Education and Inspections Act 2006.`,
  [],
);

// A provider that a report of some length names nowhere is asked about.
const provided = (provider: string, text: string, title = 'Report on Quay Road'): string =>
  `---\nframework: generic\nprovider: ${provider}\n---\n\n# ${title}\n\n## Findings\n\n1. ${text}${' The home is clean.'.repeat(120)}\n`;
check('provider-mismatch', provided('Barnsley', 'Ely House is kind.'), ['Barnsley'], 'generic');
check('provider-mismatch', provided('Barnsley', 'The home is kind.', 'Report: Food'), [], 'generic');
check('provider-mismatch', provided('Ely House', 'ELY HOUSE is kind; so is Ely.'), [], 'generic');
check('provider-mismatch', provided('Office for National Audit', 'The ONA is kind.'), [], 'generic');
check('provider-mismatch', '---\nprovider: Barnsley\n---\n\n## Findings\n\n1. Staff are kind.\n', [], 'generic');

check('reference-form', report('Plans are vague, as described in paragraph.'), ['paragraph']);
check('reference-form', report('Plans are written in paragraphs, and made for review and recommendation.'), []);
check('heading-form', '## .notices\n\nPlans are clear.\n\n## .NET for children\n\nIt is.\n', ['.notices']);
check('unknown-directive', report('Plans are vague.\n\n<!--inspectmarkdisable-next number-gap -- why-->'), [
  'inspectmark',
]);
check('unresolved-link', report('Plans are [clear](https://) and [good](https://www.gov.uk/).'), ['https://']);
check('heading-form', '## What needs to\nimprove?\n\n- Plans.\n', ['What needs to']);
check('stray-mark', '## Findings\n\nRecommendations ........ 7\nFindings ........ 9\n', [
  'Recommendations ........ 7 Findings ........ 9',
]);

// A link without its first bracket, or around nothing; the words of one that is whole may hold brackets.
const address = 'https://example.org/plan';
check('unresolved-link', report(`5. Visits are late, as the plan](${address}) says.`), [`](${address})`]);
check('unresolved-link', report('5. Visits are late, as the plan](#plan) says.'), ['(#plan)']);
check('unresolved-link', report('5. Visits are late, as [the plan]( ) says.'), [']( )']);
check('unresolved-link', report(`5. Visits are late, as [the [draft] plan](${address}) says [in part].`), []);

// Stars with blanks on both sides are meant for emphasis where there are two, and words between them.
check('unclosed-emphasis', report('5. Visits are * always late * in two teams.'), ['*']);
check('unclosed-emphasis', report('5. Visits took 2 * 3 * 4 hours, or 5 * 6.'), []);
check('stray-mark', report('5. Visits are late ( ) in two teams.'), ['( )']);

// The mark of a note's text with a blank in it is told once.
check('undefined-footnote', `${report('5. Visits are late.[^1]')}\n[^ 1]: In June.\n`, ['[^ 1]:']);

// A name of the provider with a letter wrong is another than that of the details; a shorter one is not.
const headed = (name: string): string =>
  `---\nframework: ofsted-sif\nprovider: Ely County Council\n---\n\n# Children’s services in ${name} are good\n`;
check('provider-mismatch', headed('Ely County Ciuncil'), ['Ely County Ciuncil']);
for (const name of ['Ely County Council', 'Ely', 'Ely Council', 'the Ely Councils'])
  check('provider-mismatch', headed(name), []);

// Two letters for two figures, where the number that they are meant for is lacking.
const tenth = (number: string): string =>
  `## Inspection findings\n\n9. Early help is timely.\n\n${number} Plans are clear.\n\n11. Staff are well trained.\n`;
check('missing-number', tenth('lO.'), ['lO.']);
check('missing-number', tenth('10.'), []);
