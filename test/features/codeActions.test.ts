import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind } from '../../server/src/features/codeActions.ts';
import type { CheckedFinding } from '../../server/src/rules/check.ts';
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
  const actions = codeActions(report, uri, findings(text), span, only, ({ message, from, to }) => ({
    message,
    range: report.text.range({ from, to }),
  }));
  const document = TextDocument.create(uri, '', 0, text);
  assert.deepEqual(
    Object.fromEntries(
      actions.map(({ title, isPreferred, edit }) => [
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
  check('Goood or bat$0', all, { 'Fix all that is certain': 'Good and bat' }, [fixAllKind]);
  check('Goood or bat$0', all, { 'Fix all that is certain': 'Good and bat' }, ['source']);
  check('Goood or bat$0', goood, { 'Write bad': 'Goood or bad', 'Write bath': 'Goood or bath' }, ['quickfix']);
  check('Goood or bat$0', goood, {}, ['refactor', 'source.fixAll.other']);
});

test('of two that overlap the first', () => {
  const twice = (text: string) => [finding(text, 'Goood', true, 'Good'), finding(text, 'ood', true, 'x')];
  check('Goood$0', twice, { 'Fix all that is certain': 'Good' }, [fixAllKind]);
});
