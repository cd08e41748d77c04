import { addToGroup } from '../text/lists.ts';
import type { Span } from '../text/text.ts';

/**
 * Places that should all say the same, grouped by what they say: the rarest first, of equals the one that comes last in the
 * text.
 */
export function oddOneOut<Place extends Span>(places: readonly Place[], said: (place: Place) => string): Said<Place>[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const words = said(place);
    addToGroup(groups, words, place);
  }
  return [...groups]
    .map(([words, group]) => ({ words, places: group, last: group.at(-1) as Place }))
    .sort((a, b) => a.places.length - b.places.length || b.last.from - a.last.from);
}

/** The places that say the same. */
export interface Said<Place> {
  readonly words: string;
  readonly places: readonly Place[];
  readonly last: Place;
}
