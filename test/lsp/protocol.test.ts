import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CancellationTokenSource,
  CodeActionKind,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  SetTraceNotification,
  TextDocumentSyncKind,
  type TextEdit,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { at, clientInMemory, pulling, pullingOnce, pushed, summaryOf, type TestClient } from './testClient.ts';

const a = at('a.inspection');
const b = at('b.inspection');

/** Has one finding: a link that leads nowhere. */
const wrong = 'See [it](#anex).\n\n## Annex {#annex}\n\nText.\n';
const right = wrong.replace('anex', 'annex');
/** Right where `b.inspection` has a heading of this name. */
const linking = 'See [it](b.inspection#annex).\n';
const linked = '## Annex {#annex}\n\nText.\n';

const ids = (report: { items: readonly { uri: string; resultId?: string }[] }) =>
  report.items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

const items = (report: Awaited<ReturnType<TestClient['pullWorkspace']>>) =>
  report.items.map(item => [item.uri, item.kind === 'full' ? summaryOf(item.items).join(', ') : 'unchanged']);

test('it says what it does, and in which units it counts', async () => {
  const { capabilities, serverInfo } = (await clientInMemory()).result;
  assert.equal(serverInfo?.name, 'Inspectmark');
  assert.equal(capabilities.positionEncoding, 'utf-16');
  const change = TextDocumentSyncKind.Incremental;
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change, save: true });
  assert.deepEqual(capabilities.diagnosticProvider, {
    identifier: 'inspectmark',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  assert.equal((await clientInMemory({ capabilities: pushed })).result.capabilities.diagnosticProvider, undefined);
});

test('findings are pulled, with an id, and unchanged while the text is the same', async () => {
  const client = await clientInMemory();
  await client.open(a, wrong);
  const first = await client.pull(a);
  assert.ok(first.kind === 'full');
  assert.deepEqual(
    first.items.map(({ range, code, source, severity }) => ({ range, code, source, severity })),
    [
      {
        range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } },
        code: 'unresolved-link',
        source: 'inspectmark',
        severity: 1,
      },
    ],
  );
  const second = await client.pull(a, first.resultId);
  assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  await client.change(a, right);
  const third = await client.pull(a, first.resultId);
  assert.deepEqual(third.kind === 'full' && third.items, []);
});

test('findings are unchanged where an edit has moved none of them', async () => {
  const client = await clientInMemory();
  await client.open(a, `${wrong}More.\n`);
  const point = (line: number, character: number) => ({ line, character });
  const first = await client.pull(a);
  const write = (from: ReturnType<typeof point>, to: ReturnType<typeof point>, text: string) =>
    client.change(a, [{ range: { start: from, end: to }, text }]);
  await write(point(4, 0), point(4, 4), 'Words');
  assert.deepEqual(await client.pull(a, first.resultId), { kind: 'unchanged', resultId: first.resultId });
  // The marked words are written anew: they stand where they stood, but the editor has lost the mark.
  await write(point(0, 9), point(0, 14), '#anex');
  const second = await client.pull(a, first.resultId);
  assert.ok(second.kind === 'full' && second.items.length === 1);
  await write(point(2, 0), point(2, 0), '\n');
  await write(point(2, 0), point(3, 0), '');
  assert.equal((await client.pull(a, second.resultId)).kind, 'full');
});

test('a letter before a finding in its line moves it, one after it does not', async () => {
  const client = await clientInMemory();
  await client.open(a, '## Findings\n\n1. As is said in paragraph 9, plans are clear.\n');
  const type = (character: number) => {
    const point = { line: 2, character };
    return client.change(a, [{ range: { start: point, end: point }, text: 'x' }]);
  };
  const columns = async () => {
    const report = await client.pull(a);
    const found = report.kind === 'full' ? report.items.filter(({ code }) => code === 'unresolved-reference') : [];
    return found.map(({ range }) => range.start.character);
  };
  const [start = 0] = await columns();
  assert.ok(start > 0);
  await type(4);
  assert.deepEqual(await columns(), [start + 1]);
  await type(4);
  assert.deepEqual(await columns(), [start + 2]);
  await type(40);
  assert.deepEqual(await columns(), [start + 2]);
});

test('findings are pushed to a client that does not pull, and are cleared when the report is closed', async () => {
  const client = await clientInMemory({ capabilities: pushed });
  await client.open(a, wrong);
  assert.deepEqual(summaryOf(await client.published(a, () => true)), ['1: unresolved-link']);
  const version = await client.change(a, right);
  assert.deepEqual(await client.published(a, params => params.version === version), []);
  await client.change(a, wrong);
  await client.published(a, ({ diagnostics }) => diagnostics.length === 1);
  await client.close(a);
  await client.published(a, ({ diagnostics }) => diagnostics.length === 0);
});

test('what is pushed is what is pulled', async () => {
  const [push, pull] = [await clientInMemory({ capabilities: pushed }), await clientInMemory()];
  for (const client of [push, pull]) await client.open(a, `${wrong}\nJudgement: Goood\n\n3. One.\n\n1. Two.[^1]\n`);
  const report = await pull.pull(a);
  assert.ok(report.kind === 'full' && report.items.length > 1);
  assert.deepEqual(await push.published(a, () => true), report.items);
});

test('of many changes that come at once only the last text is told', async () => {
  const client = await clientInMemory({ capabilities: pushed });
  const told: (number | undefined)[] = [];
  client.onPublished = ({ version }) => told.push(version);
  await client.open(a, right);
  await client.published(a, () => true);
  for (let i = 0; i < 50; i++) void client.change(a, i % 2 === 0 ? wrong : right);
  const last = await client.change(a, wrong);
  await client.published(a, ({ version }) => version === last);
  assert.ok(told.length < 10, `${told.length} times`);
});

