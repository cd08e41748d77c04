import { commands, type Disposable, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient, Position } from 'vscode-languageclient';

/**
 * The command of the server’s actions that accept a finding: asks the author for the reason, and writes it into the comment
 * that the server gives.
 */
export function provideAcceptance(client: () => BaseLanguageClient): Disposable {
  return commands.registerCommand(
    'inspectmark.acceptWithReason',
    async (uri: string, position: Position, before: string, after: string) => {
      const reason = await window.showInputBox({
        title: 'Accept With a Reason',
        prompt: 'Why is it meant so? Readers of the report do not see it.',
      });
      if (reason === undefined) return;
      const { protocol2CodeConverter: converter } = client();
      const edit = new WorkspaceEdit();
      // (A reason cannot end its comment.)
      edit.insert(converter.asUri(uri), converter.asPosition(position), before + reason.replaceAll('-->', '') + after);
      await workspace.applyEdit(edit);
    },
  );
}
