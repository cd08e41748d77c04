import { dateInWords } from '../../model/dateInWords.ts';
import { figuresOf } from '../../model/figures/figures.ts';
import { type Interval, lastDay } from '../../model/metadata.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Related, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { comingBefore, factsAfter, isToldOf } from './dates/datedFacts.ts';
import { daysBetween } from './dates/daysBetween.ts';
import { impossibleDates, mayHoldDate } from './dates/impossibleDates.ts';
import { ownDates } from './dates/ownDates.ts';

/**
 * The report’s details say that it is published before the inspection ended, or a fact in it is dated after the inspection.
 * One of the dates is mistyped, most often its year.
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2017-01-29
 *            ^^^^^^^^^^ Published on 29 January 2017, before the inspection ended on 30 November 2017
 * ---
 * ```
 *
 * Or it is published many years after it, or the inspection took that long:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2117-01-29
 *            ^^^^^^^^^^ Published on 29 January 2117, long after the inspection ended on 30 November 2017. Correct one of the two.
 * ---
 * ```
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2007-11-06/2017-11-30
 *            ^^^^^^^^^^^^^^^^^^^^^ By these dates the inspection took from 6 November 2007 to 30 November 2017.
 * ---
 * ```
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * ---
 *
 * ## Context
 *
 * - At 30 September 2018, 519 children had a plan. The director has been in post since January 2019.
 *      ^^^^^^^^^^^^^^^^^ This is dated *30 September 2018*, and the inspection ended on 30 November 2017.
 *                                                                                      ^^^^^^^^^^^^ This is dated *January 2019*
 * ```
 *
 * So is what is told as past, and dated after the report is published:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2018-01-29
 * ---
 *
 * ## Context
 *
 * The director took up her post in March 2019. In 2019, attendance was high.
 *                                  ^^^^^^^^^^ This is told of *March 2019*, and the report is published on 29 January 2018. Correct one of the dates.
 *                                                 ^^^^ This is told of *2019*
 * ```
 *
 * Where there are several such facts, it is rather the inspection that is wrongly dated, and that is one finding:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2016-11-06/2016-11-30
 *            ^^^^^^^^^^^^^^^^^^^^^ The inspection ended on 30 November 2016, and 3 facts are dated after it, the first *March 2017*.
 * ---
 *
 * ## Context
 *
 * - The director has been in post since March 2017.
 *
 * - At 30 September 2017, 519 children had a plan. This is an increase from 367 at 31 March 2017.
 * ```
 *
 * And so it is where the text gives other days for the inspection:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * ---
 *
 * ## Context
 *
 * This inspection took place from 6 to 30 November 2016.
 *                                      ^^^^^^^^^^^^^^^^ This inspection is dated *30 November 2016* here, and 6 November 2017 to 30 November 2017 in the report’s details.
 * ```
 *
 * So may be the last day alone:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * ---
 *
 * ## Context
 *
 * This inspection took place from 6 to 24 November 2017.
 *                                      ^^^^^^^^^^^^^^^^ This inspection is dated *24 November 2017* here
 *
 * Six inspectors visited schools between 6 November and 7 December 2017.
 *                                                       ^^^^^^^^^^^^^^^ This inspection is dated *7 December 2017* here
 * ```
 *
 * What is still to come does not lie before the inspection:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2019-05-20/2019-05-24
 * ---
 *
 * ## Context
 *
 * The new register is not due to be introduced until November 2018.
 *                                                    ^^^^^^^^^^^^^ *November 2018* is said to be still to come, and is before the inspection began on 20 May 2019.
 * ```
 *
 * A day may not be in the calendar at all, and a month’s name or a year be mistyped:
 *
 * ```inspectmark,expect
 * ## Context
 *
 * - At 31 June 2017, 519 children had a plan. On 6 Novembr 2017 there were 520, and in May 20017 there were 500.
 *      ^^^^^^^^^^^^ There is no such day in the calendar. Correct the date.
 *                                                  ^^^^^^^ “Novembr” is no month. Is *November* meant?
 *                                                                                          ^^^^^ “20017” is no year. Correct it.
 * ```
 *
 * Correct the date that is wrong. What is planned may lie ahead:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2018-01-29
 * ---
 *
 * ## Context
 *
 * - At 30 September 2017, 519 children had a plan. The director will be in post until January 2019.
 *
 * - Twelve young people were offered places at university in September 2018. The new team,
 *   to be formed in April 2018, was designed to start in 2019.
 * ```
 */
export const dateOrder: Rule = {
  id: 'date-order',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'A date is not in the calendar, or does not fit the dates of the inspection',
  fixable: false,
  readsWords: whereStands((report, block) => figuresOf(report, block).dates.length > 0 || mayHoldDate(report, block)),
  unhurried: true,
  *check({ report, framework: { valid, openAreas } }) {
    yield* impossibleDates(report);
    const details = detailsOf(report);
    if (details === undefined) return;
    const { published, last } = details;
    if (published !== undefined && published < last) {
      yield publishedFinding(details, published, 'before');
      return;
    }
    const tooLong = tooLongFinding(details, openAreas);
    if (tooLong !== undefined) yield tooLong;
    else if (published !== undefined && daysBetween(last, published) > longestWait)
      yield { ...publishedFinding(details, published, 'long after'), severity: 'warning' };
    yield* otherDays(report, details);
    yield* stillToCome(report, details);
    // Of a day of publication that cannot be read nothing is known; that the inspection is dated too early is told.
    if (details.isUnread || (valid.from !== undefined && last < valid.from)) return;
    yield* laterFacts(report, details);
  },
};

