import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkByRule as check, checkFinding as found, checkGeneric as generic } from './checkByRule.ts';
import { foundIn } from './foundIn.ts';

// Where a rule ends: what it just finds, and beside it what it just does not.

const twoPlaces = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. Visits are regular.\n\n2. ${finding}\n`;

// How long somebody has been in post, counted from the inspection and from an appointment.
const sinceAppointment = (length: string): string =>
  `---\ninspected: 2018-06-04/2018-06-28\n---\n\n${twoPlaces('The director of children’s services took up post in June 2016.', `Much has changed in the ${length} since the appointment of the director of children’s services.`)}`;
check('figure-conflict', sinceAppointment('24 months'), []);
check('figure-conflict', sinceAppointment('18 months'), ['18']);

// Pictures of nothing beside one that is there.
found('unresolved-link', 'See ![a chart](chart.png) and ![a map]().', ['![a map]()']);

// Notes without carets.
const notes = (mark: string): string =>
  `Late,${mark} for many.${mark.replace('1', '2')}\n\n[1]: In May.\n\n[2]: In June.`;
generic('undefined-footnote', notes('[1]'), ['[1]']);
generic('undefined-footnote', notes(' [1]'), []);

// One heading alone has a number, a Roman one too.
const headings = (first: string): string =>
  `${['Inspection findings', 'Staff', 'Visits', 'Plans'].map(title => `## ${title}\n\nText.\n`).join('\n')}\n## ${first}\n\nText.\n`;
check('heading-form', headings('II. Executive summary'), ['II.']);
check('heading-form', headings('(2) Executive summary'), ['(2)']);
check('heading-form', headings('Executive summary'), []);

// A long paragraph stands twice in a report of no framework, apart.
const long =
  'Staff know the residents well, speak to them kindly at every meal, and write down each evening what they have said.';
generic('doubled-passage', `## Findings\n\n1. ${long}\n\n2. Meals are warm.\n\n3. ${long}`, [long]);

// What is *of* something is no part of the number before it.
found('percentage-mismatch', 'Of those, 18 involved children coming in and 142 of children leaving with plans.', []);
found('percentage-mismatch', 'There are 40 places, 48 of which are taken.', ['48']);

// A number of something else, a sentence before.
found(
  'change-direction',
  'It is one of 23 homes, and is to reduce admissions. Admissions had fallen from 17 in the six months to May 2018 to nine in the six months to May 2019.',
  [],
);
found('change-direction', 'Some 23 children were admitted. This is an increase from 27.', ['27']);

// The same is said of most and of all.
check(
  'quantifier-drift',
  twoPlaces(
    'Most social workers know the children they work with well.',
    'Social workers know the children they work with well.',
  ),
  ['Most social workers know the children they work with well'],
);

// Of a paragraph half of whose sentences state weaknesses, and of one of more; the summary’s are another matter.
const weak = 'The quality of pathway plans is too variable. Pathway plans lack targets. Their language is unclear.';
const asked = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Recommendations\n\n1. Improve the timeliness of health assessments.\n\n## Inspection findings\n\n2. Health assessments are late. (Recommendation 1)\n\n3. ${finding}\n`;
const sound = ['Homes are warm.', 'Staff are kind.', 'Meals are good.', 'Schools are near.'];
const opening = ['The quality of pathway plans is too variable.'];
check('untagged-weakness', asked('Help is timely.', `${weak} ${sound.slice(1).join(' ')}`), opening);
check('untagged-weakness', asked('Help is timely.', `${weak} ${sound.join(' ')}`), []);
check('untagged-weakness', asked(weak, 'Homes are warm.'), []);

// What another program leaves is told once, as that.
for (const mark of ['<o:p>', '<w:r>', '<st1:place>']) {
  found('markdown-mark', `Help is ${mark}late.`, [mark]);
  found('damaged-character', `Help is ${mark}late.`, []);
}

// A link’s address on a line of its own.
found('unresolved-link', 'See it.\n[p]: https://ely.gov.uk/plan', ['[p]: https://ely.gov.uk/plan']);

// A heading with another language’s marks.
generic('heading-level', '!! Staff\n\nStaff are kind.', ['!!']);

// Details between other marks.
check('front-matter-syntax', '***\nframework: ofsted-sif\nprovider: Ely\n***\n\n# Ely\n', ['***']);

