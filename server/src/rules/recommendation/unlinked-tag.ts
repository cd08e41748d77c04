import { firstWords } from '../../model/firstWords.ts';
import { bareTags, fairScore, isRanked, linksOf } from '../../model/links.ts';
import type { TagLink } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Suggestion } from '../../model/suggestions/suggestions.ts';
import { numberedTag } from '../../model/tags/numberedTag.ts';
import { fixWith } from '../fixWith.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * A tag says that a finding supports a recommendation, but not which. That is how reports are published; while writing,
 * the link can be confirmed in a comment, which is not printed and is renumbered with the rest. Then it can be seen
 * what rests on what. The fit is told by the words of both.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Too many pupils are excluded. (Recommendation)
 *                                  ^^^^^^^^^^^^^^^^ This tag names no recommendation. Best fit: **2**; both speak of *pupils*, *excluded*
 * ```
 *
 * ```inspectmark,fixed
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Too many pupils are excluded. (Recommendation)<!-- 2 -->
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 2. Too many pupils are excluded. (Recommendation 1)
 *
 * 3. Pupils are excluded without a reason. (Recommendation)<!-- 1 -->
 * ```
 */
export const unlinkedTag: Rule = {
  id: 'unlinked-tag',
  group: 'recommendation',
  kind: 'style',
  severity: 'hint',
  summary: 'A tag does not say which recommendation it means',
  fixable: true,
  readsWords: isRanked,
  *check({ report, framework }) {
    if (report.tags.length === 0 || framework.recommendations.link === 'none') return;
    const tags = bareTags(report);
    const [first, ...others] = tags;
    if (first === undefined) return;
    if (report.recommendations.length === 0) {
      yield {
        from: first.from,
        to: first.to,
        message:
          'This tag means a recommendation, but the report has none. Write the recommendation, or take the tag out.',
        related: others.map(({ from, to }) => ({ from, to, message: 'Another such tag.' })),
      };
      return;
    }
    const { suggestions } = linksOf(report);
    for (const tag of tags) {
      const ranked = suggestions.get(tag) ?? [];
      yield {
        from: tag.from,
        to: tag.to,
        message: messageOf(report, ranked),
        // There are many such tags, and the author looks at one at a time.
        get fixes() {
          return ranked.slice(0, most).flatMap(({ recommendation }) => {
            const meant = report.recommendations[recommendation];
            if (meant?.number === undefined) return [];
            return [confirming(tag, meant.number, firstWords(report, meant)), writing(report, tag, meant.number)];
          });
        },
      };
    }
  },
};

/** So many recommendations are offered. */
const most = 3;

function numberOf({ recommendations }: Report, { recommendation }: Suggestion): string | undefined {
  return recommendations[recommendation]?.number;
}

function messageOf(report: Report, ranked: readonly Suggestion[]): string {
  const opening = 'This tag names no recommendation.';
  const best = ranked.slice(0, most).find(suggestion => numberOf(report, suggestion) !== undefined);
  if (best === undefined || best.score < fairScore) return `${opening} None clearly fits the finding.`;
  const words = best.words.slice(0, 3).map(word => `*${word}*`);
  return `${opening} Best fit: **${numberOf(report, best)}**${words.length === 0 ? '' : `; both speak of ${words.join(', ')}`}.`;
}

/** (With its words: who chooses does not know the recommendations by their numbers.) */
function confirming({ to }: TagLink, number: string, words: string): Fix {
  return fixWith(`Settle as recommendation ${number} (not printed): ${words}`, { from: to, to }, `<!-- ${number} -->`);
}

function writing(report: Report, tag: TagLink, number: string): Fix {
  const edit = numberedTag(report, tag, number);
  return { title: `Write “(${edit.text}”`, edits: [edit], certain: false };
}
