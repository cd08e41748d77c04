import type { Range } from 'vscode-languageserver-types';
import { renamableAt } from '../model/renaming.ts';
import type { Report } from '../model/report.ts';

/** Where the name stands that would be changed at an offset, and the name; or a sentence that says what has one. */
export function prepareRename(report: Report, offset: number): { range: Range; placeholder: string } | string {
  const found = renamableAt(report, offset);
  if (found === undefined)
    return 'There is nothing to rename here. Go to a number, a grade, a note’s mark, a heading’s {#name} or an acronym.';
  return { range: report.text.range(found), placeholder: found.name };
}
