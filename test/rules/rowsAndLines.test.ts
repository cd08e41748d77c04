import { checkByRule } from './checkByRule.ts';

// Rows, headings and entries of reports that name their own areas, which stand twice, alone or without their marks.

const check = (rule: string, text: string, expected: readonly string[]): void =>
  checkByRule(
    rule,
    `---\nframework: generic\nprovider: Ely House\n---\n\n# Ely House\n\n${text}\n`,
    expected,
    'generic',
  );

const table = (...rows: string[]): string =>
  `## Food\n\n| Meal | In March | In May |\n| --- | --- | --- |\n${rows.join('\n')}`;

check('table-header', table('| Lunch | 12 | 14 |', '| Dinner | 12 | 14 |'), []);
check('table-header', table('| Lunch | 12 | 14 |', '| Lunch | 12 | 14 |'), ['| Lunch | 12 | 14 |']);
check('table-header', table('| 1 | 12 | 14 |', '| 1 | 12 | 14 |'), []);
check('table-header', table('| Lunch | 12 | 14 |', 'Dinner 12 14'), ['Dinner 12 14']);
check('table-header', table('| Lunch | 12 | 14 |', '', 'Dinner is good.'), []);
check('table-header', table('| Lunch | 12 | 14 |', '- Dinner'), []);

const rated = (...rows: string[]): string =>
  `| Area | Rating |\n| --- | --- |\n${rows.join('\n')}\n\n## Food\n\nFood is good.\n\n## Rooms\n\nRooms are clean.\n\n## Staff\n\nStaff are kind.\n\n## Visits\n\nVisits are long.`;
const rows = ['| Food | Good |', '| Rooms | Good |', '| Staff | Good |', '| Visits | Good |'];
check('missing-judgement', rated(...rows), []);
check('missing-judgement', rated(...rows.filter(row => !row.includes('Rooms'))), ['Rooms']);
check('missing-judgement', rated(...rows.filter(row => !row.includes('Visits'))), []);
check('missing-judgement', rated(...rows.slice(0, 2)), []);
check('unknown-grade', rated(...rows.map(row => row.replace('Staff | Good', 'Staff | '))), ['Staff']);

const sentence =
  'People told us that they felt safe, and that staff were kind to them. Medicines were not always managed well, and some were late.';
const parted = (line: string): string =>
  `## What we found\n\n${sentence}\n\n### Food\n\n${sentence}\n\n${line}\n\n${sentence}\n\n### Rooms\n\n${sentence}\n\n### Staff\n\n${sentence}`;
check('heading-level', parted('### About the service'), []);
check('heading-level', parted('About the service'), ['About the service']);
check('heading-level', parted('About the service.'), []);
check('heading-level', parted('Ann Ash, Inspector of Homes'), []);
check('heading-level', parted('1. About the service'), ['About the service']);
check('heading-form', parted('### About all\n\nmany staff of the service'), ['About all']);
check('heading-form', parted('### About the staff\n\nthey are kind, and they know it.'), []);

const sif = (text: string, expected: readonly string[], status = 'final'): void =>
  checkByRule(
    'missing-section',
    `---\nframework: ofsted-ilacs\nprovider: Ely\nstatus: ${status}\n---\n\n${text}\n\n## The experiences and progress of children who need help and protection: good\n\n1. Help is timely.\n\n## The experiences and progress of children in care: good\n\n2. Homes are good.\n\n## The impact of leaders on social work practice with children and families: good\n\n3. Leaders know it.\n`,
    expected,
    'ofsted-ilacs',
  );
sif('## What needs to improve\n\n- Visits.', []);
const ilacs = (rule: string, text: string, expected: readonly string[]): void =>
  checkByRule(
    rule,
    `---\nframework: ofsted-ilacs\nprovider: Ely\n---\n\n${text}\n\n## The experiences and progress of children who need help and protection: good\n\n1. Help is timely.\n\n2. Homes are good.\n`,
    expected,
    'ofsted-ilacs',
  );
ilacs('number-form', `1. ${sentence}`, ['1']);
ilacs('number-form', sentence, []);
ilacs('number-form', '1. Children are safe.', []);
sif('Children are safe.', ['The experiences and progress of children who need help and protection: good']);
sif('Children are safe.', [], 'draft');
sif('What needs to improve\n\n- Visits.', []);
checkByRule(
  'missing-section',
  `---\nframework: ofsted-ilacs\nprovider: Ely\n---\n\n## The experiences and progress of children who need help and protection and children in care: good\n\n1. Help is timely.\n\n## The impact of leaders on social work practice with children and families: good\n\n2. Leaders know it.\n`,
  ['The experiences and progress of children who need help and protection and children in care: good'],
  'ofsted-ilacs',
);

const figures = ['| Lunch | 12 | 14 |', '| Dinner | 11 | 13 |', '| Tea | 10 | 9 |', '| Snacks | 4 | 5 |'];
check('table-header', table(...figures), []);
check('table-header', table(...figures).replace('Tea', ''), ['| | 10 | 9 |']);
check(
  'table-header',
  table(...figures)
    .replace('Tea', '')
    .replace('| 10', '| Total'),
  [],
);
check(
  'table-header',
  table(...figures)
    .replace('Tea', '')
    .replace('Lunch', ''),
  [],
);

