import {
  commands,
  type Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { present } from './testing.ts';

/** Shows a file of the workspace, by its path from the first folder. */
export async function shown(path: string): Promise<TextEditor> {
  const folder = present(workspace.workspaceFolders?.[0], 'folder');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, path)), { preview: false });
}

/** The place of some words in a document, `ahead` characters into them. */
export function placeOf(document: TextDocument, words: string, ahead = 1): Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`“${words}” is not in the document.`);
  return document.positionAt(offset + ahead);
}

/** Replaces words of a document, the first of their kind. */
export async function replaced(document: TextDocument, words: string, by: string): Promise<void> {
  const from = placeOf(document, words, 0);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(from, document.positionAt(document.offsetAt(from) + words.length)), by);
  if (!(await workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

/** The line of a document on which a place is, without the blanks around it. */
export function lineAt(document: TextDocument, { start }: Range): string {
  return document.lineAt(start.line).text.trim();
}

/** Closes every editor, and takes back what was not saved. */
export async function closedEditors(): Promise<void> {
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
