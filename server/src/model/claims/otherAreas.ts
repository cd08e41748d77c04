import type { Framework } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Report } from '../report.ts';
import type { Statement } from '../words/statements.ts';

/** What is known of pairs of areas: it is asked very often. */
const known = new WeakMap<Framework, Map<string, boolean>>();

/**
 * Whether two statements stand in the sections of different groups of people, where *plans* are those of each. What is said of
 * leaders is said of all, and an area’s part is its own.
 */
export function areOfOthers({ framework }: Report, { area: one }: Statement, { area: other }: Statement): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  const pairs = known.get(framework) ?? new Map<string, boolean>();
  known.set(framework, pairs);
  const pair = `${one} ${other}`;
  const areApart = pairs.get(pair) ?? areAreasOfOthers(framework, one, other);
  pairs.set(pair, areApart);
  return areApart;
}

function areAreasOfOthers(framework: Framework, one: string, other: string): boolean {
  const { areaById } = frameworkIndex(framework);
  const [first, second] = [areaById.get(one), areaById.get(other)];
  if (first?.parent === other || second?.parent === one) return false;
  return [first, second].every(area => area?.concept !== undefined && !ofAll.has(area.concept));
}

const ofAll = new Set(['leadership', 'overall']);
