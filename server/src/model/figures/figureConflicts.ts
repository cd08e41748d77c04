import { DerivedFacts } from '../derivedFacts.ts';
import { numberSlips } from '../numbering/numberSlips.ts';
import type { Report } from '../report.ts';
import { tableConflicts } from '../tables/tableConflicts.ts';
import { alikeFigures } from './alikeFigures.ts';
import { beginningConflicts } from './beginnings.ts';
import { countedDeeds } from './countedDeeds.ts';
import { countedThings } from './countedThings.ts';
import { dateConflicts } from './dateConflicts.ts';
import { dateSlips } from './dateSlips.ts';
import type { FigureConflict, FigurePlace } from './figureConflict.ts';
import { quantityConflicts } from './quantityConflicts.ts';
import { sameThings } from './sameThings.ts';
import { yearSlips } from './yearSlips.ts';

const found = new DerivedFacts<readonly FigureConflict[]>();

/** Where a report contradicts itself in a figure or a date; found on first use. Each figure is in one conflict at most. */
export function figureConflicts(report: Report): readonly FigureConflict[] {
  return found.of(report, () => {
    const lists = listsOf(report);
    // *891 live with foster families: 89% nearby*, *100 live with parents: 94% nearby*: each item of a list tells of its own.
    const isNoList = ({ one, other }: Pick<FigureConflict, 'one' | 'other'>): boolean => {
      const [first, last] = [one.block.index, other.block.index];
      return first === last || lists[first] === 0 || lists[first] !== lists[last];
    };
    const all: FigureConflict[] = [];
    const pairs = new Map<FigurePlace['figure'], FigurePlace['figure']>();
    for (const conflict of [
      ...quantityConflicts(report).filter(isNoList),
      ...dateConflicts(report),
      ...numberSlips(report),
      ...tableConflicts(report),
    ]) {
      const [one, other] = [conflict.one.figure, conflict.other.figure];
      if (pairs.get(one) === other || pairs.get(other) === one) continue;
      pairs.set(one, other);
      all.push(conflict);
    }
    const settled = new Set(all.flatMap(({ one, other }) => [one.figure, other.figure]));
    for (const { one, other, shared } of [
      ...dateSlips(report),
      ...beginningConflicts(report),
      ...alikeFigures(report).filter(isNoList),
      ...countedThings(report),
      ...countedDeeds(report),
      ...yearSlips(report),
      ...sameThings(report).filter(isNoList),
    ]) {
      if (settled.has(one.figure) || settled.has(other.figure)) continue;
      settled.add(one.figure).add(other.figure);
      all.push({ one, other, shared, fact: undefined });
    }
    return all;
  });
}

/** The number of the list in which each block stands, a comment between two items too; 0 of what is in none. */
function listsOf({ document: { blocks } }: Report): Uint32Array {
  const lists = new Uint32Array(blocks.length);
  let list = 0;
  blocks.forEach(({ kind }, at) => {
    if (kind === 'bullet') lists[at] = lists[at - 1] || ++list;
    else if (kind === 'comment') lists[at] = lists[at - 1] ?? 0;
  });
  return lists;
}
