import { figuredBlocks, figuresOf } from '../../model/figures/figures.ts';
import { tablesOfFigures } from '../../model/tables/tableCells.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { isQuantity, opened, word } from './changes/changeWords.ts';
import { comparedFinding, comparisonFinding, existingFinding, yearsFinding } from './changes/comparedFigures.ts';
import { reachedFromFinding } from './changes/reachedFrom.ts';
import { reachedFinding, sameFinding, statedChange } from './changes/statedChanges.ts';
import { differenceFinding } from './changes/statedDifferences.ts';
import { tableContraries } from './changes/tableContraries.ts';

/**
 * The words say that a number has risen, and the figures that it has fallen; or that it is higher than another, and it is
 * lower. Either a word or a figure is wrong, and readers cannot know which.
 *
 * ```inspectmark,expect
 * The number of adopters has risen from 53 to 46.
 *                                       ^^^^^^^^ From 53 to 46 is a fall, but the text says *risen*.
 *
 * - At 30 September 2017, 345 children were the subject of a child protection plan. This is an increase from 367 at 31 March 2017.
 *                                                                                                            ^^^ 345 is less than 367, but the text says *increase*.
 *
 * Attendance stands at 91%, which is higher than the national average of 95%.
 *                                                                        ^^^ 91% is less than 95%, but the text says *higher*.
 * ```
 *
 * It may also be by how much it has changed that is wrong, or a row of years that goes the other way:
 *
 * ```inspectmark,expect
 * Suspensions have halved from 88 in 2021/22 to 64 in 2022/23. Referrals have risen by 22% in a year, from 550 to 616.
 *                              ^^^^^^^^^^^^^^^^^^^ From 88 to 64 is a fall of 27%, but the text says *halved*.
 *                                                                                      ^^^ From 550 to 616 is a rise of 12%, but the text says 22%.
 *
 * There were 611 such children at the time of the inspection, a decrease from 538 a year earlier.
 *                                                                             ^^^ 611 is more than 538, but the text says *decrease*.
 *
 * The number of appeals has fallen. There were 37 in 2020–21, 49 in 2021–22 and 58 in 2022–23.
 *                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ From 37 to 58 is a rise, but the text says *fallen*.
 * ```
 *
 * Or two dated figures that are compared:
 *
 * ```inspectmark,expect
 * Leaders have reduced the use of agency staff, which was 26% in September 2017 compared with 22% in January 2017.
 *                                                                                             ^^^ 26% is more than 22%, but the text says *reduced*.
 * ```
 *
 * What is compared may also stand farther off, in the sentence before, or be a number of things:
 *
 * ```inspectmark,expect
 * Repeat referrals are at 39%. This is considerably lower than elsewhere, at 22%. There were four suspensions, more than the nine a year before.
 *                                                                            ^^^ 39% is more than 22%, but the text says *lower*.
 *                                                                                                                            ^^^^ four is less than nine, but the text says *more*.
 * ```
 *
 * Or the change is told of the number in the sentence before, or reached by a time:
 *
 * ```inspectmark,expect
 * In need were 2,343 children. This is a 17% reduction from 2,519.
 *                                        ^^^ From 2,519 to 2,343 is a fall of 7%, but the text says 17%.
 *
 * There are ten places. This is an increase of two from nine.
 *                                              ^^^ From nine to ten is a rise of 1, but the text says two.
 *
 * In care were 190 children. This is the same as 180 in March.
 *                                                ^^^ 190 is not 180, but the text says that it is the same.
 *
 * In October there were 305 assessments, but by April this had fallen to 1,377.
 *                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ From 305 to 1,377 is a rise, but the text says *fallen*.
 * ```
 *
 * Or the earlier figure stands after the later:
 *
 * ```inspectmark,expect
 * Repeat referrals have reduced to 24% this year, compared with 19% last year. Vacancies are down to 14 from nine.
 *                                                               ^^^ 24% is more than 19%, but the text says *reduced*.
 *                                                                                                            ^^^^ 14 is more than nine, but the text says *down*.
 *
 * Absence has fallen to 5%, compared with 4% for boys, and vacancies to 9 from 14.
 * ```
 *
 * Or what a table shows:
 *
 * ```inspectmark,expect
 * | Measure | 2021 | 2022 | England, 2022 |
 * | --- | --- | --- | --- |
 * | Assaults on staff | 41 | 64 | 50 |
 *
 * Assaults on staff have fallen since 2021. Serious assaults on staff have fallen since 2021.
 *                        ^^^^^^ The text says *fallen*, but in the table in the opening *Assaults on staff* is 41 first, and then 64.
 *
 * | Measure | This prison | Similar prisons |
 * | --- | --- | --- |
 * | Complaints answered in time | 82% | 90% |
 *
 * The share of complaints answered in time is above that of similar prisons.
 *                                             ^^^^^ The text says *above*, but in the table in the opening *Complaints answered in time* is 82% beside 90%.
 * ```
 *
 * Correct the word, or the figure that is wrong.
 *
 * ```inspectmark
 * The number of adopters has risen from 46 to 53, and proceedings have been reduced from 55 weeks to 30 weeks.
 *
 * Assessments doubled from 90 to 178, and referrals have fallen by 12%, from 616 to 542. Of 19 adopters, 14 were local, up from nine.
 *
 * Timeliness has improved from 26 weeks to 24, and is better than the average of 30 weeks.
 *
 * At 31 August, 342 had a plan. This is a 27.6% increase from 268. There were 10 in March. This is an increase of one from nine.
 * ```
 */
export const changeDirection: Rule = {
  id: 'change-direction',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'The words say that a number rises, and the figures that it falls',
  fixable: false,
  readsWords: whereStands(
    (report, block) => figuresOf(report, block).figures.length > 0 || tablesOfFigures(report).length > 0,
  ),
  unhurried: true,
  *check({ report }) {
    for (const block of figuredBlocks(report)) {
      for (let i = 0; i < block.figures.length; i++) {
        const figure = block.figures[i]!;
        if (!isQuantity(figure)) continue;
        const from = opened(block, figure, word.from);
        const finding =
          from === undefined
            ? (yearsFinding(block, i) ??
              existingFinding(block, i) ??
              reachedFinding(block, i) ??
              sameFinding(block, i) ??
              comparisonFinding(block, i) ??
              comparedFinding(block, i) ??
              reachedFromFinding(block, i))
            : (statedChange(block, i, from) ?? comparisonFinding(block, i));
        const apart = finding === undefined ? differenceFinding(block, i) : undefined;
        if (apart !== undefined) yield apart;
        if (finding !== undefined) yield finding;
      }
    }
    yield* tableContraries(report);
  },
};
