import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFramework, builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { OpenReport } from '../../server/src/lsp/openReport.ts';
import type { Framework } from '../../server/src/model/framework.ts';
import { partsOf, type Report, reportOf } from '../../server/src/model/report.ts';
import type { CheckedFinding } from '../../server/src/rules/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documentOf, isTyped } from '../../server/src/syntax/document.ts';
import { randomNumbers } from '../randomNumbers.ts';

const drafts = readdirSync('samples/drafts').filter(name => name.endsWith('.inspection'));
const samples = [...drafts.map(name => `samples/drafts/${name}`), 'samples/rotherham-2018.inspection'].map(path =>
  readFileSync(path, 'utf8'),
);
const frameworks = [builtInFramework('ofsted-sif'), builtInFramework('generic')].filter(known => known !== undefined);
/** What is typed in the middle of a paragraph: mostly words, now and then what means something. */
const typed = [
  'x',
  'late',
  ' ',
  '.',
  ' is good.',
  '’',
  '😀',
  '*',
  '(',
  ')',
  '1',
  '\n',
  'paragraph 3',
  '[^1]',
  '\n34. A',
];
const settings = { rules: {} };
/** The rules that may wait. */
const patient = new Set(rules.filter(({ kind, unhurried = kind !== 'fault' }) => unhurried).map(({ id }) => id));

/** All that a report says; what is found in it on first use is no part of it. */
function saidBy(report: Report): unknown {
  const { document, framework, text } = report;
  return { document, framework, lines: text.lineStarts, ...partsOf(report) };
}

function withFixes(findings: readonly CheckedFinding[]): unknown[] {
  return findings.map(finding => ({ ...finding, fixes: [...finding.fixes], related: [...finding.related] }));
}

/** Whether one key has changed more than words. */
function isHalfTyped(edit: OpenReport['edit']): boolean {
  return edit?.rewording === undefined && edit?.changes.length === 1 && edit.changes.every(isTyped);
}

/** Edits a text at random places; after each edit the report and its findings must be those of a text read afresh. */
function check(text: string, framework: Framework, seed: number, edits: number): number {
  const random = randomNumbers(seed);
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const findingsOf = (report: Report, edit?: OpenReport['edit'], hurried = false) =>
    reportFindings(report, settings, builtInFrameworks, undefined, { edit, hurried });
  let last: readonly CheckedFinding[] = findingsOf(open.report(framework));
  let reworded = 0;
  for (let i = 1; i <= edits; i++) {
    const { source } = open.document;
    // Where a line begins more depends on a letter than within it.
    const place = Math.floor(random() * (source.length + 1));
    const from =
      random() < 0.7 ? place : Math.min(place, source.lastIndexOf('\n', place - 1) + Math.floor(random() * 16));
    const to = random() < 0.7 ? from : Math.min(source.length, from + Math.floor(random() * 4));
    const words = random() < 0.2 ? '' : (typed[Math.floor(random() * random() * typed.length)] ?? '');
    const { text: lines } = open.report(framework);
    OpenReport.update(open, [{ range: lines.range({ from, to }), text: words }], i);
    const report = open.report(framework);
    const fresh = reportOf(documentOf(open.document.source), framework);
    const where = `seed ${seed}, edit ${i} (${JSON.stringify(words)} for ${JSON.stringify(source.slice(from, to))} at ${from})`;
    assert.deepEqual(saidBy(report), saidBy(fresh), where);
    if (open.edit?.rewording !== undefined) reworded++;
    // While the author types some rules wait, and all while a mark is half typed; when there is time again, all is as if
    // they never had.
    const hurried = random() < 0.6;
    const findings = findingsOf(report, open.edit, hurried);
    if (hurried && isHalfTyped(open.edit)) {
      const before = new Set(last.map(({ rule, message }) => `${rule} ${message}`));
      for (const { rule, message } of findings) assert.ok(before.has(`${rule} ${message}`), where);
    } else if (hurried) {
      const urgent = (all: readonly CheckedFinding[]) => withFixes(all.filter(({ rule }) => !patient.has(rule)));
      assert.deepEqual(urgent(findings), urgent(findingsOf(fresh)), where);
    } else {
      assert.deepEqual(withFixes(findings), withFixes(findingsOf(fresh)), where);
    }
    last = findings;
  }
  return reworded;
}

