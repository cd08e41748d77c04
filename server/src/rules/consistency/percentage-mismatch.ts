import { type Figure, type FiguredBlock, figuredBlocks, idAt, sentenceAt } from '../../model/figures.ts';
import {
  between,
  isCount,
  isInOneSentence,
  isOfThese,
  isOfWhom,
  isOpening,
  isOutOf,
  isWholeOf,
  type PlacedFigure,
  populationOf,
  wholeOf,
} from '../../model/figureWholes.ts';
import { listInWords } from '../../model/listInWords.ts';
import type { Report } from '../../model/report.ts';
import { idSet, idsOf } from '../../model/wordIds.ts';
import type { TableBlock } from '../../syntax/block.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Related, Rule } from '../rule.ts';

/**
 * A percentage or a rate does not follow from the numbers beside it. Readers, and the provider first of all, check such
 * sums; one that is wrong makes them doubt the others.
 *
 * ```inspectmark,expect
 * - At 31 March 2017, the local authority was looking after 518 children.
 *
 * - Of this number:
 *
 *     - 271 (or 57%) live outside the local authority area
 *               ^^^ 271 of 518 is 52%, not 57%.
 *
 *     - 9 live in residential special schools, of whom 45% live out of the authority area.
 *                                                      ^^^ No number out of 9 is 45%: 4 is 44%, and 5 is 56%.
 * ```
 *
 * Do the sum again, and correct the percentage or the number. Rates are checked against the number of children who live
 * in the area:
 *
 * ```inspectmark,expect
 * - Approximately 56,593 children and young people under the age of 18 years live in Norwood.
 *
 * - At 31 March 2017, 519 children were the subject of a child protection plan (a rate of 29 per 10,000 children).
 *                                                                                         ^^^^^^^^^^^^^ 519 of 56,593 is a rate of 92 per 10,000, not 29.
 * ```
 *
 * A part is no more than its whole, and a share no more than all:
 *
 * ```inspectmark,expect
 * Of 120 children, 130 had a plan.
 *                  ^^^ 130 is more than the whole, 120. Correct one of the two.
 *
 * A year ago, 64 families were helped, and 71 of them stayed together. We read 226 records, and 203 of these (80%) were clear.
 *                                          ^^ 71 is more than the whole, 64.
 *                                                                                                             ^^^ 203 of 226 is 90%, not 80%.
 *
 * Of 38 staff, 34 had been trained, and the remaining two were booked on courses.
 *                                                     ^^^ 34 and two add up to 36, not 38.
 *
 * Inspectors found that 149% of assessments were timely.
 *                       ^^^^ 149% is more than all of them. Correct the figure.
 * ```
 *
 * So may the numbers stand with what they are of between them and their share:
 *
 * ```inspectmark,expect
 * At the time of the inspection, 64 of 160 plans (60%) had been reviewed.
 *                                                 ^^^ 64 of 160 is 40%, not 60%.
 * ```
 *
 * A fraction in words is checked too:
 *
 * ```inspectmark,expect
 * Crews made 5,430 visits. Three quarters of these visits, 3,620, were to older people.
 *                                                          ^^^^^ 3,620 of 5,430 is 67%, not three quarters. Correct one of the two.
 * ```
 *
 * In a table, what is called the total is the sum, where it is so in its other rows or columns:
 *
 * ```inspectmark,expect
 * | Test | Achieved | Not achieved | Total |
 * | --- | --- | --- | --- |
 * | Safety | 4 | 5 | 10 |
 *                    ^^ 4 and 5 add up to 9, not 10. Correct one of the figures.
 * | Respect | 6 | 5 | 11 |
 * | All | 10 | 10 | 20 |
 * ```
 *
 * A percentage may be rounded or cut off. Nothing is said where the whole is not stated, nor of figures that are called
 * approximate:
 *
 * ```inspectmark
 * - At 31 March 2017, the local authority was looking after 518 children (a rate of 92 per 10,000 children).
 *
 * - Of this number:
 *
 *     - 271 (or 52%) live outside the local authority area
 *
 *     - 57 live in residential children’s homes, of whom 75% live out of the authority area.
 *
 * The proportion of reviews held in time rose by 149%, and homes are at 110% of capacity.
 *
 * Of the 96 pupils who live outside the borough, 58 (60%) are in good schools. Around 10% (117) are in other schools.
 * ```
 */
