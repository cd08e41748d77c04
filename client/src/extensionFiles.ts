import { type Uri, workspace } from 'vscode';

/** The text of a file that comes with the extension; in a browser it is on no disk. */
export async function textOf(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
