import { commands, type Disposable, type ExtensionContext, Uri, ViewColumn, window, workspace } from 'vscode';
import { textOf } from './extensionFiles.ts';

/** The pages are documents of a scheme of their own: the files of an extension in a browser are on no disk. */
const scheme = 'inspectmark-rule';

/** Where VS Code shows a rule’s page: the server puts the rule’s id in place of `{rule}`, and the editor calls the command. */
export const rulePage = 'command:inspectmark.showRule?%22{rule}%22';

/** Shows the documentation of a rule beside the report, from the extension itself, when the author follows a finding’s code. */
export function provideRulePages({ extensionUri }: ExtensionContext): Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ path }) => textOf(Uri.joinPath(extensionUri, 'server/docs/rules', path)),
    }),
    commands.registerCommand('inspectmark.showRule', async (rule: string) => {
      const page = Uri.from({ scheme, path: `/${rule}.md` });
      await commands.executeCommand('markdown.showPreviewToSide', page).then(undefined, () =>
        // VS Code’s own Markdown may be switched off.
        window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true }),
      );
    }),
  ];
}