test('changes of one notification count one after the other', async () => {
  const client = await clientInMemory();
  await client.open(a, 'one\r\ntwo\r\n');
  const point = (line: number, character: number) => ({ line, character });
  await client.change(a, [
    { range: { start: point(0, 0), end: point(1, 3) }, text: '# A\r\r\n' },
    { range: { start: point(1, 0), end: point(1, 0) }, text: '😀 see [it](#b)' },
    { range: { start: point(1, 2), end: point(1, 7) }, text: '' },
  ]);
  const report = await client.pull(a);
  assert.ok(report.kind === 'full');
  assert.deepEqual(report.items[0]?.range, { start: point(1, 7), end: point(1, 9) });
});

test('a range that is outside the text or turned round is taken to its nearest place', async () => {
  const client = await clientInMemory();
  await client.open(a, 'Text.');
  const end = { line: 99, character: 99 };
  await client.change(a, [{ range: { start: end, end }, text: '\n\n[it](#a)' }]);
  await client.change(a, [
    { range: { start: { line: 0, character: 99 }, end: { line: -1, character: -1 } }, text: '' },
  ]);
  await client.change(a, [{ range: { start: end, end }, text: '\n' }]);
  assert.deepEqual(await client.pulled(a), ['3: unresolved-link']);
});

test('a stale version or a repeated one never gives an answer from old text', async () => {
  const client = await clientInMemory();
  await client.open(a, wrong, 7);
  const first = await client.pull(a);
  await client.change(a, right, 7);
  assert.deepEqual(await client.pulled(a), []);
  await client.change(a, wrong, 3);
  assert.deepEqual(await client.pulled(a), ['1: unresolved-link']);
  await client.close(a);
  await client.open(a, right, 7);
  const again = await client.pull(a, first.resultId);
  assert.deepEqual(again.kind === 'full' && again.items, []);
});

test('a quick fix mends what it says, in the version it was made for', async () => {
  const client = await clientInMemory();
  await client.open(a, wrong, 5);
  const report = await client.pull(a);
  assert.ok(report.kind === 'full' && report.items[0] !== undefined);
  const [action] = (await client.actions(a, report.items[0].range)) ?? [];
  assert.ok(action !== undefined && 'edit' in action);
  assert.deepEqual(action.diagnostics, [report.items[0]]);
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: a, version: 5 });
  const edits = change.edits.filter(edit => 'newText' in edit);
  await client.change(a, TextDocument.applyEdits(TextDocument.create(a, '', 0, wrong), edits));
  assert.deepEqual(await client.pulled(a), []);
});

test('a client that puts the cursor where an edit says is told where a reason is to be written', async () => {
  const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
  const client = await clientInMemory({ capabilities: { workspace: { workspaceEdit } } });
  await client.open(a, wrong, 5);
  const start = { line: 0, character: 9 };
  const actions = (await client.actions(a, { start, end: start })) ?? [];
  const accept = actions.find(({ title }) => title.startsWith('Accept with a reason'));
  assert.ok(accept !== undefined && 'edit' in accept);
  const [change] = accept.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: a, version: 5 });
  assert.deepEqual(
    change.edits.map(edit => 'snippet' in edit && edit.snippet.value),
    ['<!-- inspectmark-disable-next unresolved-link -- $0 -->\n'],
  );
});

test('a client that knows no versioned edits gets plain ones', async () => {
  const client = await clientInMemory({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(a, wrong);
  const [action] =
    (await client.actions(a, { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } })) ?? [];
  assert.ok(action !== undefined && 'edit' in action);
  assert.deepEqual(Object.keys(action.edit ?? {}), ['changes']);
});

test('all that is certain is fixed at once when asked for by name', async () => {
  const client = await clientInMemory();
  const text = '# A\n\n#### B\n\nText.\n';
  await client.open(a, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const [action] = (await client.actions(a, range, ['source.fixAll.inspectmark'])) ?? [];
  assert.ok(action !== undefined && 'edit' in action);
  assert.equal(action.kind, 'source.fixAll.inspectmark');
  assert.deepEqual(await client.actions(a, range, [CodeActionKind.Refactor]), []);
});

test('a report is renumbered when asked for by name, and not otherwise', async () => {
  const client = await clientInMemory();
  const text = '---\nframework: ofsted-sif\n---\n\n## Recommendations\n\n1. Ensure it.\n\n3. Improve it.\n';
  await client.open(a, text);
  const all = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const [action, ...more] = (await client.actions(a, all, ['source.renumber'])) ?? [];
  assert.deepEqual(more, []);
  assert.ok(action !== undefined && 'edit' in action);
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  assert.equal(
    TextDocument.applyEdits(TextDocument.create(a, '', 0, text), change.edits as TextEdit[]),
    text.replace('3. Improve', '2. Improve'),
  );
  const others = (await client.actions(a, all)) ?? [];
  assert.ok(!others.some(other => 'kind' in other && other.kind?.startsWith('source')));
});

test('what is renamed changes in the version it was asked for, and what cannot be says why', async () => {
  const client = await clientInMemory();
  await client.open(a, right, 4);
  const params = { textDocument: { uri: a }, position: { line: 0, character: 12 } };
  assert.deepEqual(await client.connection.sendRequest(PrepareRenameRequest.type, params), {
    range: { start: { line: 0, character: 10 }, end: { line: 0, character: 15 } },
    placeholder: 'annex',
  });
  const edit = await client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'figures' });
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'edits' in change);
  assert.deepEqual(change.textDocument, { uri: a, version: 4 });
  assert.equal(
    TextDocument.applyEdits(TextDocument.create(a, '', 0, right), change.edits as TextEdit[]),
    right.replaceAll('annex', 'figures'),
  );
  await assert.rejects(client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'two words' }), {
    message: 'A section’s name for links is one word of letters, numbers and hyphens, and no paragraph’s.',
  });
  await client.close(a);
  assert.equal(await client.connection.sendRequest(RenameRequest.type, { ...params, newName: 'x' }), null);
});

