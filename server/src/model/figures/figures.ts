import { firstWhere, type Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { type Prose, type ProseSentence, proseOf, wordId } from '../words/prose.ts';
import { numberWords, type TellingWords, tellingWordsOf, toldBlocks } from '../words/tellingWords.ts';
import { idSet, idsOf } from '../words/wordIds.ts';

/**
 * What a figure measures. A `label` is a name and no quantity: *section 20*, *key stage 4*. An `age` is a group's, as in
 * *aged 16 to 18*.
 */
type FigureKind = 'count' | 'percentage' | 'points' | 'rate' | 'money' | 'duration' | 'age' | 'label';

/** A number in running text, in figures or in words. Offsets count from the block's start. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  readonly value: number;
  /** How many digits follow the point as written. */
  readonly decimals: number;
  readonly inWords: boolean;
  /** Its words, half open: its unit is among them where that is a word, as in *92 per 10,000*. */
  readonly first: number;
  readonly last: number;
  /** Of a rate: of how many. */
  readonly per: number | undefined;
}

/** A date in running text, as exactly as it is given: *2014*, *November 2014*, *30 September 2017*, *2015–16*. */
export interface WrittenDate extends Span {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly first: number;
  readonly last: number;
}

/** The figures and dates of a block, in order. They depend on nothing but the block, and are found once for it. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
}

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

/** The figures of one block of a report. */
export function figuresOf(report: Report, index: number): Figures {
  const telling = tellingWordsOf(report, index);
  const prose = proseOf(report, index);
  return telling === undefined || prose === undefined || telling.numbers.length === 0
    ? none
    : figuresToldOf(prose, telling);
}

function figuresToldOf(prose: Prose, telling: TellingWords): Figures {
  telling.figures ??= figuresIn(prose, telling.numbers);
  return telling.figures;
}

/** The sentence of a block in which a word stands. */
export function sentenceAt({ sentences }: Prose, word: number): ProseSentence | undefined {
  return sentences[firstWhere(sentences.length, i => word < (sentences[i]?.last ?? Infinity))];
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

/** A word of a block as written. */
export function wordAt({ text, words }: Prose, word: number): string {
  return text.slice(words[3 * word] ?? 0, words[3 * word + 1] ?? 0);
}

/** The `wordId` of a word of a block; 0 where there is none. */
export function idAt({ words }: Prose, word: number): number {
  return words[3 * word + 2] ?? 0;
}

const months = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((word, i) => [wordId(word), i + 1]),
);

/** Words before a number that is a name. */
const labels = idSet(
  `section sections stage stages level levels tier tiers year years phase phases part parts chapter paragraph paragraphs
  para paras recommendation recommendations table tables figure figures page pages appendix annex area article regulation
  regulations schedule version band bands grade grades protocol 2nd no objective outcome standard standards appendices code`,
);
const spans = idSet(
  'second seconds minute minutes hour hours day days week weeks month months year years miles mile kilometres',
);
const ageOpenings = idSet('age aged ages under over');
const known = idsOf(
  'per',
  'cent',
  'percent',
  'percentage',
  'points',
  'hundred',
  'million',
  'billion',
  'to',
  'and',
  'of',
  'year',
  'old',
  'olds',
  'or',
  'years',
  'under',
  'aged',
  'ages',
  'age',
);

function figuresIn(prose: Prose, numbers: readonly number[]): Figures {
  let figures: Figure[] | undefined;
  let dates: WrittenDate[] | undefined;
  let next = 0;
  for (const at of numbers) {
    if (at < next) continue;
    const isDigit = !numberWords.has(idAt(prose, at));
    const date = isDigit ? dateAt(prose, at) : undefined;
    if (date !== undefined) {
      dates ??= [];
      dates.push(date);
      next = date.last;
      continue;
    }
    let figure = figureAt(prose, at, isDigit);
    if (figure === undefined) continue;
    figures ??= [];
    if (figure.kind === 'count' && isDigit && isPartOfLabel(prose, at, figures.at(-1)))
      figure = { ...figure, kind: 'label' };
    figures.push(figure);
    next = figure.last;
  }
  if (figures === undefined && dates === undefined) return none;
  return { figures: figures ?? none.figures, dates: dates ?? none.dates };
}

/** The date whose first digits are a word: its day or its year. */
function dateAt(prose: Prose, word: number): WrittenDate | undefined {
  const day = dayAt(prose, word);
  const month = day === undefined ? undefined : months.get(idAt(prose, word + 1));
  if (month !== undefined && isCapital(prose, word + 1)) {
    const year = yearAt(prose, word + 2);
    if (year !== undefined) return { ...spanOf(prose, word, word + 3), year, month, day, first: word, last: word + 3 };
  }
  const year = yearAt(prose, word);
  if (year === undefined || isMeasured(prose, word)) return undefined;
  const before = word > 0 && isCapital(prose, word - 1) ? months.get(idAt(prose, word - 1)) : undefined;
  const first = before === undefined ? word : word - 1;
  const last = before === undefined && isYearsEnd(prose, word, year) ? word + 2 : word + 1;
  return { ...spanOf(prose, first, last), year, month: before, day: undefined, first, last };
}

