import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentHighlights } from '../../server/src/features/documentHighlights.ts';
import { withMarks } from '../notation.ts';
import { fixture } from './fixture.ts';

/** The highlights at the cursor are what is marked, each as `read` or `write`. */
function check(notation: string): void {
  const { report, cursor, marks } = fixture(notation);
  const found = documentHighlights(report, cursor).map(({ range, kind }) => ({
    from: report.text.offsetAt(range.start),
    to: report.text.offsetAt(range.end),
    label: kind === DocumentHighlightKind.Write ? 'write' : 'read',
  }));
  assert.equal(withMarks(report.text.source, found), withMarks(report.text.source, marks));
}

test('a paragraph is written where its number stands, and read elsewhere', () => {
  check(`## The experiences and progress of children who need help and protection

1. One.
^ write
2. As paragraph 1 and [this](#parag$0raph-1) say.
                ^ read
                      ^^^^^^^^^^^^^^^^^^^^ read`);
});

test('a note', () => check('Words.[^1$0]\n      ^^^^ read\n\n[^1]: The note.\n^^^^ write'));

test('none of plain words', () => check('Only wo$0rds.'));
