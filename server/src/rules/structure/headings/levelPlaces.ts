import type { SectionKind } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { addToGroup } from '../../../text/lists.ts';
import { missingSections } from '../../titles/missingSections.ts';

/** The level at which a section belongs, and one that stands there. */
export interface LevelPlace {
  readonly level: number;
  readonly beside: Section;
}

/**
 * Where sections belong that stand elsewhere than their like: those into which every report is divided, those that each
 * area has, and parts of an area that stand beside it.
 */
export function levelPlaces(report: Report): Map<Section, LevelPlace> {
  const { sections, framework } = report;
  const { areaById } = frameworkIndex(framework);
  const places = new Map<Section, LevelPlace>();
  const main = new Map<SectionKind, Section>();
  const firstOf = new Map<string, Section>();
  const repeated = new Map<SectionKind | string, Section[]>();
  // Where a section is missing, another's part of that title is not it.
  const lacking = new Set(missingSections(report).flatMap(({ kinds }) => kinds));
  for (const section of sections) {
    const { kind, depth, ownArea } = section;
    if (ownArea !== undefined && !firstOf.has(ownArea)) firstOf.set(ownArea, section);
    if (kind === undefined) continue;
    const parent = areaById.get(areaById.get(kind.area ?? '')?.parent ?? '');
    const whole = parent && firstOf.get(parent.id);
    if (whole !== undefined && whole !== section && depth <= whole.depth)
      places.set(section, { level: whole.depth + 1, beside: whole });
    if (
      parent === undefined &&
      isMain(kind) &&
      !main.has(kind) &&
      !lacking.has(kind) &&
      !isPartElsewhere(report, section)
    )
      main.set(kind, section);
    // Where any report is read, sections of one kind and other titles need not be alike.
    if (kind.area === undefined && !isPartOfLike(sections, section))
      addToGroup(repeated, framework.openAreas ? titleKey(section.title) : kind, section);
  }
  const odd = [
    oddOnes([...main.values()], framework.openAreas ? 1 : mostOdd)?.filter(
      ([{ parent }]) => sections[parent ?? -1]?.ownRole !== 'divider',
    ),
    ...[...repeated.values()].map(same => {
      const inAreas = same.filter(({ area }) => area !== undefined);
      const least = inAreas.reduce((depth, section) => Math.min(depth, section.depth), Infinity);
      return oddOnes(same.filter(({ area, depth }) => area !== undefined || depth < least));
    }),
  ];
  for (const [section, place] of odd.flatMap(own => own ?? [])) places.set(section, place);
  return places;
}

/** Whether a section stands in another of its kind: *Areas for improvement* under *What does the local authority need to improve?*. */
function isPartOfLike(sections: readonly Section[], { kind, parent }: Section): boolean {
  for (let above = sections[parent ?? -1]; above !== undefined; above = sections[above.parent ?? -1])
    if (above.kind === kind) return true;
  return false;
}

/**
 * Whether a report that names its own areas has a section as a part: of a summary that is divided, of an area that is
 * graded or stands in a table, or of several sections alike (*Areas for improvement* under each of its questions), or of one of its kind beside
 * it (*Priority concerns*, *Key concerns*).
 */
function isPartElsewhere(report: Report, own: Section): boolean {
  const { framework, judgements, sections } = report;
  const { kind, parent, depth, index } = own;
  const over = sections[parent ?? -1];
  if (!framework.openAreas || over === undefined || over.level === 1) return false;
  const area = titleKey(over.title);
  // (*Areas for improvement* under *Summary of recommendations and areas for improvement*.)
  if (area !== titleKey(own.title) && area.includes(titleKey(own.title))) return true;
  if (judgements.some(({ carrier, areaText }) => carrier === 'entry' && titleKey(areaText) === area)) return true;
  if (over.kind === undefined && isNamedInTable(report, area)) return true;
  const beside = sections.filter(own => own.index !== index && own.depth === depth);
  // (*Report summary* is no title that is known, and a summary all the same.)
  const sumsUp = over.ownRole === 'summary' || /\bsummary\b/.test(area);
  // (How it was inspected may well be told in it.)
  if (sumsUp && own.ownRole === 'method') return true;
  // (*Recommendations* under *What the home needs to do to improve*.)
  if (own.ownRole === 'recommendations' && /\bimprove(?:ments?)?\b/.test(area)) return true;
  return beside.some(own => own.kind === kind || (own.parent === over.index && sumsUp));
}

/** Whether a table’s row begins with a title, or with all of it that stands before its grade: *How good is our setting? 3 – Adequate*. */
function isNamedInTable({ document: { source, blocks, starts } }: Report, title: string): boolean {
  return blocks.some((block, i) => {
    if (block.kind !== 'table') return false;
    const start = starts[i] ?? 0;
    // (A table of grades without a head has the first of them there.)
    return block.rows.some(({ cells: [first] }) => {
      const name = first === undefined ? '' : titleKey(source.slice(start + first.from, start + first.to));
      const rest = title.slice(name.length);
      return name !== '' && title.startsWith(name) && (name.endsWith('?') || /^(?:$|\s?[:(–—-])/.test(rest));
    });
  });
}

/** So many sections at one level show that they all belong there. */
const fewest = 2;

/** A few neighbours may have been pasted at another level; more are as the author has them. */
const mostOdd = 3;

/** Of sections that belong at one level the only one that stands at another, or the few neighbours that do. */
function oddOnes(alike: readonly Section[], atMost = 1): [Section, LevelPlace][] | undefined {
  const byLevel = new Map<number, Section[]>();
  for (const section of alike) addToGroup(byLevel, section.depth, section);
  const [most, least, ...others] = [...byLevel.values()].sort((one, other) => other.length - one.length);
  const [beside] = most ?? [];
  if (most === undefined || beside === undefined || least === undefined || others.length > 0) return undefined;
  if (least.length > atMost || most.length < fewest || most.length <= least.length) return undefined;
  if (least.length > 1 && !areNeighbours(least, alike)) return undefined;
  return least.map(odd => [odd, { level: beside.depth, beside }]);
}

function areNeighbours(some: readonly Section[], all: readonly Section[]): boolean {
  const first = all.indexOf(some[0] as Section);
  return some.every((section, i) => all[first + i] === section);
}

/** Roles of sections into which a report is divided; the others may stand in one of them. */
const mainRoles = new Set(['summary', 'context', 'recommendations', 'children-summary', 'area', 'method']);

function isMain({ within, role }: SectionKind): boolean {
  return within.length === 0 && mainRoles.has(role);
}
