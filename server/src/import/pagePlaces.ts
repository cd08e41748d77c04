import { addToGroup } from '../text/lists.ts';

/** A number that may be its page's, and how many characters of the text stand above it. */
export interface PlacedNumber {
  readonly number: number;
  readonly above: number;
  /** Whether something sets it apart from the text around it. */
  readonly isApart?: boolean;
}

/**
 * Numbers of pages, for each the one of its value that stands nearest to where its page ends: others are notes’. `mayBe`:
 * whether a number may stand for another of the same value.
 */
export function atTheirPlaces<Found extends PlacedNumber>(
  found: readonly Found[],
  numbers: readonly Found[],
  mayBe: (each: Found, own: Found) => boolean = () => true,
): Found[] {
  const placed = [...found];
  if (found.length < 2) return placed;
  const page = pageLength(found);
  const byValue = new Map<number, Found[]>();
  for (const each of numbers) addToGroup(byValue, each.number, each);
  // From the last on: what is found for one says where the one before it may stand.
  for (let i = found.length - 1; i >= 0; i--) {
    const own = found[i]!;
    const above = found[i - 1];
    const below = placed[i + 1];
    const isBetween = (each: Found) =>
      mayBe(each, own) && each.above > (above?.above ?? -1) && each.above < (below?.above ?? Infinity);
    const alike = (byValue.get(own.number) ?? []).filter(isBetween);
    if (alike.length < 2) continue;
    const places = [
      ...(above === undefined ? [] : [above.above + page * (own.number - above.number)]),
      ...(below === undefined ? [] : [below.above - page * (below.number - own.number)]),
    ];
    const wanted = places.reduce((sum, place) => sum + place, 0) / places.length;
    const distance = (each: Found) => Math.abs(each.above - wanted) + (each.isApart === false ? page / 4 : 0);
    const nearest = alike.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    // Notes stand above their page’s foot.
    const isByIt = (each: Found) => each.isApart === nearest.isApart && each.above - nearest.above < page * 0.4;
    placed[i] = alike.findLast(isByIt) ?? nearest;
  }
  return placed;
}

/** How much text a page has, by the numbers of pages. */
export function pageLength(found: readonly PlacedNumber[]): number {
  const first = found[0]!;
  const last = found.at(-1)!;
  return (last.above - first.above) / Math.max(1, last.number - first.number);
}
