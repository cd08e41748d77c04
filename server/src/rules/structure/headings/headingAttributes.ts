import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Framework } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { knownRoles } from '../../../model/sectionMeaning.ts';
import type { Attribute } from '../../../syntax/attributes.ts';
import { certainChangeTo, fixWith } from '../../fixWith.ts';
import { nearestNames } from '../../nearestNames.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding, Fix } from '../../rule.ts';

/** What a heading’s braces hold and the framework does not know: a role, an area. */
export function* unknownAttributes(report: Report, { block, attributes }: Section): Iterable<Finding> {
  const { framework, document } = report;
  const start = document.starts[block] ?? 0;
  if (attributes?.role !== undefined) yield* unknownRole(framework, attributes.role, start);
  if (attributes?.area !== undefined) yield* unknownArea(report, attributes.area, start);
}

/** A role that stands in a heading without its braces: it is printed as the title. */
export function* bareRole({ framework }: Report, section: Section): Iterable<Finding> {
  if (section.title.charAt(0) !== '.' || !rolesOf(framework).has(section.title.slice(1))) return;
  const place = titleSpan(section);
  const text = `{${section.title}}`;
  yield {
    ...place,
    message: `Without braces “${section.title}” is printed as a title. Write “${text}”.`,
    fixes: [certainChangeTo(place, text)],
  };
}

function rolesOf({ sections, numbering }: Framework): ReadonlySet<string> {
  const own = [...sections.map(({ role }) => role), ...numbering.flatMap(({ roles }) => roles)];
  return new Set([...knownRoles, ...own.filter(role => role !== undefined)]);
}

function* unknownRole(framework: Framework, { value, from, to }: Attribute, start: number): Iterable<Finding> {
  const roles = rolesOf(framework);
  if (roles.has(value)) return;
  const place = { from: start + from, to: start + to };
  const near = nearestNames(value, [...roles], own => [own]).map(({ name }) => name);
  yield {
    ...place,
    message: `No section has the role “${value}”. ${near[0] === undefined ? 'Write one that the framework knows, or take it out.' : `Is “${near[0]}” meant?`}`,
    fixes: near.map((name): Fix => fixWith(`Change to “${name}”`, place, `.${name}`)),
  };
}

const ownNumbers = new DerivedFacts<ReadonlySet<string | undefined>>();

/** The numbers that a report gives its areas, in its list or in its headings. */
function numbersOfAreas({ judgements, paragraphs, sections }: Report): Set<string | undefined> {
  return new Set([
    ...judgements.map(({ number }) => number),
    ...sections.map(({ title }) => numberIn(title)),
    ...paragraphs.map(({ number, series }) => (series === undefined ? number : undefined)),
  ]);
}

function* unknownArea(report: Report, { value, from, to }: Attribute, start: number): Iterable<Finding> {
  const { framework } = report;
  const { areaById, areaByNumber } = frameworkIndex(framework);
  if (areaById.has(value) || areaByNumber.has(value)) return;
  // A report that names its own areas may number them in its list or in its headings.
  if (framework.openAreas && !/^\d{1,2}(?:\.\d{1,2}){0,2}$/.test(value)) return;
  if (framework.openAreas && ownNumbers.of(report, numbersOfAreas).has(value)) return;
  yield {
    from: start + from,
    to: start + to,
    message: `There is no area ${value}. Write the number that the ${framework.openAreas ? 'list of judgements' : 'framework'} gives the area.`,
  };
}

/** The number with which a title begins. */
function numberIn(title: string): string | undefined {
  return /^(?:\p{Lu}\p{L}{3,9} )?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d\p{L}])/u.exec(title)?.[1];
}

/** Whether a heading’s line may have braces that are no attributes. */
export function mayHaveLooseBraces(written: string): boolean {
  return brace.test(written);
}

/** Braces at a title’s end that are no attributes, or half of them. */
export function* looseBraces(report: Report, section: Section): Iterable<Finding> {
  const { from: start, to: end } = titleSpan(section);
  const written = report.document.source.slice(start, end).trimEnd();
  if (!brace.test(written)) return;
  const match = early.exec(written) ?? braces.exec(written);
  if (match === null) return;
  const from = start + match.index;
  const to = from + match[0].length;
  yield {
    from,
    to,
    message: 'This is not read, so it is printed with the title. Write a name as {#name}, a role as {.role}.',
    fixes: [fixWith('Take it out', { from: bareEnd(report, from), to }, '')],
  };
}

const braces =
  /(?<!\\)(?:\{(?:[#.][^{}]{0,80}|[\w=:. -]{1,40})[)\]}]?|#[\w-]{1,40}\}|(?<!\])[([][#.][\w-]{1,40}[)\]}]?)$/;
/** What one of them has. */
const brace = /[{}#]|[([]\./;
/** Braces before a title. */
const early = /^\{[#.][\w-]{1,40}\}(?=\s)/;

function bareEnd({ document: { source } }: Report, from: number): number {
  let at = from;
  while (/[ \t\u00a0]/.test(source.charAt(at - 1))) at--;
  return at;
}
