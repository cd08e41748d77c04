import { fairScore, linksOf } from '../../../model/links.ts';
import type { Report } from '../../../model/report.ts';

/** So many tags may stand between those of a recommendation’s neighbours. */
const mostBetween = 2;
/** Of a tag that speaks less surely for any recommendation its place may tell. */
const sure = 0.5;

/**
 * The recommendations, by index, for which the place of a bare tag speaks where its finding’s words do not: findings mostly
 * stand in the order of their recommendations, so a tag between those of 2 and of 4 is that of 3, if by its words it is one
 * more of a recommendation that has another. So it does where one tag is left over, and one recommendation.
 */
export function meantByOrder(report: Report, untagged: ReadonlySet<number>): ReadonlySet<number> {
  const tags = [...linksOf(report).suggestions].sort(([one], [other]) => one.from - other.from);
  const best = tags.map(([, [first]]) => (first === undefined || first.score < fairScore ? undefined : first));
  // The surest tag of each recommendation, by its place among the tags.
  const surest = new Map<number, number>();
  for (const [at, own] of best.entries()) {
    if (own === undefined) continue;
    const known = surest.get(own.recommendation);
    if (known === undefined || own.score > (best[known]?.score ?? 0)) surest.set(own.recommendation, at);
  }
  const meant = new Set<number>();
  const isLeft = (at: number): boolean => {
    const own = best[at];
    return own === undefined || (own.score < sure && surest.get(own.recommendation) !== at);
  };
  if (untagged.size === 1 && tags.filter((_, at) => isLeft(at)).length === 1) return untagged;
  let next = 0;
  for (const recommendation of [...untagged].sort((one, other) => one - other)) {
    const before = surest.get(recommendation - 1);
    const after = surest.get(recommendation + 1);
    if (before === undefined || after === undefined || after <= before || after - before - 1 > mostBetween) continue;
    for (let at = Math.max(before + 1, next); at < after; at++) {
      const own = best[at];
      // One more of a neighbour stands in order as well.
      if (own !== undefined && Math.abs(own.recommendation - recommendation) === 1) continue;
      if (own !== undefined && own.score >= sure && surest.get(own.recommendation) === at) continue;
      meant.add(recommendation);
      next = at + 1;
      break;
    }
  }
  return meant;
}
