import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideChangeGrade } from '../../client/src/changeGrade.ts';
import type { GradeChoices } from '../../server/src/lsp/protocol.ts';
import { Document, type Editor, newEditor, Uri, WorkspaceEdit } from './vscode.ts';

const care: GradeChoices = {
  area: 'Care leavers',
  position: { line: 4, character: 7 },
  now: ['Good'],
  places: 2,
  choices: ['Inadequate', 'Good'],
};

/** What the server is asked when an author changes a grade and answers so; it tells these choices, one at a time. */
async function asked(
  choices: readonly (GradeChoices | null)[],
  answer: string | undefined,
  argument?: unknown,
  isRunning = true,
): Promise<{ editor: Editor; requests: readonly string[] }> {
  const editor = newEditor({});
  editor.active = new Document(new Uri('/a.inspection'), '');
  editor.answers.push(answer);
  const requests: string[] = [];
  const left = [...choices];
  const client = {
    isRunning: () => isRunning,
    code2ProtocolConverter: { asUri: String, asPosition: (position: unknown) => position },
    protocol2CodeConverter: { asWorkspaceEdit: async () => new WorkspaceEdit() },
    sendRequest: async (
      type: string | { method: string },
      { position, newName = '' }: { position: { line: number }; newName?: string },
    ) => {
      requests.push(`${typeof type === 'string' ? type : type.method} ${position.line} ${newName}`.trim());
      return typeof type === 'string' ? left.shift() : null;
    },
  };
  provideChangeGrade(() => client as never, { uri: new Uri('/a.inspection') } as never);
  await editor.registered.get('inspectmark.changeGrade')?.(argument);
  return { editor, requests };
}

test('the grade that is chosen is written in all places', async () => {
  const { editor, requests } = await asked([care, care], 'Inadequate');
  assert.deepEqual(editor.said, ['The grade, to be written in both places that grade it']);
  assert.deepEqual(requests, [
    'inspectmark/gradeChoices 0',
    'inspectmark/gradeChoices 0',
    'textDocument/rename 4 Inadequate',
  ]);
});

test('the list opens at the grade that the area has', async () => {
  const { requests } = await asked([care, care], 'Enter');
  assert.equal(requests.at(-1), 'textDocument/rename 4 Good');
});

test('from the view it is that of its line', async () => {
  const { requests } = await asked([care, care], 'Good', { line: 24 });
  assert.equal(requests[0], 'inspectmark/gradeChoices 23');
});

test('if the author chooses none, nothing is changed', async () => {
  assert.deepEqual((await asked([care], undefined)).requests, ['inspectmark/gradeChoices 0']);
});

test('if the text is another by then, nothing is changed', async () => {
  const { requests } = await asked([care, { ...care, area: 'Adoption' }], 'Good');
  assert.equal(requests.length, 2);
});

test('where nothing is graded, that is said', async () => {
  assert.match((await asked([null], undefined)).editor.said[0] ?? '', /^This report grades nothing yet/);
});

test('as long as there is no server, that is said', async () => {
  const { editor, requests } = await asked([], undefined, undefined, false);
  assert.deepEqual(requests, []);
  assert.deepEqual(editor.said, ['This report has not been read yet. Try it again in a moment.']);
});
