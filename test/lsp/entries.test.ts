import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { nodeHost } from '../../server/src/lsp/nodeHost.ts';
import { clientOfProcess, pushed, summaryOf, TestClient } from './testClient.ts';

// What `npm run build` has written to dist/.

const wrong = 'See [it](#anex).\n\n## Annex {#annex}\n\nText.\n';
const linking = 'See [it](b.inspection#annex).\n';

/** A folder on the disk with these files, removed after the test. */
function folderWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'inspectmark-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const uriOf = (...parts: string[]): string => pathToFileURL(join(...parts)).href;

for (const argv of [
  ['dist/cli.js', 'lsp', '--stdio'],
  ['dist/server.js', '--stdio'],
]) {
  test(`node ${argv.join(' ')}: a whole session`, async context => {
    const folder = folderWith(context, {
      'b.inspection': '## Annex {#annex}\n\nText.\n',
      'part/inspectmark.json': '{ "rules": { "unresolved-link": "hint" } }',
    });
    const client = await clientOfProcess(argv, uriOf(folder));
    const a = uriOf(folder, 'a.inspection');
    const inPart = uriOf(folder, 'part/a.inspection');
    await client.open(a, linking);
    assert.deepEqual(await client.pulled(a), []);
    await client.change(a, wrong);
    assert.deepEqual(await client.pulled(a), ['1: unresolved-link']);
    await client.open(inPart, wrong);
    const report = await client.pull(inPart);
    assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
    const { items } = await client.pullWorkspace();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [uriOf(folder, 'b.inspection')],
    );
    await client.end();
    assert.equal(await client.exit, 0);
  });
}

test('the code of a finding leads to the rule’s page, as it is installed', async context => {
  const folder = folderWith(context, {});
  const capabilities = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };
  const client = await clientOfProcess(['dist/server.js', '--stdio'], uriOf(folder), { capabilities });
  const a = uriOf(folder, 'a.inspection');
  await client.open(a, wrong);
  const [finding] = await client.published(a, ({ diagnostics }) => diagnostics.length > 0);
  assert.match(
    readFileSync(new URL(finding!.codeDescription!.href), 'utf8'),
    /^# A link leads to something that is not there\n/,
  );
  await client.end();
});

test('a server that is left without being asked to end says so by its exit code', async context => {
  const client = await clientOfProcess(['dist/server.js', '--stdio'], uriOf(folderWith(context, {})));
  client.toServer.end();
  assert.equal(await client.exit, 1);
});

test('what is no message at all is skipped, and the next message is answered', async context => {
  const client = await clientOfProcess(['dist/server.js', '--stdio'], uriOf(folderWith(context, {})));
  const a = 'untitled:Untitled-1';
  await client.open(a, wrong);
  const sent = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  for (const nonsense of [
    sent('{ "jsonrpc": "2.0", '),
    sent('[]'),
    sent('null'),
    sent('{ "jsonrpc": "2.0", "method": "textDocument/didOpen" }'),
    sent('{ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": { "textDocument": 7 } }'),
    sent(`{ "jsonrpc": "2.0", "id": 999, "method": "textDocument/hover", "params": [] }`),
    'Content-Length: many\r\n\r\n',
    'No header at all\r\n\r\n',
  ]) {
    client.toServer.write(nonsense);
    let found: string[] | undefined;
    void client.pulled(a).then(answer => {
      found = answer;
    });
    // The reader lets what came together with a broken header lie until something else comes.
    for (; found === undefined; await setImmediate()) await client.connection.sendNotification('$/nothing', {});
    assert.deepEqual(found, ['1: unresolved-link'], nonsense);
  }
  await client.end();
});

