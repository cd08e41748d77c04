/*
 * Which recommendation a finding's bare tag means, suggested from the wording of both.
 *
 * Words are compared by stem or by what they mean in inspections (`meanings`). A word counts the more the fewer
 * recommendations have it, and in a finding the nearer its sentence is to the tag and if that sentence states a weakness.
 * A recommendation is compared as a whole and by the part of it that fits best. What the findings have in common with
 * the recommendations is then shared out: a board's findings mean the board's recommendations, and a recommendation that
 * other findings mean already is somewhat less likely to be meant again.
 *
 * The constants were found on published reports. Most may be changed by a third without a change worth noting.
 */

import { forgetWords, keyCount, type Words, weakFlag, wordsOf } from './suggestionWords.ts';

/** A recommendation as the ranking reads it. */
export interface RankedRecommendation {
  readonly number: string;
  readonly text: string;
  /** The title path of the section it stands in, e.g. 'The Local Safeguarding Children Board (LSCB) › Recommendations'. */
  readonly section: string;
}

/** A tagged finding: its text without tags, the offset in that text where the tag stood, and the title path of its section. */
export interface TaggedFinding {
  readonly text: string;
  readonly tagAt: number;
  readonly section: string;
}

/**
 * One suggestion: an index into the recommendations, a score from 0 to 1, and the words of the finding that speak for
 * it, the strongest first (as written in the finding, at most five).
 */
export interface Suggestion {
  readonly recommendation: number;
  readonly score: number;
  readonly words: readonly string[];
}

/** What a sentence counts against the one before it, going back from the tag; the least; and after the tag. */
const decay = 0.9;
const farthest = 0.25;
const afterTag = 0.4;
/** What a sentence that states a weakness counts against another. */
const weakness = 1.5;
/** What a word of the section's title counts against one of the sentence before the tag. */
const sectionWeight = 0.3;
/** How often a word must come to count half of what it can at most. */
const saturation = 4;
/** How much less a word counts with each letter before it in a recommendation: its matter is named first. */
const lateness = 0.006;
/** What a weak word counts against another, and what a word counts that every recommendation has. */
const weakShare = 0.36;
const commonness = 0.5;
/** What two words side by side count besides, and what the part that fits best counts against the whole. */
const pairShare = 0.3;
const partShare = 0.5;
/** How much surer a better match makes. */
const sharpness = 5.6;
/** For a recommendation of the finding's own part of the report; against one of another part. */
const atHome = 0.5;
const abroad = 4;
/** Against a recommendation that other findings mean. */
const repetition = 0.7;
/** At what match, times `sharpness`, half is believed. */
const evidenceMiddle = 2;
const mostWords = 5;

/** For each finding the recommendations that may be meant, best first; an empty list where nothing speaks for any. */
export function suggestRecommendations(
  recommendations: readonly RankedRecommendation[],
  findings: readonly TaggedFinding[],
): Suggestion[][] {
  if (recommendations.length === 0 || findings.length === 0) {
    return findings.map(() => []);
  }
  forgetWords();
  const terms = termsOf(recommendations);
  const reading = newReading(terms);
  const titles = new Map<string, readonly number[]>();
  const matches: number[][] = [];
  const words: (readonly string[])[][] = [];
  for (const finding of findings) {
    let title = titles.get(finding.section);
    if (title === undefined) {
      title = wordsOf(finding.section.slice(finding.section.lastIndexOf('›') + 1), 0, terms.ofKey).numbers;
      titles.set(finding.section, title);
    }
    read(reading, finding, title, terms);
    const row = matchesOf(reading, terms);
    matches.push(row);
    words.push(
      row.map((match, at) => (match > 0 ? strongestWords(finding.text, reading, terms.wholes[at]!, terms.gain) : [])),
    );
  }
  const shares = shared(matches, recommendations, findings);
  return matches.map((row, at) => suggestionsOf(row, shares[at]!, words[at]!));
}

/** What the recommendations are made of. Terms are numbered from 0 in the order of their first appearance. */
interface Terms {
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

interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly length: number;
}

function termsOf(recommendations: readonly RankedRecommendation[]): Terms {
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

/** What a finding has of the recommendations' terms: room for one finding after the other. */
interface Reading {
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

function newReading(terms: Terms): Reading {
  const size = terms.gain.length;
  return {
    weights: new Float64Array(size),
    heaviest: new Float64Array(size),
    pairs: new Float64Array(terms.pairGain.length),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
  };
}

function read(reading: Reading, finding: TaggedFinding, titleTerms: readonly number[], terms: Terms): void {
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
function matchesOf(reading: Reading, terms: Terms): number[] {
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

/** For each finding how likely each recommendation is the one meant, given what the other findings mean. */
function shared(
  matches: readonly (readonly number[])[],
  recommendations: readonly RankedRecommendation[],
  findings: readonly TaggedFinding[],
): number[][] {
  const findingRoots = rootsOf(findings);
  const inhabited = new Set(findingRoots).add(boardRoot);
  const homes = rootsOf(recommendations).map(root => (inhabited.has(root) ? root : ''));
  const owners = new Set(homes);
  const sums = matches.map((row, finding) => {
    const root = findingRoots[finding]!;
    return row.map((match, at) => {
      const home = homes[at]!;
      if (home !== '' && home === root) {
        return sharpness * match + atHome;
      }
      return home !== '' || (root !== '' && owners.has(root)) ? sharpness * match - abroad : sharpness * match;
    });
  });
  const first = sums.map(softmax);
  const totals = new Float64Array(recommendations.length);
  for (const row of first) {
    for (let at = 0; at < row.length; at++) {
      totals[at]! += row[at]!;
    }
  }
  return sums.map((row, finding) => {
    const own = first[finding]!;
    return softmax(row.map((sum, at) => sum - repetition * Math.log(totals[at]! - own[at]! + 0.5)));
  });
}

const boardRoot = '\u0000board';
const boardTitle = /\bLSCB\b|Safeguarding (?:Children|Adults)(?:’s|'s)? (?:Board|Partnership)|^[^›]*\bBoard\b/iu;

/** The title of the outermost section of each, or one mark for whatever stands in a board's part of the report. */
function rootsOf(items: readonly { readonly section: string }[]): string[] {
  const roots = new Map<string, string>();
  return items.map(({ section }) => {
    let root = roots.get(section);
    if (root === undefined) {
      const end = section.indexOf('›');
      root = boardTitle.test(section) ? boardRoot : section.slice(0, Math.max(0, end)).trim();
      roots.set(section, root);
    }
    return root;
  });
}

function softmax(row: readonly number[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of row) {
    highest = Math.max(highest, value);
  }
  let total = 0;
  const powers = row.map(value => {
    const power = Math.exp(value - highest);
    total += power;
    return power;
  });
  return powers.map(power => power / total);
}

function suggestionsOf(
  matches: readonly number[],
  shares: readonly number[],
  words: readonly (readonly string[])[],
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (let at = 0; at < matches.length; at++) {
    if (matches[at]! > 0) {
      // A single recommendation has the whole share, however little speaks for it.
      const evidence = 1 / (1 + Math.exp(evidenceMiddle - sharpness * matches[at]!));
      suggestions.push({ recommendation: at, score: shares[at]! * evidence, words: words[at]! });
    }
  }
  return suggestions.sort((one, other) => other.score - one.score || one.recommendation - other.recommendation);
}

function strongestWords(text: string, reading: Reading, whole: Vector, gain: Float64Array): string[] {
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

function saturated(count: number): number {
  return (count * (saturation + 1)) / (count + saturation);
}
