import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientCapabilities, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import { clientInMemory, pulling } from './testClient.ts';

const showing: ClientCapabilities = { ...pulling, window: { workDoneProgress: true } };

/** What an author is shown while so many reports are checked; and when they are asked for again. */
async function shown(count: number, capabilities = showing): Promise<[string, string]> {
  const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.inspection`, 'Text.\n']));
  const client = await clientInMemory({ capabilities, files });
  const told: string[] = [];
  client.connection.onRequest(WorkDoneProgressCreateRequest.type, () => {
    told.push('created');
  });
  client.connection.onNotification('$/progress', ({ value: { kind, title, message } }) => {
    told.push(title ?? message ?? kind);
  });
  const first = await client.pullWorkspace();
  await client.allTaken();
  const shown = told.join(', ');
  told.length = 0;
  const previous = first.items.flatMap(({ uri, resultId }) =>
    resultId === undefined ? [] : [{ uri, value: resultId }],
  );
  await client.pullWorkspace(previous);
  await client.allTaken();
  return [shown, told.join(', ')];
}

test('while many reports are read it is shown how far that is, and not when nothing is read', async () => {
  const [first, second] = await shown(21);
  assert.match(first, /^created, Checking reports, 1 of 21, 2 of 21, .*, 20 of 21, 21 of 21, end$/);
  assert.equal(second, '');
});

test('nothing is shown of few reports, or where the client shows nothing', async () => {
  assert.deepEqual(await shown(20), ['', '']);
  assert.deepEqual(await shown(21, pulling), ['', '']);
});