/** What the report’s details say of its dates. */
interface Details {
  readonly inspected: readonly Interval[];
  /** The last day of the inspection. */
  readonly last: string;
  readonly published: string | undefined;
  /** Whether a day of publication is given that cannot be read. */
  readonly isUnread: boolean;
  readonly placeOf: (key: 'inspected' | 'published') => Span;
  /** The place of the dates of the inspection, as what is found elsewhere relates to it. */
  readonly related: readonly Related[];
}

function detailsOf({ metadata }: Report): Details | undefined {
  const { entries, inspected } = metadata;
  const last = lastDay(metadata);
  if (last === undefined) return undefined;
  // Of several dates none is the one; that is told.
  const isOne = entries.every(({ key, value }) => key !== 'published' || typeof value === 'string');
  const published = isOne ? metadata.published : undefined;
  const placeOf = (key: string): Span => entries.find(entry => entry.key === key)?.valueSpan ?? metadata.span;
  return {
    inspected,
    last,
    published,
    isUnread: published === undefined && entries.some(({ key, value }) => key === 'published' && value !== ''),
    placeOf,
    related: [{ ...placeOf('inspected'), message: 'The dates of the inspection.' }],
  };
}

function publishedFinding(
  { last, placeOf, related }: Details,
  published: string,
  when: 'before' | 'long after',
): Finding {
  return {
    ...placeOf('published'),
    message: `Published on ${dateInWords(published)}, ${when} the inspection ended on ${dateInWords(last)}. Correct one of the two.`,
    related,
  };
}

function tooLongFinding({ inspected, placeOf }: Details, isAnyReport: boolean): Finding | undefined {
  const odd = inspected.find(({ from, to }) => isTooLong(daysBetween(from, to), isAnyReport));
  return (
    odd && {
      ...placeOf('inspected'),
      severity: 'warning',
      message: `By these dates the inspection took from ${dateInWords(odd.from)} to ${dateInWords(odd.to)}. Correct one of the two.`,
    }
  );
}

/** Days that the text gives for this inspection, and the details others. */
function* otherDays(report: Report, { inspected, related }: Details): Iterable<Finding> {
  const dates = inspected.map(({ from, to }) =>
    from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`,
  );
  for (const { from, to, words } of ownDates(report))
    yield {
      from,
      to,
      severity: 'warning',
      message: `This inspection is dated *${words}* here, and ${dates.join(', ')} in the report’s details. Make them agree.`,
      related,
    };
}

/** What is said to be still to come, and lies before the inspection. */
function* stillToCome(report: Report, { inspected, last, related }: Details): Iterable<Finding> {
  const [{ from: begun = last } = {}] = inspected;
  for (const { from, to, words } of comingBefore(report, begun))
    yield {
      from,
      to,
      severity: 'warning',
      message: `*${words}* is said to be still to come, and is before the inspection began on ${dateInWords(begun)}. Correct one.`,
      related,
    };
}

/** Facts that are dated after the inspection, or told as past and dated after the report is published. */
function* laterFacts(report: Report, { last, published, placeOf, related }: Details): Iterable<Finding> {
  const after = factsAfter(report, last);
  const [first] = after;
  if (first !== undefined && after.length >= many) {
    yield {
      ...placeOf('inspected'),
      message: `The inspection ended on ${dateInWords(last)}, and ${after.length} facts are dated after it, the first *${first.words}*. Correct the dates.`,
      related: after.map(({ from, to, words }) => ({ from, to, message: `This is dated *${words}*.` })),
    };
    return;
  }
  for (const { from, to, words } of after)
    yield {
      from,
      to,
      message: `This is dated *${words}*, and the inspection ended on ${dateInWords(last)}. Correct one of the dates.`,
      related,
    };
  const told =
    published === undefined
      ? `the inspection ended on ${dateInWords(last)}`
      : `the report is published on ${dateInWords(published)}`;
  for (const { from, to, words } of factsAfter(report, published ?? last, isToldOf))
    yield {
      from,
      to,
      severity: 'warning',
      message: `This is told of *${words}*, and ${told}. Correct one of the dates.`,
      related: published === undefined ? related : [{ ...placeOf('published'), message: 'The date of publication.' }],
    };
}

/** No inspection takes longer, and no report is waited for longer, in days. */
const longestInspection = 366;
const longestWait = 3 * 366;

/** An audit may take longer than an inspection; then a mistyped year shows by the rest, as short as an inspection is. */
const longestAudit = 3 * 366;
const longestRest = 100;
const yearInDays = 365.25;

/** Whether nothing that a report tells of takes so many days; `isAnyReport` of what any inspectorate or auditor writes. */
function isTooLong(days: number, isAnyReport: boolean): boolean {
  return days > longestInspection && (!isAnyReport || days > longestAudit || days % yearInDays < longestRest);
}

/** Where so many facts are dated after the inspection, its own date is the likeliest to be wrong. */
const many = 3;
