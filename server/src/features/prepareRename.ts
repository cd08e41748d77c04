import type { Range } from 'vscode-languageserver-types';
import { renamableAt } from '../model/renaming.ts';
import type { Report } from '../model/report.ts';

/** Where the name stands that would be changed at an offset, and the name; nothing where there is none. */
export function prepareRename(report: Report, offset: number): { range: Range; placeholder: string } | undefined {
  const found = renamableAt(report, offset);
  return found && { range: report.text.range(found), placeholder: found.name };
}
