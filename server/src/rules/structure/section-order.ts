import type { SectionKind } from '../../model/framework.ts';
import type { Section } from '../../model/section.ts';
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
    for (const { kind } of report.sections) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const siblings = new Map<number | undefined, Placed[]>();
    for (const section of report.sections) {
      const { kind, parent } = section;
      // A kind of section that stands in several places has no place of its own.
      if (kind === undefined || !kind.ordered || (kind.repeats && counts.get(kind) !== 1)) continue;
      const placed = { section, rank: framework.sections.indexOf(kind) };
      const group = siblings.get(parent);
      if (group === undefined) siblings.set(parent, [placed]);
      else group.push(placed);
    }
    const moved = [...siblings.values()].flatMap(outOfOrder);
    const [first, ...others] = moved;
    if (first === undefined) return;
    yield {
      ...titleSpan(first.section),
      message: `${first.message} Move it there.`,
      related: others.map(({ section, message }) => ({ ...titleSpan(section), message })),
    };
  },
};

interface Placed {
  readonly section: Section;
  readonly rank: number;
}

/** The fewest sections that would have to move, each with what is to be said of it. */
function outOfOrder(placed: readonly Placed[]): { section: Section; message: string }[] {
  const kept = longestInOrder(placed);
  if (kept.size === placed.length) return [];
  return placed.flatMap((own, i) => {
    if (kept.has(own)) return [];
    const before = placed.find((other, j) => j < i && kept.has(other) && other.rank > own.rank);
    const after = placed.findLast((other, j) => j > i && kept.has(other) && other.rank < own.rank);
    const neighbour = before ?? after;
    if (neighbour === undefined) return [];
    const place = before === undefined ? 'after' : 'before';
    return [
      {
        section: own.section,
        message: `This section usually stands ${place} ${quotedTitle(neighbour.section)}.`,
      },
    ];
  });
}

/** The most sections that stand in the framework’s order, of several choices the one that keeps what comes first. */
function longestInOrder(placed: readonly Placed[]): Set<Placed> {
  const lengths: number[] = [];
  const nexts: number[] = [];
  for (let i = placed.length - 1; i >= 0; i--) {
    lengths[i] = 1;
    nexts[i] = -1;
    for (let j = i + 1; j < placed.length; j++) {
      if ((placed[j]?.rank ?? 0) < (placed[i]?.rank ?? 0) || (lengths[j] ?? 0) + 1 <= (lengths[i] ?? 0)) continue;
      lengths[i] = (lengths[j] ?? 0) + 1;
      nexts[i] = j;
    }
  }
  const kept = new Set<Placed>();
  for (let i = lengths.indexOf(Math.max(...lengths)); i >= 0; i = nexts[i] ?? -1) {
    const own = placed[i];
    if (own !== undefined) kept.add(own);
  }
  return kept;
}
