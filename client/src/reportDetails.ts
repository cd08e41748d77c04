import { commands, type Disposable, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import type {
  DetailEditsMethod,
  DetailEditsParams,
  ReportDetail,
  ReportDetailsMethod,
} from '../../server/src/lsp/protocol.ts';
import { canBeAsked } from './canBeAsked.ts';
import { reportAnswer } from './reportAnswer.ts';
import type { ShownReport } from './shownReport.ts';

const detailsMethod: ReportDetailsMethod = 'inspectmark/reportDetails';
const editsMethod: DetailEditsMethod = 'inspectmark/detailEdits';

/**
 * *Report Details…*: what stands at the head of a report, to be filled in one by one without its marks, until the author
 * has no more to say.
 */
export function provideReportDetails(client: () => BaseLanguageClient, report: ShownReport): Disposable {
  return commands.registerCommand('inspectmark.reportDetails', async () => {
    const { uri } = report;
    if (uri === undefined || !canBeAsked(client())) return;
    for (;;) {
      const details = (await reportAnswer<ReportDetail[]>(client(), detailsMethod, uri)) ?? [];
      const items = details.map(detail => ({
        label: detail.label,
        description: detail.value || (detail.isRequired ? 'to be filled in' : ''),
        of: detail,
      }));
      const placeHolder = 'What is to be filled in, or changed?';
      const detail = (await window.showQuickPick(items, { title: 'Report Details', placeHolder }))?.of;
      if (detail === undefined) return;
      const value = await valueFor(detail);
      if (value === undefined || value === detail.value) continue;
      const { code2ProtocolConverter, protocol2CodeConverter } = client();
      const textDocument = { uri: code2ProtocolConverter.asUri(uri) };
      const params: DetailEditsParams = { textDocument, key: detail.key, value };
      const edits = await client().sendRequest<TextEdit[]>(editsMethod, params);
      if (edits.length === 0) {
        void window.showInformationMessage('The details cannot be read as they stand. The list of problems says why.');
        return;
      }
      const edit = new WorkspaceEdit();
      edit.set(uri, await protocol2CodeConverter.asTextEdits(edits));
      await workspace.applyEdit(edit);
    }
  });
}

/** What the author wants a detail to say. */
function valueFor({ label: title, hint: prompt, value, choices }: ReportDetail): Thenable<string | undefined> {
  if (choices.length > 0) return window.showQuickPick(choices, { title, placeHolder: prompt });
  return window.showInputBox({ title, prompt, value });
}
