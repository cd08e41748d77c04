import {
  commands,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, CodeActionRequest, type WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import { canBeAsked } from './canBeAsked.ts';

/** The kinds under which the server offers what is done to a whole report, or to the section at the cursor. */
const kinds = {
  fixAll: 'source.fixAll.inspectmark',
  renumber: 'source.renumber.inspectmark',
  up: 'refactor.move.inspectmark.up',
  down: 'refactor.move.inspectmark.down',
  tag: 'refactor.tag.inspectmark',
} as const;

/** *Renumber Paragraphs*, *Move Section Up* and others: what an author would else look for in a menu of code actions. */
export function provideCorrections(client: () => BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('inspectmark.renumber', () =>
      corrected(client(), kinds.renumber, document =>
        hasUnreadNumbers(document)
          ? 'The numbers of this report are in order, but some paragraphs have none that is read: they are in the list of problems.'
          : 'The numbers of this report are in order.',
      ),
    ),
    commands.registerCommand('inspectmark.correctAll', () =>
      corrected(client(), kinds.fixAll, () => 'Nothing in this report can be corrected without your choosing.'),
    ),
    commands.registerCommand('inspectmark.moveSectionUp', () =>
      corrected(client(), kinds.up, () => 'No section of the same level stands above this one.'),
    ),
    commands.registerCommand('inspectmark.moveSectionDown', () =>
      corrected(client(), kinds.down, () => 'No section of the same level stands below this one.'),
    ),
    commands.registerCommand('inspectmark.tagFinding', () =>
      corrected(
        client(),
        kinds.tag,
        () => 'Nothing can be tagged here. Tags stand in numbered findings, in reports that use them.',
        'Which recommendation does this finding support?',
      ),
    ),
  ];
}

/**
 * Makes what the server offers for the report in the active editor, as one edit, and says of the whole report in how many
 * places; says so if it offers nothing. The server is asked itself: VS Code withdraws its own question when another
 * extension begins to offer actions meanwhile.
 *
 * @param question what the author is asked, who chooses among several; else the first is made
 */
async function corrected(
  client: BaseLanguageClient,
  kind: string,
  nothing: (document: TextDocument) => string,
  question?: string,
): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== 'inspectmark') return;
  if (!canBeAsked(client)) return;
  const { document } = editor;
  const all = await offered(client, kind, editor);
  if (all.length === 0) {
    void window.showInformationMessage(nothing(document));
    return;
  }
  const chosen = question === undefined ? all[0] : await window.showQuickPick(all, { placeHolder: question });
  if (chosen === undefined) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit);
  if ((await workspace.applyEdit(edit)) && kind.startsWith('source.')) {
    // What is done to the whole report is mostly done where its author does not look.
    const count = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
    const places = count === 1 ? 'one place' : `${count} places`;
    void window.showInformationMessage(`Changed in ${places}. Undo takes it back.`);
  }
}

/** What the server offers: how it is called, and what it changes. */
interface Offered {
  readonly label: string;
  readonly edit: ProtocolEdit;
}

/**
 * What the server offers for a report and the place of its cursor; it is asked again where the report was changed
 * meanwhile.
 */
async function offered(client: BaseLanguageClient, kind: string, editor: TextEditor): Promise<readonly Offered[]> {
  const { document, selection } = editor;
  const { version } = document;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(new Range(selection.active, selection.active)),
    context: { diagnostics: [], only: [kind] },
  });
  if (document.version !== version) return offered(client, kind, editor);
  return (actions ?? []).flatMap(action =>
    'edit' in action && action.edit !== undefined && action.kind === kind
      ? { label: action.title, edit: action.edit }
      : [],
  );
}

/** Whether numbers were found that count for nothing, or paragraphs without one. */
function hasUnreadNumbers({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ code }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return rule === 'hidden-number' || rule === 'missing-number';
  });
}
