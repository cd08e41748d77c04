import { wordId } from '../words/proseReading.ts';
import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { FoundDifference } from './claimDifference.ts';
import { type Overlap, type ReadClaim, sharePhrase } from './claimOverlap.ts';
import { placeOf, says, weightAt } from './claimWords.ts';
import { antonyms, denials } from './denialDifferences.ts';
import { areOfOtherSpans } from './otherSpans.ts';
import { areOfOtherPeople } from './peopleGroups.ts';
import { amounts, causes, exclusions, quantities, scopes, shares } from './quantityDifferences.ts';
import { rarities } from './seldomDifferences.ts';

/** In what two claims that speak of the same differ, if they do. */
export function differenceOf(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const found = firstDifference(one, other, overlap, weights);
  if (found === undefined || areOfOtherPeople(one, other)) return undefined;
  return isOfOtherThing(one, other) || isOfOtherThing(other, one) ? undefined : found;
}

/**
 * *Wardens rarely attend them*, *wardens always attend drills*: what is meant stands in the sentence, or it is something
 * else.
 */
function isOfOtherThing(
  { claim: { last }, statement: { topics, sentence }, keys }: ReadClaim,
  other: ReadClaim,
): boolean {
  if (!objects.has(idAt(topics.prose, last - 1))) return false;
  const more = other.keys.filter(key => !keys.includes(key));
  if (more.length === 0) return false;
  for (let at = sentence.first; at < sentence.last; at++) if (more.includes(keyOfWord(topics.codes, at))) return false;
  return true;
}

const objects = idSet('them it these those this');

function firstDifference(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  return (
    measures(one, other, overlap, weights) ??
    causes(one, other, overlap) ??
    denials(one, other, overlap) ??
    ofOneSpan(one, other, quantities(one, other, overlap)) ??
    amounts(one, other, overlap) ??
    ofOneSpan(one, other, shares(one, other, overlap)) ??
    exclusions(one, other, overlap) ??
    scopes(one, other, overlap, weights) ??
    stages(one, other, overlap) ??
    offers(one, other, overlap) ??
    antonyms(one, other, overlap, weights) ??
    dates(one, other, overlap, weights) ??
    orders(one, other, overlap) ??
    rarities(one, other, overlap)
  );
}

function ofOneSpan(one: ReadClaim, other: ReadClaim, found: FoundDifference | undefined): FoundDifference | undefined {
  return found === undefined || areOfOtherSpans(one, other) ? undefined : found;
}

/** *Too many children live elsewhere*; *the proportion of children who live elsewhere is in line with the average*. */
function measures(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const { measure: a } = one.claim;
  const { measure: b } = other.claim;
  if (a === undefined || b === undefined || a.kind === b.kind || overlap.score < 12) return undefined;
  if (a.kind !== 'too much' && b.kind !== 'too much')
    return areOfOthers(one, other, overlap) ? { difference: 'opposite', marks: [a, b] } : undefined;
  // *Too high*, *higher than elsewhere*
  if (a.kind !== 'as elsewhere' && b.kind !== 'as elsewhere') return undefined;
  return sharePhrase(one, other, weights) ? { difference: 'measure', marks: [a, b] } : undefined;
}

/** *Worse than in similar areas*, *in line with similar areas*: both measure the same against the same others, now. */
function areOfOthers(one: ReadClaim, other: ReadClaim, { cover, likeness, score, apart }: Overlap): boolean {
  const { claim: a } = one;
  const { claim: b } = other;
  // (*Below* is better of some things and worse of others.)
  const isOfQuality = [a.measure?.kind, b.measure?.kind].map(kind => kind === 'better' || kind === 'worse');
  const isAsElsewhere = a.measure?.kind === 'as elsewhere' || b.measure?.kind === 'as elsewhere';
  if ((isOfQuality[0] !== isOfQuality[1] && !isAsElsewhere) || score < leastOfOthers) return false;
  if (apart || a.denies || b.denies || ((a.kinds | b.kinds) & (WordKind.year | WordKind.number)) !== 0) return false;
  return cover >= 0.65 && likeness >= 0.6 && yardsticks.some(word => says(one, word) && says(other, word));
}

/** The yardstick itself makes much of what they have in common. */
const leastOfOthers = 18;

const yardsticks = 'average similar neighbours comparators national nationally elsewhere others peers'
  .split(' ')
  .map(wordId);

