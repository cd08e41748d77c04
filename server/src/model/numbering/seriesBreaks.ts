import { runsOf } from '../../text/lists.ts';
import type { SeriesKind } from '../framework.ts';
import type { Paragraph } from '../paragraph.ts';
import { sectionStep, seriesNumber, seriesValue } from './seriesNumbers.ts';

/** Where the numbers of a series break off. */
export interface SeriesBreak {
  /**
   * `gap`: numbers are missing before a paragraph; `start`: before the first. `repeated`: paragraphs whose numbers others
   * bear too. `displaced`: paragraphs that do not stand where their numbers belong.
   */
  readonly sort: 'gap' | 'start' | 'repeated' | 'displaced';
  /** The paragraphs at fault; of a gap and a start the one after it. */
  readonly members: readonly Paragraph[];
  /** The neighbours in the right order: the paragraphs between which it stands. */
  readonly before: Paragraph | undefined;
  readonly after: Paragraph | undefined;
  /** Of repeated numbers, the paragraphs that bear them in the right order; of two displaced that changed places, the other. */
  readonly others: readonly Paragraph[];
  /** The first and the last missing number. */
  readonly missing: { readonly first: string; readonly last: string; readonly count: number } | undefined;
  /** The number that a single paragraph at fault should bear, where its neighbours leave only one. */
  readonly right: string | undefined;
}

/** A member: its place among all, its number's value, and its place among those in the right order, or -1. */
interface Place {
  readonly paragraph: Paragraph;
  readonly at: number;
  readonly value: number;
  inOrder: number;
}

/**
 * What lies between two neighbours in the right order. The first lies before the first of them; the last, after the last
 * of them, has room for those that stand in it.
 */
interface Gap {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** The least of the missing numbers' values, and how many they are. */
  readonly least: number;
  readonly count: number;
  /** The members that stand in it, all out of order. */
  readonly standing: readonly Place[];
  /** The values that displaced members elsewhere bear. */
  readonly elsewhere: Set<number>;
}

/** Where the numbers of paragraphs break off that are a series of their own. */
export function breaksAmong(kind: SeriesKind, members: readonly Paragraph[]): SeriesBreak[] {
  const places = members.map((paragraph, at) => ({
    paragraph,
    at,
    value: seriesValue(kind.form, paragraph.number ?? '') ?? 0,
    inOrder: -1,
  }));
  let order = longestAscending(places);
  if (order.length === places.length && isWhole(kind, order)) return [];
  order = withRightStart(kind, places, order);
  order = withLaterTwins(kind, places, order);
  const gaps = gapsOf(kind, places, order);
  const twins = new Map(order.map(place => [place.value, place]));
  /** The gap to which a displaced member's number belongs. */
  const home = (value: number): number | undefined => {
    const at = lowerBound(order, value);
    const gap = gaps[at];
    return gap !== undefined && !twins.has(value) && value >= gap.least && value < gap.least + gap.count
      ? at
      : undefined;
  };
  for (const { value, inOrder } of places) if (inOrder < 0) gaps[home(value) ?? -1]?.elsewhere.add(value);
  return [...gapBreaks(kind, gaps, home), ...memberBreaks(kind, gaps, twins, home)].sort(
    (a, b) => (a.members[0]?.from ?? 0) - (b.members[0]?.from ?? 0),
  );
}

/** The gaps that are breaks of their own: those that no member out of order explains, by its number or by its place. */
function gapBreaks(kind: SeriesKind, gaps: readonly Gap[], home: (value: number) => number | undefined): SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  for (const { before, after, least, count, standing, elsewhere } of gaps) {
    if (after === undefined) continue;
    const belowStart = before === undefined && after.value < least;
    const filling = standing.filter(({ value }) => home(value) === undefined);
    if (!belowStart && count - elsewhere.size <= filling.length) continue;
    let [first, last] = [least, least + count - 1];
    while (elsewhere.has(first)) first++;
    while (elsewhere.has(last)) last--;
    const missing = {
      first: seriesNumber(kind.form, first),
      last: seriesNumber(kind.form, last),
      count: count - elsewhere.size,
    };
    breaks.push({
      sort: before === undefined ? 'start' : 'gap',
      members: [after.paragraph],
      before: before?.paragraph,
      after: after.paragraph,
      others: [],
      missing: belowStart ? undefined : missing,
      right: undefined,
    });
  }
  return breaks;
}

/** The breaks of members out of order: neighbours of one sort are one, and so are two that changed places. */
function memberBreaks(
  kind: SeriesKind,
  gaps: readonly Gap[],
  twins: ReadonlyMap<number, Place>,
  home: (value: number) => number | undefined,
): SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  /** Breaks by the gap in which they stand and the one to which they belong. */
  const moved = new Map<string, number>();
  gaps.forEach((gap, stands) => {
    for (const run of runsOf(gap.standing, (place, last) => isAlike(place, last, twins))) {
      const [first] = run;
      const repeated = twins.has(first.value);
      const paragraphs = run.map(({ paragraph }) => paragraph);
      const belongs = home(first.value);
      if (belongs !== undefined && belongs !== stands && run.every(({ value }) => home(value) === belongs)) {
        const at = moved.get(`${belongs} ${stands}`);
        const other = at === undefined ? undefined : breaks[at];
        if (at !== undefined && other !== undefined) {
          breaks[at] = { ...other, others: [...other.others, ...paragraphs] };
          continue;
        }
        moved.set(`${stands} ${belongs}`, breaks.length);
      }
      breaks.push({
        sort: repeated ? 'repeated' : 'displaced',
        members: paragraphs,
        before: gap.before?.paragraph,
        after: gap.after?.paragraph,
        others: repeated ? run.flatMap(({ value }) => twins.get(value)?.paragraph ?? []) : [],
        missing: undefined,
        right: belongs === undefined ? rightNumber(kind, gap) : undefined,
      });
    }
  });
  return breaks;
}

