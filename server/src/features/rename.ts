import { renamableAt } from '../model/renaming.ts';
import type { Report } from '../model/report.ts';
import type { Edit } from '../text/edit.ts';

/** The edits that rename what stands at an offset, in all its places in this report; or a sentence that says why not. */
export function rename(report: Report, offset: number, name: string): readonly Edit[] | string {
  return renamableAt(report, offset)?.renamed(name.trim()) ?? 'Nothing here has a name that can be changed.';
}
