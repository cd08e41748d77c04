import type { SectionKind } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { addCount, addToGroup } from '../../text/lists.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A section stands elsewhere than the framework has it. Readers of many reports look for a section in its usual place.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * ## Recommendations
 *    ^^^^^^^^^^^^^^^ This section usually stands before “Leadership, management and governance”
 *
 * ## Information about this inspection
 * ```
 *
 * So does what got below the notices:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Information about this inspection
 *
 * ## {.notices}
 *
 * This publication is available on the website.
 *
 * ## Progress since the last inspection
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This section stands below the notices that end the report
 * ```
 *
 * Move the section, with all that is under it:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## Recommendations
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 */
export const sectionOrder: Rule = {
  id: 'section-order',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A section stands in an unusual place',
  fixable: false,
  readsWords: false,
  *check({ report, framework }) {
    const counts = new Map<SectionKind, number>();
    // (What a board’s section holds is the board’s own.)
    for (const { kind, parent } of report.sections)
      if (kind !== undefined && report.sections[parent ?? -1]?.ownRole !== 'board') addCount(counts, kind);
    const siblings = new Map<number | undefined, Placed[]>();
    const boards = new Set<number | undefined>();
    for (const section of report.sections) {
      const { kind, parent, ownRole } = section;
      if (report.sections[parent ?? -1]?.ownRole === 'board') continue;
      if (ownRole === 'board') boards.add(parent);
      // Beside a board's section, what stands below it is the board's own.
      else if (boards.has(parent) && boardsOwn.has(ownRole ?? '')) continue;
      // A kind of section that stands in several places has no place of its own.
      if (kind === undefined || !kind.ordered || (kind.repeats && counts.get(kind) !== 1)) continue;
      const placed = { section, rank: framework.sections.indexOf(kind) };
      addToGroup(siblings, parent, placed);
    }
    const moved = [...siblings.values()].flatMap(outOfOrder);
    moved.push(...summariesBelow(report, moved), ...belowNotices(report, moved));
    const [first, ...others] = moved;
    if (first === undefined) return;
    yield {
      ...titleSpan(first.section),
      message: `${first.message} Move it there.`,
      related: others.map(({ section, message }) => ({ ...titleSpan(section), message })),
    };
  },
};

/** The parts that a board's section has of its own. */
const boardsOwn: ReadonlySet<string> = new Set(['findings', 'strengths']);

/** Summaries of areas that stand below the findings which they sum up; with two of one the heading between is lost. */
function summariesBelow({ sections }: Report, moved: readonly Moved[]): Moved[] {
  const parts = new Map<string, Section[]>();
  for (const section of sections) {
    const role = section.kind?.role;
    if (role === 'findings' || role === 'area-summary') addToGroup(parts, `${role} ${section.parent}`, section);
  }
  return [...parts].flatMap(([key, [summary, another]]) => {
    const [findings, more] = parts.get(`findings ${summary?.parent}`) ?? [];
    if (!key.startsWith('area-summary') || summary === undefined || another !== undefined) return [];
    if (findings === undefined || more !== undefined || findings.index > summary.index) return [];
    if (moved.some(own => own.section === summary)) return [];
    return [{ section: summary, message: `This section usually stands before ${quotedTitle(findings)}.` }];
  });
}

/** Sections of the report itself below the notices that end it, of whatever order the others may be. */
function belowNotices({ sections }: Report, moved: readonly Moved[]): Moved[] {
  const notices = sections.find(({ ownRole }) => ownRole === 'notices');
  if (notices === undefined) return [];
  return sections.flatMap(section => {
    const { index, kind, ownRole, level } = section;
    if (index < notices.index || level > notices.level || kind === undefined || ownRole === 'notices') return [];
    if (kind.ordered || ends.has(kind.role) || moved.some(own => own.section === section)) return [];
    return [{ section, message: 'This section stands below the notices that end the report, and belongs above them.' }];
  });
}

/** What may stand at a report’s end. */
const ends: ReadonlySet<string> = new Set(['definitions', 'team', 'method', 'contents', 'divider']);

interface Moved {
  readonly section: Section;
  readonly message: string;
}

interface Placed {
  readonly section: Section;
  readonly rank: number;
}

/** The fewest sections that would have to move, each with what is to be said of it. */
function outOfOrder(placed: readonly Placed[]): Moved[] {
  const kept = longestInOrder(placed);
  if (kept.size === placed.length) return [];
  const stay = [...kept];
  const neighbours = new Map<number, { above: Placed | undefined; below: Placed | undefined }>();
  return placed.flatMap(own => {
    if (kept.has(own)) return [];
    const { rank, section } = own;
    // What stays has its ranks in order: the first of a higher one is the same for all sections of this rank.
    const around = neighbours.get(rank) ?? {
      above: stay.find(other => other.rank > rank),
      below: stay.findLast(other => other.rank < rank),
    };
    neighbours.set(rank, around);
    const { above, below } = around;
    const isBelow = above !== undefined && above.section.index < section.index;
    const neighbour = isBelow ? above : below;
    if (neighbour === undefined) return [];
    const place = isBelow ? 'before' : 'after';
    return [{ section, message: `This section usually stands ${place} ${quotedTitle(neighbour.section)}.` }];
  });
}

/** The most sections that stand in the framework’s order, of several choices the one that keeps what comes first. */
function longestInOrder(placed: readonly Placed[]): Set<Placed> {
  /** What follows each section, and how many there are from it on. */
  interface Row {
    readonly own: Placed;
    readonly length: number;
    readonly next: Row | undefined;
  }
  const longer = (one: Row | undefined, other: Row): Row =>
    one === undefined || other.length >= one.length ? other : one;
  /** Of each rank the longest row that begins with it. */
  const rows = new Map<number, Row>();
  for (let i = placed.length - 1; i >= 0; i--) {
    const own = placed[i];
    if (own === undefined) continue;
    let next: Row | undefined;
    for (const row of rows.values()) {
      if (row.own.rank < own.rank || (next !== undefined && row.length < next.length)) continue;
      if (next === undefined || row.length > next.length || row.own.section.index < next.own.section.index) next = row;
    }
    const row = { own, length: 1 + (next?.length ?? 0), next };
    rows.set(own.rank, longer(rows.get(own.rank), row));
  }
  let longest: Row | undefined;
  for (const row of rows.values())
    if (
      longest === undefined ||
      row.length > longest.length ||
      (row.length === longest.length && row.own.section.index < longest.own.section.index)
    )
      longest = row;
  const kept = new Set<Placed>();
  for (let row = longest; row !== undefined; row = row.next) kept.add(row.own);
  return kept;
}
