import { type Overlap, type ReadClaim, sharePhrase } from './claimOverlap.ts';
import type { Denial } from './claims.ts';
import { wordId } from './prose.ts';
import { anchorAfter, idOf, type Quantity, type WordRun } from './quantities.ts';
import { isSummedUp } from './statements.ts';
import { idSet } from './wordIds.ts';
import { WordKind } from './wordKinds.ts';

/**
 * In what two claims differ. *opposite*: one denies what the other says. *quantity*: of how many it is said. *scope*: one says
 * it of some only, the other of all. *stage*: how far it has come. *offer*: one says that it is had, the other that it is
 * offered. *cause*: one gives the cause, the other a part of it. *measure*: too many for one, as elsewhere for the other. *date*: when it was. *order*: before or after.
 */
export type Difference = 'opposite' | 'quantity' | 'scope' | 'stage' | 'offer' | 'cause' | 'measure' | 'date' | 'order';

/** In what two claims differ, and the words of each that make the difference. */
export interface FoundDifference {
  readonly difference: Difference;
  readonly marks: readonly [WordRun | undefined, WordRun | undefined];
}

/** In what two claims that speak of the same differ, if they do. */
export function differenceOf(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  return (
    measures(one, other, overlap, weights) ??
    causes(one, other, overlap) ??
    denials(one, other, overlap) ??
    quantities(one, other, overlap) ??
    amounts(one, other, overlap) ??
    shares(one, other, overlap) ??
    exclusions(one, other, overlap) ??
    scopes(one, other, overlap, weights) ??
    stages(one, other, overlap) ??
    offers(one, other, overlap) ??
    antonyms(one, other, overlap, weights) ??
    dates(one, other, overlap, weights) ??
    orders(one, other, overlap)
  );
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

/** *It has risen because of …*; *some of this rise is due to …* */
function causes(
  { claim: a }: ReadClaim,
  { claim: b }: ReadClaim,
  { cover, score }: Overlap,
): FoundDifference | undefined {
  if (a.cause === undefined || b.cause === undefined || cover < 0.5 || score < 15) return undefined;
  const quantity = a.quantity ?? b.quantity;
  if ((a.quantity === undefined) === (b.quantity === undefined) || !quantity?.leads || quantity.rank > fewest)
    return undefined;
  return { difference: 'cause', marks: [a.quantity ?? a.cause, b.quantity ?? b.cause] };
}

/** One denies, wholly or in part, what the other says. */
function denials(
  one: ReadClaim,
  other: ReadClaim,
  { cover, likeness, score, apart }: Overlap,
): FoundDifference | undefined {
  const denial = deniedByOne(one, other, 'denial');
  const isSummary = isOfSummary(one, other);
  if (denial === undefined || apart || (score < (isSummary ? 10 : 12) && likeness < (isSummary ? 0.9 : 0.95)))
    return undefined;
  const { claim: a } = one;
  const { claim: b } = other;
  const [denied, said] = a.denial === denial ? [one, other] : [other, one];
  const answer = placeOf(said, denial.contrary);
  // *There is a lack of services*, *services are underdeveloped*
  if ((said.claim.antonym?.first ?? -1) > (answer?.first ?? Infinity)) return undefined;
  const quantity = quantityNear(denied.claim, denial) ?? quantityNear(said.claim, answer);
  const marks: FoundDifference['marks'] = [a.denial ?? a.quantity ?? answer, b.denial ?? b.quantity ?? answer];
  if (quantity?.denied === true)
    return likeness >= 0.6 && denial.leaves !== 'some' ? { difference: 'scope', marks } : undefined;
  // *Not visible on files*, *visible on most files*
  const isOfMost =
    denied.claim.quantity === undefined && (said.claim.quantity?.rank ?? 0) >= mostly && denial.leaves === undefined;
  if (quantity !== undefined && !quantity.leads && !isOfMost) return undefined;
  if (denial.leaves !== undefined || quantity !== undefined)
    return likeness >= 0.6 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  const isLike = isSummary
    ? (likeness >= 0.5 && cover >= 0.75) || (likeness >= 0.65 && cover >= 0.7)
    : (likeness >= 0.5 && cover >= 0.85) || (likeness >= 0.7 && cover >= 0.75);
  return isLike ? { difference: 'opposite', marks } : undefined;
}

/** Whether one claim sums up what the other finds: then less shows that both speak of the same. What was once judged is no finding. */
function isOfSummary({ claim: a, statement: one }: ReadClaim, { claim: b, statement: other }: ReadClaim): boolean {
  if (
    ((a.kinds | b.kinds) & WordKind.past) !== 0 ||
    (a.denies && b.antonym !== undefined) ||
    (b.denies && a.antonym !== undefined)
  )
    return false;
  return isSummedUp(one, other);
}

/** So many words after what is said a quantity is that of something else: *meets its duties and has protocols with all boards*. */
const farther = 6;

function quantityNear({ quantity }: ReadClaim['claim'], mark: WordRun | undefined): Quantity | undefined {
  const isFar = quantity !== undefined && mark !== undefined && quantity.first - mark.last >= farther;
  return isFar && !quantity.leads && !quantity.denied ? undefined : quantity;
}

/** Both say it, of a different number. */
function quantities(first: ReadClaim, second: ReadClaim, overlap: Overlap): FoundDifference | undefined {
  const { claim: a } = first;
  const { claim: b } = second;
  const { cover, likeness, apart } = overlap;
  const { quantity: one } = a;
  const { quantity: other } = b;
  if (one === undefined || other === undefined || apart || a.isWeakness !== b.isWeakness) return undefined;
  if (one.of !== other.of && (leavesOut(first) === leavesOut(second) || cover < 0.95 || !one.leads || !other.leads))
    return undefined;
  if (a.denial?.contrary[0] !== b.denial?.contrary[0] || a.denies !== b.denies) return undefined;
  // *Not understood by all*: not by some.
  if (isUnderDenial(first) || isUnderDenial(second)) return undefined;
  // *Every child is offered it*, *most take up the offer*
  if ((a.offer ?? b.offer) !== undefined && takesUp(first) !== takesUp(second)) return undefined;
  const marks: FoundDifference['marks'] = [one, other];
  if (one.denied !== other.denied)
    return likeness >= 0.75 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  return cover >= 0.7 && Math.abs(one.rank - other.rank) >= steps ? { difference: 'quantity', marks } : undefined;
}

/** *Too few have an advocate*, *most have an advocate*; *too many changes*, *few changes*. */
function amounts(one: ReadClaim, other: ReadClaim, { cover, apart }: Overlap): FoundDifference | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  const quantity = a.quantity ?? b.quantity;
  if (quantity === undefined || quantity.denied || apart || (a.quantity !== undefined && b.quantity !== undefined))
    return undefined;
  const rest = a.quantity === undefined ? one : other;
  const amount = rest.claim.antonym !== undefined && isTooFew(rest) ? rest.claim.antonym : rest.claim.measure;
  if (amount === undefined || cover < 0.7 || a.denial !== undefined || b.denial !== undefined) return undefined;
  const isFew = amount === rest.claim.antonym;
  if (!isFew && rest.claim.measure?.kind !== 'too much') return undefined;
  if (isFew ? quantity.rank < mostly : quantity.rank > rarely) return undefined;
  if (anchorAfter(rest.statement.topics, rest.claim, amount.last - 1) !== quantity.of) return undefined;
  return { difference: 'quantity', marks: [a.quantity ?? amount, b.quantity ?? amount] };
}

