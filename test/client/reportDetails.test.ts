import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideReportDetails } from '../../client/src/reportDetails.ts';
import type { ReportDetail } from '../../server/src/lsp/protocol.ts';
import { newEditor, Uri } from './vscode.ts';

const detail = (key: string, value: string, choices: readonly string[] = []): ReportDetail => ({
  key,
  label: key.toUpperCase(),
  value,
  hint: `About ${key}`,
  choices,
  isRequired: key === 'title',
});

/** What the server is asked when an author answers so, and what the author is asked and told. */
async function asked(answers: readonly (string | undefined)[], { isRunning = true, isReadable = true } = {}) {
  const editor = newEditor({});
  editor.answers.push(...answers);
  const requests: string[] = [];
  const client = {
    isRunning: () => isRunning,
    code2ProtocolConverter: { asUri: String },
    protocol2CodeConverter: { asTextEdits: async () => [] },
    sendRequest: async (method: string, { key, value }: { key?: string; value?: string }) => {
      if (key === undefined) return [detail('title', ''), detail('status', 'draft', ['draft', 'final'])];
      requests.push(`${method} ${key} ${value}`);
      return isReadable ? [{}] : [];
    },
  };
  provideReportDetails(() => client as never, { uri: new Uri('/a.inspection') } as never);
  await editor.registered.get('inspectmark.reportDetails')?.();
  return { said: editor.said, requests };
}

const which = 'What is to be filled in, or changed?';

test('details are filled in one after the other, until there is no more to say', async () => {
  const { said, requests } = await asked(['TITLE', 'Ely', 'STATUS', 'final', undefined]);
  assert.deepEqual(said, [which, 'About title: ', which, 'About status', which]);
  assert.deepEqual(requests, ['inspectmark/detailEdits title Ely', 'inspectmark/detailEdits status final']);
});

test('a detail that is left, or stays the same, changes nothing', async () => {
  const { requests } = await asked(['TITLE', undefined, 'STATUS', 'draft', undefined]);
  assert.deepEqual(requests, []);
});

test('details that cannot be read say so', async () => {
  const { said } = await asked(['TITLE', 'Ely'], { isReadable: false });
  assert.equal(said.at(-1), 'The details cannot be read as they stand. The list of problems says why.');
});

test('without its server a report says so', async () => {
  const { said } = await asked([], { isRunning: false });
  assert.deepEqual(said, ['This report has not been read yet. Try it again in a moment.']);
});
