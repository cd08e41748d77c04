import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideCorrections } from '../../client/src/corrections.ts';
import { Document, newEditor, Uri } from './vscode.ts';

/** What an author is told by a command in a report with these problems, for which the server offers nothing. */
async function told(command: string, problems: readonly string[], offers: unknown = []): Promise<readonly string[]> {
  const editor = newEditor({});
  editor.active = new Document(new Uri('/a.inspection'), '1. Visits are late.\n');
  editor.problems = problems;
  provideCorrections(() => clientThat(async () => offers));
  await editor.registered.get(command)?.();
  return editor.said;
}

/** A client whose server is asked so. */
function clientThat(answers: (asked: Document) => Promise<unknown>, isRunning = true) {
  const code2ProtocolConverter = { asTextDocumentIdentifier: (document: Document) => document, asRange: () => ({}) };
  return {
    isRunning: () => isRunning,
    sendRequest: (_: unknown, { textDocument }: { textDocument: Document }) => answers(textDocument),
    code2ProtocolConverter,
  } as never;
}

const inOrder = 'The numbers of this report are in order';

test('where nothing is to be renumbered, that is said', async () => {
  for (const problems of [[], ['tag-position']])
    assert.deepEqual(await told('inspectmark.renumber', problems), [`${inOrder}.`]);
  assert.deepEqual(await told('inspectmark.renumber', [], null), [`${inOrder}.`]);
});

test('that some paragraphs have no number that is read, is said as well', async () => {
  for (const rule of ['hidden-number', 'missing-number'])
    assert.deepEqual(await told('inspectmark.renumber', ['tag-position', rule]), [
      `${inOrder}, but some paragraphs have none that is read: they are in the list of problems.`,
    ]);
});

test('where nothing is certain, that is said', async () => {
  assert.deepEqual(await told('inspectmark.correctAll', []), [
    'Nothing in this report can be corrected without your choosing.',
  ]);
});

test('where a section has no neighbour, that is said', async () => {
  for (const [command, side] of [
    ['inspectmark.moveSectionUp', 'above'],
    ['inspectmark.moveSectionDown', 'below'],
  ] as const)
    assert.deepEqual(await told(command, []), [`No section of the same level stands ${side} this one.`]);
});

test('a finding is tagged with the recommendation that is chosen; where there is none to tag, that is said', async () => {
  const kind = 'refactor.tag.inspectmark';
  const offers = ['Two', 'One'].map(title => ({ title, kind, edit: title }));
  for (const [answer, applied] of [
    ['One', ['One']],
    [undefined, []],
  ] as const) {
    const editor = newEditor({});
    editor.active = new Document(new Uri('/a.inspection'), '1. Visits are late.\n');
    editor.answers.push(answer);
    const edits: string[] = [];
    provideCorrections(() =>
      Object.assign(
        clientThat(async () => offers),
        {
          protocol2CodeConverter: {
            async asWorkspaceEdit(edit: string) {
              edits.push(edit);
              return { edits: [] };
            },
          },
        },
      ),
    );
    await editor.registered.get('inspectmark.tagFinding')?.();
    assert.deepEqual([editor.said, edits], [['Which recommendation does this finding support?'], applied]);
  }
  assert.deepEqual(await told('inspectmark.tagFinding', []), [
    'Nothing can be tagged here. Tags stand in numbered findings, in reports that use them.',
  ]);
});

test('of what is done to the whole report it is said in how many places', async () => {
  for (const [command, kind, places, said] of [
    ['inspectmark.renumber', 'source.renumber.inspectmark', 12, ['Changed in 12 places. Undo takes it back.']],
    ['inspectmark.correctAll', 'source.fixAll.inspectmark', 1, ['Changed in one place. Undo takes it back.']],
    ['inspectmark.moveSectionUp', 'refactor.move.inspectmark.up', 2, []],
  ] as const) {
    const editor = newEditor({});
    editor.active = new Document(new Uri('/a.inspection'), '1. Visits are late.\n');
    const edit = { edits: [], entries: () => [['a', Array(places).fill({})]] };
    const client = clientThat(async () => [{ title: 'All', kind, edit }]);
    provideCorrections(() => Object.assign(client, { protocol2CodeConverter: { asWorkspaceEdit: async () => edit } }));
    await editor.registered.get(command)?.();
    assert.deepEqual(editor.said, said);
  }
});

test('a report that changes while it is looked at is looked at again, though another is active by then', async () => {
  const editor = newEditor({});
  const [report, other] = ['/a.inspection', '/b.inspection'].map(path => new Document(new Uri(path), '1. A.\n'));
  editor.active = report;
  const asked: (string | undefined)[] = [];
  provideCorrections(() =>
    clientThat(async document => {
      asked.push(document.uri.path);
      if (asked.length === 1) document.version++;
      editor.active = other;
      return [];
    }),
  );
  await editor.registered.get('inspectmark.renumber')?.();
  assert.deepEqual(asked, ['/a.inspection', '/a.inspection']);
});

test('as long as there is no server, that is said in the author’s words', async () => {
  const editor = newEditor({});
  editor.active = new Document(new Uri('/a.inspection'), '');
  provideCorrections(() => clientThat(() => Promise.reject(new Error('Client is not running.')), false));
  await editor.registered.get('inspectmark.correctAll')?.();
  assert.deepEqual(editor.said, ['This report has not been read yet. Try it again in a moment.']);
});
