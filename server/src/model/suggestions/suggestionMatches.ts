/* How well what a finding says fits each recommendation. */

import { saturated, type Terms, type Vector } from './suggestionTerms.ts';
import { wordsOf } from './suggestionWords.ts';

/** What a sentence counts against the one before it, going back from the tag; the least; and after the tag. */
const decay = 0.9;
const farthest = 0.25;
const afterTag = 0.4;
/** What a sentence that states a weakness counts against another. */
const weakness = 1.5;
/** What a word of the section's title counts against one of the sentence before the tag. */
const sectionWeight = 0.3;
/** What two words side by side count besides, and what the part that fits best counts against the whole. */
const pairShare = 0.3;
const partShare = 0.5;
const mostWords = 5;

/** What a finding has of the recommendations' terms: room for one finding after the other. */
export interface Reading {
  /** For each term how much of it there is. */
  readonly weights: Float64Array;
  /** For each term the weight of its weightiest place. */
  readonly heaviest: Float64Array;
  /** For each pair of terms how much of it there is. */
  readonly pairs: Float64Array;
  /** For each term where that place starts. */
  readonly starts: Int32Array;
  /** For each term where that place ends; 0 where the text has it not. */
  readonly ends: Int32Array;
}

/** Room for reading findings. */
export function newReading(terms: Terms): Reading {
  const size = terms.gain.length;
  return {
    weights: new Float64Array(size),
    heaviest: new Float64Array(size),
    pairs: new Float64Array(terms.pairGain.length),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
  };
}

/** Reads a finding, in place of the one before. */
export function read(
  reading: Reading,
  finding: { readonly text: string; readonly tagAt: number },
  titleTerms: readonly number[],
  terms: Terms,
): void {
  const { weights, heaviest, pairs, starts, ends } = reading;
  const size = terms.gain.length;
  weights.fill(0);
  heaviest.fill(0);
  pairs.fill(0);
  ends.fill(0);
  const words = wordsOf(finding.text, finding.tagAt, terms.ofKey);
  const { numbers, sentences, befores } = words;
  const sentenceWeights: number[] = [];
  for (let sentence = 0; sentence < words.weaknesses.length; sentence++) {
    const distance = words.tagged - sentence;
    const near = distance < 0 ? afterTag : Math.max(farthest, decay ** distance);
    sentenceWeights.push(words.weaknesses[sentence]! ? near * weakness : near);
  }
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    const weight = sentenceWeights[sentences[at]!]!;
    weights[number]! += weight;
    if (weight > heaviest[number]!) {
      heaviest[number] = weight;
      starts[number] = words.starts[at]!;
      ends[number] = words.ends[at]!;
    }
    const before = befores[at]!;
    if (before >= 0) {
      const pair = terms.pairs.get(before * size + number);
      if (pair !== undefined && pairs[pair]! < weight) {
        pairs[pair] = weight;
      }
    }
  }
  for (const number of titleTerms) {
    weights[number]! += sectionWeight;
  }
  for (let number = 0; number < size; number++) {
    weights[number] = saturated(weights[number]!);
  }
}

/** For each recommendation how well a finding's words fit it; 0 where they have only weak words in common. */
export function matchesOf(reading: Reading, terms: Terms): number[] {
  const { weights, pairs, ends } = reading;
  const { gain, weak } = terms;
  let square = 0;
  for (let number = 0; number < gain.length; number++) {
    square += weights[number]! * weights[number]! * gain[number]!;
  }
  const scale = 1 / (square ** 0.25 || 1);
  const matches: number[] = [];
  for (let at = 0; at < terms.wholes.length; at++) {
    const whole = terms.wholes[at]!;
    if (!sharesFirmWord(whole, ends, weak)) {
      matches.push(0);
      continue;
    }
    let sum = product(whole, weights, gain);
    for (const pair of terms.pairsOf[at]!) {
      sum += pairShare * pairs[pair]! * terms.pairGain[pair]!;
    }
    sum /= whole.length;
    let best = 0;
    for (const part of terms.parts[at]!) {
      best = Math.max(best, product(part, weights, gain) / part.length);
    }
    matches.push(scale * (terms.parts[at]!.length === 0 ? sum : (1 - partShare) * sum + partShare * best));
  }
  return matches;
}

function sharesFirmWord(whole: Vector, ends: Int32Array, weak: readonly boolean[]): boolean {
  for (const number of whole.terms) {
    if (ends[number]! > 0 && !weak[number]!) {
      return true;
    }
  }
  return false;
}

function product(vector: Vector, weights: Float64Array, gain: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.terms.length; at++) {
    const number = vector.terms[at]!;
    sum += weights[number]! * vector.weights[at]! * gain[number]!;
  }
  return sum;
}

/** The words of the finding just read that speak most for a recommendation, as written there, the strongest first. */
export function strongestWords(text: string, reading: Reading, whole: Vector, gain: Float64Array): string[] {
  const best: number[] = [];
  const strengths: number[] = [];
  for (let at = 0; at < whole.terms.length; at++) {
    const number = whole.terms[at]!;
    if (reading.ends[number] === 0) {
      continue;
    }
    const strength = reading.weights[number]! * whole.weights[at]! * gain[number]!;
    let place = best.length;
    if (place === mostWords) {
      place--;
      if (strengths[place]! >= strength) {
        continue;
      }
    }
    for (; place > 0 && strengths[place - 1]! < strength; place--) {
      best[place] = best[place - 1]!;
      strengths[place] = strengths[place - 1]!;
    }
    best[place] = number;
    strengths[place] = strength;
  }
  return best.map(number => text.slice(reading.starts[number], reading.ends[number]));
}
