import type { TextEdit } from 'vscode-languageserver-types';
import { renamableAt } from '../model/renaming.ts';
import type { Report } from '../model/report.ts';

/** The edits that rename what stands at an offset, in all its places in this report; or a sentence that says why not. */
export function rename(report: Report, offset: number, name: string): TextEdit[] | string {
  const edits = renamableAt(report, offset)?.renamed(name.trim()) ?? 'Nothing here has a name that can be changed.';
  if (typeof edits === 'string') return edits;
  return edits.map(({ from, to, text }) => ({ range: report.text.range({ from, to }), newText: text }));
}
