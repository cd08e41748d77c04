import { isBlank } from '../../syntax/characters.ts';
import { isCapitalLetter, isDigit, isSmallLetter } from '../../text/letters.ts';
import { isLineEnd, type Span } from '../../text/text.ts';
import { Unit } from '../../text/unit.ts';
import { isUncommonMark } from './printedMarks.ts';

/** The words of a block in order: three numbers each, where it starts, where it ends, and its `wordId`. Of *isn’t* the *n’t* is a word by itself, known as *not*. */
export type Words = Int32Array;

/** How a word may strike; it may in several ways at once. Further bits are those of `watchFor`. */
export const WordLook = {
  /** Begins with a capital from A to Z. */
  capital: 1,
  /** Begins with a digit. */
  digit: 2,
  /** Has a hyphen within. */
  hyphen: 4,
  /**
   * Is known by the same as the word before it, or ends two words that are known by the same as the two before them; of
   * *isn’t isn’t* the second *is*.
   */
  repeated: 8,
  /** More than one character stands between it and the word before, or it is the first. */
  apart: 16,
} as const;

const sieveMask = 0xfff;
/** A first look at a word, by the low bits of what it is known by: for whom it is to be watched. */
const sieve = new Uint16Array(sieveMask + 1);
let nextLook = 32;

/**
 * Watches for words in all prose that is read from now on, so to be called while modules load. Gives the look of those that
 * are found; a few others may have it too.
 */
export function watchFor(ids: Iterable<number>): number {
  const look = nextLook;
  nextLook *= 2;
  for (const id of ids) sieve[id & sieveMask]! |= look;
  return look;
}

/** A sentence with its closing marks; `first` and `last` are the numbers of its words, half open. */
export interface ProseSentence extends Span {
  readonly first: number;
  readonly last: number;
}

/** What a word is known by, the same in either case and with either apostrophe. Two words seldom share one; where it matters compare the words. */
export function wordId(word: string): number {
  let id = seed;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    id = mixed(id, (unit < tableSize && letters[unit]) || (unit === Unit.rightQuote ? Unit.apostrophe : unit));
  }
  return id;
}

const seed = 0x811c9dc5 | 0;

function mixed(id: number, unit: number): number {
  return Math.imul(id ^ unit, 0x01000193);
}

/** Letters and digits, near enough, each as it is in lower case; 0 for what is none. Looked up once a character, for speed. */
const tableSize = 0x2000;
const letters = Uint16Array.from({ length: tableSize }, (_, unit) => {
  const isWord =
    isSmallLetter(unit) ||
    isCapitalLetter(unit) ||
    isDigit(unit) ||
    (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && unit !== Unit.letterApostrophe); // × and ÷ are no letters
  return isWord ? (unit < 0x250 ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : unit) : 0;
});

/** Room for the words of many blocks one behind the other, and how much of it is taken. (To make an array for each takes longer than to fill it.) */
let room = new Int32Array(0);
let taken = 0;
const usualRoom = 0x8000;

/** The words and sentences of a text. */
export interface WordsAndSentences {
  readonly words: Words;
  readonly sentences: readonly ProseSentence[];
  /** The words that strike by their looks or are looked for, in order: two numbers each, the word’s number and its looks. */
  readonly striking: readonly number[];
}

/** The same, as read from a text that may have to be read again. */
interface ReadProse extends WordsAndSentences {
  /** Whether it has signs for which there are commoner ones, so that it is to be read again with those. */
  readonly hasUncommonMarks: boolean;
}

/**
 * The words and sentences from `from` to `to`, counted from `base`. A word is letters and digits, with single apostrophes
 * and hyphens within; `9.5` and `1,200` are one too, and *isn’t* is two.
 */
