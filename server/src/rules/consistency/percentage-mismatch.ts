import { type FiguredBlock, figuredBlocks } from '../../model/figures/figures.ts';
import { type PlacedFigure, populationOf } from '../../model/figures/figureWholes.ts';
import { wrongTotals } from '../../model/figures/tableTotals.ts';
import type { Report } from '../../model/report.ts';
import { tablesOfFigures } from '../../model/tables/tableCells.ts';
import { wrongShares } from '../../model/tables/tableShares.ts';
import type { TableBlock } from '../../syntax/block.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Finding, Rule } from '../rule.ts';
import { fractionBeside } from './shares/fractionBeside.ts';
import { partFinding } from './shares/partOfWhole.ts';
import { rateFinding } from './shares/rateOfPopulation.ts';
import { overWhole, shareFinding } from './shares/shareOfWhole.ts';

/**
 * A percentage or a rate does not follow from the numbers beside it. Readers, and the provider first of all, check such
 * sums; one that is wrong makes them doubt the others.
 *
 * ```inspectmark,expect
 * - At 31 March 2017, the local authority was looking after 518 children.
 *
 * - Of this number:
 *
 *     - 271 (or 57%) live outside the local authority area
 *               ^^^ 271 of 518 is 52%, not 57%.
 *
 *     - 9 live in residential special schools, of whom 45% live out of the authority area.
 *                                                      ^^^ No number out of 9 is 45%: 4 is 44%, and 5 is 56%.
 * ```
 *
 * Do the sum again, and correct the percentage or the number. Rates are checked against the number of children who live
 * in the area:
 *
 * ```inspectmark,expect
 * - Approximately 56,593 children and young people under the age of 18 years live in Norwood.
 *
 * - At 31 March 2017, 519 children were the subject of a child protection plan (a rate of 29 per 10,000 children).
 *                                                                                         ^^^^^^^^^^^^^ 519 of 56,593 is a rate of 92 per 10,000, not 29.
 * ```
 *
 * A part is no more than its whole, and a share no more than all:
 *
 * ```inspectmark,expect
 * Of 120 children, 130 had a plan.
 *                  ^^^ 130 is more than the whole, 120. Correct one of the two.
 *
 * A year ago, 64 families were helped, and 71 of them stayed together. We read 226 records, and 203 of these (80%) were clear.
 *                                          ^^ 71 is more than the whole, 64.
 *                                                                                                             ^^^ 203 of 226 is 90%, not 80%.
 *
 * Of 38 staff, 34 had been trained, and the remaining two were booked on courses.
 *                                                     ^^^ 34 and two add up to 36, not 38.
 *
 * Inspectors found that 149% of assessments were timely.
 *                       ^^^^ 149% is more than all of them. Correct the figure.
 * ```
 *
 * So may the numbers stand with what they are of between them and their share:
 *
 * ```inspectmark,expect
 * At the time of the inspection, 64 of 160 plans (60%) had been reviewed.
 *                                                 ^^^ 64 of 160 is 40%, not 60%.
 * ```
 *
 * A fraction in words is checked too:
 *
 * ```inspectmark,expect
 * Crews made 5,430 visits. Three quarters of these visits, 3,620, were to older people.
 *                                                          ^^^^^ 3,620 of 5,430 is 67%, not three quarters. Correct one of the two.
 * ```
 *
 * So is a fraction beside the numbers of which it is told:
 *
 * ```inspectmark,expect
 * Two thirds of the 90 care leavers, 45 in all, have work. Of the 344 children in care, 86 live outside the area. This is almost half.
 *                                    ^^ 45 of 90 is 50%, not two thirds.
 *                                                                                       ^^ 86 of 344 is 25%, not half.
 *
 * Of the 344 children in care, 86, or about a quarter, live outside the area. More than half of the 90 care leavers (60) have work.
 * ```
 *
 * So is a fraction with its percentage in brackets, and what is called the rest of a whole:
 *
 * ```inspectmark,expect
 * Just over a fifth (31%) of crews are new. Eighteen of the 21 drills were held; the remaining five were not.
 *                    ^^^ 31% is not *a fifth*.
 *                                                                                              ^^^^ Eighteen and five add up to 23, not 21.
 * ```
 *
 * In a table, what is called the total is the sum, where it is so in its other rows or columns, and in a last row always:
 *
 * ```inspectmark,expect
 * | Test | Achieved | Not achieved | Total |
 * | --- | --- | --- | --- |
 * | Safety | 4 | 5 | 10 |
 *                    ^^ 4 and 5 add up to 9, not 10. Correct one of the figures.
 * | Respect | 6 | 5 | 11 |
 * | All | 10 | 10 | 20 |
 * ```
 *
 * So is a share beside its number, where it is so in the other rows:
 *
 * ```inspectmark,expect
 * | Placement | Children | Share |
 * | --- | --- | --- |
 * | Foster homes | 210 | 70% |
 * | Children’s homes | 45 | 25% |
 *                           ^^^ 45 of 300 is 15%, not 25%. Correct one of the figures.
 * | Relatives | 45 | 15% |
 * | Total | 300 | 100% |
 * ```
 *
 * A percentage may be rounded or cut off. Nothing is said where the whole is not stated, nor of figures that are called
 * approximate:
 *
 * ```inspectmark
 * - At 31 March 2017, the local authority was looking after 518 children (a rate of 92 per 10,000 children).
 *
 * - Of this number:
 *
 *     - 271 (or 52%) live outside the local authority area
 *
 *     - 57 live in residential children’s homes, of whom 75% live out of the authority area.
 *
 * The proportion of reviews held in time rose by 149%, and homes are at 110% of capacity.
 *
 * Of the 96 pupils who live outside the borough, 58 (60%) are in good schools. Around 10% (117) are in other schools.
 * ```
 */