test('a file that vanishes, a folder in a file’s place, and what may not be read', async context => {
  const folder = folderWith(context, {
    'a.inspection': linking,
    'b.inspection': '## Annex {#annex}\n\nText.\n',
    'c/inspectmark.json/not.txt': '',
    'c/c.inspection': wrong,
    'closed/d.inspection': wrong,
    'e.inspection': wrong,
  });
  chmodSync(join(folder, 'closed'), 0);
  chmodSync(join(folder, 'e.inspection'), 0);
  chmodSync(folder, 0o755);
  const elsewhere = { read: async () => undefined, list: async () => [], find: async () => [], pause: async () => {} };
  const host = nodeHost(elsewhere);
  const asNobody = process.geteuid?.() === 0;
  if (asNobody) process.seteuid?.(65534); // root may read everything
  try {
    assert.deepEqual(await host.find(uriOf(folder), '.inspection'), [
      uriOf(folder, 'a.inspection'),
      uriOf(folder, 'b.inspection'),
      uriOf(folder, 'c/c.inspection'),
      uriOf(folder, 'e.inspection'),
    ]);
    assert.deepEqual(await host.find(uriOf(folder, 'closed'), '.inspection'), []);
    assert.deepEqual(await host.list(uriOf(folder, 'none'), '.inspection'), []);
    assert.deepEqual(await host.read(uriOf(folder, 'a.inspection')), {
      text: linking,
      marked: false,
      problem: undefined,
    });
    const unread = 'it may not be opened (permission denied)';
    assert.deepEqual(await host.read(uriOf(folder, 'e.inspection')), { unread });
    assert.deepEqual(await host.read(uriOf(folder, 'closed/d.inspection')), { unread });
    assert.equal(await host.read(uriOf(folder, 'c/inspectmark.json')), undefined);
    assert.equal(await host.read(uriOf(folder, 'c/inspectmark.json/no.json')), undefined);
    assert.equal(await host.read('file://host.invalid/a'), undefined);
    assert.equal(await host.read('vscode-vfs://github/a'), undefined);
  } finally {
    if (asNobody) process.seteuid?.(0);
    chmodSync(join(folder, 'closed'), 0o755);
  }
  const client = await clientOfProcess(['dist/server.js', '--stdio'], uriOf(folder), { capabilities: pushed });
  const a = uriOf(folder, 'a.inspection');
  await client.open(a, linking);
  assert.deepEqual(await client.published(a, () => true), []);
  rmSync(join(folder, 'b.inspection'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(folder, 'b.inspection'), type: 3 }],
  });
  const found = await client.published(a, ({ diagnostics }) => diagnostics.length > 0);
  assert.deepEqual(summaryOf(found), ['1: unresolved-link']);
  await client.open(uriOf(folder, 'c/c.inspection'), wrong);
  const inC = await client.published(uriOf(folder, 'c/c.inspection'), () => true);
  assert.deepEqual(summaryOf(inC), ['1: unresolved-link']);
  await client.end();
});

test('in a worker the server has its files from the client', async context => {
  // A browser's worker has these two; the rest of the world in it is Node's.
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     globalThis.postMessage = message => parentPort.postMessage(message);
     globalThis.addEventListener ??= () => {};
     parentPort.on('message', data => globalThis.onmessage({ data }));
     require(${JSON.stringify(join(process.cwd(), 'dist/server.browser.js'))});`,
    { eval: true },
  );
  context.after(() => worker.terminate());
  const files: Readonly<Record<string, string | { bytes: string }>> = {
    'vscode-vfs://github/r/old.inspection': { bytes: 'The child\x92s plan.\n' },
    'vscode-vfs://github/r/b.inspection': '## Annex {#annex}\n\nText.\n',
    'vscode-vfs://github/r/inspectmark.json': '{ "rules": { "unresolved-link": "hint" } }',
  };
  const client = TestClient.ofWorker(worker);
  client.connection.onRequest<unknown, void>('inspectmark/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  client.connection.onRequest('inspectmark/findFiles', ({ folder, pattern }: { folder: string; pattern: string }) =>
    pattern === '**/*.inspection'
      ? Object.keys(files).filter(uri => uri.startsWith(folder) && uri.endsWith('.inspection'))
      : [],
  );
  await client.initialize({}, 'vscode-vfs://github/r');
  const a = 'vscode-vfs://github/r/a.inspection';
  await client.open(a, linking);
  assert.deepEqual(await client.pulled(a), []);
  await client.change(a, wrong);
  const report = await client.pull(a);
  assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
  const { items } = await client.pullWorkspace();
  assert.deepEqual(
    items.map(({ uri, kind, ...item }) => [uri.replace(/.*\//, ''), 'items' in item && summaryOf(item.items)]),
    [
      ['b.inspection', []],
      ['old.inspection', ['1: encoding']],
    ],
  );
});
