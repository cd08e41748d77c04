import { firstWhere } from '../text/text.ts';
import type { Report } from './report.ts';
import type { Section } from './section.ts';

/** The innermost section in which a block stands; nothing for what stands before the first heading. */
export function sectionOfBlock({ sections }: Report, block: number): Section | undefined {
  let section = sections[firstWhere(sections.length, i => (sections[i]?.block ?? 0) > block) - 1];
  while (section !== undefined && section.blockEnd <= block) section = sections[section.parent ?? -1];
  return section;
}
