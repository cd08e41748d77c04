import { checkByRule as check, checkGeneric as generic } from './checkByRule.ts';

// Manners of other houses that are right, and beside each its like that is wrong.

// What a section asks for, by its title, is no claim.
const dated = (title: string): string =>
  `## What I saw\n\nIn two, risk assessments had been changed without a date.\n\n## ${title}\n\n1. Date every change to a risk assessment.`;
generic('quantifier-drift', dated('What you should do'), []);

// That there is none of a thing says nothing of those for whom it is.
generic(
  'quantifier-drift',
  '## What we found\n\nAssessments are good. Foster homes are plentiful. Care leavers are less well served: it lost touch with some.\n\nIt knows its families. Assessments are brief and to the point. There is no care leavers’ team; each keeps the social worker that he or she had as a child.',
  [],
);

// A table of abbreviations writes them out.
const listed = (row: string): string =>
  `## Legal basis\n\nSee *R v Southwark LBC*. The LBC appealed.\n\n## Abbreviations\n\n| Abbreviation | Meaning |\n| --- | --- |\n| ${row} |`;
generic('undefined-acronym', listed('LBC | London Borough Council'), []);
generic('undefined-acronym', listed('Council | LBC'), ['LBC']);
generic('undefined-acronym', listed('Age two, LBC (low body count) | 91%'), []);
generic('undefined-acronym', listed('Age two, LBC (see below) | 91%'), ['LBC']);

// The framework’s own name may stand once.
const visit =
  'This visit was carried out in line with the inspection of local authority children’s services (ILACS) framework, and the public law outline (PLO).';
check('unused-acronym', `${visit}\n`, ['PLO'], 'ofsted-ilacs');

// A figure whose source a footnote gives.
const bringUp = (end: string): string =>
  `## Executive summary\n\nRelatives bring up 412 babies${end} They do so well.\n\n## Findings\n\n1. Relatives bring up babies well.\n\n2. Help is at hand.\n\n[^1]: Council data.`;
for (const end of ['.[^1]', '[^1] here.']) generic('figure-not-found', bringUp(end), []);
generic('figure-not-found', bringUp('. Few get help.[^1]'), ['412']);

// Findings named in a sentence of their own are no limb, so nothing is left of which something is said.
const explain = (more: string): string =>
  `## Recommendations\n\n1. The council should explain financial support on a single page. ${more}(Paragraphs 2 and 3)\n\n## Findings\n\n2. Allowances follow the national minimum.\n\n3. Carers did not know how allowances are worked out.`;
generic('recommendation-limb', explain(''), []);
generic('recommendation-limb', explain('').replace('Paragraphs', 'Paras'), []);
generic('recommendation-limb', explain('It should publish its leaflets online. '), [
  'It should publish its leaflets online',
]);

// A ratio in words.
const visits = (share: string): string => `## Inspection findings\n\n1. Visits are late for ${share} children.\n`;
for (const share of ['four in ten', 'nine out of ten', 'one in every ten']) check('number-style', visits(share), []);
check('number-style', visits('ten'), ['ten']);
check('number-style', `## Inspection findings\n\n1. Agency staff fill one post in ten.\n`, []);
check('number-style', `## Inspection findings\n\n1. Staff fill one post in ten days.\n`, ['ten']);

// Dates in figures are no numbers of things.
const atDate = (before: string, after: string, gone = 193): string =>
  `## Findings\n\nAt ${before} there were 352 children. This is a reduction from 361 at ${after}. Of this number:\n\n- ${gone} (55%) live far away.`;
for (const [before, after] of [
  ['31/12/2015', '31/03/2015'],
  ['31.12.2015', '31.3.2015'],
  ['2015-12-31', '2015-03-31'],
  ['12/31/15', '3/31/15'],
] as const) {
  generic('percentage-mismatch', atDate(before, after), []);
  generic('percentage-mismatch', atDate(before, after, 293), ['55%']);
}
const fostered = (one: string, other: string): string =>
  `## Executive summary\n\nAt ${one}, seven children lived in private fostering placements.\n\n## Findings\n\n1. At ${other}, nine children lived in private fostering placements.\n`;