for (const [i, sample] of samples.entries()) {
  for (const framework of frameworks) {
    test(`after each edit of sample ${i + 1} (${framework.id}) its report and findings are a fresh one’s`, () => {
      const reworded = check(sample, framework, 7 * i + 1, sample.length > 50_000 ? 60 : 250);
      assert.ok(reworded > 15, `only ${reworded} edits changed nothing but words`);
    });
  }
}

const tagged = `## Recommendations

1. Improve the timeliness of health assessments.

2. Reduce the number of pupils who are excluded from school.

## Inspection findings

3. Health assessments are late. (Recommendation)

4. Plans are good.
`;

test('what was left for want of time is asked when there is time, wherever the last letter fell', () => {
  const framework = frameworks[0];
  assert.ok(framework);
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, tagged);
  const found = (hurried: boolean): string[] => {
    const report = open.report(framework);
    return reportFindings(report, settings, builtInFrameworks, undefined, { edit: open.edit, hurried })
      .filter(({ rule }) => rule === 'unlinked-tag')
      .map(({ message }) => message);
  };
  const replace = (before: string, after: string): void => {
    const from = open.document.source.indexOf(before);
    const range = open.report(framework).text.range({ from, to: from + before.length });
    OpenReport.update(open, [{ range, text: after }], open.version + 1);
    open.report(framework);
    assert.ok(open.edit?.rewording);
  };
  assert.match(found(false).join(), /Best fit: \*\*1/);
  replace('Health assessments are late', 'Too many pupils are excluded from school');
  assert.match(found(true).join(), /Best fit: \*\*1/);
  replace('good', 'better');
  assert.match(found(false).join(), /Best fit: \*\*2/);
});

test('after letters in words that a rule does not read, all of them that wait are asked at the pause', () => {
  const [, framework] = frameworks;
  assert.ok(framework !== undefined);
  const text = '## Findings\n\n1. Plans for the children are clear.\n\n2. Visits are on time.\n';
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const found = (hurried: boolean): string[] =>
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, { edit: open.edit, hurried })
      .filter(({ rule }) => rule === 'repeated-word')
      .map(({ from, to }) => open.document.source.slice(from, to));
  const put = (before: string, words: string): void => {
    const at = open.document.source.indexOf(before);
    OpenReport.update(
      open,
      [{ range: open.report(framework).text.range({ from: at, to: at }), text: words }],
      open.version + 1,
    );
  };
  assert.deepEqual(found(true), []);
  put('children', 'the ');
  assert.deepEqual(found(true), []);
  put('time', 'good ');
  assert.deepEqual(found(true), []);
  assert.deepEqual(found(false), ['the']);
});

test('a rule that cannot wait is asked while the author types, where the letter makes a finding or ends one', () => {
  const [, framework] = frameworks;
  assert.ok(framework !== undefined);
  const text = '## Findings\n\n1. Plans for the children are clear.\n';
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const at = text.indexOf('children');
  const found = (): number => {
    const report = open.report(framework);
    const { edit } = open;
    const findings = reportFindings(report, settings, builtInFrameworks, undefined, { edit, hurried: true });
    return findings.filter(({ rule }) => rule === 'damaged-character').length;
  };
  const replace = (from: number, to: number, words: string): void => {
    const range = open.report(framework).text.range({ from, to });
    OpenReport.update(open, [{ range, text: words }], open.version + 1);
    open.report(framework);
    assert.ok(open.edit?.rewording);
  };
  assert.equal(found(), 0);
  replace(at, at, 'cafÃ© ');
  assert.equal(found(), 1);
  replace(at, at + 'cafÃ© '.length, '');
  assert.equal(found(), 0);
});

