import { mayMissNumber, missedBetween } from '../../model/missedNumbers.ts';
import { type SeriesBreak, seriesOf } from '../../model/series.ts';
import { standElsewhere } from '../numbersElsewhere.ts';
import { breakFixes, nounOf, sentenceCase } from '../renumberFix.ts';
import type { Fix, Rule } from '../rule.ts';

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
 *
 * 3. Visits are regular.
 * ^ Paragraph 2 is missing: the paragraph above has no number.
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
  readsWords: mayMissNumber,
  *check({ report }) {
    for (const series of seriesOf(report)) {
      const { index, breaks } = series;
      for (const own of breaks) {
        const { sort, before, after, missing } = own;
        const span = after?.numberSpan;
        if (sort !== 'gap' || span === undefined || missing === undefined || standElsewhere(report, series, own))
          continue;
        const missed = missedBetween(report, index, before, after);
        // A number that stands there, in a paragraph's text or without its full stop, is another rule's finding.
        if (missed.some(({ sort }) => sort !== 'unnumbered')) continue;
        const [unnumbered, another] = missed;
        const fixes: Fix[] = breakFixes(report, own);
        if (unnumbered === undefined || another !== undefined || missing.count !== 1) {
          const related = before?.numberSpan && { ...before.numberSpan, message: 'The numbers go on from here.' };
          yield { ...span, message: gapMessage(own), related: related === undefined ? [] : [related], fixes };
          continue;
        }
        const edit = { from: unnumbered.from, to: unnumbered.from, text: `${missing.first}. ` };
        yield {
          ...span,
          message: `Paragraph ${missing.first} is missing: the paragraph above has no number. Number it, or renumber what follows.`,
          related: [{ from: unnumbered.from, to: unnumbered.to, message: 'This paragraph has no number.' }],
          fixes: [{ title: `Number the paragraph above ${missing.first}`, edits: [edit], certain: false }, ...fixes],
        };
      }
    }
  },
};

function gapMessage({ before, after, missing }: SeriesBreak): string {
  const { first = '', last = '', count = 1 } = missing ?? {};
  const noun = sentenceCase(nounOf([before, after]));
  const numbers = count === 1 ? `${noun} ${first} is` : `${noun}s ${first} ${count === 2 ? 'and' : 'to'} ${last} are`;
  return `${numbers} missing: the numbers go from ${before?.number} to ${after?.number}. Put back what was removed, or renumber.`;
}