test('completion, hints and selection are answered from the newest text', async () => {
  const client = await clientInMemory();
  await client.open(a, 'Words');
  const start = { line: 0, character: 0 };
  await client.change(a, 'See [it](#)\n\n## Annex {#annex}\n');
  const textDocument = { uri: a };
  const offered = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: { line: 0, character: 10 },
  });
  assert.deepEqual(
    (Array.isArray(offered) ? offered : []).map(({ label }) => label),
    ['annex'],
  );
  const range = { start, end: { line: 2, character: 0 } };
  assert.deepEqual(await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range }), []);
  const [selected] =
    (await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [start] })) ?? [];
  assert.deepEqual(selected?.range, { start, end: { line: 0, character: 11 } });
});

test('lenses are for a client that shows places, and for no other', async () => {
  const text = '## Recommendations\n\n1. Act, as paragraph 2 says.\n\n## Findings\n\n2. Help is late.\n';
  const lenses = async (initializationOptions: unknown) => {
    const client = await clientInMemory({ initialize: { initializationOptions } });
    await client.open(a, text);
    const offered = client.result?.capabilities.codeLensProvider !== undefined;
    const given = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: a } });
    return [offered, given?.map(({ command }) => command?.title)];
  };
  assert.deepEqual(await lenses({ showsPlaces: true }), [true, ['Supported by paragraph 2']]);
  assert.equal((await lenses(undefined))[0], false);
});

test('Enter is answered with the next number', async () => {
  const client = await clientInMemory();
  await client.open(a, '## Recommendations\n\n1. Ensure that help is timely.\n\n');
  const position = { line: 4, character: 0 };
  const edits = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
    textDocument: { uri: a },
    position,
    ch: '\n',
    options: { tabSize: 2, insertSpaces: true },
  });
  assert.deepEqual(edits, [{ range: { start: position, end: position }, newText: '2. ' }]);
});

test('a report is formatted, or what a range of it touches', async () => {
  const client = await clientInMemory();
  await client.open(a, '# Old\n');
  void client.change(a, '#  Part\n\n1.  Text.\n');
  const about = { textDocument: { uri: a }, options: { tabSize: 2, insertSpaces: true } };
  const edit = (line: number, from: number) => ({
    range: { start: { line, character: from }, end: { line, character: from + 2 } },
    newText: ' ',
  });
  const { connection } = client;
  const all = await connection.sendRequest(DocumentFormattingRequest.type, about);
  assert.deepEqual(all, [edit(0, 1), edit(2, 2)]);
  const position = { line: 2, character: 4 };
  const range = { start: position, end: position };
  const some = await connection.sendRequest(DocumentRangeFormattingRequest.type, { ...about, range });
  assert.deepEqual(some, [edit(2, 2)]);
});

test('every request is answered from the newest text', async () => {
  const client = await clientInMemory();
  await client.open(a, '# Old\n\n## Older\n\nText.');
  for (const text of [wrong, '# New {#annex}\n\nSee [it](#annex) and [that](#annex).[^1]\n\n[^1]: The\nnote.\n']) {
    void client.change(a, text);
  }
  const textDocument = { uri: a };
  const position = { line: 2, character: 8 };
  const send = client.connection;
  const symbols = await send.sendRequest(DocumentSymbolRequest.type, { textDocument });
  assert.deepEqual(
    symbols?.map(({ name }) => name),
    ['New'],
  );
  assert.equal((await send.sendRequest(FoldingRangeRequest.type, { textDocument }))?.length, 1);
  assert.deepEqual((await send.sendRequest(HoverRequest.type, { textDocument, position }))?.contents, {
    kind: 'markdown',
    value: '**New**',
  });
  const heading = { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } };
  assert.deepEqual(await send.sendRequest(DefinitionRequest.type, { textDocument, position }), [
    { uri: a, range: heading },
  ]);
  const context = { includeDeclaration: true };
  assert.equal((await send.sendRequest(ReferencesRequest.type, { textDocument, position, context }))?.length, 3);
  assert.equal((await send.sendRequest(DocumentHighlightRequest.type, { textDocument, position }))?.length, 3);
  assert.equal((await send.sendRequest(DocumentLinkRequest.type, { textDocument }))?.length, 3);
  assert.ok(await send.sendRequest(SemanticTokensRequest.type, { textDocument }));
});

test('what supports a recommendation is traced in the newest text, and nothing of a report that is closed', async () => {
  const client = await clientInMemory();
  const report =
    '## Recommendations\n\n1. Improve early help.\n\n## Inspection findings\n\n1. Help is late. (Recommendation 1)\n';
  await client.open(a, report);
  const send = client.connection;
  const [item] =
    (await send.sendRequest(CallHierarchyPrepareRequest.type, {
      textDocument: { uri: a },
      position: { line: 2, character: 5 },
    })) ?? [];
  assert.ok(item);
  assert.equal(item.name, '1. Improve early help.');
  void client.change(a, `Words.\n\n${report}`);
  const incoming = await send.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
  assert.deepEqual(
    incoming?.map(({ from, fromRanges }) => [from.name, from.range.start.line, fromRanges[0]?.start]),
    [['1. Help is late.', 8, { line: 8, character: 17 }]],
  );
  const [finding] = incoming?.map(({ from }) => from) ?? [];
  assert.ok(finding);
  const outgoing = await send.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: finding });
  assert.deepEqual(
    outgoing?.map(({ to }) => to.name),
    ['1. Improve early help.'],
  );
  await client.close(a);
  assert.deepEqual(await send.sendRequest(CallHierarchyIncomingCallsRequest.type, { item }), []);
  assert.deepEqual(await send.sendRequest('callHierarchy/incomingCalls', {}), []);
});

test('tokens of a text that has changed since it was asked about are refused, for a client would move them twice', async () => {
  const client = await clientInMemory();
  await client.open(a, '1. Text. (Recommendation 2)\n');
  const asked = client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: a } });
  const refused = assert.rejects(asked, { code: LSPErrorCodes.ContentModified });
  await client.change(a, '\n\n1. Text. (Recommendation 2)\n');
  await refused;
});

