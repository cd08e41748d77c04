import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AnnotatedTextEdit,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  CompletionRequest,
  ExecuteCommandRequest,
  RenameRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  type TextEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { files, marked } from '../notation.ts';
import { at, clientInMemory, pulling, type TestClient } from './testClient.ts';

const annotating: ClientCapabilities = {
  ...pulling,
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

/** A client with the reports of a notation on its disk and the one with the cursor open. */
async function clientWith(notation: string, capabilities = annotating) {
  const texts = new Map([...files(notation)].map(([path, text]) => [path, marked(text)]));
  const client = await clientInMemory({
    capabilities,
    files: Object.fromEntries([...texts].map(([path, { text }]) => [path, text])),
  });
  const [path = '', { text, cursor = 0 } = marked('')] =
    [...texts].find(([, { cursor }]) => cursor !== undefined) ?? [];
  if (path !== '') await client.open(at(path), text);
  return {
    client,
    path,
    params: { textDocument: { uri: at(path) }, position: TextDocument.create('', '', 0, text).positionAt(cursor) },
  };
}

/** The reports that an edit changes, as they are then, and after them what the author is told of it. */
function after({ files }: TestClient, { changes, documentChanges, changeAnnotations }: WorkspaceEdit): string {
  const edited =
    documentChanges ?? Object.entries(changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
  const shown = edited.flatMap(change => {
    if (!('edits' in change)) return [];
    const path = change.textDocument.uri.slice(at('').length);
    const edits = change.edits as (TextEdit | AnnotatedTextEdit)[];
    const told = new Set(
      edits.flatMap(edit => ('annotationId' in edit ? [changeAnnotations?.[edit.annotationId]] : [])),
    );
    const words = [...told].map(each => ` (${each?.label}${each?.needsConfirmation === true ? '?' : ''})`).join('');
    return `--- ${path}${words}\n${TextDocument.applyEdits(TextDocument.create('', '', 0, String(files.get(path))), edits)}`;
  });
  return shown.map(text => text.trim()).join('\n');
}

const two = `--- a.inspection
## Recommendations

1. Ensure it.

3$0. Improve it.

## Annex {#annex}

Text.
--- part/b.inspection
See [it](../a.inspection#recommendation-3), [all](../a.inspection), [another](c.inspection#recommendation-3) and
[the annex](../a.inspection#annex).
--- part/c.inspection
Text.
`;

test('links in other reports follow what is renamed, once the author confirms it', async () => {
  const { client, params } = await clientWith(two);
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...params, newName: '7' });
  assert.equal(
    after(client, edit ?? {}),
    `--- a.inspection
## Recommendations

1. Ensure it.

7. Improve it.

## Annex {#annex}

Text.
--- part/b.inspection (Links from other reports?)
See [it](../a.inspection#recommendation-7), [all](../a.inspection), [another](c.inspection#recommendation-3) and
[the annex](../a.inspection#annex).`,
  );
});

test('and the name of a section', async () => {
  const { client, params } = await clientWith(two.replace('3$0.', '3.').replace('{#annex', '{#an$0nex'));
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'end' });
  const [a, b] = after(client, edit ?? {}).split('--- part/b.inspection');
  assert.match(a ?? '', /\{#end\}/);
  assert.match(b ?? '', /recommendation-3\), .*\n\[the annex\]\(\.\.\/a\.inspection#end\)/);
});

test('no other report is read for what no link can name', async () => {
  const { client, params } = await clientWith(
    '--- a.inspection\nText[^n$0].\n\n[^n]: Note.\n--- b.inspection\nText.\n',
  );
  await client.pull(at('a.inspection'));
  const read: string[] = [];
  client.onRead = () => read.push('b');
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'm' });
  assert.equal(after(client, edit ?? {}), '--- a.inspection\nText[^m].\n\n[^m]: Note.');
  assert.deepEqual(read, []);
});

const wrong = `--- a.inspection
## Recommendations

1. Ensure it.

3. Improve it.
--- b.inspection
## Recommendations

1. See [it](a.inspection#recommendation-3).

1. See [that](b.inspection#recommendation-1).
--- c.inspection
Text.
--- old/d.inspection
## Recommendations

2. Ensure it.
--- inspectmark.json
{ "ignore": ["old"] }
`;

/** What the author is told and asked, and what the reports are then. */
async function renumberedAll(notation: string, capabilities = annotating, answer = 'Renumber Paragraphs') {
  const { client } = await clientWith(notation, capabilities);
  const told: string[] = [];
  client.connection.onRequest(ShowMessageRequest.type, ({ message, actions = [] }) => {
    told.push(message);
    return actions.find(({ title }) => title === answer) ?? null;
  });
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    told.push(after(client, edit));
    return { applied: true };
  });
  client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
  await client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'inspectmark.renumberAll' });
  return told.join('\n');
}

