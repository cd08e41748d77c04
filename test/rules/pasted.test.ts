import { checkByRule as check } from './checkByRule.ts';

/** A report of recommendations 1 and 2 and findings 3 to 5, of which the middle one is given, and what follows them. */
const report = (finding: string, more = ''): string =>
  `## Recommendations\n\n1. Improve plans.\n\n2. Improve visits.\n
## Inspection findings\n\n3. Early help is timely.\n\n${finding}\n\n5. Staff are well trained.\n${more}`;

const generic = '---\nframework: generic\n---\n\n';

// What else a point of a list begins with.
for (const mark of ['◆', '§', '‑', '－', '[ ]', '>>', '••', '\ufffd', '.'])
  check(
    'bullet-form',
    `## Executive summary\n\n- Plans are clear.\n\n${mark} Visits are late.\n\n- Staff are trained.\n`,
    [mark],
  );
check('bullet-form', '## Executive summary\n\n- Plans are clear.\n\n-\u2003Visits are late.\n', ['- ']);
check('bullet-form', '## Executive summary\n\n•Plans are clear.\n\n▪Visits are late.\n', ['•', '▪']);
for (const [point, mark] of [
  ['-plans', '-'],
  ['– plans', '–'],
  ['•plans', '•'],
  ['~ plans', '~'],
  ['a) plans', 'a)'],
] as const)
  check('bullet-form', report(`4. They improve:\n    ${point} for children\n    - visits.`), [mark]);
check('bullet-form', report('4. They improve:\n    - plans\n    -visits.'), ['-']);
check('bullet-form', report('4. They improve:\n    - plans\n    - '), ['-']);
check('bullet-form', '## Executive summary\n\n- Plans are clear. • Visits are late.\n', ['•']);
check('bullet-form', report('4. They improve two things:\nplans and visits.'), []);
check('bullet-form', '## Executive summary\n\nTel: 0300 123 • Fax: 0300 124\n\n$ 5 million was spent.\n', []);

for (const mark of ['-–', '—', '+'])
  check('bullet-form', report(`4. They improve:\n    ${mark}plans\n    - visits.`), [mark]);
for (const mark of [':-', '⁃', '-1.', '> -'])
  check('bullet-form', report(`4. They improve:\n    ${mark} plans\n    - visits.`), [mark]);
check('bullet-form', '## Executive summary\n\n> - Plans are clear.\n\n- Visits are late.\n', ['> -']);
check('bullet-form', '## Executive summary\n\n- Plans are clear.\n\n‘Visits are late.’\n\n(They were not.)\n', []);
check(
  'bullet-form',
  '## Executive summary\n\n- Plans are clear.\n\n£5 million was spent.\n\n… and more was asked.\n',
  [],
);

// A list that is announced.
check('cut-paragraph', report('4. Visits are late. The reasons are:'), [':']);
check('cut-paragraph', report('4. Visits are late. The reasons are:\n    - leave.'), []);
check('cut-paragraph', '## Context\n\n- There were:\n- Good: 2\n- Inadequate: 1\n', []);
check(
  'cut-paragraph',
  report('4. Visits are late. (Recommendation 2', '\n6. Plans are clear.\n\n7. Leaders know this.\n'),
  [],
);

// Numbers.
check('number-form', report('4. 5. Visits are late.'), ['5.']);
check('number-form', report('4. Visits are late.\n\n4.1. Some are early.'), ['4.1']);
check('number-form', '## Inspection findings\n\n1. Plans.\n\n1.1. Visits.\n\n1.2. Staff.\n\n2. Leaders.\n', []);
check('number-gap', report('4. Visits are late.', '\n6. Plans are clear. 7. Leaders know this.\n'), ['7.']);
check('number-gap', '## Inspection findings\n\n1. Visits are late.2. Plans are clear.\n\n3. Leaders know this.\n', [
  '2.',
]);
check('number-gap', report('4. Visits are late.', '\n6. They are seen in paragraph 7. Leaders know this.\n'), []);
check('number-gap', report('>>>>>>> 4. Visits are late.'), []);
const ilacs = (...numbers: readonly string[]): string =>
  `## The experiences and progress of children in care: good\n\n${numbers
    .map(number => `${number}Children in care are seen by people whom they know.`)
    .join('\n\n')}\n`;
check('missing-number', ilacs('1) ', '2) ', '3) '), ['1)'], 'ofsted-ilacs');
check('missing-number', ilacs('', '', ''), ['Children in care'], 'ofsted-ilacs');
check('missing-number', ilacs('', ''), [], 'ofsted-ilacs');