test('a client that knows no tree gets the outline as a list, and one without Markdown gets plain words', async () => {
  const client = await clientInMemory({
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] } } },
  });
  await client.open(a, '# One {#a}\n\n## Two\n\nSee [it](#a).');
  const textDocument = { uri: a };
  assert.deepEqual(
    (await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }))?.map(symbol => [
      symbol.name,
      'location' in symbol && symbol.containerName,
    ]),
    [
      ['One', undefined],
      ['Two', 'One'],
    ],
  );
  const position = { line: 4, character: 6 };
  assert.deepEqual((await client.connection.sendRequest(HoverRequest.type, { textDocument, position }))?.contents, {
    kind: 'plaintext',
    value: 'One',
  });
});

test('a position outside the text is taken to its nearest place; a report that is not open has the empty answer', async () => {
  const client = await clientInMemory();
  await client.open(a, right);
  await client.open(b, linked);
  await client.close(b);
  const context = { includeDeclaration: true };
  for (const [uri, position] of [
    [a, { line: 99, character: 99 }],
    [a, { line: -1, character: -1 }],
    [b, { line: 0, character: 0 }],
    [at('never.inspection'), { line: 0, character: 0 }],
  ] as const) {
    const params = { textDocument: { uri }, position };
    const send = client.connection;
    assert.equal(await send.sendRequest(HoverRequest.type, params), null);
    assert.deepEqual(await send.sendRequest(DefinitionRequest.type, params), []);
    assert.deepEqual(await send.sendRequest(ReferencesRequest.type, { ...params, context }), []);
    assert.deepEqual(await send.sendRequest(DocumentHighlightRequest.type, params), []);
    assert.deepEqual(await client.actions(uri, { start: position, end: position }), []);
    if (uri === a) continue;
    assert.deepEqual(await send.sendRequest(DocumentSymbolRequest.type, params), []);
    assert.deepEqual(await send.sendRequest(FoldingRangeRequest.type, params), []);
    assert.deepEqual(await send.sendRequest(DocumentLinkRequest.type, params), []);
    assert.deepEqual(await send.sendRequest(SemanticTokensRequest.type, params), { data: [] });
    assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
  }
});

test('a request that makes it throw is answered emptily and logged, and the next is answered', async () => {
  const client = await clientInMemory();
  await client.open(a, right);
  assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: a } }), null);
  assert.deepEqual(await client.connection.sendRequest('textDocument/definition', {}), []);
  assert.deepEqual(await client.connection.sendRequest('textDocument/diagnostic', {}), { kind: 'full', items: [] });
  await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: a, version: 2 } });
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {});
  await assert.rejects(client.connection.sendRequest('inspectmark/nothing', {}), /Unhandled method/);
  await client.until(() => client.log.find(line => line.includes('TypeError')));
  assert.deepEqual(await client.pulled(a), []);
});

test('a request that is withdrawn has the protocol’s error', async () => {
  const client = await clientInMemory();
  await client.open(a, right);
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest(
    HoverRequest.type,
    { textDocument: { uri: a }, position: { line: 0, character: 0 } },
    source.token,
  );
  source.cancel();
  await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  assert.deepEqual(await client.pulled(a), []);
});

test('a request is withdrawn while it waits for a file', async () => {
  const client = await clientInMemory({ files: { 'b.inspection': linked } });
  const source = new CancellationTokenSource();
  const read = client.holdFiles();
  await client.open(a, linking);
  const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: a } }, source.token);
  await read.begun;
  source.cancel();
  read.release();
  await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  assert.deepEqual(await client.pulled(a), []);
});

test('text that changes while the answer waits for a file: it is the newer that is answered', async () => {
  const client = await clientInMemory({ files: { 'b.inspection': linked } });
  const read = client.holdFiles();
  await client.open(a, linking);
  const asked = client.pulled(a);
  await read.begun;
  await client.change(a, wrong);
  await client.allTaken();
  read.release();
  assert.deepEqual(await asked, ['1: unresolved-link']);
});

test('settings are asked for, and asked for again when they have changed', async () => {
  const client = await clientInMemory({ settings: { rules: { 'unresolved-link': 'off' } } });
  await client.open(a, wrong);
  assert.deepEqual(await client.pulled(a), []);
  client.settings = { rules: { 'unresolved-link': 'hint' } };
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  const report = await client.pull(a);
  assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
  client.settings = { framework: 'ofsted-sif', rules: ['nonsense'] };
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  assert.ok((await client.pulled(a)).some(line => line.includes('missing-')));
});

test('settings are taken as they are sent from a client that cannot be asked', async () => {
  const client = await clientInMemory({ capabilities: pushed });
  await client.open(a, wrong);
  await client.published(a, ({ diagnostics }) => diagnostics.length === 1);
  for (const settings of [
    { inspectmark: { rules: { 'unresolved-link': 'off' } } },
    { rules: { 'unresolved-link': 'off' } },
  ]) {
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    await client.published(a, ({ diagnostics }) => diagnostics.length === 0);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: 'nonsense' });
    await client.published(a, ({ diagnostics }) => diagnostics.length === 1);
  }
});

test('a client that does not answer what its settings are has none', async () => {
  const client = await clientInMemory();
  client.connection.onRequest('workspace/configuration', () => Promise.reject(new Error('No settings.')));
  await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await client.open(a, wrong);
  assert.deepEqual(await client.pulled(a), ['1: unresolved-link']);
});

test('it asks to be told of files that count, where the client can', async () => {
  const client = await clientInMemory();
  const watchers = await client.until(() =>
    client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles'),
  );
  assert.deepEqual(watchers.registerOptions, {
    watchers: [
      { globPattern: '**/*.inspection' },
      { globPattern: '**/*inspectmark.json' },
      { globPattern: '**/.inspectmark/frameworks/*.json' },
    ],
  });
  assert.ok(client.registrations.some(({ method }) => method === 'workspace/didChangeConfiguration'));
  const other = await clientInMemory({ capabilities: pushed });
  await other.open(a, right);
  await other.published(a, () => true);
  assert.deepEqual(other.registrations, []);
});