generic('figure-conflict', fostered('31/08/2015', '31 August 2015'), ['seven']);
generic('figure-conflict', fostered('31/08/2015', '31 May 2015'), []);

// A comment within an entry.
for (const entry of [
  '1. <!-- agreed --> Children who need help and protection: Good',
  '1. Children who need help and protection <!-- agreed -->: Good',
  '1. Children who need help and protection: <!-- agreed --> Good <!-- twice -->',
])
  check(
    'missing-judgement',
    `# Children’s services in Ely are good\n\n${entry}\n2. Children looked after and achieving permanence: Good\n2.1 Adoption performance: Good\n2.2 Experiences and progress of care leavers: Good\n3. Leadership, management and governance: Good\n`,
    [],
  );

// Dashes and spellings in titles. (What is missing besides is told there too.)
for (const [first, second, ...wrong] of [
  ['Inspection findings — the Local Safeguarding Children Board', 'What the inspection judgments mean'],
  ['Inspection findings ‒ the Local Safeguarding Children Board', 'What the inspection judgement mean', 'second'],
] as const)
  check('missing-section', `## ${first}\n\n1. It meets.\n\n## ${second}\n\nIt is so.\n`, [
    first,
    first,
    second,
    ...wrong.map(() => second),
  ]);

// Each item of a list has figures of its own.
const living = (between: string): string =>
  `## Findings\n\n- 891 live with foster families. Of these, 89% are placed within Greater Manchester.\n${between}- 100 live with parents. Of these, 94% are placed within Greater Manchester.`;
generic('figure-conflict', living(''), []);
generic('figure-conflict', living('\nSo it is with others.\n\n'), ['89%']);

// What adds to a heading in brackets.
const informed = (bold: string): string =>
  `## What next\n\n${bold}\n\n- Plans are late.\n\n## Care\n\nIt is so.\n\n## Food\n\nIt is so.`;
generic('heading-level', informed('**(Information for the school)**'), []);
generic('heading-level', informed('**Information for the school**'), ['**Information for the school**']);

// Some of all that there are.
const stations = (at: string): string =>
  `## Summary\n\nStaff are treated badly at three of its 27 stations.\n\n## Findings\n\n${at} stations we heard bad language. ${at} stations we heard none.`;
generic('figure-conflict', stations('At two'), []);
generic('figure-conflict', stations('At the two'), ['27']);

// Text in capitals.
generic('undefined-acronym', 'Write to us at Freepost CHILDREN FIRST.', []);
generic('undefined-acronym', 'Write to the CAMHS LEAD, or to the CAMHS.', ['CAMHS', 'LEAD']);

// *But when …, plans are not* says it of plans, and of nothing in front.
const reviewed = (opening: string): string =>
  `## Executive summary\n\nChildren’s reviews are regular.\n\n## Inspection findings\n\n58. ${opening}are not routinely reviewed.\n`;
for (const tie of ['But', 'However,', 'And'])
  check('opposite-claims', reviewed(`${tie} when children are receiving support, plans `), []);

// A number without its things.
generic('count-mismatch', 'There are now three. Eight were sound.', ['Eight']);

// What is said of those of whom it is said.
generic('repeated-word', 'Those that are late are late for a reason, and who comes early comes early.', []);
generic('repeated-word', 'Some plans are late are late for a reason.', ['are late']);

// One habit of wording in several areas.
const graded = (second: string): string =>
  `# Children’s services in Ely require improvement\n\n1. Children who need help and protection: Requires improvement\n2. Children looked after and achieving permanence: Requires improvement\n\n## The experiences and progress of children who need help and protection\n\nJudgement: Requires improvement to be good\n\n## The experiences and progress of children looked after and achieving permanence\n\nJudgement: ${second}\n`;
const [shorter, longer] = ['Requires improvement', 'Requires improvement to be good'];
for (const second of [shorter, longer]) check('grade-wording', graded(second), [longer]);

// Days whose year is not told, and grades in figures.
const visited = (one: string, other: string): string =>
  `## Ash Lodge\n\n*Three places, visited on ${one}*\n\n## Elm Lodge\n\n*Three places, visited on ${other}*`;
