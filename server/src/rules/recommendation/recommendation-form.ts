import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Rule } from '../rule.ts';
import { amongFindings } from './wording/amongFindings.ts';
import { statedOpening } from './wording/statedOpening.ts';

/**
 * Most recommendations of the report begin with what is to be done, *Ensure*, *Improve*, *Review*; this one does not. A
 * recommendation that states a wish or a fact leaves open who is to do what, and stands out in the list.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Social workers should visit children more often.
 *    ^^^^^^^^^^^^^^ This recommendation does not begin with what is to be done, as the others do.
 *
 * 4. Ensure that plans are clear.
 * ```
 *
 * A finding that says what is to be done, and stands right below the recommendations, may be one of them:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Ensure that plans are clear.
 *
 * ## Inspection findings
 *
 * 4. Ensure that carers are trained.
 *    ^^^^^^ This finding says what is to be done, as the recommendations do.
 *
 * 5. Early help is timely.
 * ```
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Initial and review health assessments should be completed in time.
 *    ^^^^^^^^^^^ This recommendation does not begin with what is to be done, as the others do.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Increase the capacity for meeting the needs of teenagers.
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Ensure that social workers visit children more often.
 *
 * 4. With partners, review the early help offer.
 * ```
 *
 * What is called a concern states what is wrong:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * ## Key concerns
 *
 * 1. Boys did not spend enough time out of their cells.
 *
 * 2. Attendance at education was poor.
 *
 * 3. Complaints took too long.
 *
 * 4. Support on arrival lasted only one night.
 * ```
 *
 * Some frameworks word their recommendations otherwise; where most of a report’s do, none is out of form.
 */
export const recommendationForm: Rule = {
  id: 'recommendation-form',
  group: 'recommendation',
  kind: 'style',
  severity: 'hint',
  summary: 'A recommendation does not begin with what is to be done',
  fixable: false,
  readsWords: ({ kind }) => kind === 'recommendation' || kind === 'finding',
  *check({ report }) {
    const sections = new Set(report.recommendations.map(({ section }) => section));
    for (const section of sections) {
      // A concern is a statement.
      if (/\bconcerns?\b/i.test(report.sections[section ?? -1]?.title ?? '')) continue;
      const own = report.recommendations.filter(recommendation => recommendation.section === section);
      const [first, ...others] = own.flatMap(recommendation => statedOpening(report, recommendation) ?? []);
      if (first === undefined || 3 * (1 + others.length) > own.length) continue;
      yield {
        ...first,
        message: `This recommendation does not begin with what is to be done, as the others do${moreLikeIt(others)}. Begin with a verb: *Ensure*, *Improve*.`,
        related: others.map(other => ({ ...other, message: 'This one does not either.' })),
      };
    }
    yield* amongFindings(report);
  },
};
