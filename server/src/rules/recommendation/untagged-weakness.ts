import { uncoveredThemes } from '../../model/claims/themes.ts';
import type { Statement } from '../../model/words/statements.ts';
import type { Span } from '../../text/text.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';

/**
 * The report states the same weakness in several places, yet none of them carries a tag and no recommendation speaks of it.
 * Readers who meet a weakness twice expect to be told what is to be done about it. This is one question a theme, however
 * often the theme comes back.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Too many children experience placement disruption and changes of school.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This weakness (*children*, *placement*, *disruption*) is stated in 2 places, and no recommendation speaks of it.
 *
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late. (Recommendation 1)
 *
 * 3. Too many children live through placement disruption and changes of school. Managers know this.
 *
 * 4. Foster carers are well supported. Social workers visit them. Their training is good. Meetings are regular.
 * ```
 *
 * A finding that states weakness upon weakness is asked about too:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late. (Recommendation 1)
 *
 * 3. The quality of pathway plans is too variable. Pathway plans lack targets. Their language is unclear.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 sentences of paragraph 3 state weaknesses (*pathway plans*), and no recommendation speaks of them. Is one missing?
 * ```
 *
 * What the report speaks of three times or more, and each time because it is wanting, is a theme by its name alone:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Interpreters are not always used.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This weakness (*Interpreters*) is stated in 3 places, and no recommendation speaks of it. Is one missing?
 *
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late. (Recommendation 1)
 *
 * 3. Few families meet an interpreter.
 *
 * 4. At first visits no interpreter was present.
 * ```
 *
 * Write the recommendation and tag the findings, or, if one of the recommendations means it, say so in its words:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Too many children experience placement disruption and changes of school.
 *
 * ## Recommendations
 *
 * 1. Reduce placement disruption.
 *
 * ## Inspection findings
 *
 * 2. Too many children live through placement disruption and changes of school. (Recommendation 1)
 *
 * 3. Foster carers are well supported. Social workers visit them. Their training is good. Meetings are regular.
 * ```
 *
 * A recommendation speaks of it too if it has other words of the same sentences:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Complex strategy meetings for vulnerable adolescents are underdeveloped, and information sharing and actions to reduce risks are not always well coordinated.
 *
 * ## Recommendations
 *
 * 1. Strengthen what agencies contribute to complex strategy meetings for vulnerable adolescents.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late. (Recommendation 1)
 *
 * 3. Information sharing and actions to reduce risks are not always well coordinated in complex strategy meetings for vulnerable adolescents.
 *
 * 4. Foster carers are well supported. Social workers visit them. Their training is good. Meetings are regular.
 * ```
 *
 * Of a finding whose tag is misspelt it is told that it is, and nothing else:
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late. (Recommendation 1)
 *
 * 3. The quality of pathway plans is too variable. Pathway plans lack targets. Their language is unclear. (Recomendation 1)
 * ```
 *
 * Only reports that use tags are asked, and not more than eight times.
 */
export const untaggedWeakness: Rule = {
  id: 'untagged-weakness',
  group: 'recommendation',
  kind: 'question',
  severity: 'information',
  summary: 'A weakness stated in several places has no recommendation',
  fixable: false,
  readsWords: true,
  *check({ report, framework }) {
    if (framework.recommendations.link !== 'tag' || report.tags.length === 0 || report.recommendations.length === 0)
      return;
    for (const { statements, words } of uncoveredThemes(report).slice(0, most)) {
      const [first, ...others] = statements;
      if (first === undefined) continue;
      const about = words.map(word => `*${word}*`).join(', ');
      const places = new Set(statements.map(({ sentence }) => sentence.paragraph)).size;
      const place = placeInWords(report, first.sentence.block);
      yield {
        ...spanOf(first),
        message:
          places > 1
            ? `This weakness (${about}) is stated in ${places} places, and no recommendation speaks of it. Is one missing?`
            : `${statements.length} sentences of ${place} state weaknesses (${about}), and no recommendation speaks of them. Is one missing?`,
        related: others.map(other => ({
          ...spanOf(other),
          message:
            places > 1 ? `The same in ${placeInWords(report, other.sentence.block)}.` : `Another weakness in ${place}.`,
        })),
      };
    }
  },
};

/** More questions than these nobody answers; the best founded come first. */
const most = 8;

function spanOf({ sentence: { from, to } }: Statement): Span {
  return { from, to };
}
