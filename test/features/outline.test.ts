import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Outline, outline } from '../../server/src/features/outline.ts';
import { reportSummary } from '../../server/src/model/reportSummary.ts';
import { fixture } from './fixture.ts';

/** A part of the outline of the first report; links lead to the others. */
function check<Part extends keyof Outline>(part: Part, notation: string, expected: unknown): void {
  const { report, byPath } = fixture(notation);
  const linked = (path: string) => {
    const other = byPath.get(path);
    return other && reportSummary(other.report);
  };
  assert.deepEqual(outline(report, linked)[part], expected);
}

test('the framework, and the front matter as it is written', () => {
  const notation = `---
framework: ofsted-sif
provider: [Metropolitan Borough of Rotherham, Rotherham]
inspected: 2017-11-06/2017-11-30
constructor: 7
---
`;
  check('framework', notation, 'ofsted-sif');
  check('metadata', notation, {
    framework: 'ofsted-sif',
    provider: ['Metropolitan Borough of Rotherham', 'Rotherham'],
    inspected: '2017-11-06/2017-11-30',
    constructor: '7',
  });
  check('metadata', '# Report', {});
});

test('sections, from their heading to their last line that is not blank', () => {
  check(
    'sections',
    `# Services

## Leadership, management and governance {#leaders}

### Summary

Leaders lead.
Managers manage.


## {.notices}

Notice.
`,
    [
      { id: null, path: 'Services', title: 'Services', level: 1, role: null, area: null, line: 1, endLine: 13 },
      {
        id: 'leaders',
        path: 'Leadership, management and governance',
        title: 'Leadership, management and governance',
        level: 2,
        role: 'area',
        area: 'leadership',
        line: 3,
        endLine: 8,
      },
      {
        id: null,
        path: 'Leadership, management and governance › Summary',
        title: 'Summary',
        level: 3,
        role: 'area-summary',
        area: 'leadership',
        line: 5,
        endLine: 8,
      },
      { id: null, path: '{.notices}', title: '', level: 2, role: 'notices', area: null, line: 11, endLine: 13 },
    ],
  );
});

test('judgements in all their places', () => {
  check(
    'judgements',
    `# Children’s services in Rotherham are good

2.1 Adoption performance: Good

## Leadership, management and governance

Judgement: Splendid
`,
    [
      { area: 'overall', number: null, grade: 'good', text: 'good', carrier: 'headline', line: 1, column: 40 },
      { area: 'adoption', number: '2.1', grade: 'good', text: 'Good', carrier: 'entry', line: 3, column: 27 },
      { area: 'leadership', number: '3', grade: null, text: 'Splendid', carrier: 'line', line: 7, column: 12 },
    ],
  );
});

test('paragraphs with a number or a tag, in a reader’s words', () => {
  const tag = { numbers: ['1'], line: 12 };
  check(
    'paragraphs',
    `2.1 Adoption performance: Good

## Recommendations

1. Improve *plans*[^1] for
   children.

Not numbered.

## Inspection findings

3. Plans are late. (Recommendation)<!-- 1 -->

4. Plans are late. (Recommendation
   1) (Recommendation)

Plans are late. (Recommendation)
`,
    [
      {
        number: '2.1',
        kind: 'entry',
        section: null,
        text: 'Adoption performance: Good',
        line: 1,
        endLine: 1,
        tags: [],
      },
      {
        number: '1',
        kind: 'recommendation',
        section: 'Recommendations',
        text: 'Improve plans for children.',
        line: 5,
        endLine: 6,
        tags: [],
      },
      {
        number: '3',
        kind: 'finding',
        section: 'Inspection findings',
        text: 'Plans are late. (Recommendation)',
        line: 12,
        endLine: 12,
        tags: [{ ...tag, text: '(Recommendation)', basis: 'confirmed' }],
      },
      {
        number: '4',
        kind: 'finding',
        section: 'Inspection findings',
        text: 'Plans are late. (Recommendation 1) (Recommendation)',
        line: 14,
        endLine: 15,
        tags: [
          { text: '(Recommendation 1)', numbers: ['1'], basis: 'authored', line: 14 },
          { text: '(Recommendation)', numbers: [], basis: 'suggested', line: 15 },
        ],
      },
      {
        number: null,
        kind: 'other',
        section: 'Inspection findings',
        text: 'Plans are late. (Recommendation)',
        line: 17,
        endLine: 17,
        tags: [{ text: '(Recommendation)', numbers: [], basis: 'suggested', line: 17 }],
      },
    ],
  );
});

