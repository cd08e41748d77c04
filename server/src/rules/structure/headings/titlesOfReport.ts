import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';

const byTitle = new DerivedFacts<ReadonlyMap<string, Section>>();

/** The first section of each title, by what titles are compared by. */
export function sectionsByTitle(report: Report): ReadonlyMap<string, Section> {
  return byTitle.of(report, firstByTitle);
}

function firstByTitle({ sections }: Report): Map<string, Section> {
  return new Map(sections.toReversed().map(section => [titleKey(section.title), section]));
}

const titlesAgain = new DerivedFacts<ReadonlySet<string>>();

/** Whether several sections have a title, given by what it is compared by. */
export function isRepeated(report: Report, key: string): boolean {
  return titlesAgain.of(report, repeatedTitles).has(key);
}

function repeatedTitles({ sections }: Report): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { title } of sections) {
    const key = titleKey(title);
    (once.has(key) ? again : once).add(key);
  }
  return again;
}
