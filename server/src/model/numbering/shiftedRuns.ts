import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { seriesOf } from './series.ts';
import type { SeriesBreak } from './seriesBreaks.ts';

const found = new DerivedFacts<ReadonlyMap<SeriesBreak, SeriesBreak>>();

/**
 * The breaks with which a run of wrong numbers ends, each with the one with which it begins: who renumbers part of a section
 * repeats numbers at its start and lacks as many at its end, or the other way round. One cause, and one finding.
 */
export function shiftedRuns(report: Report): ReadonlyMap<SeriesBreak, SeriesBreak> {
  return found.of(report, () => {
    const ends = new Map<SeriesBreak, SeriesBreak>();
    for (const { breaks } of seriesOf(report)) {
      for (const [i, end] of breaks.entries()) {
        const start = breaks[i - 1];
        if (start !== undefined && !ends.has(start) && isShift(start, end)) ends.set(end, start);
      }
    }
    return ends;
  });
}

function isShift(start: SeriesBreak, end: SeriesBreak): boolean {
  const [repeated, gap] = start.sort === 'repeated' ? [start, end] : [end, start];
  if (repeated.sort !== 'repeated' || gap.sort !== 'gap' || gap.missing?.count !== repeated.members.length)
    return false;
  // One whose own number is free where it stands has shifted nothing: in 1, 1, 3 the second 1 is a slip by itself.
  if (repeated.right !== undefined) return false;
  const from = start.members[0]?.index ?? 0;
  return (end.members[0]?.index ?? from) - from <= longestRun || isAtSeam(end) || isAtSeam(start);
}

/** Whether a break lies where a section ends: what was renumbered is a section, or its rest. */
function isAtSeam({ members, before }: SeriesBreak): boolean {
  return before !== undefined && members[0]?.section !== before.section;
}

/** Longer runs that end within a section may be two slips. */
const longestRun = 15;
