import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  CodeActionKind,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { a, b, linked, linking, right, wrong } from './linkedReports.ts';
import { at, clientInMemory, rangeOf } from './testClient.ts';

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
  const actions = (await client.actions(a, rangeOf(wrong, '#anex'))) ?? [];
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

test('a client that asks for reasons is given its command, and no edit', async () => {
  const client = await clientInMemory({ initialize: { initializationOptions: { asksReasons: true } } });
  await client.open(a, wrong, 5);
  const actions = (await client.actions(a, rangeOf(wrong, '#anex'))) ?? [];
  const accept = actions.find(({ title }) => title.startsWith('Accept with a reason'));
  assert.deepEqual(accept && 'edit' in accept, false);
  assert.deepEqual(accept?.command, {
    title: 'Accept with a reason (unresolved-link)',
    command: 'inspectmark.acceptWithReason',
    arguments: [a, { line: 0, character: 0 }, '<!-- inspectmark-disable-next unresolved-link -- ', ' -->\n'],
  });
});

test('a client that knows no versioned edits gets plain ones', async () => {
  const client = await clientInMemory({ capabilities: { textDocument: { diagnostic: {} } } });
  await client.open(a, wrong);
  const [action] = (await client.actions(a, rangeOf(wrong, '#anex'))) ?? [];
  assert.ok(action !== undefined && 'edit' in action);
  assert.deepEqual(Object.keys(action.edit ?? {}), ['changes']);
});

test('all that is certain is fixed at once when asked for by name', async () => {
  const client = await clientInMemory();
  const text = '# A\n\n#### B\n\nText.\n';
  await client.open(a, text);
  const range = rangeOf(text, '# A');
  const [action] = (await client.actions(a, range, ['source.fixAll.inspectmark'])) ?? [];
  assert.ok(action !== undefined && 'edit' in action);
  assert.equal(action.kind, 'source.fixAll.inspectmark');
  assert.deepEqual(await client.actions(a, range, [CodeActionKind.Refactor]), []);
});

test('a report is renumbered when asked for by name, and not otherwise', async () => {
  const client = await clientInMemory();
  const text = '---\nframework: ofsted-sif\n---\n\n## Recommendations\n\n1. Ensure it.\n\n3. Improve it.\n';
  await client.open(a, text);
  const all = rangeOf(text, text);
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
  const range = rangeOf(right, 'annex');
  const params = { textDocument: { uri: a }, position: range.start };
  assert.deepEqual(await client.connection.sendRequest(PrepareRenameRequest.type, params), {
    range,
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
  const text = 'See [it](#)\n\n## Annex {#annex}\n';
  await client.change(a, text);
  const textDocument = { uri: a };
  const offered = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument,
    position: rangeOf(text, '(#').end,
  });
  assert.deepEqual(
    (Array.isArray(offered) ? offered : []).map(({ label }) => label),
    ['annex'],
  );
  const sentence = rangeOf(text, 'See [it](#)');
  const range = { start: sentence.start, end: rangeOf(text, '## Annex').start };
  assert.deepEqual(await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range }), []);
  const [selected] =
    (await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [sentence.start] })) ??
    [];
  assert.deepEqual(selected?.range, sentence);
});

test('the places of a grade are edited as one', async () => {
  const title = 'Leadership, management and governance';
  const text = `3. ${title}: Good\n\n## ${title}\n\nJudgement: Good\n`;
  const client = await clientInMemory();
  await client.open(a, text);
  const [first, second] = [
    rangeOf(text, 'Good'),
    { start: { line: 4, character: 11 }, end: { line: 4, character: 15 } },
  ];
  const at = { textDocument: { uri: a }, position: first.end };
  const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, at);
  assert.deepEqual(linked?.ranges, [first, second]);
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

test('what was copied in Word is answered as markup for the newest text, and some words with nothing', async () => {
  const client = await clientInMemory();
  await client.open(a, 'One.\n');
  const text = 'One.[^1]\n\n[^1]: Two.\n';
  await client.change(a, text);
  const { end } = rangeOf(text, 'Two.');
  const range = { start: end, end };
  const pasted = (html: string) =>
    client.connection.sendRequest('inspectmark/pastedReport', { textDocument: { uri: a }, range, html });
  const item = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>7. </span>Plans are late.</p>";
  assert.equal(await pasted(`<h2>Findings</h2>${item}`), '\n\n## Findings\n\n7. Plans are late.');
  assert.equal(await pasted('<b>some words</b>'), null);
  assert.equal(await pasted(''), null);
});

test('details are told, and filled in as the newest text needs it', async () => {
  const client = await clientInMemory();
  await client.open(a, 'One.\n');
  const text = '---\ntitle: One\n---\n';
  await client.change(a, text);
  const textDocument = { uri: a };
  const details = await client.connection.sendRequest<{ key: string; value: string }[]>('inspectmark/reportDetails', {
    textDocument,
  });
  assert.equal(details.find(({ key }) => key === 'title')?.value, 'One');
  const edits = await client.connection.sendRequest('inspectmark/detailEdits', {
    textDocument,
    key: 'title',
    value: 'Two',
  });
  assert.deepEqual(edits, [{ range: rangeOf(text, 'One'), newText: 'Two' }]);
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
  const newest = '# New {#annex}\n\nSee [it](#annex) and [that](#annex).[^1]\n\n[^1]: The\nnote.\n';
  for (const text of [wrong, newest]) void client.change(a, text);
  const textDocument = { uri: a };
  const position = rangeOf(newest, '(#annex').start;
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
  const heading = rangeOf(newest, '# New {#annex}');
  assert.deepEqual(await send.sendRequest(DefinitionRequest.type, { textDocument, position }), [
    { uri: a, range: heading },
  ]);
  const context = { includeDeclaration: true };
  assert.equal((await send.sendRequest(ReferencesRequest.type, { textDocument, position, context }))?.length, 3);
  assert.equal((await send.sendRequest(DocumentHighlightRequest.type, { textDocument, position }))?.length, 3);
  assert.equal((await send.sendRequest(DocumentLinkRequest.type, { textDocument }))?.length, 3);
  assert.ok(await send.sendRequest(SemanticTokensRequest.type, { textDocument }));
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
  const text = '# One {#a}\n\n## Two\n\nSee [it](#a).';
  await client.open(a, text);
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
  const position = rangeOf(text, 'it]').start;
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
