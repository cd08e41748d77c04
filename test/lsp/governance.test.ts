import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import type { NewReport } from '../../server/src/lsp/protocol.ts';
import { a, right, wrong } from './linkedReports.ts';
import { at, clientInMemory, pushed, summaryOf } from './testClient.ts';

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

test('a report without a file is governed by the folder that is open, and a new one can be by its frameworks', async () => {
  const framework = '{ "id": "ours", "title": "Ours", "extends": "generic" }';
  const client = await clientInMemory({
    files: {
      '.inspectmark/frameworks/ours.json': framework,
      'inspectmark.json':
        '{ "rules": { "unresolved-link": "hint" }, "overrides": [{ "files": ["*"], "rules": { "unresolved-link": "off" } }] }',
    },
  });
  const untitled = 'untitled:Untitled-1';
  await client.open(untitled, `---\nframework: ours\n---\n\n# Ely\n\nSee [it](#nowhere).\n`);
  const report = await client.pull(untitled);
  assert.ok(report.kind === 'full');
  assert.deepEqual(
    report.items
      .filter(({ code }) => /framework|link/.test(String(code)))
      .map(({ code, severity }) => [code, severity]),
    [['unresolved-link', 4]],
  );
  const all = await client.connection.sendRequest<NewReport[]>('inspectmark/newReports', { uri: untitled });
  assert.equal(all[0]?.framework, 'ours');
  assert.match(all[0]?.snippet ?? '', /^---\nframework: ours\n/);
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
