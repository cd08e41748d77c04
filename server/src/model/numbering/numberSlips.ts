import { addToGroup } from '../../text/lists.ts';
import { topicsOf } from '../claims/topics.ts';
import { earlierWords } from '../figures/dateSide.ts';
import type { Figure, WrittenDate } from '../figures/figure.ts';
import type { FigureConflict, FigurePlace } from '../figures/figureConflict.ts';
import { type FiguredBlock, figuredBlocks, inSentence } from '../figures/figures.ts';
import { isOtherDate } from '../figures/writtenDates.ts';
import type { Report } from '../report.ts';
import { hasWordOf, idAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { areOfTwoThings, wordsAround } from './thingsOfNumbers.ts';

/** From so many on a number is told in figures of which two may change places. */
const fewestOfSlip = 100;
/** From so much on a sum of money is told, however it is written. */
const leastMoney = 1000;
/** A number with so many digits is seldom met by chance; of one with fewer more words must tell that it is the same. */
const longFigure = 1000;
/** So many words must the sentences of a number and its slip have in common. */
const sharedBySlip = { long: 1, ofOneThing: 2, short: 3 };
/** With so many numbers of the same digits or the same share one is compared, and so many of them it is told to contradict. */
const mostCompared = 24;
const mostTold = 5;

/**
 * Two numbers of which one is the other with two digits that have changed places, *226* and *262*, and two shares of one
 * number, *277 (42.5%)* and *277 (45.2%)*, in sentences that speak of the same.
 */
export function numberSlips(report: Report): FigureConflict[] {
  const byDigits = new Map<string, PlacedCount[]>();
  const byShare = new Map<number, PlacedCount[]>();
  const conflicts: FigureConflict[] = [];
  const ofShares: FigureConflict[] = [];
  for (const block of figuredBlocks(report)) {
    for (const [i, figure] of block.figures.entries()) {
      const own = { block, figure, i };
      if (isLongCount(figure)) {
        const digits = [...String(Math.round(figure.value))].sort().join('');
        compare(byDigits, digits, own, conflicts, other =>
          other.figure.value === figure.value ? sharesConflict(report, other, own) : swapConflict(report, other, own),
        );
      }
      const share = shareOfCount(own);
      if (share !== undefined)
        compare(byShare, share.value, own, ofShares, other => countsConflict(report, other, own));
    }
  }
  return [...conflicts, ...ofShares];
}

/** Compares a number with those before it that are of its kind, and adds the conflicts that are found. */
function compare<Key>(
  groups: Map<Key, PlacedCount[]>,
  key: Key,
  own: PlacedCount,
  conflicts: FigureConflict[],
  conflictWith: (other: PlacedCount) => FigureConflict | undefined,
): void {
  const alike = groups.get(key) ?? [];
  let told = 0;
  for (const other of alike) {
    const conflict = told < mostTold ? conflictWith(other) : undefined;
    if (conflict === undefined) continue;
    conflicts.push(conflict);
    told++;
  }
  if (alike.length < mostCompared) addToGroup(groups, key, own);
}

function isLongCount({ kind, value, inWords, decimals }: Figure): boolean {
  return kind === 'money'
    ? value >= leastMoney
    : kind === 'count' && value >= fewestOfSlip && !inWords && decimals === 0;
}

/** So far apart may two numbers be that are one mistyped. */
const farthestCount = 0.15;

/** The share that stands beside a number, if it is told so exactly that few others have it. */
function shareOfCount({ block, figure: { kind, value, decimals }, i }: PlacedCount): Figure | undefined {
  if (kind !== 'count' || value < fewestOfShare || decimals > 0) return undefined;
  const share = shareBeside(block, i);
  return share?.decimals === 0 ? undefined : share;
}

/** One share of two numbers, *277 (42.5%)* and *267 (42.5%)*, in sentences that speak of the same. */
function countsConflict(report: Report, one: PlacedCount, other: PlacedCount): FigureConflict | undefined {
  const apart = Math.abs(one.figure.value - other.figure.value);
  if (apart === 0 || apart > farthestCount * other.figure.value) return undefined;
  const shared = wordsOfBoth(report, one, other);
  return shared.length === 0 ? undefined : { one, other, shared, fact: undefined };
}

const fewestOfShare = 20;

/** A number with its place among its block’s figures. */
interface PlacedCount extends FigurePlace {
  readonly figure: Figure;
  readonly i: number;
}

function swapConflict(report: Report, one: PlacedCount, other: PlacedCount): FigureConflict | undefined {
  // A sentence that gives both tells them apart: *402, against a target of 420*.
  if (one.figure.kind !== other.figure.kind || isOfOneSentence(one, other)) return undefined;
  // (*1.5 million* and *1.05 million* are not written with the same digits.)
  if (one.figure.decimals !== other.figure.decimals) return undefined;
  if (!isSwapped(Math.round(one.figure.value), Math.round(other.figure.value)) || areOfTwoTimes(one, other))
    return undefined;
  const keys = keysAround(report, one);
  const others = keysAround(report, other);
  const shared = sharedWords(one, keys, others);
  // (*There were 435 incidents of self-harm*: all that one of them says, the other says too.)
  const saysNoMore = shared.length >= Math.min(keys.size, others.size);
  const isLong = digitsOf(one.figure) >= longFigure;
  if (areOfTwoThings(report, one, other, new Set(keys.values()), new Set(others.values()))) return undefined;
  const isSum = isOfOneSum(one, other);
  if (shared.length < (isLong || isSum ? sharedBySlip.long : sharedBySlip.ofOneThing)) return undefined;
  const isSame =
    saysNoMore || isSum || isWhole(one) || isWhole(other) || isOfOneThing(one, other) || haveAnother(one, other);
  return isLong || isSame || shared.length >= sharedBySlip.short ? { one, other, shared, fact: undefined } : undefined;
}

/** A figure’s digits but for the noughts at its end: *£148 million* has no more of them than *148*. */
function digitsOf({ value }: Figure): number {
  let digits = Math.round(value);
  while (digits >= longFigure && digits % 10 === 0) digits /= 10;
  return digits;
}

/** Of what time a number’s sentence tells. */
interface Times {
  readonly isEarlier: boolean;
  readonly isAgo: boolean;
  readonly dates: WrittenDate[];
}

const agoWord = idSet('ago');

/** *At the time of the last inspection*, and not of it in both; *in 2019* and *in 2020*. */
function areOfTwoTimes(one: PlacedCount, other: PlacedCount): boolean {
  const [times, others] = [one, other].map(({ block: { prose, dates }, figure }) => {
    const around = wordsAround(prose, figure);
    const isEarlier = hasWordOf(prose, around.first, around.last, earlierWords);
    // (*Last year*, *two years ago*)
    const isAgo = isEarlier && hasWordOf(prose, around.first, around.last, agoWord);
    return { isEarlier, isAgo, dates: inSentence(dates, around) };
  }) as [Times, Times];
  if (times.isEarlier !== others.isEarlier || times.isAgo !== others.isAgo) return true;
  return (
    times.dates.length > 0 &&
    others.dates.length > 0 &&
    times.dates.every(date => others.dates.every(own => isOtherDate(date, own)))
  );
}

/** *146 assaults (201 the year before)*, *164 assaults, compared with 201*: the sentences have another number in common. */
function haveAnother(one: PlacedCount, other: PlacedCount): boolean {
  const values = new Set(valuesBeside(one));
  return valuesBeside(other).some(value => values.has(value));
}

function valuesBeside({ block: { prose, figures }, figure }: PlacedCount): number[] {
  return inSentence(figures, wordsAround(prose, figure)).flatMap(({ kind, value }) =>
    kind === 'count' && value >= fewestOfShare ? value : [],
  );
}

/** *34 of the 785*: a number that must have been given before. */
function isWhole({ block: { prose }, figure: { first } }: PlacedCount): boolean {
  return idAt(prose, first - 1) === word.the && idAt(prose, first - 2) === word.of;
}

const word = idsOf('of', 'the');

function isOfOneSentence({ block: one, figure: a }: PlacedCount, { block: other, figure: b }: PlacedCount): boolean {
  return one === other && sentenceAt(one.prose, a.first) === sentenceAt(one.prose, b.first);
}

/** *412 pupils*, *421 pupils* */
function isOfOneThing({ block: one, figure: a }: PlacedCount, { block: other, figure: b }: PlacedCount): boolean {
  return idAt(one.prose, a.last) === idAt(other.prose, b.last) && idAt(one.prose, a.last) !== 0;
}

/** *A budget of £34.8 million*, *the budget was £38.4 million*: what has the price stands directly before it. */
function isOfOneSum(one: PlacedCount, other: PlacedCount): boolean {
  const [priced, own] = [one, other].map(({ block: { prose }, figure: { kind, first } }) =>
    kind === 'money' && isAmounting.has(idAt(prose, first - 1)) ? idAt(prose, first - 2) : 0,
  );
  return priced !== 0 && priced === own;
}

const isAmounting = idSet('of is was are were');

function sharesConflict(report: Report, one: PlacedCount, other: PlacedCount): FigureConflict | undefined {
  const share = shareBeside(one.block, one.i);
  const otherShare = shareBeside(other.block, other.i);
  if (share === undefined || otherShare === undefined || Math.abs(share.value - otherShare.value) < 1) return undefined;
  const shared = wordsOfBoth(report, one, other);
  return shared.length === 0
    ? undefined
    : {
        one: { block: one.block, figure: share },
        other: { block: other.block, figure: otherShare },
        shared: [wordAt(one.block.prose, one.figure.first), ...shared],
        fact: undefined,
      };
}

/** Whether two numbers are the same but for two digits side by side that have changed places. */
export function isSwapped(one: number, other: number): boolean {
  // (Then they differ by nine times a digit, with noughts after it.)
  let digit = Math.abs(one - other) / 9;
  while (digit > 9 && digit % 10 === 0) digit /= 10;
  if (digit > 9) return false;
  const a = String(one);
  const b = String(other);
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The percentage that says what share a number is: *271 (or 52%)*, *42.5% (277)*. */
function shareBeside({ prose, figures }: FiguredBlock, i: number): Figure | undefined {
  const figure = figures[i] as Figure;
  return [figures[i + 1], figures[i - 1]].find(
    other =>
      other?.kind === 'percentage' &&
      /^(?: ?\(|, )(?:or )?$/.test(prose.text.slice(Math.min(figure.to, other.to), Math.max(figure.from, other.from))),
  );
}

/** The telling words of one figure’s sentence that another’s has too. */
function wordsOfBoth(report: Report, one: FigurePlace, other: FigurePlace): string[] {
  return sharedWords(one, keysAround(report, one), keysAround(report, other));
}

function sharedWords({ block: { prose } }: FigurePlace, keys: KeysAround, others: KeysAround): string[] {
  const rest = new Set(others.values());
  return [...keys].flatMap(([word, key]) => (rest.delete(key) ? wordAt(prose, word) : []));
}

/** By what the telling words of a sentence are compared, by their places. */
type KeysAround = ReadonlyMap<number, number>;

/** By what the telling words of a figure’s sentence are compared. */
function keysAround(report: Report, { block, figure }: FigurePlace): Map<number, number> {
  const topics = topicsOf(report).ofBlock[block.index];
  const { first, last } = wordsAround(block.prose, figure);
  const keys = new Map<number, number>();
  for (let at = first; topics !== undefined && at < last; at++) {
    const key = keyOfWord(topics.codes, at);
    const kinds = kindsOfWord(topics.codes, at);
    if (key !== 0 && (kinds & (WordKind.quantity | WordKind.number)) === 0) keys.set(at, key);
  }
  // (*£418 million*, *£148 million*: that both are of millions tells of no one thing.)
  for (const own of inSentence(block.figures, { first, last }))
    for (let at = own.first; at < own.last; at++) keys.delete(at);
  return keys;
}