test('a broken settings file has a finding at its place until it is mended; what it says right counts', async () => {
  const settings = at('inspectmark.json');
  const client = await clientInMemory({
    files: { 'inspectmark.json': '{ "rules": { "unresolved-link": "off", "unresolved-lnk": "off" } }' },
    settings: { rules: { 'unresolved-link': 'hint' } },
  });
  await client.open(a, wrong);
  assert.deepEqual(await client.pulled(a), []);
  const [problem] = await client.published(settings, ({ diagnostics }) => diagnostics.length === 1);
  assert.equal(problem?.code, 'settings');
  assert.deepEqual(problem?.range.start.character, 39);
  await client.fileChanged('inspectmark.json', '{ "rules": ');
  await client.published(settings, ({ diagnostics }) => diagnostics.some(({ severity }) => severity === 1));
  assert.deepEqual(await client.pulled(a), ['1: unresolved-link']);
  await client.fileChanged('inspectmark.json', '{}');
  await client.published(settings, ({ diagnostics }) => diagnostics.length === 0);
  await client.fileChanged('inspectmark.json', 'permission denied');
  const [unread] = await client.published(settings, ({ diagnostics }) => diagnostics.length === 1);
  assert.match(String(unread?.message), /cannot be read: permission denied\./);
  await client.fileChanged('inspectmark.json', undefined);
  await client.published(settings, ({ diagnostics }) => diagnostics.length === 0);
  const report = await client.pull(a);
  assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
});

test('a team’s framework counts, and what is wrong in it is found there', async () => {
  const path = '.inspectmark/frameworks/ours.json';
  const client = await clientInMemory({
    files: {
      [path]: '{ "id": "ours", "title": "Ours", "extends": "generic", "rules": { "unresolved-link": "off" }, "x": 1 }',
    },
  });
  await client.open(a, `---\nframework: ours\n---\n\n${wrong}`);
  assert.deepEqual(
    (await client.pulled(a)).filter(line => line.includes('link')),
    [],
  );
  await client.published(at(path), ({ diagnostics }) => diagnostics.length === 1);
  await client.fileChanged(path, undefined);
  await client.published(at(path), ({ diagnostics }) => diagnostics.length === 0);
  assert.ok((await client.pulled(a)).includes('2: unknown-framework'));
});

test('a report is checked again when one to which it links changes, on the disk or in the editor', async () => {
  for (const capabilities of [pulling, pushed]) {
    const client = await clientInMemory({ capabilities, files: { 'b.inspection': linked } });
    const found = async (...wanted: string[]): Promise<void> => {
      if (capabilities === pulling) assert.deepEqual(await client.pulled(a), wanted);
      else await client.published(a, ({ diagnostics }) => summaryOf(diagnostics).join() === wanted.join());
    };
    await client.open(a, linking);
    await found();
    await client.fileChanged('b.inspection', 'Text.');
    await found('1: unresolved-link');
    await client.open(b, linked);
    await found();
    await client.change(b, 'Text.');
    await found('1: unresolved-link');
    await client.change(b, linked);
    await found();
    await client.close(b);
    await found('1: unresolved-link');
    await client.fileChanged('b.inspection', linked);
    await found();
    await client.fileChanged('b.inspection', undefined);
    await found('1: unresolved-link');
  }
});

test('what stood before another report changed does not stand after it', async () => {
  const earlier = (grade: string) =>
    `---\nframework: ofsted-sif\n---\n\n# Children’s services in Ely are inadequate\n\n2.1 Adoption performance: ${grade}\n`;
  const report = `---
framework: ofsted-sif
previous: b.inspection
---

## Executive summary

Plans are good.

### Previous Ofsted inspections

- Adoption performance: good
`;
  const client = await clientInMemory({ files: { 'b.inspection': earlier('Good') } });
  const told = async (): Promise<number> =>
    (await client.pulled(a)).filter(line => line.endsWith('previous-mismatch')).length;
  await client.open(a, report);
  assert.equal(await told(), 0);
  const start = { line: 7, character: 10 };
  await client.change(a, [{ range: { start, end: start }, text: 'very ' }]);
  assert.equal(await told(), 0);
  await client.fileChanged('b.inspection', earlier('Inadequate'));
  assert.equal(await told(), 1);
});

test('a client that pulls is told to ask again when a file has changed', async () => {
  const client = await clientInMemory({ files: { 'b.inspection': linked } });
  let refreshes = 0;
  client.connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    client.wake();
    return null;
  });
  await client.open(a, linking);
  await client.pulled(a);
  const before = refreshes;
  await client.fileChanged('b.inspection', 'Text.');
  await client.until(() => (refreshes > before ? true : undefined));
});

const contradicting = `---
framework: ofsted-sif
---

## Executive summary

Later life letters are completed in time.

## Inspection findings

1. Later life letters are completed in time.
`;

test('what compares the whole report is told when the author pauses, to a client that can be told again', async () => {
  const insert = [{ range: { start: { line: 6, character: 22 }, end: { line: 6, character: 22 } }, text: ' not' }];
  const settings = { rules: { 'missing-section': 'off', 'missing-metadata': 'off', 'empty-section': 'off' } };
  const isAsked = (codes: readonly unknown[]): boolean => codes.includes('opposite-claims');

  const client = await clientInMemory({ settings });
  const codesOf = async (of: TestClient): Promise<unknown[]> => {
    const report = await of.pull(a);
    return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
  };
  await client.open(a, contradicting);
  assert.equal(isAsked(await codesOf(client)), false);
  const refreshed = new Promise<void>(resolve => {
    client.connection.onRequest('workspace/diagnostic/refresh', () => resolve());
  });
  await client.change(a, insert);
  assert.equal(isAsked(await codesOf(client)), false);
  await refreshed;
  assert.equal(isAsked(await codesOf(client)), true);

  const once = await clientInMemory({ settings, capabilities: pullingOnce });
  await once.open(a, contradicting);
  await once.pull(a);
  await once.change(a, insert);
  assert.equal(isAsked(await codesOf(once)), true);

  const shown = await clientInMemory({ capabilities: pushed });
  await shown.open(a, contradicting);
  await shown.change(a, insert);
  await shown.published(a, ({ diagnostics }) => isAsked(diagnostics.map(({ code }) => code)));
});