test('a letter in details that are not read ends what is said of them', () => {
  const [framework] = frameworks;
  assert.ok(framework !== undefined);
  const text = 'title: A report\nprovider: Northfield\n\n# Northfield\n\n1. Plans are clear.\n';
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const found = (report: Report): CheckedFinding[] =>
    [...reportFindings(report, settings, builtInFrameworks, undefined, { edit: open.edit })].filter(({ rule }) =>
      /^(?:front-matter-syntax|missing-metadata)$/.test(rule),
    );
  const before = found(open.report(framework));
  assert.equal(before[0]?.rule, 'front-matter-syntax');
  const at = text.indexOf('vider');
  OpenReport.update(open, [{ range: open.report(framework).text.range({ from: at, to: at + 1 }), text: '' }], 1);
  const report = open.report(framework);
  assert.ok(open.edit?.rewording);
  assert.deepEqual(
    found(report).map(({ rule }) => rule),
    ['missing-metadata'],
  );
});

test('what may wait stands in its new place after any change, and goes with its passage', () => {
  const [, framework] = frameworks;
  assert.ok(framework !== undefined);
  const claim = 'Later life letters are completed in time.';
  const denial = 'Later life letters are not completed in time.';
  const text = `## Findings\n\n1. Visits are late.\n\n2. ${claim}\n\n3. Plans are clear.\n\n4. ${denial}\n`;
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const found = (hurried: boolean): string[] =>
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, { edit: open.edit, hurried })
      .filter(({ rule }) => rule === 'opposite-claims')
      .flatMap(({ from, to, related }) => [{ from, to }, ...related])
      .map(({ from, to }) => open.document.source.slice(from, to));
  const replace = (before: string, after: string): void => {
    const from = open.document.source.indexOf(before);
    const range = open.report(framework).text.range({ from, to: from + before.length });
    OpenReport.update(open, [{ range, text: after }], open.version + 1);
  };
  const both = [claim, denial].map(words => words.slice(0, -1));
  assert.deepEqual(found(false), both);
  replace('1. Visits', '### A title\n\n1. Visits');
  assert.deepEqual(found(true), both);
  replace('\n\n3. Plans are clear.', '');
  assert.deepEqual(found(true), both);
  replace(`\n\n4. ${denial}`, '');
  assert.deepEqual(found(true), []);
  replace(claim, `${claim}\n\n3. ${denial}`);
  assert.deepEqual(found(true), []);
  assert.deepEqual(found(false), both);
});

test('while a heading is half typed what was found stands in its place, and when there is time all is found', () => {
  const [framework] = frameworks;
  assert.ok(framework !== undefined);
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, `${tagged}\nPlans plans are kept.\n`);
  const isTold = ({ severity }: CheckedFinding): boolean => severity === 'error' || severity === 'warning';
  const found = (hurried: boolean): string[] =>
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, { edit: open.edit, hurried })
      .filter(isTold)
      .map(({ rule, from, to }) => `${rule}: ${open.document.source.slice(from, to)}`);
  const type = (before: string, letters: string): void => {
    const at = open.report(framework).text.positionAt(open.document.source.indexOf(before));
    OpenReport.update(open, [{ range: { start: at, end: at }, text: letters }], open.version + 1);
  };
  const before = found(false);
  type('ecommendations', 'x');
  assert.equal(found(true).length, before.length);
  type('ecommendations', 'x');
  assert.equal(found(true).length, before.length);
  const after = found(false);
  assert.notEqual(after.length, before.length);
  const fresh = reportOf(documentOf(open.document.source), framework);
  const inFresh = reportFindings(fresh, settings, builtInFrameworks, undefined);
  assert.deepEqual(
    after,
    inFresh.filter(isTold).map(({ rule, from, to }) => `${rule}: ${fresh.document.source.slice(from, to)}`),
  );
  // After a pause only words are looked at again.
  type('kept', 'x');
  assert.deepEqual(found(true), after);
});

/** Collects garbage; a `WeakRef` holds until the turn is over. */
async function collected(): Promise<void> {
  setFlagsFromString('--expose-gc');
  await new Promise(resolve => setImmediate(resolve));
  (runInNewContext('gc') as () => void)();
}

