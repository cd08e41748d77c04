import { mayMissNumber, missedBetween } from '../../model/numbering/missedNumbers.ts';
import { goesOnFromOwn } from '../../model/numbering/partedNumbers.ts';
import { gapOfStart, hasBreak, type SeriesBreak, seriesNumber, seriesOf } from '../../model/numbering/series.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { fixWith } from '../fixWith.ts';
import { standElsewhere } from '../numbersElsewhere.ts';
import { breakFixes } from '../renumberFix.ts';
import { titleSpan } from '../reportParts.ts';
import type { Fix, Rule } from '../rule.ts';
import { firstOfLost, lacksSection, lostMessage } from './gaps/gapFinding.ts';
import { type Gap, inOtherForm, numberInHeading } from './gaps/numberInGap.ts';
import { strandedNumber } from './gaps/strandedNumber.ts';
import { filledOtherwise } from './unread/otherwiseNumbered.ts';

/**
 * The first paragraph that has a number is not number 1 (or where else the framework starts). Either what came before it
 * was removed, or the report was begun from another. Put back what is missing, or renumber.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 2. Improve the timeliness of assessments.
 * ^ The numbers start at 2, not at 1.
 *
 * 3. Reduce changes of social worker.
 * ```
 *
 * ```inspectmark,fixed
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * 2. Reduce changes of social worker.
 * ```
 *
 * Where a heading has lost its mark, so that its section is not read as one of the series, that alone is told:
 *
 * ```inspectmark
 * ##Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Assessments are not always timely.
 * ```
 *
 * In reports of this kind recommendations and findings share one series, so the findings go on where the recommendations
 * end:
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Assessments are not always timely. (Recommendation 1)
 * ```
 */
export const numberStart: Rule = {
  id: 'number-start',
  group: 'numbering',
  kind: 'fault',
  severity: 'error',
  summary: 'The first number is not the one with which numbers start',
  fixable: true,
  readsWords: (paragraph, report, rewording) =>
    hasBreak(report, 'start') || mayMissNumber(paragraph, report, rewording),
  *check({ report }) {
    for (const series of seriesOf(report)) {
      const { index, kind, breaks } = series;
      for (const own of breaks) {
        const { sort, after, missing } = own;
        const span = after?.numberSpan;
        if (sort !== 'start' || span === undefined) continue;
        // What is missing between a report's own numbers and these is told as a gap.
        if (missing !== undefined && goesOnFromOwn(report, series)) continue;
        if (standElsewhere(report, series, own)) {
          const stranded = strandedNumber(report, series, own);
          if (stranded !== undefined) yield stranded;
          continue;
        }
        const inHeading = isGap(own) ? numberInHeading(report, own) : undefined;
        if (inHeading !== undefined) {
          yield inHeading;
          continue;
        }
        const otherForm = isGap(own) ? inOtherForm(report, own) : undefined;
        if (otherForm !== undefined) {
          yield otherForm;
          continue;
        }
        const filled = filledOtherwise(report, own);
        if (filled !== undefined) {
          yield filled;
          continue;
        }
        const missed = missedBetween(report, index, undefined, after);
        if (missed.some(({ sort }) => sort !== 'unnumbered')) continue;
        // That a section is missing whose numbers these are is told.
        if (isGap(own) && own.missing.count >= fewestOfSection && lacksSection(report, own)) continue;
        const start = missing?.first ?? seriesNumber(kind.form, kind.start);
        if (gapOfStart(series, own) !== undefined) {
          yield {
            ...span,
            message: `The first number is ${after?.number}, not ${start}. Write “${start}”.`,
            fixes: [fixWith(`Change to ${start}`, span, start)],
          };
          continue;
        }
        const fixes: Fix[] = breakFixes(report, own);
        const [unnumbered, another] = missed;
        const isUnnumbered = unnumbered !== undefined && another === undefined && missing?.count === 1;
        if (isUnnumbered) {
          const edit = { from: unnumbered.from, to: unnumbered.from, text: `${start}. ` };
          fixes.unshift({ title: `Number it ${start}`, edits: [edit], certain: false });
        }
        const lost = missing === undefined ? undefined : firstOfLost(missed, missing.count);
        if (lost !== undefined) {
          const related = [{ ...span, message: 'The numbers start here.' }];
          yield { from: lost.from, to: lost.to, message: lostMessage(missed.length, start), related, fixes };
          continue;
        }
        const emptied = emptiedSection(report, own);
        yield {
          ...(isUnnumbered
            ? { from: unnumbered.from, to: unnumbered.to }
            : emptied === undefined
              ? span
              : titleSpan(emptied)),
          message: isUnnumbered
            ? `This paragraph has no number, and the numbers start at ${after?.number}, not at ${start}. Number it, or renumber.`
            : `The numbers start at ${after?.number}, not at ${start}. Put back what was removed, or renumber.`,
          ...((isUnnumbered || emptied !== undefined) && {
            related: [{ ...span, message: 'The numbers start here.' }],
          }),
          fixes,
        };
      }
    }
  },
};

/** One number alone may be lost besides. */
const fewestOfSection = 2;

function isGap(own: SeriesBreak): own is Gap {
  return own.after?.numberSpan !== undefined && own.missing !== undefined;
}

/** The section of numbered paragraphs before the first number under whose heading there is nothing. */
function emptiedSection({ sections }: Report, { after }: SeriesBreak): Section | undefined {
  return sections.find(
    ({ block, blockEnd, kind, heading }) =>
      blockEnd === block + 1 && heading.from < (after?.from ?? 0) && kind?.paragraphs === 'numbered',
  );
}
