import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Whether the server runs, so that it can do what an author has chosen; if it does not, the author is told. */
export function canBeAsked(client: BaseLanguageClient): boolean {
  if (client.isRunning()) return true;
  void window.showInformationMessage('This report has not been read yet. Try it again in a moment.');
  return false;
}
