import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { textOf } from './extensionFiles.ts';

/** *Look at an Example*: a published report, as a document without a file in which anything can be tried. */
export function provideExample({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('inspectmark.openExample', async () => {
    const content = await textOf(Uri.joinPath(extensionUri, 'samples/rotherham-2018.inspection'));
    await window.showTextDocument(await workspace.openTextDocument({ language: 'inspectmark', content }));
  });
}
