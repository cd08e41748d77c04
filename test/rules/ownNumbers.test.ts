import { checkByRule } from './checkByRule.ts';

// Paragraphs of a report that names its own areas, and numbers them in its own way.

const check = (rule: string, text: string, expected: readonly string[]): void =>
  checkByRule(
    rule,
    `---\nframework: generic\nprovider: Ely House\n---\n\n# Ely House\n\n${text}\n`,
    expected,
    'generic',
  );

/** Two sections of five paragraphs each by parts; the second of the first section is given, with what stands for its number. */
const byParts = (second = '1.2 Staff are kind, and they know all of the men.'): string =>
  [
    '## 1 Safety\n\n1.1 Early help is timely, and families know of it.',
    second,
    '1.3 Rooms are clean.\n\n1.4 Records are kept.\n\n1.5 Men feel safe.\n\n## 2 Respect\n\n2.1 Food is good.\n\n2.2 Men are heard.\n\n2.3 Visits are long.\n\n2.4 Letters come.\n\n2.5 Faith is met.',
  ].join('\n\n');

for (const rule of ['number-gap', 'number-repeated', 'number-order', 'number-form', 'missing-number'])
  check(rule, byParts(), []);
check('number-gap', byParts('').replace('\n\n\n\n', '\n\n'), ['1.3']);
check('number-gap', byParts('**1.2** Staff are kind, and they know all of the men.'), ['1.2']);
check('number-gap', byParts('1.2 – Staff are kind, and they know all of the men.'), ['1.2']);
check('number-gap', byParts('l.2 Staff are kind, and they know all of the men.'), ['l.2']);
check('number-gap', byParts('> 1.2 Staff are kind, and they know all of the men.'), ['1.2']);
check('number-gap', byParts('1.2'), ['1.2']);
check('number-gap', byParts('### 1.2 Staff are kind, and they know all of the men.'), ['1.2']);
check('number-gap', byParts('### 1.2 Staff'), []);
check('number-gap', byParts().replace('know of it.\n\n1.2', 'know of it. 1.2'), ['1.2']);
check('number-gap', byParts().replace('long.\n\n2.4', 'long. 2.4').replace('2.5 Faith is met.', ''), ['2.4']);
check('number-gap', byParts('').replaceAll(/\n\n1\.[345][^\n]*/g, ''), []);
check('number-repeated', byParts('1.3 Staff are kind, and they know all of the men.'), ['1.3']);
check('number-order', byParts('1.7 Staff are kind, and they know all of the men.'), ['1.7']);
check('number-form', byParts('1.2 Staff are kind.\n\n1.2a. Staff know all of the men.'), ['1.2a']);
check('missing-number', byParts('1.2 Staff are kind.\n\nThey know all of the men by name, and it helps.'), [
  'They know all',
]);
check('missing-number', byParts('1.2 Staff are kind.\n\n- They know all of the men by name, and it helps.'), [
  'They know all',
]);
check('missing-number', byParts('1.2 Staff do this:\n\n- They know all of the men by name, and it helps.'), []);
check(
  'missing-number',
  byParts('1.2 Staff are kind.\n\nThey know all of the men by name, and it helps.').replace(
    '2.2 Men',
    'They know all of the men by name, and it helps.\n\n2.2 Men',
  ),
  [],
);
// A list begins anew, and is none of the report’s numbers.
check('number-repeated', `${byParts()}\n\n## Annex\n\n1.1 One.\n\n1.2 Two.\n\n1.3 Three.`, []);
check('number-gap', '## Rooms\n\n1.1 Early help is timely.\n\n1.3 Rooms are clean.\n\n1.4 Men feel safe.', []);

for (const [text, found] of [
  ['1.2 Staff are kind, as paragraph 1.9 says.', ['paragraph 1.9']],
  ['1.2 Staff are kind, as paragraph 2.3 says.', []],
  ['1.2 Staff are kind, as paragraph 7.3 says.', []],
] as const)
  check('unresolved-reference', byParts(text), found);
check('self-reference', byParts('1.2 Staff are kind (see paragraph 1.2).'), ['paragraph 1.2']);

const lettered = '## Summary\n\nS1 Staff are kind.\n\nS2 Rooms are clean.\n\nS4 Men feel safe.';
check('number-gap', lettered, ['S4']);
check('number-form', lettered.replace('S4 Men', 'S3 S3 Men'), ['S3']);