/** Up to here a quantity leaves nearly all out: *few*. */
const rarely = 1;

/** A share in figures and a word that stands for another: *most*, *42%*. */
function shares(one: ReadClaim, other: ReadClaim, { cover, apart }: Overlap): FoundDifference | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  const share = a.share ?? b.share;
  const quantity = a.share === undefined ? a.quantity : b.quantity;
  if (share === undefined || quantity === undefined || (a.share !== undefined && b.share !== undefined))
    return undefined;
  if (share.of !== quantity.of || quantity.denied || apart || a.denies || b.denies || cover < 0.7) return undefined;
  // What was so in another year is so no more.
  if (((a.kinds | b.kinds) & WordKind.year) !== 0) return undefined;
  const counted = a.share === undefined ? one : other;
  const fraction = fractionIn(counted, quantity);
  if (
    fraction === undefined
      ? Math.abs(share.rank - quantity.rank) < stepsOfShare
      : Math.abs(share.percent - fraction) < pointsOfFraction
  )
    return undefined;
  return { difference: 'quantity', marks: [a.share ?? a.quantity, b.share ?? b.quantity] };
}

/** How many per cent a fraction in words is; nothing of another quantity. */
function fractionIn({ statement: { topics } }: ReadClaim, { last }: Quantity): number | undefined {
  const part = fractions.get(idOf(topics, last - 1));
  if (part === undefined) return undefined;
  const many = multiples.get(idOf(topics, last - 2)) ?? 1;
  return Math.min(100, part * many);
}

