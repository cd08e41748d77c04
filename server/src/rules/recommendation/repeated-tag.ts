import type { TagLink } from '../../model/paragraph.ts';
import type { ListedNumbers } from '../../syntax/numberList.ts';
import type { Rule } from '../rule.ts';

/**
 * The same tag stands twice in one place, or one tag names a recommendation twice. One of the two is a slip, and perhaps
 * another recommendation was meant.
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
 * 3. Health assessments are often late. (Recommendation 1) (Recommendation 1)
 *                                                          ^^^^^^^^^^^^^^^^^^ This tag repeats the one before it.
 *
 * 4. Plans are vague. (Recommendations 2 and 2)
 *                                            ^ This tag names recommendation 2 twice.
 * ```
 *
 * Take it out, or name the other recommendation. Tags that mark several sentences of a paragraph may be the same:
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * ## Inspection findings
 *
 * 2. Health assessments are late (Recommendation 1). So are dental checks (Recommendation 1).
 * ```
 */
export const repeatedTag: Rule = {
  id: 'repeated-tag',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'A tag stands twice in one place, or names a recommendation twice',
  fixable: false,
  readsWords: ({ tags }) => tags.length > 1,
  *check({ report }) {
    const { source } = report.document;
    let before: TagLink | undefined;
    for (const link of report.tags) {
      const last = before;
      before = link;
      const twice = repeatedItem(link);
      if (twice !== undefined) {
        yield { ...twice, message: `This tag names recommendation ${twice.number} twice. Take one out.` };
      }
      if (last?.paragraph !== link.paragraph || last.isNumber || link.isNumber || last.tag.word !== link.tag.word)
        continue;
      if (!/^[.,;]?\s*$/.test(source.slice(last.base + (last.tag.confirmed?.to ?? last.tag.to), link.from))) continue;
      const again = isSame(last, link) ? '' : link.numbers.find(number => last.numbers.includes(number));
      if (again === undefined) continue;
      yield {
        from: link.from,
        to: link.to,
        message: `This tag repeats ${again === '' ? 'the one before it' : `recommendation ${again} of the one before it`}. Take it out, or name the recommendation that is meant.`,
        related: [{ from: last.from, to: last.to, message: 'The tag before it.' }],
      };
    }
  },
};

/** Whether two tags read alike: one of two that are bare may be confirmed. */
function isSame(one: TagLink, other: TagLink): boolean {
  const isBare = one.tag.items.length + other.tag.items.length === 0;
  const isOpen = one.numbers.length * other.numbers.length === 0;
  return one.numbers.join() === other.numbers.join() || (isBare && isOpen);
}

/** Whether a number is one of a list, or stands between the ends of a range. */
function holds({ first, last }: ListedNumbers, number: string): boolean {
  if (first === number || last === number) return true;
  return first !== last && Number(first) < Number(number) && Number(number) < Number(last);
}

function repeatedItem({ tag: { items }, base }: TagLink) {
  if (items.length < 2) return undefined;
  for (const [i, { first, last, firstSpan }] of items.entries()) {
    if (first !== last || !items.slice(0, i).some(own => holds(own, first))) continue;
    return { number: first, from: base + firstSpan.from, to: base + firstSpan.to };
  }
  return undefined;
}
