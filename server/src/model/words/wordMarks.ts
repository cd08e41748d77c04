import { isBlank, isSpace } from '../../syntax/characters.ts';
import { isCapitalLetter } from '../../text/letters.ts';
import { Unit } from '../../text/unit.ts';
import { blocksWhere, type Look } from '../blocksWith.ts';
import { months } from '../dateInWords.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Framework } from '../framework.ts';
import type { Report } from '../report.ts';
import { type Prose, ProseFacts, proseOf } from './prose.ts';
import { WordLook, watchFor, wordId } from './proseReading.ts';
import { endOfWord, idOfWord, startOfWord } from './wordColumns.ts';
import { noWords, withWord } from './wordNumbers.ts';

/**
 * The words of a block at which a rule may want to look: few of the many, found once for the block.
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
  /** A month, a person’s title or role, a side, or what may have been left of a template. */
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
export const monthWords = wordIds(months.join(' '));

/** Months as they are shortened. */
export const shortMonthWords = wordIds('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec');

/** How a person is addressed. */
export const personTitles = wordIds('Mr Mrs Ms Miss Dr Cllr Councillor');

/** Who somebody may be said to be beside a name. */
export const personRoles = wordIds(
  'worker manager director officer executive chair leader teacher headteacher carer adviser advisor nurse doctor adopter leaver mother father boy girl child',
);

/** Where something stands of which a text speaks. */
export const sideWords = wordIds('above below opposite overleaf');

/** What a text may send its reader to. */
export const exhibitWords = wordIds('table figure chart box annex annexe appendix section');

/** What stands for a missing word, or begins what a template or a program has left. */
const leftWords = wordIds('xx xxx ipsum blank choose click deleted formatted insert language nb version yyyy');

const watchedWords = new Set(
  [monthWords, shortMonthWords, personTitles, personRoles, sideWords, exhibitWords, leftWords].flatMap(words => [
    ...words.keys(),
  ]),
);
const watchedLook = watchFor(watchedWords);

const sieveMask = 0xfff;
const sieves = new WeakMap<Framework, Uint8Array>();

/** A first look at the words with which a framework's unwanted terms begin, by the low bits of what they are known by. */
function termSieve(framework: Framework): Uint8Array {
  let sieve = sieves.get(framework);
  if (sieve === undefined) {
    sieve = new Uint8Array(sieveMask + 1);
    for (const { not } of framework.terms)
      for (const words of not) sieve[wordId(words.trim().split(/\s+/, 1)[0] ?? '') & sieveMask] = 1;
    sieves.set(framework, sieve);
  }
  return sieve;
}

const read = new ProseFacts<WordMarks>();
/** The words of a prose with which an unwanted term may begin, by the sieve with which they were read. */
const terms = new ProseFacts<{ readonly sieve: Uint8Array; readonly words: readonly number[] }>();
const none: WordMarks = {
  capitals: noWords,
  repeated: noWords,
  hyphenated: noWords,
  quoted: noWords,
  years: noWords,
  watched: noWords,
};
const found = new DerivedFacts<readonly MarkedBlock[]>();

/** The blocks of a report that have marked words, in the order of the text; found on first use. */
export function markedBlocks(report: Report): readonly MarkedBlock[] {
  return found.of(report, markedIn);
}

/** Those that have marks of one sort that few have; after an edit only new blocks are looked at. */
export function blocksMarked(report: Report, mark: 'repeated' | 'hyphenated'): readonly MarkedBlock[] {
  return blocksWhere(report.document, looks[mark]).flatMap(block => markedBlock(report, block) ?? []);
}

const looks: Readonly<Record<'repeated' | 'hyphenated', Look>> = {
  repeated: (document, block) => marksOf({ document }, block).repeated.length > 0,
  hyphenated: (document, block) => marksOf({ document }, block).hyphenated.length > 0,
};

type InDocument = Pick<Report, 'document'>;

/** The marks of one block of a report. */
export function marksOf(report: InDocument, block: number): WordMarks {
  return markedBlock(report, block)?.marks ?? none;
}

/** The words of a block with which a term may begin that the framework does not want. */
export function termWords(prose: Prose, framework: Framework): readonly number[] {
  const sieve = termSieve(framework);
  let known = terms.get(prose);
  if (known?.sieve !== sieve) {
    const { words } = prose;
    let found = noWords;
    for (let at = 2; at < words.length; at += 3)
      if (sieve[(words[at] as number) & sieveMask] === 1) found = withWord(found, (at - 2) / 3);
    known = { sieve, words: found };
    terms.set(prose, known);
  }
  return known.words;
}

