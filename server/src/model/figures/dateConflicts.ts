import { append } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { namedRows } from '../tables/tableRows.ts';
import { factOfDate, lastInspection, namedInspection, publicationOfLast, someInspection } from './factOfDate.ts';
import type { WrittenDate } from './figure.ts';
import { type FigureConflict, mostAlike, type PlacedDate } from './figureConflict.ts';
import { figuredBlocks } from './figures.ts';
import { tenureConflicts } from './tenureConflicts.ts';
import { isOtherDate } from './writtenDates.ts';

/** The date of the last inspection, and from when a post has been held, are facts that reports state more than once. */
export function dateConflicts(report: Report): FigureConflict[] {
  const byFact = new Map<string, PlacedDate[]>();
  for (const block of [...figuredBlocks(report), ...namedRows(report)]) {
    for (const figure of block.dates) {
      const fact = factOfDate(block, figure);
      if (fact === undefined) continue;
      const same = byFact.get(fact);
      if (same === undefined) byFact.set(fact, [{ block, figure }]);
      else if (same.length < mostAlike) same.push({ block, figure });
    }
  }
  const conflicts: FigureConflict[] = [];
  for (const [fact, places] of byFact) {
    if (fact === publicationOfLast || fact === namedInspection) continue;
    const isOfSome = fact === someInspection;
    const odd = oddOnes(isOfSome ? places.filter(({ figure }) => isNextTo(figure, places)) : places);
    for (const { place, usual } of odd) {
      const also = [...places, ...(fact === lastInspection ? ofItsParts(byFact) : [])].filter(
        own => own !== usual && isOtherDate(own.figure, place.figure),
      );
      conflicts.push({ one: usual, other: place, shared: [], fact: isOfSome ? anInspection : fact, also });
    }
    const [first] = places;
    if (fact !== lastInspection || odd.length > 0 || first === undefined) continue;
    const { year } = first.figure;
    // An inspection after the last one, and before this one: *the inspection in 2018*, and *the last inspection in 2017*.
    const later = [...(byFact.get(someInspection) ?? []), ...(byFact.get(namedInspection) ?? [])].find(
      ({ figure }) => figure.year > year && isBefore(figure, report),
    );
    if (later !== undefined) conflicts.push({ one: later, other: first, shared: [], fact });
  }
  append(conflicts, publicationConflicts(byFact, conflicts));
  append(conflicts, tenureConflicts(report, byFact));
  return conflicts;
}

/** What else is dated of the last inspection: the report on it, and what it inspected. */
function ofItsParts(byFact: ReadonlyMap<string, readonly PlacedDate[]>): PlacedDate[] {
  return [...byFact].flatMap(([fact, places]) =>
    fact === publicationOfLast || fact.startsWith(`${lastInspection} of `) ? places : [],
  );
}

/** *The inspection in 2015*, *the inspection in 2016*: two years side by side are one inspection rather than two. */
function isNextTo({ year }: WrittenDate, places: readonly PlacedDate[]): boolean {
  return (
    places.some(({ figure }) => Math.abs(figure.year - year) <= 1 && figure.year !== year) ||
    places.every(({ figure }) => figure.year === year)
  );
}

/** A report on an inspection is published within so many months of it. */
const longestToPublish = 7;

/**
 * What was published before it was inspected, or long after: *the last inspection in 2014*, *its report was published in
 * November 2015*.
 */
function publicationConflicts(
  byFact: ReadonlyMap<string, readonly PlacedDate[]>,
  known: readonly FigureConflict[],
): FigureConflict[] {
  const published = byFact.get(publicationOfLast) ?? [];
  const inspections = byFact.get(lastInspection) ?? partsBefore(byFact, published);
  // (Where the dates of the inspection differ that is told, and not this too.)
  if (published.length === 0 || known.some(({ fact }) => fact === lastInspection)) return [];
  const odd = inspections.filter(({ figure }) => published.every(own => !isPublishedAfter(figure, own.figure)));
  const [first, ...others] = odd;
  const [one, ...also] = published;
  if (first === undefined || one === undefined) return [];
  return [{ one, other: first, shared: [], fact: publicationOfLast, also: [...also, ...others] }];
}

/** What was inspected last, part by part, where the report on all of it is said to be older than each. */
function partsBefore(
  byFact: ReadonlyMap<string, readonly PlacedDate[]>,
  published: readonly PlacedDate[],
): readonly PlacedDate[] {
  const parts = [...byFact].flatMap(([fact, places]) => (fact.startsWith(`${lastInspection} of `) ? places : []));
  const areAllLater = parts.every(({ figure: { year, month } }) =>
    published.every(own => 12 * own.figure.year + (own.figure.month ?? 12) < 12 * year + (month ?? 1)),
  );
  return areAllLater ? parts : [];
}

function isPublishedAfter(inspected: WrittenDate, published: WrittenDate): boolean {
  const first = 12 * inspected.year + (inspected.month ?? 1);
  const last = 12 * inspected.year + (inspected.month ?? 12);
  const from = 12 * published.year + (published.month ?? 1);
  const to = 12 * published.year + (published.month ?? 12);
  return to >= first && from <= last + longestToPublish;
}

/** The dates that fewer others agree with than with one that they contradict, or as few and stand after it. */
function oddOnes(places: readonly PlacedDate[]): { readonly place: PlacedDate; readonly usual: PlacedDate }[] {
  const agreeing = places.map(({ figure }) => places.filter(({ figure: other }) => !isOtherDate(figure, other)).length);
  return places.flatMap((place, i) => {
    let best: number | undefined;
    for (const [j, other] of places.entries()) {
      if (!isOtherDate(place.figure, other.figure)) continue;
      if (best === undefined || (agreeing[j] as number) > (agreeing[best] as number)) best = j;
    }
    if (best === undefined) return [];
    const difference = (agreeing[best] as number) - (agreeing[i] as number);
    return difference > 0 || (difference === 0 && best < i) ? [{ place, usual: places[best] as PlacedDate }] : [];
  });
}

function isBefore({ year }: WrittenDate, { metadata: { inspected } }: Report): boolean {
  return inspected.length > 0 && inspected.every(({ from }) => year < Number(from.slice(0, 4)));
}

const anInspection = 'inspection before this one';
