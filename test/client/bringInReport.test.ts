import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Uri as RealUri } from 'vscode';
import { bringInReports, type Importer } from '../../client/src/bringInReport.ts';
import type { ImportReply, ImportRequest } from '../../server/src/importer/protocol.ts';
import { type Editor, newEditor, Uri } from './vscode.ts';

/** An importer that replies so; whoever waits for more, waits for ever. */
class Replying implements Importer {
  readonly requests: ImportRequest[] = [];
  hasEnded = false;
  readonly #replies: readonly ImportReply[];
  readonly #failure: string | undefined;
  #tell: (reply: ImportReply) => void = () => {};
  #fail: (reason: string) => void = () => {};

  constructor(replies: readonly ImportReply[], failure?: string) {
    this.#replies = replies;
    this.#failure = failure;
  }

  post(request: ImportRequest): void {
    this.requests.push(request);
    for (const reply of this.#replies) this.#tell(reply);
    if (this.#failure !== undefined) this.#fail(this.#failure);
  }

  onReply(listener: (reply: ImportReply) => void): void {
    this.#tell = listener;
  }

  onFailure(listener: (reason: string) => void): void {
    this.#fail = listener;
  }

  end(): void {
    this.hasEnded = true;
  }
}

const report: ImportReply = {
  kind: 'report',
  markup: '# New\n\nText.\n',
  recommendations: 1,
  paragraphs: 0,
  guesses: 2,
};
const page: ImportReply = { kind: 'pages', read: 1, all: 9 };
const told = '2 guesses, 1 recommendation, 0 numbered paragraphs in a.inspection. [Show the Guesses]';

/** Brings in a report where these files are, and expects what came of it. */
async function check(
  files: Readonly<Record<string, string>>,
  importer: Replying,
  expected: { readonly shown?: string; readonly said?: readonly string[]; readonly target?: string | undefined },
  prepared: (editor: Editor) => void = () => {},
): Promise<Editor> {
  const editor = newEditor({ '/w/a.pdf': 'print', ...files });
  prepared(editor);
  // What is used of an address is there.
  await bringInReports(() => importer, new Uri('/w/a.pdf') as unknown as RealUri, undefined);
  assert.deepEqual(editor.said, expected.said ?? []);
  assert.deepEqual(editor.shown, expected.shown === undefined ? [] : [expected.shown]);
  assert.equal(editor.files.get('/w/a.inspection'), expected.target);
  return editor;
}

const there = { '/w/a.inspection': 'Mine\nand only mine' };
const mine = there['/w/a.inspection'];
const question = 'a.inspection is there already. [Replace] [Open as a New Document]';

test('a report is written beside its source, shown, and told of', async () => {
  const importer = new Replying([page, report]);
  const shown = `/w/a.inspection: ${report.markup}`;
  const editor = await check({}, importer, { shown, said: [told], target: report.markup });
  assert.deepEqual(editor.commands, []);
  assert.equal(importer.hasEnded, true);
  assert.deepEqual(
    importer.requests.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    [['a.pdf', 'print']],
  );
});

test('the guesses are shown when the author wants to see them', async () => {
  const editor = await check(
    {},
    new Replying([report]),
    { shown: `/w/a.inspection: ${report.markup}`, said: [told], target: report.markup },
    ({ answers }) => answers.push('Show the Guesses'),
  );
  assert.deepEqual(editor.commands, ['workbench.actions.view.problems']);
});

test('when the author cancels, the importer is ended and nothing is written', async () => {
  for (const when of ['Bringing in a.pdf', 'page 1 of 9']) {
    const importer = new Replying([page]);
    await check({}, importer, { target: undefined }, editor => {
      editor.cancels = message => message === when;
    });
    assert.equal(importer.hasEnded, true);
  }
});

test('a report that is cancelled leaves alone what is to be replaced', async () => {
  await check(there, new Replying([page]), { said: [question], target: mine }, editor => {
    editor.answers.push('Replace');
    editor.cancels = message => message === 'page 1 of 9';
  });
});

test('what is there is replaced only if its author says so', async () => {
  await check(
    there,
    new Replying([report]),
    { shown: `/w/a.inspection: ${report.markup}`, said: [question, told], target: report.markup },
    ({ answers }) => answers.push('Replace'),
  );
  await check(
    there,
    new Replying([report]),
    { shown: `new: ${report.markup}`, said: [question, told.replace('a.inspection', 'new')], target: mine },
    ({ answers }) => answers.push('Open as a New Document'),
  );
  const importer = new Replying([report]);
  await check(there, importer, { said: [question], target: mine });
  assert.deepEqual(importer.requests, []);
});

test('where nothing can be written, the report is a new document', async () => {
  const expected = { shown: `new: ${report.markup}`, said: [told.replace('a.inspection', 'new')], target: undefined };
  await check({}, new Replying([report]), expected, ({ readOnly }) => readOnly.add('file'));
  await check({}, new Replying([report]), expected, ({ refusing }) => refusing.add('file'));
});

test('what its author wanted to replace and cannot be written stays, and the report is a new document', async () => {
  const said = [question, told.replace('a.inspection', 'new')];
  const expected = { shown: `new: ${report.markup}`, said, target: mine };
  await check(there, new Replying([report]), expected, ({ answers, refusing }) => {
    answers.push('Replace');
    refusing.add('file');
  });
});

test('a source that cannot be read is told of in its author’s words', async () => {
  const said = ['a.pdf cannot be brought in. It is not there any more.'];
  await check({}, new Replying([]), { said, target: undefined }, ({ files }) => files.delete('/w/a.pdf'));
});

test('what cannot be brought in, and an importer that fails, are told', async () => {
  const refused = new Replying([{ kind: 'refusal', refused: 'It is empty.' }]);
  await check({}, refused, { said: ['a.pdf cannot be brought in. It is empty.'], target: undefined });
  const failing = new Replying([page], 'it ended with code 1.');
  const said = ['a.pdf cannot be brought in. The importer has failed: it ended with code 1.'];
  await check(there, failing, { said: [question, ...said], target: mine }, ({ answers }) => answers.push('Replace'));
  assert.equal(failing.hasEnded, true);
});

test('the importer is given the nearest frameworks of a team’s own', async () => {
  const importer = new Replying([report]);
  await check(
    {
      '/.inspectmark/frameworks/far.json': 'far',
      '/w/.inspectmark/frameworks/near.json': 'near',
      '/w/.inspectmark/frameworks/.hidden.json': '',
      '/w/.inspectmark/frameworks/notes.txt': '',
    },
    importer,
    { shown: `/w/a.inspection: ${report.markup}`, said: [told], target: report.markup },
  );
  assert.deepEqual(
    importer.requests[0]?.frameworks.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
    [['/w/.inspectmark/frameworks/near.json', 'near']],
  );
  const far = new Replying([report]);
  await check({ '/.inspectmark/frameworks/far.json': 'far' }, far, {
    shown: `/w/a.inspection: ${report.markup}`,
    said: [told],
    target: report.markup,
  });
  assert.equal(far.requests[0]?.frameworks.length, 1);
});