export const percentageMismatch: Rule = {
  id: 'percentage-mismatch',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'A percentage or rate does not follow from the numbers beside it',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    const blocks = figuredBlocks(report);
    const population = populationOf(blocks);
    for (const block of blocks) {
      for (const [i, figure] of block.figures.entries()) {
        const finding =
          figure.kind === 'percentage'
            ? (shareFinding(report, block, i) ?? overWhole(report, block, i))
            : figure.kind === 'rate'
              ? rateFinding(report, block, i, population)
              : partFinding(report, block, i);
        if (finding !== undefined) yield finding;
      }
    }
    const { blocks: all, starts } = report.document;
    for (let i = 0; i < all.length; i++) {
      const block = all[i];
      if (block?.kind === 'table') yield* sumFinding(report, block, starts[i] ?? 0);
    }
  },
};

const word = idsOf('of', 'children', 'proportion', 'remaining', 'these', 'this');
const approximate = idSet('about approximately around over nearly almost under roughly some than to least circa most');

function shareFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const percentage = block.figures[i] as Figure;
  if (approximate.has(idAt(block.prose, percentage.first - 1))) return undefined;
  const before = block.figures[i - 1];
  const after = block.figures[i + 1];
  const share = (part: Figure, whole: PlacedFigure | undefined): Finding | undefined =>
    whole && mismatch(report, block, percentage, part, whole);
  if (before !== undefined && isCount(before) && isBeside(block, before, percentage)) {
    const outer = block.figures[i - 2];
    if (outer !== undefined && isCount(outer) && isOutOf(block, outer, before))
      return share(outer, { figure: before, block });
    return share(before, wholeOf(report, block, i - 1));
  }
  // *64 of 160 plans (40%)*
  const outer = block.figures[i - 2];
  if (before !== undefined && outer !== undefined && isCount(before) && isCount(outer)) {
    if (isThings(block, before, percentage) && isOutOf(block, outer, before))
      return share(outer, { figure: before, block });
  }
  // *Of these, 103 pupils (25%)*
  if (before !== undefined && isCount(before) && isOpeningOfThese(block, before) && isThings(block, before, percentage))
    return share(before, wholeOf(report, block, i - 1));
  if (after !== undefined && isCount(after) && /^ ?\($/.test(between(block, percentage, after))) {
    const outer = block.figures[i + 2];
    if (outer !== undefined && isCount(outer) && isOutOf(block, after, outer))
      return share(after, { figure: outer, block });
    return /^\)/.test(block.prose.text.slice(after.to)) ? share(after, wholeOf(report, block, i + 1, i)) : undefined;
  }
  // In *schools,3 of whom 75%* the number is a footnote's.
  const ofWhom = isOfWhom(block, percentage.first) && before?.last !== percentage.first - 2;
  return ofWhom && before !== undefined && isCount(before) && isInOneSentence(block, before, percentage)
    ? impossible(report, block, percentage, before)
    : undefined;
}

