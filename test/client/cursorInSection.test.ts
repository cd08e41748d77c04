import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorInSection } from '../../client/src/cursorInSection.ts';
import { moveSection, type SectionMove } from '../../server/src/features/moveSection.ts';
import { fixture } from '../features/fixture.ts';

/** The text with the cursor where it is put once the section is moved; nothing where the editor itself keeps it. */
function check(move: SectionMove, notation: string, expected: string | undefined): void {
  const { report, cursor } = fixture(notation);
  const edits = moveSection(report, cursor, move);
  const place = cursorInSection(report.text.source, cursor, edits);
  let text = report.text.source;
  for (const edit of [...edits].reverse()) text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  assert.equal(place === undefined ? undefined : `${text.slice(0, place)}$0${text.slice(place)}`, expected);
}

test('at the end of a section that goes up it stays there, at its last words and in the blank lines below', () => {
  const after = '## Inspection findings\n\n### Two\n\n1. Two.$0\n\n### One\n\n2. One.\n\n3. More.';
  const before = '## Inspection findings\n\n### One\n\n1. One.\n\n2. More.\n\n### Two\n\n3. Two.';
  check('up', `${before}$0`, after);
  check('up', `${before}\n$0`, `${after}\n`);
  check('up', `${before}\n\n$0\n`, `${after}\n\n\n`);
});

test('elsewhere the editor keeps it', () => {
  check('up', '## One\n\nOne.\n\n## Two\n\nTwo$0.\n', undefined);
  check('down', '$0## One\n\nOne.\n\n## Two\n\nTwo.\n', undefined);
  check('down', '## One\n\nOne.\n$0\n## Two\n\nTwo.\n', undefined);
});
