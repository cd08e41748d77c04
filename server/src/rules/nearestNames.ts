import { titleKey } from '../model/titleKey.ts';
import { editDistance } from '../text/editDistance.ts';

/** A candidate with the name of it that is nearest to the words that were looked up. */
export interface Near<Candidate> {
  readonly candidate: Candidate;
  readonly name: string;
  readonly distance: number;
}

/** Candidates that may be meant by words that are nearly one of their names, the likeliest first. */
export function nearestNames<Candidate>(
  words: string,
  candidates: readonly Candidate[],
  namesOf: (candidate: Candidate) => readonly string[],
): Near<Candidate>[] {
  const key = titleKey(words);
  const limit = Math.max(2, Math.ceil(key.length * 0.4)) + 1;
  const near: Near<Candidate>[] = [];
  for (const candidate of candidates) {
    let best: Near<Candidate> | undefined;
    for (const name of namesOf(candidate)) {
      const distance = editDistance(key, titleKey(name), best?.distance ?? limit);
      if (distance < (best?.distance ?? limit)) best = { candidate, name, distance };
    }
    if (best !== undefined) near.push(best);
  }
  return near.sort((a, b) => a.distance - b.distance);
}
