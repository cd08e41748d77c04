import { figuredBlocks } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import { sectionOfBlock } from '../../../model/sectionOfBlock.ts';
import type { Prose, ProseSentence } from '../../../model/words/prose.ts';
import { idAt, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
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