test('what waited is told though it was found for the sake of corrections meanwhile', async () => {
  const place = { line: 6, character: 22 };
  const client = await clientInMemory();
  await client.open(a, contradicting);
  await client.pull(a);
  await client.change(a, [{ range: { start: place, end: place }, text: ' not' }]);
  await client.pull(a);
  const refreshed = new Promise<void>(resolve => {
    client.connection.onRequest('workspace/diagnostic/refresh', () => resolve());
  });
  await client.actions(a, { start: place, end: place });
  await refreshed;
  assert.ok((await client.pulled(a)).some(line => line.endsWith('opposite-claims')));
});

test('while the rules that waited are asked, an edit gets in between', async () => {
  const client = await clientInMemory();
  const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');
  const text = `${sample}\n${contradicting.slice(contradicting.indexOf('## '))}`;
  const ends = TextDocument.create('', '', 0, text);
  const start = ends.positionAt(text.lastIndexOf(' completed'));
  await client.open(a, text);
  await client.pull(a);
  const order: string[] = [];
  const told = new Promise<void>(resolve => {
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      order.push('told anew');
      resolve();
    });
  });
  await client.change(a, [{ range: { start, end: start }, text: ' not' }]);
  await client.pull(a);
  client.onPause = () => {
    client.onPause = () => {};
    order.push('paused');
    void client.change(a, [{ range: { start, end: start }, text: ' yet' }]);
    void client.pull(a).then(() => order.push('answered'));
  };
  await told;
  assert.deepEqual(order, ['paused', 'answered', 'told anew']);
});

test('while all rules are asked for the sake of corrections, an edit gets in between', async () => {
  const client = await clientInMemory();
  await client.open(a, readFileSync('samples/rotherham-2018.inspection', 'utf8'));
  const order: string[] = [];
  const start = { line: 60, character: 0 };
  const outlined = new Promise<void>(resolve => {
    let pauses = 0;
    client.onPause = () => {
      // (The first is that before any answer.)
      if (++pauses !== 2) return;
      void client.change(a, [{ range: { start, end: start }, text: 'x' }]);
      void client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: a } }).then(() => {
        order.push('an outline');
        resolve();
      });
    };
  });
  await client.actions(a, { start, end: start }).then(() => order.push('corrections'));
  await outlined;
  assert.deepEqual(order, ['an outline', 'corrections']);
});

test('reports that link to each other, both open, and one not read yet', async () => {
  const client = await clientInMemory({ files: { 'c.inspection': linked } });
  await client.open(a, `${linking}\n## Top {#top}\n\nText.\n`);
  await client.open(b, `${linked}\nSee [it](a.inspection#top) and [it](c.inspection#annex).\n`);
  assert.deepEqual(await client.pulled(a), []);
  assert.deepEqual(await client.pulled(b), []);
});

test('a URI may be spelled in more than one way', async () => {
  const client = await clientInMemory();
  await client.open(at("the%20annex%20(1)%2C%20it's%20here.inspection"), linked);
  await client.open(a, "See [it](the%20annex%20(1),%20it's%20here.inspection#annex).\n");
  assert.deepEqual(await client.pulled(a), []);
});

test('definition, hover and links lead into another report, open or not', async () => {
  const client = await clientInMemory({ files: { 'b.inspection': `Text.\n\n${linked}` } });
  await client.open(a, linking);
  const params = { textDocument: { uri: a }, position: { line: 0, character: 6 } };
  const lines = async () => {
    const locations = (await client.connection.sendRequest(DefinitionRequest.type, params)) ?? [];
    return [locations].flat().map(location => 'range' in location && `${location.uri}:${location.range.start.line}`);
  };
  assert.deepEqual(await lines(), [`${b}:2`]);
  const [link] = (await client.connection.sendRequest(DocumentLinkRequest.type, params)) ?? [];
  assert.ok(link !== undefined && link.target === undefined);
  const target = async () => (await client.connection.sendRequest(DocumentLinkResolveRequest.type, link)).target;
  assert.equal(await target(), `${b}#L3`);
  await client.open(b, linked);
  assert.deepEqual(await lines(), [`${b}:0`]);
  assert.equal(await target(), `${b}#L1`);
  await client.close(b);
  client.files.delete('b.inspection');
  assert.deepEqual(await lines(), []);
  assert.equal(await target(), undefined);
});

test('a folder’s name may end in a slash: what is in it is linked all the same', async () => {
  const folder = { uri: at(''), name: 'work' };
  const client = await clientInMemory({
    files: { 'b.inspection': linked },
    initialize: { workspaceFolders: [folder], rootUri: null },
  });
  await client.open(a, linking);
  const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: a } });
  assert.equal(links?.length, 1);
});

test('the reports of the workspace are checked without being opened', async () => {
  const client = await clientInMemory({
    files: {
      'a.inspection': wrong,
      'b.inspection': right,
      'part/c.inspection': 'See [it](../b.inspection#nowhere).',
      'd.inspection': 'permission denied',
      '.hidden/e.inspection': wrong,
      'old/f.inspection': wrong,
      'inspectmark.json': '{ "ignore": ["old"] }',
    },
  });
  const first = await client.pullWorkspace();
  assert.deepEqual(items(first).sort(), [
    [a, '1: unresolved-link'],
    [b, ''],
    [at('d.inspection'), '1: undefined'],
    [at('old/f.inspection'), ''],
    [at('part/c.inspection'), '1: unresolved-link'],
  ]);
  const second = await client.pullWorkspace(ids(first));
  assert.deepEqual(new Set(items(second).map(([, found]) => found)), new Set(['unchanged']));

  await client.fileChanged('b.inspection', `${right}\n## Nowhere {#nowhere}\n\nText.\n`);
  const third = await client.pullWorkspace(ids(first));
  assert.deepEqual(
    items(third).filter(([, found]) => found !== 'unchanged'),
    [[at('part/c.inspection'), '']],
  );

  await client.open(a, right);
  const fourth = await client.pullWorkspace(ids(third));
  assert.deepEqual(
    items(fourth).filter(([, found]) => found !== 'unchanged'),
    [[a, '']],
  );
  await client.close(a);
  await client.fileChanged('d.inspection', undefined);
  const fifth = await client.pullWorkspace(ids(fourth));
  assert.deepEqual(
    items(fifth)
      .filter(([, found]) => found !== 'unchanged')
      .sort(),
    [
      [a, '1: unresolved-link'],
      [at('d.inspection'), ''],
    ],
  );
});