/** A series through two sections that are none of the framework’s. */
const through = (from = 1): string =>
  `## Rooms\n\n${[1, 2, 3, 4, 5, 6].map(i => `${i + from - 1}. Room ${i} is clean.`).join('\n\n')}\n\n## Food\n\n${[7, 8, 9, 10, 11, 12].map(i => `${i + from - 1}. Meal ${i} is good.`).join('\n\n')}`;
check('number-gap', through(), []);
check('number-gap', through().replace('4. Room 4 is clean.\n\n', ''), ['5']);
check('number-order', through().replace('4. Room', '40. Room'), ['40']);
check(
  'number-repeated',
  through().replace(/(?<=\n)(?:7|8|9|10|11|12)(?=\. Meal)/g, number => String(+number - 6)),
  [],
);

// A section whose paragraphs have lost their numbers, among others that have them.
const sections = (second: string): string =>
  ['1', '2', '3', '4']
    .map(i =>
      i === '2'
        ? `## 2. Respect\n\n${second}`
        : `## ${i}. Part ${i}\n\n${i}.1 Early help is timely.\n\n${i}.2 Rooms are clean.\n\n${i}.3 Staff are kind.`,
    )
    .join('\n\n');
const sentences = [
  'Most of the men told us that they felt respected by staff.',
  'Visits were long enough, and families were made welcome there.',
];
const long = sentences.map(own => own.replace('.', ', as they had said at our last visit.'));
check('missing-number', sections(`2.1 ${long[0]}\n\n2.2 ${long[1]}`), []);
check('missing-number', sections(long.join('\n\n')), ['Most of the']);
check('missing-number', sections(long[0]!), []);
check('missing-number', `${sections(long.join('\n\n'))}\n\n## 5. Annex\n\n${long.join('\n\n')}`, []);
check('cut-paragraph', byParts('1.2 Staff are kind, and they know all of'), ['of']);
check('cut-paragraph', byParts('1.2 Staff are kind, and they know all of').replaceAll(/\.$/gm, ''), []);
check('number-start', through(0), ['0']);

// Numbers that jump again and again are those of something else.
check('number-gap', byParts().replace(/^1\.[24] [^\n]*\n\n/gm, ''), []);

// Sections of their own names, whose numbers go on from the recommendations above them.
const goingOn = (third = '5. Lights are on at night, and gates are shut.'): string =>
  [
    '## Recommendations\n\n1. Mend the gates.\n\n2. Read the log.',
    '## Quays\n\n3. Quays are clean, and they are dry.\n\n4. Barriers are checked each morning.',
    third,
    '## Boats\n\n6. Boats are sound.\n\n7. Crews are kind.\n\n8. Ropes are new.',
  ].join('\n\n');
for (const rule of ['number-gap', 'number-repeated', 'number-order', 'number-form', 'missing-number'])
  check(rule, goingOn(), []);
