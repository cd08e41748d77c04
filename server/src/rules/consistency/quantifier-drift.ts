import type { Difference } from '../../model/claims/claimDifference.ts';
import { contradictionsOf } from '../../model/claims/contradictions.ts';
import { partsOfWhole } from '../../model/figures/partsOfWhole.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';
import { contradictionFindings } from './contradictions/contradictionFindings.ts';

/**
 * Two sentences say the same thing, but not to the same extent: *most* in the summary and *some* in the findings; children
 * who *benefit*, and children who *are beginning to benefit*; an interview that is received, and one that is offered. A
 * summary that claims more than its findings overstates, one that claims less plays down; both are what a provider disputes.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Most care leavers live in suitable accommodation.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Most care leavers live in suitable accommodation” here, “Some care leavers live in suitable accommodation” in paragraph 1. Of how many does it hold?
 *
 * Families benefit from early help in their homes.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Families benefit from early help in their homes” here, “Families are beginning to benefit from early help in …” in paragraph 2. How far has it come?
 *
 * The council acted, and sold its own small halls.
 *                        ^^^^^^^^^^^^^^^^^^^^^^^^ “sold its own small halls” here, “sold two of its village halls” in paragraph 3. Does it hold of all
 *
 * ## Inspection findings
 *
 * 1. Some care leavers live in suitable accommodation.
 *
 * 2. Families are beginning to benefit from early help in their homes.
 *
 * 3. The council sold two of its village halls.
 * ```
 *
 * A fraction is a word of quantity too, a share in figures stands for one, and *only* leaves out all others:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Two thirds of grandparents are offered mediation.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Two thirds of grandparents are offered mediation” here, “Only half of grandparents are offered mediation” in paragraph 1. Of how many does it hold?
 *
 * Most pathway plans have measurable targets.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Most pathway plans have measurable targets” here, “42% of pathway plans have measurable targets” in paragraph 2. Of how many does it hold?
 *
 * Only the night team uses the new risk tool.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Only the night team uses the new risk tool” here, “All teams use the new risk tool” in paragraph 3. Does it hold of all, or of some?
 *
 * ## Inspection findings
 *
 * 1. Only half of grandparents are offered mediation.
 *
 * 2. The council reports that 42% of pathway plans have measurable targets.
 *
 * 3. All teams use the new risk tool.
 * ```
 *
 * Look at the evidence, and say in both places what it supports:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Most care leavers live in suitable accommodation.
 *
 * Families are beginning to benefit from early help in their homes.
 *
 * The council acted, and sold two of its small halls.
 *
 * ## Inspection findings
 *
 * 1. The vast majority of care leavers live in suitable accommodation.
 *
 * 2. Families are beginning to benefit from early help in their homes.
 *
 * 3. The council sold two of its village halls, and left its own plans as they were.
 * ```
 *
 * The framework says which words of quantity there are, and in what order. Neighbours in that order, such as *most* and *the
 * vast majority*, pass for the same; two steps apart do not. In Education Scotland’s published scale *most* stands for 75 to
 * 90 per cent, and *the majority* for 50 to 74; Ofsted has published none, so its words are only put in order, and a share in
 * figures is asked about only where it is three steps away by that scale.
 */
export const quantifierDrift: Rule = {
  id: 'quantifier-drift',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'The same is said of more in one place than in another',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    const drift = contradictionsOf(report).filter(({ difference }) => asks.has(difference));
    for (const { part, whole } of partsOfWhole(report)) {
      const [first, second] = part.from < whole.from ? [part, whole] : [whole, part];
      yield {
        from: first.from,
        to: first.to,
        message: `“${first.words}” here, “${second.words}” in ${placeInWords(report, second.block)}. ${ofWhole}`,
        related: [{ from: second.from, to: second.to, message: 'The other place.' }],
      };
    }
    yield* contradictionFindings(
      report,
      drift,
      ({ difference }, here, there, place) => `${here} here, ${there} in ${place}. ${asks.get(difference)}`,
    );
  },
};

const ofWhole = 'Does it hold of all, or of some? Say the same in both places.';

/** What is asked of each difference. */
const asks: ReadonlyMap<Difference, string> = new Map([
  ['quantity', 'Of how many does it hold? Say the same in both places.'],
  ['scope', ofWhole],
  ['stage', 'How far has it come? Say the same in both places.'],
  ['offer', 'Is it offered, or received? Say the same in both places.'],
  ['cause', 'Is it the cause, or a part of it? Say the same in both places.'],
]);
