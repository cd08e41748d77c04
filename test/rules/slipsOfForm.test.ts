import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFramework, builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const sound = `---
framework: ofsted-sif
provider: [Ely County Council, Ely]
title: Inspection of services for children in need of help and protection, children looked after and care leavers
inspected: 2017-03-06/2017-03-30
published: 2017-05-15
status: final
---

# Children’s services in Ely are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good

## Executive summary

Services are good. Leaders know them well, and they say so in all that they write.

## Information about this local authority area

- The director has been in post since June 2014.

## Recommendations

1. Ensure that plans say who will do what, and by when.

2. Reduce the number of changes of social worker.

3. Improve what is written of visits.

## The experiences and progress of children who need help and protection

Judgement: Good

### Summary

Children who need help and protection receive it in good time.

### Inspection findings

4. Plans do not always say who will do what, and by when. (Recommendation 1)

5. Children have had several social workers within a year. (Recommendation 2)

6. What is written of visits says little of the child. (Recommendation 3)

7. Early help has grown, and more families are supported by their own school or nursery.

## The experiences and progress of children looked after and achieving permanence

Judgement: Good

### Summary

Children looked after live in good homes, and they know what is planned for them.

### Inspection findings

8. Most children live with carers who understand their needs (see paragraph 7).

9. Brothers and sisters are kept together where that is right for all of them.

### The graded judgement for adoption performance is that it is good

10. Adopters are well prepared, and they are supported for as long as they wish.

### The graded judgement about the experience and progress of care leavers is that it is good

11. Most care leavers live in suitable accommodation, and advisers keep in touch with them.

## Leadership, management and governance

Judgement: Good

### Summary

Leaders are ambitious for children, and they have the means that they need.

### Inspection findings

12. Managers know their teams well. Supervision is regular, and it is recorded.

13. Performance information is used in every team. It has helped managers to act.

## Information about this inspection

Inspectors read case files and talked to children and families.

### The inspection team

Lead inspector: Ann Ash
`;

const fourFindings = sound.slice(
  sound.indexOf('4. Plans'),
  sound.indexOf('\n\n## The experiences and progress of children looked'),
);

const listAndFirstArea = sound.slice(
  sound.indexOf('## Recommendations'),
  sound.indexOf('## The experiences and progress of children looked'),
);

const lastAreas = sound.slice(
  sound.indexOf('## The experiences and progress of children looked'),
  sound.indexOf('## Information about this inspection'),
);

function findings(text: string) {
  const framework = builtInFramework('ofsted-sif')!;
  return reportFindings(reportOf(documentOf(text), framework), defaultReportSettings, builtInFrameworks, undefined);
}

const before = new Set(findings(sound).map(({ rule, message }) => `${rule} ${message}`));

/** One slip in a sound report is told once, at its place: of all findings but advice that is not asked for. */
function check(from: string, to: string, ...told: readonly string[]): void {
  test(`${told.join(', ') || 'silent'}: ${to.trim().replace(/\s+/g, ' ').slice(0, 60)}`, () => {
    const text = sound.replace(from, to);
    assert.notEqual(text, sound, 'the words are there');
    const found = findings(text).filter(
      ({ rule, message, severity }) =>
        (severity !== 'hint' || told.some(own => own.startsWith(`${rule}:`))) && !before.has(`${rule} ${message}`),
    );
    assert.deepEqual(
      found.map(own => `${own.rule}: ${text.slice(own.from, own.to).replace(/\s+/g, ' ')}`),
      told,
    );
  });
}

// Judgements.
check('### Summary\n\nChildren who', '### Summary\n\nJudgement: Good\n\nChildren who', 'duplicate-judgement: Good');
check(
  'adoption performance is that it is good',
  'adoption performance is that is good',
  'statement-grammar: that is good',
);

check(
  'adoption performance is that it is good',
  'adoption performance',
  'missing-judgement: ### The graded judgement for adoption performance',
);
check(
  'The graded judgement for adoption performance is',
  'The graded judgement is',
  'missing-judgement: ### The graded judgement is that it is good',
);
check(
  '### The graded judgement for adoption',
  '   ### The graded judgement for adoption',
  'missing-judgement: ### The graded judgement for adoption performance is that it is good',
);
check(
  '# Children’s services in Ely are good\n',
  '# Children’s services in Ely are good\n\n# Children’s services in Ely are outstanding\n',
  'duplicate-judgement: Children’s services in Ely are outstanding',
);