// Marks that are escaped, and marks of changes.
found('unclosed-bracket', 'Help \\( is late.', []);
found('unclosed-bracket', 'Help ( is late.', ['(']);
found('conflict-mark', 'Help is {+often+} late.', ['{+often+}']);
found('conflict-mark', 'Help is [-often-] late.', ['[-often-]']);
found('conflict-mark', 'Help is late.\n\n=======\n\n2. It is.', ['=======']);

// A tag’s brackets.
found('tag-spelling', 'Help is late. ((Recommendation 5))', ['((Recommendation 5))']);
found('tag-spelling', 'Help is late. ( Recommendation 5 )', ['( Recommendation 5 )']);

// In points and notes as in paragraphs.
found('stray-mark', 'It is:\n\n    - late,, and slow.', [',,']);
found('stray-mark', 'Late.[^1]\n\n[^1]: In May,, and June.', [',,']);
found('reference-form', 'Late.[^1]\n\n[^1]: See paragraph no. 1.', ['paragraph no. 1']);

// A bold line alone may be a heading, two are none; a wide hash is meant for one.
check('heading-level', '## Inspection findings\n\n**Staff**\n\nStaff are kind.', ['**Staff**']);
check('heading-level', '## Inspection findings\n\n**Staff**\n\n**Visits**\n\nStaff are kind.', []);
check('heading-level', '＃ Staff\n\nStaff are kind.', ['＃']);

// A tag with brackets in it, a link’s address after a blank, and a tag before the text’s last full stop.
found('tag-spelling', 'Help is late. (Recommendations 1 (or 2))', ['(Recommendations 1 (or 2))']);
found('unresolved-link', 'See [it] (www.ely.gov.uk) now.', ['] (www.ely.gov.uk)']);
found('unresolved-link', 'See [it] (https://ely.gov.uk) now.', ['] (https://ely.gov.uk)']);
found('unresolved-link', 'See [it] (in part) now.', []);

// Where a paragraph stands.
const sides = (first: string, second: string): string => `## Inspection findings\n\n1. ${first}\n\n2. ${second}\n`;
check('reference-form', sides('Late, see paragraph 2 above.', 'Slow.'), ['above']);
check('reference-form', sides('Late, see paragraph 2 below.', 'Slow.'), []);
check('reference-form', sides('Late.', 'Slow, see paragraph 1 below.'), ['below']);
check('reference-form', sides('Late.', 'Slow, see paragraph 2 below.'), []);

// A part of another report.
found('unresolved-reference', 'Help is late, see section 4 of this report.', ['section 4 of this report']);
found('unresolved-reference', 'Help is late, see section 47 of the Act.', []);

// A reference that is mistyped is so over two lines.
for (const [written, told] of [
  ['(see\n    paragraph: 7)', 'paragraph: 7'],
  ['(see paragraph:\n    7)', 'paragraph: 7'],
  ['(paragraphs 6\n    and, 7)', '(paragraphs 6 and, 7'],
  ['(see paragraphs\n    between 7)', 'paragraphs between 7'],
  ['and in paragraph\n    no. 7', 'paragraph no. 7'],
] as const)
  found('reference-form', `Help is late ${written}.`, [told]);

// Who is not known yet is not named.
const team = (second: string): string =>
  `### The inspection team\n\nThe inspection team consisted of two inspectors.\n\nLead inspector: Ann Ash\n\nTeam inspector: ${second}\n`;
check('count-mismatch', team('Bo Beech'), []);
check('count-mismatch', team('TBC'), ['two']);

// What is wrong in a text is not wrong in a comment.
const faults =
  "Help is late,, and ~~slow~~ here, childrenâ€™s ( homes ]( #a) are full full. See paragraph no. 9 of 12/09/2017 and 31 June 2017. The council’s plans and the mayor's are clear. (Recomendation 5) (2nd Recommendation)";
test('no rule looks at what stands in a comment', () => {
  const told = (text: string): string[] => [
    ...new Set(
      foundIn(text, 'generic')
        .filter(({ from, to }) => to > from && text.slice(from, to) !== 'Ely')
        .map(({ rule }) => rule),
    ),
  ];
  const text = (words: string): string =>
    `---\nframework: generic\nprovider: Ely\n---\n\n# Ely\n\nHelp is late.\n\n${words}\n`;
  assert.equal(
    told(text(faults)).sort().join(' '),
    'damaged-character date-order markdown-mark name-variant quotation-marks reference-form repeated-word stray-mark tag-spelling',
  );
  assert.deepEqual(told(text(`<!-- ${faults} -->`)), []);
  assert.deepEqual(told(text(`It is slow. <!-- ${faults} -->`)), []);
});
