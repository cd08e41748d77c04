import type { Report } from '../../model/report.ts';
import { blockText } from '../../syntax/document.ts';
import { changeTo } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { nearlyWorded, nearTags } from './tags/nearTags.ts';
import { tagSlips } from './tags/tagSlips.ts';
import { tagsAtEnd } from './tags/tagsAtEnd.ts';
import { turnedTags } from './tags/turnedTags.ts';

/**
 * A tag is misspelt or stands in the wrong brackets, so it is not seen as a tag, and its finding supports nothing.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recomendation 2)
 *                                       ^^^^^^^^^^^^^^^^^ Write “(Recommendation 2)”.
 *
 * 10. Plans are vague. [Recommendation]
 *                      ^^^^^^^^^^^^^^^^ Write “(Recommendation)”.
 *
 * 11. Visits are late. (Recommendation3)
 *                      ^^^^^^^^^^^^^^^^^ Write “(Recommendation 3)”.
 *
 * 12. Reviews are late. (Recommendation
 *                       ^^^^^^^^^^^^^^^ Write “(Recommendation)”.
 *
 * 13. Records are poor. (Recommendation four)
 *                       ^^^^^^^^^^^^^^^^^^^^^ Write “(Recommendation 4)”.
 *
 * 14. Notes are brief. Recommendation 1)
 *                      ^^^^^^^^^^^^^^^^^ Write “(Recommendation 1)”.
 *
 * 15. Reports are long. ((Recommendation 1))
 *                       ^^^^^^^^^^^^^^^^^^^^ This tag has a bracket too many. Write “(Recommendation 1)”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * 10. Plans are vague. (Recommendation)
 *
 * 11. Visits are late. (Recommendation 3)
 *
 * 12. Reviews are late. (Recommendation)
 *
 * 13. Records are poor. (Recommendation 4)
 *
 * 14. Notes are brief. (Recommendation 1)
 *
 * 15. Reports are long. (Recommendation 1)
 * ```
 *
 * Its number stands after its word:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (2nd Recommendation)
 *                                       ^^^^^^^^^^^^^^^^^^^^ This is not read as a tag, for its number stands before its word. Write “(Recommendation 2)”.
 * ```
 *
 * Its numbers are parted by blanks:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Improve the plans of care leavers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendations 1and 2)
 *                                       ^^^^^^^^^^^^^^^^^^^^^^^^ its numbers run together. Write “(Recommendations 1 and 2)”.
 * ```
 *
 * Its word says how many it names:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Improve the plans of care leavers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 1 and 2)
 *                                        ^^^^^^^^^^^^^^ Several numbers follow. Write “Recommendations”.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * 10. This was known before (recommendation 5) of the national review. (recommendations 2, 3)
 * ```
 */
export const tagSpelling: Rule = {
  id: 'tag-spelling',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'A tag is misspelt or in the wrong brackets',
  fixable: true,
  readsWords: whereStands(mayBeMisspelt),
  *check({ report, framework }) {
    const isTagged = report.tags.length >= habit;
    // A report may have tags where its framework asks for none.
    if (framework.recommendations.link === 'none' && !isTagged) return;
    for (const link of report.tags) yield* tagSlips(report.document.source, link);
    if (isTagged) yield* otherWords(report);
    yield* tagsAtEnd(report, isTagged);
    yield* turnedTags(report);
    yield* nearTags(report);
    yield* nearlyWorded(report);
  },
};

/** Tags by a word that the framework does not use, in a report whose others have one that it uses. */
function* otherWords({ document: { source }, framework, tags }: Report): Iterable<Finding> {
  const { tagWords } = framework.recommendations;
  const [usual] = tagWords;
  if (usual === undefined) return;
  const others = tags.filter(({ tag }) => !tagWords.includes(tag.word));
  if (others.length * habit > tags.length - others.length) return;
  for (const { from, to, base, tag } of others) {
    const place = { from: base + tag.wordSpan.from, to: base + tag.wordSpan.to };
    const text = source.charAt(place.from) === tag.word.charAt(0) ? usual : usual.toLowerCase();
    yield {
      from,
      to,
      message: `The other tags of this report say “${text}”. Write that.`,
      fixes: [changeTo(place, text)],
    };
  }
}

/** So many tags are meant. */
const habit = 2;

/** A tag as it should be, of which there are many. */
const wellSpelt = /(?<=^|[\s>])\(Recommendation(?: \d{1,3}|s \d{1,3}(?:, \d{1,3}){0,9} and \d{1,3})?\)(?![)\]}])/g;

const odd = /[()[\]{}]|recom|areas? for|priority action|of concern|key concern/i;

/** Whether a block has words in brackets, or of recommendations, beside tags that are as they should be. */
function mayBeMisspelt({ document }: Report, index: number): boolean {
  const text = blockText(document, index);
  return odd.test(text) && odd.test(text.replace(wellSpelt, ''));
}
