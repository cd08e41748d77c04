import { commands, type Disposable, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import type {
  DetailEditsMethod,
  DetailEditsParams,
  ReportDetail,
  ReportDetailsMethod,
} from '../../server/src/lsp/protocol.ts';
import { canBeAsked } from './canBeAsked.ts';
import { chosenFrom } from './choice.ts';
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
    let at: number | undefined;
    for (;;) {
      const details = (await reportAnswer<ReportDetail[]>(client(), detailsMethod, uri)) ?? [];
      const items = details.map(detail => ({
        label: detail.label,
        description: labelOf(detail) || (detail.isRequired ? toBeFilledIn : ''),
        of: detail,
      }));
      const first = items.find(({ description }) => description === toBeFilledIn);
      const active = at === undefined ? first : items[at];
      const item = await chosenFrom(items, active, 'Report Details', 'What is to be filled in, or changed?');
      if (item === undefined) return;
      at = items.indexOf(item);
      if (await filledIn(client(), uri, item.of)) at++; // on to the next
    }
  });
}

const toBeFilledIn = 'to be filled in';

/** What a detail says, as its author knows it. */
function labelOf({ value, choices }: ReportDetail): string {
  return choices.find(choice => choice.value === value)?.label ?? value;
}

/** Asks what a detail is to say, again with the reason if it cannot be read, and writes it; whether something was said. */
async function filledIn(client: BaseLanguageClient, uri: Uri, detail: ReportDetail): Promise<boolean> {
  const { code2ProtocolConverter, protocol2CodeConverter } = client;
  const textDocument = { uri: code2ProtocolConverter.asUri(uri) };
  let { value, hint } = detail;
  for (;;) {
    const said = await valueFor({ ...detail, value, hint });
    if (said === undefined || said === detail.value) return said !== undefined;
    const params: DetailEditsParams = { textDocument, key: detail.key, value: said };
    const edits = await client.sendRequest<TextEdit[] | string>(editsMethod, params);
    if (typeof edits !== 'string') {
      const edit = new WorkspaceEdit();
      edit.set(uri, await protocol2CodeConverter.asTextEdits(edits));
      return workspace.applyEdit(edit);
    }
    [value, hint] = [said, edits];
  }
}

/** What the author wants a detail to say. */
async function valueFor(detail: ReportDetail): Promise<string | undefined> {
  const { label: title, hint: prompt, value, choices } = detail;
  if (choices.length === 0) return window.showInputBox({ title, prompt, value });
  const active = choices.find(choice => choice.value === value);
  return (await chosenFrom(choices, active, title, prompt))?.value;
}
