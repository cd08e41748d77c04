/* How the ranking of recommendations reads words: by what they are compared, in which sentence, and what stands before them. */

import { IdTable } from '../words/idTable.ts';
import { matterOf, saysLittle, weaknessWords } from '../words/inspectionWords.ts';

/** The words of a text that are looked for, with the number of its sentence and its place. */
export interface Words {
  /** What each is known by: a key, or the term that a key is looked up as. */
  readonly numbers: number[];
  readonly flags: number[];
  readonly sentences: number[];
  /** What stands before it in the sentence but for empty words, or -1: then nothing, or nothing looked for. */
  readonly befores: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** For each sentence whether it states a weakness. */
  readonly weaknesses: boolean[];
  /** The sentence that the tag closes. */
  readonly tagged: number;
}

/** Codes by words. Bounded, and emptied only between two calls: a word's code is the same all through one. */
const known = new IdTable(1 << 13);
const keys = new Map<string, number>();
const knownLimit = 20_000;
const longestWord = 40;

/** A code is a key's number with flags below it; the number of a word without a key is -1. */
const flagBits = 2;
/** The flag of a word that says little of which recommendation is meant. */
export const weakFlag = 1;
const weaknessFlag = 2;

/** Empties what is known of words if it has grown large. Not within a ranking: there a word keeps its number. */
export function forgetWords(): void {
  if (known.count <= knownLimit) return;
  known.clear();
  keys.clear();
}

/** How many keys there are so far: every number of a word is below it. */
export function keyCount(): number {
  return keys.size;
}

function learned(id: number, word: string): number {
  if (word.length > longestWord) {
    return -1 << flagBits;
  }
  // A copy: a slice that is kept would keep the whole text it was cut from.
  const lower = (' ' + word).slice(1).toLowerCase();
  const flag = weaknessWords.has(lower) ? weaknessFlag : 0;
  let code = (-1 << flagBits) | flag;
  const key = matterOf(lower);
  if (key !== undefined) {
    let number = keys.get(key);
    if (number === undefined) {
      number = keys.size;
      keys.set(key, number);
    }
    code = (number << flagBits) | flag | (saysLittle(key) ? weakFlag : 0);
  }
  known.set(known.add(id), 1, code);
  return code;
}

/** The words of a text but the empty ones by their keys; with `ofKey`, those that are terms by their terms. */
export function wordsOf(text: string, tagAt: number, ofKey?: Int32Array): Words {
  const numbers: number[] = [];
  const flags: number[] = [];
  const sentences: number[] = [];
  const befores: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const weaknesses = [false];
  const length = text.length;
  let sentence = 0;
  let tagged = 0;
  let before = -1;
  let ended = false;
  let at = 0;
  while (at < length) {
    const sign = text.charCodeAt(at);
    if (!isLetter(sign)) {
      if (sign !== 0x20 && !ended && endsSentence(sign, text, at)) {
        ended = true;
      }
      at++;
      continue;
    }
    const start = at;
    // As `wordId` does, but the same in one case only.
    let id = seed;
    let letter = sign;
    do {
      id = Math.imul(id ^ letter, prime);
      at++;
      letter = at < length ? text.charCodeAt(at) : 0;
    } while (isLetter(letter));
    if (ended) {
      sentence++;
      weaknesses.push(false);
      ended = false;
      before = -1;
    }
    if (start < tagAt) {
      tagged = sentence;
    }
    const slot = known.slotOf(id);
    const code = slot < 0 ? learned(id, text.slice(start, at)) : known.get(slot, 1);
    if ((code & weaknessFlag) !== 0) {
      weaknesses[sentence] = true;
    }
    const key = code >> flagBits;
    if (key < 0) {
      continue;
    }
    const number = ofKey === undefined ? key : key < ofKey.length ? ofKey[key]! : -1;
    if (number >= 0) {
      numbers.push(number);
      flags.push(code);
      sentences.push(sentence);
      befores.push(before);
      starts.push(start);
      ends.push(at);
    }
    before = number;
  }
  return { numbers, flags, sentences, befores, starts, ends, weaknesses, tagged };
}

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** Whether a sign is a letter or digit, near enough: anything of the alphabets of Europe. */
function isLetter(sign: number): boolean {
  return (
    (sign > 96 && sign < 123) ||
    (sign > 64 && sign < 91) ||
    (sign > 47 && sign < 58) ||
    (sign > 191 && sign < 0x2000 && sign !== 0xd7 && sign !== 0xf7)
  );
}

/** A full stop before white space, a colon or semicolon, a bullet. */
function endsSentence(sign: number, text: string, at: number): boolean {
  switch (sign) {
    case 0x21:
    case 0x2e:
    case 0x3f:
      return at + 1 >= text.length || text.charCodeAt(at + 1) <= 0x20;
    case 0x3a:
    case 0x3b:
    case 0x2022:
    case 0x25aa:
    case 0x25fc:
      return true;
    default:
      return false;
  }
}
