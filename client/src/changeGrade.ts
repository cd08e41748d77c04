import { commands, type Disposable, Position, type Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, RenameRequest } from 'vscode-languageclient';
import type { GradeChoices, GradeChoicesMethod } from '../../server/src/lsp/protocol.ts';
import { canBeAsked } from './canBeAsked.ts';
import { chosenFrom } from './choice.ts';
import type { ReportViewLine } from './reportView.ts';
import type { ShownReport } from './shownReport.ts';

const method: GradeChoicesMethod = 'inspectmark/gradeChoices';

/**
 * *Change Grade…*: the author chooses from the scale, and every place that grades the area says it. Asked for at the
 * cursor, or at a line of the view of judgements.
 */
export function provideChangeGrade(client: () => BaseLanguageClient, report: ShownReport): Disposable {
  return commands.registerCommand('inspectmark.changeGrade', (line?: Pick<ReportViewLine, 'line'>) => {
    const editor = window.activeTextEditor;
    if (line !== undefined && report.uri !== undefined)
      return changed(client(), report.uri, new Position(line.line - 1, 0));
    return editor === undefined ? undefined : changed(client(), editor.document.uri, editor.selection.active);
  });
}

async function changed(client: BaseLanguageClient, uri: Uri, position: Position): Promise<void> {
  if (!canBeAsked(client)) return;
  const { code2ProtocolConverter, protocol2CodeConverter } = client;
  const textDocument = { uri: code2ProtocolConverter.asUri(uri) };
  const at = { textDocument, position: code2ProtocolConverter.asPosition(position) };
  const found = await client.sendRequest<GradeChoices | null>(method, at);
  if (found === null) {
    void window.showInformationMessage(
      'This report grades nothing yet. Write a grade, and it can be changed in all its places.',
    );
    return;
  }
  const chosen = await chosenGrade(found);
  if (chosen === undefined) return;
  // The text may have changed while the author chose.
  const now = await client.sendRequest<GradeChoices | null>(method, at);
  if (now?.area !== found.area) return;
  const edit = await client.sendRequest(RenameRequest.type, { textDocument, position: now.position, newName: chosen });
  if (edit !== null) await workspace.applyEdit(await protocol2CodeConverter.asWorkspaceEdit(edit));
}

/** The list opens at the grade that the area has: whoever only looks changes nothing by *Enter*. */
async function chosenGrade({ area, now, places, choices }: GradeChoices): Promise<string | undefined> {
  const where =
    places === 1 ? 'the one place that grades it' : `${places === 2 ? 'both' : `all ${places}`} places that grade it`;
  const items = choices.map(label => ({ label, description: now.includes(label) ? 'now' : '' })).reverse();
  const active = items.find(({ label }) => label === now[0]);
  return (await chosenFrom(items, active, area, `The grade, to be written in ${where}`))?.label;
}
