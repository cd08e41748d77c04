import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideExample } from '../../client/src/example.ts';
import { newEditor, Uri } from './vscode.ts';

test('the example is a document of its own, with the words of the report that comes along', async () => {
  const editor = newEditor({
    '/extension/samples/rotherham-2018.inspection': '# Children’s services in Rotherham are good',
  });
  provideExample({ extensionUri: new Uri('/extension') } as never);
  await editor.registered.get('inspectmark.openExample')?.();
  assert.deepEqual(editor.shown, ['new: # Children’s services in Rotherham are good']);
});