// What one rule tells another does not.
check('damaged-character', report('\u200b4. Visits are late.'), []);
check('markdown-mark', report('~~4.~~ Visits are late.'), []);
check('bullet-form', report('+ 4. Visits are late.'), []);
check('stray-mark', report('4.. Visits are late.'), []);
check('stray-mark', report('4. Visits are late.\n\n<!- ask the team ->'), []);
check('heading-form', report('### 4. Visits are late.', '\n## A\n\n## B\n\n## C\n'), []);
check('reference-form', report('4. Visits are late. (Recommendation #2)'), []);
check('number-repeated', report('4. Visits are late.').replace('\n\n3.', '\n\n1. Judgement: Good\n\n3.'), []);

// Headings.
check('duplicate-section', '## The local authority\n\n## The local authority\n\nText.\n', ['The local authority']);
check('empty-section', '## Recommendations\n\n## Recommendations\n\n1. Improve plans.\n', []);
check('heading-form', '## What needs to improve - Visits.\n- Plans.\n', ['-'], 'ofsted-ilacs');
check('heading-form', '## What needs to improve ..... 7\n\n- Plans.\n', ['..... 7'], 'ofsted-ilacs');
check('heading-form', `${generic}# Ely\n\n## Findngs\n\n1. Plans are clear.\n`, ['Findngs'], 'generic');
check('heading-form', `${generic}# Ely\n\n## Finding\n\n1. Plans are clear.\n`, [], 'generic');
check(
  'heading-level',
  `${'All is well. '.repeat(12)}\n\nWhat needs to improve\n\n- Plans.\n`,
  ['What needs to improve'],
  'ofsted-ilacs',
);
check('heading-level', `${generic}# Ely\n\nJudgements\n\n1. Food: Good\n`, ['Judgements'], 'generic');
check('heading-level', '---\nprovider: Ely House\n---\n\nEly House\n\n## Findings\n', ['Ely House'], 'generic');
check('heading-level', '---\nprovider: Ely\n---\n\n#Ely House\n\n## Findings\n', ['#'], 'generic');
check('heading-level', `${generic}# Ely\n\n#Findings\n\nPlans are clear.\n`, ['#'], 'generic');
check('heading-level', `${generic}# Ely\n\n#findingmyway\n\nPlans are clear.\n`, [], 'generic');
check('heading-form', '## Executive summary ## Recommendations\n\n1. Improve plans.\n', ['## Recommendations']);
check('heading-form', '## Early help {area:2}\n\nPlans are clear.\n', ['{area:2}']);
check('missing-section', '## summary Executive\n\nAll is well.\n\n## Recommendations\n\n1. Improve plans.\n', [
  'summary Executive',
  'Recommendations',
  'Recommendations',
]);
// Two sections of one title are in order, however often it stands there.
check(
  'section-order',
  '## Recommendations\n\n1. Act.\n\n## Leadership, management and governance\n\nIt is firm.\n\n## Leadership, management and governance\n\nIt is kind.\n',
  [],
);
check('section-order', '## {.notices}\n\nThis is free.\n\n## Executive summary\n\nAll is well.\n', [
  'Executive summary',
]);

// Judgements.
check('judgement-place', '## Leadership, management and governance\n\n### Summary\n\nJudgement: Good\n', ['Good']);
const list = (...lines: readonly string[]): string =>
  `${generic}# Ely\n\n## Judgements\n\n1. Food: Good\n2. Rooms: Good\n${lines.join('\n')}\n\n## Findings\n`;
check('unknown-grade', list('3. Care: Goood'), ['Goood'], 'generic');
check('unknown-grade', list('3. Care – Good'), [' – Good'], 'generic');
check('unknown-grade', list('3. Care: Good 4. Play: Good'), ['4.'], 'generic');
check('unknown-grade', list('2. Care: Good'), ['2'], 'generic');
check('unknown-grade', list('3. 3. Care: Good'), ['3.'], 'generic');
check('unknown-grade', list('', '- Care: Good'), ['-'], 'generic');
check('unknown-grade', list('', 'Care is what we saw first.'), [], 'generic');
check('unknown-grade', `${generic}## Judgements\n\n1.Food: Good\n2. Care: Good\n`, ['1.Food: Good'], 'generic');
check('unknown-grade', `${generic}## Judgements\n\n1. Overall: Good 2. Care: Good\n3. Food: Good\n`, ['2.'], 'generic');
check(
  'unknown-area',
  '| Judgement | Grade |\n| --- | --- |\n| Overall effectiveness: Good | |\n| The impact of leaders | Good |\n',
  ['Overall effectiveness: Good'],
  'ofsted-ilacs',
);
check('unknown-area', list('3. : Good'), ['Good'], 'generic');

