import type { SectionKind } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { titleKey } from '../model/titleKey.ts';
import type { Span } from '../text/text.ts';

/** Sections that are missing side by side, and the place where they belong. */
export interface Gap {
  readonly kinds: readonly SectionKind[];
  /** The section after which they belong, or in which; none where they belong before all others, or there are no others. */
  readonly after: Section | undefined;
  /** Where their headings would be written, and at which level. */
  readonly at: number;
  readonly level: number;
}

/** The title that a kind of section is given when it is added. */
export function titleOfKind({ titles, role }: SectionKind): string {
  return titles[0] ?? role;
}

/** Whether a block may be a title that has lost its mark, by its kind and length. */
export function mayBeTitle({ document: { blocks } }: Report, index: number): boolean {
  const block = blocks[index];
  return block?.kind === 'plain' && block.content.to - block.content.from <= longestTitle;
}

/** Where a section’s title stands as a paragraph: its heading’s mark is gone, or no blank follows it. */
export function titleAsText(report: Report, { titles, area }: SectionKind): Span | undefined {
  const { document, framework } = report;
  const { blocks, starts, source } = document;
  const own = area === undefined ? undefined : frameworkIndex(framework).areaById.get(area);
  const keys = new Set([...titles, ...(own?.headings ?? []), ...(own?.names ?? [])].map(titleKey));
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'plain' || !mayBeTitle(report, i)) continue;
    const start = starts[i] ?? 0;
    const place = { from: start + block.content.from, to: start + block.content.to };
    const words = titleKey(source.slice(place.from, place.to).replace(/^#+/, ''));
    // A title may go on with its grade: *…: good*, *… is good*.
    const graded = /^(.*?)(?:: | is | are )\S+(?: \S+){0,4}$/.exec(words)?.[1];
    if (keys.has(words) || (graded !== undefined && keys.has(graded))) return place;
  }
  return undefined;
}

const longestTitle = 200;

/** The sections that a report lacks: those that are required, and that of each area which its own list grades. */
export function missingSections(report: Report): Gap[] {
  const { framework, sections } = report;
  const gaps: { kinds: SectionKind[]; after: Section | undefined; at: number; level: number }[] = [];
  const add = (kind: SectionKind, after: Section | undefined, at: number, level: number): void => {
    const same = gaps.find(gap => gap.after === after && gap.at === at && gap.level === level);
    if (same === undefined) gaps.push({ kinds: [kind], after, at, level });
    else same.kinds.push(kind);
  };
  for (const kind of framework.sections) {
    if (!kind.required && !isListed(report, kind)) continue;
    if (kind.within.length === 0) {
      if (!sections.some(section => isOfKind(section, kind))) addTopLevel(report, kind, add);
      continue;
    }
    for (const parent of sections) {
      if (parent.ownRole === undefined || !kind.within.includes(parent.ownRole)) continue;
      const inside = sections.slice(parent.index + 1).filter(({ from }) => from < parent.to);
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

/** Finds the place of a section that stands by itself: after the nearest one before it in the framework’s order that is there. */
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
  add(kind, before, before?.to ?? next?.from ?? report.document.source.length, level);
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

function rankOf({ framework }: Report, { kind }: Section): number {
  return kind === undefined ? -1 : framework.sections.indexOf(kind);
}
