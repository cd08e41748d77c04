import type { Difference } from '../../model/claimDifferences.ts';
import { contradictionsOf } from '../../model/contradictions.ts';
import { contradictionFindings } from '../contradictionFindings.ts';
import type { Rule } from '../rule.ts';

/**
 * One sentence denies what another says of the same: a summary says that reviews are not held in time, a finding that they
 * are. Mostly one of the two was changed when the report was edited, and the other was forgotten. Readers do not know which
 * holds, and whoever was inspected will quote the one that suits them.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Later life letters are not completed in time.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Later life letters are not completed in time” here, “Later life letters are completed in time” in paragraph 1. One denies the other. Make them agree.
 *
 * ## Inspection findings
 *
 * 1. Later life letters are completed in time.
 * ```
 *
 * A word that says the contrary denies as well as *not* does:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Targets in pathway plans are clear and measurable.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Targets in pathway plans are clear and measurable” here, “Targets in pathway plans are vague” in paragraph 1. One denies the other.
 *
 * ## Inspection findings
 *
 * 1. Targets in pathway plans are vague.
 * ```
 *
 * And so does another date:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The domestic abuse hub opened in May 2015.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “The domestic abuse hub opened in May 2015” here, “The domestic abuse hub opened in March 2016” in paragraph 1. When was it?
 *
 * ## Inspection findings
 *
 * 1. The domestic abuse hub opened in March 2016.
 * ```
 *
 * So do what comes before a thing for one sentence and after it for another, and what grows for one and shrinks for the other:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Dental assessments are completed before babies are placed.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Dental assessments are completed before babies are placed” here, “Dental assessments are completed after babies are placed” in paragraph 1. Before it, or after it?
 *
 * Waiting times for speech therapy are getting shorter.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Waiting times for speech therapy are getting shorter” here, “Waiting times for speech therapy are getting longer” in paragraph 2. One denies the other.
 *
 * ## Inspection findings
 *
 * 1. Dental assessments are completed after babies are placed.
 *
 * 2. Waiting times for speech therapy are getting longer.
 * ```
 *
 * Look up which of them the evidence supports, and let both say it:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Later life letters are not completed in time.
 *
 * ## Inspection findings
 *
 * 1. Later life letters are not completed in time, and their language is hard to understand.
 * ```
 *
 * What stands before the first heading sums up too, as the opening of a letter does:
 *
 * ```inspectmark,expect
 * Later life letters are not completed in time.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Later life letters are not completed in time” here, “Later life letters are completed in time” in paragraph 1.
 *
 * ## Inspection findings
 *
 * 1. Later life letters are completed in time.
 * ```
 *
 * Two sentences are compared if they share words that few others have. Where they speak of different things, there is no
 * contradiction:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Care assessments are not always up to date.
 *
 * ## Inspection findings
 *
 * 1. Health assessments are up to date.
 * ```
 *
 * Which of two places is wrong the tool cannot know; so this is a question, and never more.
 */
export const oppositeClaims: Rule = {
  id: 'opposite-claims',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'One sentence denies what another says',
  fixable: false,
  readsWords: true,
  check({ report }) {
    const opposite = contradictionsOf(report).filter(({ difference }) => asks[difference] !== undefined);
    return contradictionFindings(
      report,
      opposite,
      ({ difference }, here, there, place) => `${here} here, ${there} in ${place}. ${asks[difference]}`,
    );
  },
};

/** What is asked of each difference. */
const asks: { readonly [difference in Difference]?: string } = {
  opposite: 'One denies the other. Make them agree.',
  measure: 'Is it more than it should be, or not?',
  date: 'When was it? Make them agree.',
  order: 'Before it, or after it? Make them agree.',
};