// Details and headings.
check('---\nframework', '--- report\nframework', 'front-matter-syntax: --- report');
check('published: 2017-05-15', 'published: *date', 'invalid-metadata: *date');
check('## Executive summary', '## Executive summary {part one}', 'placeholder-left: {part one}');
check('## Executive summary', '## Executive summary - DRAFT', 'missing-section: Executive summary - DRAFT');
check('### Inspection findings\n\n12.', '### Findings\n\n12.', 'missing-section: Findings');
check('### Inspection findings\n\n12.', '### Inspection fndings\n\n12.', 'missing-section: Inspection fndings');
check('### Inspection findings\n\n12.', '### Inspection findings 12.', 'number-gap: 12.');
check(
  '## Recommendations\n',
  '## Summary children and young people\n\n- Social workers listen to you.\n\n## Recommendations\n',
  'missing-section: Summary children and young people',
);
check(
  'Leaders are ambitious for children, and they have the means that they need.',
  'To be completed.',
  'placeholder-left: To be completed.',
);
check('---\nframework', '--\nframework', 'front-matter-syntax: --');
check('---\nframework', 'framework', 'front-matter-syntax: framework: ofsted-sif');
check('## Recommendations\n', 'Recommendations\n---------------\n', 'missing-section: Recommendations ---------------');
check('their own school or nursery.\n', 'their own school or nursery.\n\n8. #### Health\n', 'heading-level: 8. ####');
check('## Recommendations\n', '=====\n\n## Recommendations\n', 'stray-mark: =====');

// Numbers.
check('2. Reduce', '0. Reduce', 'number-order: 0');

check('2. Reduce', '02. Reduce', 'number-form: 02');

// Tags.
for (const tag of ['(Recommend)', '(Rec)', '(Recommended)', 'Recommendation.', '/Recommendation/'])
  check('(Recommendation 3)', tag, 'untagged-recommendation: 3', `tag-spelling: ${tag}`);
for (const tag of ['(Recommendation (3))', '“Recommendation 3”'])
  check('(Recommendation 3)', tag, 'untagged-recommendation: 3', `tag-spelling: ${tag}`);
check(
  '(Recommendation 3)',
  '(Recommendation two and three)',
  'untagged-recommendation: 3',
  'tag-spelling: (Recommendation two and three)',
);
for (const tag of [
  '(Recommendation\n   two and three)',
  '(Recommendations two\n   and three)',
  'Recommendation\n   (3)',
])
  check('(Recommendation 3)', tag, 'untagged-recommendation: 3', `tag-spelling: ${tag.replace(/\n */, ' ')}`);
check('(Recommendation 3)', '(Recommendation TBC)', 'placeholder-left: TBC');
check('(Recommendation 3)', '( Recommendation 3 )', 'tag-spelling: ( Recommendation 3 )');
check('(Recommendation 3)', '(Recommendation 3)\n\n(Recommendation 3)', 'repeated-tag: (Recommendation 3)');

check(
  'Early help has grown, and more families are supported by their own school or nursery.',
  'Early help has grown. (Recommendation 1)\n\n8. Visits are late. (Recommendation 2)\n\n9. Plans are vague (Recommendation 3).',
  'tag-position: (Recommendation 3)',
  'number-repeated: 8',
);

// References and notes.
check('(see paragraph 7)', '(paragraphs 6 and, 7)', 'reference-form: (paragraphs 6 and, 7');
check('(see paragraph 7)', '(see paragraphs 7)', 'reference-form: paragraphs');
check('(see paragraph 7)', '(see paragraphs 7 (above) and 6)');
check('(see paragraph 7)', '(see paragraph [7])', 'reference-form: paragraph [7]');
check('(see paragraph 7)', '(see paragraph: 7)', 'reference-form: paragraph: 7');
check('(see paragraph 7)', '(see paragraphs 5--7)', 'reference-form: (see paragraphs 5--7');
for (const mark of ['(^8)', '{^8}', '^[8]', '[8^]', '[^8'])
  check('for all of them.', `for all of them.${mark}`, `undefined-footnote: ${mark}`);

// Places to be filled in.
for (const place of ['{provider}', '$provider', '%provider%', '##', '__', '(?)', '…..', '[Delete if not applicable]'])
  check('Leaders are ambitious for', `Leaders are ambitious ${place} for`, `placeholder-left: ${place}`);