test('recommendations with what supports them', () => {
  check(
    'recommendations',
    `## Recommendations

1. Improve the timeliness of plans.

2. Train the managers (paragraph 5).

## Inspection findings

3. Plans are late. (Recommendations 1 and 2)

4. Late again. (Recommendation)<!-- 1 -->

5. Managers.
`,
    [
      { number: '1', text: 'Improve the timeliness of plans.', line: 3, supportedBy: ['3', '4'], suggestedBy: [] },
      { number: '2', text: 'Train the managers (paragraph 5).', line: 5, supportedBy: ['3', '5'], suggestedBy: [] },
    ],
  );
});

test('what may support a recommendation, the best first', () => {
  const { report } = fixture(`## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services.

## Inspection findings

3. Too few managers of adoption services have been trained. (Recommendation)

4. Early help and adoption services are late. Their timeliness is poor. (Recommendation)
`);
  const { recommendations } = outline(report);
  assert.deepEqual(
    recommendations.map(({ suggestedBy }) => suggestedBy[0]?.paragraph),
    ['4', '3'],
  );
  for (const { suggestedBy } of recommendations) {
    const scores = suggestedBy.map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
    for (const score of scores) assert.equal(score, Number(score.toFixed(3)));
  }
});

test('references, and whether they lead somewhere', () => {
  const reference = (kind: string, text: string, targets: string[], resolved: boolean, line = 5) => ({
    text,
    kind,
    targets,
    resolved,
    line,
  });
  check(
    'references',
    `## Recommendations

1. Improve plans.

2. See paragraph 1, paragraphs 2 and 9, recommendation 2, recommendation 3, a[^a] and b[^b].

## Inspection findings {#findings}

3. See [a](#findings), [b](#nowhere), [c](#paragraph-3), [d](#paragraph-4), [e](b.inspection), [f](c.inspection#x).

4. See [g](b.inspection#there), [h](b.inspection#paragraph-2), [i](b.inspection#x), [j](https://a.b/c), [k](x.pdf), [l]().

[^a]: Text.
--- b.inspection
## Inspection findings {#there}

2. Text.
`,
    [
      reference('paragraph', 'paragraph 1', ['1'], true),
      reference('paragraph', 'paragraphs 2 and 9', ['2', '9'], false),
      reference('recommendation', 'recommendation 2', ['2'], true),
      reference('recommendation', 'recommendation 3', ['3'], false),
      reference('footnote', '[^a]', ['a'], true),
      reference('footnote', '[^b]', ['b'], false),
      reference('link', '[a](#findings)', ['#findings'], true, 9),
      reference('link', '[b](#nowhere)', ['#nowhere'], false, 9),
      reference('link', '[c](#paragraph-3)', ['#paragraph-3'], true, 9),
      reference('link', '[d](#paragraph-4)', ['#paragraph-4'], true, 9),
      reference('link', '[e](b.inspection)', ['b.inspection'], true, 9),
      reference('link', '[f](c.inspection#x)', ['c.inspection#x'], false, 9),
      reference('link', '[g](b.inspection#there)', ['b.inspection#there'], true, 11),
      reference('link', '[h](b.inspection#paragraph-2)', ['b.inspection#paragraph-2'], true, 11),
      reference('link', '[i](b.inspection#x)', ['b.inspection#x'], false, 11),
      reference('link', '[j](https://a.b/c)', ['https://a.b/c'], true, 11),
      reference('link', '[k](x.pdf)', ['x.pdf'], true, 11),
      reference('link', '[l]()', [''], false, 11),
    ],
  );
});

test('where other reports cannot be looked up, nobody knows', () => {
  const { report } = fixture('See [a](b.inspection) and [b](#c).');
  assert.deepEqual(
    outline(report).references.map(({ resolved }) => resolved),
    [null, false],
  );
});

test('footnotes with their marks', () => {
  check(
    'footnotes',
    `Text[^a] and[^b]
more[^a].

[^a]: A *note*.
`,
    [
      { name: 'a', text: 'A note.', line: 4, marks: [1, 2] },
      { name: 'b', text: null, line: null, marks: [1] },
    ],
  );
});

test('acronyms where they are defined', () => {
  check('acronyms', 'The multi-agency safeguarding\nhub (MASH).', [
    { acronym: 'MASH', expansion: 'multi-agency safeguarding hub', line: 2 },
  ]);
});
