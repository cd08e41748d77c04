import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReport } from '../../client/src/newReport.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { newEditor } from './vscode.ts';

test('a new report has the framework that was chosen, and the rest is to be filled in', async () => {
  for (const id of builtInFrameworks.ids) {
    const editor = newEditor({});
    editor.answers.push(builtInFrameworks.get(id)?.title);
    await newReport();
    assert.deepEqual(editor.said, ['By which framework was the inspection?']);
    assert.deepEqual(editor.shown, ['new: ']);
    assert.ok(editor.snippets[0]?.startsWith(`---\nframework: ${id}\nprovider: \${2:`), editor.snippets[0]);
  }
});

test('where no framework is chosen there is no new report', async () => {
  const editor = newEditor({});
  await newReport();
  assert.deepEqual([editor.shown, editor.commands], [[], []]);
});

test('a framework that is given is not asked for', async () => {
  const editor = newEditor({});
  await newReport('ofsted-ilacs');
  assert.deepEqual(editor.said, []);
  assert.equal(editor.snippets.length, 1);
});
