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
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documentOf, isTyped } from '../../server/src/syntax/document.ts';
import { randomNumbers } from '../randomNumbers.ts';

const drafts = readdirSync('samples/drafts').filter(name => name.endsWith('.inspection'));
const samples = [...drafts.map(name => `samples/drafts/${name}`), 'samples/rotherham-2018.inspection'].map(path =>
  readFileSync(path, 'utf8'),
);
const sif = builtInFramework('ofsted-sif')!;
const generic = builtInFramework('generic')!;
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
  for (const framework of [sif, generic]) {
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

/** A report that is open in the editor. */
function opened(framework: Framework, text: string) {
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const reported = (): Report => open.report(framework);
  return {
    /** What certain rules find, in a hurry while the author types; each with its words. */
    found(
      isAsked: RegExp | ((finding: CheckedFinding) => boolean),
      { hurried }: { readonly hurried: boolean },
    ): Told[] {
      const report = reported();
      const { source } = open.document;
      return reportFindings(report, settings, builtInFrameworks, undefined, { edit: open.edit, hurried })
        .filter(finding => (isAsked instanceof RegExp ? isAsked.test(finding.rule) : isAsked(finding)))
        .map(finding => ({ finding, rule: finding.rule, words: source.slice(finding.from, finding.to) }));
    },
    /** Writes one thing for another where it stands first. */
    replace(before: string, after: string): void {
      const from = open.document.source.indexOf(before);
      const range = reported().text.range({ from, to: from + before.length });
      OpenReport.update(open, [{ range, text: after }], open.version + 1);
    },
    /** Types letters before what stands first. */
    type(letters: string, { before }: { readonly before: string }): void {
      const at = reported().text.positionAt(open.document.source.indexOf(before));
      OpenReport.update(open, [{ range: { start: at, end: at }, text: letters }], open.version + 1);
    },
    /** Whether the last change was one of words alone. */
    isReworded: (): boolean => reported() !== undefined && open.edit?.rewording !== undefined,
    source: (): string => open.document.source,
  };
}

/** A finding as the tests look at it. */
interface Told {
  readonly finding: CheckedFinding;
  readonly rule: string;
  readonly words: string;
}

const typing = { hurried: true };
const pausing = { hurried: false };

test('what was left for want of time is asked when there is time, wherever the last letter fell', () => {
  const report = opened(sif, tagged);
  const bestFit = (when: typeof typing): string =>
    report
      .found(/^unlinked-tag$/, when)
      .map(({ finding }) => finding.message)
      .join();
  assert.match(bestFit(pausing), /Best fit: \*\*1/);
  report.replace('Health assessments are late', 'Too many pupils are excluded from school');
  assert.ok(report.isReworded());
  assert.match(bestFit(typing), /Best fit: \*\*1/);
  report.replace('good', 'better');
  assert.ok(report.isReworded());
  assert.match(bestFit(pausing), /Best fit: \*\*2/);
});

test('after letters in words that a rule does not read, all of them that wait are asked at the pause', () => {
  const report = opened(generic, '## Findings\n\n1. Plans for the children are clear.\n\n2. Visits are on time.\n');
  const repeated = (when: typeof typing): string[] => report.found(/^repeated-word$/, when).map(({ words }) => words);
  assert.deepEqual(repeated(typing), []);
  report.type('the ', { before: 'children' });
  assert.deepEqual(repeated(typing), []);
  report.type('good ', { before: 'time' });
  assert.deepEqual(repeated(typing), []);
  assert.deepEqual(repeated(pausing), ['the']);
});

test('a rule that cannot wait is asked while the author types, where the letter makes a finding or ends one', () => {
  const report = opened(generic, '## Findings\n\n1. Plans for the children are clear.\n');
  const damaged = (): number => report.found(/^damaged-character$/, typing).length;
  assert.equal(damaged(), 0);
  report.type('cafÃ© ', { before: 'children' });
  assert.ok(report.isReworded());
  assert.equal(damaged(), 1);
  report.replace('cafÃ© ', '');
  assert.ok(report.isReworded());
  assert.equal(damaged(), 0);
});

test('a mark between a number and its words is found, and one that leads in to points', () => {
  const numbered = (first: string): string =>
    `## Recommendations\n\n1. Ensure that help is timely.\n\n## The local authority’s strengths\n\n2. ${first}\n\n- Visits are kept.\n\n## Inspection findings\n\n3. Staff are well trained.\n`;
  const found = (report: ReturnType<typeof opened>): string[] =>
    report.found(/^(?:stray-mark|number-gap)$/, pausing).map(({ rule, words }) => `${rule} ${words}`);
  const marked = opened(sif, numbered('Plans are clear:'));
  assert.deepEqual(found(marked), []);
  marked.type('- ', { before: 'Plans' });
  assert.ok(marked.isReworded());
  assert.deepEqual(found(marked), ['stray-mark -']);
  const leading = opened(sif, numbered('Plans are clear.'));
  assert.deepEqual(found(leading), ['number-gap 2']);
  leading.replace('clear.', 'clear:');
  assert.ok(leading.isReworded());
  assert.deepEqual(found(leading), []);
});

test('a judgement line that gets behind a number is more than words, for its paragraph is none of the series', () => {
  const report = opened(sif, '## Inspection findings\n\n1. Help is late.\n\n2. Plans are clear.\n');
  report.type('Judgement: ', { before: 'Help' });
  assert.ok(!report.isReworded());
  report.replace('Judgement: ', '');
  assert.ok(!report.isReworded());
});

test('a letter in details that are not read ends what is said of them', () => {
  const report = opened(sif, 'title: A report\nprovider: Northfield\n\n# Northfield\n\n1. Plans are clear.\n');
  const found = () => report.found(/^(?:front-matter-syntax|missing-metadata)$/, pausing).map(({ rule }) => rule);
  assert.equal(found()[0], 'front-matter-syntax');
  report.replace('v', '');
  assert.ok(report.isReworded());
  assert.deepEqual(found(), ['missing-metadata']);
});

test('what may wait stands in its new place after any change, and goes with its passage', () => {
  const claim = 'Later life letters are completed in time.';
  const denial = 'Later life letters are not completed in time.';
  const report = opened(
    generic,
    `## Findings\n\n1. Visits are late.\n\n2. ${claim}\n\n3. Plans are clear.\n\n4. ${denial}\n`,
  );
  const passages = (when: typeof typing): string[] =>
    report
      .found(/^opposite-claims$/, when)
      .flatMap(({ finding: { from, to, related } }) => [{ from, to }, ...related])
      .map(({ from, to }) => report.source().slice(from, to));
  const both = [claim, denial].map(words => words.slice(0, -1));
  assert.deepEqual(passages(pausing), both);
  report.replace('1. Visits', '### A title\n\n1. Visits');
  assert.deepEqual(passages(typing), both);
  report.replace('\n\n3. Plans are clear.', '');
  assert.deepEqual(passages(typing), both);
  report.replace(`\n\n4. ${denial}`, '');
  assert.deepEqual(passages(typing), []);
  report.replace(claim, `${claim}\n\n3. ${denial}`);
  assert.deepEqual(passages(typing), []);
  assert.deepEqual(passages(pausing), both);
});

test('while a heading is half typed what was found stands in its place, and when there is time all is found', () => {
  const report = opened(sif, `${tagged}\nPlans plans are kept.\n`);
  const isTold = ({ severity }: CheckedFinding): boolean => severity === 'error' || severity === 'warning';
  const told = (own: typeof report, when: typeof typing): string[] =>
    own.found(isTold, when).map(({ rule, words }) => `${rule}: ${words}`);
  const before = told(report, pausing);
  report.type('x', { before: 'ecommendations' });
  assert.equal(told(report, typing).length, before.length);
  report.type('x', { before: 'ecommendations' });
  assert.equal(told(report, typing).length, before.length);
  const after = told(report, pausing);
  assert.notEqual(after.length, before.length);
  assert.deepEqual(after, told(opened(sif, report.source()), pausing));
  // After a pause only words are looked at again.
  report.type('x', { before: 'kept' });
  assert.deepEqual(told(report, typing), after);
});

test('after what was half typed the next letter in words has all rules asked that cannot wait', () => {
  const report = opened(
    generic,
    '## Findings\n\n1. Plans are kept. (Recommendation 1)\n\n2. Visits are late.\n\n## Recommendations\n\n1. Keep plans.\n',
  );
  const unresolved = (when: typeof typing): number => report.found(/^unresolved-tag$/, when).length;
  assert.equal(unresolved(pausing), 0);
  report.type('7', { before: '1)' });
  assert.equal(unresolved(typing), 0);
  report.type('x', { before: 'late' });
  assert.equal(unresolved(typing), 1);
});

test('the next number is found within the last paragraph as soon as the words before it end', () => {
  const report = opened(generic, '## Findings\n\n1. Plans are kept.\n\n2. Visits are late and 3. Homes are safe.\n');
  const gaps = (when: typeof typing): number => report.found(/^number-gap$/, when).length;
  assert.equal(gaps(pausing), 0);
  report.replace(' and', '.');
  assert.equal(gaps(typing), 1);
  assert.ok(report.isReworded());
});

/** Collects garbage; a `WeakRef` holds until the turn is over. */
async function collected(): Promise<void> {
  setFlagsFromString('--expose-gc');
  await new Promise(resolve => setImmediate(resolve));
  (runInNewContext('gc') as () => void)();
}

test('no report but the last two is kept, however many letters are typed', async () => {
  const text = readFileSync('samples/rotherham-2018.inspection', 'utf8');
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, text);
  const start = open.report(sif).text.positionAt(text.indexOf('Since the last inspection') + 7);
  const old: WeakRef<Report>[] = [];
  const found = new WeakMap<Report, readonly CheckedFinding[]>(); // as the server keeps them
  const type = (hurried: boolean): void => {
    OpenReport.update(open, [{ range: { start, end: start }, text: 'x' }], old.length + 1);
    const report = open.report(sif);
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
  assert.ok(found.has(open.report(sif)));
});

test('no text but the last few is kept, in however many paragraphs letters are typed', async () => {
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
    reportFindings(open.report(sif), settings, builtInFrameworks, undefined, {});
  }
  await collected();
  const size = 2 * text.length; // two bytes for a letter
  assert.ok(largeTexts() - before < 20 * size, `${Math.round((largeTexts() - before) / size)} texts are kept`);
});