const fractions = new Map(
  (
    [
      ['half', 50],
      ['third', 100 / 3],
      ['thirds', 100 / 3],
      ['quarter', 25],
      ['quarters', 25],
    ] as const
  ).map(([name, part]) => [wordId(name), part] as const),
);
const multiples = new Map([
  [wordId('two'), 2],
  [wordId('three'), 3],
]);
/** A fraction in words is near what it stands for. */
const pointsOfFraction = 6;

/** *Only the night team uses it*; *all teams use it*. */
function exclusions(
  { claim: a }: ReadClaim,
  { claim: b }: ReadClaim,
  { cover, likeness, apart }: Overlap,
): FoundDifference | undefined {
  if ((a.only === undefined) === (b.only === undefined) || apart || a.denies || b.denies) return undefined;
  const quantity = a.only === undefined ? a.quantity : b.quantity;
  if (quantity === undefined || quantity.denied || !quantity.leads || quantity.rank < mostly) return undefined;
  return cover >= 0.85 && likeness >= 0.5
    ? { difference: 'scope', marks: [a.only ?? a.quantity, b.only ?? b.quantity] }
    : undefined;
}

/** *Few live in stable homes*, *a quarter of them are in work*: of whom it is said stands before. */
function leavesOut({ claim: { quantity }, statement: { topics } }: ReadClaim): boolean {
  if (quantity === undefined) return false;
  const next = idOf(topics, quantity.last);
  return verbsOfWhom.has(next) || (next === ofWord && pronouns.has(idOf(topics, quantity.last + 1)));
}

const ofWord = wordId('of');
const pronouns = idSet('them these those');
/** What is said right after how many, and not of what. */
const verbsOfWhom = idSet(
  `live lives receive make do get attend know remain say said feel achieve go come take wait enjoy
  benefit stay return leave`,
);

/** (*Not robust in most cases* is said of most cases, as *in most cases not robust*.) */
function isUnderDenial({ claim: { quantity, denial }, statement: { topics } }: ReadClaim): boolean {
  if (quantity === undefined || denial === undefined || quantity.first < denial.last) return false;
  const before = idOf(topics, quantity.first - 1);
  return before !== inWord && (!articles.has(before) || idOf(topics, quantity.first - 2) !== inWord);
}

function takesUp(claim: ReadClaim): boolean {
  return accepting.some(word => says(claim, word));
}

const accepting = ['take', 'takes', 'took', 'taken', 'accept', 'accepts', 'accepted'].map(wordId);

const inWord = wordId('in');
const articles = idSet('the a');

/** Quantities so far apart do not mean the same. */
const steps = 2;
/** A word stands for a share less exactly than for its neighbours. */
const stepsOfShare = 3;
/** From here on what is said of so many may be said without saying of how many. */
const nearlyAll = 8;

/** From here on a quantity takes in most: *the majority*. */
const mostly = 5;

/** Up to here a quantity leaves most out: *some*, *several*. */
const fewest = 3;

/** One says it of some, the other without saying of how many. */
function scopes(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  if (a.quantity !== undefined && b.quantity !== undefined) return undefined;
  const quantity = a.quantity ?? b.quantity;
  const found: FoundDifference = { difference: 'scope', marks: [a.quantity ?? a.denial, b.quantity ?? b.denial] };
  if (a.denial !== undefined && b.denial !== undefined) {
    if (a.denial.contrary[0] === b.denial.contrary[0] && overlap.likeness >= 0.7)
      return (a.denial.leaves === 'some') !== (b.denial.leaves === 'some') && quantity === undefined
        ? found
        : undefined;
    if (quantity === undefined || quantity.denied || !quantity.leads || a.indirect || b.indirect) return undefined;
    // *Some are not* and *they are not*; *most are not* and *they are not always*.
    const plain = a.quantity === undefined ? a.denial : b.denial;
    if (quantity.rank > fewest && (quantity.rank >= nearlyAll || plain.leaves !== 'some')) return undefined;
    // *In some cases they are not* and *they are not always* say the same, and so does *some are not always*.
    const counted = a.quantity === undefined ? b.denial : a.denial;
    if (quantity.rank <= fewest && plain.leaves === 'some' && counted.leaves !== 'a little') return undefined;
    const isSummed = one.statement.part === 'summary' || other.statement.part === 'summary';
    return isSummed && overlap.likeness >= 0.4 && sharePhrase(one, other, weights) ? found : undefined;
  }
  if (quantity === undefined || quantity.rank >= nearlyAll || quantity.denied || !quantity.leads) return undefined;
  if (a.denies !== b.denies || a.indirect || b.indirect || overlap.apart) return undefined;
  const plain = a.quantity === undefined ? one : other;
  return plain.keys[0] === quantity.of && overlap.likeness >= 0.78 && overlap.score >= 14 ? found : undefined;
}

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

