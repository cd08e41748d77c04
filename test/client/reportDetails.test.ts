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
  choices: choices.map(value => ({ value, label: `the ${value}` })),
  isRequired: key === 'title',
});

/** What the server is asked when an author answers so, and what the author is asked and told. */
async function asked(answers: readonly (string | undefined)[], { isRunning = true } = {}) {
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
      return value === 'Elx' ? 'It cannot be read.' : [];
    },
  };
  provideReportDetails(() => client as never, { uri: new Uri('/a.inspection') } as never);
  await editor.registered.get('inspectmark.reportDetails')?.();
  return { said: editor.said, requests };
}

const which = 'What is to be filled in, or changed?';

test('details are filled in one after the other, until there is no more to say', async () => {
  const { said, requests } = await asked(['TITLE', 'Ely', 'STATUS', 'the final', undefined]);
  assert.deepEqual(said, [which, 'About title: ', which, 'About status', which]);
  assert.deepEqual(requests, ['inspectmark/detailEdits title Ely', 'inspectmark/detailEdits status final']);
});

test('a detail that is left, or stays the same, changes nothing', async () => {
  const { requests } = await asked(['TITLE', undefined, 'STATUS', 'the draft', undefined]);
  assert.deepEqual(requests, []);
});

test('the list opens at what is to be filled in and goes on to the next, whose choices open at what it says', async () => {
  const { requests, said } = await asked(['Enter', 'Ely', 'Enter', 'Enter', undefined]);
  assert.deepEqual(requests, ['inspectmark/detailEdits title Ely']);
  assert.deepEqual(said.slice(0, 4), [which, 'About title: ', which, 'About status']);
});

test('what cannot be read is asked again, with the reason and what was said', async () => {
  const { said, requests } = await asked(['TITLE', 'Elx', 'Ely', undefined]);
  assert.deepEqual(said, [which, 'About title: ', 'It cannot be read.: Elx', which]);
  assert.deepEqual(requests, ['inspectmark/detailEdits title Elx', 'inspectmark/detailEdits title Ely']);
});

test('without its server a report says so', async () => {
  const { said } = await asked([], { isRunning: false });
  assert.deepEqual(said, ['This report has not been read yet. Try it again in a moment.']);
});