function dayAt(prose: Prose, word: number): number | undefined {
  const day = lengthAt(prose, word) <= 2 ? Number(wordAt(prose, word)) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearAt(prose: Prose, word: number): number | undefined {
  if (lengthAt(prose, word) !== 4) return undefined;
  const year = Number(wordAt(prose, word));
  if (year >= 1900 && year < 2100) return year;
  return year >= 1700 && year < 1900 && isOldYear(prose, word) ? year : undefined;
}

/** *Built in 1888 and …*: a year of long ago, and not so many of what follows, as in *in 1750 cases*. */
function isOldYear(prose: Prose, word: number): boolean {
  if (!beforeYears.has(idAt(prose, word - 1)) || !isBlankGap(prose, word - 1)) return false;
  return !isBlankGap(prose, word) || afterYears.has(idAt(prose, word + 1));
}

const beforeYears = idSet('in since from around');
const afterYears = idSet('and as by for but with when to is was has');

function lengthAt({ words }: Prose, word: number): number {
  return (words[3 * word + 1] ?? 0) - (words[3 * word] ?? 0);
}

function isCapital({ text, words }: Prose, word: number): boolean {
  const unit = text.charCodeAt(words[3 * word] ?? 0);
  return unit > 64 && unit < 91;
}

/** Whether a number of four digits has a unit, and so is no year. */
function isMeasured({ text, words }: Prose, word: number): boolean {
  const start = words[3 * word] ?? 0;
  return text[words[3 * word + 1] ?? 0] === '%' || /[£$€]/.test(text.charAt(start - 1));
}

/** Whether a year goes on as in *2015–16* or *2015–2016*. */
function isYearsEnd(prose: Prose, word: number, year: number): boolean {
  const end = wordAt(prose, word + 1);
  if (!/^(?:20)?\d\d$/.test(end) || Number(end) % 100 !== (year + 1) % 100) return false;
  return /^ ?[-–—−─/] ?$/.test(gapAfter(prose, word));
}

/** What stands between a word and the next. */
export function gapAfter({ text, words }: Prose, word: number): string {
  return text.slice(words[3 * word + 1] ?? 0, words[3 * word + 3] ?? words[3 * word + 1] ?? 0);
}

function spanOf({ words }: Prose, first: number, last: number): Span {
  return { from: words[3 * first] ?? 0, to: words[3 * last - 2] ?? 0 };
}

function figureAt(prose: Prose, first: number, isDigit: boolean): Figure | undefined {
  const { text } = prose;
  const written = isDigit ? wordAt(prose, first) : '';
  const inWords = isDigit ? undefined : numberInWords(prose, first);
  const shortened = isDigit ? shortenedSum(prose, first) : undefined;
  if (shortened !== undefined) return shortened;
  const value = isDigit ? digitsValue(written) : inWords?.value;
  if (value === undefined) return undefined;
  const decimals = isDigit && written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
  const end = inWords?.end ?? first + 1;
  const span = spanOf(prose, first, end);
  const figure = (kind: FigureKind, last = end, to = span.to, scale = 1, rateOf?: number): Figure => ({
    from: span.from,
    to: Math.max(to, last > end ? spanOf(prose, first, last).to : to),
    kind,
    value: value * scale,
    decimals,
    inWords: !isDigit,
    first,
    last,
    per: rateOf,
  });
  const next = idAt(prose, end);
  const before = text.charAt(span.from - 1);
  if (before !== '' && '[/#_=^'.includes(before)) return figure('label');
  if (before === '£' || before === '$' || before === '€') {
    const scale = next === known.million ? 1e6 : next === known.billion ? 1e9 : 1;
    return figure('money', scale > 1 ? end + 1 : end, span.to, scale);
  }
  if (text[span.to] === '%') return figure('percentage', end, span.to + 1);
  if (text.startsWith(' %', span.to)) return figure('percentage', end, span.to + 2);
  const follows = isBlankGap(prose, end - 1);
  if (follows) {
    if (next === known.percent) return figure('percentage', end + 1);
    if (next === known.percentage && idAt(prose, end + 1) === known.points) return figure('points', end + 2);
    if (next === known.points) return figure('points', end + 1);
    if (next === known.per) {
      if (idAt(prose, end + 1) === known.cent) return figure('percentage', end + 2);
      const rateOf = digitsValue(wordAt(prose, end + 1));
      if (rateOf !== undefined && rateOf >= 100) return figure('rate', end + 2, span.to, 1, rateOf);
    }
    if (next === known.million || next === known.billion)
      return figure('count', end + 1, span.to, next === known.million ? 1e6 : 1e9);
  }
  return figure(kindOf(prose, first, end, follows));
}

const scales = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
]);

