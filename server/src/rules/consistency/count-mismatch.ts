import { figuredBlocks } from '../../model/figures/figures.ts';
import type { Rule } from '../rule.ts';
import { listFinding } from './counts/announcedLists.ts';
import { groupFindings } from './counts/countedAgain.ts';
import { gradedShares, partsFinding, sharesFinding } from './counts/countedParts.ts';
import { teamFinding } from './counts/inspectionTeam.ts';
import {
  concernsFinding,
  isOfRecommendations,
  recommendationFindings,
  type Said,
} from './counts/saidRecommendations.ts';

/**
 * A number announces so many things, and another number of them follows: *three areas* and two bullets, *six inspectors*
 * and five names. Something was taken out or added, and the number was forgotten.
 *
 * ```inspectmark,expect
 * The local authority should improve three areas:
 *                                    ^^^^^ Three areas are announced, and two follow.
 *
 * - the timeliness of assessments
 *
 * - the quality of plans.
 *
 * ## Information about this inspection
 *
 * The inspection team consisted of four of Her Majesty’s Inspectors (HMI) from Ofsted.
 *                                  ^^^^ The text says *four* inspectors, and three are named.
 *
 * ### The inspection team
 *
 * Lead inspector: Ann Ash
 *
 * Team inspectors: Bob Beech, Cy Cedar
 * ```
 *
 * Of names any plural is counted that has a colon after it:
 *
 * ```inspectmark,expect
 * Inspectors visited four hostels: Ash House, Elm House and Oak House.
 *                    ^^^^ Four hostels are announced, and three follow.
 * ```
 *
 * Or one that has a list of short items, or names after *in*:
 *
 * ```inspectmark,expect
 * The team brings together staff from five agencies: health, education, police and housing, and they share an office.
 *                                     ^^^^ Five agencies are announced, and four follow.
 *
 * Pupils choose from 27 courses, four of which are vocational: catering, childcare and farming.
 *                                ^^^^ Four are announced, and three follow.
 *
 * The unit has four offices, in Ashford, Elmstead and Oakham.
 *              ^^^^ Four offices are announced, and three follow.
 * ```
 *
 * The number may also be taken up again, by the next sentence or by parts that make it up:
 *
 * ```inspectmark,expect
 * The council runs three hostels. Both were judged to be good. It has four halls. Six were inspected.
 *                                 ^^^^ The sentence before speaks of *three* hostels, and this one of *both*.
 *                                                                                 ^^^ The sentence before speaks of *four* halls, and this one of *six*.
 *
 * Ten babies were placed early (five with adopters and four with foster carers).
 *                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ *five* and *four* add up to nine, not *ten*.
 * ```
 *
 * Or by parts after a colon, by years, and by two places:
 *
 * ```inspectmark,expect
 * There are 412 pupils: 58 in nursery, 128 in the infants’ and 236 in the juniors’ classes.
 *                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *58*, *128* and *236* add up to 422, not *412*.
 *
 * There have been three focused visits, in 2019 and 2020. The college has three campuses, in Eastlow and in Brayford.
 *                 ^^^^^ Three focused visits are announced, and two years follow.
 *                                                                         ^^^^^ Three campuses are announced, and two follow.
 * ```
 *
 * Or in sums of money:
 *
 * ```inspectmark,expect
 * The council spent £9.5 million: £4.1 million on homes, £3.2 million on schools and £1.2 million on hostels.
 *                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *4.1 million*, *3.2 million* and *1.2 million* add up to 8.5 million, not *9.5 million*.
 * ```
 *
 * Where something may be left out it is asked:
 *
 * ```inspectmark,expect
 * Of the 42 actions, 29 have been completed, ten are under way and four have not begun.
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *29*, *ten* and *four* add up to 43, not *42*.
 * ```
 *
 * So it is of two parts that are all but the whole:
 *
 * ```inspectmark,expect
 * The college has 12 partners, six at home and five overseas.
 *                              ^^^^^^^^^^^^^^^^^^^^ *six* and *five* add up to 11, not *12*.
 * ```
 *
 * Correct the number, or the list. That there is another number of recommendations is told once, however often it is said:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * ---
 *
 * We are making three recommendations.
 *               ^^^^^ The text says *three* recommendations, and there are two.
 *
 * We are making the following three recommendations to the council.
 *
 * ## Recommendations
 *
 * 1. Reduce caseloads.
 *
 * 2. Improve the timeliness of assessments.
 * ```
 *
 * So it is of key concerns:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * During this inspection we identified three key concerns, of which one should be treated as a priority.
 *                                      ^^^^^ The text says *three* key concerns, and there are two.
 *
 * ## Key concerns
 *
 * 1. Prisoners spent too long locked in their cells.
 *
 * 2. Too many cells were overcrowded.
 * ```
 *
 * A recommendation that is numbered so elsewhere is taken to be one:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * ---
 *
 * We are making three recommendations.
 *
 * ## Recommendations
 *
 * 1. Reduce caseloads.
 *
 * 2. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 3. The council should review its plans. (Recommendation 3)
 * ```
 *
 * ```inspectmark
 * Two priorities were agreed: the timeliness of assessments and the quality of plans.
 *
 * Staff praised three things:
 *
 * - supervision
 *
 * - training
 *
 *     - of new staff
 *
 * - workloads.
 *
 * In two of the following areas practice is good:
 *
 * - assessment
 *
 * - planning
 *
 * - review.
 * ```
 */
export const countMismatch: Rule = {
  id: 'count-mismatch',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'Another number of things follows than is announced',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    const said: Said[] = [];
    for (const block of figuredBlocks(report)) {
      for (const finding of groupFindings(block)) yield finding;
      for (let i = 0; i < block.figures.length; i++) {
        const figure = block.figures[i]!;
        if (figure.kind === 'money' || figure.kind === 'percentage') {
          const finding = figure.kind === 'money' ? partsFinding(block, i) : gradedShares(block, i);
          if (finding !== undefined) yield finding;
        }
        if (figure.kind !== 'count' || figure.decimals > 0) continue;
        const finding =
          listFinding(report, block, figure) ??
          partsFinding(block, i) ??
          sharesFinding(block, i) ??
          concernsFinding(report, block, figure);
        if (finding !== undefined) yield finding;
        else if (isOfRecommendations(report, block, figure)) said.push({ block, figure });
      }
    }
    yield* recommendationFindings(report, said);
    yield* teamFinding(report);
  },
};
