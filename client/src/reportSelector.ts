import { workspace } from 'vscode';

/** Where reports are written. Not `git:` and the like: what such a scheme shows is an earlier text, and no one's draft. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-test-web', 'vscode-remote', 'memfs'];

/** The documents of which the server is told: reports on disk, not saved yet, or in a virtual folder that is open. */
export function reportSelector(): { scheme: string; language: string }[] {
  const opened = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  return [...new Set([...schemes, ...opened])].map(scheme => ({ scheme, language: 'inspectmark' }));
}
