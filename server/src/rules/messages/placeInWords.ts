import { paragraphOfBlock } from '../../model/paragraphOfBlock.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';

/** Where a block stands, as a message says it: its paragraph's number, else its section. */
export function placeInWords(report: Report, block: number): string {
  const { number, series } = paragraphOfBlock(report, block) ?? {};
  if (number !== undefined && series !== undefined) return `paragraph ${number}`;
  const isTable = report.document.blocks[block]?.kind === 'table';
  const section = sectionOfBlock(report, block);
  if (section === undefined || section.title === '') return isTable ? 'the table in the opening' : 'the opening';
  const parent = section.role === 'area-summary' ? report.sections[section.parent ?? -1]?.title : undefined;
  if (isTable) return `the table in “${section.title}”`;
  return parent === undefined ? `“${section.title}”` : `the summary of “${parent}”`;
}
