import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Severity } from '../../server/src/rules/rule.ts';
import { changedSample, sample } from '../samples/changedSample.ts';

const framework = builtInFramework('ofsted-sif')!;
/** Questions and advice are never errors, and are not asked. */
const faults = rules.filter(({ kind }) => kind === 'fault');
const own = new Set(rules.filter(({ group }) => group === 'numbering' || group === 'reference').map(({ id }) => id));
const series = sample.indexOf('## Recommendations');

/**
 * Changes the sample, and compares all the errors with those expected: each as its rule and the first words of its line.
 * Of warnings, only those of numbers and references.
 */
function check(name: string, change: () => string, expected: readonly string[], severity: Severity = 'error'): void {
  test(name, () => {
    const text = change();
    assert.ok(expected.length === 0 || text !== sample, 'the sample is changed');
    const report = reportOf(changedSample(text), framework);
    const findings = checkedFindings(report, faults, {
      setting: id => framework.rules[id],
      linked: undefined,
      frameworkIds: builtInIds,
    });
    const found = findings
      .filter(finding => finding.severity === severity && (severity === 'error' || own.has(finding.rule)))
      .map(({ rule, from }) => `${rule} @ ${firstWords(report.text.line(report.text.positionAt(from).line))}`);
    assert.deepEqual(found, expected);
  });
}

function firstWords(line: string): string {
  return line.trim().split(' ').slice(0, 3).join(' ');
}

/** A numbered paragraph of the sample, with the empty line after it. */
function paragraph(number: number): string {
  const from = sample.indexOf(`\n${number}. `, series) + 1;
  assert.ok(from > 0, `paragraph ${number} is in the sample`);
  return sample.slice(from, /\n\n(?=\S)/g.exec(sample.slice(from))!.index + from + 2);
}

const without = (number: number) => sample.replace(paragraph(number), '');
const renamed = (number: number, to: number) =>
  sample.replace(paragraph(number), paragraph(number).replace(`${number}.`, `${to}.`));
const swapped = (a: number, b: number) =>
  sample
    .replace(paragraph(a), 'HERE')
    .replace(paragraph(b), () => paragraph(a))
    .replace('HERE', () => paragraph(b));
/** All numbers from one on are changed by an amount. */
const shifted = (from: number, by: number) =>
  sample.slice(0, series) +
  sample
    .slice(series)
    .replace(/^(\d+)\. /gm, (mark, number) => (Number(number) < from ? mark : `${Number(number) + by}. `));
const added = (number: number, words: string) =>
  sample.replace(
    paragraph(number),
    paragraph(number).replace(/(?=\.(?=\s*(?:\(Recommendation\)\s*)?\n\n$))/, ` ${words}`),
  );

check('the sample has no error', () => sample, []);

check('two findings swapped', () => swapped(11, 12), ['number-order @ 12. Children in']);
check('two findings swapped that stand apart', () => swapped(12, 40), ['number-order @ 40. The health']);
check('two recommendations swapped', () => swapped(2, 3), ['number-order @ 3. Ensure that']);
check('a finding moved', () => without(20).replace(paragraph(60), paragraph(60) + paragraph(20)), [
  'number-order @ 20. Manager oversight',
]);

