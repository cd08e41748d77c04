import { publicationOfLast } from '../../model/figures/factOfDate.ts';
import type { FigurePlace } from '../../model/figures/figureConflict.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import { figureSpan } from '../../model/figures/figures.ts';
import { isSwapped } from '../../model/numbering/numberSlips.ts';
import type { Report } from '../../model/report.ts';
import { wordAt } from '../../model/words/proseWords.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';

/**
 * Two places give different figures for the same fact. They speak of the same by their own words, and neither gives a
 * date that the other does not.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Since the last inspection in 2014, leaders have made progress. The council provides seven self-contained flats for care leavers.
 *                                                                                     ^^^^^ *seven* here and *nine* in paragraph 1
 *
 * ## Inspection findings
 *
 * 1. The council provides nine self-contained flats for care leavers.
 *
 * 2. Leaders acted on what was found at the last inspection in 2013.
 *                                                              ^^^^ The last inspection is dated *2013* here and *2014* in “Executive summary”.
 * ```
 *
 * Percentages, rates and sums are compared in whatever order their words stand:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Private fostering visits took place on time in 92% of cases.
 *                                                ^^^ *92%* here and *29%* in paragraph 1
 *
 * ## Inspection findings
 *
 * 1. In 29% of cases, private fostering visits took place on time.
 * ```
 *
 * Of a sum of money three words tell that it is the same:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Leaders commissioned a review, secured £3.1 million of additional funding and set up a board.
 *                                         ^^^^^^^^^^^ *3.1 million* here and *3.5 million* in paragraph 1
 *
 * ## Inspection findings
 *
 * 1. They have secured £3.5 million of additional funding, and the board meets every fortnight.
 * ```
 *
 * So are two sentences that say the same but for a figure, numbers of which two digits have changed places, and two shares
 * of one number:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Only 60% of initial child protection conferences are held within 15 days. Auditors read 262 plans of the duty team.
 *      ^^^ *60%* here and *50%* in paragraph 1
 *                                                                                         ^^^ *262* here and *226* in paragraph 2, both of *Auditors*, *plans*, *duty*: two digits have changed places.
 *
 * A high share of children (277, or 42%) live outside Norwood.
 *                                   ^^^ *42%* here and *24%* in paragraph 3
 *
 * ## Inspection findings
 *
 * 1. The council reports that only 50% of initial conferences are held within 15 days.
 *
 * 2. In spring, auditors looked at 226 plans of the duty team.
 *
 * 3. Of the children looked after, 277 (24%) live outside the borough.
 * ```
 *
 * So is the number of the same things, and what a time in post, the report on an inspection or a system that was introduced
 * say of when something was:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * inspected: 2017-11-06/2017-11-30
 * ---
 *
 * ## Executive summary
 *
 * Since the last inspection in 2014, hostels have improved. The college works with nine subcontractors.
 *                              ^^^^ The last inspection is dated *2014* here, and its report *November 2015* in paragraph 1.
 *                                                                                  ^^^^ *nine* here and *five* in paragraph 2
 *
 * The headteacher has been in post for six years. A case recording system for schools was introduced in April 2016.
 *                                      ^^^ The appointment of the headteacher is *six years* ago by this, and dated *May 2014*
 *                                                                                                       ^^^^^^^^^^ *April 2016* here and *April 2017* in paragraph 4
 *
 * ## Inspection findings
 *
 * 1. The last inspection report was published in November 2015.
 *
 * 2. Visits to the five subcontractors are infrequent.
 *
 * 3. The headteacher took up her post in May 2014.
 *
 * 4. The case recording system for schools, introduced in April 2017, gives managers better information.
 * ```
 *
 * So is to how many things the same was done, where the numbers are near each other, and in what year something was:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The college has closed 14 workshops. The review of its partnerships that was begun in 2018 is late.
 *                        ^^ *14* here and *12* in paragraph 1, both of *closed*, *workshops*.
 *                                                                                       ^^^^ *2018* here and *2019* in paragraph 2
 *
 * ## Inspection findings
 *
 * 1. Since 2016 it has closed 12 rural workshops.
 *
 * 2. The review of partnerships was begun in 2019.
 * ```
 *
 * So is when something began, in whatever words that is said, and when somebody took up a post:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The edge of care team was set up in April 2016. The governor took up post in March 2016.
 *                                     ^^^^^^^^^^ *April 2016* here and *October 2016* in paragraph 1, both of *edge*, *care*, *team*.
 *
 * ## Inspection findings
 *
 * 1. The edge of care team, which was established in October 2016, is valued, as is the new governor, who took up post in May 2016.
 *                                                                                                                         ^^^^^^^^ The appointment of the governor is dated *May 2016* here and *March 2016* in “Executive summary”.
 * ```
 *
 * So is how long something takes, how often it is done, and a share in words, where all else that is said is the same:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Children wait an average of 14 weeks for a mental health assessment. Fire drills take place every month. Half of pupils eat at school.
 *                             ^^ *14 weeks* here and *18 weeks* in paragraph 1
 *                                                                                             ^^^^^^^^^^^ *every month* here and *every three months* in paragraph 2
 *                                                                                                          ^^^^ *Half* here and *31%* in paragraph 3
 *
 * ## Inspection findings
 *
 * 1. The average wait for a mental health assessment is 18 weeks.
 *
 * 2. Fire drills are held every three months, and fire alarms are tested weekly.
 *
 * 3. Of pupils, 31% eat at school. Of pupils in Year 6, 80% eat at school.
 * ```
 *
 * A table’s figures are read with the names of their row and column, their date and their unit, and compared with what is
 * said of the same elsewhere:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * In 2023 there were 226 incidents of self-harm. The average caseload in the locality team is 18 children.
 *                    ^^^ *226* here and *266* in the table in “Inspection findings”, both of *Incidents of self-harm*
 *
 * ## Inspection findings
 *
 * | Measure | 2022 | 2023 |
 * | --- | --- | --- |
 * | Incidents of self-harm | 210 | 266 |
 * | Assaults | 64 | 41 |
 *                   ^^ *41* here and *47* in paragraph 1, both of *Assaults*
 *
 * 1. There were 47 assaults in 2023, and five assaults by young adults in 2023.
 * ```
 *
 * Find out which is right, and correct the other; or say in what they differ: at another date, of another group.
 *
 * ```inspectmark
 * ## Executive summary
 *
 * At 31 March 2017, seven children lived in private fostering placements.
 *
 * ## Inspection findings
 *
 * 1. At 30 September 2017, nine children lived in private fostering placements.
 *
 * 2. In primary schools 17% of pupils are entitled to free meals, in secondary schools 16% of pupils are entitled to free meals.
 *
 * 3. In primary schools, 12% of pupils are taught by supply teachers. In secondary schools, 21% of pupils are taught by supply teachers.
 * ```
 */