check('more families', 'this helps about % of families, and more families', 'placeholder-left: %');
check('more families', 'this is shown as a % of all, costs $million, and more families');
for (const words of ['Insert text here.', 'Click here to enter text.'])
  check('Services are good.', `Services are good. ${words}`, `placeholder-left: ${words}`);
check(
  'Services are good.',
  'Services are good. Error! No bookmark name given.',
  'reference-form: Error! No bookmark name given.',
);
check('Services are good.', 'Services are good. ![IMG_0123](chart.png)', 'picture-description: ![IMG_0123](chart.png)');

// Words.
check('in good time.', 'in good time. It was seen on 6.11.2016.', 'date-style: 6.11.2016');
check('needs (see', 'needs, and attendance is at 95 % (see', 'number-style: 95 %');
check('more families are supported', 'more families are supported are supported', 'repeated-word: are supported');
check('more families are supported', 'more and more and more families are supported');
check('Early help has grown', 'Multi--agency work has grown', 'stray-mark: --');
check('Early help has grown', 'Multi - agency work has grown', 'broken-hyphen: Multi - agency');
check('Early help has grown', 'Early help has grown - well beyond the town - with its schools');

// Parts that are named, and paragraphs that are numbered otherwise.
check('(see paragraph 7)', '(see the section ‘Executive summary’)');
check('(see paragraph 7)', '(see the section ‘Adoption’)', 'unresolved-reference: the section ‘Adoption’');
check(
  '8. Most',
  'Table 1: Children by age\n\n8. Most children are young (see Table 1). Most',
  'stray-mark: Table 1: Children by age',
);
check('(see paragraph 7)', '(see Table 1)', 'unresolved-reference: Table 1');
check(fourFindings, fourFindings.replace(/^\d+\. /gm, '- '), 'number-gap: -');
check(fourFindings, fourFindings.replace(/^(\d+)\. /gm, '1.$1 '), 'number-gap: 1.4');
check('7. Early help has', '7. Early help in St.Marys has');
check('7. Early help has', '7. Early help.Families has', 'stray-mark: .');

// Pages that went on.
check('more families are', 'more families Page 9 of 41 are', 'stray-mark: Page 9 of 41');
check('grown, and more', 'grown, Page 9 of 41 and more', 'stray-mark: Page 9 of 41');
check('more families are', 'more\n\nInspection findings\n\nfamilies are', 'cut-paragraph: more');
check('more families are', 'more\n\n12\n\nfamilies are', 'stray-mark: 12');
check('school or nursery.\n', 'school or nursery.\n\nInspection findings\n', 'heading-level: Inspection findings');

// Numbers.
check('7. Early', '7/ Early', 'missing-number: 7/');
check('7. Early', '1.7 Early', 'number-gap: 1.7');
check('7. Early', '____. Early', 'placeholder-left: ____');
check(
  '## Recommendations\n\n1. Ensure that plans say who will do what, and by when.\n',
  '1. Ensure that plans say who will do what, and by when.\n\n## Recommendations\n',
  'number-start: 1',
);

// References.
check('(see paragraph 7)', '(discussed later, in paragraph 7)', 'reference-form: later');
check('(see paragraph 7)', '(discussed earlier in paragraph 7)');
check('(see paragraph 7)', '(discussed earlier in paragraph 9)', 'reference-form: earlier');
check('(see paragraph 7)', '(see paragraphs –7)', 'reference-form: (see paragraphs –7');
check('(see paragraph 7)', '(see paragraphs 7 and paragraph)', 'reference-form: paragraph');
check('(see paragraph 7)', '(see paragraph ###)', 'reference-form: paragraph ###');
check('(see paragraph 7)', '(see paragraphs 6. 7)', 'reference-form: (see paragraphs 6. 7');
check('(see paragraph 7)', '(see paragraph 1O)', 'reference-form: (see paragraph 1O');
check('(see paragraph 7)', '([paragraph 6](#paragraph-7))', 'link-text: [paragraph 6](#paragraph-7)');
for (const words of ['paragraph 7', '7', 'what is said of schools'])
  check('(see paragraph 7)', `([${words}](#paragraph-7))`);

// Marks.
check('Early help has', 'Early help(cid:146) has', 'damaged-character: (cid:146)');
check('help has grown, and', 'help has strengthened., and', 'stray-mark: .,');
check('help has grown, and', 'help has grown by visits, groups, etc., and');
check('help has grown, and', 'help has grown. . and', 'stray-mark:  .');
check('help has grown, and', 'help has grown. . . and');

