import { titleKey } from '../../model/titleKey.ts';
import type { Rule } from '../rule.ts';

/**
 * One area's grade is written in two ways, as *Requires improvement* in the list of judgements and *Requires improvement
 * to be good* in its section. Both are the same grade, yet readers compare the words, and wonder which is meant.
 *
 * ```inspectmark,expect
 * # Children’s services in Rotherham are good
 *
 * 2. Children looked after and achieving permanence: Requires improvement
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * Judgement: Requires improvement to be good
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 2 is *Requires improvement to be good* here and *Requires improvement* in
 * ```
 *
 * Capital letters do not matter, nor does a sentence’s own grammar:
 *
 * ```inspectmark
 * # Children’s services in Rotherham are good
 *
 * 2.1 Adoption performance: Good
 *
 * ### The graded judgement for adoption performance is that it is good
 * ```
 */
export const gradeWording: Rule = {
  id: 'grade-wording',
  group: 'judgement',
  kind: 'fault',
  severity: 'warning',
  summary: 'The same grade of an area is worded in two ways',
  fixable: true,
  *check({ report }) {
    void titleKey;
    void report;
  },
};
