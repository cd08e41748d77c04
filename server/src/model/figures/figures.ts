import { singleSpaced } from '../../text/singleSpaced.ts';
import { firstWhere, type Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { type Prose, proseOf } from '../words/prose.ts';
import type { ProseSentence } from '../words/proseReading.ts';
import { idAt, startsWithDigit } from '../words/proseWords.ts';
import { numberWords, type TellingWords, tellingWordsOf, toldBlocks } from '../words/tellingWords.ts';
import type { Figure, Figures, WrittenDate } from './figure.ts';
import { figureAt } from './figureAt.ts';
import { isPartOfLabel } from './figureKinds.ts';
import { dateAt } from './writtenDates.ts';

const none: Figures = { figures: [], dates: [] };

/** A block that has figures or dates, with its place in the report. */
export interface FiguredBlock extends Figures {
  readonly index: number;
  readonly base: number;
  readonly prose: Prose;
}

const found = new DerivedFacts<readonly FiguredBlock[]>();

/** The blocks of a report's paragraphs that have figures or dates, in the order of the text; found on first use. */
export function figuredBlocks(report: Report): readonly FiguredBlock[] {
  return found.of(report, figuredIn);
}

function figuredIn(report: Report): FiguredBlock[] {
  const figured: FiguredBlock[] = [];
  for (const { index, base, prose, telling } of toldBlocks(report)) {
    if (telling.numbers.length === 0) continue;
    const all = figuresToldOf(prose, telling);
    if (all !== none) figured.push({ index, base, prose, figures: all.figures, dates: all.dates });
  }
  return figured;
}

/** Where a figure of a block stands in the report. */
export function figureSpan({ base }: FiguredBlock, { from, to }: Span): Span {
  return { from: base + from, to: base + to };
}

/** A figure of a block as written, in one line. */
export function figureText({ prose: { text } }: FiguredBlock, { from, to }: Span): string {
  return singleSpaced(text.slice(from, to));
}

/** The figures of one block of a report. */
export function figuresOf(report: Report, index: number): Figures {
  const telling = tellingWordsOf(report, index);
  const prose = proseOf(report, index);
  return telling === undefined || prose === undefined || telling.numbers.length === 0
    ? none
    : figuresToldOf(prose, telling);
}

/** The figures and dates of words that are in no paragraph of a report. */
export function figuresOfWords(prose: Prose): Figures {
  const numbers: number[] = [];
  for (let at = 0; 3 * at < prose.words.length; at++)
    if (numberWords.has(idAt(prose, at)) || startsWithDigit(prose, at)) numbers.push(at);
  return figuresIn(prose, numbers);
}

function figuresToldOf(prose: Prose, telling: TellingWords): Figures {
  telling.figures ??= figuresIn(prose, telling.numbers);
  return telling.figures;
}

/** Those of a block’s figures or dates, given in order, that stand in a sentence, or between two words of one. */
export function inSentence<Placed extends { readonly first: number; readonly last: number }>(
  all: readonly Placed[],
  { first, last }: Pick<ProseSentence, 'first' | 'last'>,
): Placed[] {
  const from = firstWhere(all.length, i => (all[i]?.first ?? Infinity) >= first);
  let to = from;
  while ((all[to]?.last ?? Infinity) <= last) to++;
  return all.slice(from, to);
}

function figuresIn(prose: Prose, numbers: readonly number[]): Figures {
  let figures: Figure[] | undefined;
  let dates: WrittenDate[] | undefined;
  let next = 0;
  for (const at of numbers) {
    if (at < next) continue;
    const inDigits = !numberWords.has(idAt(prose, at));
    const date = inDigits ? dateAt(prose, at) : undefined;
    if (date !== undefined) {
      dates ??= [];
      dates.push(date);
      next = date.last;
      continue;
    }
    let figure = figureAt(prose, at, inDigits);
    if (figure === undefined) continue;
    figures ??= [];
    if (figure.kind === 'count' && inDigits && isPartOfLabel(prose, at, figures.at(-1)))
      figure = { ...figure, kind: 'label' };
    figures.push(figure);
    next = figure.last;
  }
  if (figures === undefined && dates === undefined) return none;
  return { figures: figures ?? none.figures, dates: dates ?? none.dates };
}