/** *103 pupils (25%)*: what is counted stands between a number and its share. */
function isThings(block: FiguredBlock, count: Figure, percentage: Figure): boolean {
  return /^ [\p{L}’' -]{1,40} \($/u.test(between(block, count, percentage));
}

/** *Of these, 103 …* */
function isOpeningOfThese({ prose }: FiguredBlock, { first }: Figure): boolean {
  const sentence = sentenceAt(prose, first);
  return first - 2 === sentence?.first && idAt(prose, first - 2) === word.of && idAt(prose, first - 1) === word.these;
}

/** What a share is of, where more than all of it cannot be: people, and what is done for them one by one. */
const counted = idSet(
  `children people families parents pupils learners residents patients carers leavers adopters workers staff assessments plans
  cases reviews visits referrals conferences meetings interviews appointments contacts enquiries placements agencies schools
  homes records files girls boys babies adults women men population`,
);
/** Words with which a percentage says by how much something has changed, or what it is measured against. */
const compared = idSet(
  `by increase increased increases rise rises risen rose growth grown grew up more than above exceed exceeds exceeded exceeding
  capacity budget target average equivalent compared higher greater occupancy`,
);
/** So many words to either side say what a percentage is; a sentence with more is a list. */
const within = 40;
/** So many words after *of* may stand before what is counted: *of all eligible young people*. */
const nearby = 4;

/** A share of more than all: *149% of assessments*, *of 120 children, 149%*, *the proportion is 104%*. */
function overWhole(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const percentage = figures[i] as Figure;
  const sentence = sentenceAt(prose, percentage.first);
  if (percentage.value <= 100 || sentence === undefined) return undefined;
  const { first, last } = percentage;
  const start = Math.max(sentence.first, first - within);
  const end = Math.min(sentence.last, last + within);
  for (let at = start; at < end; at++) if (compared.has(idAt(prose, at))) return undefined;
  const opening = figures[i - 1];
  const ofOpening =
    opening !== undefined && isCount(opening) && isOpening(block, opening) && opening.first >= sentence.first;
  let isShare = ofOpening || isOfWhom(block, first);
  for (let at = last + 1; idAt(prose, last) === word.of && at <= last + nearby + 1 && at < sentence.last; at++)
    isShare ||= counted.has(idAt(prose, at));
  for (let at = start; at < first; at++) isShare ||= idAt(prose, at) === word.proportion;
  if (!isShare) return undefined;
  return {
    ...spanIn(block, percentage),
    message: `${wordsOf(report, block, percentage)} is more than all of them. Correct the figure.`,
    related: ofOpening ? [placeOf({ figure: opening, block }, 'The whole.')] : [],
  };
}

/** A part that is more than its whole: *of 120 children, 130*, *40 care leavers, of whom 52*, *130 of the 120*. */
function partFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures, prose } = block;
  const part = figures[i] as Figure;
  const before = figures[i - 1];
  const after = figures[i + 1];
  if (!isCount(part)) return undefined;
  const next = figures[i + 1];
  // A percentage beside the part is told of with it.
  if (next?.kind === 'percentage' && isBeside(block, part, next)) return undefined;
  if (isOfThese(block, part)) {
    const these = wholeOf(report, block, i);
    return these === undefined || part.value <= these.figure.value
      ? undefined
      : moreThanWhole(report, block, part, these);
  }
  const fraction = fractionFinding(report, block, i);
  if (fraction !== undefined) return fraction;
  const rest = restFinding(report, block, i);
  if (rest !== undefined) return rest;
  const whole =
    after !== undefined && isCount(after) && isWholeOf(block, part, after)
      ? after
      : before !== undefined && isCount(before) && isInOneSentence(block, before, part) && isPartOf(block, before, part)
        ? before
        : undefined;
  if (whole === undefined || part.value <= whole.value || part.decimals + whole.decimals > 0) return undefined;
  return moreThanWhole(report, block, part, { figure: whole, block });

  function isPartOf(own: FiguredBlock, one: Figure, other: Figure): boolean {
    if (isOfWhom(own, other.first)) return one.last !== other.first - 2;
    return isOpening(own, one) && /^[^,.;:()]*, $/.test(prose.text.slice(one.to, other.from).replace(/\s+/g, ' '));
  }
}

const partOfThese =
  /(?:^|[\s(])(half|(?:a|one|two) thirds?|(?:a|one|three) quarters?) of (?:these|them|those)(?: [\p{L}’-]+){0,3}(?:,| \(|:) ?$/iu;
const partsInWords: readonly (readonly [RegExp, number])[] = [
  [/^half/i, 1 / 2],
  [/^two/i, 2 / 3],
  [/third/i, 1 / 3],
  [/^three/i, 3 / 4],
  [/quarter/i, 1 / 4],
];
/** A fraction in words is near what it stands for. */
const roundingOfPart = 0.05;
const longestPart = 70;

/** *The service made 5,430 visits. Two thirds of these visits, 3,620, …* */
function fractionFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures, prose } = block;
  const part = figures[i] as Figure;
  let near = part.first - 1;
  while (near >= part.first - farFromPart && !fractionWords.has(idAt(prose, near))) near--;
  const sentence = near < part.first - farFromPart ? undefined : sentenceAt(prose, part.first);
  if (sentence === undefined) return undefined;
  const before = prose.text.slice(Math.max(sentence.from, part.from - longestPart), part.from).replace(/\s+/g, ' ');
  const match = partOfThese.exec(before);
  const words = match?.[1];
  const share = words === undefined ? undefined : partsInWords.find(([pattern]) => pattern.test(words))?.[1];
  if (match === null || words === undefined || share === undefined) return undefined;
  const at = prose.sentences.indexOf(sentence);
  // (*This is a rise from 4,120* tells of another year.)
  const last = [prose.sentences[at - 1], prose.sentences[at - 2]].find(
    own => own !== undefined && idAt(prose, own.first) !== word.this,
  );
  if (last === undefined) return undefined;
  const [whole] = figures.filter(own => own.first >= last.first && own.last <= last.last && isCount(own));
  if (whole === undefined || whole.value < part.value || whole.value < fewestOfPart) return undefined;
  const actual = part.value / whole.value;
  if (Math.abs(actual - share) <= roundingOfPart) return undefined;
  return {
    ...spanIn(block, part),
    message: `${wordsOf(report, block, part)} of ${wordsOf(report, block, whole)} is ${shown(100 * actual, 0)}%, not ${words.toLowerCase()}. Correct one of the two.`,
    related: [placeOf({ figure: whole, block }, 'The whole.')],
  };
}

