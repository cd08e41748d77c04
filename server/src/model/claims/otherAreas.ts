import { frameworkIndex } from '../frameworkIndex.ts';
import type { Report } from '../report.ts';
import type { Statement } from '../words/statements.ts';

/**
 * Whether two statements stand in the sections of different groups of people, where *plans* are those of each. What is said of
 * leaders is said of all, and an area’s part is its own.
 */
export function areOfOthers({ framework }: Report, { area: one }: Statement, { area: other }: Statement): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  const { areaById } = frameworkIndex(framework);
  const [first, second] = [areaById.get(one), areaById.get(other)];
  if (first?.parent === other || second?.parent === one) return false;
  return [first, second].every(area => area?.concept !== undefined && !ofAll.has(area.concept));
}

const ofAll = new Set(['leadership', 'overall']);
