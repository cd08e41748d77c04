import type { SectionKind } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';

/** The title that a kind of section is given when it is added. */
export function titleOfKind({ titles, role }: SectionKind): string {
  return titles[0] ?? role;
}

/** The keys of all titles that a kind of section may have. */
export function titleKeys({ framework }: Report, { titles, area }: SectionKind): ReadonlySet<string> {
  const own = area === undefined ? undefined : frameworkIndex(framework).areaById.get(area);
  return new Set([...titles, ...(own?.headings ?? []), ...(own?.names ?? [])].map(titleKey));
}

/** Whether words are one of these titles; a title may go on with its grade: *…: good*, *… is good*. */
export function isTitle(keys: ReadonlySet<string>, words: string): boolean {
  const graded = /^(.*?)(?:: | is | are | (?=requires? ))\S+(?: \S+){0,4}$/.exec(words)?.[1];
  return keys.has(words) || (graded !== undefined && keys.has(graded));
}

/** In shorter titles slips and blanks tell nothing. */
export const longEnough = 10;
/** So many letters of a title may be wrong. */
export const slips = 2;
/** No title is longer than this, marks, grade and underline included. */
export const longestTitle = 280;
