import type { Prose } from '../words/prose.ts';
import { wordId } from '../words/proseReading.ts';
import { gapAfter, idAt, isBlankGap, isCapitalAt, lengthAt, spanOfWords, wordAt } from '../words/proseWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import type { WrittenDate } from './figure.ts';

/** The date whose first digits are a word: its day or its year. */
export function dateAt(prose: Prose, word: number): WrittenDate | undefined {
  const numeric = numericDate(prose, word);
  if (numeric !== undefined) return numeric;
  const day = dayAt(prose, word);
  const month = day === undefined ? undefined : months.get(idAt(prose, word + 1));
  if (month !== undefined && isCapitalAt(prose, word + 1)) {
    const year = yearAt(prose, word + 2);
    if (year !== undefined)
      return { ...spanOfWords(prose, word, word + 3), year, month, day, first: word, last: word + 3 };
  }
  const named = day === undefined ? undefined : monthBefore(prose, word);
  if (named !== undefined) {
    const year = yearAt(prose, word + 1);
    if (year !== undefined)
      return { ...spanOfWords(prose, word - 1, word + 2), year, month: named, day, first: word - 1, last: word + 2 };
  }
  const year = yearAt(prose, word) ?? joinedYear(prose, word);
  if (year === undefined || isMeasured(prose, word)) return undefined;
  const before = monthBefore(prose, word);
  const first = before === undefined ? word : word - 1;
  const last = before === undefined && isYearsEnd(prose, word, year) ? word + 2 : word + 1;
  return { ...spanOfWords(prose, first, last), year, month: before, day: undefined, first, last };
}

/** *31/03/2016*, *31.03.2016*, *2016-03-31*: the day stands before the month, if it can. */
function numericDate(prose: Prose, word: number): WrittenDate | undefined {
  const { text, words } = prose;
  const from = startOfWord(words, word);
  // A first look, for most numbers are none.
  const length = lengthAt(prose, word);
  if (length < 3 ? text.charCodeAt(from + length) !== slash : length < shortestJoined) return undefined;
  const written = text.slice(from, from + longestNumeric);
  const date = dayFirst(written) ?? yearFirst(written);
  if (date === undefined || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return undefined;
  const to = from + date.length;
  let last = word + 1;
  while (startOfWord(words, last, Infinity) < to) last++;
  return { from, to, year: date.year, month: date.month, day: date.day, first: word, last };
}

const slash = 0x2f;
const longestNumeric = 12;
const shortestJoined = '1.1.2016'.length;

interface NumericDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Of how many letters it is. */
  readonly length: number;
}

/** *31/03/2016*, *31/3/16*, *31.03.2016*; with the month first, as in *03/31/2016*, where it can be no other way. */
function dayFirst(text: string): NumericDate | undefined {
  const [written, one, mark, two, end = ''] =
    /^(\d{1,2})([/.])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/%]|[.-]\d)/.exec(text) ?? [];
  if (written === undefined || (mark === '.' && end.length < 4)) return undefined;
  const isMonthFirst = Number(two) > 12;
  const [day, month] = isMonthFirst ? [Number(two), Number(one)] : [Number(one), Number(two)];
  return { year: end.length < 4 ? 2000 + Number(end) : Number(end), month, day, length: written.length };
}

/** *2016-03-31* */
function yearFirst(text: string): NumericDate | undefined {
  const [written, year, month, day] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d/%]|[.-]\d)/.exec(text) ?? [];
  return written === undefined
    ? undefined
    : { year: Number(year), month: Number(month), day: Number(day), length: written.length };
}

/** The month whose name stands before a word. */
function monthBefore(prose: Prose, word: number): number | undefined {
  return word > 0 && isCapitalAt(prose, word - 1) ? months.get(idAt(prose, word - 1)) : undefined;
}

/** Whether two dates cannot be of one day. */
export function isOtherDate(one: WrittenDate, other: WrittenDate): boolean {
  if (one.year !== other.year) return true;
  return one.month !== undefined && other.month !== undefined && one.month !== other.month;
}

/** *29*, *29th* */
function dayAt(prose: Prose, word: number): number | undefined {
  const day = lengthAt(prose, word) <= 4 ? Number(wordAt(prose, word).replace(/(?:st|nd|rd|th)$/, '')) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearAt(prose: Prose, word: number): number | undefined {
  if (lengthAt(prose, word) !== 4) return undefined;
  const year = Number(wordAt(prose, word));
  if (year >= 1900 && year < 2100) return year;
  return year >= 1700 && year < 1900 && isOldYear(prose, word) ? year : undefined;
}

/** The first of two years in one word: *2015-16*. */
function joinedYear(prose: Prose, word: number): number | undefined {
  if (lengthAt(prose, word) !== 7) return undefined;
  const [, first = '', second = ''] = /^((?:19|20)\d\d)[-/](\d\d)$/.exec(wordAt(prose, word)) ?? [];
  return first !== '' && Number(second) === (Number(first) + 1) % 100 ? Number(first) : undefined;
}

/** *Built in 1888 and …*: a year of long ago, and not so many of what follows, as in *in 1750 cases*. */
function isOldYear(prose: Prose, word: number): boolean {
  if (!beforeYears.has(idAt(prose, word - 1)) || !isBlankGap(prose, word - 1)) return false;
  return !isBlankGap(prose, word) || afterYears.has(idAt(prose, word + 1));
}

const beforeYears = idSet('in since from around');
const afterYears = idSet('and as by for but with when to is was has');

/** Whether a number of four digits has a unit, and so is no year. */
function isMeasured({ text, words }: Prose, word: number): boolean {
  const start = startOfWord(words, word);
  return text[endOfWord(words, word)] === '%' || /[£$€]/.test(text.charAt(start - 1));
}

/** Whether a year goes on as in *2015–16* or *2015–2016*. */
function isYearsEnd(prose: Prose, word: number, year: number): boolean {
  const end = wordAt(prose, word + 1);
  if (!/^(?:20)?\d\d$/.test(end) || Number(end) % 100 !== (year + 1) % 100) return false;
  return /^ ?[-–—−─/] ?$/.test(gapAfter(prose, word));
}

/** The months by the `wordId`s of their names, whole or shortened. */
export const months = new Map(
  `january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov
  december/dec`
    .split(/\s+/)
    .flatMap((names, i) => names.split('/').map(name => [wordId(name), i + 1] as const)),
);