function markedIn(report: Report): MarkedBlock[] {
  const marked: MarkedBlock[] = [];
  for (let block = 0; block < report.document.blocks.length; block++) {
    const own = markedBlock(report, block);
    if (own !== undefined && own.marks !== none) marked.push(own);
  }
  return marked;
}

function markedBlock(report: InDocument, block: number): MarkedBlock | undefined {
  const prose = proseOf(report, block);
  if (prose === undefined) return undefined;
  const base = report.document.starts[block] ?? 0;
  let marks = read.get(prose);
  if (marks === undefined) {
    marks = marksIn(report.document.source, base, prose);
    read.set(prose, marks);
  }
  return { block, base, prose, marks };
}

/** (Letters are read from the report's source, where they stand as in the prose: a slice of it would be slower.) */
function marksIn(source: string, base: number, { text, words, striking }: Prose): WordMarks {
  let capitals = noWords;
  let repeated = noWords;
  let hyphenated = noWords;
  let quoted = noWords;
  let years = noWords;
  let watched = noWords;
  for (let i = 0; i < striking.length; i += 2) {
    const word = striking[i] as number;
    const look = striking[i + 1] as number;
    const from = startOfWord(words, word);
    const to = endOfWord(words, word);
    const before = word > 0 ? endOfWord(words, word - 1) : from;
    if ((look & WordLook.capital) !== 0 && hasCapitals(source, base + from, base + to)) {
      capitals = withWord(capitals, word);
    } else if ((look & WordLook.digit) !== 0 && isYears(source, base + from, base + to)) {
      years = withWord(years, word);
    }
    if ((look & watchedLook) !== 0 && watchedWords.has(idOfWord(words, word))) watched = withWord(watched, word);
    if ((look & WordLook.repeated) !== 0 && areSpaces(text, before, from)) repeated = withWord(repeated, word);
    if ((look & WordLook.apart) !== 0) {
      const last = source.charCodeAt(base + from - 1);
      if (isQuotationMark(last)) quoted = withWord(quoted, word);
      else if (last === Unit.hyphen || source.charCodeAt(base + before) === Unit.hyphen) {
        if (word > 0 && isBrokenHyphen(source, base + before, base + from)) hyphenated = withWord(hyphenated, word);
      } else if (from - before === 3 && last === Unit.space && source.charCodeAt(base + before + 1) === Unit.hyphen) {
        hyphenated = withWord(hyphenated, word);
      }
    }
  }
  const isNone =
    capitals === noWords &&
    repeated === noWords &&
    hyphenated === noWords &&
    quoted === noWords &&
    years === noWords &&
    watched === noWords;
  return isNone ? none : { capitals, repeated, hyphenated, quoted, years, watched };
}

/** Whether a capital stands second or last in a word that begins with one; a plural *s* is passed over. */
function hasCapitals(source: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  const last = source.charAt(to - 1) === 's' && to - from > 2 ? to - 2 : to - 1;
  return isCapitalLetter(source.charCodeAt(from + 1)) || (last > from && isCapitalLetter(source.charCodeAt(last)));
}

/** Whether a word is *2015-16* or *2015-2016*. */
function isYears(source: string, from: number, to: number): boolean {
  return (
    to - from > 6 &&
    source.charCodeAt(from + 4) === Unit.hyphen &&
    /^(?:19|20)\d\d-(?:\d\d)?\d\d$/.test(source.slice(from, to))
  );
}

function isQuotationMark(unit: number): boolean {
  return (
    unit === Unit.leftQuote || unit === Unit.leftDoubleQuote || unit === Unit.quotationMark || unit === Unit.apostrophe
  );
}

function areSpaces(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a gap between words is a hyphen with blanks on one side. At a line's end it joins the lines and is whole. */
function isBrokenHyphen(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) === Unit.hyphen) return areBlanks(text, from + 1, to);
  return text.charCodeAt(to - 1) === Unit.hyphen && areBlanks(text, from, to - 1);
}

function areBlanks(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return to > from;
}

/** Ids of words in a row, each with its place. */
function wordIds(words: string): ReadonlyMap<number, number> {
  return new Map(words.split(' ').map((word, i) => [wordId(word), i]));
}
