import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DidSaveTextDocumentNotification,
  SetTraceNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { a, b, right, wrong } from './linkedReports.ts';
import { clientInMemory, pushed, summaryOf } from './testClient.ts';

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
