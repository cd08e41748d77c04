import type { NearTag } from '../../syntax/tag.ts';
import type { Rule } from '../rule.ts';

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
  readsWords: false,
  *check({ report: { document }, framework }) {
    if (framework.recommendations.link === 'none') return;
    for (const [i, { inlines }] of document.blocks.entries()) {
      if (inlines.nearTags.length === 0) continue;
      const base = document.starts[i] ?? 0;
      for (const near of inlines.nearTags) {
        const text = tagOf(near);
        const place = { from: base + near.from, to: base + near.to };
        const fault = faultOf(near, document.source.slice(place.from, place.to));
        // Spelt and bracketed well it is no tag for another reason: it names another document’s recommendation.
        if (fault === undefined) continue;
        yield {
          ...place,
          message: `This is not read as a tag, for ${fault}. Write “${text}”.`,
          // Of a list that is broken off a number may be missing.
          fixes: [
            { title: `Change to “${text}”`, edits: [{ ...place, text }], certain: !/and\s*$/i.test(near.numbers) },
          ],
        };
      }
    }
  },
};

function faultOf({ word, numbers }: NearTag, written: string): string | undefined {
  if (!/^recommendations?$/i.test(word)) return 'its word is misspelt';
  if (!/[)\]]$/.test(written)) return 'its bracket is not closed';
  if (written.startsWith('[')) return 'it stands in square brackets';
  if (/[a-z]\d/i.test(written)) return 'its number follows without a blank';
  if (/and\s*$/i.test(numbers)) return 'its list of numbers is broken off';
  return /^[a-z]/i.test(numbers) ? 'its number is written in words' : undefined;
}

const numberWords = 'one two three four five six seven eight nine ten'.split(' ');

function tagOf({ word, numbers }: NearTag): string {
  const value = numberWords.indexOf(numbers.toLowerCase()) + 1;
  const list = value > 0 ? String(value) : numbers.replace(/(?:and)?[\s.,–-]*$/, '').trimEnd();
  const written = `${word.charAt(0)}ecommendation${/s$/i.test(word) ? 's' : ''}`;
  return `(${written}${list === '' ? '' : ` ${list}`})`;
}