// Sentences torn apart by an empty line, or by a mark.
check('cut-paragraph', '## Food\n\n1.1 Meals are good and the men\n\nlike them.', ['men']);
check('cut-paragraph', '## Food\n\n1.1 Meals are good and the men:\n\nlike them.', []);
const points = (last: string): string => `## Food\n\n- Meals are good.\n- Rooms are clean.\n- ${last}\n`;
check('cut-paragraph', points('The recording of visits,\n\nso that men can read it.'), ['visits,']);
check('cut-paragraph', points('The recording of visits\n- and of their number.'), ['visits']);
check('cut-paragraph', points('The recording of visits.\n\nso that men can read it.'), []);
check(
  'cut-paragraph',
  '## Food\n\nAll of these:\n\n- the meals of all children\n- the rooms of all families\n\nare seen by leaders.',
  [],
);
check('heading-form', parted('### About the good service 14'), ['14']);
check('heading-form', parted('### About unit 14'), []);
check('heading-form', parted('### About the good service 14').replace('### Rooms', '### Rooms of unit 2'), []);

// The list’s second column has no heading, and one of its rows no grade.
const unheaded = rated(...rows).replace('| Area | Rating |', '| Ratings | |');
check('unknown-grade', unheaded, []);
check('unknown-grade', unheaded.replace('Staff | Good', 'Staff | '), ['Staff']);
check('unknown-grade', unheaded.replace('Staff | Good', 'Staff | ').replace('Food | Good', 'Food | '), []);

const more = rated(...rows, '| Work | Good |').concat('\n\n## Work\n\nThere is work.');
check('missing-judgement', more.replace('| Rooms | Good |\n', ''), ['Rooms']);
check('missing-judgement', more.replace('| Rooms | Good |\n', '').replace('| Staff | Good |\n', ''), []);

check(
  'heading-level',
  parted('About the service').concat(
    ...['food', 'rooms', 'staff', 'visits'].map(own => `\n\nAbout all the ${own}\n\n${sentence}`),
  ),
  [],
);
check('heading-level', parted('About the service').concat(`\n\nAbout all the food\n\n${sentence}`), [
  'About the service',
  'About all the food',
]);

function ofSif(text: string): string {
  const titles = [
    'Executive summary',
    'Recommendations',
    'Summary for children and young people',
    'The local authority',
  ];
  return `## Information about this local authority area\n\n${sentence}\n\n${text}\n${titles.map(own => `## ${own}\n\n${sentence}\n\n`).join('')}`;
}
const capitals = (line: string): string => `${line}\n\n${sentence}\n`;
checkByRule('heading-level', ofSif(capitals('LOCAL LEADERSHIP')), ['LOCAL LEADERSHIP']);
checkByRule('heading-level', ofSif(capitals('Local leadership')), []);
checkByRule('heading-level', ofSif(capitals('1. Children living here')), ['Children living here']);
checkByRule('heading-level', ofSif(capitals('1. Children living here.')), []);

// Tabs between the cells, as a word processor or a spreadsheet has them, make no table.
check('table-header', '## Food\n\nMeal\tMarks\nLunch\t4\nTea\t3\n', ['Meal Marks']);
check('table-header', '## Food\n\nTel:\t0300\nFax:\t0301\nPost:\tEly\n', []);
check('table-header', '## Food\n\nLunch was\tgood and\nTea was late.\nSo were\tmen.\n', []);

// A table of a head alone; of judgements that are asked for it is told as the lack of them.
check('table-header', table(), ['| Meal | In March | In May |']);
check('table-header', table().replace('In March', '8'), []);
const graded = (rows: string): string =>
  `---\nframework: ofsted-ilacs\nprovider: Ely\n---\n\n| Judgement | Grade |\n| --- | --- |\n${rows}\n\n## What needs to improve?\n\n- Plans.\n`;
checkByRule('missing-judgement', graded('').replace('\n\n\n', '\n\n'), ['| Judgement | Grade |'], 'ofsted-ilacs');
checkByRule('table-header', graded('').replace('\n\n\n', '\n\n'), [], 'ofsted-ilacs');

// A judgement line under a heading that ends in another grade is of the same area.
const twice = (grade: string): string => `## Wards: good\n\nJudgement: ${grade}\n\n1. Wards are clean.`;
check('judgement-mismatch', twice('Good'), []);
check('judgement-mismatch', twice('Outstanding'), ['Outstanding']);

// A bullet of another mark among others, before a link, a bracket or stars.
for (const text of ['[Safety](#safe)', '(in part) staff', '**Staff** are kind'])
  check('bullet-form', `## Food\n\n- Meals\n- Drinks\n\n▪ ${text}\n\n- Fruit`, ['▪']);

// The list below a title has got into its line: that is told once, and a link at its end is no name.
const contents = (line: string): string => `## ${line}\n\n- [Food](#food)\n\n## Food {#food}\n\nMeals are good.`;
check('heading-form', contents('Contents - [Wards](#food)'), ['-']);
check('heading-form', contents('What is on [Wards](#food)'), []);
check('heading-form', contents('What is on Wards (#wards)'), ['(#wards)']);

// A name and a role in one pair of braces.
check('stray-mark', 'Appendix {#voices .context}\n===========\n\nMen spoke to us.', ['{']);

// A bracket beside a link in brackets.
const linked = (word: string): string =>
  `## Food {#food}\n\nStaff ${word} it each day (see [food](#food)). Meals are good.`;
check('unclosed-bracket', linked('check'), []);
check('unclosed-bracket', linked('check)'), [')']);
check('unclosed-bracket', linked('(check'), ['(']);

// Where recommendations are gone from under their heading, the numbers that lack them are told there.
const below = (recommendations: string): string =>
  `## Recommendations\n\n${recommendations}## Findings\n\n3. Staff are kind.\n\n4. Meals are good.\n\n5. Men feel safe.`;
check('number-start', below(''), ['Recommendations']);
check('number-start', below('1. Train staff.\n\n2. Hear men.\n\n'), []);