test('what the outlines of all reports name is found, open or not, by letters in their order', async () => {
  const client = await clientInMemory({
    files: {
      'a.inspection': '# Anytown\n\n## Recommendations\n\n1. Lead in time.\n',
      'part/b.inspection': '# Otherham\n\n## Leaders\n',
      'old/c.inspection': '# Leaving\n',
      'd.inspection': 'permission denied',
      'inspectmark.json': '{ "ignore": ["old"] }',
    },
  });
  const found = async (query: string) => {
    const symbols = (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
    return symbols.map(({ name, location, containerName }) => [
      name,
      location.uri.slice(at('').length),
      'range' in location && location.range.start.line,
      containerName,
    ]);
  };
  const leaders = ['Leaders', 'part/b.inspection', 2, 'Otherham'];
  const lead = ['1. Lead in time.', 'a.inspection', 4, 'Recommendations'];
  assert.deepEqual(await found('LEA'), [lead, leaders]);
  assert.deepEqual(await found('1 it'), [lead]);
  await client.open(a, '## Leaders');
  assert.deepEqual(await found('lead'), [['Leaders', 'a.inspection', 0, undefined], leaders]);
  await client.close(a);
  await client.fileChanged('part/b.inspection', '# Ely\n');
  await client.fileChanged('a.inspection', undefined);
  assert.deepEqual(await found(''), [['Ely', 'part/b.inspection', 0, undefined]]);
});

test('links go on to lead to a report that gets another name, and from it', async () => {
  const client = await clientInMemory({
    files: {
      'a.inspection':
        '---\nprevious: b.inspection\n---\n\nSee [it](b.inspection#annex), [that](./c.inspection) and [here](#b).\n',
      'b.inspection':
        'See [it](a.inspection), ![a plan](plan.png), [all](https://example.org) and [this](b.inspection).\n',
      'part/c.inspection': 'See [it](../b.inspection) and [that](d.inspection).\n',
      'part/d.inspection': '',
    },
  });
  await client.open(b, client.files.get('b.inspection') as string);
  const renamed = async (...names: [string, string][]) => {
    const files = names.map(([oldUri, newUri]) => ({ oldUri: at(oldUri), newUri: at(newUri) }));
    const edit = await client.connection.sendRequest(WillRenameFilesRequest.type, { files });
    return (edit?.documentChanges ?? []).flatMap(change =>
      'edits' in change
        ? (change.edits as TextEdit[]).map(({ range, newText }) => [
            change.textDocument.uri.slice(at('').length),
            `${range.start.line}:${range.start.character}-${range.end.character}`,
            newText,
          ])
        : [],
    );
  };
  assert.deepEqual(await renamed(['b.inspection', 'old/b 2: (final).inspection']), [
    ['b.inspection', '0:9-21', '../a.inspection'],
    ['b.inspection', '0:83-95', 'b%202:%20%28final%29.inspection'],
    ['b.inspection', '0:34-42', '../plan.png'],
    ['a.inspection', '4:9-21', 'old/b%202:%20%28final%29.inspection'],
    ['a.inspection', '1:10-22', '"old/b 2: (final).inspection"'],
    ['part/c.inspection', '0:9-24', '../old/b%202:%20%28final%29.inspection'],
  ]);
  assert.deepEqual(await renamed(['part', 'whole/part']), [['part/c.inspection', '0:9-24', '../../b.inspection']]);
  assert.deepEqual(await renamed(['part/d.inspection', 'part/e.inspection']), [
    ['part/c.inspection', '0:37-49', 'e.inspection'],
  ]);
  assert.deepEqual(await renamed(['b.inspection', 'e.inspection'], ['a.inspection', 'f.inspection']), [
    ['b.inspection', '0:9-21', 'f.inspection'],
    ['b.inspection', '0:83-95', 'e.inspection'],
    ['a.inspection', '4:9-21', 'e.inspection'],
    ['a.inspection', '1:10-22', 'e.inspection'],
    ['part/c.inspection', '0:9-24', '../e.inspection'],
  ]);
});

test('a client that watches no files has the workspace read anew every time', async () => {
  const client = await clientInMemory({
    capabilities: { textDocument: { diagnostic: {} } },
    files: { 'a.inspection': wrong },
  });
  const first = await client.pullWorkspace();
  assert.deepEqual(items(await client.pullWorkspace(ids(first))), [[a, 'unchanged']]);
  client.files.set('a.inspection', right);
  assert.deepEqual(items(await client.pullWorkspace(ids(first))), [[a, '']]);
});

test('a folder that is added is checked, and one that is removed is not', async () => {
  const client = await clientInMemory({
    files: { 'a.inspection': wrong, 'more/b.inspection': wrong },
    initialize: { workspaceFolders: [{ uri: at('more'), name: 'more' }], rootUri: null },
  });
  const first = await client.pullWorkspace();
  assert.deepEqual(items(first), [[at('more/b.inspection'), '1: unresolved-link']]);
  const folder = { uri: at('').slice(0, -1), name: 'work' };
  const removed = [{ uri: at('more'), name: 'more' }];
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [folder], removed },
  });
  assert.equal((await client.pullWorkspace()).items.length, 2);
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [], removed: [folder] },
  });
  assert.deepEqual(items(await client.pullWorkspace(ids(first))), [[at('more/b.inspection'), '']]);
});

