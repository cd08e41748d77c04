import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import {
  alike,
  type RecommendationTopics,
  recommendationTopics,
} from '../../model/suggestions/recommendationTopics.ts';
import type { Rule } from '../rule.ts';

/**
 * Two recommendations ask for the same thing in nearly the same words. Readers look for the difference, and whoever is
 * inspected will answer the same point twice.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments for children looked after.
 *
 * 2. Reduce the number of pupils who are excluded from school.
 *
 * 3. Improve timeliness of health assessments for all children looked after.
 * ^ Recommendation 3 asks for the same as 1, in nearly the same words. Join them, or say what is different.
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments for children looked after.
 *
 * 2. Improve the quality of health plans for children looked after.
 * ```
 *
 * A board’s recommendations are not compared with those of the authority: both may be asked for the same.
 */
export const duplicateRecommendation: Rule = {
  id: 'duplicate-recommendation',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'Two recommendations ask for the same',
  fixable: false,
  readsWords: ({ kind }) => kind === 'recommendation',
  unhurried: true,
  *check({ report }) {
    const all = recommendationTopics(report);
    const indexes = new Map(all.map((own, i) => [own, i]));
    const written = new Map<string, (typeof all)[number]>();
    const twins = new Map<number, number>();
    for (const [i, one] of all.entries()) {
      const words = report.document.source.slice(one.paragraph.content.from, one.paragraph.content.to);
      const first = written.get(words);
      const isNextOf = (own: RecommendationTopics | undefined) =>
        own !== undefined && twins.get(i - 1) === (indexes.get(own) ?? -1) - 1;
      if (first === undefined) written.set(words, one);
      // A board may be asked for nearly the same, but not in the same words.
      const other =
        all
          .slice(Math.max(0, i - nearest), i)
          .find(before => before.paragraph.section === one.paragraph.section && alike(before, one)) ??
        (words.length >= shortest || isNextOf(first) ? first : undefined);
      if (other === undefined || areOfTwins(report, one.paragraph, other.paragraph)) continue;
      // Of several that stand there once more, the first is told.
      const like = indexes.get(other) ?? -1;
      twins.set(i, like);
      if (twins.get(i - 1) === like - 1 && areVerbatim(report, one, other)) continue;
      const { number, numberSpan, content } = one.paragraph;
      const { from, to } = numberSpan ?? content;
      const name = number === undefined ? 'This recommendation' : `Recommendation ${number}`;
      const twin = other.paragraph.number ?? 'one before it';
      yield {
        from,
        to,
        message: `${name} asks for the same as ${twin}, in nearly the same words. Join them, or say what is different.`,
        related: [{ ...other.paragraph.content, message: 'The other recommendation.' }],
      };
    }
  },
};

function areVerbatim(
  { document: { source } }: Report,
  one: RecommendationTopics,
  other: RecommendationTopics,
): boolean {
  const wordsOf = ({ paragraph: { content } }: RecommendationTopics) => source.slice(content.from, content.to);
  return wordsOf(one) === wordsOf(other);
}

/** Whether two stand in sections that are there twice, with the same number: that the section is, is told. */
function areOfTwins({ sections }: Report, one: Paragraph, other: Paragraph): boolean {
  if (one.number !== other.number || one.number === undefined) return false;
  return one.section === other.section || sections[one.section ?? -1]?.title === sections[other.section ?? -1]?.title;
}

/** Shorter ones may be asked of two. */
const shortest = 60;

/** A recommendation is compared with so many before it: no list is longer. */
const nearest = 60;