/** *Is beginning to benefit* and *benefits*; *is improving* and *has improved*. */
function stages(one: ReadClaim, other: ReadClaim, { likeness, score, apart }: Overlap): FoundDifference | undefined {
  const { stage: a } = one.claim;
  const { stage: b } = other.claim;
  if (a?.kind === b?.kind || apart || likeness < 0.75 || score < 12 || one.claim.indirect || other.claim.indirect)
    return undefined;
  const found: FoundDifference = { difference: 'stage', marks: [a, b] };
  if (a !== undefined && b !== undefined) return a.of === b.of ? found : undefined;
  const stage = a ?? b;
  if (stage?.kind !== 'begun') return undefined;
  return says(a === undefined ? one : other, stage.of) ? found : undefined;
}

/** *Receive an interview*; *receive the offer of an interview*. */
function offers(one: ReadClaim, other: ReadClaim, { likeness, score, apart }: Overlap): FoundDifference | undefined {
  const { offer: a } = one.claim;
  const { offer: b } = other.claim;
  const offer = a ?? b;
  if (offer === undefined || (a !== undefined && b !== undefined) || apart || likeness < 0.6 || score < 12)
    return undefined;
  const plain = a === undefined ? one : other;
  if (one.claim.denies || other.claim.denies || !had.some(word => says(plain, word))) return undefined;
  const having = placeOf(plain, received) ?? placeOf(plain, had);
  return says(plain, offer.of) ? { difference: 'offer', marks: [a ?? having, b ?? having] } : undefined;
}

/** That something offered is had. */
const received = ['receive', 'receives', 'received', 'get', 'given'].map(wordId);
const had = [...received, wordId('have')];

/** *It opened in May 2015*; *it opened in March 2016*. */
function dates(
  one: ReadClaim,
  other: ReadClaim,
  { score, apart }: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const { date: a } = one.claim;
  const { date: b } = other.claim;
  if (a === undefined || b === undefined || apart || score < 12 || one.claim.denies !== other.claim.denies)
    return undefined;
  // Of a year alone and a month of it nothing is known.
  if ((a.month === undefined) !== (b.month === undefined) || (a.year === b.year && a.month === b.month))
    return undefined;
  // (*By May 2018*, *in March 2018*: it was to be then, and was so.)
  const isBy = [idAt(one.statement.topics.prose, a.first - 1), idAt(other.statement.topics.prose, b.first - 1)];
  if ((isBy[0] === by) !== (isBy[1] === by) || haveOtherNumbers(one, a, other, b)) return undefined;
  const rest = one.weight - (a.month === undefined ? 0 : weightAt(one, a.first, weights));
  const otherRest = other.weight - (b.month === undefined ? 0 : weightAt(other, b.first, weights));
  return score >= 0.8 * Math.max(rest, otherRest) ? { difference: 'date', marks: [a, b] } : undefined;
}

const by = wordId('by');

/** *Overspent by £2.4 million in 2019–20*, *overspent by £1.1 million in 2020–21*: two facts, each with its date. */
function haveOtherNumbers(one: ReadClaim, date: WordRun, other: ReadClaim, otherDate: WordRun): boolean {
  const [numbers, others] = [numbersOf(one, date), numbersOf(other, otherDate)];
  return [...numbers].some(number => !others.has(number)) && [...others].some(number => !numbers.has(number));
}

/** The numbers of a claim, but for its date. */
function numbersOf({ statement: { topics }, clause }: ReadClaim, date: WordRun): Set<number> {
  const numbers = new Set<number>();
  for (let at = clause.first; at < clause.last; at++) {
    const isOfDate = at >= date.first - 2 && at < date.last;
    const kinds = kindsOfWord(topics.codes, at);
    if (!isOfDate && (kinds & WordKind.number) !== 0 && (kinds & WordKind.year) === 0)
      numbers.add(idAt(topics.prose, at));
  }
  return numbers;
}

/** *They are asked before they move*; *they are asked after they move*. */
function orders(
  { claim: a }: ReadClaim,
  { claim: b }: ReadClaim,
  { cover, likeness, apart }: Overlap,
): FoundDifference | undefined {
  if (a.order === undefined || b.order === undefined || a.order.isEarlier === b.order.isEarlier) return undefined;
  if (apart || a.denies || b.denies || a.indirect || b.indirect || cover < 0.85 || likeness < 0.75) return undefined;
  return { difference: 'order', marks: [a.order, b.order] };
}