const fewestOfPart = 8;
const farFromPart = 6;
const fractionWords = idSet('half third thirds quarter quarters');

/** *Of 38 staff, 34 had completed their training, and the remaining two were booked on courses*: two parts that are not the whole. */
function restFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures, prose } = block;
  const rest = figures[i] as Figure;
  const part = figures[i - 1];
  const whole = figures[i - 2];
  if (idAt(prose, rest.first - 1) !== word.remaining || part === undefined || whole === undefined) return undefined;
  if (!isCount(part) || !isCount(whole) || !isOpening(block, whole) || !isInOneSentence(block, whole, rest))
    return undefined;
  if (!/^[^,.;:()]*, $/.test(between(block, whole, part)) || approximate.has(idAt(prose, part.first - 1)))
    return undefined;
  if (part.value + rest.value === whole.value) return undefined;
  const [first, second, all] = [part, rest, whole].map(figure => wordsOf(report, block, figure));
  return {
    ...spanIn(block, rest),
    message: `${first} and ${second} add up to ${part.value + rest.value}, not ${all}. Correct one of the figures.`,
    related: [placeOf({ figure: whole, block }, 'The whole.')],
  };
}

/** Whether a percentage says of a number what share it is: *271 (or 52%)*, *36 of the 409 (9%)*. */
function isBeside(block: FiguredBlock, count: Figure, percentage: Figure): boolean {
  return /^(?: of (?:these|them))? ?[(–]? ?(?:or |, or )?$/.test(between(block, count, percentage));
}

function mismatch(
  report: Report,
  block: FiguredBlock,
  percentage: Figure,
  part: Figure,
  whole: PlacedFigure,
): Finding | undefined {
  const { figure } = whole;
  const related = [placeOf(whole, 'The whole.')];
  if (part.value > figure.value) {
    return moreThanWhole(report, block, part, whole);
  }
  const share = (100 * part.value) / figure.value;
  if (isWritten(share, percentage)) return undefined;
  return {
    ...spanIn(block, percentage),
    message: `${wordsOf(report, block, part)} of ${wordsOf(report, whole.block, figure)} is ${shown(share, percentage.decimals)}%, not ${shown(percentage.value, percentage.decimals)}%. Correct one of the figures.`,
    related,
  };
}

function moreThanWhole(report: Report, block: FiguredBlock, part: Figure, whole: PlacedFigure): Finding {
  return {
    ...spanIn(block, part),
    message: `${wordsOf(report, block, part)} is more than the whole, ${wordsOf(report, whole.block, whole.figure)}. Correct one of the two.`,
    related: [placeOf(whole, 'The whole.')],
  };
}

/** Of a few no share but some is possible: of nine, four are 44 % and five 56 %. */
function impossible(report: Report, block: FiguredBlock, percentage: Figure, whole: Figure): Finding | undefined {
  const { value: share, decimals } = percentage;
  const low = Math.floor((share * whole.value) / 100);
  const shareOf = (part: number) => (100 * part) / whole.value;
  if (share > 100 || whole.value > 200) return undefined;
  for (const part of [low, low + 1]) if (isWritten(shareOf(part), percentage)) return undefined;
  return {
    ...spanIn(block, percentage),
    message: `No number out of ${wordsOf(report, block, whole)} is ${shown(share, decimals)}%: ${low} is ${shown(shareOf(low), decimals)}%, and ${low + 1} is ${shown(shareOf(low + 1), decimals)}%.`,
    related: [placeOf({ figure: whole, block }, 'The whole.')],
  };
}

/** Whether a share is what a figure says, rounded or cut off at as many digits. */
function isWritten(share: number, { value, decimals }: Figure): boolean {
  const unit = 10 ** -decimals;
  return share > value - unit / 2 - 1e-9 && share < value + unit - 1e-9;
}

function shown(value: number, decimals: number): string {
  return value.toFixed(decimals);
}

function spanIn({ base }: FiguredBlock, { from, to }: Figure): { from: number; to: number } {
  return { from: base + from, to: base + to };
}

function placeOf({ figure, block }: PlacedFigure, message: string): Related {
  return { ...spanIn(block, figure), message };
}

function wordsOf({ document: { source } }: Report, block: FiguredBlock, figure: Figure): string {
  const { from, to } = spanIn(block, figure);
  return source.slice(from, to);
}

/** Populations are of other years than what is counted; so much may come of that. */
const drift = 0.04;

function rateFinding(
  report: Report,
  block: FiguredBlock,
  i: number,
  population: PlacedFigure | undefined,
): Finding | undefined {
  const rate = block.figures[i] as Figure;
  const count = block.figures[i - 1];
  if (population === undefined || rate.per === undefined || count === undefined || !isCount(count)) return undefined;
  if (!/^[^.;:()]*[(,] ?(?:or |a rate of |at a rate of )?$/.test(between(block, count, rate))) return undefined;
  if (idAt(block.prose, rate.last) !== word.children && idAt(block.prose, count.last) !== word.children)
    return undefined;
  const expected = (rate.per * count.value) / population.figure.value;
  if (Math.abs(expected - rate.value) <= 10 ** -rate.decimals + drift * expected) return undefined;
  const words = wordsOf(report, block, count);
  return {
    ...spanIn(block, rate),
    message: `${words} of ${wordsOf(report, population.block, population.figure)} is a rate of ${shown(expected, rate.decimals)} per ${rate.per.toLocaleString('en-GB')}, not ${shown(rate.value, rate.decimals)}. Correct one of the figures.`,
    related: [placeOf(population, 'The number of children who live in the area.')],
  };
}

const totals = /^\**(?:totals?|all|sum)\**$/i;

/** A cell with a whole number. */
interface Sum extends Span {
  readonly value: number;
  readonly parts: readonly number[];
}

/** A total of a table that is not the sum of its row, else of its column; where no other is a sum it is none at all. */
function* sumFinding({ document: { source } }: Report, { rows }: TableBlock, start: number): Iterable<Finding> {
  const textAt = (row: number, column: number): string => {
    const cell = rows[row]?.cells[column];
    return cell === undefined ? '' : source.slice(start + cell.from, start + cell.to).trim();
  };
  const valueAt = (row: number, column: number): number | undefined => {
    const written = textAt(row, column);
    return /^\d{1,3}(?:,?\d{3})*$/.test(written) ? Number(written.replaceAll(',', '')) : undefined;
  };
  const sumAt = (row: number, column: number, places: readonly (readonly [number, number])[]): Sum[] => {
    const value = valueAt(row, column);
    const parts = places.flatMap(place => valueAt(...place) ?? []);
    const cell = rows[row]?.cells[column];
    if (value === undefined || cell === undefined || parts.length < places.length || parts.length < 2) return [];
    return [{ from: start + cell.from, to: start + cell.to, value, parts }];
  };
  const width = rows[0]?.cells.length ?? 0;
  const bottom = rows.length - 1;
  const indexes = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const across = totals.test(textAt(0, width - 1))
    ? indexes(1, bottom + 1).flatMap(row =>
        sumAt(
          row,
          width - 1,
          indexes(1, width - 1).map(column => [row, column]),
        ),
      )
    : [];
  const down = totals.test(textAt(bottom, 0))
    ? indexes(1, width).flatMap(column =>
        sumAt(
          bottom,
          column,
          indexes(1, bottom).map(row => [row, column]),
        ),
      )
    : [];
  for (const sums of [across, down]) {
    const wrong = sums.filter(({ value, parts }) => value !== parts.reduce((sum, part) => sum + part, 0));
    const [first, ...others] = wrong;
    if (first === undefined || wrong.length * 2 > sums.length) continue;
    const sum = first.parts.reduce((all, part) => all + part, 0);
    yield {
      from: first.from,
      to: first.to,
      message: `${listInWords(first.parts.map(String))} add up to ${sum}, not ${first.value}. Correct one of the figures.`,
      related: others.map(({ from, to }) => ({ from, to, message: 'Nor is this the sum.' })),
    };
    return;
  }
}
