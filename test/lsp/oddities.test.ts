import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { at, type ClientOptions, clientInMemory, pushed, summaryOf, type TestClient } from './testClient.ts';

// What people do with files, which no one has foreseen.

const wrong = 'See [it](#anex).\n\n## Annex {#annex}\n\nText.\n';

/** A client that takes note when it is to ask again. */
async function started(options: ClientOptions = {}): Promise<TestClient> {
  const client = await clientInMemory(options);
  client.connection.onRequest('workspace/diagnostic/refresh', () => null);
  return client;
}

const start = { line: 0, character: 0 };

/** Asks everything that an editor asks of a report that it shows; fails if the server has anything to be sorry about. */
async function asked(client: TestClient, uri: string): Promise<string[]> {
  const textDocument = { uri };
  await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  await client.connection.sendRequest(HoverRequest.type, { textDocument, position: start });
  await client.actions(uri, { start, end: { line: 1e9, character: 1e9 } });
  await client.actions(uri, { start, end: start }, ['source.fixAll']);
  const found = await client.pulled(uri);
  assert.deepEqual(client.log, []);
  return found;
}

test('a report of nothing, or of little', async () => {
  const client = await started();
  const uri = at('a.inspection');
  await client.open(uri, '');
  for (const text of [
    '',
    '\n',
    '---',
    '---\n---',
    '---\n---\n',
    '---\nframework: ofsted-sif\n---\n',
    '---\nframework: ofsted-sif\n',
    '\ufeff---\nframework: ofsted-sif\n---\n',
    '---\nframework: [\n---\n',
    '---\n? a\n---\n',
    '#',
    '# ',
    '1.',
    '<!--',
    '[^',
    '|',
    '\r',
    '\ud800',
    '\0',
  ]) {
    await client.change(uri, text);
    await asked(client, uri);
  }
});

test('five million letters', async () => {
  const client = await started();
  const uri = at('a.inspection');
  const paragraphs = Array.from(
    { length: 12_000 },
    (_, i) => `${i + 1}. ${'Plans are made in time and seen by managers. '.repeat(9)}\n`,
  );
  await client.open(uri, paragraphs.join('\n'));
  const first = new Set(await client.pulled(uri));
  const place = { line: 2, character: 3 };
  await client.change(uri, [{ range: { start: place, end: place }, text: 'See [it](#none). ' }]);
  const found = await client.pulled(uri);
  assert.deepEqual(
    found.filter(line => !first.has(line)),
    ['3: unresolved-link'],
  );
});

test('a file that is renamed while it is open', async () => {
  const client = await started({
    files: { 'a.inspection': wrong, 'b.inspection': 'See [it](a.inspection#annex).\n' },
  });
  await client.open(at('a.inspection'), wrong);
  await client.open(at('b.inspection'), 'See [it](a.inspection#annex).\n');
  assert.deepEqual(await client.pulled(at('b.inspection')), []);
  await client.fileChanged('c.inspection', wrong);
  await client.close(at('a.inspection'));
  await client.open(at('c.inspection'), wrong);
  await client.fileChanged('a.inspection', undefined);
  assert.deepEqual(await client.pulled(at('c.inspection')), ['1: unresolved-link']);
  assert.deepEqual(await client.pulled(at('a.inspection')), []);
  assert.deepEqual(await client.pulled(at('b.inspection')), ['1: unresolved-link']);
});

test('a folder that vanishes, of which an editor tells nothing but the folder', async () => {
  const files = { 'old/a.inspection': wrong, 'old/inspectmark.json': '{}', 'b.inspection': '' };
  const client = await started({ files });
  const linking = 'See [it](old/a.inspection#annex).\n';
  await client.open(at('b.inspection'), linking);
  assert.deepEqual(await client.pulled(at('b.inspection')), []);
  const { items } = await client.pullWorkspace();
  const ids = items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  client.files.delete('old/a.inspection');
  client.files.delete('old/inspectmark.json');
  const after = await client.pullWorkspace(ids);
  const gone = after.items.find(({ uri }) => uri === at('old/a.inspection'));
  assert.deepEqual(gone?.kind === 'full' && gone.items, []);
  assert.deepEqual(await client.pulled(at('b.inspection')), ['1: unresolved-link']);
});

test('a report that is saved under a name for the first time', async () => {
  const client = await started({ capabilities: pushed });
  const untitled = 'untitled:Untitled-1';
  await client.open(untitled, wrong);
  assert.equal((await client.published(untitled, () => true)).length, 1);
  client.files.set('a.inspection', wrong);
  await client.close(untitled);
  await client.open(at('a.inspection'), wrong);
  assert.equal((await client.published(at('a.inspection'), () => true)).length, 1);
  assert.equal((await client.published(untitled, ({ diagnostics }) => diagnostics.length === 0)).length, 0);
});

test('a report whose language is taken away and given back', async () => {
  const client = await started({ capabilities: pushed });
  const uri = at('a.inspection');
  for (let i = 0; i < 3; i++) {
    await client.open(uri, wrong, 1);
    await client.published(uri, ({ diagnostics }) => diagnostics.length === 1);
    await client.close(uri);
    await client.published(uri, ({ diagnostics }) => diagnostics.length === 0);
  }
});

test('paths of blanks, signs and other alphabets', async () => {
  const folder = 'reports%20%231/%C3%A9t%C3%A9%20100%25/%E6%A4%9C%E6%9F%BB';
  const files = {
    [`${folder}/b%20c%20%232.inspection`]: '## Annex {#annex}\n\nText.\n',
    [`${folder}/inspectmark.json`]: '{ "rules": { "unresolved-link": "hint" } }',
  };
  const client = await started({ files });
  const uri = at(`${folder}/a.inspection`);
  await client.open(uri, 'See [it](b%20c%20%232.inspection#annex) and [that](#none).\n');
  assert.deepEqual(await asked(client, uri), ['1: unresolved-link']);
  const report = await client.pull(uri);
  assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
});

test('a team’s framework that is broken and mended while a report of it is open', async () => {
  const framework = (grades: string) => `{ "id": "ours", "name": "Ours", "extends": "ofsted-sif"${grades} }`;
  const files = { '.inspectmark/frameworks/ours.json': framework('') };
  const client = await started({ files });
  const uri = at('a.inspection');
  await client.open(uri, '---\nframework: ours\n---\n\nJudgement: Goood\n');
  const before = await client.pulled(uri);
  assert.ok(!before.some(found => found.includes('unknown-framework')), String(before));
  for (const broken of ['{', '', '[]', 'null', '{ "id": "theirs" }']) {
    await client.fileChanged('.inspectmark/frameworks/ours.json', broken);
    await client.pulled(uri);
    await client.fileChanged('.inspectmark/frameworks/ours.json', framework(''));
    assert.deepEqual(await client.pulled(uri), before, broken);
  }
  await client.fileChanged('.inspectmark/frameworks/ours.json', undefined);
  assert.ok((await client.pulled(uri)).some(found => found.includes('unknown-framework')));
  const cleared = await client.published(
    at('.inspectmark/frameworks/ours.json'),
    ({ diagnostics }) => diagnostics.length === 0,
  );
  assert.deepEqual(summaryOf(cleared), []);
});
