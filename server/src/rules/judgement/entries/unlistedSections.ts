import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';

/** Fewer listed areas with sections of their own may be so by chance. */
const fewest = 3;
/** Where each section of its level has a grade of its own, and the list has those of all others, so many show it. */
const fewestGraded = 2;

/** So many listed areas with sections of their own may stand at several levels. */
const fewestOfLevels = 5;

/**
 * Of a report that names its own areas: the one section among those of all listed areas, or beside them with a grade of its
 * own, for which the list has no entry. A question: it may be meant to have no grade.
 */
export function* unlistedSections(report: Report): Iterable<Finding> {
  const { framework, judgements, sections } = report;
  if (!framework.openAreas) return;
  const listed = new Set(
    judgements.flatMap(({ carrier, areaText }) => (carrier === 'entry' ? [nameOf(areaText)] : [])),
  );
  if (listed.size < fewest) return;
  const own = sections.filter(({ title }) => listed.has(nameOf(title)));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || own.length < Math.max(fewestGraded, listed.size - 1)) return;
  if (own.some(({ level, parent }) => level !== first.level || parent !== first.parent)) return;
  const graded = new Set(judgements.flatMap(({ carrier, section }) => (carrier === 'entry' ? [] : (section ?? []))));
  const holding = new Set(judgements.flatMap(({ carrier, section }) => (carrier === 'entry' ? (section ?? []) : [])));
  const isBeside = ({ index, level, parent, title }: Section): boolean =>
    level === first.level &&
    parent === first.parent &&
    title !== '' &&
    !listed.has(nameOf(title)) &&
    !holding.has(index) &&
    ((index > first.index && index < last.index) || graded.has(index));
  const [only, another] = sections.filter(isBeside);
  if (only === undefined || another !== undefined) return;
  // (*Are services responsive?* is *Are services responsive to people’s needs?* in its heading.)
  if ([...listed].some(name => nameOf(only.title).startsWith(`${name.replace(/\?$/, '')} `))) return;
  const byLine = new Set(judgements.flatMap(({ carrier, section }) => (carrier === 'line' ? (section ?? []) : [])));
  const isLike = [only, ...own].every(({ index }) => byLine.has(index));
  if (own.length < fewest && !isLike) return;
  yield {
    ...titleSpan(only),
    severity: 'information',
    message: `“${only.title}” stands among the sections of what is graded, and the list has no grade for it. Is its entry missing?`,
  };
}

/**
 * Of a report that names its own areas: the one section of a listed area that has no grade of its own, where those of all others
 * have. A question.
 */
export function* ungradedAmongOwn(report: Report): Iterable<Finding> {
  const { framework, judgements, sections } = report;
  if (!framework.openAreas) return;
  const grades = new Map<string, string>();
  const graded = new Set<number>();
  for (const { carrier, areaText, section, text } of judgements)
    if (carrier === 'entry') grades.set(nameOf(areaText), text);
    else if (carrier === 'line' || carrier === 'heading') graded.add(section ?? -1);
  const inHeadings = judgements.some(({ carrier }) => carrier === 'heading');
  if (graded.size < fewestGraded) return;
  if (grades.size > mostListed) return;
  const own = sections.filter(({ title }) => title !== '' && listedName(grades, title) !== undefined);
  const [only, another] = own.filter(({ index }) => !graded.has(index));
  if (only === undefined || another !== undefined || own.length <= fewestGraded) return;
  // Of many, some may be parts of others.
  const isBeside = ({ level, parent }: Section): boolean => level === only.level && parent === only.parent;
  if (own.length < fewestOfLevels && !own.every(isBeside)) return;
  const listed = new Set(own);
  if (sections.some(section => isBeside(section) && graded.has(section.index) && !listed.has(section))) return;
  const name = listedName(grades, only.title) ?? '';
  if (name !== nameOf(only.title)) {
    yield {
      ...titleSpan(only),
      message: 'The grade in this heading is not read. Put a colon before it.',
      severity: 'warning',
    };
    return;
  }
  yield {
    ...titleSpan(only),
    severity: 'information',
    message: `This section gives no grade, though those beside it do. The list says *${grades.get(name)}*: write it ${inHeadings ? 'after a colon in' : 'under'} the heading.`,
  };
}

/** The listed area whose title a section has, or has before its grade with another mark than a colon. */
function listedName(grades: ReadonlyMap<string, string>, title: string): string | undefined {
  const key = nameOf(title);
  if (grades.has(key)) return key;
  for (const [name, grade] of grades)
    if (key.startsWith(`${name} `) || key.startsWith(`${name};`)) {
      if (key.slice(name.length).replace(/^[ ;,.–—-]+/, '') === titleKey(grade)) return name;
    }
  return undefined;
}

/** No list of judgements has more entries. */
const mostListed = 60;

/** What an area is compared by: its name without a number or a grade. */
function nameOf(written: string): string {
  return titleKey(written.replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+/, '').replace(/:\s[^:]{1,40}$/, ''));
}
