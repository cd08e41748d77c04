import { DerivedFacts } from './derivedFacts.ts';
import type { Framework } from './framework.ts';
import { type Prose, ProseFacts, proseOf, wordId } from './prose.ts';
import type { Report } from './report.ts';

/**
 * The words of a block at which a rule may want to look: few of the many, found in one pass over the block, once for it.
 * Each list holds the words' numbers in order.
 */
interface WordMarks {
  /** With two capitals or more: *MASH*, *IROs*, *CiC*. */
  readonly capitals: readonly number[];
  /** The second of two equal words that only blanks part. */
  readonly repeated: readonly number[];
  /** The second of two words that a hyphen with a blank on one side parts: *multi- agency*. */
  readonly hyphenated: readonly number[];
  /** After an opening quotation mark, or what may be one. */
  readonly quoted: readonly number[];
  /** Years joined by a hyphen: *2015-16*. */
  readonly years: readonly number[];
  /** A month, a person’s title or role, the first word of a term that the framework does not want, or what stands for a missing word. */
  readonly watched: readonly number[];
}

/** The marks of a block that has some, with its prose; `base` is the block's place in the text. */
export interface MarkedBlock {
  readonly block: number;
  readonly base: number;
  readonly prose: Prose;
  readonly marks: WordMarks;
}

/** The months, as words of a date. */
export const monthWords = wordIds(
  'January February March April May June July August September October November December',
);

/** Months as they are shortened. */
export const shortMonthWords = wordIds('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec');

/** How a person is addressed. */
export const personTitles = wordIds('Mr Mrs Ms Miss Dr Cllr Councillor');

/** Who somebody may be said to be beside a name. */
export const personRoles = wordIds(
  'worker manager director officer executive chair leader teacher headteacher carer adviser advisor nurse doctor adopter leaver mother father boy girl child',
);

/** The words to watch for in reports of a framework: the rules' own, and those with which its unwanted terms begin. */
interface Watch {
  readonly ids: ReadonlySet<number>;
  /** A first look: only what passes it is looked up. */
  readonly sieve: Uint8Array;
}

const sieveSize = 0x1000;
const watches = new WeakMap<Framework, Watch>();

function watchOf(framework: Framework): Watch {
  let watch = watches.get(framework);
  if (watch === undefined) {
    const terms = framework.terms.flatMap(({ not }) => not.map(words => wordId(words.trim().split(/\s+/, 1)[0] ?? '')));
    const own = [monthWords, shortMonthWords, personTitles, personRoles, wordIds('xx xxx ipsum')];
    const ids = new Set([...own.flatMap(words => [...words.keys()]), ...terms]);
    const sieve = new Uint8Array(sieveSize);
    for (const id of ids) sieve[id & (sieveSize - 1)] = 1;
    watch = { ids, sieve };
    watches.set(framework, watch);
  }
  return watch;
}

const read = new ProseFacts<{ readonly watch: Watch; readonly marks: WordMarks }>();
const nothing: readonly number[] = Object.freeze([]);
const none: WordMarks = {
  capitals: nothing,
  repeated: nothing,
  hyphenated: nothing,
  quoted: nothing,
  years: nothing,
  watched: nothing,
};
const found = new DerivedFacts<readonly MarkedBlock[]>();

/** The blocks of a report that have marked words, in the order of the text; found on first use. */
export function markedBlocks(report: Report): readonly MarkedBlock[] {
  let marked = found.get(report);
  if (marked === undefined) {
    marked = markedIn(report);
    found.set(report, marked);
  }
  return marked;
}

function markedIn(report: Report): MarkedBlock[] {
  const { source, blocks, starts } = report.document;
  const watch = watchOf(report.framework);
  const marked: MarkedBlock[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const prose = proseOf(report, block);
    if (prose === undefined) continue;
    const base = starts[block] ?? 0;
    let known = read.get(prose);
    if (known?.watch !== watch) {
      known = { watch, marks: marksIn(source, base, prose, watch) };
      read.set(prose, known);
    }
    if (known.marks !== none) marked.push({ block, base, prose, marks: known.marks });
  }
  return marked;
}

/** (The words are read from the report's source, where they stand as in the prose: a slice of it would be slower.) */
function marksIn(source: string, base: number, { text, words }: Prose, { ids, sieve }: Watch): WordMarks {
  let capitals = nothing;
  let repeated = nothing;
  let hyphenated = nothing;
  let quoted = nothing;
  let years = nothing;
  let watched = nothing;
  let before = 0;
  let end = 0;
  for (let at = 0; at < words.length; at += 3) {
    const from = words[at] as number;
    const to = words[at + 1] as number;
    const id = words[at + 2] as number;
    const first = source.charCodeAt(base + from);
    if (first < 91) {
      if (first > 64) {
        if (to - from > 1 && hasCapitals(source, base + from, base + to)) capitals = added(capitals, at / 3);
      } else if (to - from > 6 && isYears(source, base + from, base + to)) years = added(years, at / 3);
    }
    if (sieve[id & (sieveSize - 1)] === 1 && ids.has(id)) watched = added(watched, at / 3);
    if (id === before && at > 0 && isBlank(text, end, from)) repeated = added(repeated, at / 3);
    if (from - end > 1 || at === 0) {
      const last = source.charCodeAt(base + from - 1);
      if (isQuotationMark(last)) quoted = added(quoted, at / 3);
      else if (last === hyphen || source.charCodeAt(base + end) === hyphen) {
        if (at > 0 && isBrokenHyphen(text, end, from)) hyphenated = added(hyphenated, at / 3);
      }
    }
    before = id;
    end = to;
  }
  const count = capitals.length + repeated.length + hyphenated.length + quoted.length + years.length + watched.length;
  return count === 0 ? none : { capitals, repeated, hyphenated, quoted, years, watched };
}

const hyphen = 0x2d;

function added(list: readonly number[], word: number): readonly number[] {
  if (list === nothing) return [word];
  (list as number[]).push(word);
  return list;
}

/** Whether a capital stands second or last in a word that begins with one; a plural *s* is passed over. */
function hasCapitals(source: string, from: number, to: number): boolean {
  const last = source.charCodeAt(to - 1) === 0x73 && to - from > 2 ? to - 2 : to - 1;
  return isCapital(source.charCodeAt(from + 1)) || (last > from && isCapital(source.charCodeAt(last)));
}

function isCapital(unit: number): boolean {
  return unit > 64 && unit < 91;
}

/** Whether a word is *2015-16* or *2015-2016*. */
function isYears(source: string, from: number, to: number): boolean {
  return source.charCodeAt(from + 4) === 0x2d && /^(?:19|20)\d\d-(?:\d\d)?\d\d$/.test(source.slice(from, to));
}

function isQuotationMark(unit: number): boolean {
  return unit === 0x2018 || unit === 0x201c || unit === 0x22 || unit === 0x27;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0xa0 && (unit > 0x0d || unit < 0x09)) return false;
  }
  return true;
}

/** Whether a gap between words is a hyphen with blanks on one side. At a line's end it joins the lines and is whole. */
function isBrokenHyphen(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) === hyphen) return isBlanksOfLine(text, from + 1, to);
  return text.charCodeAt(to - 1) === hyphen && isBlanksOfLine(text, from, to - 1);
}

function isBlanksOfLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0xa0 && unit !== 0x09) return false;
  }
  return to > from;
}

/** Ids of words in a row, each with its place. */
function wordIds(words: string): ReadonlyMap<number, number> {
  return new Map(words.split(' ').map((word, i) => [wordId(word), i]));
}