check('number-gap', goingOn('Lights are on at night, and gates are shut.'), ['Lights are on']);
check('missing-number', goingOn('5) Lights are on at night, and gates are shut.'), ['5)']);
check('number-gap', goingOn('4.1 Lights are on at night, and gates are shut.'), ['4.1']);
check('missing-number', goingOn('Lights are on at night.\n\n5. Gates are shut.'), ['Lights are on']);
check('missing-number', goingOn('5. Lights are on.\n\nGates are shut, and nobody knows why. (Recommendation 1)'), [
  'Gates are shut,',
]);
check('number-form', goingOn('5. 5. Lights are on at night.'), ['5.']);
check(
  'unresolved-reference',
  goingOn('Lights are on (see paragraph 3).').replace('clean,', 'clean (paragraph 5),'),
  [],
);
check(
  'number-repeated',
  through().replace(/(?<=\n)(?:4|5|6)(?=\. Room)/g, number => String(+number - 3)),
  ['1'],
);
check('number-gap', `${through()}\n\n## Steps\n\n1. Look at the room.\n\n2. Ask the cook.`, []);
check('number-repeated', `${through()}\n\n## Steps\n\n1. Look at the room.\n\n2. Ask the cook.`, []);
check('number-repeated', goingOn('4. Lights are on at night, and gates are shut.'), ['4']);
check('number-gap', goingOn().replace('3. Quays are clean, and they are dry.\n\n', ''), ['4']);
check('number-start', `## Recommendations\n\n- Mend the gates.\n\n2. Read the log.`, ['-']);
check('number-gap', byParts('2.2 Staff are kind, and they know all of the men.'), []);
check('number-repeated', byParts('2.2 Staff are kind, and they know all of the men.'), ['2.2']);
check('heading-form', '## Section 2 Care\n\nGood.\n\n## Section 1 Safety\n\nGood.\n\n## Section 3 Food\n\nGood.', [
  'Section 2',
]);
check('heading-form', '## 2 of us\n\nGood.\n\n## 1 Safety\n\nGood.\n\n## 3 Food\n\nGood.', []);
check(
  'heading-form',
  '## Standard 3 Care\n\nGood.\n\n## Standard 1 Safety\n\nGood.\n\n## Standard 2 Food\n\nGood.',
  [],
);
check('heading-form', '## Food {area=9}\n\nGood.', ['area=9']);
check('heading-form', '## Summary\n\nThe areas are:\n\n9. Food: Good\n\n## Meals {area=9}\n\nGood.', []);
check('heading-form', '## Judgements\n\n9. Food: Good\n\n## Meals {area=9}\n\nGood.', []);
check(
  'number-order',
  goingOn().replace(/(## Quays.*)(## Boats.*)/s, (_, quays, boats) => `${boats}\n\n${quays}`),
  ['6'],
);

// Areas that a report names in its list and grades in their sections.
const graded = (list: string, third = 'Judgement: Good\n\n'): string =>
  `## Judgements\n\n${list}\n\n## Quays\n\nJudgement: Good\n\nDry.\n\n## Boats\n\n${third}Sound.\n\n## Crews\n\nJudgement: Good\n\nKind.`;
const all = '1. Quays: Good\n2. Boats: Good\n3. Crews: Good\n4. Overall effectiveness: Good';
check('missing-judgement', graded(all), []);
check('missing-judgement', graded(all, ''), ['Boats']);
check('missing-judgement', graded(all.replace('2. Boats: Good\n', '')), ['Boats']);
check('missing-judgement', graded('1. Quays: Good\n2. Boats: Good', ''), []);
const headed = (boats: string): string =>
  `## Judgements\n\n${all}\n\n## Quays: good\n\nDry.\n\n## ${boats}\n\nSound.\n\n## Crews: good\n\nKind.`;
for (const title of ['Boats', 'Boats good', 'Boats; good', 'Boats – good'])
  check('missing-judgement', headed(title), title === 'Boats – good' ? [] : [title]);
check('missing-judgement', headed('Boats: good'), []);
const parted = (crews: string): string =>
  `## Judgements\n\n1. Quays: Good\n1.1 Walls: Good\n1.2 Gates: Good\n2. Boats: Good\n3. Crews: Good\n\n${['## Quays', '### Walls', '### Gates', '## Boats'].map(title => `${title}\n\nJudgement: Good\n\nDry.`).join('\n\n')}\n\n## Crews\n\n${crews}Kind.`;
check('missing-judgement', parted('Judgement: Good\n\n'), []);
check('missing-judgement', parted(''), ['Crews']);
check('number-gap', goingOn().replace('2. Read the log.', '2.- Read the log.'), []);

// Numbers that run through a whole report, and through recommendations that stand in its midst.
const allThrough = (seventh = '7. Tiles were ordered late in the year, and they were too small.'): string =>
  [
    '## The law\n\n1. Landlords mend roofs.\n\n2. They mend them soon.\n\n3. They say when.',
    `## What happened\n\n4. Rain came in.\n\n5. Nothing was done.\n\n6. Letters were lost.\n\n${seventh}\n\n8. Tiles came in spring.`,
    '## Analysis\n\n9. That was too late.\n\n10. It was a fault.\n\n11. A child was cold.',
    '## Recommendations\n\n12. Say sorry to her.\n\n13. Mend the other roof.',
    '## Decision\n\n14. We have ended our work.',
  ].join('\n\n');
for (const rule of ['number-gap', 'number-repeated', 'number-order', 'number-start', 'missing-number', 'number-form'])
  check(rule, allThrough(), []);
check('number-gap', allThrough('Tiles were ordered late in the year, and they were too small.'), [
  'Tiles were ordered',
]);
check('cut-paragraph', allThrough(), []);
check('cut-paragraph', allThrough('7. were ordered late in the year, and they were too small.'), ['were']);
check('number-start', allThrough('Tiles were ordered late in the year, and they were too small.'), []);
check('number-repeated', allThrough('6. Tiles were ordered late in the year, and they were too small.'), ['6']);
check('number-gap', allThrough().replace('11. A child was cold.\n\n', ''), ['12']);
check('number-start', allThrough().replace('11. A child was cold.\n\n', ''), []);
check('number-gap', allThrough().replace('12. Say sorry to her.\n\n13. ', '12. '), ['14']);
