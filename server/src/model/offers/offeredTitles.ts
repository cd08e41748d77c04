import type { SectionKind } from '../framework.ts';
import type { Report } from '../report.ts';
import type { Section } from '../section.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import { titleKey } from '../titleKey.ts';

/** A title that a heading may have. */
export interface OfferedTitle {
  readonly title: string;
  /** Whether every report has the section. */
  readonly required: boolean;
}

/**
 * The titles for a heading of a level at a block: those that the report lacks, and those that may stand in it again, each
 * in the order of the framework. What stands within another section only is not offered elsewhere.
 */
export function offeredTitles(
  report: Report,
  block: number,
  level: number,
): { readonly missing: readonly OfferedTitle[]; readonly again: readonly OfferedTitle[] } {
  const there = new Set(report.sections.map(({ title }) => titleKey(title)));
  const around = sectionAbove(report, block, level);
  const missing = new Map<string, OfferedTitle>();
  const again = new Map<string, OfferedTitle>();
  for (const kind of report.framework.sections) {
    const [title = '*'] = kind.titles;
    if (!fits(kind, level, around) || title.includes('*')) continue;
    const offered = { title, required: kind.required };
    if (!kind.titles.some(each => there.has(titleKey(each)))) {
      if (!missing.has(title) || kind.required) missing.set(title, offered);
    } else if (kind.repeats) again.set(title, offered);
  }
  return { missing: [...missing.values()], again: [...again.values()] };
}

function fits(kind: SectionKind, level: number, around: Section | undefined): boolean {
  if (kind.level !== undefined && kind.level !== level) return false;
  return kind.within.length === 0 || kind.within.includes(around?.ownRole ?? '');
}

/** The section in which a heading of a level stands. */
function sectionAbove(report: Report, block: number, level: number): Section | undefined {
  let section = sectionOfBlock(report, block);
  while (section !== undefined && section.level >= level) section = report.sections[section.parent ?? -1];
  return section;
}
