import type { Report } from '../model/report.ts';
import { sectionOfBlock } from '../model/sectionOfBlock.ts';

const roles: ReadonlySet<string | undefined> = new Set(['method', 'team', 'notices', 'definitions']);

/** Whether a block stands where the inspectorate’s own fixed text does: its words are not the author’s to choose. */
export function isTemplateText(report: Report, block: number): boolean {
  return roles.has(sectionOfBlock(report, block)?.role);
}
