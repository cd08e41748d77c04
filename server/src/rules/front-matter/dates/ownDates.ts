import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { WrittenDate } from '../../../model/figures/figure.ts';
import { figuredBlocks } from '../../../model/figures/figures.ts';
import { months } from '../../../model/figures/writtenDates.ts';
import type { Report } from '../../../model/report.ts';
import { sectionOfBlock } from '../../../model/sectionOfBlock.ts';
import type { Prose } from '../../../model/words/prose.ts';
import { type ProseSentence, wordId } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Span } from '../../../text/text.ts';
import { daysBetween } from './daysBetween.ts';

/** What is inspected before or after those days is a part of the inspection, as long as it is not so many days away. */
const longestBeside = 31;
const taking = idSet('took carried conducted undertaken held ran');

/** *This inspection took place from 9 to 13 October 2023*: days that are far from those of the report’s details. */
export function ownDates(report: Report): (Span & { readonly words: string })[] {
  const own: (Span & { readonly words: string })[] = [];
  for (const { index, base, prose, dates } of figuredBlocks(report)) {
    let told: ProseSentence | undefined;
    for (const written of dates) {
      const { first, from, to } = written;
      const sentence = sentenceAt(prose, first);
      if (sentence === told || !isOther(report, prose, sentence, written)) continue;
      if (isHistory(report, index) || isOfEarlier(report, prose, sentence, written)) continue;
      own.push({ from: base + from, to: base + to, words: singleSpaced(prose.text.slice(from, to)) });
      told = sentence;
    }
  }
  return own;
}

/** Whether a date is told of this inspection, and is none of its details. */
function isOther(
  report: Report,
  prose: Prose,
  sentence: ProseSentence,
  { year, month, day, first, from }: WrittenDate,
): boolean {
  if (month === undefined) return false;
  const { inspected } = report.metadata;
  const date = [year, month, day ?? 1].map(part => String(part).padStart(2, '0')).join('-');
  const isOfThis = isOfThisInspection(prose, sentence);
  if (day === undefined) return isOfThis && isOtherMonth(prose, sentence, first, date.slice(0, 7), report);
  if (!isOfThis)
    return isLabelled(prose, sentence, first, date, report) || isOtherRange(prose, first, from, date, report);
  if (isOfInspected(prose, sentence.first, first)) return false;
  // (*We inspected the wing from …*: a part of the time.)
  const start = idAt(prose, sentence.first) === weWord ? undefined : startBefore(prose, first, date);
  return inspected.every(
    period => isFarFrom(date, period) || isInOtherMonth(date, period) || isOtherEnd(start, date, period),
  );
}

/**
 * *We inspected the service between 12 and 23 November 2018*, in a report that gives the days of its own inspection
 * elsewhere: of an earlier one, unless its month or its year alone is another.
 */
function isOfEarlier(
  report: Report,
  prose: Prose,
  { first }: ProseSentence,
  { year, month, day }: WrittenDate,
): boolean {
  if (idAt(prose, first) !== weWord || idAt(prose, first + 1) !== inspectedWord || day === undefined) return false;
  const ends = report.metadata.inspected.map(({ to }) => to.split('-').map(Number));
  if (ends.some(([y = 0, m, d]) => y < year || (d === day && (y === year) !== (m === month)))) return false;
  return givesOwnDays.of(report, () =>
    figuredBlocks(report).some(({ dates }) =>
      dates.some(own => ends.some(([y, m, d]) => own.year === y && own.month === m && own.day === d)),
    ),
  );
}

/** Whether a report’s text gives a last day of its details. */
const givesOwnDays = new DerivedFacts<boolean>();

/** *This inspection took place in June 2023*: right after the verb, or some time later it is the date of something else. */
function isOtherMonth(
  prose: Prose,
  sentence: ProseSentence,
  first: number,
  month: string,
  { metadata: { inspected } }: Report,
): boolean {
  if (first > sentence.first + farthestMonth || idAt(prose, first - 1) !== inWord) return false;
  // (What is dated after it is told of all.)
  return inspected.every(({ from }) => month < from.slice(0, 7));
}

/** *The inspection was carried out in June*: so many words at most stand before the month. */
const farthestMonth = 6;

/** *Date of inspection visit: 14 May 2019*: a day of none of the periods. */
function isLabelled(
  prose: Prose,
  { first }: ProseSentence,
  at: number,
  date: string,
  { metadata: { inspected } }: Report,
): boolean {
  if (!dateWords.has(idAt(prose, first)) || idAt(prose, first + 1) !== ofWord || at > first + farthestDate)
    return false;
  const label = prose.text.slice(startOfWord(prose.words, first), startOfWord(prose.words, at));
  return ownLabel.test(label) && inspected.every(({ from, to }) => date < from || date > to);
}

const ownLabel = /^dates? of (?:this |the |our )?(?:inspection|audit|review|visit|site)s?(?: visits?| audit)?:/i;
/** So many words after its label may the last of several days stand. */
const farthestDate = 14;

/**
 * *Four inspectors were there between 8 April and 10 May 2024*: from the first day of the inspection to one after its last,
 * or those days in another month.
 */
function isOtherRange(
  prose: Prose,
  first: number,
  from: number,
  date: string,
  { metadata: { inspected } }: Report,
): boolean {
  if (!rangeJoints.has(idAt(prose, first - 1))) return false;
  const [, day, name] = rangeStart.exec(prose.text.slice(Math.max(0, from - longestStart), from)) ?? [];
  const month = name === undefined ? Number(date.slice(5, 7)) : months.get(wordId(name));
  if (day === undefined || month === undefined) return false;
  const start = `${date.slice(0, 5)}${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return (
    inspected.length === 1 &&
    inspected.some(period => {
      if (
        period.from === period.to ||
        daysBetween(period.to, date) > longestBeside ||
        daysBetween(date, period.from) > longestBeside
      )
        return false;
      if (start.slice(8) === period.from.slice(8) && date.slice(8) === period.to.slice(8))
        return date !== period.to || start !== period.from;
      return (start === period.from && date > period.to) || (date === period.to && start < period.from);
    })
  );
}

const rangeStart = /(?:between|from) (\d{1,2})(?:\s+([A-Z][a-z]{2,8}))?\s+(?:and|to)\s$/;
const longestStart = 32;
const rangeJoints = idSet('to and');

/** *We inspected cases where orders began between …*: of what was inspected. */
function isOfInspected(prose: Prose, from: number, to: number): boolean {
  return hasWordOf(prose, from, to, relatives);
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
  if (one === inspectionWord && dateWords.has(two)) return prose.text.charAt(endOfWord(prose.words, first + 1)) === ':';
  if (one !== weWord || two !== inspectedWord) return false;
  return !hasWordOf(prose, first, last, earlier);
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
  of: ofWord,
  in: inWord,
} = idsOf('this', 'the', 'we', 'to', 'inspected', 'inspection', 'of', 'in');