test('a report that is not saved yet is checked; its links to others are not', async () => {
  const client = await clientInMemory();
  const untitled = 'untitled:Untitled-1';
  await client.open(untitled, `${wrong}\nSee [it](b.inspection).`);
  assert.deepEqual(await client.pulled(untitled), ['1: unresolved-link']);
});

const windows = Buffer.from('The child\x92s plan, \x93late\x94.\n', 'latin1');
const asRead = windows.toString('utf8');

test('a file that is not UTF-8 is one until it is saved, whatever is typed and however the editor reads it', async () => {
  const client = await clientInMemory({ files: { 'a.inspection': windows, 'b.inspection': windows } });
  const told = async (uri: string) => {
    const report = await client.pull(uri);
    return (report.kind === 'full' ? report.items : []).map(({ range: { start, end }, message }) => [
      `${start.line}:${start.character}–${end.character}`,
      message,
    ]);
  };
  const first =
    'This file is not UTF-8: the byte 0x92 here stands for no character, though in Windows’s old encoding it is “’”. There are 2 more such places. Save the file as UTF-8.';
  const after =
    'This file is not UTF-8, so some of its characters may be shown wrong. Open it again in its own encoding, then save it as UTF-8.';
  await client.open(a, asRead);
  assert.deepEqual(await told(a), [['0:9–10', first]]);
  await client.change(a, asRead.replace('The child\ufffds', 'Each child’s'));
  assert.deepEqual(await told(a), [['0:19–20', after]]);
  await client.open(b, 'The child’s plan, “late”.\n');
  assert.deepEqual(await told(b), [['0:0–0', after]]);
  await client.fileChanged('b.inspection', 'The child’s plan, “late”.\n');
  assert.deepEqual(await told(b), []);
});

test('where a client watches no files, all are read again when a report is saved', async () => {
  const client = await clientInMemory({ capabilities: pushed, files: { 'a.inspection': windows } });
  await client.open(a, asRead);
  assert.deepEqual(summaryOf(await client.published(a, () => true)), ['1: encoding']);
  client.files.set('a.inspection', asRead);
  await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: a } });
  // The characters that could not be read are in the file now.
  await client.published(a, ({ diagnostics }) => diagnostics[0]?.code === 'damaged-character');
  await client.open(b, wrong);
  await client.published(b, ({ diagnostics }) => diagnostics[0]?.severity === 1);
  client.files.set('inspectmark.json', '{ "rules": { "unresolved-link": "hint" } }');
  await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: b } });
  await client.published(b, ({ diagnostics }) => diagnostics[0]?.severity === 4);
});

test('a character that cannot be seen is found when it comes into a text, in a report without a file too', async () => {
  const client = await clientInMemory();
  const uri = 'untitled:Untitled-1';
  await client.open(uri, 'Plans.\n');
  assert.deepEqual(await client.pulled(uri), []);
  const place = { line: 0, character: 5 };
  await client.change(uri, [{ range: { start: place, end: place }, text: ' \0 ' }]);
  assert.deepEqual(await client.pulled(uri), ['1: encoding']);
  await client.change(uri, 'Plans.\n');
  assert.deepEqual(await client.pulled(uri), []);
});

test('what is half typed is told when the author pauses; what was told goes on to be', async () => {
  const client = await clientInMemory();
  let character = 0;
  const told: string[] = [];
  const type = async (letters: string): Promise<void> => {
    for (const letter of letters) {
      const place = { line: 2, character: character++ };
      await client.change(a, [{ range: { start: place, end: place }, text: letter }]);
      told.push(...(await client.pulled(a)));
    }
  };
  await client.open(a, '\n\n\n');
  await client.pulled(a);
  const refreshed = new Promise<void>(resolve => {
    client.connection.onRequest('workspace/diagnostic/refresh', () => resolve());
  });
  await type('1. See [it](#c)');
  assert.deepEqual(told, []);
  await refreshed;
  assert.deepEqual(await client.pulled(a), ['3: unresolved-link']);
  await type('.');
  assert.deepEqual(told, ['3: unresolved-link']);

  const once = await clientInMemory({ capabilities: pullingOnce });
  await once.open(a, '## Findings\n\n1. See [it](#c\n');
  const end = { line: 2, character: 14 };
  await once.change(a, [{ range: { start: end, end }, text: ')' }]);
  assert.deepEqual(await once.pulled(a), ['3: unresolved-link']);
});

test('a settings file that is not UTF-8 has a finding, and counts as it is read', async () => {
  const settings = Buffer.from('\ufeff{ "rules": { "unresolved-link": "hint" } }', 'utf16le');
  const client = await clientInMemory({ files: { 'inspectmark.json': settings } });
  await client.open(a, wrong);
  const report = await client.pull(a);
  assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
  const found = await client.published(at('inspectmark.json'), () => true);
  assert.deepEqual(summaryOf(found), ['1: encoding']);
});

test('how a report stands is told to a client that wants it, and to no other', async () => {
  const told: unknown[] = [];
  const client = await clientInMemory({ initialize: { initializationOptions: { status: true } } });
  client.connection.onNotification('inspectmark/status', status => {
    told.push(status);
    client.wake();
  });
  await client.open(a, '---\nframework: ofsted-sif\n---\n\n# Children’s services in Westbrook are good\n');
  const status = await client.until(() => told[0] as Record<string, unknown> | undefined);
  assert.equal(status.uri, a);
  assert.equal(status.grade, 'Good');
  assert.ok(Number(status.errors) > 0);
  const other = await clientInMemory({ capabilities: pushed });
  other.connection.onNotification('inspectmark/status', () => assert.fail('It did not ask.'));
  await other.open(a, right);
  await other.published(a, () => true);
});

test('what it does is traced when asked for', async () => {
  const client = await clientInMemory({ capabilities: pushed });
  await client.open(a, right);
  await client.published(a, () => true);
  assert.deepEqual(client.log, []);
  await client.connection.sendNotification(SetTraceNotification.type, { value: 'messages' });
  await client.change(a, wrong);
  await client.until(() => client.log.find(line => /a\.inspection: 1 findings in [\d.]+ ms/.test(line)));
});
