import { topicsOf } from '../../model/claims/topics.ts';
import type { Figure, WrittenDate } from '../../model/figures/figure.ts';
import { type FiguredBlock, figuredBlocks, figureSpan, inSentence } from '../../model/figures/figures.ts';
import type { ProseSentence } from '../../model/words/proseReading.ts';
import { idAt } from '../../model/words/proseWords.ts';
import { endOfWord, keyOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { idsOf } from '../../model/words/wordIds.ts';
import { capitalised } from '../../text/phrases.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';

/**
 * The report gives the same count of the same thing for two days: so many at the end of a year, and as many at the time of
 * the inspection. It may be so; more often one count was taken over, and only the other was made anew.
 *
 * ```inspectmark,expect
 * ## Information about this local authority area
 *
 * - At 31 March 2016, 42 care leavers lived in supported lodgings near their schools.
 *                     ^^ 42 at 31 March 2016 here, and at the time of the inspection in paragraph 1. Is it one count? Look both up.
 *
 * ## Inspection findings
 *
 * 1. At the time of the inspection, 42 care leavers were living in supported lodgings near schools.
 * ```
 *
 * If there was one count only, give its date in both places. Another count is another matter, and so is a year:
 *
 * ```inspectmark
 * ## Information about this local authority area
 *
 * - At 31 March 2016, 42 care leavers lived in supported lodgings near their schools.
 *
 * - In 2015, 42 care leavers lived in supported lodgings near their schools.
 *
 * ## Inspection findings
 *
 * 1. At the time of the inspection, 45 care leavers were living in supported lodgings near schools.
 *
 * 2. At the time of the inspection, 42 pupils waited for a place at a school.
 * ```
 */
export const figureDate: Rule = {
  id: 'figure-date',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'The same count is given for two days',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    const topics = topicsOf(report).ofBlock;
    const byValue = new Map<number, Count[]>();
    for (const block of figuredBlocks(report)) {
      const codes = topics[block.index]?.codes;
      if (codes === undefined) continue;
      for (const sentence of block.prose.sentences) {
        const count = countIn(block, sentence, codes);
        if (count === undefined) continue;
        const { figure, keys, when } = count;
        const alike = byValue.get(figure.value) ?? [];
        byValue.set(figure.value, alike);
        const other = alike.find(earlier => earlier.day !== count.day && isOfSame(earlier.keys, keys));
        if (alike.length < mostAlike) alike.push(count);
        if (other === undefined) continue;
        const here = other.block.base + other.figure.from;
        const written = textOf(other);
        yield {
          from: here,
          to: other.block.base + other.figure.to,
          message: `${capitalised(written)} at ${other.when} here, and at ${when} in ${placeInWords(report, block.index)}. Is it one count? Look both up.`,
          related: [
            {
              ...figureSpan(block, figure),
              message: `The same count, at ${when}.`,
            },
          ],
        };
      }
    }
  },
};

/** A count with the day that its sentence gives for it. */
interface Count {
  readonly block: FiguredBlock;
  readonly figure: Figure;
  /** To compare days by, and as the sentence writes it. */
  readonly day: string;
  readonly when: string;
  /** What the sentence speaks of, besides the day. */
  readonly keys: ReadonlySet<number>;
}

/** One of something is no count that could be taken over. */
const least = 2;
/** So many words must two sentences have in common, and such a share of the shorter. */
const fewestShared = 4;
const leastShare = 0.6;
/** With so many of one value each is compared. */
const mostAlike = 50;

/** The count of a sentence that has one, and one day. */
function countIn(block: FiguredBlock, sentence: ProseSentence, codes: readonly number[]): Count | undefined {
  const { prose, figures, dates } = block;
  const [figure, another] = inSentence(figures, sentence).filter(
    ({ kind }) => kind === 'count' || kind === 'percentage' || kind === 'rate',
  );
  if (figure === undefined || another !== undefined || figure.kind !== 'count' || figure.value < least)
    return undefined;
  const [date, second] = inSentence(dates, sentence);
  const inspection = inspectionIn(block, sentence);
  if (second !== undefined || (date === undefined) === (inspection === undefined)) return undefined;
  const day = date === undefined ? 'inspection' : dayOf(date);
  if (day === undefined) return undefined;
  const when = date ?? (inspection as Omit<WrittenDate, 'year' | 'month' | 'day'>);
  const keys = new Set<number>();
  for (let at = sentence.first; at < sentence.last; at++) {
    const key = keyOfWord(codes, at);
    if (key !== 0 && (at < when.first || at >= when.last) && (at < figure.first || at >= figure.last)) keys.add(key);
  }
  return { block, figure, day, when: singleSpaced(prose.text.slice(when.from, when.to)), keys };
}

function dayOf({ year, month, day }: WrittenDate): string | undefined {
  return month === undefined || day === undefined ? undefined : `${year}-${month}-${day}`;
}

const { time, of, inspection: inspected } = idsOf('time', 'of', 'inspection');

/** *The time of the inspection*. */
function inspectionIn({ prose }: FiguredBlock, { first, last }: ProseSentence) {
  for (let at = first + 1; at + 3 < last; at++) {
    if (idAt(prose, at) !== time || idAt(prose, at + 1) !== of || idAt(prose, at + 3) !== inspected) continue;
    const from = startOfWord(prose.words, at - 1);
    return { first: at - 1, last: at + 4, from, to: endOfWord(prose.words, at + 3, from) };
  }
  return undefined;
}

function isOfSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const key of one) if (other.has(key)) shared++;
  return shared >= fewestShared && shared >= leastShare * Math.min(one.size, other.size);
}

function textOf({ block: { prose }, figure: { from, to } }: Count): string {
  return prose.text.slice(from, to);
}