test('all reports of the workspace are renumbered once the author says so, and the links from one to another follow', async () => {
  const asked = 'Numbers would change in a.inspection and b.inspection.';
  const expected = `${asked}
--- a.inspection
## Recommendations

1. Ensure it.

2. Improve it.
--- b.inspection (Links from other reports)
## Recommendations

1. See [it](a.inspection#recommendation-2).

2. See [that](b.inspection#recommendation-1).`;
  assert.equal(await renumberedAll(wrong), expected);
  assert.equal(await renumberedAll(wrong, {}), expected.replace(' (Links from other reports)', ''));
  assert.equal(await renumberedAll(wrong, annotating, 'Close'), asked);
});

test('of many reports the first are named', async () => {
  const report = (name: string) => `--- ${name}.inspection\n## Recommendations\n\n2. Ensure it.\n`;
  const asked = await renumberedAll([...'abcde'].map(report).join(''), annotating, '');
  assert.equal(asked, 'Numbers would change in a.inspection, b.inspection, c.inspection and 2 others.');
});

test('where all numbers are in order the author is told so, and another command does nothing', async () => {
  assert.equal(await renumberedAll('--- a.inspection\nText.\n'), 'The numbers of all reports are in order.');
  const { client } = await clientWith(wrong);
  client.connection.onRequest(ApplyWorkspaceEditRequest.type, () => assert.fail());
  assert.equal(await client.connection.sendRequest(ExecuteCommandRequest.type, { command: 'inspectmark.other' }), null);
});

test('links from other reports follow when one report is renumbered', async () => {
  const { client, params } = await clientWith(two);
  const range = { start: params.position, end: params.position };
  const [action] = (await client.actions(params.textDocument.uri, range, ['source.renumber.inspectmark'])) ?? [];
  assert.ok(action !== undefined && 'edit' in action && action.edit !== undefined);
  assert.match(
    after(client, action.edit),
    /^--- a[^?]*2\. Improve[^?]*--- part\/b.inspection \(Links from other reports\?\)\nSee \[it\]\(\.\.\/a\.inspection#recommendation-2\)/,
  );
});

test('what links need when a file gets another name is told as that', async () => {
  const { client } = await clientWith('--- a.inspection\nSee [it](b.inspection).\n--- b.inspection\nText.\n');
  const renamed = { files: [{ oldUri: at('b.inspection'), newUri: at('c.inspection') }] };
  const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, renamed);
  assert.equal(
    after(client, edit ?? {}),
    '--- a.inspection (Links to files with another name)\nSee [it](c.inspection).',
  );
});

/** What is offered at the cursor, and the line of the first once it is taken. */
async function offered(notation: string): Promise<string> {
  const { client, params, path } = await clientWith(notation);
  const answer = (await client.connection.sendRequest(CompletionRequest.type, params)) ?? [];
  const items = Array.isArray(answer) ? answer : answer.items;
  const edit = items[0]?.textEdit;
  if (edit === undefined || !('range' in edit)) return '';
  const text = TextDocument.applyEdits(TextDocument.create('', '', 0, String(client.files.get(path))), [edit]);
  return `${items.map(({ label }) => label).join(' ')} | ${text.split('\n')[edit.range.start.line]}`;
}

const others = `
--- part/b(final).inspection
## Annex {#annex}

Text.

## Recommendations

1. Ensure it.
--- c.inspection
Text.
--- part/plan.png
--- part/e.txt
`;

test('the path to another report, a picture or a place in a report, written so that it leads there', async () => {
  const folder = (line: string) => offered(`--- a.inspection\n${line}${others}`);
  assert.equal(await folder('See [it]($0).'), 'c.inspection part/b(final).inspection | See [it](c.inspection).');
  assert.equal(
    await folder('See [it](c$0.inspection#d).'),
    'c.inspection part/b(final).inspection | See [it](c.inspection#d).',
  );
  assert.equal(await folder('![A plan]($0)'), 'part/plan.png | ![A plan](part/plan.png)');
  assert.equal(
    await folder('See [it](part/b%28final%29.inspection#$0).'),
    'annex recommendation-1 | See [it](part/b%28final%29.inspection#annex).',
  );
  assert.equal(
    await folder('---\nprevious: $0 # the first\n---\n'),
    'c.inspection part/b(final).inspection | previous: c.inspection # the first',
  );
});

test('from a folder it goes up, and of a name that means more it makes a link', async () => {
  const reports = '--- part/a.inspection\nSee [it]($0).\n--- b(final).inspection\nText.\n';
  assert.equal(await offered(reports), '../b(final).inspection | See [it](../b%28final%29.inspection).');
});

test('none in other words, in a comment, of a web address, and of a report that is not there', async () => {
  for (const line of ['See (it$0', '<!-- [it]($0) -->', 'See [it](https://a.example/#$0)', 'See [it](d.inspection#$0)'])
    assert.equal(await offered(`--- a.inspection\n${line}${others}`), '', line);
});
