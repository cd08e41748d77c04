/* What recommendations are made of, as the ranking of suggestions weighs it. */

import { keyCount, type Words, weakFlag, wordsOf } from './suggestionWords.ts';

/** How often a word must come to count half of what it can at most. */
const saturation = 4;
/** How much less a word counts with each letter before it in a recommendation: its matter is named first. */
const lateness = 0.006;
/** What a weak word counts against another, and what a word counts that every recommendation has. */
const weakShare = 0.36;
const commonness = 0.5;

/** What the recommendations are made of. Terms are numbered from 0 in the order of their first appearance. */
export interface Terms {
  /** A word's key to its term; -1, or beyond the end, for keys no recommendation has. */
  readonly ofKey: Int32Array;
  /** How much a term says, squared. */
  readonly gain: Float64Array;
  readonly weak: readonly boolean[];
  /** Pairs of neighbouring terms, numbered, by `first * gain.length + second`. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly pairGain: readonly number[];
  readonly wholes: readonly Vector[];
  readonly parts: readonly (readonly Vector[])[];
  /** For each recommendation its pairs. */
  readonly pairsOf: readonly (readonly number[])[];
}

/** Some terms of a recommendation, each once, what each weighs, and how long they are as a vector. */
export interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly length: number;
}

/** What these recommendations are made of. */
export function termsOf(recommendations: readonly { readonly text: string }[]): Terms {
  const texts = recommendations.map(({ text }) => wordsOf(text, text.length));
  const ofKey = new Int32Array(keyCount()).fill(-1);
  const weak: boolean[] = [];
  const holders: number[] = [];
  const holder: number[] = [];
  texts.forEach(({ numbers, flags }, text) => {
    for (let at = 0; at < numbers.length; at++) {
      const key = numbers[at]!;
      let number = ofKey[key]!;
      if (number < 0) {
        number = weak.length;
        ofKey[key] = number;
        weak.push((flags[at]! & weakFlag) !== 0);
        holders.push(0);
        holder.push(-1);
      }
      if (holder[number] !== text) {
        holder[number] = text;
        holders[number]! += 1;
      }
    }
  });
  const size = weak.length;
  const gain = new Float64Array(size);
  for (let number = 0; number < size; number++) {
    const rarity = Math.log((recommendations.length + 1) / (holders[number]! + 0.5));
    gain[number] = (commonness + Math.max(0, rarity)) * (weak[number]! ? weakShare : 1);
  }

  const pairs = new Map<number, number>();
  const pairGain: number[] = [];
  const pairsOf: number[][] = [];
  const wholes: Vector[] = [];
  const parts: Vector[][] = [];
  const counts = new Float64Array(size);
  const pairHolder: number[] = [];
  texts.forEach((words, text) => {
    wholes.push(vectorOf(words, 0, words.numbers.length, ofKey, gain, counts));
    parts.push(partsOf(words, ofKey, gain, counts));
    const own: number[] = [];
    for (let at = 0; at < words.numbers.length; at++) {
      const before = words.befores[at]!;
      if (before < 0) {
        continue;
      }
      const first = ofKey[before]!;
      const second = ofKey[words.numbers[at]!]!;
      const code = first * size + second;
      let pair = pairs.get(code);
      if (pair === undefined) {
        pair = pairGain.length;
        pairs.set(code, pair);
        pairGain.push(Math.sqrt(gain[first]! * gain[second]!));
      }
      if (pairHolder[pair] !== text) {
        pairHolder[pair] = text;
        own.push(pair);
      }
    }
    pairsOf.push(own);
  });
  return { ofKey, gain, weak, pairs, pairGain, wholes, parts, pairsOf };
}

/** The parts of a recommendation, of which there are none if it has but one. */
function partsOf(words: Words, ofKey: Int32Array, gain: Float64Array, counts: Float64Array): Vector[] {
  const { sentences } = words;
  const parts: Vector[] = [];
  let start = 0;
  for (let at = 1; at <= sentences.length; at++) {
    if (at === sentences.length ? start > 0 : sentences[at] !== sentences[start]) {
      parts.push(vectorOf(words, start, at, ofKey, gain, counts));
      start = at;
    }
  }
  return parts;
}

/** The terms of the words from `start` to `end`. `counts` is room for each term, all 0 before and after. */
function vectorOf(
  words: Words,
  start: number,
  end: number,
  ofKey: Int32Array,
  gain: Float64Array,
  counts: Float64Array,
): Vector {
  const terms: number[] = [];
  for (let at = start; at < end; at++) {
    const number = ofKey[words.numbers[at]!]!;
    if (counts[number] === 0) {
      terms.push(number);
    }
    counts[number]! += 1 / (1 + lateness * words.starts[at]!);
  }
  const weights: number[] = [];
  let square = 0;
  for (const number of terms) {
    const weight = saturated(counts[number]!);
    counts[number] = 0;
    weights.push(weight);
    square += weight * weight * gain[number]!;
  }
  return { terms, weights, length: Math.sqrt(square) || 1 };
}

/** What a word counts that comes so often: the more the oftener, but never without bound. */
export function saturated(count: number): number {
  return (count * (saturation + 1)) / (count + saturation);
}
