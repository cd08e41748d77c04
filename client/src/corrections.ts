import { commands, type Disposable, languages, Range, type TextDocument, window, workspace } from 'vscode';
import { type BaseLanguageClient, CodeActionRequest, type WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import { canBeAsked } from './canBeAsked.ts';

/** The kinds under which the server offers what is done to a whole report. */
const kinds = { fixAll: 'source.fixAll.inspectmark', renumber: 'source.renumber.inspectmark' } as const;

/** *Renumber Paragraphs* and *Correct All That Is Certain*: what an author would else look for in a menu of code actions. */
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
  ];
}

/**
 * Makes what the server offers for the report in the active editor, as one edit; says so if it offers nothing. The server is
 * asked itself: VS Code withdraws its own question when another extension begins to offer actions meanwhile.
 */
async function corrected(
  client: BaseLanguageClient,
  kind: string,
  nothing: (document: TextDocument) => string,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'inspectmark') return;
  if (!canBeAsked(client)) return;
  const edit = await offered(client, kind, document);
  if (edit === undefined) void window.showInformationMessage(nothing(document));
  else await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** What the server offers for a report; it is asked again where the report was changed meanwhile. */
async function offered(
  client: BaseLanguageClient,
  kind: string,
  document: TextDocument,
): Promise<ProtocolEdit | undefined> {
  const { version } = document;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(new Range(0, 0, document.lineCount, 0)),
    context: { diagnostics: [], only: [kind] },
  });
  if (document.version !== version) return offered(client, kind, document);
  return actions?.flatMap(action => ('edit' in action && action.kind === kind ? (action.edit ?? []) : []))[0];
}

/** Whether numbers were found that count for nothing, or paragraphs without one. */
function hasUnreadNumbers({ uri }: TextDocument): boolean {
  return languages.getDiagnostics(uri).some(({ code }) => {
    const rule = typeof code === 'object' ? code.value : code;
    return rule === 'hidden-number' || rule === 'missing-number';
  });
}
