import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questions } from '../../server/src/features/questions.ts';
import { reportStatus } from '../../server/src/lsp/status.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { fixture } from '../features/fixture.ts';

const { report } = fixture('# Children’s services in Anytown are good\n');

/** Expects how a report stands with these findings, and that the view of questions has as many. */
function check(
  findings: readonly Partial<CheckedFinding>[],
  expected: Readonly<Record<'errors' | 'warnings' | 'questions' | 'advice', number>>,
): void {
  const rest = { rule: 'rule', from: 0, to: 1, message: '', related: [], fixes: [], fingerprint: '' };
  const all = findings.map(own => ({ kind: 'fault', severity: 'error', ...rest, ...own }) as CheckedFinding);
  const { uri, grade, text: _, ...counts } = reportStatus(report, 'file:///a.inspection', all);
  assert.deepEqual([uri, grade, counts], ['file:///a.inspection', 'Good', expected]);
  assert.equal(questions(report, all).length, expected.questions);
}

test('a report without findings', () => {
  check([], { errors: 0, warnings: 0, questions: 0, advice: 0 });
});

test('it is said in words what there is, and each sort in its number', () => {
  const said = (source: string, findings: readonly object[]) =>
    reportStatus(fixture(source).report, '', findings as readonly CheckedFinding[]).text;
  const good = '# Children’s services in Anytown are good\n';
  assert.equal(said(good, []), 'Good · no findings');
  assert.equal(said('# Notes\n', [{ severity: 'error' }]), 'No overall grade · 1 error');
  const information = { severity: 'information' };
  const all = [{ severity: 'warning' }, { severity: 'warning' }, { ...information, kind: 'question' }, information];
  assert.equal(said(good, all), 'Good · 2 warnings, 1 question, 1 suggestion');
});

test('errors and warnings are those of the list of problems', () => {
  check([{}, {}, { severity: 'warning' }], { errors: 2, warnings: 1, questions: 0, advice: 0 });
});

test('questions are those of their view, and what is only for information is advice', () => {
  const severity = 'information';
  const question = { kind: 'question', severity } as const;
  check([question, { severity }, { kind: 'style', severity }], { errors: 0, warnings: 0, questions: 1, advice: 2 });
  check([{ ...question, severity: 'warning' }], { errors: 0, warnings: 1, questions: 1, advice: 0 });
});

test('what is a hint, or known from before, is not counted', () => {
  const hint = { severity: 'hint' } as const;
  check([hint, { ...hint, kind: 'question' }, { ...hint, known: true }], {
    errors: 0,
    warnings: 0,
    questions: 0,
    advice: 0,
  });
});