/** *Plans are unclear*; *plans are clear*. What makes the difference is left out of what they have in common. */
function antonyms(
  one: ReadClaim,
  other: ReadClaim,
  { score, apart }: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  if (apart || one.claim.denies || other.claim.denies) return undefined;
  const denial = deniedByOne(one, other, 'antonym');
  if (denial === undefined) return undefined;
  const { claim: a } = one;
  const { claim: b } = other;
  const [negative, plain] = a.antonym === denial ? [one, other] : [other, one];
  const rest = negative.weight - weightAt(negative, denial.first, weights);
  const plainRest = plain.weight - Math.max(...denial.contrary.map(of => weightOf(plain, of, weights)));
  const likeness = (2 * score) / (rest + plainRest);
  const isSummary = isOfSummary(one, other);
  if (score < (isSummary ? 0.75 : 0.85) * Math.min(rest, plainRest) || likeness < (isSummary ? 0.5 : 0.6))
    return undefined;
  if (score < (isSummary ? 10 : 12) && likeness < (isSummary ? 0.85 : 0.9)) return undefined;
  return {
    difference: a.quantity === undefined && b.quantity === undefined ? 'opposite' : 'scope',
    marks: [a.antonym ?? placeOf(one, denial.contrary), b.antonym ?? placeOf(other, denial.contrary)],
  };
}

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
  const rest = one.weight - (a.month === undefined ? 0 : weightAt(one, a.first, weights));
  const otherRest = other.weight - (b.month === undefined ? 0 : weightAt(other, b.first, weights));
  return score >= 0.8 * Math.max(rest, otherRest) ? { difference: 'date', marks: [a, b] } : undefined;
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

function weightAt({ statement: { topics } }: ReadClaim, word: number, weights: Float64Array): number {
  return weights[topics.codes[2 * word] as number] as number;
}

/** How much a word says that a claim has, by its id. */
function weightOf(plain: ReadClaim, of: number, weights: Float64Array): number {
  const { words } = plain.statement.topics.prose;
  for (let i = plain.claim.first; i < plain.claim.last; i++)
    if (words[3 * i + 2] === of) return weightAt(plain, i, weights);
  return 0;
}

/** The denial or antonym of one of two plain claims, if the other says the contrary and denies nothing. */
function deniedByOne(one: ReadClaim, other: ReadClaim, mark: 'denial' | 'antonym'): Denial | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  if ((a[mark] === undefined) === (b[mark] === undefined)) return undefined;
  const denial = a[mark] ?? b[mark];
  const [negative, plain] = a[mark] === undefined ? [other, one] : [one, other];
  // *The number has risen*, *the number has fallen*: of numbers nothing else is said than how they change.
  const isOfNumber = mark === 'antonym' && plain.claim.isOfNumber && negative.claim.isOfNumber;
  // *When they need to* limits both alike.
  const isAlike = plain.claim.indirectBy !== 0 && plain.claim.indirectBy === negative.claim.indirectBy;
  if (
    !isOfNumber &&
    !isAlike &&
    (plain.claim.indirect || (negative.claim.indirect && !(mark === 'antonym' && isTooFew(negative))))
  )
    return undefined;
  return !plain.claim.denies && denial?.contrary.some(of => says(plain, of)) === true ? denial : undefined;
}

/** *Too few* is as plain as *insufficient*. */
function isTooFew({ claim: { antonym }, statement }: ReadClaim): boolean {
  return antonym !== undefined && statement.topics.prose.words[3 * antonym.first + 2] === few;
}

const few = wordId('few');

/** The first word of a claim that is one of some, by its key or by its id. */
function placeOf({ claim, statement: { topics } }: ReadClaim, words: readonly number[]): WordRun | undefined {
  for (let i = claim.first; i < claim.last; i++)
    if (words.includes(idOf(topics, i)) || words.includes(topics.codes[2 * i] as number))
      return { first: i, last: i + 1 };
  return undefined;
}

/** Whether a claim has a word, by its key or by its id. */
function says({ keys, claim, statement }: ReadClaim, of: number): boolean {
  if (keys.includes(of)) return true;
  const { words } = statement.topics.prose;
  for (let i = claim.first; i < claim.last; i++) if (words[3 * i + 2] === of) return true;
  return false;
}