// Details.
for (const provider of ['80543', 'true', '~', 'TBC', '<name>', '[insert name]'])
  check('invalid-metadata', `---\nprovider: ${provider}\nstatus: final\n---\n`, [provider.replace(/^\[|\]$/g, '')]);
check('provider-mismatch', '---\nprovider: 80543\n---\n\n# Children’s services in Ely are good\n', []);
check('front-matter-syntax', '---\nframework: generic\n---\n\npublished: 2018-01-29\n', ['published: 2018-01-29']);
check('front-matter-syntax', '---\nprovider: Ely\n\n# Children’s services in Ely are good\n---\n\nText.\n', [
  '# Children’s services in Ely are good',
]);
check('front-matter-syntax', '---\n# Agreed with the team.\nprovider: Ely\n---\n\nText.\n', []);
check('front-matter-syntax', '<!--\n---\nprovider: Ely\n---\n-->\n\nText.\n', ['---']);
check('missing-metadata', '---\nauthority: Ely\ntitle: Inspection\ninspected: 2017-03-06\n---\n', []);

// Notes and links.
check('self-reference', report('4. Visits are late.[^1]', '\n[^1]: In March.[^1]\n'), ['[^1]']);
check('undefined-footnote', report('4. Visits are late.[1]', '\n[1]: In March.\n'), ['[1]']);
check('undefined-footnote', report('4. Visits are late [1].', '\n[1] In March.\n'), []);
check('undefined-footnote', report('4. Visits are late.\n\n<!-- See [ ^2] here. -->', ''), []);
check('unused-footnote', report('4. Visits are late.[^1]', '\n[^17]: In March.\n'), []);
for (const target of ['htps://ely.example', 'javascript:alert', 'C:plans.docx', '"#summary"'])
  check('unresolved-link', report(`4. See [this](${target}).`), [target]);
for (const target of ['https://ely.example', 'mailto:a@ely.example', 'tel:0300', 'annex.pdf'])
  check('unresolved-link', report(`4. See [this](${target}).`), []);
check('unresolved-link', report('4. See [[this](#paragraph-3)](#paragraph-5).'), ['](#paragraph-5)']);
check('unresolved-link', report('4. See {this}(#paragraph-3).'), ['}(#paragraph-3)']);
check('reference-form', report('4. Visits are late (see paragraphs 3 to ?).'), ['paragraphs 3 to']);
check('reference-form', report('4. This is told in paragraph3.'), ['paragraph3']);
check('reference-form', report('4. This is told in paragraph 3and 5.'), ['paragraph 3and 5']);

// Tags, tables and what else is left.
for (const tag of [
  '(Recommendation iii)',
  '(, Recommendation 2)',
  '(Recommendation 2–)',
  '(Recommendation No)',
  '(Recommendation no)',
])
  check('tag-spelling', report(`4. Visits are late. ${tag}`), [tag]);
check('tag-spelling', report('4. Visits are late. (Recommendation 1)(Recommendation 2)'), ['(Recommendation 2)']);
const table = (...rows: readonly string[]): string => `## Context\n\n${rows.map(row => `| ${row} |`).join('\n')}\n`;
check('table-header', table('Month | Plans | |', '--- | ---', 'May | 2', 'June | 3'), ['| Month | Plans | | |']);
check('table-header', table('Month | Plans', '--- | ---', 'May', '2', 'June | 3'), ['| May |']);
check('stray-mark', report('4. Visits are late. Page 4 of 30'), ['Page 4 of 30']);
check('stray-mark', report('4. Visits are late.\n\n- 12 -'), ['- 12 -']);
check('placeholder-left', '---\nstatus: final\n---\n\nThe visit was on xx/xx/2018.\n', ['xx']);
check('placeholder-left', '---\nstatus: final\n---\n\nThe rate was [AB: ask the team] high.\n', ['[AB: ask the team]']);
check('markdown-mark', report('4. Visits are ==late==.'), ['==']);
check('conflict-mark', `${report('4. Visits are late.')}\n>>>>>>> 6. ${'Plans are clear. '.repeat(20)}\n`, ['>>>>>>>']);
check('unknown-directive', '<!-- inspectmark disable next number-gap -- agreed -->\n\nText.\n', ['inspectmark ']);
