import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DocumentSymbolRequest } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { a, right, wrong } from './linkedReports.ts';
import { clientInMemory, pullingOnce, pushed, rangeOf, summaryOf, type TestClient } from './testClient.ts';

test('findings are pulled, with an id, and unchanged while the text is the same', async () => {
  const client = await clientInMemory();
  await client.open(a, wrong);
  const first = await client.pull(a);
  assert.ok(first.kind === 'full');
  assert.deepEqual(
    first.items.map(({ range, code, source, severity }) => ({ range, code, source, severity })),
    [
      {
        range: rangeOf(wrong, '#anex'),
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

const contradicting = `---
framework: ofsted-sif
---

## Executive summary

Later life letters are completed in time.

## Inspection findings

1. Later life letters are completed in time.
`;

test('what compares the whole report is told when the author pauses, to a client that can be told again', async () => {
  const { end } = rangeOf(contradicting, 'letters are');
  const insert = [{ range: { start: end, end }, text: ' not' }];
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
  const place = rangeOf(contradicting, 'letters are').end;
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
  const text = '## Findings\n\n1. See [it](#c\n';
  await once.open(a, text);
  const { end } = rangeOf(text, '(#c');
  await once.change(a, [{ range: { start: end, end }, text: ')' }]);
  assert.deepEqual(await once.pulled(a), ['3: unresolved-link']);
});

test('what was half typed and is right by then is not told when the author goes on to the next line', async () => {
  const client = await clientInMemory();
  await client.open(a, '## Findings\n\n1. See it.\n\n[^9]: A note.\n');
  assert.deepEqual(await client.pulled(a), ['5: unused-footnote']);
  let told: string[] = [];
  let character = 9;
  for (const letter of '[^9]\n') {
    const place = { line: 2, character: character++ };
    await client.change(a, [{ range: { start: place, end: place }, text: letter }]);
    told = await client.pulled(a);
  }
  assert.deepEqual(told, []);
});