export const figureConflict: Rule = {
  id: 'figure-conflict',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'The same fact is given with two figures',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    for (const { one, other, fact, shared, also = [] } of figureConflicts(report)) {
      // A date is wrong where it differs from the others; of two figures the earlier place is as likely as the later.
      const [here, there] = fact === undefined ? [one, other] : [other, one];
      const place = placeInWords(report, there.block.index);
      const both = `*${textOf(report, here)}* here and *${textOf(report, there)}* in ${place}`;
      const words = shared
        .slice(0, 3)
        .map(word => `*${word}*`)
        .join(', ');
      const message =
        fact !== undefined
          ? `${datedOtherwise(report, fact, here, there, place)} Make them agree.`
          : areSwapped(one, other)
            ? `${both}, both of ${words}: two digits have changed places. Make them agree, or say how they differ.`
            : `${both}, both of ${words}. Make them agree, or say how they differ.`;
      yield {
        ...figureSpan(here.block, here.figure),
        message,
        related: [there, ...also.slice(0, mostRelated)].map(place => ({
          ...figureSpan(place.block, place.figure),
          message: `Here it is *${textOf(report, place)}*.`,
        })),
      };
    }
  },
};

const mostRelated = 5;

/** What differs in the dates of a fact; a time in post and the publication of a report are no dates of it themselves. */
function datedOtherwise(report: Report, fact: string, here: FigurePlace, there: FigurePlace, place: string): string {
  const [own, other] = [textOf(report, here), textOf(report, there)];
  if (fact === publicationOfLast)
    return `The last inspection is dated *${own}* here, and its report *${other}* in ${place}.`;
  if ('kind' in here.figure) return `The ${fact} is *${own}* ago by this, and dated *${other}* in ${place}.`;
  return `The ${fact.replace(/ of \d+$/, '')} is dated *${own}* here and *${other}* in ${place}.`;
}

function areSwapped({ figure: one }: FigurePlace, { figure: other }: FigurePlace): boolean {
  return 'value' in one && 'value' in other && one.value >= 100 && isSwapped(one.value, other.value);
}

/** A figure as written; a duration with its unit. */
function textOf({ document: { source } }: Report, place: FigurePlace): string {
  const { from, to } = figureSpan(place.block, place.figure);
  const unit =
    'kind' in place.figure && place.figure.kind === 'duration'
      ? ` ${wordAt(place.block.prose, place.figure.last)}`
      : '';
  return `${singleSpaced(source.slice(from, to))}${unit}`;
}
