import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideNewReport } from '../../client/src/newReport.ts';
import { Document, type Editor, newEditor, Uri } from './vscode.ts';

/** An editor in which *New Report* can be run, and the reports of which the server was asked. */
function newReports(): { editor: Editor; asked: string[] } {
  const editor = newEditor({});
  const asked: string[] = [];
  const client = {
    code2ProtocolConverter: { asUri: ({ scheme, path }: Uri) => `${scheme}:${path}` },
    sendRequest: async (_method: string, { uri }: { uri: string }) => {
      asked.push(uri);
      return ['One', 'Two'].map(title => ({ framework: title.toLowerCase(), title, snippet: `framework: ${title}` }));
    },
  };
  provideNewReport(() => client as never);
  return { editor, asked };
}

const run = (editor: Editor, argument?: unknown) => editor.registered.get('inspectmark.newReport')?.(argument);

test('a new report has the framework that was chosen, and is to be filled in', async () => {
  const { editor } = newReports();
  editor.answers.push('Two');
  await run(editor);
  assert.deepEqual(editor.said, ['By which framework was the inspection?']);
  assert.deepEqual([editor.shown, editor.snippets], [['new: '], ['framework: Two']]);
});

test('where no framework is chosen there is no new report', async () => {
  const { editor } = newReports();
  await run(editor);
  assert.deepEqual([editor.shown, editor.commands], [[], []]);
});

test('a report that is shown and empty becomes the new one', async () => {
  for (const [text, shown] of [
    ['', []],
    ['# Ely', ['new: ']],
  ] as const) {
    const { editor } = newReports();
    editor.active = new Document(new Uri('/ely.inspection'), text);
    await run(editor, 'one');
    assert.deepEqual([editor.shown, editor.snippets], [shown, ['framework: One']]);
  }
});

test('a framework that is given is not asked for', async () => {
  const { editor } = newReports();
  await run(editor, 'one');
  assert.deepEqual([editor.said, editor.snippets], [[], ['framework: One']]);
});

test('the frameworks are those of the report that is shown, else of the folder that is open', async () => {
  const { editor, asked } = newReports();
  await run(editor, 'one');
  editor.folders = [new Uri('/shelf')];
  await run(editor, 'one');
  editor.active = new Document(new Uri('/elsewhere/a.inspection'), '');
  await run(editor, 'one');
  assert.deepEqual(asked, ['untitled:New', 'file:/shelf/new.inspection', 'file:/elsewhere/a.inspection']);
});
