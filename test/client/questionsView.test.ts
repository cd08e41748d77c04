import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionsPageState, QuestionsPageWord } from '../../client/src/questionsPage.ts';
import { QuestionsView } from '../../client/src/questionsView.ts';
import { ShownReport } from '../../client/src/shownReport.ts';
import type { Question } from '../../server/src/lsp/protocol.ts';
import { Document, EventEmitter, newEditor, Uri } from './vscode.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const passage = { place: 'Paragraph 1', before: '', words: 'Late', after: '', range };
const question = (id: string): Question => ({ id, rule: 'rule', message: `${id}?`, passages: [passage], more: 0 });

/** The view in an editor, which shows the questions of `/a.inspection` as `asked` gives them. */
async function view(asked: () => Promise<Question[] | null>) {
  const editor = newEditor({});
  const converter = { asUri: String, asRange: () => range };
  const client = {
    isRunning: () => true,
    code2ProtocolConverter: converter,
    protocol2CodeConverter: converter,
    sendRequest: asked,
  };
  const own = new QuestionsView(
    { extensionUri: new Uri('/extension') } as never,
    () => client as never,
    new ShownReport([{ scheme: 'file' }], new EventEmitter<Uri>().event as never),
  );
  const said: string[] = [];
  own.onDidShow(words => said.push(words));
  const words = new EventEmitter<QuestionsPageWord>();
  const document = new Document(new Uri('/a.inspection'), '');
  editor.active = document;
  editor.pages.get('inspectmark.questions')?.resolveWebviewView({
    visible: true,
    onDidDispose() {},
    webview: { onDidReceiveMessage: words.event, asWebviewUri: String, postMessage: (_: QuestionsPageState) => {} },
  });
  /** Presses a button of the page. */
  const press = async (word: QuestionsPageWord['word']): Promise<void> => {
    words.fire({ word, passage: 0 });
    await settled();
  };
  await press('ready');
  return { editor, document, said, press };
}

/** Lets be done what waits for nothing. */
const settled = () => new Promise(resolve => setImmediate(resolve));

test('the questions are gone through in a circle, each shown in the report', async () => {
  const { editor, said, press } = await view(async () => [question('a'), question('b')]);
  await press('next');
  await press('next');
  await press('previous');
  assert.deepEqual(said, ['Question 1 of 2. a?', 'Question 2 of 2. b?', 'Question 1 of 2. a?', 'Question 2 of 2. b?']);
  assert.deepEqual(editor.shown, Array(3).fill('/a.inspection'));
});

test('a question is answered where it is asked, and explained by its rule', async () => {
  const { editor, press } = await view(async () => [question('a')]);
  await press('answer');
  await press('why');
  assert.deepEqual(editor.shown, ['/a.inspection']);
  assert.deepEqual(editor.commands, ['editor.action.quickFix', 'inspectmark.showRule']);
});

test('a server that ends before it has answered leaves the question that was shown', async () => {
  let answers = async (): Promise<Question[] | null> => [question('a')];
  const { editor, said, press } = await view(() => answers());
  answers = () => Promise.reject(new Error('The connection was closed.'));
  editor.activeChanged.fire();
  await settled();
  assert.deepEqual(said, ['Question 1 of 1. a?']);
  await press('show');
  assert.deepEqual(editor.shown, ['/a.inspection']);
});

test('of a report that was closed no question is asked any more', async () => {
  const { editor, document, said, press } = await view(async () => [question('a')]);
  document.isClosed = true;
  editor.closed.fire(document);
  await settled();
  assert.equal(said.at(-1), 'Open a report to see what only its author can answer.');
  for (const word of ['next', 'answer', 'show', 'why'] as const) await press(word);
  assert.deepEqual([editor.shown, editor.commands, said.length], [[], [], 2]);
});
