import { commands, window, workspace } from 'vscode';

/** *New Report*: a document without a file yet, in it the details and the headline to fill in, as the snippet has them. */
export async function newReport(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'inspectmark' }));
  await commands.executeCommand('editor.action.insertSnippet', { langId: 'inspectmark', name: 'Report details' });
}
