import { editDistance } from './editDistance.ts';

/** The known word that was probably meant, if one is near enough; case does not matter. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let limit = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance < limit) {
      best = candidate;
      limit = distance;
    }
  }
  return best;
}

/** The question that ends a message: ` Did you mean “x”?`; nothing if there is no such word. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean “${word}”?`;
}

/** The known word that this one begins, if there is only one, else the nearest. */
export function nearestOrLonger(word: string, known: readonly string[]): string | undefined {
  const longer = known.filter(each => word.length > 2 && each.startsWith(word.toLowerCase()));
  return longer.length === 1 ? longer[0] : nearest(word, known);
}
