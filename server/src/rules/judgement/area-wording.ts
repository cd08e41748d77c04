import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { titleKey } from '../../model/titleKey.ts';
import { changeTo } from '../fixWith.ts';
import type { Rule } from '../rule.ts';

/**
 * The list of judgements names an area in other words than the framework’s own. A reader may take it for a different
 * area, and reports are harder to lay side by side.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 3. Leadership and management: Good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^ The usual wording is “Leadership, management and governance”
 * ```
 *
 * Use the framework’s words, unless there is a reason for yours:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 * ```
 *
 * Nothing is asked about the words that the framework uses itself, in a list, a heading or a sentence:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 1. The experiences and progress of children who need help and protection: Good
 *
 * ### The graded judgement about the experience and progress of care leavers is that it is good
 * ```
 */
export const areaWording: Rule = {
  id: 'area-wording',
  group: 'judgement',
  kind: 'question',
  severity: 'information',
  summary: 'The list of judgements names an area in other words than the framework',
  fixable: true,
  readsWords: false,
  *check({ report, framework }) {
    for (const { carrier, area: id, areaMatch, areaSpan, areaText } of report.judgements) {
      if (carrier !== 'entry' || areaMatch !== 'name' || id === undefined || areaSpan === undefined) continue;
      const area = frameworkIndex(framework).areaById.get(id);
      const key = titleKey(areaText);
      if (area === undefined || [area.title, ...area.headings].some(name => titleKey(name) === key)) continue;
      yield {
        from: areaSpan.from,
        to: areaSpan.to,
        message: `The usual wording is “${area.title}”. Is “${areaText}” meant to differ?`,
        fixes: [changeTo(areaSpan, area.title)],
      };
    }
  },
};
