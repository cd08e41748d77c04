import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { addToGroup } from '../../../text/lists.ts';
import { fixWith } from '../../fixWith.ts';
import { quotedTitle } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import type { LevelPlace } from './levelPlaces.ts';

/** Headings that have come out of the section in which alone their title has its place, and only ones under another. */
export function* strayLevels(report: Report, told: ReadonlyMap<Section, LevelPlace>): Iterable<Finding> {
  const { sections, framework } = report;
  const children = new Map<number, Section[]>();
  const before = new Map<Section, Section>();
  for (const section of sections) {
    const last = children.get(section.parent ?? -1)?.at(-1);
    if (last !== undefined) before.set(section, last);
    addToGroup(children, section.parent ?? -1, section);
  }
  for (const section of sections) {
    const { kind, title, depth, index, parent, heading, level } = section;
    if (told.has(section) || title === '') continue;
    const place = { from: heading.from, to: heading.from + level };
    const above = sections[index - 1];
    if (kind === undefined && above !== undefined && above.depth === depth && above.ownRole !== undefined) {
      const key = titleKey(title);
      const isPart = framework.sections.some(
        ({ within, titles }) => within.includes(above.ownRole ?? '') && titles.some(own => titleKey(own) === key),
      );
      // Once the one above is raised to where it belongs, this one stands under it.
      if (isPart && (told.get(above)?.level ?? depth) < depth) continue;
      if (isPart) {
        const marks = '#'.repeat(level + 1);
        yield {
          ...place,
          message: `This heading belongs lower, under ${quotedTitle(above)}. Begin it with ${marks}.`,
          fixes: [fixWith('Lower the heading', place, marks)],
        };
        continue;
      }
    }
    const divided = framework.openAreas ? undefined : dividedBefore(section, before.get(section), children);
    if (divided !== undefined) {
      const marks = '#'.repeat(level + 1);
      yield {
        ...place,
        severity: 'information',
        message: `No report has a section of this title. Does it belong under ${quotedTitle(divided)}, with ${marks}?`,
        fixes: [fixWith('Lower the heading', place, marks)],
      };
      continue;
    }
    // (Where any report is read, a section may have one box in it, or one example.)
    const over = framework.openAreas ? undefined : sections[parent ?? -1];
    if (over === undefined || over.depth < deepEnough || depth !== over.depth + 1 || kind !== undefined) continue;
    const beside = children.get(over.parent ?? -1) ?? [];
    if (children.get(over.index)?.length !== 1 || beside.length < fewestBeside) continue;
    if (beside.some(own => own !== over && children.has(own.index))) continue;
    const marks = '#'.repeat(level - 1);
    yield {
      ...place,
      severity: 'information',
      message: `This is the only heading under ${quotedTitle(over)}. Does it belong beside it, with ${marks}?`,
      fixes: [fixWith('Raise the heading', place, marks)],
    };
  }
}

/**
 * The section that every report has and that ends where one begins which none has, if both are divided by titles that are the report’s own:
 * a heading raised in the middle takes the rest of its section with it.
 */
function dividedBefore(
  { kind, ownRole, index }: Section,
  before: Section | undefined,
  children: ReadonlyMap<number, readonly Section[]>,
): Section | undefined {
  if (kind !== undefined || ownRole !== undefined || before?.kind === undefined) return undefined;
  const own = children.get(index) ?? [];
  if (own.length === 0 || own.some(isKnown)) return undefined;
  const parts = children.get(before.index) ?? [];
  return parts.every(isKnown) ? undefined : before;
}

function isKnown({ kind }: Section): boolean {
  return kind !== undefined;
}

/** Above it a section may well have a single part. */
const deepEnough = 3;
/** So many headings of a level show how it is divided, or that it is not. */
const fewestBeside = 3;