/** *£46.2m*: a sum of money whose unit is a letter of its word. */
function shortenedSum(prose: Prose, first: number): Figure | undefined {
  const { text, words } = prose;
  const to = words[3 * first + 1] ?? 0;
  if (!/[mkn]/.test(text.charAt(to - 1)) || !/[£$€]/.test(text.charAt((words[3 * first] ?? 0) - 1))) return undefined;
  const [, digits = '', unit = ''] = /^([\d.,]+)(k|m|bn)$/.exec(wordAt(prose, first)) ?? [];
  const value = digitsValue(digits);
  const scale = scales.get(unit);
  if (value === undefined || scale === undefined) return undefined;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const span = spanOf(prose, first, first + 1);
  return {
    ...span,
    kind: 'money',
    value: value * scale,
    decimals,
    inWords: false,
    first,
    last: first + 1,
    per: undefined,
  };
}

/** A number in words, with where it ends: *nine*, *one hundred and twenty-six*. */
function numberInWords(prose: Prose, first: number): { readonly value: number; readonly end: number } | undefined {
  const value = numberWords.get(idAt(prose, first));
  if (value === undefined || value > 99 || idAt(prose, first + 1) !== known.hundred || !isBlankGap(prose, first))
    return value === undefined ? undefined : { value, end: first + 1 };
  const rest = idAt(prose, first + 2) === known.and ? numberWords.get(idAt(prose, first + 3)) : undefined;
  return { value: 100 * value + (rest ?? 0), end: first + (rest === undefined ? 2 : 4) };
}

/** Whether a number goes on with a list of names, *paragraphs 33, 34 and 38*, or with a telephone number. */
function isPartOfLabel(prose: Prose, word: number, before: Figure | undefined): boolean {
  if (/^\d/.test(wordAt(prose, word - 1)) && isBlankGap(prose, word - 1) && before?.kind !== 'percentage')
    return before?.last !== word || before.kind === 'label';
  if (before?.kind !== 'label') return false;
  const joint = before.last === word - 1 ? idAt(prose, word - 1) : 0;
  // *128 in key stage 1 and 236 in key stage 2*
  if (joint === known.and && isStage(prose, before) && lengthAt(prose, word) > 2) return false;
  return before.last === word || joint === known.and || joint === known.to || joint === known.or;
}

const stages = idSet('stage level tier year phase');

function isStage(prose: Prose, { first }: Figure): boolean {
  return stages.has(idAt(prose, first - 1));
}

function kindOf(prose: Prose, first: number, end: number, follows: boolean): FigureKind {
  const { text, words } = prose;
  const start = words[3 * first] ?? 0;
  const before = idAt(prose, first - 1);
  if (first > 0 && isBlankGap(prose, first - 1)) {
    if (labels.has(before) || (before === known.per && isPlainNumber(text, start))) return 'label';
    if (ageOpenings.has(before) && /^\d/.test(text.slice(start, start + 1)) && isAge(prose, first)) return 'age';
  }
  if (follows && spans.has(idAt(prose, end))) {
    const isOfAge =
      before === known.under || before === known.years || idAt(prose, end + 1) === known.old || isAge(prose, first);
    return isOfAge && idAt(prose, end) === known.years ? 'age' : 'duration';
  }
  return isAge(prose, first) ? 'age' : 'count';
}

/** *So many burglaries per 1,000 households*: of how many, which nothing measures. */
function isPlainNumber(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  return unit > 0x2f && unit < 0x3a;
}

/** Whether a number is an age: *16 to 18-year-olds*, *16- and 17-year-olds*, *under 18*, *aged 0 to 15*. */
function isAge(prose: Prose, first: number): boolean {
  const before = idAt(prose, first - 1);
  if (before === known.aged || before === known.ages) return true;
  if (before === known.of && idAt(prose, first - 2) === known.age) return true;
  if (before === known.to || before === known.and || before === known.or) {
    const opening = idAt(prose, first - 3);
    if (opening === known.aged || opening === known.ages) return true;
  }
  for (let i = first + 1; i <= first + 3; i++) {
    const id = idAt(prose, i);
    if (id === known.to || id === known.and || id === known.or) continue;
    if (id === known.year) return isOld(prose, i + 1);
    const unit = prose.text.charCodeAt(prose.words[3 * i] ?? Infinity);
    const mayBeYear = (unit > 47 && unit < 58) || unit === 0x79;
    if (!mayBeYear) return false;
    const word = wordAt(prose, i);
    if (/^\d*-?year(?:-olds?)?$/.test(word)) return true;
    if (!/^\d/.test(word)) return false;
  }
  return false;
}

function isOld(prose: Prose, word: number): boolean {
  return idAt(prose, word) === known.old || idAt(prose, word) === known.olds;
}

function isBlankGap({ text, words }: Prose, word: number): boolean {
  const end = words[3 * word + 1] ?? 0;
  const next = words[3 * word + 3] ?? 0;
  for (let i = end; i < next; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09 && unit !== 0xa0) return false;
  }
  return next > end;
}

/** The value of digits as a report writes them: *518*, *56,593*, *17.6*; nothing for other words, and for telephone numbers. */
function digitsValue(word: string): number | undefined {
  if (!/^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(word)) return undefined;
  return Number(word.replaceAll(',', ''));
}