// Headings and judgements.
for (const title of ['Recommendations ##', 'Heading 2Recommendations'])
  check('## Recommendations\n', `${title}\n`, `missing-section: ${title}`);
for (const words of ['contd', 'cont’d', '(contd.)'])
  check('### Inspection findings\n\n8.', `### Inspection findings ${words}\n\n8.`, `heading-form: ${words}`);
check(
  '# Children’s services in Ely are good\n\n',
  'Children’s services in Ely are good\n',
  'missing-judgement: Children’s services in Ely are good',
);
check(
  '### Inspection findings\n\n8. Most',
  '### Inspection findings (continued)\n\n8) Most',
  'heading-form: (continued)',
  'missing-number: 8)',
);

// What follows from a heading that is not read is told with it.
check('### Summary\n\nLeaders', 'Summary\n\nLeaders', 'missing-section: Summary');
check(
  '## The experiences and progress of children who',
  '#### The experiences and progress of children who',
  'heading-level: ####',
);
check('### Inspection findings\n\n4.', '## Inspection findings\n\n4.', 'heading-level: ##');
check(
  '### Inspection findings\n\n4.',
  '### Inspection findings (Recommendation 1)\n\n4.',
  'tag-position: (Recommendation 1)',
);
check(
  '## Information about this inspection\n',
  'Information about this inspection\n',
  'missing-section: Information about this inspection',
);
for (const title of [
  'Information about this inspection',
  'The experiences and progress of children looked after and achieving permanence',
])
  check(`## ${title}\n`, '##\n', 'missing-title: ##');
