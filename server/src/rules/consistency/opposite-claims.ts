import { answeredRecommendations } from '../../model/claims/answeredRecommendations.ts';
import { askedStandings } from '../../model/claims/askedStandings.ts';
import type { Difference } from '../../model/claims/claimDifference.ts';
import { contradictionsOf } from '../../model/claims/contradictions.ts';
import { doneDeeds } from '../../model/claims/doneDeeds.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import { lastGrades } from '../../model/judgements/lastGrades.ts';
import { saidGrades } from '../../model/judgements/saidGrades.ts';
import type { Report } from '../../model/report.ts';
import type { Sentence } from '../../model/words/prose.ts';
import { placeOfWords, sentenceAt } from '../../model/words/proseWords.ts';
import type { Statement } from '../../model/words/statements.ts';
import { areaWords, inSentence } from '../messages/judgementWords.ts';
import type { Rule } from '../rule.ts';
import { contradictionFindings } from './contradictions/contradictionFindings.ts';

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
 * The domestic abuse hub closed in May 2015.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “The domestic abuse hub closed in May 2015” here, “The domestic abuse hub closed in March 2016” in paragraph 1. When was it?
 *
 * ## Inspection findings
 *
 * 1. The domestic abuse hub closed in March 2016.
 * ```
 *
 * So does a word of praise, a size or a direction, where the subject is the same, however short the sentences are:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Staff morale is low. Social workers have manageable caseloads. The number of adopters has fallen.
 * ^^^^^^^^^^^^^^^^^^^ “Staff morale is low” here, “Morale is high” in paragraph 1. One denies the other.
 *                                          ^^^^^^^^^^^^^^^^^^^^ “manageable caseloads” here, “caseloads that are too large” in paragraph 2.
 *                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “The number of adopters has fallen” here, “increase in the number of adopters” in paragraph 3.
 *
 * ## Inspection findings
 *
 * 1. Morale is high.
 *
 * 2. There is drift, and there are caseloads that are too large.
 *
 * 3. There has been an increase in the number of adopters.
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
 * A grade that a summary says is held against the list of judgements, and one of the last inspection against the section on it:
 *
 * ```inspectmark,expect
 * # Children’s services in Norwood are good
 *
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 *
 * ## Executive summary
 *
 * Support for care leavers is inadequate. Adoption services have improved from requires improvement to good.
 *                          ^^^^^^^^^^^^^ “is inadequate” is said here of area 2.2, which is graded as *Good*.
 *                                                                              ^^^^^^^^^^^^^^^^^^^^ which is listed as *Inadequate* at the last inspection
 *
 * ### Previous Ofsted inspections
 *
 * - Adoption performance: inadequate
 * ```
 *
 * So is what running text says of how all services, or one, were judged at the last inspection:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * They were judged to require improvement overall at the last inspection in 2014.
 *                     ^^^^^^^^^^^^^^^^^^^ is said here of the overall judgement, which is listed as *Inadequate* at the last inspection
 *
 * ### Previous Ofsted inspections
 *
 * - Overall effectiveness: inadequate
 * ```
 *
 * That a thing stands well and that it does not can be said in many words: in time and late, regular and rare, good and
 * variable, of most and of few. It is found where both sentences are of the same thing, and neither narrows it down:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Return interviews are overdue. Wardens do not yet receive detailed supervision.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Return interviews are overdue” here, “… that return interviews are completed in a timely manner” in paragraph 1. One denies the other.
 *                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Wardens do not yet receive detailed supervision” here, “Supervision of wardens is thorough” in paragraph 2. One denies the other.
 *
 * ## Inspection findings
 *
 * 1. Advocates ensure that return interviews are completed in a timely manner.
 *
 * 2. Supervision of wardens is thorough.
 * ```
 *
 * What a recommendation asks for is not so yet:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Strengthen the monitoring of subcontractors.
 *
 * 2. The timeliness of debrief interviews for grandparents.
 *
 * ## Inspection findings
 *
 * 3. The monitoring of subcontractors is strong.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This says that it is so, and recommendation 1 asks for it.
 *
 * 4. For grandparents, debrief interviews are timely.
 *                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This says that it is so, and recommendation 2 asks for it.
 * ```
 *
 * And a thing is not chaired by two:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The moorings panel is chaired by the harbour master.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “The moorings panel is chaired by the harbour master” here, “The moorings panel, chaired by the lead warden” in paragraph 1. Who is it?
 *
 * ## Inspection findings
 *
 * 1. The moorings panel, chaired by the lead warden, has met twice.
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
  *check({ report, framework }) {
    const graded = new Set<number>();
    for (const said of [...saidGrades(report), ...lastGrades(report)]) {
      const { from, to, words, area, isEarlier, isListed, listed, places } = said;
      // (*When adoption was judged to be poor* is read as both.)
      if (graded.has(to)) continue;
      graded.add(to);
      const subject = areaWords(framework, area.id, area.title);
      yield {
        from,
        to,
        message: `“${words}” is said here of ${inSentence(subject)}, which is ${isEarlier ? (isListed ? 'listed' : 'given elsewhere') : 'graded'} as *${listed.label}*${isEarlier ? ' at the last inspection' : ''}. Make them agree.`,
        related: places.slice(0, mostPlaces).map(place => ({
          from: place.from,
          to: place.to,
          message: `Here it is *${listed.label}*.`,
        })),
      };
    }
    const told = new Set<Sentence>();
    const answers = [
      ...answeredRecommendations(report).map(({ verdict, recommendation }) => ({ said: verdict, recommendation })),
      ...doneDeeds(report),
      ...askedStandings(report).map(({ standing, recommendation }) => ({ said: standing, recommendation })),
    ];
    for (const { said, recommendation } of answers) {
      const { sentence } = said.statement;
      if (told.has(sentence)) continue;
      told.add(sentence);
      const { number } = recommendation;
      const which = number === undefined ? 'a recommendation asks' : `recommendation ${number} asks`;
      yield {
        ...placeOfWords(sentence, said.run.first, said.run.last),
        message: `This says that it is so, and ${which} for it. Is it so, or is the recommendation needed?`,
        related: [{ from: recommendation.from, to: recommendation.to, message: 'The recommendation.' }],
      };
    }
    const dated = datesInConflict(report);
    const opposite = contradictionsOf(report).filter(
      ({ difference, one, other }) =>
        asks[difference] !== undefined &&
        !(difference === 'date' && dated.has(one.statement) && dated.has(other.statement)),
    );
    yield* contradictionFindings(
      report,
      opposite,
      ({ difference }, here, there, place) => `${here} here, ${there} in ${place}. ${asks[difference]}`,
    );
  },
};

/** The sentences of dates that contradict others; that is told of the dates, and not again of what is said of them. */
function datesInConflict(report: Report): { has(statement: Statement): boolean } {
  const starts = new Set(
    figureConflicts(report).flatMap(({ one, other }) =>
      [one, other].flatMap(({ block, figure }) =>
        'year' in figure ? block.base + sentenceAt(block.prose, figure.first).from : [],
      ),
    ),
  );
  return { has: ({ sentence }) => starts.has(sentence.from) };
}

const mostPlaces = 5;

/** What is asked of each difference. */
const asks: { readonly [difference in Difference]?: string } = {
  opposite: 'One denies the other. Make them agree.',
  measure: 'Is it more than it should be, or not?',
  date: 'When was it? Make them agree.',
  order: 'Before it, or after it? Make them agree.',
  charge: 'Who is it? Make them agree.',
};