export function proseIn(text: string, base: number, from: number, to: number): ReadProse {
  // (As many words at most as every other character begins.)
  const most = 3 * ((to - from + 1) >> 1);
  if (taken + most > room.length) {
    room = new Int32Array(Math.max(most, usualRoom));
    taken = 0;
  }
  const words = room.subarray(taken);
  const striking: number[] = [];
  const sentences: ProseSentence[] = [];
  const end = base + to;
  let size = 0;
  let at = base + from;
  let first = 0;
  let stopped = false;
  let before = 0;
  let last = at - 2;
  let elision = -1;
  let hasUncommonMarks = false;
  while (at < end) {
    const unit = text.charCodeAt(at);
    let letter = unit < tableSize ? (letters[unit] as number) : 0;
    if (letter === 0) {
      if (endsSentences(unit)) stopped = true;
      else if (unit > 0x9f && isUncommonMark(unit)) hasUncommonMarks = true;
      at++;
      continue;
    }
    if (stopped) {
      stopped = false;
      const closed = size > 0 ? sentenceEnd(text, last, at, before) : undefined;
      if (closed !== undefined) {
        const opening = openingOf(text, base + (words[3 * first] as number), base + from);
        sentences.push({ from: opening - base, to: closed - base, first, last: size / 3 });
        first = size / 3;
      }
    }
    const start = at;
    let look = isDigit(unit) ? WordLook.digit : isCapitalLetter(unit) ? WordLook.capital : 0;
    let id = seed;
    while (letter !== 0) {
      id = mixed(id, letter);
      at++;
      if (at >= end) break;
      const next = text.charCodeAt(at);
      letter = next < tableSize ? (letters[next] as number) : 0;
      if (letter === 0 && isJoint(next, text, at) && at + 1 < end && isLetterAt(text, at + 1)) {
        letter = next === Unit.rightQuote ? Unit.apostrophe : next;
        if (next === Unit.hyphen) look |= WordLook.hyphen;
        if (letter === Unit.apostrophe) elision = at;
      }
    }
    if (start - last > 1) look |= WordLook.apart;
    // (*Isn’t* is two words, as *is not* is.)
    if (elision === at - 2 && elision > start + 1) {
      const verb = verbBeforeNot(text, start, at);
      if (verb !== undefined) {
        const middle = start - base + verb.length;
        id = wordId(verbs.get(verb.toLowerCase()) ?? verb);
        look |= sieve[id & sieveMask] as number;
        // (The two words before are the same, written as one too.)
        if (size > 5 && id === words[size - 4] && words[size - 1] === not && words[size - 3] === words[size - 5])
          look |= WordLook.repeated;
        if (look !== 0) striking.push(size / 3, look);
        words[size++] = start - base;
        words[size++] = middle;
        words[size++] = id;
        look = sieve[not & sieveMask] as number;
        if (look !== 0) striking.push(size / 3, look);
        words[size++] = middle;
        words[size++] = at - base;
        words[size++] = not;
        before = 0;
        last = at;
        continue;
      }
    }
    if (id === before || (size > 8 && id === words[size - 4] && before === words[size - 7])) look |= WordLook.repeated;
    look |= sieve[id & sieveMask] as number;
    if (look !== 0) striking.push(size / 3, look);
    words[size++] = start - base;
    words[size++] = at - base;
    words[size++] = id;
    before = id;
    last = at;
  }
  if (3 * first < size) {
    let closing = end;
    while (closing > last && isGap(text.charCodeAt(closing - 1))) closing--;
    const opening = openingOf(text, base + (words[3 * first] as number), base + from);
    sentences.push({ from: opening - base, to: closing - base, first, last: size / 3 });
  }
  taken += size;
  return { words: words.subarray(0, size), sentences, striking, hasUncommonMarks };
}

const not = wordId('not');

/** The verb in a word that is written as one with *not*: *isn’t*, *can’t*. */
function verbBeforeNot(text: string, from: number, to: number): string | undefined {
  const word = text.slice(from, to);
  if (!/n['’]t$/i.test(word)) return undefined;
  return word.slice(0, /^can/i.test(word) ? -2 : -3);
}

/** Verbs that are not themselves before *n’t*. */
const verbs = new Map([
  ['wo', 'will'],
  ['sha', 'shall'],
]);

function isLetterAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < tableSize && letters[unit] !== 0;
}

/** What may stand within a word, if another letter or digit follows. */
function isJoint(unit: number, text: string, at: number): boolean {
  if (unit === Unit.apostrophe || unit === Unit.rightQuote || unit === Unit.hyphen) return true;
  return (
    (unit === Unit.fullStop || unit === Unit.comma) &&
    isDigit(text.charCodeAt(at - 1)) &&
    isDigit(text.charCodeAt(at + 1))
  );
}

/** Words after whose full stop a sentence goes on. */
const abbreviations = new Set(
  'eg ie e.g i.e etc mr mrs ms dr st no para paras cf vs prof cllr rev hon'.split(' ').map(wordId),
);
/** And those after which it goes on with a number: *s. 47*, *pp. 3–5*. */
const numbered = new Set('s ss p pp art reg regs sch fig vol ch'.split(' ').map(wordId));

/** Where a sentence ends after a word that ends at `at`, before the next at `next`; nothing if it goes on. */
function sentenceEnd(text: string, at: number, next: number, word: number): number | undefined {
  for (let i = at; i < next; i++) {
    const unit = text.charCodeAt(i);
    if (!endsSentences(unit)) continue;
    let end = i + 1;
    while (end < next && isClosing(text.charCodeAt(end))) end++;
    if (end < next && !isGap(text.charCodeAt(end))) continue;
    if (unit === Unit.fullStop && (abbreviations.has(word) || isSmallLetter(text.charCodeAt(next)))) continue;
    if (unit === Unit.fullStop && numbered.has(word) && isDigit(text.charCodeAt(next))) continue;
    return end;
  }
  return undefined;
}

/** A full stop, a question or exclamation mark, an ellipsis. */
function endsSentences(unit: number): boolean {
  return (
    unit === Unit.fullStop || unit === Unit.questionMark || unit === Unit.exclamationMark || unit === Unit.ellipsis
  );
}

function isClosing(unit: number): boolean {
  return (
    unit === Unit.rightQuote ||
    unit === Unit.rightDoubleQuote ||
    unit === Unit.closeParenthesis ||
    unit === Unit.closeBracket ||
    unit === Unit.apostrophe ||
    unit === Unit.quotationMark ||
    unit === Unit.fullStop
  );
}

/** A blank, or a line's end. */
function isGap(unit: number): boolean {
  return isBlank(unit) || isLineEnd(unit);
}

/** Where a sentence starts whose first word starts at `at`: its opening quotation mark or bracket belongs to it. */
function openingOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && isOpening(text.charCodeAt(start - 1))) start--;
  return start;
}

function isOpening(unit: number): boolean {
  return (
    unit === Unit.leftQuote ||
    unit === Unit.leftDoubleQuote ||
    unit === Unit.apostrophe ||
    unit === Unit.quotationMark ||
    unit === Unit.openParenthesis ||
    unit === Unit.openBracket
  );
}