check(
  lastAreas,
  lastAreas.replace(/^(## [\s\S]*?)(## L[\s\S]*)$/, '$2$1'),
  'number-order: 12',
  'section-order: The experiences and progress of children looked after and achieving permanence',
);
check(lastAreas, lastAreas.replace(/8\. Most[\s\S]*?9\. .*\n\n/, ''), 'number-gap: Inspection findings');

// One cause is told once.
check(
  '## Leadership, management and governance\n',
  '## Leadership, management and governance [delete?]\n',
  'placeholder-left: [delete?]',
);
check('## Executive summary', '## Exec\u00ad utive summary', 'missing-section: Exec\u00ad utive summary');
check('in good time.', 'in good time. checked -->', 'unclosed-comment: -->');

// What follows from none of these is told beside it.
check(
  '## Executive summary',
  '# Executive summary\n\nThat is good.\n\n## Executive summary',
  'duplicate-section: Executive summary',
);
check(
  fourFindings,
  `${fourFindings.replace('workers within a year. (Recommendation 2)', 'workers (Recommendation 2) within a year.')}

Families are seen at home, and what they say is written down. They like it.`,
  'tag-position: (Recommendation 2)',
  'missing-number: Families are seen',
);
check(listAndFirstArea, listAndFirstArea.replace(/^(## R[\s\S]*?)(## T[\s\S]*)$/, '$2$1'), 'number-order: 1');
check(
  lastAreas,
  lastAreas
    .replace('right for all of them.', 'right for all of the')
    .replace('is recorded.\n', 'is recorded.\n\n12\n\nand they are glad of it, all of them, each day.\n'),
  'cut-paragraph: the',
  'stray-mark: 12',
);

// Directives.
check(
  '7. Early',
  '<!-- inspectmark_disable_next number-gap -- as agreed -->\n\n7. Early',
  'unknown-directive: inspectmark_',
);

check(
  '7. Early',
  '<!-- inspectmark: disable-next number-gap -- as agreed -->\n\n7. Early',
  'unknown-directive: inspectmark: ',
);

// A board’s own recommendations are none of the report’s.
const board = `
## The Local Safeguarding Children Board (LSCB)

### The Local Safeguarding Children Board is good

#### Recommendations

14. Improve how the board looks at the records of partners.

#### Inspection findings – the Local Safeguarding Children Board

15. Partners take part in the work of the board, and they are open with one another.
`;
const children = `## Summary for children and young people

- Social workers come when you need them, and they listen to you.

`;
test('section-order: the children’s summary above the recommendations, in a report with a board', () => {
  const text = sound.replace('## Recommendations', `${children}## Recommendations`) + board;
  const found = findings(text).filter(({ rule }) => rule === 'section-order');
  assert.deepEqual(
    found.map(({ from, to }) => text.slice(from, to)),
    ['Recommendations'],
  );
});

// The same in other shapes.
for (const number of ['S7.', '7 7.', '7․']) check('7. Early', `${number} Early`, `missing-number: ${number}`);
for (const title of ['- Recommendations', 'Heading 2: Recommendations'])
  check('## Recommendations\n', `${title}\n`, `missing-section: ${title}`);
check(
  '## Executive summary',
  '## Executive summary Executive summary',
  'missing-section: Executive summary Executive summary',
);
check('status: final\n', 'status: final\n---\n\n---\nframework: ofsted-sif\n', 'front-matter-syntax: ---');
check('framework: ofsted-sif', 'framwork: ofsted-sif', 'unknown-metadata: framwork');
check('- The director', '- 1. The director', 'bullet-form: 1.');
check('since June 2014.', 'since June 2014.\n          - She is known.', 'bullet-form: -');
for (const mark of ['•', '-']) check('7. Early', `7. ${mark} Early`, `stray-mark: ${mark}`);
for (const tag of ['(Rcommendation 3)', '(Recommendation’s 3)'])
  check('(Recommendation 3)', tag, `tag-spelling: ${tag}`);
check('(see paragraph 7)', '(see ¶7)', 'reference-form: ¶7');
check('(see paragraph 7)', '(see paragraph 7 below)', 'reference-form: below');
check('(see paragraph 7)', '(see paragraph 7 above)');
check('(see paragraph 7)', '(see paragraph 12 above)', 'reference-form: above');

for (const tag of ['(see Recommendation)', '(new recommendation?)', '(Recommendation?)', '(Re)'])
  check('(Recommendation 3)', tag, 'untagged-recommendation: 3', `tag-spelling: ${tag}`);
check('(Recommendation 3)', '(Recommendation 3) and more', 'tag-position: (Recommendation 3)');
check(
  '(Recommendation 3)',
  '(Recommendation 3) and more of that than can be said here',
  'tag-position: (Recommendation 3)',
  'cut-paragraph: here',
);
check(
  listAndFirstArea,
  listAndFirstArea
    .replace('3. Improve what is written of visits.\n\n', '')
    .replace('### Summary\n', '### Summary\n\n3. Improve what is written of visits.\n'),
  'number-gap: 3',
);
check(
  '3. Improve what is written of visits.\n',
  '## Summary for children and young people\n\n3. Improve what is written of visits.\n\n- Social workers listen to you.\n',
  'number-gap: 3',
);
check(
  '2. Reduce the number of changes of social worker.',
  '(Recommendation) Reduce the number of changes of social worker.',
  'number-gap: (Recommendation) Reduce the',
);
for (const words of ['all of them.¹', 'all of them ¹.', 'all of them⁸.'])
  check('all of them.', words, `undefined-footnote: ${words.replace(/[\w .]/g, '')}`);
check('all of them.', 'all of them, on 5 km² or 10⁶ m³ of land.');
const letter = '(a) Families are seen at home, and what they say is written down. They like it.';
check('5. Children have had', `${letter}\n\n5. Children have had`, 'missing-number: (a) Families are');
check('5. Children have had', `${letter}\n\n${letter.replace('(a)', '(b)')}\n\n5. Children have had`);
for (const words of ['paragr. 7', 'parag 7']) check('(see paragraph 7)', `(see ${words})`, `reference-form: ${words}`);
check('(see paragraph 7)', '(see paragraphs between 7)', 'reference-form: paragraphs between 7');
check('(see paragraph 7)', '(see paragraphs between 5 and 7)');
check('(see paragraph 7)', '([the plan](https: //example.org))', 'unresolved-link: ](https: //example.org)');
for (const mark of ['[ftn8]', '[_ftn8]', '[fn8]', '^[See the annex.]'])
  check('for all of them.', `for all of them.${mark}`, `undefined-footnote: ${mark}`);
check('for all of them.', 'for all of them [note 8](https://example.org).');
check('title: Inspection', 'title: “Inspection', 'unclosed-bracket: “');
check('title: Inspection', 'title: “Inspection” (first', 'unclosed-bracket: (');
check('title: Inspection', 'title: “Inspection” (first)');
check('help has grown', 'help has [Deleted: not] grown', 'placeholder-left: [Deleted: not]');
check('or nursery.', 'or nursery. Commented [AB1]: ask them', 'placeholder-left: [AB1]:');
check('### Inspection findings\n\n4. Plans', '4.\n\n### Inspection findings\n\nPlans', 'missing-number: Plans do not');
check(
  '## Recommendations\n',
  '## Recommendations\n\n1. The authority and its partners should:\n',
  'number-repeated: 1',
);
check(
  ': Good\n2. Children looked',
  ': Good, 2. Children looked',
  'missing-judgement: Children looked after and achieving permanence',
);
check(
  '## The experiences and progress of children who need help and protection',
  '## <a name="x"></a>The experiences and progress of children who need help and protection',
  'missing-section: <a name="x"></a>The experiences and progress of children who need help and protection',
);

/** What stands in place of the end of a sentence. */
const grown = ', and more families are supported by their own school or nursery.';
check(
  grown,
  ', and more families are supported Early help has grown, and more families are supported.',
  'doubled-passage: Early help has grown, and more families are supported',
);
check(grown, '. More families are helped and more families are seen.');
check(grown, '.More families are supported.', 'stray-mark: .');
check(grown, ', and more families Page 12 of 34 are supported.', 'stray-mark: Page 12 of 34');
for (const [end, told] of [
  ['supported;', 'supported;'],
  ['supported by their own school and the', 'the'],
  ['supported by a multi-', 'multi-'],
] as const)
  check(grown, `, and more families are ${end}`, `cut-paragraph: ${told}`);
for (const part of ['Table 9', 'Annex C', 'section 12 of this report'])
  check(grown, ` (see ${part}), and more families are supported.`, `unresolved-reference: ${part}`);
check(grown, ', as the team told us (see Table 9 of its own plan).');
for (const part of ['Table 9', 'Annex C'])
  check(grown, `. What helps families is set out in ${part}.`, `unresolved-reference: ${part}`);
check(
  grown,
  '. More is said in the section ‘Work with partners’.',
  'unresolved-reference: the section ‘Work with partners’',
);
check(grown, '. Figure 3 shows how many families are supported.', 'unresolved-reference: Figure 3');
check(grown, '. The team meets all that is set out in Annex A to the framework.');
check(grown, '. Section 47 enquiries and section 20 of the Act are well understood.');
check(grown, ' (see ), and more families are supported.', 'reference-form: (see )');
check(grown, ', and _more_ families are supported.', 'stray-mark: _');
check(grown, ' ‘ and more families are supported.', 'stray-mark: ‘');
check(grown, ', and more {#families} are supported.', 'stray-mark: {');
check(grown, ' ^p and more families are supported.', 'damaged-character: ^p');
check(grown, '_x000D_, and more families are supported.', 'damaged-character: _x000D_');

test('duplicate-recommendation: a board is asked for the same, word for word', () => {
  const text =
    sound +
    board.replace(
      'how the board looks at the records of partners',
      'what partners write, so that it can be read by all who work with a family',
    );
  const twice = text.replace(
    'Improve what is written of visits',
    'Improve what partners write, so that it can be read by all who work with a family',
  );
  assert.deepEqual(
    findings(twice)
      .filter(({ rule }) => rule === 'duplicate-recommendation')
      .map(({ from, to }) => twice.slice(from, to)),
    ['14'],
  );
});

test('doubled-passage: a long paragraph stands in two sections', () => {
  const long = `Leaders read what families tell them, and they change what they do. They meet each month with those who have left care, and they write down what is said. Much of what has become better has come of this, and all who work with families know of it.`;
  const text = sound
    .replace('in all that they write.', `in all that they write.\n\n${long}`)
    .replace('and they have the means that they need.', `and they have the means that they need.\n\n${long}`);
  const found = findings(text).filter(({ rule }) => rule === 'doubled-passage');
  assert.equal(found.length, 1);
  assert.equal(text.slice(found[0]!.from, found[0]!.to), long);
});

// Passages renumbered, areas exchanged, lines moved: one cause, one finding.
check('5. Children have', '4. Children have', 'number-repeated: 4');
check(
  sound.slice(sound.indexOf('8. Most'), sound.indexOf('12. Managers')),
  sound
    .slice(sound.indexOf('8. Most'), sound.indexOf('12. Managers'))
    .replace(/^(\d+)\. /gm, (_, number: string) => `${Number(number) === 8 ? 8 : Number(number) - 1}. `),
  'number-repeated: 8',
);
check(
  sound.slice(sound.indexOf('5. Children'), sound.indexOf('## The experiences and progress of children looked')),
  sound
    .slice(sound.indexOf('5. Children'), sound.indexOf('## The experiences and progress of children looked'))
    .replace(/^(\d+)\. /gm, (_, number: string) => `${Number(number) + 1}. `),
  'number-gap: 6',
);
check(
  '2. Reduce the number of changes of social worker.\n\n3. Improve',
  '1. Reduce the number of changes of social worker.\n\n2. Improve',
  'number-repeated: 1',
);
check(
  sound.slice(sound.indexOf('1. Ensure'), sound.indexOf('## The experiences and progress of children who')),
  '',
  'number-start: Recommendations',
);
check(
  '## Recommendations\n\n1. Ensure',
  '## Recommendations 1. Ensure',
  'missing-section: Recommendations 1. Ensure that plans say who will do what, and by when.',
);
check(
  'Judgement: Good\n\n### Summary\n\nChildren looked after',
  'Judgement: Good\n\nJudgement: Good\n\n### Summary\n\nChildren looked after',
  'duplicate-judgement: Judgement: Good',
);

const unlike = (area: number, grade: string): [string, string] => {
  const entry = new RegExp(`^${area}\\. .*$`, 'm').exec(sound)![0];
  return [entry, entry.replace(/Good$/, grade)];
};
const helped = 'children who need help and protection\n\nJudgement: Good';
const lookedAfter = 'children looked after and achieving permanence\n\nJudgement: Good';
const outstanding = sound
  .slice(sound.indexOf('1. Children'), sound.indexOf('## Leadership'))
  .replace(...unlike(1, 'Outstanding'));
check(
  sound.slice(sound.indexOf('1. Children'), sound.indexOf('## Leadership')),
  outstanding.replace(lookedAfter, lookedAfter.replace(/Good$/, 'Outstanding')),
  'judgement-mismatch: Good',
);
check(
  sound.slice(sound.indexOf('1. Children'), sound.indexOf('## Leadership')),
  outstanding
    .replace(helped, helped.replace(/\n\nJudgement: Good$/, ''))
    .replace(lookedAfter, `${lookedAfter}\n\nJudgement: Outstanding`),
  'duplicate-judgement: Judgement: Outstanding',
);
check(
  '### The graded judgement for adoption performance',
  '### The graded judgement about the experience and progress of care leavers',
  'missing-judgement: ### The graded judgement about the experience and progress of care leavers is that it is good',
);
check(
  '## The experiences and progress of children looked after and achieving permanence',
  '## The experiences and progress of children who need help and protection',
  'missing-section: The experiences and progress of children who need help and protection',
  'duplicate-section: The experiences and progress of children who need help and protection',
);

const ofHelp = (heading: string, next: string) => sound.slice(sound.indexOf(heading), sound.indexOf(next));
const summary = ofHelp('### Summary', '### Inspection findings');
const helpFindings = ofHelp('### Inspection findings', '## The experiences and progress of children looked');
check(`${summary}${helpFindings}`, `${helpFindings}${summary}`, 'section-order: Summary');
check(
  '3. Leadership, management and governance: Good\n\n## Executive summary\n',
  '\n## Executive summary\n\n3. Leadership, management and governance: Good\n',
  'missing-judgement: Leadership, management and governance',
);
check(
  sound.slice(sound.indexOf('1. Children'), sound.indexOf('## Leadership')),
  sound
    .slice(sound.indexOf('1. Children'), sound.indexOf('## Leadership'))
    .replace(...unlike(2, 'Outstanding'))
    .replace(lookedAfter, lookedAfter.replace(/Good$/, 'Outstanding'))
    .replace(`progress of ${lookedAfter.split('\n')[0]}`, `progress of ${helped.split('\n')[0]}`),
  'missing-section: The experiences and progress of children who need help and protection',
  'duplicate-section: The experiences and progress of children who need help and protection',
);
check(
  'as long as they wish.\n\n### The graded',
  'as long as they wish. ### The graded',
  'missing-judgement: 10. Adopters are well prepared, and they are supported for as long as they wish. ### The graded judgement about the experience and progress of care leavers is that it is good',
);
const fifth = '5. Children have had several social workers within a year. (Recommendation 2)\n\n';
check(
  `${summary}${helpFindings}`,
  `${summary.replace('\n\nChildren', `\n\n${fifth}Children`)}${helpFindings.replace(fifth, '')}`,
  'number-order: 5',
);

test('unresolved-reference: what is lost with a section’s numbers is told once', () => {
  const many = Array.from({ length: 25 }, (_, i) => `${i + 4}) Team ${i + 4} is small, and its work is good.`);
  const text = sound
    .replace(fourFindings, many.join('\n\n'))
    .replace('(see paragraph 7)', '(see paragraph 12)')
    .replace(/^(8|9|1[0-3])\. (?!.*: )/gm, (_, number: string) => `${Number(number) + 21}. `);
  assert.deepEqual(
    findings(text)
      .filter(({ rule }) => rule === 'unresolved-reference' || rule === 'number-gap')
      .map(({ rule, message }) => `${rule} ${message}`),
    [],
  );
});
const tenth = `10. Adopters are well prepared, and they are supported for as long as they wish. ${'Most of them say that they were told all that they needed to know. '.repeat(4).trim()}`;
const fromTenth = sound.slice(sound.indexOf('10. Adopters'), sound.indexOf('\n\n11. Most care leavers'));
check(
  fromTenth,
  fromTenth.replace(/10\. .*\n\n/, `${tenth} `).replace(/(?<=to know\. ).*? (?=###)/, ''),
  'heading-form: ### The graded judgement about the experience and progress of care leavers is that it is good',
);
check('### Summary\n\nChildren who need', `### Summary\n\n${fifth}Children who need`, 'number-repeated: 5');

test('unresolved-reference: a heading that has taken in the first recommendation refers to none', () => {
  const text = (sound + board).replace('## Recommendations\n\n1. Ensure', '## Recommendations 1. Ensure');
  assert.deepEqual(
    findings(text).filter(({ rule }) => rule === 'unresolved-reference'),
    [],
  );
});
check('### Inspection findings\n\n12.', '1. Inspection findings\n\n12.', 'missing-section: 1');
check(
  '2. Reduce the number of changes of social worker.',
  '1. Ensure that plans say who will do what, and by when.\n\n2. Reduce the number of changes of social worker.',
  'number-repeated: 1',
);
check('9. Brothers', '[^9] Brothers', 'missing-number: [^9]');
check('(see paragraph 7)', '(see paragraph TBC)', 'placeholder-left: TBC');
check('(Recommendation 3)', '(Recommendations 8, 9 and 10)', 'unresolved-tag: 8');
check(
  '## The experiences and progress of children looked after and achieving permanence',
  'The experiences and progress of children looked after and achieving permanence ##',
  'missing-section: The experiences and progress of children looked after and achieving permanence ##',
);
check(
  '## The experiences and progress of children looked after and achieving permanence',
  '2. The experiences and progress of children looked after and achieving permanence',
  'missing-section: 2. The experiences and progress of children looked after and achieving permanence',
);

// What follows from a heading whose name, role or words are not read.
check(
  '## Information about this inspection\n',
  '## Information about this inspection (#method)\n\nSee [this](#method).\n',
  'heading-form: (#method)',
);
check('# Children’s services', '# Childrenâ€™s services', 'damaged-character: â€™');
check(
  '# Children’s services in Ely are good\n',
  '#\n',
  'provider-mismatch: [Ely County Council, Ely]',
  'missing-title: #',
);

check(
  'with them.\n\n## Leadership, management',
  'with them. (Recommendation 1)\n\n    ## Leadership, management',
  'missing-section: ## Leadership, management and governance',
);

// A heading of marks alone, or still to be written.
check('### Summary\n', '### ???\n', 'placeholder-left: ???');
check('### Summary\n', '### TBC\n', 'placeholder-left: TBC');

// A role in braces that lacks its full stop.
check('### The inspection team', '### The inspection team {team}', 'heading-form: {team}');

// A title behind a bullet’s mark.
check('## Recommendations\n', '§ Recommendations\n', 'missing-section: § Recommendations');

// A required section whose heading has got into the line of another is told there, and not as missing.
check(
  '## Information about this local authority area',
  '## The local authority ## Information about this local authority area',
  'missing-section: ## Information about this local authority area',
);

// A title that goes on below is that of its section before one that has the words of its area in another order.
const toSecondArea = sound.slice(sound.indexOf('## Recommendations'), sound.indexOf('## Leadership'));
check(
  toSecondArea,
  toSecondArea
    .replace('## Recommendations\n', '## Recommendations\n\n### Looked after children\n')
    .replace('progress of children looked', 'progress\nof children looked'),
  'missing-section: The experiences and progress',
);
