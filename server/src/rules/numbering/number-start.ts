import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { MissedNumber } from '../../model/numbering/missedNumber.ts';
import { mayMissNumber, missedBetween } from '../../model/numbering/missedNumbers.ts';
import { gapOfStart, hasBreak, type Series, seriesOf } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import { seriesNumber } from '../../model/numbering/seriesNumbers.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import type { Span } from '../../text/text.ts';
import { fixWith } from '../fixWith.ts';
import { standElsewhere } from '../numbers/numbersElsewhere.ts';
import { breakFixes } from '../numbers/renumberFix.ts';
import { titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { firstOfLost, lacksSection, lostMessage } from './gaps/gapFinding.ts';
import { inOtherForm, isGap, numberInHeading } from './gaps/numberInGap.ts';
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
    for (const series of seriesOf(report))
      for (const own of series.breaks) {
        const finding = startFinding(report, series, own);
        if (finding !== undefined) yield finding;
      }
  },
};

/** What is to be told where a series starts at another number than it should. */
function startFinding(report: Report, series: Series, own: SeriesBreak): Finding | undefined {
  const { sort, after, missing } = own;
  const span = after?.numberSpan;
  if (sort !== 'start' || span === undefined) return undefined;
  if (standElsewhere(report, series, own)) return strandedNumber(report, series, own);
  const written = isGap(own) ? (numberInHeading(report, own) ?? inOtherForm(report, own)) : undefined;
  const otherwise = written ?? filledOtherwise(report, own);
  if (otherwise !== undefined) return otherwise;
  const missed = missedBetween(report, series.index, undefined, after);
  if (missed.some(each => each.sort !== 'unnumbered')) return undefined;
  // That a section is missing whose numbers these are is told.
  if (isGap(own) && own.missing.count >= fewestOfSection && lacksSection(report, own)) return undefined;
  const start = missing?.first ?? seriesNumber(series.kind.form, series.kind.start);
  if (gapOfStart(series, own) === undefined) return lackingStart(report, own, span, start, missed);
  return {
    ...span,
    message: `The first number is ${after?.number}, not ${start}. Write “${start}”.`,
    fixes: [fixWith(`Change to ${start}`, span, start)],
  };
}

/** One number alone may be lost besides. */
const fewestOfSection = 2;

/** Numbers that are missing before the first, and paragraphs there that have none. */
function lackingStart(
  report: Report,
  own: SeriesBreak,
  span: Span,
  start: string,
  unnumbered: readonly MissedNumber[],
): Finding {
  const { after, missing } = own;
  const fixes = breakFixes(report, own);
  const related = [{ ...span, message: 'The numbers start here.' }];
  const [only, another] = unnumbered;
  if (only !== undefined && another === undefined && missing?.count === 1) {
    const { from, to } = only;
    return {
      from,
      to,
      message: `This paragraph has no number, and the numbers start at ${after?.number}, not at ${start}. Number it, or renumber.`,
      related,
      fixes: [fixWith(`Number it ${start}`, { from, to: from }, `${start}. `), ...fixes],
    };
  }
  const lost = missing && firstOfLost(unnumbered, missing.count);
  if (lost !== undefined)
    return { from: lost.from, to: lost.to, message: lostMessage(unnumbered.length, start), related, fixes };
  const emptied = emptiedSection(report, own);
  return {
    ...(emptied === undefined ? span : titleSpan(emptied)),
    message: `The numbers start at ${after?.number}, not at ${start}. Put back what was removed, or renumber.`,
    ...(emptied !== undefined && { related }),
    fixes,
  };
}

/** The section of numbered paragraphs before the first number under whose heading there is nothing. */
function emptiedSection({ framework, sections }: Report, { after }: SeriesBreak): Section | undefined {
  const { seriesOfRole } = frameworkIndex(framework);
  return sections.find(
    ({ block, blockEnd, kind, ownRole = '', heading }) =>
      blockEnd === block + 1 &&
      heading.from < (after?.from ?? 0) &&
      (kind?.paragraphs === 'numbered' || (framework.openAreas && seriesOfRole.has(ownRole))),
  );
}
