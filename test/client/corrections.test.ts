import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideCorrections } from '../../client/src/corrections.ts';
import { Document, newEditor, Uri } from './vscode.ts';

/** What an author is told by a command in a report with these problems, for which the server offers nothing. */
async function told(command: string, problems: readonly string[], offers: unknown = []): Promise<readonly string[]> {
  const editor = newEditor({});
  editor.active = new Document(new Uri('/a.inspection'), '1. Visits are late.\n');
  editor.problems = problems;
  const client = {
    sendRequest: async () => offers,
    code2ProtocolConverter: { asTextDocumentIdentifier: () => ({}), asRange: () => ({}) },
  };
  provideCorrections(() => client as never);
  await editor.registered.get(command)?.();
  return editor.said;
}

const inOrder = 'The numbers of this report are in order';

test('where nothing is to be renumbered, that is said', async () => {
  for (const problems of [[], ['tag-position']])
    assert.deepEqual(await told('inspectmark.renumber', problems), [`${inOrder}.`]);
  assert.deepEqual(await told('inspectmark.renumber', [], null), [`${inOrder}.`]);
});

test('that some paragraphs have no number that is read, is said as well', async () => {
  for (const rule of ['hidden-number', 'missing-number'])
    assert.deepEqual(await told('inspectmark.renumber', ['tag-position', rule]), [
      `${inOrder}, but some paragraphs have none that is read: they are in the list of problems.`,
    ]);
});

test('where nothing is certain, that is said', async () => {
  assert.deepEqual(await told('inspectmark.correctAll', []), [
    'Nothing in this report can be corrected without your choosing.',
  ]);
});