function isEmpty({ paragraph: { content } }: Place): boolean {
  return content.to <= content.from;
}

/** Neighbours that are out of order alike, or whose numbers follow on one another, as in a series that starts again. */
function isAlike(place: Place, last: Place, twinOf: ReadonlyMap<number, Place>): boolean {
  return twinOf.has(last.value) === twinOf.has(place.value) || place.value === last.value + 1;
}

/** The one number that a gap leaves to the one paragraph that stands in it. */
function rightNumber(kind: SeriesKind, { least, count, standing, elsewhere }: Gap): string | undefined {
  return standing.length === 1 && count === 1 && elsewhere.size === 0 ? seriesNumber(kind.form, least) : undefined;
}

/**
 * The longest subsequence of strictly ascending numbers, by patience sorting; of several the one with the lowest numbers,
 * and of paragraphs with one number the first. Marks its members, and returns them.
 */
function longestAscending(places: readonly Place[]): Place[] {
  const tails: Place[] = [];
  const previous = new Map<Place, Place | undefined>();
  for (const place of places) {
    const at = lowerBound(tails, place.value);
    if (tails[at]?.value === place.value) continue;
    previous.set(place, tails[at - 1]);
    tails[at] = place;
  }
  const order: Place[] = [];
  for (let place = tails.at(-1); place !== undefined; place = previous.get(place)) order.push(place);
  order.reverse();
  order.forEach((place, i) => {
    place.inOrder = i;
  });
  return order;
}

/** A number below the first yields to the first, if that stands beside it: in 1, 0, 3 the 0 should be 2. */
function withRightStart(kind: SeriesKind, places: readonly Place[], order: Place[]): Place[] {
  const [low, next] = order;
  if (low === undefined || kind.form === '1.1' || low.value >= kind.start) return order;
  const right = places.find(({ at, value }) => value === kind.start && at < (next?.at ?? places.length));
  if (right === undefined || right.inOrder >= 0) return order;
  low.inOrder = -1;
  right.inOrder = 0;
  return [right, ...order.slice(1)];
}

/**
 * Of two paragraphs with one number the later bears it rightly if a number is missing before the earlier (in 9, 11, 11, 12
 * the first 11 should be 10), or if the earlier goes on with others out of order (in 1, 1, 2, 2, 3 the second 1 and the
 * first 2 are a list of their own).
 */
function withLaterTwins(kind: SeriesKind, places: readonly Place[], order: readonly Place[]): Place[] {
  const result = [...order];
  let at = -1;
  for (const place of places) {
    if (place.inOrder >= 0) at = place.inOrder;
    const earlier = result[at];
    if (place.inOrder >= 0 || earlier === undefined || place.value !== earlier.value) continue;
    const before = result[at - 1];
    const above = places[earlier.at - 1];
    const isSlip = above === before && missingBetween(kind, before, earlier).count === 1;
    const goesOn = above !== undefined && above.inOrder < 0 && above.value === earlier.value - 1;
    // A number without words is one that is being typed.
    const isBegun = isEmpty(earlier) && !isEmpty(place);
    if (!isSlip && !goesOn && !isBegun) continue;
    earlier.inOrder = -1;
    place.inOrder = at;
    result[at] = place;
  }
  return result;
}

function gapsOf(kind: SeriesKind, places: readonly Place[], order: readonly Place[]): Gap[] {
  const standing: Place[][] = Array.from({ length: order.length + 1 }, () => []);
  let at = 0;
  for (const place of places) {
    if (place.inOrder >= 0) at = place.inOrder + 1;
    else standing[at]?.push(place);
  }
  return standing.map((own, i) => {
    const [before, after] = [order[i - 1], order[i]];
    const missing =
      after === undefined
        ? { least: (before?.value ?? 0) + 1, count: own.length }
        : missingBetween(kind, before, after);
    return { before, after, ...missing, standing: own, elsewhere: new Set() };
  });
}

/** The missing numbers between two neighbours. Sections of the form `1.1` each start anew, and none is missed as a whole. */
function missingBetween(kind: SeriesKind, before: Place | undefined, after: Place) {
  const ofSection = kind.form === '1.1' ? Math.floor(after.value / sectionStep) * sectionStep : 0;
  const start = ofSection + kind.start;
  const least = before === undefined || before.value < ofSection ? start : before.value + 1;
  return { least, count: Math.max(0, after.value - least) };
}

function isWhole(kind: SeriesKind, order: readonly Place[]): boolean {
  return order.every((place, i) => {
    const { least, count } = missingBetween(kind, order[i - 1], place);
    return count === 0 && place.value >= least;
  });
}

/** The first of ascending places whose value is not below `value`. */
function lowerBound(places: readonly Place[], value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.value ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