check('the numbers start at 0', () => shifted(1, -1), ['number-start @ 0. Ensure that']);
check(
  'the numbers start at 0, and a tag names the last recommendation',
  () => shifted(1, -1).replace('(Recommendation)', '(Recommendation 8)'),
  ['number-start @ 0. Ensure that'],
);
check(
  'the numbers start again, and a reference leads to one of those that would follow',
  () => shifted(20, -19).replace('(Recommendation)', '(see paragraph 85)'),
  ['number-repeated @ 1. Manager oversight'],
);
check('a number that is free is given to none, and one is lost nearby', () => renamed(12, 11).replace('\n18. ', '\n'), [
  'number-repeated @ 11. Children in',
  'number-gap @ Child in need',
]);
check(
  'the section of recommendations removed, and the findings keep their numbers',
  () => sample.replace(/^## Recommendations[\s\S]*?(?=^## )/m, ''),
  ['missing-section @ ## Summary for'],
);
check('a number repeated, and all later kept', () => renamed(12, 11), ['number-repeated @ 11. Children in']);
check('a number repeated, and all later one lower', () => shifted(12, -1), ['number-repeated @ 11. Children in']);
check('a number that is being typed above another', () => sample.replace(paragraph(12), `12.\n\n${paragraph(12)}`), [
  'number-repeated @ 12.',
]);
check('a paragraph pasted twice', () => sample.replace(paragraph(30), paragraph(30) + paragraph(30)), [
  'number-repeated @ 30. Legal gateway',
]);
check('the findings start again at 1', () => shifted(9, -8), ['number-repeated @ 1. Since the']);

check('a number skipped, and all later one higher', () => shifted(20, 1), ['number-gap @ 21. Manager oversight']);
check('a wrong number', () => renamed(12, 91), ['number-order @ 91. Children in']);
check('a number without its digits', () => renamed(34, 3), ['number-repeated @ 3. Timely permanence']);

check('a finding removed', () => without(40), ['number-gap @ 41. Children identified']);
check('the first finding removed', () => without(9), ['number-gap @ 10. The early']);
check('the last finding removed', () => without(87), []);
check('the first recommendation removed', () => without(1), ['number-start @ 2. Ensure that']);
check('a recommendation removed from the middle', () => without(5), ['number-gap @ 6. Work with']);
check('the last recommendation removed', () => without(8), ['number-gap @ 9. Since the']);

check('a number removed', () => sample.replace('\n40. ', '\n'), ['number-gap @ The health needs']);
check('the first finding of a section has a bullet for its number', () => sample.replace('\n9. ', '\n- '), [
  'number-gap @ - Since the',
]);
check('the first recommendation has a bullet for its number', () => sample.replace('\n1. Ensure', '\n- Ensure'), [
  'number-start @ - Ensure that',
]);
check('a finding has a second part in its number', () => sample.replace('\n40. ', '\n39.1. '), [
  'number-gap @ 39.1. The health',
]);
check('the first recommendation has no number', () => sample.replace('\n1. Ensure', '\nEnsure'), [
  'number-start @ Ensure that managers',
]);
check('a number without its full stop', () => sample.replace('\n40. ', '\n40 '), []);
check('an empty line removed', () => sample.replace('\n\n40. ', '\n40. '), []);

check('a paragraph that does not exist', () => added(23, 'see paragraph 99'), [
  `unresolved-reference @ ${firstWords(paragraph(23).trim().split('\n').at(-1) ?? '')}`,
]);
check('a recommendation that does not exist', () => added(23, '(see recommendation 12)'), [
  `unresolved-reference @ ${firstWords(paragraph(23).trim().split('\n').at(-1) ?? '')}`,
]);
check('references that exist', () => added(23, '(see paragraphs 9–87, paragraph 3 and recommendation 8)'), []);

check('the text of a note removed', () => sample.replace(/^\[\^1\]:[\s\S]*?\n\n/m, ''), [
  'undefined-footnote @ ## Information about',
]);
check('the mark of a note removed', () => sample.replace('[^1]', ''), ['unused-footnote @ [^1]: The local'], 'warning');

check('the sample has no warning of numbers and references', () => sample, [], 'warning');
check(
  'a number without its full stop is a warning',
  () => sample.replace('\n40. ', '\n40 '),
  ['missing-number @ 40 The health'],
  'warning',
);
check(
  'a number that is hidden in the paragraph above is a warning',
  () => sample.replace(paragraph(39), `${paragraph(39).trim().replace(/\n +/g, '\n')}\n`),
  ['hidden-number @ 40. The health'],
  'warning',
);
check(
  'a number with a zero before it is found by those who refer to it',
  () => added(23, '(see paragraph 40)').replace('\n40. ', '\n040. '),
  [],
);
