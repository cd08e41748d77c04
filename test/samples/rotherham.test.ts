import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { linksOf } from '../../server/src/model/links.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { printedWords } from './printedWords.ts';

const file = 'samples/rotherham-2018.inspection';
const reference = '../shared/reference/rotherham-2018.txt';
const document = documentOf(readFileSync(file, 'utf8'));
const report = reportOf(document, builtInFramework('ofsted-sif')!);
const words = printedWords(document, block =>
  report.paragraphs.some(paragraph => paragraph.kind === 'entry' && paragraph.block === block),
);

test('it is read by the framework it names', () => {
  assert.equal(report.metadata.framework, 'ofsted-sif');
});

test('its cover', () => {
  const { providers, title, inspected, published, status } = report.metadata;
  assert.deepEqual(providers, ['Metropolitan Borough of Rotherham', 'Rotherham']);
  assert.equal(
    title,
    'Re-inspection of services for children in need of help and protection, children looked after and care leavers',
  );
  assert.deepEqual([inspected, published, status], [[{ from: '2017-11-06', to: '2017-11-30' }], '2018-01-29', 'final']);
});

test('one series of 87 paragraphs: 8 recommendations, then 79 findings', () => {
  const series = report.paragraphs.filter(paragraph => paragraph.series !== undefined);
  assert.deepEqual(
    series.map(({ number }) => number),
    Array.from({ length: 87 }, (_, i) => String(i + 1)),
  );
  assert.deepEqual(
    series.map(({ kind }) => kind),
    [...Array(8).fill('recommendation'), ...Array(79).fill('finding')],
  );
});

test('the findings of each part', () => {
  const parts = new Map<string, string[]>();
  for (const { kind, number = '', section } of report.paragraphs) {
    if (kind !== 'finding' || section === undefined) continue;
    const area = report.sections[section]?.area ?? '';
    parts.set(area, [...(parts.get(area) ?? []), number]);
  }
  assert.deepEqual(
    [...parts].map(([area, numbers]) => `${area} ${numbers[0]}–${numbers.at(-1)}`),
    ['help-and-protection 9–28', 'looked-after 29–44', 'adoption 45–53', 'care-leavers 54–69', 'leadership 70–87'],
  );
});

test('six judged areas in all their places, and no grade of an earlier inspection', () => {
  assert.deepEqual(
    report.judgements.map(
      ({ area, number = '', carrier, grade, text }) => `${area} ${number} ${carrier}: ${text} = ${grade?.id}`,
    ),
    [
      'overall  headline: good = good',
      'help-and-protection 1 entry: Good = good',
      'looked-after 2 entry: Requires improvement = requires-improvement',
      'adoption 2.1 entry: Good = good',
      'care-leavers 2.2 entry: Outstanding = outstanding',
      'leadership 3 entry: Good = good',
      'help-and-protection 1 line: Good = good',
      'looked-after 2 line: Requires improvement to be good = requires-improvement',
      'adoption 2.1 statement: good = good',
      'care-leavers 2.2 statement: outstanding = outstanding',
      'leadership 3 line: Good = good',
    ],
  );
});

test('twelve bare tags', () => {
  assert.deepEqual(
    report.tags.map(({ paragraph }) => report.paragraphs[paragraph]?.number),
    '10 16 17 32 33 34 37 42 43 52 53 84'.split(' '),
  );
  assert.ok(report.tags.every(({ basis, numbers }) => basis === 'suggested' && numbers.length === 0));
});

test('the recommendation that each tag means is suggested: first for eleven, second or third for one', () => {
  const { suggestions } = linksOf(report);
  const meant = '5 2 3 2 3 4 7 6 6 8 7 1'.split(' ');
  const ranks = report.tags.map((tag, i) =>
    (suggestions.get(tag) ?? []).findIndex(
      ({ recommendation }) => report.recommendations[recommendation]?.number === meant[i],
    ),
  );
  assert.ok(ranks.filter(rank => rank === 0).length >= 11, `ranks ${ranks.join(' ')}`);
  assert.ok(
    ranks.every(rank => rank >= 0 && rank < 3),
    `ranks ${ranks.join(' ')}`,
  );
});

test('two footnotes, each with its mark and its text', () => {
  assert.deepEqual(
    report.footnotes.map(({ name, marks, texts }) => [name, marks.length, texts.length]),
    [
      ['1', 1, 1],
      ['2', 1, 1],
    ],
  );
});

test('its acronyms', () => {
  assert.equal(
    report.acronyms.map(({ acronym }) => acronym).join(' '),
    'MASH LSCB IROs MARAC MAPPA PLO SGOs SDQs PEPs CPRs QAG ADM PARs ASF CAMHS RSCB CPP HMI',
  );
});

test('its words are those that were published', () => {
  assert.equal(words.length, 12_366);
  assert.equal(
    createHash('sha256').update(words.join('\n')).digest('hex'),
    'e723f7be95d5c311cce75b2c6ded3d66d624fbfcfd2498958dd52ddd4ecd30af',
  );
});

test('its words are those of the reference text, in their order', {
  skip: !existsSync(reference) && 'the reference text is not beside the checkout',
}, () => {
  assert.deepEqual(words, referenceWords());
});

/** The words of the published text from its headline on; what print sets as a note's mark, a bullet or a page is no word. */
function referenceWords(): string[] {
  const lines = readFileSync(reference, 'utf8').split('\n').slice(10);
  const text = lines.join('\n').replace(/(\p{L}-)[ \t]*\n\s*/gu, '$1');
  return text
    .replace('area1', 'area')
    .replace('schools,2', 'schools,')
    .replace(/^[12] (?=The local authority was given|These are residential)/gm, '')
    .normalize('NFC')
    .split(/\s+/)
    .filter(word => word !== '' && !/^[\uf06e\uf02d−]$/u.test(word));
}
