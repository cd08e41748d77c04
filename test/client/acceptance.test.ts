import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideAcceptance } from '../../client/src/acceptance.ts';
import { newEditor, Position, Uri, workspace } from './vscode.ts';

/** A report in which a finding is accepted, and what the author was asked. */
async function accepted(reason: string | undefined): Promise<{ text: string; said: readonly string[] }> {
  const editor = newEditor({ '/a.inspection': '## Two\n\n2. Late.' });
  const document = await workspace.openTextDocument(new Uri('/a.inspection'));
  editor.answers.push(reason);
  const protocol2CodeConverter = { asUri: () => document.uri, asPosition: ({ line }: Position) => new Position(line) };
  provideAcceptance(() => ({ protocol2CodeConverter }) as never);
  const run = editor.registered.get('inspectmark.acceptWithReason') as (...given: readonly unknown[]) => unknown;
  await run('file:/a.inspection', { line: 2 }, '<!-- accepted -- ', ' -->\n');
  return { text: document.text, said: editor.said };
}

test('a finding is accepted with the reason that its author gives', async () => {
  assert.deepEqual(await accepted('So published.'), {
    text: '## Two\n\n<!-- accepted -- So published. -->\n2. Late.',
    said: ['Why is it meant so? Readers of the report do not see it.: '],
  });
});

test('whoever gives none by Escape accepts nothing', async () => {
  assert.equal((await accepted(undefined)).text, '## Two\n\n2. Late.');
});

test('no reason ends its comment', async () => {
  assert.equal((await accepted('A --> B')).text, '## Two\n\n<!-- accepted -- A  B -->\n2. Late.');
});
