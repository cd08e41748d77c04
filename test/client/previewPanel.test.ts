import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PreviewPanel } from '../../client/src/previewPanel.ts';
import { ShownReport } from '../../client/src/shownReport.ts';
import { Document, EventEmitter, newEditor, Panel, Uri } from './vscode.ts';

/** The preview in an editor whose server answers with a report's path; what it has shown. */
function preview() {
  const editor = newEditor({});
  const client = {
    isRunning: () => true,
    code2ProtocolConverter: { asUri: String },
    sendRequest: async (_: string, { textDocument: { uri } }: { textDocument: { uri: string } }) => ({ html: uri }),
  };
  const own = new PreviewPanel(
    { extensionUri: new Uri('/extension') } as never,
    () => client as never,
    new ShownReport([{ scheme: 'file' }], new EventEmitter<Uri>().event as never),
  );
  const shown: string[] = [];
  own.onDidShow(html => shown.push(html));
  /** Gives it back a panel, as VS Code does in a window that is loaded again, and lets its page say that it is there. */
  const bringBack = async (panel = new Panel()): Promise<Panel> => {
    await editor.broughtBack.get('inspectmark.preview')?.(panel);
    await ready(panel);
    return panel;
  };
  return { editor, shown, bringBack };
}

/** The page says that it is there, and what then waits for nothing is done. */
async function ready(panel: Panel): Promise<void> {
  panel.words.fire({ word: 'ready' });
  await new Promise(resolve => setImmediate(resolve));
}

const report = () => new Document(new Uri('/a.inspection'), '');

test('a panel that is brought back shows the report that is active', async () => {
  const { editor, shown, bringBack } = preview();
  editor.active = report();
  const panel = await bringBack();
  assert.deepEqual([panel.title, shown], ['Preview a.inspection', ['file:/a.inspection']]);
});

test('it shows a report that is seen while something else is active', async () => {
  const { editor, shown, bringBack } = preview();
  editor.active = new Document(new Uri('/a.json', 'other'), '');
  editor.visible = [editor.active, report()];
  await bringBack();
  assert.deepEqual(shown, ['file:/a.inspection']);
});

test('brought back before any report is there, it shows the first that is', async () => {
  const { editor, shown, bringBack } = preview();
  const panel = await bringBack();
  assert.deepEqual([panel.webview.html, shown], ['', []]);
  editor.active = report();
  editor.activeChanged.fire();
  await ready(panel);
  assert.equal(shown.at(-1), 'file:/a.inspection');
});

test('it goes over to another report in the same folder, whose page is there already', async () => {
  const { editor, shown, bringBack } = preview();
  editor.active = report();
  const panel = await bringBack();
  editor.active = new Document(new Uri('/b.inspection'), '');
  editor.activeChanged.fire();
  await new Promise(resolve => setImmediate(resolve));
  assert.deepEqual([panel.title, shown.at(-1)], ['Preview b.inspection', 'file:/b.inspection']);
});

test('there is one preview: one that was opened meanwhile gives way', async () => {
  const { editor, bringBack } = preview();
  editor.active = report();
  const opened = await bringBack();
  const broughtBack = await bringBack();
  assert.deepEqual([opened.isDisposed, broughtBack.isDisposed], [true, false]);
  assert.equal(broughtBack.title, 'Preview a.inspection');
});
