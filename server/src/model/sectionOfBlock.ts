import type { Report } from './report.ts';
import type { Section } from './section.ts';

/** The innermost section in which a block stands; nothing for what stands before the first heading. */
export function sectionOfBlock({ sections }: Report, block: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.block ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  let section = sections[low - 1];
  while (section !== undefined && section.blockEnd <= block) section = sections[section.parent ?? -1];
  return section;
}