generic('figure-conflict', visited('14 and 15th October', '17 and 18th October'), []);
generic('figure-conflict', visited('14 sunny October days', '17 sunny October days'), ['14']);
const scored = (dash: string): string =>
  `## Equity\n\n2${dash}Evidence shows some shortfalls.\n\n## Learning\n\n3${dash}Evidence shows a good standard.\n\n## Safety\n\n4${dash}Evidence shows an exceptional standard.`;
for (const dash of ['—', ' – ']) generic('figure-conflict', scored(dash), []);

// *In 11 of 26 it was not clear*, *not always clear*: the same.
const unclear = (front: string): string =>
  `## Executive summary\n\nCare plans are not always clear.\n\n## Inspection findings\n\n1. ${front} care plans were not clear.\n\n2. Visits are regular.\n`;
check('quantifier-drift', unclear('In 11 of 26 families,'), []);
check('quantifier-drift', unclear('In the town,'), ['Care plans are not always clear']);

// What one denies the other says, and denies another thing.
const delay = (finding: string): string =>
  `## Executive summary\n\nSupervision is not reflective, and some managers do not challenge delay.\n\n## Inspection findings\n\n27. The board is effective. It ${finding}.\n`;
check('quantifier-drift', delay('has challenged delay in its work, though not yet with success'), []);

// Timely for some, and too slow for others.
const planned = (summary: string): string =>
  `## Executive summary\n\nMost children live in stable placements. Permanence planning ${summary}. Life-story work is good but comes late. Children do well at school.\n\n## Inspection findings\n\n14. Permanence planning for children under five is timely. It has improved greatly since 2013. For children over ten it is too slow.\n`;
check('opposite-claims', planned('is timely for younger children and too slow for older ones'), []);
check('opposite-claims', planned('for children under five is too slow'), [
  'Permanence planning for children under five is too slow',
]);

// The rest of a number of things.
const met = (summary: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n12. Leaders have acted on all 21 recommendations. The two that have not been met concern visits.\n\n13. Visits are regular.\n`;
check('figure-not-found', met('Of the 21 recommendations made then, 19 have been met in full.'), []);
check('figure-not-found', met('Of the 21 recommendations made then, 18 have been met in full.'), ['18']);
check('figure-not-found', met('19 have been met in full.'), ['19']);

// A star behind a figure of a table is the mark of the note under it.
const starred = (note: string): string =>
  `## Results\n\n| Pupils | 2018 | 2019* |\n| --- | --- | --- |\n| Boys | 4 | 5 |\n\n${note}`;
generic('unclosed-emphasis', starred('*Provisional figures.'), []);
generic('unclosed-emphasis', starred('Boys *are late.'), ['*']);

// Words of grammar in capitals, and what is never written out.
generic('undefined-acronym', 'Action the hospital MUST take: NB two wards are closed.', []);
generic('undefined-acronym', 'Action the hospital MUST take: the RDX is closed.', ['RDX']);

// A share for a place is no share of all.
const shared = (share: string): string =>
  `## Summary\n\nAbout two thirds of assessments are completed within 35 working days.\n\n## Findings\n\n${share} of assessments were completed within 35 working days.`;
generic('quantifier-drift', shared('In the north, 88%'), []);
generic('quantifier-drift', shared('In the sample, 88%'), [
  'About two thirds of assessments are completed within 35 working days',
]);

// Points that are counted by letters can be referred to.
const lettered = (points: string): string =>
  `## Recommendations\n\n1. Write plans, so that families know:\n\n${points}\n\n2. Ask families.`;
generic('bullet-form', lettered('    (a) what has to change;\n\n    (b) by when.'), []);
generic('bullet-form', lettered('    a. what has to change;\n    b. by when.'), []);
generic('bullet-form', lettered('    (a) what has to change;\n\n    - by when.'), ['(a)']);

// Recommendations are a part of what says how to improve, and elsewhere of the report.
const divided = (title: string): string =>
  `## Summary\n\nIt is good.\n\n## Findings\n\nIt is dry.\n\n## ${title}\n\n### Requirements\n\nMend it.\n\n### Recommendations\n\n- Paint it.\n\n## Background\n\nIt is old.`;
generic('heading-level', divided('What the children’s home needs to do to improve'), []);
generic('heading-level', divided('How it is led'), ['###']);
