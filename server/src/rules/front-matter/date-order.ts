import { dateInWords } from '../../model/dateInWords.ts';
import { figuredBlocks, figuresOf, idAt, sentenceAt, wordAt } from '../../model/figures/figures.ts';
import { lastDay } from '../../model/metadata.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import type { Prose, ProseSentence } from '../../model/words/prose.ts';
import { idSet, idsOf } from '../../model/words/wordIds.ts';
import type { Span } from '../../text/text.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { comingBefore, factsAfter, isToldOf } from './dates/datedFacts.ts';
import { impossibleDates, mayHoldDate } from './dates/impossibleDates.ts';

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
    const { metadata } = report;
    const { entries } = metadata;
    // Of several dates none is the one; that is told.
    const isOne = entries.every(({ key, value }) => key !== 'published' || typeof value === 'string');
    const published = isOne ? metadata.published : undefined;
    const last = lastDay(metadata);
    if (last === undefined) return;
    const place = (key: string): Span => entries.find(entry => entry.key === key)?.valueSpan ?? metadata.span;
    const inspected = place('inspected');
    const related = [{ ...inspected, message: 'The dates of the inspection.' }];
    if (published !== undefined && published < last) {
      yield {
        ...place('published'),
        message: `Published on ${dateInWords(published)}, before the inspection ended on ${dateInWords(last)}. Correct one of the two.`,
        related,
      };
      return;
    }
    const odd = metadata.inspected.find(({ from, to }) => isTooLong(daysBetween(from, to), openAreas));
    if (odd !== undefined) {
      yield {
        ...inspected,
        severity: 'warning',
        message: `By these dates the inspection took from ${dateInWords(odd.from)} to ${dateInWords(odd.to)}. Correct one of the two.`,
      };
    } else if (published !== undefined && daysBetween(last, published) > longestWait) {
      yield {
        ...place('published'),
        severity: 'warning',
        message: `Published on ${dateInWords(published)}, long after the inspection ended on ${dateInWords(last)}. Correct one of the two.`,
        related,
      };
    }
    for (const own of ownDates(report)) {
      const dates = metadata.inspected.map(({ from, to }) =>
        from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`,
      );
      yield {
        from: own.from,
        to: own.to,
        severity: 'warning',
        message: `This inspection is dated *${own.words}* here, and ${dates.join(', ')} in the report’s details. Make them agree.`,
        related,
      };
    }
    const [{ from: begun = last } = {}] = metadata.inspected;
    for (const { from, to, words } of comingBefore(report, begun))
      yield {
        from,
        to,
        severity: 'warning',
        message: `*${words}* is said to be still to come, and is before the inspection began on ${dateInWords(begun)}. Correct one.`,
        related,
      };
    // Of a day of publication that cannot be read nothing is known.
    if (published === undefined && entries.some(({ key, value }) => key === 'published' && value !== '')) return;
    // Then the inspection is dated too early, and that is told.
    if (valid.from !== undefined && last < valid.from) return;
    const after = factsAfter(report, last);
    const [first] = after;
    if (first !== undefined && after.length >= many) {
      yield {
        ...inspected,
        message: `The inspection ended on ${dateInWords(last)}, and ${after.length} facts are dated after it, the first *${first.words}*. Correct the dates.`,
        related: after.map(({ from, to, words }) => ({ from, to, message: `This is dated *${words}*.` })),
      };
      return;
    }
    for (const { from, to, words } of after) {
      yield {
        from,
        to,
        message: `This is dated *${words}*, and the inspection ended on ${dateInWords(last)}. Correct one of the dates.`,
        related,
      };
    }
    for (const { from, to, words } of factsAfter(report, published ?? last, isToldOf)) {
      yield {
        from,
        to,
        severity: 'warning',
        message:
          published === undefined
            ? `This is told of *${words}*, and the inspection ended on ${dateInWords(last)}. Correct one of the dates.`
            : `This is told of *${words}*, and the report is published on ${dateInWords(published)}. Correct one of the dates.`,
        related: published === undefined ? related : [{ ...place('published'), message: 'The date of publication.' }],
      };
    }
  },
};

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

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Where so many facts are dated after the inspection, its own date is the likeliest to be wrong. */
const many = 3;

/** What is inspected before or after those days is a part of the inspection, as long as it is not so many days away. */
const longestBeside = 31;
const taking = idSet('took carried conducted undertaken held ran');

/** *This inspection took place from 9 to 13 October 2023*: days that are far from those of the report’s details. */
function ownDates(report: Report): (Span & { readonly words: string })[] {
  const own: (Span & { readonly words: string })[] = [];
  for (const { index, base, prose, dates } of figuredBlocks(report)) {
    let told: ProseSentence | undefined;
    for (const { year, month, day, first, from, to } of dates) {
      if (month === undefined || day === undefined) continue;
      const sentence = sentenceAt(prose, first);
      if (
        sentence === undefined ||
        sentence === told ||
        !isOfThisInspection(prose, sentence) ||
        isHistory(report, index)
      )
        continue;
      if (isOfInspected(prose, sentence.first, first)) continue;
      const date = [year, month, day].map(part => String(part).padStart(2, '0')).join('-');
      // (*We inspected the wing from …*: a part of the time.)
      const start = idAt(prose, sentence.first) === weWord ? undefined : startBefore(prose, first, date);
      const isOther = report.metadata.inspected.every(
        period => isFarFrom(date, period) || isInOtherMonth(date, period) || isOtherEnd(start, date, period),
      );
      if (!isOther) continue;
      own.push({ from: base + from, to: base + to, words: prose.text.slice(from, to).replace(/\s+/g, ' ') });
      told = sentence;
    }
  }
  return own;
}

/** *We inspected cases where orders began between …*: of what was inspected. */
function isOfInspected(prose: Prose, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (relatives.has(idAt(prose, at))) return true;
  return false;
}

const relatives = idSet('where which who whose that');

function isFarFrom(date: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return daysBetween(date, from) > longestBeside || daysBetween(to, date) > longestBeside;
}

/** The day on which it ended, in another month or year: one of the two is mistyped. */
function isInOtherMonth(date: string, { to }: { readonly to: string }): boolean {
  return date.slice(8) === to.slice(8) && date !== to;
}

/** The day from which it went on to a date: *from 9 to 13 October 2023*. */
function startBefore(prose: Prose, first: number, date: string): string | undefined {
  const day = idAt(prose, first - 1) === toWord ? wordAt(prose, first - 2) : '';
  return /^\d{1,2}$/.test(day) ? `${date.slice(0, 8)}${day.padStart(2, '0')}` : undefined;
}

/** Whether it began on the day of the report’s details, and went on to another day. */
function isOtherEnd(
  start: string | undefined,
  end: string,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  return start === from && end !== to;
}

/** *This inspection took place*, *The review was carried out*, *Inspection dates:*, *We inspected the force between*. */
function isOfThisInspection(prose: Prose, { first, last }: ProseSentence): boolean {
  const [one, two, three, four] = [0, 1, 2, 3].map(at => idAt(prose, first + at)) as [number, number, number, number];
  if ((one === thisWord || one === theWord) && inspections.has(two)) return taking.has(three) || taking.has(four);
  if (one === inspectionWord && dateWords.has(two)) return prose.text.charAt(prose.words[3 * first + 4] ?? 0) === ':';
  if (one !== weWord || two !== inspectedWord) return false;
  for (let at = first; at < last; at++) if (earlier.has(idAt(prose, at))) return false;
  return true;
}

function isHistory(report: Report, block: number): boolean {
  return sectionOfBlock(report, block)?.role === 'history';
}

const inspections = idSet('inspection review visit');
const dateWords = idSet('date dates');
const earlier = idSet('last previous previously when earlier also first again');
const {
  this: thisWord,
  the: theWord,
  we: weWord,
  to: toWord,
  inspected: inspectedWord,
  inspection: inspectionWord,
} = idsOf('this', 'the', 'we', 'to', 'inspected', 'inspection');
