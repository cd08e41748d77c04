import type { Report } from '../report.ts';
import { idAt, sentenceAt } from '../words/proseWords.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';
import type { FigureConflict, PlacedDate } from './figureConflict.ts';
import { type FiguredBlock, figuredBlocks } from './figures.ts';
import { appointment, postBefore, postFrom } from './heldPosts.ts';
import { isOtherDate } from './writtenDates.ts';

const word = idsOf('for', 'post', 'in', 'since', 'appointment');

/** How far from what is said a time in post may be, in months: of so many years, or of so many months. */
const roundingOfYears = 11;
const roundingOfMonths = 4;

/** *In post for two years*, and *took up post in June 2018*: counted from the inspection. */
export function tenureConflicts(report: Report, byFact: ReadonlyMap<string, readonly PlacedDate[]>): FigureConflict[] {
  const inspected = report.metadata.inspected.at(-1)?.to;
  if (inspected === undefined || ![...byFact.keys()].some(fact => fact.startsWith(appointment))) return [];
  const now = 12 * Number(inspected.slice(0, 4)) + Number(inspected.slice(5, 7));
  const conflicts: FigureConflict[] = [];
  for (const block of figuredBlocks(report)) {
    for (const figure of block.figures) {
      const post = figure.kind === 'duration' ? tenureOf(block, figure) : undefined;
      const [dated, ...others] = (post === undefined ? undefined : byFact.get(post)) ?? [];
      if (post === undefined || dated === undefined || others.some(own => isOtherDate(own.figure, dated.figure)))
        continue;
      const isInYears = years.has(idAt(block.prose, figure.last));
      const months = isInYears ? 12 * figure.value : figure.value;
      const { year, month } = dated.figure;
      const held = now - (12 * year + (month ?? 6));
      const rounding = (isInYears ? roundingOfYears : roundingOfMonths) + (month === undefined ? 6 : 0);
      if (Math.abs(held - months) > rounding)
        conflicts.push({ one: dated, other: { block, figure }, shared: [], fact: post });
    }
  }
  return conflicts;
}

const years = idSet('year years');
const monthsAndYears = idSet('year years month months');

/**
 * The post that has been held for so long: *in post for two years*, *in the 18 months since the appointment of the director
 * of children’s services*.
 */
function tenureOf({ prose }: FiguredBlock, { first, last }: Figure): string | undefined {
  if (!monthsAndYears.has(idAt(prose, last))) return undefined;
  const sentence = sentenceAt(prose, first);
  const isHeld =
    idAt(prose, first - 1) === word.for && idAt(prose, first - 2) === word.post && idAt(prose, first - 3) === word.in;
  if (isHeld) return postBefore(prose, first - 3, sentence.first);
  if (idAt(prose, last + 1) !== word.since || idAt(prose, last + 3) !== word.appointment) return undefined;
  return postFrom(prose, last + 4, Math.min(sentence.last, last + 4 + farthestPost));
}

/** So many words after *appointment* may stand whose it is. */
const farthestPost = 8;
