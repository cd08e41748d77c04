import { commands, type Disposable, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewReport, NewReportsMethod, NewReportsParams } from '../../server/src/lsp/protocol.ts';

const newReportsMethod: NewReportsMethod = 'inspectmark/newReports';

/**
 * *New Report*: a document without a file yet, or the empty report that is shown, with the sections of its framework and
 * what is to be filled in. The framework is asked for beforehand, for all else follows from it.
 */
export function provideNewReport(client: () => BaseLanguageClient): Disposable {
  return commands.registerCommand('inspectmark.newReport', async (given?: unknown) => {
    // (A server that is on its way is waited for; one that has ended has been told of.)
    const params: NewReportsParams = { uri: client().code2ProtocolConverter.asUri(besideIt()) };
    const all = await client().sendRequest<NewReport[]>(newReportsMethod, params);
    const items = all.map(report => ({ label: report.title, description: report.framework, report }));
    const placeHolder = 'By which framework was the inspection?';
    const chosen =
      typeof given === 'string'
        ? items.find(({ description }) => description === given)
        : await window.showQuickPick(items, { placeHolder });
    if (chosen === undefined) return;
    if (!isEmptyReport(window.activeTextEditor?.document))
      await window.showTextDocument(await workspace.openTextDocument({ language: 'inspectmark' }));
    await commands.executeCommand('editor.action.insertSnippet', { snippet: chosen.report.snippet });
  });
}

function isEmptyReport(shown: TextDocument | undefined): boolean {
  return shown?.languageId === 'inspectmark' && shown.getText() === '';
}

/** Where a new report is likely to stand: beside the one that is shown, else in the folder that is open. */
function besideIt(): Uri {
  const shown = window.activeTextEditor?.document;
  if (shown !== undefined && shown.languageId === 'inspectmark' && !shown.isUntitled) return shown.uri;
  const [folder] = workspace.workspaceFolders ?? [];
  return folder === undefined ? Uri.parse('untitled:New') : Uri.joinPath(folder.uri, 'new.inspection');
}