export const percentageMismatch: Rule = {
  id: 'percentage-mismatch',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'A percentage or rate does not follow from the numbers beside it',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    const blocks = figuredBlocks(report);
    const population = populationOf(blocks);
    for (const block of blocks) {
      for (const i of block.figures.keys()) {
        const finding = figureFinding(report, block, i, population);
        if (finding !== undefined) yield finding;
      }
    }
    const { source, blocks: all, starts } = report.document;
    for (let i = 0; i < all.length; i++) {
      const block = all[i];
      if (block?.kind === 'table') yield* totalFinding(source, block, starts[i] ?? 0);
    }
    for (const table of tablesOfFigures(report))
      for (const { from, to, part, whole, share, beside } of wrongShares(table))
        yield {
          from,
          to,
          message: `${part} of ${whole} is ${Math.round((100 * part) / whole)}%, not ${share}%. Correct one of the figures.`,
          related: beside.map(place => ({ ...place, message: 'Beside this number.' })),
        };
  },
};

/** What is wrong with a figure against those around it. */
function figureFinding(
  report: Report,
  block: FiguredBlock,
  i: number,
  population: PlacedFigure | undefined,
): Finding | undefined {
  const figure = block.figures[i];
  const kind = figure?.kind;
  if (figure !== undefined && kind === 'percentage')
    return shareFinding(report, block, i) ?? overWhole(report, block, i) ?? fractionBeside(block, figure);
  return kind === 'rate' ? rateFinding(report, block, i, population) : partFinding(report, block, i);
}

/** The first total of a table that is none, with the others. */
function* totalFinding(source: string, table: TableBlock, start: number): Iterable<Finding> {
  const [first, ...others] = wrongTotals(source, table, start);
  if (first === undefined) return;
  const { from, to, value, parts, sum } = first;
  yield {
    from,
    to,
    message: `${listInWords(parts.map(String))} add up to ${sum}, not ${value}. Correct one of the figures.`,
    related: others.map(other => ({ from: other.from, to: other.to, message: 'Nor is this the sum.' })),
  };
}