test('no report but the last two is kept, however many letters are typed', async () => {
  const [framework] = frameworks;
  assert.ok(framework !== undefined);
  const text = readFileSync('samples/rotherham-2018.inspection', 'utf8');
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const start = open.report(framework).text.positionAt(text.indexOf('Since the last inspection') + 7);
  const old: WeakRef<Report>[] = [];
  const found = new WeakMap<Report, readonly CheckedFinding[]>(); // as the server keeps them
  const type = (hurried: boolean): void => {
    OpenReport.update(open, [{ range: { start, end: start }, text: 'x' }], old.length + 1);
    const report = open.report(framework);
    assert.ok(open.edit?.rewording !== undefined);
    const more = { edit: open.edit, hurried };
    found.set(report, reportFindings(report, settings, builtInFrameworks, undefined, more));
    old.push(new WeakRef(report));
  };
  for (const hurried of [false, true, true, false, true, false]) type(hurried);
  const kept = () => old.map(report => report.deref() !== undefined);
  const right = [false, false, false, false, true, true];
  // (While V8 compiles a function it keeps what that has seen last.)
  for (let i = 0; i < 20 && kept().join() !== right.join(); i++) await collected();
  assert.deepEqual(kept(), right);
  assert.ok(found.has(open.report(framework)));
});

test('no text but the last few is kept, in however many paragraphs letters are typed', async () => {
  const [framework] = frameworks;
  assert.ok(framework !== undefined);
  const paragraph =
    'Most children’s plans are reviewed well, and some are reviewed late by their social workers. '.repeat(12);
  const count = 200;
  const text = Array.from({ length: count }, (_, i) => `${i + 1}. ${paragraph}`).join('\n\n');
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const largeTexts = (): number =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'large_object_space')?.space_used_size ?? 0;
  await collected();
  const before = largeTexts();
  for (let i = 0; i < count; i++) {
    const place = { line: 2 * i, character: 20 };
    OpenReport.update(open, [{ range: { start: place, end: place }, text: 'x' }], i + 1);
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, {});
  }
  await collected();
  const size = 2 * text.length; // two bytes for a letter
  assert.ok(largeTexts() - before < 20 * size, `${Math.round((largeTexts() - before) / size)} texts are kept`);
});

test('after what was half typed the next letter in words has all rules asked that cannot wait', () => {
  const [, framework] = frameworks;
  assert.ok(framework !== undefined);
  const text =
    '## Findings\n\n1. Plans are kept. (Recommendation 1)\n\n2. Visits are late.\n\n## Recommendations\n\n1. Keep plans.\n';
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const unresolved = (hurried: boolean): number =>
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, { edit: open.edit, hurried }).filter(
      ({ rule }) => rule === 'unresolved-tag',
    ).length;
  const type = (before: string, letters: string): void => {
    const at = open.report(framework).text.positionAt(open.document.source.indexOf(before));
    OpenReport.update(open, [{ range: { start: at, end: at }, text: letters }], open.version + 1);
  };
  assert.equal(unresolved(false), 0);
  type('1)', '7');
  assert.equal(unresolved(true), 0);
  type('late', 'x');
  assert.equal(unresolved(true), 1);
});

test('the next number is found within the last paragraph as soon as the words before it end', () => {
  const [, framework] = frameworks;
  assert.ok(framework !== undefined);
  const text = '## Findings\n\n1. Plans are kept.\n\n2. Visits are late and 3. Homes are safe.\n';
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const found = (hurried: boolean): number =>
    reportFindings(open.report(framework), settings, builtInFrameworks, undefined, { edit: open.edit, hurried }).filter(
      ({ rule }) => rule === 'number-gap',
    ).length;
  assert.equal(found(false), 0);
  const from = text.indexOf(' and');
  const range = open.report(framework).text.range({ from, to: from + ' and'.length });
  OpenReport.update(open, [{ range, text: '.' }], open.version + 1);
  assert.equal(found(true), 1);
  assert.ok(open.edit?.rewording !== undefined);
});
