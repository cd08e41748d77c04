import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { foundIn } from './foundIn.ts';

/** What all rules find in a text, questions and advice left out. */
function findings(text: string, frameworkId: string): CheckedFinding[] {
  return foundIn(text, frameworkId).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

interface Planted {
  /** By what rule and about which words it is told, and that nothing else is. */
  readonly told: string;
  /** Words of the message. */
  readonly says?: string;
  /** A line as it is after the first correction. */
  readonly becomes?: string;
  readonly framework?: string;
}

/** A report without a fault, in which something is replaced: one cause, one finding, and a correction that corrects. */
function check(
  sound: string,
  from: string,
  to: string,
  { told, says, becomes, framework = 'ofsted-sif' }: Planted,
): void {
  test(`${told}: ${to.replace(/\s+/g, ' ').slice(0, 60)}`, () => {
    const text = sound.replace(from, to);
    assert.notEqual(text, sound, 'the words are there');
    const before = new Set(findings(sound, framework).map(({ rule, message }) => `${rule} ${message}`));
    const found = findings(text, framework).filter(({ rule, message }) => !before.has(`${rule} ${message}`));
    assert.deepEqual(
      found.map(own => `${own.rule}: ${text.slice(own.from, own.to).replace(/\s+/g, ' ')}`),
      [told],
    );
    const [only] = found;
    if (says !== undefined) assert.ok(only?.message.includes(says), only?.message);
    if (becomes === undefined) return;
    let corrected = text;
    for (const edit of [...(only?.fixes[0]?.edits ?? [])].sort((a, b) => b.from - a.from))
      corrected = corrected.slice(0, edit.from) + edit.text + corrected.slice(edit.to);
    assert.ok(corrected.split(/\r?\n/).includes(becomes), corrected);
  });
}

const list = `# Children’s services in Ely are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good
`;

check(list, '3. Lead', '2.2 Experiences and progress of care leavers: Good\n3. Lead', {
  told: 'duplicate-judgement: Experiences and progress of care leavers',
});
check(list, '2.2 Exp', '2.1 Exp', {
  told: 'missing-judgement: 2.1',
  says: 'The number of “Experiences and progress of care leavers” is 2.2.',
  becomes: '2.2 Experiences and progress of care leavers: Good',
});

const graded = `${list}
## Leadership, management and governance

Judgement: Good

### Inspection findings

1. Leaders know their services.

## The experiences and progress of children looked after and achieving permanence

Judgement: Good

### Inspection findings

2. Plans are clear.

### The graded judgement for adoption performance is that it is good

3. Adopters are well prepared.
`;

check(graded, 'Judgement: Good', 'Judgement: **Excelent**', {
  told: 'unknown-grade: Excelent',
  becomes: 'Judgement: **Good**',
});
check(graded, 'that it is good', 'that it is that it is good', {
  told: 'statement-grammar: that it is that it is',
  becomes: '### The graded judgement for adoption performance is that it is good',
});
check(graded, ' is that it is good', '', {
  told: 'missing-judgement: ### The graded judgement for adoption performance',
});
check(graded, ' is that it is good', ' is that', { told: 'unknown-grade: that', says: 'Area 2.1 has no grade here.' });

const numbered = `## Inspection findings

1. Early help is timely, and families are glad of it.

2. Plans are clear, and children understand them.

3. Visits are regular.[^1]

[^1]: In March.

4. Staff are well trained.

5. Caseloads are low in all teams.
`;

check(numbered, '1. Early', '0. Early', { told: 'number-start: 0', says: 'Write “1”.' });
check(numbered, '2. Plans', '**2. **Plans', {
  told: 'missing-number: **2. **',
  becomes: '2. Plans are clear, and children understand them.',
});
check(numbered, '2. Plans', '2Plans', {
  told: 'missing-number: 2',
  becomes: '2. Plans are clear, and children understand them.',
});
check(numbered, '2. Plans', '2.Plans', { told: 'missing-number: 2.', says: 'Put a space after its full stop.' });
check(numbered, '2. Plans', '2S. Plans', { told: 'missing-number: 2S.' });
check(numbered, '2. Plans', '2002. Plans', { told: 'missing-number: 2002.' });
check(numbered, '2. Plans', '    - 2. Plans', {
  told: 'missing-number: - 2.',
  becomes: '2. Plans are clear, and children understand them.',
});
check(numbered, '2. Plans', '    2. Plans', {
  told: 'hidden-number: 2',
  says: 'Take out the spaces before it',
  becomes: '2. Plans are clear, and children understand them.',
});
for (const mark of ['•', '+'])
  check(numbered, '2. Plans', `${mark} Plans`, {
    told: `number-gap: ${mark}`,
    becomes: '2. Plans are clear, and children understand them.',
  });
check(numbered, 'In March.\n\n', 'In March. ', { told: 'number-gap: 4.' });

const noted = `## Executive summary

Services are good.[^1] Leaders know them well, and they say so.

[^1]: In March.

Children are well looked after.[^2] Their carers are glad of the help that they have.

[^2]: In April.
`;

check(noted, 'good.[^1]', 'good.[^ 1]', { told: 'unused-footnote: [^ 1]', says: 'Write “[^1]”.' });
check(noted, 'good.[^1]', 'good.¹', { told: 'unused-footnote: ¹', says: 'Write “[^1]”.' });
check(noted, 'good.[^1]', 'good.1', { told: 'unused-footnote: 1', says: 'Write “[^1]”.' });
check(noted, 'good.[^1]', 'good.[1]', { told: 'unused-footnote: [1]', says: 'Write “[^1]”.' });
check(noted, 'good.[^1]', 'good.[^1] So are plans.[^ 9]', { told: 'undefined-footnote: [^ 9]', says: 'Write “[^9]”.' });
check(noted, 'good.[^1]', 'good.[^1] So are plans.[^9]', { told: 'undefined-footnote: [^9]' });
check(noted, '[^1]:', '[^1]', { told: 'undefined-footnote: [^1]', becomes: '[^1]: In March.' });
check(
  noted,
  '[^1]: In March.\n\nChildren are well looked after.[^2] Their carers are glad of the help that they have.\n\n[^2]',
  '[^2]: In March.\n\nChildren are well looked after.[^2] Their carers are glad of the help that they have.\n\n[^1]',
  { told: 'footnote-order: 1', says: 'The text of note 1 stands under that of note 2.' },
);

const open = `## Findings

### Care

1. Residents are asked how they wish to spend their day.

2. Meals are good, and residents help to plan them.

3. Families are welcome at any time of the day.

### Safety

4. Medicines are stored and given safely in all units.

5. The building is clean and well kept throughout the year.

6. Repairs are made within days of being asked for.

### Leadership

7. Supervision has been regular since the last manager left.

8. The manager is respected, and staff say that she listens.

9. Complaints are few, and they are answered in good time.
`;

check(open, '5. The building', 'The building', { told: 'number-gap: The building is', framework: 'generic' });
check(open, '9. Complaints', 'Complaints', { told: 'missing-number: Complaints are few,', framework: 'generic' });

const titled = `## Information about this local authority area[^1]

[^1]: The local authority has read it.

## Recommendations

1. Improve plans.

2. Improve visits, so that:
    - they are regular
    - they are recorded
    - children are seen alone

3. Improve records.

## Inspection findings

4. Plans are not clear. (Recommendation 1)

5. Visits are not regular. (Recommendation 2)

6. Records are not kept. (Recommendation 3)

### Early help

7. Early help is timely, as paragraph 6 shows, and as schools say.

| Month | Visits | Plans |
| --- | --- | --- |
| April | 24 | 3 |
| May | 16 | 2 |
| June | 15 | 1 |
`;

check(titled, '## Information about this local authority area[^1]', 'Information about this local authority area[^1]', {
  told: 'missing-section: Information about this local authority area[^1]',
  becomes: '## Information about this local authority area[^1]',
});
check(titled, '4. Plans', '   ### Early years\n\n4. Plans', {
  told: 'heading-form: ### Early years',
  says: 'There are spaces before this heading',
  becomes: '### Early years',
});
check(titled, '3. Improve records.', '2. Improve records.', {
  told: 'number-repeated: 2',
  says: 'By its place this is recommendation 3.',
});
check(titled, '2. Improve visits, so that:', 'Improve visits, so that:', {
  told: 'number-gap: Improve visits, so',
  says: 'recommendation 2 is missing',
});
check(titled, '### Early help', '**Early help**', {
  told: 'heading-level: **Early help**',
  becomes: '### Early help',
});
check(titled, '| --- | --- | --- |\n', '', {
  told: 'table-header: | Month | Visits | Plans |',
  says: '“| --- | --- | --- |”',
});
check(titled, '| May | 16 | 2 |', 'May | 16 | 2 |', {
  told: 'table-header: May | 16 | 2 |',
  becomes: '| May | 16 | 2 |',
});
check(titled, '    - they are recorded', '    + they are recorded', {
  told: 'bullet-form: +',
  becomes: '    - they are recorded',
});
check(titled, '### Early help', '>They listen.\n\n### Early help', {
  told: 'stray-mark: >',
  becomes: '> They listen.',
});
check(titled, '(Recommendation 3)', '<Recommendation 3>', {
  told: 'tag-spelling: <Recommendation 3>',
  becomes: '6. Records are not kept. (Recommendation 3)',
});
check(titled, '(Recommendation 3)', '(Recommendations 2. 3)', {
  told: 'tag-spelling: (Recommendations 2. 3)',
  becomes: '6. Records are not kept. (Recommendations 2 and 3)',
});
check(titled, '(Recommendation 3)', '(Recommendations 3, and)', {
  told: 'tag-spelling: (Recommendations 3, and)',
  becomes: '6. Records are not kept. (Recommendation 3)',
});
check(titled, '(Recommendation 3)', '(Recommendation. 3)', {
  told: 'tag-spelling: (Recommendation. 3)',
  becomes: '6. Records are not kept. (Recommendation 3)',
});
check(titled, '(Recommendation 3)', '(Recommendations 2–3 and 3)', { told: 'repeated-tag: 3' });
check(titled, '(Recommendation 3)', '(Recommendations 3 and 44)', {
  told: 'unresolved-tag: 44',
  becomes: '6. Records are not kept. (Recommendations 3 and 2)',
});
check(titled, 'as paragraph 6 shows', 'as has been seen (paragraphs 4/6)', {
  told: 'reference-form: (paragraphs 4/6',
});
check(titled, 'as paragraph 6 shows', 'as paragraphe 6 shows', {
  told: 'reference-form: paragraphe 6',
  becomes: '7. Early help is timely, as paragraph 6 shows, and as schools say.',
});
check(titled, '### Early help', '<!-- inspectmrk-disable-next number-gap -- as agreed -->\n\n### Early help', {
  told: 'unknown-directive: inspectmrk-',
  becomes: '<!-- inspectmark-disable-next number-gap -- as agreed -->',
});

const details = '---\nframework: generic\nprovider: Ely\n---\n\n## Executive summary\n\nServices in Ely are good.\n';

check(details, '---\n', 'Draft 3\n---\n', {
  told: 'front-matter-syntax: ---',
  says: 'Move them up',
  framework: 'generic',
});

const listed = `## Judgements

| Area | Grade |
| --- | --- |
| Care | Good |
| Safety | Good |
| Leadership | Good |

## Care: good

Residents are well cared for.

## Safety: good

Residents are safe.

## Leadership: good

The manager is respected.
`;

check(listed, 'Safety: good', 'Safety: excelent', { told: 'unknown-grade: excelent', framework: 'generic' });
