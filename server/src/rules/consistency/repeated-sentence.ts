import { contradictionsOf } from '../../model/claims/contradictions.ts';
import type { FigurePlace } from '../../model/figures/figureConflict.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import type { Report } from '../../model/report.ts';
import { areOneFormula } from '../../model/words/openingFormulas.ts';
import type { Sentence } from '../../model/words/prose.ts';
import { idAt } from '../../model/words/proseWords.ts';
import { idSet } from '../../model/words/wordIds.ts';
import { firstWhere } from '../../text/text.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';
import { likePairs } from './sentences/likePairs.ts';
import { type Difference, differenceOf } from './sentences/sentenceDifference.ts';

/**
 * A sentence stands in the report twice, and the two differ in a word or two. One was copied and changed, or only one was
 * corrected; readers who compare them do not know which holds.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * This has resulted in increasing numbers of children entering care appropriately.
 *
 * ## Inspection findings
 *
 * 1. This has resulted in increasing numbers of children entering care.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nearly the sentence in “Executive summary”, which has *appropriately* more.
 * ```
 *
 * A number may be what was changed:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * In two cases, the local authority had not progressed the plan to discharge the order.
 *
 * ## Inspection findings
 *
 * 1. In three cases, the local authority had not progressed the plan to discharge the order.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nearly the sentence in “Executive summary”: *three* here, *two* there.
 * ```
 *
 * What begins and ends alike and has three forms is a formula, and is to differ:
 *
 * ```inspectmark
 * ## Safety
 *
 * We judged that outcomes for boys were good against this healthy establishment test.
 *
 * ## Care
 *
 * We judged that outcomes for boys were reasonably good against this healthy establishment test.
 *
 * ## Resettlement
 *
 * We judged that outcomes for boys were not sufficiently good against this healthy establishment test.
 * ```
 *
 * What the rule on figures tells already is not told again:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The council provides seven self-contained flats for its older care leavers.
 *
 * ## Inspection findings
 *
 * 1. The council provides nine self-contained flats for its older care leavers.
 * ```
 *
 * Make the two say the same, or say in different words what is different. A summary that repeats a finding word for word is
 * no fault, nor is an article or a *however* more or less, whose a thing is, one of two things that are named, or another word for the
 * same:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Stronger assessments use the risk management model effectively to focus on risk.
 *
 * Managers have a comprehensive understanding of the quality of the service.
 *
 * The council is a highly effective corporate parent for its children.
 *
 * Children who are at risk of immediate harm receive a prompt and responsive intervention.
 *
 * Some of the children wait too long for a social worker.
 *
 * In the other lessons, the pupils’ tasks are not challenging enough.
 *
 * ## Inspection findings
 *
 * 1. The stronger assessments use the risk management model effectively to focus on risk.
 *
 * 2. Managers have a comprehensive understanding of the quality of the service.
 *
 * 3. The council is a highly effective and proud corporate parent for its children.
 *
 * 4. Children who are at risk of immediate harm receive a timely and responsive intervention.
 *
 * 5. Some of the children wait too long for a social worker to be allocated.
 *
 * 6. In the other lessons, the tasks are not challenging enough.
 * ```
 */
export const repeatedSentence: Rule = {
  id: 'repeated-sentence',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'A sentence stands twice with a word or two changed',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    let contradictions: ReadonlySet<string> | undefined;
    let conflicts: readonly FigureConflictPlaces[] | undefined;
    for (const [other, sentence] of likePairs(report)) {
      const differing = differenceOf(report, other, sentence);
      // What the two claim, and in what figures, is asked by other rules.
      if (differing === undefined || areOneFormula(report, other, sentence)) continue;
      if (differing.one !== '' && differing.other !== '' && pointsBack(sentence)) continue;
      contradictions ??= new Set(
        contradictionsOf(report).map(({ one, other: second }) =>
          pairOf(one.statement.sentence, second.statement.sentence),
        ),
      );
      if (contradictions.has(pairOf(other, sentence))) continue;
      conflicts ??= conflictPlaces(report);
      if (isFigureConflict(conflicts, other, sentence)) continue;
      const place = placeInWords(report, other.block);
      yield {
        from: sentence.from,
        to: sentence.to,
        message: `${messageOf(place, differing)} Make them the same, or say what is different.`,
        related: [{ from: other.from, to: other.to, message: 'The other sentence.' }],
      };
    }
  },
};

/** *This was identified as an area for improvement under regulation*: what is said so is said of the sentence before it. */
function pointsBack({ prose, first }: Sentence): boolean {
  return pronouns.has(idAt(prose, first)) && beings.has(idAt(prose, first + 1));
}

const pronouns = idSet('this that these those it');
const beings = idSet('is are was were has have had');

/** Two sentences in either order, by their places. */
function pairOf(one: Sentence, other: Sentence): string {
  return `${Math.min(one.from, other.from)} ${Math.max(one.from, other.from)}`;
}

/** Where the two figures of a conflict stand. */
interface FigureConflictPlaces {
  readonly one: number;
  readonly other: number;
}

/** The conflicts of figures, in the order of their first places. */
function conflictPlaces(report: Report): FigureConflictPlaces[] {
  const placeOf = ({ block: { base }, figure }: FigurePlace): number => base + figure.from;
  return figureConflicts(report)
    .map(({ one, other }) => ({ one: placeOf(one), other: placeOf(other) }))
    .sort((a, b) => a.one - b.one);
}

function isFigureConflict(conflicts: readonly FigureConflictPlaces[], one: Sentence, other: Sentence): boolean {
  const first = firstWhere(conflicts.length, i => (conflicts[i]?.one ?? 0) >= one.from);
  for (let i = first; (conflicts[i]?.one ?? one.to) < one.to; i++) {
    const place = conflicts[i]?.other ?? 0;
    if (place >= other.from && place < other.to) return true;
  }
  return false;
}

function messageOf(place: string, { one, other }: Difference): string {
  if (one === '') return `Nearly the sentence in ${place}, which has not *${other}*.`;
  if (other === '') return `Nearly the sentence in ${place}, which has *${one}* more.`;
  return `Nearly the sentence in ${place}: *${other}* here, *${one}* there.`;
}
