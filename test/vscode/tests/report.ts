import {
  type CallHierarchyItem,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  type Position,
  Range,
  Selection,
  type SymbolInformation,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { closedEditors, lineAt, placeOf, replaced, shown } from './documents.ts';
import { findings, ruleOf, until } from './events.ts';
import { inspectmark } from './inspectmark.ts';
import { contains, equal, present, type Tests } from './testing.ts';

const sample = 'rotherham-2018.inspection';
const draft = 'draft.inspection';

/** What an author sees of a report, the same on the desktop and in a browser. */
export const reportTests: Tests = {
  'the published report has no error, and the one warning it deserves': async () => {
    const { document } = await shown(sample);
    const found = await findings(document, 'the warning', all =>
      all.some(({ severity }) => severity === DiagnosticSeverity.Warning),
    );
    equal(ofSeverity(found, DiagnosticSeverity.Error), []);
    equal(ofSeverity(found, DiagnosticSeverity.Warning), ['grade-wording: Judgement: Requires improvement to be good']);

    function ofSeverity(all: typeof found, wanted: DiagnosticSeverity): string[] {
      const some = all.filter(({ severity }) => severity === wanted);
      return some.map(finding => `${ruleOf(finding)}: ${lineAt(document, finding.range)}`);
    }
  },

  'the outline shows the sections, their grades and the paragraphs': async () => {
    const { document } = await checked(sample);
    const roots = await outline(document);
    equal(roots.length > 0, true);
    const names = flat(roots).map(({ name }) => name);
    contains(names.join('\n'), '\nGood · Leadership, management and governance');
    contains(names.join('\n'), '\n2.2 Outstanding · Experiences and progress of care leavers');
    contains(names.join('\n'), '\n1. ');
  },

  'a tag leads to its recommendation': async () => {
    const { document } = await checked(draft);
    equal(await targets('Definition', document, placeOf(document, '(Recommendation 2)', 16)), [
      '2. Ensure that early help assessments are shared with schools.',
    ]);
  },

  'a link leads into another report': async () => {
    const { document } = await checked(draft);
    equal(await targets('Definition', document, placeOf(document, 'annex.inspection#')), [
      '2. Of these, 11 had drifted.',
    ]);
  },

  'a recommendation leads to the findings that support it': async () => {
    const { document } = await checked(draft);
    const lines = await targets('Reference', document, placeOf(document, '1. Ensure', 0));
    equal(lines.sort(), [
      '1. Ensure that plans are reviewed in time.',
      '3. Assessments are timely, as paragraph 5 shows, and managers see each plan. (Recommendation 1)',
      '5. Plans drift, as [the annex](annex.inspection#paragraph-2) says. (Recommendation 1)',
    ]);
  },

  'pointing at a tag shows the recommendation': async () => {
    const { document } = await checked(draft);
    contains(await hoverAt(document, '(Recommendation 2)', 16), 'early help assessments are shared with schools');
  },

  'pointing at a bare tag shows what it may mean': async () => {
    const { document } = await checked(sample);
    contains(await hoverAt(document, '(Recommendation)', 3), 'It may mean');
  },

  'what supports a recommendation is traced, and what rests on a finding': async () => {
    const { document } = await checked(draft);
    const trace = async (command: string, item: CallHierarchyItem) =>
      (await commands.executeCommand<{ from?: CallHierarchyItem; to?: CallHierarchyItem }[]>(command, item)).map(
        ({ from, to }) => present(from ?? to, 'item'),
      );
    const [recommendation] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      placeOf(document, '(Recommendation 2)', 16),
    );
    const [finding] = await trace('vscode.provideIncomingCalls', present(recommendation, 'recommendation'));
    contains(document.getText(present(finding, 'finding').range), '(Recommendation 2)');
    const names = (await trace('vscode.provideOutgoingCalls', present(finding, 'finding'))).map(({ name }) => name);
    contains(names.join('\n'), '2. ');
    contains(names.join('\n'), ' · ');
  },

  'the report’s details and its sections fold': async () => {
    const { document } = await checked(draft);
    const ranges = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const folded = ranges.map(({ start, end }) => `${document.lineAt(start).text} … ${document.lineAt(end).text}`);
    contains(folded.join('\n'), '--- … ---');
    contains(folded.join('\n'), '## Recommendations … 2. Ensure');
  },

  'a quick fix corrects a grade, and undo takes it back': async () => {
    const { document } = await checked(draft);
    const before = document.getText();
    await findings(document, 'the finding', all => all.some(finding => ruleOf(finding) === 'unknown-grade'));
    const grade = document.getText().indexOf('Requires improvment');
    const actions = await codeActions(
      document,
      new Range(document.positionAt(grade), document.positionAt(grade + 1)),
      'quickfix',
    );
    const fix = present(
      actions.find(({ title }) => title.includes('Requires improvement')),
      `fix among ${JSON.stringify(actions.map(({ title }) => title))}`,
    );
    equal(await workspace.applyEdit(present(fix.edit, 'edit')), true);
    contains(document.getText(), 'help and protection: Requires improvement\n');
    await findings(document, 'the finding to go', all => !all.some(finding => ruleOf(finding) === 'unknown-grade'));

    await commands.executeCommand('undo');
    equal(document.getText(), before);
    await findings(document, 'the finding to come back', all =>
      all.some(finding => ruleOf(finding) === 'unknown-grade'),
    );
  },

  'a finding is accepted, and its author asked for the reason': async () => {
    const { document } = await checked(draft);
    await findings(document, 'the finding', all => all.some(finding => ruleOf(finding) === 'unknown-grade'));
    const place = placeOf(document, 'Requires improvment');
    const actions = await codeActions(document, new Range(place, place), 'quickfix');
    const accept = present(
      actions.find(({ title }) => title === 'Accept with a reason (unknown-grade)'),
      'action',
    );
    const { command, arguments: given = [] } = present(accept.command, 'command');
    const asked = commands.executeCommand(command, ...given);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'); // no test can type into the question
    await asked;
    contains(document.getText(), '<!-- inspectmark-disable-next unknown-grade --  -->\n');
    await findings(document, 'the finding to go', all => !all.some(finding => ruleOf(finding) === 'unknown-grade'));
  },

  'the code of a finding opens the page of its rule, beside the report': async () => {
    const { document } = await checked(draft);
    const found = await findings(document, 'the finding', all => all.some(each => ruleOf(each) === 'unknown-grade'));
    const { code } = present(
      found.find(each => ruleOf(each) === 'unknown-grade'),
      'finding',
    );
    const { path, query } = present(typeof code === 'object' ? code.target : undefined, 'page');
    await commands.executeCommand(path, JSON.parse(query));
    const { group } = await until('the page', window.tabGroups.onDidChangeTabs, () =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('unknown-grade')),
    );
    equal(group.viewColumn, 2);
    const page = await workspace.openTextDocument(Uri.parse('inspectmark-rule:/unknown-grade.md'));
    contains(page.getText(), '`unknown-grade`');
  },

  'all that is certain is corrected at once': async () => {
    const { document } = await shown(draft);
    await findings(document, 'the misspelt tag', all => all.some(finding => ruleOf(finding) === 'tag-spelling'));
    const actions = await codeActions(document, new Range(0, 0, document.lineCount, 0), 'source.fixAll.inspectmark');
    const edit = present(actions[0]?.edit, `edit that fixes all among ${JSON.stringify(actions)}`);
    equal(await workspace.applyEdit(edit), true);
    contains(document.getText(), '6. Managers sample plans. (Recommendation 2)');
    contains(document.getText(), 'help and protection: Requires improvment\n'); // the author must choose
  },

  'all that is certain is corrected when a report is saved, where the author wants it': async () => {
    const folder = present(workspace.workspaceFolders?.[0], 'folder').uri;
    const copy = Uri.joinPath(folder, 'saved.inspection');
    const settings = workspace.getConfiguration('editor', { languageId: 'inspectmark' });
    const onSave = (wanted: unknown) =>
      settings.update('codeActionsOnSave', wanted, ConfigurationTarget.Global, /* of the language */ true);
    await onSave({ 'source.fixAll.inspectmark': 'explicit' });
    await workspace.fs.copy(Uri.joinPath(folder, 'draft.inspection'), copy);
    try {
      const { document } = await shown('saved.inspection');
      await findings(document, 'the misspelt tag', all => all.some(finding => ruleOf(finding) === 'tag-spelling'));
      // As with the question for actions: when it is withdrawn nothing is corrected, or saved.
      for (let times = 1; times <= 10 && document.getText().includes('(Recomendation 2)'); times++) {
        await replaced(document, 'sample ', 'sample some of the ');
        await document.save();
      }
      contains(document.getText(), 'the plans. (Recommendation 2)');
      equal(document.isDirty, false);
    } finally {
      await closedEditors();
      await workspace.fs.delete(copy);
      await onSave(undefined);
    }
  },

  'a paragraph is added in the middle, and the report renumbered': async () => {
    const { document } = await checked(draft);
    await replaced(document, '4. Schools', '\n4. Plans are late.\n\n4. Schools');
    await commands.executeCommand('inspectmark.renumber');
    contains(document.getText(), '4. Plans are late.\n\n5. Schools');
    contains(document.getText(), 'as paragraph 6 shows');
    contains(document.getText(), '\n7. Managers');
  },

  'all reports are renumbered once the author agrees': async () => {
    const { document } = await checked(draft);
    await replaced(document, '4. Schools', '\n4. Plans are late.\n\n4. Schools');
    const renumbered = commands.executeCommand('inspectmark.renumberAll');
    for (let times = 1; times <= 5000 && !document.getText().includes('\n7. Managers'); times++) {
      await commands.executeCommand('notification.acceptPrimaryAction');
    }
    await renumbered;
    contains(document.getText(), '4. Plans are late.\n\n5. Schools');
    contains(document.getText(), 'as paragraph 6 shows');
  },

  'a section is moved, its numbers, what refers to them and the cursor with it, and undo takes it back': async () => {
    const editor = await checked(draft);
    const { document } = editor;
    await replaced(document, '5. Plans drift', '### Plans\n\n5. Plans drift');
    const before = document.getText();
    const place = placeOf(document, 'Schools do not');
    editor.selection = new Selection(place, place);
    await commands.executeCommand('inspectmark.moveSectionDown');
    contains(document.getText(), '### Plans\n\n3. Plans drift');
    contains(document.getText(), '### Inspection findings\n\n5. Assessments are timely, as paragraph 3 shows');
    equal(document.offsetAt(editor.selection.active), document.getText().indexOf('Schools do not') + 1);
    await commands.executeCommand('undo');
    equal(document.getText(), before);

    const last = 'Managers sample plans. (Recomendation 2)';
    const end = placeOf(document, last, last.length);
    editor.selection = new Selection(end, end);
    await commands.executeCommand('inspectmark.moveSectionUp');
    contains(document.getText(), '4. Managers sample plans.');
    equal(document.offsetAt(editor.selection.active), document.getText().indexOf(last) + last.length);
    await commands.executeCommand('undo');
    equal(document.getText(), before);
  },

  'a tag is completed: after its bracket the recommendations are offered': async () => {
    const { document } = await checked(draft);
    await replaced(document, 'assessments. (Recommendation 2)', 'assessments. ()');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, 'assessments. ()', 'assessments. ('.length),
      '(',
    );
    const [best] = items.filter(({ filterText }) => filterText?.startsWith('(Recommendation '));
    equal(best?.filterText, '(Recommendation 2)');
  },

  'above a recommendation stands what supports it, and shows it': async () => {
    const { document } = await checked(draft);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const {
      title,
      command,
      arguments: given = [],
    } = present(
      lenses.find(({ range }) => lineAt(document, range).startsWith('1. Ensure that plans'))?.command,
      'lens',
    );
    equal(title, 'Supported by paragraphs 3 and 5');
    await commands.executeCommand(command, ...given);
  },

  'the view of judgements shows the areas with their grades': async () => {
    await checked(draft);
    await commands.executeCommand('inspectmark.judgements.focus');
    const { judgements } = (await inspectmark()).views;
    const lines = (await judgements.getChildren()) ?? [];
    equal(
      lines.map(({ label }) => label),
      ['Good', '1 · Requires improvement', '2 · Good', '2.1 · Good', '2.2 · Good', '3 · Good'],
    );
    equal(
      lines[1]?.children.map(({ label, description }) => `${label} ${description}`),
      ['Requires improvement under its heading'],
    );
  },

  'the view of recommendations shows what supports each, also after an edit': async () => {
    const { document } = await checked(draft);
    await commands.executeCommand('inspectmark.traceability.focus');
    const { traceability } = (await inspectmark()).views;
    const lines = async () =>
      ((await traceability.getChildren()) ?? []).map(({ label, description }) => `${label} ${description}`);
    equal(await lines(), [
      '1 ← 3, 5 Ensure that plans are reviewed in time.',
      '2 ← 4 Ensure that early help assessments are shared with schools.',
    ]);
    const [first] = (await traceability.getChildren()) ?? [];
    equal(
      first?.children.map(({ label }) => label),
      ['3 · Requires improvement', '5 · Requires improvement'],
    );
    const renewed = until(
      'the view to be renewed',
      present(traceability.onDidChangeTreeData, 'event'),
      async () => (await lines())[1]?.startsWith('2 ← 4, 6 ') || undefined,
    );
    await replaced(document, '(Recomendation 2)', '(Recommendation 2)');
    await renewed;
  },

  'the preview shows the report as it is published, follows the typing, and goes over to another report': async () => {
    const { document } = await checked(draft);
    const { preview } = (await inspectmark()).views;
    let html = '';
    const listener = preview.onDidShow(page => {
      html = page;
    });
    const shows = (words: string) => until(words, preview.onDidShow, () => html.includes(words) || undefined);
    try {
      await commands.executeCommand('inspectmark.showPreview');
      await shows('<span class="number">5.</span> Plans drift');
      await replaced(document, 'Plans drift', 'Plans *always* drift');
      await shows('<span class="number">5.</span> Plans <em>always</em> drift');
      await shown('annex.inspection');
      await shows('Inspectors read 40 plans.');
    } finally {
      listener.dispose();
    }
  },

  'questions are asked one at a time, each shown in the report, until they are answered': async () => {
    const { document } = await checked(sample);
    const { questions } = (await inspectmark()).views;
    // (The view may be shown already, beside another.)
    const said = () => (`${questions.shown.uri}` === `${document.uri}` ? questions.shown.spoken : '');
    const asked = (what: string, pattern: RegExp) =>
      until(what, questions.onDidShow, () => pattern.exec(said())?.slice(1).map(Number));
    await commands.executeCommand('inspectmark.questions.focus');
    const [, count = 0] = await asked('a question', /^Question (\d+) of (\d+)\. /);
    // The view goes on where it was.
    for (let left = count; left > 0 && !said().includes('“The quality of court work is improving” here'); left--)
      await commands.executeCommand('inspectmark.nextQuestion');
    equal(document.getText(window.activeTextEditor?.selection), 'The quality of court work is improving');
    await replaced(document, 'quality of court work is improving', 'quality of court work has improved');
    const [next = 0] = await asked('the next question in its place', /^Question (\d+) of \d+\. “Children benefit/);
    await commands.executeCommand('inspectmark.previousQuestion');
    contains(said(), `Question ${next - 1} of ${count - 1}`);
  },

  'all reports of the workspace are searched for what their outlines name': async () => {
    await checked(draft);
    const found = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'early');
    contains(found.map(({ name }) => name).join('\n'), '2. Ensure that early help assessments');
    equal(new Set(found.map(({ location }) => location.uri.path)).size > 1, true);
  },

  'Enter twice after a paragraph gives the next number, and once more takes it back': async () => {
    const { document } = await checked(draft);
    const editor = present(window.activeTextEditor, 'editor');
    const end = document.lineAt(placeOf(document, '4. Schools').line).range.end;
    editor.selection = new Selection(end, end);
    const line = (): string => document.lineAt(editor.selection.active.line).text;
    const enter = (): Thenable<unknown> => commands.executeCommand('type', { text: '\n' });
    await enter();
    equal(line(), '');
    await enter();
    await until('the number', window.onDidChangeTextEditorSelection, () => line() === '5. ' || undefined);
    equal(editor.selection.active.character, 3);
    await enter();
    const isBack = () => (line() === '' && editor.selection.active.line === end.line + 2) || undefined;
    await until('no number', window.onDidChangeTextEditorSelection, isBack);
    equal(document.getText().includes('5. \n'), false);
  },

  'Format Document changes blanks and nothing else': async () => {
    const { document } = await checked(draft);
    const before = document.getText();
    await replaced(document, '### Inspection findings\n\n3. ', '\n\n###  Inspection findings  \n3.\t');
    await commands.executeCommand('editor.action.formatDocument');
    await until('the form', workspace.onDidChangeTextDocument, () => document.getText() === before || undefined);
  },

  'a link goes on to lead to a report that gets another name': async () => {
    const { document } = await checked(draft);
    const [from, to] = ['annex.inspection', 'other annex.inspection'].map(name =>
      document.uri.with({ path: document.uri.path.replace(draft, name) }),
    ) as [Uri, Uri];
    const renamed = async (oldUri: Uri, newUri: Uri): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.renameFile(oldUri, newUri);
      equal(await workspace.applyEdit(edit), true);
    };
    try {
      await renamed(from, to);
      contains(document.getText(), '[the annex](other%20annex.inspection#paragraph-2)');
    } finally {
      await renamed(to, from);
    }
    contains(document.getText(), '[the annex](annex.inspection#paragraph-2)');
  },

  'a recommendation gets another number from its tag': async () => {
    const { document } = await checked(draft);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, '(Recommendation 2)', 16),
      '7',
    );
    equal(await workspace.applyEdit(edit), true);
    contains(document.getText(), '7. Ensure that early help assessments');
    contains(document.getText(), 'Schools do not see assessments. (Recommendation 7)');
  },

  'a new report has the sections of its framework, and a grade that is filled in stands wherever it belongs':
    async () => {
      await commands.executeCommand('inspectmark.newReport', 'ofsted-ilacs');
      const { document } = present(window.activeTextEditor, 'editor');
      equal([document.languageId, document.isUntitled], ['inspectmark', true]);
      contains(document.getText(), '---\nframework: ofsted-ilacs\nprovider: ');
      contains(document.getText(), '## What needs to improve?\n');
      for (let place = 0; place < 3; place++) await commands.executeCommand('jumpToNextSnippetPlaceholder');
      await commands.executeCommand('type', { text: 'Good' });
      contains(
        document.getText(),
        '| The impact of leaders on social work practice with children and families | Good |\n',
      );
      contains(document.getText(), 'with children and families\n\nJudgement: Good\n');
    },

  'a grade is typed in one place, and is so where it is written alike': async () => {
    const title = 'Leadership, management and governance';
    const { document } = await newDocument(
      `---\nframework: ofsted-sif\n---\n\n3. ${title}: Good\n\n## ${title}\n\nJudgement: Good\n`,
    );
    await findings(document, 'findings', all => all.length > 0);
    const place = placeOf(document, ': Good', 6);
    present(window.activeTextEditor, 'editor').selection = new Selection(place, place);
    await commands.executeCommand('editor.action.linkedEditing');
    await outline(document); // the places were answered before this, if VS Code had asked for them already
    await commands.executeCommand('deleteWordLeft');
    for (const text of 'Inadequate') await commands.executeCommand('type', { text });
    const words = 'Judgement: Inadequate\n';
    await until(
      'the other place',
      workspace.onDidChangeTextDocument,
      () => document.getText().includes(words) || undefined,
    );
    contains(document.getText(), `3. ${title}: Inadequate\n`);
  },

  'an example can be looked at, without a file': async () => {
    await commands.executeCommand('inspectmark.openExample');
    const { document } = present(window.activeTextEditor, 'editor');
    equal([document.languageId, document.isUntitled], ['inspectmark', true]);
    contains(document.getText(), '# Children’s services in Rotherham are good\n');
  },

  'a finding is tagged with the recommendation that is chosen, the best fit first': async () => {
    const { document } = await checked(draft);
    const place = placeOf(document, '(Recommendation 2)', 0);
    const [first] = await codeActions(document, new Range(place, place), 'refactor.tag.inspectmark');
    contains(present(first, 'recommendation').title, 'Recommendation 1: ');
  },

  'a report that becomes plain text is checked no more, until it is a report again': async () => {
    const { document } = await newDocument('---\nframework: ofsted-sif\n---\n\n# Report\n');
    await findings(document, 'findings', all => all.length > 0);
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await findings(document, 'no findings', all => all.length === 0);
    await languages.setTextDocumentLanguage(document, 'inspectmark');
    await findings(document, 'findings again', all => all.length > 0);
  },

  'the status item tells the grade and the findings': async () => {
    const { document } = await checked(draft);
    await outline(document); // the status was sent before this answer
    contains((await inspectmark()).statusText, 'Good · ');
    contains((await inspectmark()).statusText, 'errors');
  },

  'the status item goes on telling of the report while something else has the focus': async () => {
    const { document } = await checked(draft);
    await outline(document); // the status was sent before this answer
    await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext' }));
    contains((await inspectmark()).statusText, 'Good · ');
  },

  'a document without a file is checked': async () => {
    const { document } = await newDocument('---\nframework: ofsted-sif\n---\n\n# Report\n');
    equal(document.uri.scheme, 'untitled');
    await findings(document, 'a finding', all => all.some(finding => ruleOf(finding) === 'missing-section'));
  },

  'while a heading is typed every answer is of the newest text': async () => {
    const { document } = await checked(draft);
    let written = '## Recommendations';
    for (const letters of [' of', ' the in', 'spectors (Recommendation', ' ', '[^', '\n\n1', '. Half']) {
      await replaced(document, written, written + letters);
      written += letters;
      const title = present(written.split('\n')[0], 'heading').replace('## ', '').trim();
      equal(
        flat(await outline(document)).some(({ name }) => name === title || name.startsWith(title)),
        true,
      );
    }
  },

  'closing a document takes its findings away': async () => {
    const { document } = await newDocument('---\nframework: ofsted-sif\n---\n\n# Report\n');
    await findings(document, 'findings', all => all.length > 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await findings(document, 'no findings', all => all.length === 0);
  },

  'a report that is closed, and shown again before that has been answered, is checked at every letter': async () => {
    const { document } = await checked(draft);
    const held = heldAnswers((await inspectmark()).client);
    try {
      await closedEditors();
      await shown(draft);
    } finally {
      held.release();
    }
    await Promise.allSettled(held.answers);
    await outline(document); // what was asked before has been answered
    await replaced(document, 'Requires improvment', 'Requires improvemnt');
    await outline(document);
    contains(
      languages
        .getDiagnostics(document.uri)
        .map(({ message }) => message)
        .join('\n'),
      'improvemnt',
    );
  },

  'the server can be started anew': async () => {
    const { document } = await checked(draft);
    await commands.executeCommand('inspectmark.restartServer');
    await replaced(document, 'Requires improvment', 'Requires improvemnt');
    await findings(document, 'the new text’s finding', all =>
      all.some(({ message }) => message.includes('improvemnt')),
    );
    equal(
      flat(await outline(document)).some(({ name }) => name === 'Recommendations'),
      true,
    );
  },
};

