import { topicsOf } from '../claims/topics.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';

/** What a recommendation speaks of: keys. */
export interface RecommendationTopics {
  readonly paragraph: Paragraph;
  readonly keys: ReadonlySet<number>;
}

const found = new DerivedFacts<readonly RecommendationTopics[]>();

/** What each recommendation of a report speaks of, found on first use. */
export function recommendationTopics(report: Report): readonly RecommendationTopics[] {
  return found.of(report, read);
}

function read(report: Report): RecommendationTopics[] {
  if (report.recommendations.length === 0) return [];
  const { ofBlock } = topicsOf(report);
  return report.recommendations.map(paragraph => {
    const keys = new Set<number>();
    for (let i = paragraph.block; i < paragraph.blockEnd; i++) {
      const codes = ofBlock[i]?.codes;
      if (codes !== undefined) for (let word = 0; word < codes.length; word += 2) keys.add(codes[word] as number);
    }
    keys.delete(0);
    return { paragraph, keys };
  });
}

/** So much of the words of both must be the same, and so many there must be. */
const likeness = 0.85;
const fewest = 4;

/** Whether two recommendations speak of the same in nearly the same words. */
export function alike({ keys: one }: RecommendationTopics, { keys: other }: RecommendationTopics): boolean {
  const shorter = Math.min(one.size, other.size);
  if (shorter < fewest || 2 * shorter < likeness * (one.size + other.size)) return false;
  let shared = 0;
  for (const key of one) if (other.has(key)) shared++;
  // If each has a word that the other has not, that is the difference.
  if (shared < shorter) return false;
  return 2 * shared >= likeness * (one.size + other.size);
}
