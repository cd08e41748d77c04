import { partedNumbers } from '../../model/numbering/partedNumbers.ts';
import { endsSeries, hasBreak, seriesOf } from '../../model/numbering/series.ts';
import { strandedMembers } from '../../model/numbering/strandedMembers.ts';
import { blockText } from '../../syntax/document.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { gapFinding } from './gaps/gapFinding.ts';
import { numberAfterLast } from './gaps/numberInGap.ts';
import { strandedMember } from './gaps/strandedNumber.ts';
import { partedGaps } from './parted/partedFindings.ts';

/**
 * The numbers of paragraphs jump: a number between two paragraphs is missing. A reader looks for the paragraph that is
 * not there, and wonders whether something was taken out. Put the paragraph back, or renumber; renumbering also changes
 * the references to what follows.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 3. Plans are clear; see paragraph 3 of this report.
 * ^ Paragraph 2 is missing: the numbers go from 1 to 3.
 *
 * 4. Visits are regular (paragraph 3).
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear; see paragraph 2 of this report.
 *
 * 3. Visits are regular (paragraph 2).
 * ```
 *
 * One gap is one finding, however many paragraphs follow it, and however many numbers are missing:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 5. Early help is timely.
 * ^ Paragraphs 2 to 4 are missing: the numbers go from 1 to 5.
 *
 * 6. Plans are clear.
 * ```
 *
 * Where a paragraph without a number stands in the gap, giving it the number is the first mend:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * Plans are clear, and children understand them.
 * ^^^^^^^^^^^^^^^^ This paragraph has no number, and paragraph 2 is missing.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear, and children understand them.
 *
 * 3. Visits are regular.
 * ```
 *
 * Where the number stands within the paragraph before it, the gap is told there:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. 2. Plans are clear.
 *                          ^^ 2 could start a new paragraph, but stands within this one.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * Where a bullet or another form of number stands for it, the gap is told there:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Ensure that plans are clear.
 *
 * - Ensure that visits are regular.
 * ^ This is not read as recommendation 2. Write “2.” for “-”.
 *
 * 3. Ensure that records are kept well.
 *
 * R4. Ensure that reviews are timely.
 * ^^^ This is not read as recommendation 4. Write “4.” for “R4.”.
 *
 * 5. Ensure that carers are trained.
 * ```
 *
 * Paragraphs under a heading that is not read as part of the findings are not missing:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * ## Information about this inspection
 *
 * 2. Plans are clear.
 *
 * ## Inspection findings
 *
 * 3. Visits are regular.
 * ```
 *
 * The next number may stand within the last paragraph:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. 2. Plans are clear.
 *                          ^^ 2 could start a new paragraph, but stands within this one.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 * ```
 *
 * A report may number its paragraphs by its own sections:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * provider: Ely House
 * ---
 *
 * ## 1 Safety
 *
 * 1.1 Early help is timely.
 *
 * 1.2 Plans are clear.
 *
 * 1.4 Visits are regular.
 * ^^^ Paragraph 1.3 is missing.
 *
 * 1.5 Records are kept well.
 *
 * ## 2 Respect
 *
 * 2.1 Food is good.
 *
 * 2.2 Rooms are clean.
 *
 * 2.3 Staff are kind. 2.4 They know everybody.
 *                     ^^^ 2.4 could start a new paragraph, but stands within this one.
 *
 * 2.5 Letters come.
 * ```
 *
 * A list of judgements has numbers of its own; they count nothing here.
 *
 * ```inspectmark
 * 1. Children who need help and protection: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 * ```
 */
export const numberGap: Rule = {
  id: 'number-gap',
  group: 'numbering',
  kind: 'fault',
  severity: 'error',
  summary: 'The numbers of paragraphs jump',
  fixable: true,
  // Words alone change no number, but may hide the one that comes next; and what leads in to points stands where it should.
  readsWords: whereStands(
    (report, block) =>
      hasBreak(report, 'gap') ||
      endsSeries(report, block) ||
      partedNumbers(report).size > 0 ||
      blockText(report.document, block).endsWith(':'),
  ),
  *check({ report }) {
    for (const series of seriesOf(report)) {
      const last = numberAfterLast(report, series);
      if (last !== undefined) yield last;
      for (const own of series.breaks) {
        const finding = gapFinding(report, series, own);
        if (finding !== undefined) yield finding;
      }
    }
    // That one stands out of order, or twice, is told as that.
    const odd = new Set(
      seriesOf(report).flatMap(({ breaks }) =>
        breaks.flatMap(({ sort, members, others }) =>
          sort === 'displaced' || sort === 'repeated' ? [...members, ...others] : [],
        ),
      ),
    );
    for (const own of strandedMembers(report)) if (!odd.has(own)) yield* strandedMember(report, own);
    yield* partedGaps(report);
  },
};
