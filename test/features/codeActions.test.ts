import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind, moveKinds, tagKind } from '../../server/src/features/codeActions.ts';
import { certainFixes, editsOf } from '../../server/src/rules/checking/certainFixes.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { fixture } from './fixture.ts';

/** A finding on a text, whose fixes write these words in its place; the first of them is certain if `certain`. */
function finding(text: string, words: string, certain: boolean, ...fixes: readonly string[]): CheckedFinding {
  const from = text.indexOf(words);
  const span = { from, to: from + words.length };
  return {
    rule: 'rule',
    kind: 'fault',
    severity: 'error',
    ...span,
    message: 'Wrong.',
    related: [],
    fingerprint: '',
    fixes: fixes.map((fix, i) => ({
      title: `Write ${fix}`,
      certain: certain && i === 0,
      edits: [{ ...span, text: fix }],
    })),
  };
}

const nothingElse = { allFixed: () => [], moved: () => [], taggings: () => [], takesSnippets: false };

/** The actions at the cursor: `title` (`!` if preferred) and the text that each gives. */
function check(
  notation: string,
  findings: (text: string) => CheckedFinding[],
  expected: Readonly<Record<string, string>>,
  only?: readonly string[],
): void {
  const { report, uri, cursor } = fixture(notation);
  const text = report.text.source;
  const span = { from: cursor, to: cursor };
  const diagnosticOf = ({ message, from, to }: CheckedFinding) => ({ message, range: report.text.range({ from, to }) });
  const allFixed = () => editsOf(certainFixes(findings(text)));
  const checked = { ...nothingElse, report, uri, findings: findings(text), diagnosticOf, allFixed };
  const actions = codeActions(checked, span, only);
  const document = TextDocument.create(uri, '', 0, text);
  assert.deepEqual(
    Object.fromEntries(
      actions
        .filter(({ title }) => !title.startsWith('Accept'))
        .map(({ title, isPreferred, edit }) => [
          `${title}${isPreferred === true ? '!' : ''}`,
          TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []),
        ]),
    ),
    expected,
  );
}

const goood = (text: string) => [finding(text, 'Goood', true, 'Good'), finding(text, 'bat', false, 'bad', 'bath')];

test('the fixes of the finding at the cursor, a certain one preferred', () => {
  check('Goo$0od or bat', goood, { 'Write Good!': 'Good or bat' });
  check('Goood or ba$0t', goood, { 'Write bad': 'Goood or bad', 'Write bath': 'Goood or bath' });
});

test('none where there is no finding', () => check('Goood o$0r bat', goood, {}));

test('what is certain, all at once, only if asked for', () => {
  const all = (text: string) => [...goood(text), finding(text, 'or', true, 'and')];
  check('Goood or bat$0', all, { 'Correct all that is certain': 'Good and bat' }, [fixAllKind]);
  check('Goood or bat$0', all, { 'Correct all that is certain': 'Good and bat' }, ['source']);
  check('Goood or bat$0', goood, { 'Write bad': 'Goood or bad', 'Write bath': 'Goood or bath' }, ['quickfix']);
  check('Goood or bat$0', goood, {}, ['refactor', 'source.fixAll.other']);
});

test('the section moved, only if asked for', () => {
  const { report, uri } = fixture('## One\n\n## Two\n');
  const checked = { ...nothingElse, report, uri, findings: [], diagnosticOf: () => anywhere };
  const moved = (move: string) => (move === 'up' ? [{ from: 0, to: 8, text: '' }] : []);
  const titles = (only?: readonly string[]) =>
    codeActions({ ...checked, moved }, { from: 0, to: 0 }, only).map(({ title, kind }) => `${title} (${kind})`);
  assert.deepEqual(titles(), []);
  assert.deepEqual(titles(['quickfix', 'source']), []);
  for (const only of ['refactor', 'refactor.move', moveKinds.up])
    assert.deepEqual(titles([only]), ['Move the section up (refactor.move.inspectmark.up)']);
  assert.deepEqual(titles([moveKinds.down]), []);
});

test('the recommendations for a tag, only if asked for', () => {
  const { report, uri } = fixture('1. Text.\n');
  const checked = { ...nothingElse, report, uri, findings: [], diagnosticOf: () => anywhere };
  const taggings = () => ['Five', 'Two'].map(title => ({ title, edits: [{ from: 0, to: 0, text: title }] }));
  const titles = (only?: readonly string[]) =>
    codeActions({ ...checked, taggings }, { from: 0, to: 0 }, only).map(({ title, kind }) => `${title} (${kind})`);
  assert.deepEqual(titles(), []);
  for (const only of ['refactor', tagKind])
    assert.deepEqual(titles([only]), ['Five (refactor.tag.inspectmark)', 'Two (refactor.tag.inspectmark)']);
});

test('of two that overlap the first', () => {
  const twice = (text: string) => [finding(text, 'Goood', true, 'Good'), finding(text, 'ood', true, 'x')];
  check('Goood$0', twice, { 'Correct all that is certain': 'Good' }, [fixAllKind]);
});

test('all of one sort at once, where there are several', () => {
  const two = (text: string) => [finding(text, 'Goood', true, 'Good'), finding(text, 'baad', true, 'bad')];
  check('Goo$0od or baad', two, { 'Write Good!': 'Good or baad', 'Correct all 2 like this (rule)': 'Good or bad' });
});

test('of a selection with several of one sort, all at once are offered once, and to accept them comes last', () => {
  const { report, uri } = fixture('1. Goood, baad');
  const { source } = report.text;
  const findings = [finding(source, 'Goood', true, 'Good'), finding(source, 'baad', true, 'bad')];
  const checked = { ...nothingElse, report, uri, findings, diagnosticOf: () => anywhere };
  assert.deepEqual(
    codeActions(checked, { from: 0, to: source.length }, undefined).map(({ title }) => title),
    [
      'Write Good',
      'Correct all 2 like this (rule)',
      'Write bad',
      'Accept with a reason (rule)',
      'Accept with a reason (rule)',
    ],
  );
});

test('where the editor can, the cursor is put where the reason is to be written', () => {
  const { report, uri, cursor } = fixture('1. Clear.\n\n2. Goo$0od\n');
  const found = goood(report.text.source).slice(0, 1);
  const span = { from: cursor, to: cursor };
  const known = { ...nothingElse, report, uri, findings: found, diagnosticOf: () => anywhere };
  const [, accept] = codeActions({ ...known, takesSnippets: true }, span, undefined);
  const start = { line: 2, character: 0 };
  const value = '<!-- inspectmark-disable-next rule -- $0 -->\n';
  const edits = [{ range: { start, end: start }, snippet: { kind: 'snippet', value } }];
  assert.deepEqual(accept?.edit, { documentChanges: [{ textDocument: { uri, version: null }, edits }] });
});

test('an editor that asks for the reason is told where it goes, and what stands around it', () => {
  const { report, uri, cursor } = fixture('1. Clear.\n\n2. Goo$0od\n');
  const found = goood(report.text.source).slice(0, 1);
  const known = { ...nothingElse, report, uri, findings: found, diagnosticOf: () => anywhere };
  const [, accept] = codeActions({ ...known, asksReasons: true }, { from: cursor, to: cursor }, undefined);
  assert.equal(accept?.edit, undefined);
  assert.deepEqual(accept?.command?.arguments, [
    uri,
    { line: 2, character: 0 },
    '<!-- inspectmark-disable-next rule -- ',
    ' -->\n',
  ]);
});

const anywhere = { message: '', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
