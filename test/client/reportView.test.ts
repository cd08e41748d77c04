import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReportView, type ReportViewLine } from '../../client/src/reportView.ts';
import { ShownReport } from '../../client/src/shownReport.ts';
import { traceability } from '../../client/src/traceabilityView.ts';
import { matrix } from '../../server/src/features/matrix.ts';
import { fixture } from '../features/fixture.ts';
import { reportIn } from '../reportIn.ts';
import { Document, type Editor, EventEmitter, newEditor, Uri } from './vscode.ts';

/** The view of traceability in an editor, whose server answers so when it is asked about a report. */
function view(answer: (uri: string) => Promise<unknown>) {
  const editor = newEditor({});
  const client = {
    isRunning: () => true,
    code2ProtocolConverter: { asUri: String },
    sendRequest: (_: string, { textDocument: { uri } }: { textDocument: { uri: string } }) => answer(uri),
  };
  const shown = new ShownReport([{ scheme: 'file' }], new EventEmitter<Uri>().event as never);
  const own = new ReportView(traceability, () => client as never, shown);
  return { editor, own, message: () => editor.trees.get(traceability.id)?.message };
}

function activate(editor: Editor, path: string, scheme = 'file'): Document {
  editor.active = new Document(new Uri(path, scheme), '');
  editor.activeChanged.fire();
  return editor.active;
}

const matrixOf = (notation: string) => matrix(fixture(notation).report);

const recommendations = '## Recommendations\n\n1. Train staff.\n\n2. Visit children.\n\n## Inspection findings\n\n';

/** The labels of all lines, those under another after it. */
function labels(lines: readonly ReportViewLine[]): string[] {
  return lines.flatMap(({ label, children }) => [label, ...labels(children)]);
}

/**
 * The labels of a report’s lines, each of which has an id of its own: VS Code takes two with one for the same, or shows
 * none.
 */
async function check(findings: string, ...expected: string[]): Promise<void> {
  const { editor, own } = view(async () => matrixOf(recommendations + findings));
  activate(editor, '/a.inspection');
  const lines = await own.getChildren();
  const ids = (some: readonly ReportViewLine[]): string[] => some.flatMap(({ id, children }) => [id, ...ids(children)]);
  assert.deepEqual(labels(lines), expected);
  assert.equal(new Set(ids(lines)).size, expected.length);
}

test('each line is one of its own, though numbers stand twice', async () => {
  const tagged = '3. Staff are late. (Recommendation 1)\n\n3. Staff are new. (Recommendation 1)\n';
  await check(tagged, '1 ← 3, 3', '3', '3', '2 ← none');
});

test('each line is one of its own, though a paragraph has several tags that lead nowhere', async () => {
  const stray = '3. Staff are late. (Recommendation 8) They are new. (Recommendation 9)\n';
  await check(stray, '1 ← none', '2 ← none', '3 → 8, which is not there', '3 → 9, which is not there');
});

test('what may be meant is said in words: a question mark is not read out', async () => {
  const { editor, own } = view(async () => matrixOf(`${recommendations}3. Train new staff. (Recommendation)\n`));
  activate(editor, '/a.inspection');
  const [one, two] = await own.getChildren();
  assert.deepEqual(
    [one, one?.children[0], two].map(line => line?.spoken),
    [
      'Recommendation 1, perhaps 3. Train staff.',
      'Perhaps finding 3?, Inspection findings. Train new staff.',
      'Recommendation 2, no finding. Visit children.',
    ],
  );
});

test('where findings are not tied to recommendations, none is said to lack one', async () => {
  const text = '# Ely\n\n## What needs to improve?\n\n- The timeliness of visits.\n';
  const { editor, own, message } = view(async () => matrix(reportIn(text, 'ofsted-ilacs')));
  activate(editor, '/a.inspection');
  const [line] = await own.getChildren();
  assert.equal(message(), 'Reports of this kind do not say which findings support a recommendation.');
  assert.deepEqual(
    [line?.label, line?.description, line?.spoken],
    ['The timeliness of visits.', '', 'Recommendation. The timeliness of visits.'],
  );
});

test('a server that ends before it has answered leaves the view empty, and nobody is told in its words', async () => {
  const { editor, own } = view(() =>
    Promise.reject(new Error('Pending response rejected since connection got disposed')),
  );
  activate(editor, '/a.inspection');
  assert.deepEqual(await own.getChildren(), []);
});

test('an answer about the report before is not shown for the one that is', async () => {
  const answers = new Map<string, (answer: unknown) => void>();
  const { editor, own, message } = view(uri => new Promise(resolve => answers.set(uri, resolve)));
  activate(editor, '/a.inspection');
  const before = own.getChildren();
  activate(editor, '/b.inspection');
  const now = own.getChildren();
  answers.get('file:/b.inspection')?.(matrixOf(recommendations));
  assert.equal((await now).length, 2);
  answers.get('file:/a.inspection')?.(matrixOf('# A\n'));
  assert.deepEqual(await before, []);
  assert.equal(message(), 'No finding names any of the 2 recommendations.');
});

test('the report goes on to be shown while something else is active, or an earlier text of it', async () => {
  const { editor, own } = view(async uri => (uri.startsWith('file:') ? matrixOf(recommendations) : null));
  activate(editor, '/a.inspection');
  activate(editor, '/a.inspection', 'git');
  assert.equal((await own.getChildren()).length, 2);
  editor.active = undefined;
  editor.activeChanged.fire();
  assert.equal((await own.getChildren()).length, 2);
});

test('of a report that was closed nothing is shown any more', async () => {
  const { editor, own, message } = view(async () => matrixOf(recommendations));
  const document = activate(editor, '/a.inspection');
  assert.equal((await own.getChildren()).length, 2);
  let renewed = 0;
  own.onDidChangeTreeData(() => renewed++);
  document.isClosed = true;
  editor.closed.fire(document);
  assert.equal(renewed, 1);
  assert.deepEqual(await own.getChildren(), []);
  assert.equal(message(), '');
});