/** Opens a report and waits until it has been checked. Every report here has findings. */
async function checked(path: string): Promise<TextEditor> {
  const editor = await shown(path);
  await findings(editor.document, 'findings', all => all.length > 0);
  return editor;
}

async function newDocument(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: 'inspectmark', content }));
}

function outline({ uri }: TextDocument): Promise<DocumentSymbol[]> {
  return Promise.resolve(commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri));
}

function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap(symbol => [symbol, ...flat(symbol.children)]);
}

/** The lines to which a place leads. */
async function targets(kind: 'Definition' | 'Reference', { uri }: TextDocument, place: Position): Promise<string[]> {
  const found = await commands.executeCommand<(Location | LocationLink)[]>(`vscode.execute${kind}Provider`, uri, place);
  return Promise.all(
    found.map(async target => {
      const [at, range] = 'uri' in target ? [target.uri, target.range] : [target.targetUri, target.targetRange];
      return lineAt(await workspace.openTextDocument(Uri.from(at)), range);
    }),
  );
}

async function hoverAt(document: TextDocument, words: string, ahead: number): Promise<string> {
  const place = placeOf(document, words, ahead);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
  return hovers
    .flatMap(({ contents }) => contents.map(part => (typeof part === 'string' ? part : part.value)))
    .join('\n');
}

/**
 * The actions at a place, with their edits. VS Code withdraws the question when any extension begins to offer actions of its
 * own meanwhile, so it is asked again.
 */
async function codeActions(document: TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
  const all = 100;
  for (let times = 1; times <= 10; times++) {
    const actions = await commands
      .executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, all)
      .then(undefined, error => {
        if (error.name !== 'Canceled') throw error;
        return [];
      });
    if (actions.length > 0) return actions;
  }
  return [];
}

/** Keeps back what a client is answered, until it is released. */
function heldAnswers(client: BaseLanguageClient): { readonly answers: Promise<unknown>[]; release(): void } {
  const answers: Promise<unknown>[] = [];
  let release = (): void => {};
  const released = new Promise<void>(done => {
    release = done;
  });
  const send = client.sendRequest;
  client.sendRequest = <Answer>(...request: unknown[]): Promise<Answer> => {
    const answer: Promise<Answer> = Reflect.apply(send, client, request);
    const late = answer.finally(() => released);
    answers.push(late);
    return late;
  };
  return {
    answers,
    release: () => {
      client.sendRequest = send;
      release();
    },
  };
}
