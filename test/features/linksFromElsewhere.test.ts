import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linksFromElsewhere } from '../../server/src/features/linksFromElsewhere.ts';
import { fixture } from './fixture.ts';

/** The text when what is called *old* is called *new* everywhere: in this report, in others and outside. */
function check(text: string, expected: string): void {
  const { report } = fixture(text);
  const edits = linksFromElsewhere(report, (_, id) => (id === 'old' ? 'new' : undefined));
  assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits), expected);
}

test('links to other reports alone', () => {
  check(
    'See [it](a.inspection#old) and [that](b/a%20b.inspection#old).',
    'See [it](a.inspection#new) and [that](b/a%20b.inspection#new).',
  );
  for (const text of [
    '[it](#old)',
    '[it](a.inspection#older)',
    '[it](https://a.example/b.inspection#old)',
    '[it](a.pdf#old)',
  ])
    check(text, text);
});
