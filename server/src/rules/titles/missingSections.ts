import type { SectionKind } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { isOfVisit } from '../../model/visitReport.ts';
import { firstWhere } from '../../text/text.ts';
import { standElsewhere } from '../numbers/numbersElsewhere.ts';

/** Sections that are missing side by side, and the place where they belong. */
export interface Gap {
  readonly kinds: readonly SectionKind[];
  /** The section after which they belong, or in which; none where they belong before all others, or there are no others. */
  readonly after: Section | undefined;
  /** Where their headings would be written, and at which level. */
  readonly at: number;
  readonly level: number;
}

/** The sections that a report lacks: those that are required, and that of each area which its own list grades. */
export function missingSections(report: Report): Gap[] {
  const { framework, sections } = report;
  const gaps: { kinds: SectionKind[]; after: Section | undefined; at: number; level: number }[] = [];
  if (isOfVisit(report)) return gaps;
  const byPlace = new Map<string, SectionKind[]>();
  const add = (kind: SectionKind, after: Section | undefined, at: number, level: number): void => {
    const place = `${after?.index} ${at} ${level}`;
    const same = byPlace.get(place);
    if (same !== undefined) {
      same.push(kind);
      return;
    }
    const kinds = [kind];
    byPlace.set(place, kinds);
    gaps.push({ kinds, after, at, level });
  };
  for (const kind of framework.sections) {
    if (!kind.required && !isListed(report, kind)) continue;
    if (kind.within.length === 0) {
      if (!sections.some(section => isOfKind(section, kind) && !isBoards(report, section)))
        addTopLevel(report, kind, add);
      continue;
    }
    for (const parent of sections) {
      if (parent.ownRole === undefined || !kind.within.includes(parent.ownRole)) continue;
      const end = firstWhere(sections.length, i => (sections[i]?.from ?? 0) >= parent.to);
      const inside = sections.slice(parent.index + 1, end);
      if (inside.some(section => isOfKind(section, kind))) continue;
      const rank = framework.sections.indexOf(kind);
      const next = inside.find(section => section.depth === parent.depth + 1 && rankOf(report, section) > rank);
      add(kind, parent, next?.from ?? parent.to, parent.depth + 1);
    }
  }
  return gaps;
}

/** Whether the list of judgements grades an area that has a section of its own, which may be there or not. */
function isListed({ framework, judgements }: Report, { area: id }: SectionKind): boolean {
  const area = id === undefined ? undefined : frameworkIndex(framework).areaById.get(id);
  if (area === undefined || area.parent !== undefined || !area.expects.includes('section')) return false;
  return judgements.some(own => own.carrier === 'entry' && own.area === id && own.areaMatch === 'name');
}

type Add = (kind: SectionKind, after: Section | undefined, at: number, level: number) => void;

/**
 * Finds the place of a section that stands by itself: after the nearest one before it in the framework’s order that is
 * there.
 */
function addTopLevel(report: Report, kind: SectionKind, add: Add): void {
  const { framework, sections } = report;
  const rank = framework.sections.indexOf(kind);
  const parentArea = kind.area === undefined ? undefined : frameworkIndex(framework).areaById.get(kind.area)?.parent;
  const parent = parentArea === undefined ? undefined : sections.find(({ ownArea }) => ownArea === parentArea);
  if (parent !== undefined) {
    add(kind, parent, parent.to, parent.depth + 1);
    return;
  }
  const level = kind.level ?? topLevel(sections);
  let before: Section | undefined;
  let next: Section | undefined;
  const seen = new Set<SectionKind>();
  for (const section of sections) {
    // A section that repeats has its place by its first occurrence.
    if (section.depth > level || section.kind === undefined || seen.has(section.kind)) continue;
    seen.add(section.kind);
    const own = rankOf(report, section);
    if (own < rank && (before === undefined || own >= rankOf(report, before))) before = section;
    if (own > rank && (next === undefined || own < rankOf(report, next))) next = section;
  }
  const at = before?.to ?? next?.from ?? report.document.source.length;
  const first = kind.paragraphs === 'unnumbered' ? undefined : afterLostNumbers(report, level);
  if (first !== undefined && first.from < at) {
    const above = sections.slice(0, first.index).findLast(({ depth }) => depth <= level);
    add(kind, above, first.from, level);
  } else add(kind, before, at, level);
}

/** The section with the first numbers of a report in which those before them stand nowhere: they stood above it. */
function afterLostNumbers(report: Report, level: number): Section | undefined {
  let section = report.sections[firstAfterLost(report)?.section ?? -1];
  while (section !== undefined && section.depth > level) section = report.sections[section.parent ?? -1];
  return section;
}

/** The first paragraph of a series that has a number, if several that should stand before it stand nowhere. */
export function firstAfterLost(report: Report): Paragraph | undefined {
  for (const series of seriesOf(report)) {
    const start = series.breaks.find(({ sort, missing }) => sort === 'start' && (missing?.count ?? 0) > 1);
    if (start !== undefined && !standElsewhere(report, series, start)) return start.after;
  }
  return undefined;
}

function topLevel(sections: readonly Section[]): number {
  let level = 7;
  for (const section of sections) if (section.ownRole !== undefined) level = Math.min(level, section.depth);
  return level === 7 ? 2 : level;
}

function isOfKind(section: Section, kind: SectionKind): boolean {
  if (kind.area !== undefined) return section.ownArea === kind.area;
  return section.kind === kind || (section.kind === undefined && section.ownRole === kind.role);
}

/** Whether a summary or recommendations are those of a board that the report is about besides, in its own section. */
function isBoards({ sections }: Report, { ownRole, parent }: Section): boolean {
  if (ownRole !== 'recommendations' && ownRole !== 'summary') return false;
  for (let above = sections[parent ?? -1]; above !== undefined; above = sections[above.parent ?? -1])
    if (above.ownRole === 'board') return true;
  return false;
}

function rankOf({ framework }: Report, { kind }: Section): number {
  return kind === undefined ? -1 : framework.sections.indexOf(kind);
}
