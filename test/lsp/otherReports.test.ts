import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DefinitionRequest,
  DidChangeWorkspaceFoldersNotification,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  type TextEdit,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { a, b, linked, linking, right, wrong } from './linkedReports.ts';
import { at, clientInMemory, pulling, pushed, rangeOf, summaryOf, type TestClient } from './testClient.ts';

const ids = (report: { items: readonly { uri: string; resultId?: string }[] }) =>
  report.items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

const items = (report: Awaited<ReturnType<TestClient['pullWorkspace']>>) =>
  report.items.map(item => [item.uri, item.kind === 'full' ? summaryOf(item.items).join(', ') : 'unchanged']);

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
  const params = { textDocument: { uri: a }, position: rangeOf(linking, 'it]').start };
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

  // A client may ask about a link that says itself where it leads.
  const web = { range: link.range, target: 'https://a.example/' };
  const logged = client.log.length;
  assert.deepEqual(await client.connection.sendRequest(DocumentLinkResolveRequest.type, web), web);
  assert.equal(client.log.length, logged);
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
