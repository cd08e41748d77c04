import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { certainFixes } from '../../server/src/rules/checking/certainFixes.ts';
import { type CheckedFinding, checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { ruleSetting } from '../../server/src/settings/ruleSetting.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

// Texts that would take minutes if a rule looked again and again at what it has seen. There is no clock here: such a rule
// makes these tests hang, and that is seen.

const framework = builtInFramework('ofsted-sif')!;

for (const piece of [
  '](#a)[',
  '[a](#b) ',
  '![',
  '\\* .. ',
  '“a ',
  'it\'s "a ',
  '(2 recommendation',
  'paragraphs 1 and ',
  'a?s ',
  '(MASH)(Recommendation 1) ',
  'One 50% “',
  '12% in March 2015, compared with 10% in 2016; ',
  'Mr Smith The ',
  '- a\n- b;\nC.\n',
  '# a\n\n',
  '- A\n\nB c.\n\n',
  '9 A b.\n\n',
  'The graded judgement ',
  '#### The experiences and progress of care leavers\n',
  '### A\n\n',
  ': 1] ',
  '- Reviews of plans are not timely.\n- Reviews of plans are timely.\n\n',
  'There are delays in reviews of plans. Reviews are timely.\n\n',
  'At the last inspection services were judged to be good. ',
  '### Summary\n**Recommendations**\n',
  '## Recommendations\n\n1. Plans.\n\nGood\n\n',
  '| Area | Grade |\n| --- | --- |\n| Adoption | 4 |\n\n',
  '# Part\n\n## Part\n\n### Part\n\n',
  '   ## Leadership\n\nPlans are good.\n\n',
  '- Visits are made to the\n- children.\n\n',
  '(Reccommendation 1) Recommendation) ',
  'Plans lack detail and are out of date. The quality of plans has declined. Plans are detailed and up to date.\n\n',
])
  test(`all rules on ${JSON.stringify(piece)} again and again`, () => check(piece.repeat(120_000 / piece.length)));

// Dates after the inspection in one sentence.
test('all rules on a sentence of dates', () =>
  check(`---\ninspected: 2020-01-23\n---\n\n${'one since the last inspection, in 2021, '.repeat(25_000)}`));

// A sentence of nothing but what says how a thing stands.
// The same with a number that counts on in each.
for (const piece of [
  '## Leadership, management and governance $\n',
  '[^$]: A note that nothing points to.\n\n',
  '- 126 (or $%) live outside the local authority area\n',
  '$ (42.5%) of the children late, ',
  '277 ($%) of the children late, ',
  '$. Improve the plans. (Recommendation)\n\n## Recommendations\n\n',
  '## Executive summary\n\n$. Of 90 children, $% were seen, at £$ million each.\n\n## Findings\n\n$. It was £2.\n\n',
  'The Early Help Board$ met. ',
  '### Part $ {area=$}\n\n[a](Part-$) See paragraph $ above.\n\n',
  '\n## Recommendations\n\n$. Reviews are late.\n\nPlan 12\n\n',
])
  test(`all rules on ${JSON.stringify(piece)}, each with another number`, () =>
    check(Array.from({ length: 200_000 / piece.length }, (_, i) => piece.replaceAll('$', String(i))).join('')));

test('all rules on a sentence of 200,000 words', () => check('late '.repeat(200_000)));

// As many of each in one paragraph as a call takes no arguments.
test('all rules on a paragraph of 130,000 notes and figures', () => check('[^1] 5% '.repeat(130_000)));

test('the certain fixes of 300,000 findings', () => {
  const fix = (from: number) => ({ title: '', certain: true, edits: [{ from, to: from + 4, text: '' }] });
  const many = Array.from({ length: 300_000 }, (_, i) => ({ fixes: [fix(9 * i)] }) as unknown as CheckedFinding);
  assert.equal(certainFixes(many).length, 300_000);
});

function check(text: string): void {
  const report = reportOf(documentOf(`# Title\n\n${text}`), framework);
  const setting = (id: string) => ruleSetting(id, undefined, framework, { rules: {} });
  checkedFindings(report, rules, { setting, linked: undefined, frameworkIds: ['ofsted-sif'] });
}
