import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Matrix, type MatrixFinding, matrix } from '../../server/src/features/matrix.ts';
import { fixture } from './fixture.ts';

const name = ({ number, line }: { readonly number: string | null; readonly line: number }) => number ?? `line ${line}`;
const place = ({ areaTitle, grades, section }: MatrixFinding) =>
  areaTitle === null ? `${section}` : `${areaTitle}: ${grades.join(' / ') || 'no grade'}`;

/** A matrix in a few lines: `1 < 3 by tag`, `1 < 4?`, `1 < nothing`; `4 (Recommendation) 1? 2?`; `5 names 9`; `1 cites 7`. */
function linesOf({ recommendations, bareTags, strayTags, strayCitations }: Matrix): string[] {
  return [
    ...recommendations.flatMap(own => [
      ...own.findings.map(finding => `${name(own)} < ${name(finding)} by ${finding.by.join(', ')} · ${place(finding)}`),
      ...own.suggested.map(finding => `${name(own)} < ${name(finding)}? · ${place(finding)}`),
      ...(own.findings.length + own.suggested.length === 0 ? [`${name(own)} < nothing`] : []),
    ]),
    ...bareTags.map(tag => {
      const meant = tag.suggestions.map(({ recommendation: number, line }) => `${name({ number, line })}?`);
      return [name(tag), '(Recommendation)', ...meant].join(' ');
    }),
    ...strayTags.map(tag => `${name(tag)} names ${tag.recommendation}`),
    ...strayCitations.map(own => `${name(own)} cites ${own.paragraph}`),
  ];
}

function check(notation: string, expected: string): void {
  assert.equal(linesOf(matrix(fixture(notation).report)).join('\n'), expected.trim());
}

const opening = `3. Leadership, management and governance: Good

## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services (see paragraphs 3 and 4).

`;

test('findings by tag, confirmed tag and citation, with the grade of their area; a pair is there once', () =>
  check(
    `${opening}## Leadership, management and governance

Judgement: Good

### Inspection findings

3. Managers are new. (Recommendations 1 and 2) They are few. (Recommendation 2)

4. Early help is late. (Recommendation)<!-- 1 -->

### Summary

Early help. (Recommendation 1)
`,
    `
1 < 3 by tag · Leadership, management and governance: Good
1 < 4 by confirmed · Leadership, management and governance: Good
1 < line 21 by tag · Leadership, management and governance: Good
2 < 3 by tag, citation · Leadership, management and governance: Good
2 < 4 by citation · Leadership, management and governance: Good
`,
  ));

test('all grades that the report gives an area, where it contradicts itself', () =>
  check(
    `${opening}## Leadership, management and governance

Judgement: Inadequate

### Inspection findings

3. Managers are new. (Recommendation 1)
`,
    `
1 < 3 by tag · Leadership, management and governance: Good / Inadequate
2 < 3 by citation · Leadership, management and governance: Good / Inadequate
2 cites 4
`,
  ));

test('what stands in no area, in no section, or in one without a grade', () =>
  check(
    `Early help is late. (Recommendation 1)

${opening.slice(opening.indexOf('##'))}## Executive summary

Managers are new. (Recommendation 1)

## Leadership, management and governance

3. Managers are new. (Recommendation 1)
`,
    `
1 < line 1 by tag · null
1 < line 11 by tag · Executive summary
1 < 3 by tag · Leadership, management and governance: no grade
2 < 3 by citation · Leadership, management and governance: no grade
2 cites 4
`,
  ));

test('a bare tag is suggested with what it may mean, the likeliest first; it ties nothing', () => {
  const notation = `## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services.

3. Reduce the number of exclusions.

## Inspection findings

4. Early help is not timely. (Recommendation)

5. The training of managers and the timeliness of early help are poor. (Recommendation)

6. Nothing of the kind. (Recommendation)
`;
  check(
    notation,
    `
1 < 4? · Inspection findings
1 < 5? · Inspection findings
2 < nothing
3 < nothing
4 (Recommendation) 1?
5 (Recommendation) 1? 2?
6 (Recommendation)
`,
  );
  const { recommendations, bareTags } = matrix(fixture(notation).report);
  for (const { findings } of recommendations) assert.deepEqual(findings, []);
  for (const { suggestions } of bareTags) {
    const scores = suggestions.map(({ score }) => score);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    for (const score of scores) assert.equal(score, Number(score.toFixed(3)));
  }
});

test('a tag that names no recommendation that there is; one in a recommendation is no finding’s', () =>
  check(
    `## Recommendations

1. Improve plans. (Recommendation 2)

2. Improve visits.

## Inspection findings

3. Plans are late. (Recommendations 1, 8–9)
`,
    `
1 < 3 by tag · Inspection findings
2 < nothing
3 names 8
3 names 9
`,
  ));

test('a citation of what is not there, or is no finding', () =>
  check(
    `## Recommendations

1. Improve plans (paragraphs 2–3 and 9).

2. Improve visits.

## Inspection findings

3. Plans are late.
`,
    `
1 < 3 by citation · Inspection findings
2 < nothing
1 cites 2
1 cites 9
`,
  ));

test('the words of a finding are the sentence that its tag ends, without the tag', () => {
  const { recommendations, bareTags } = matrix(
    fixture(`## Recommendations

1. Improve plans (paragraph 4).

## Inspection findings

2. Staff are kind. Plans are late (Recommendation 1), and not read. Visits are regular. (Recommendation)

3. Staff lack:
   - plans
   - supervision that is regular. (Recommendation 1)

4. Plans are lost. Nobody knows.
`).report,
  );
  assert.deepEqual(
    recommendations[0]?.findings.map(({ words }) => words),
    ['Plans are late, and not read.', 'supervision that is regular.', 'Plans are lost. Nobody knows.'],
  );
  assert.deepEqual(
    bareTags.map(({ words }) => words),
    ['Visits are regular.'],
  );
  assert.equal(
    recommendations[0]?.findings[0]?.text,
    'Staff are kind. Plans are late, and not read. Visits are regular.',
  );
});

test('a report without recommendations', () => check('## Inspection findings\n\n1. Plans are late.\n', ''));
