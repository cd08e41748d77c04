import { wordId } from '../words/proseReading.ts';
import { gapAfter } from '../words/proseWords.ts';
import { anchorAfter, idOf, kindsOf, mostly, type Quantity, type WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInS } from '../words/wordEndings.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { FoundDifference } from './claimDifference.ts';
import type { Denial } from './claimMarks.ts';
import { type Overlap, type ReadClaim, sharePhrase } from './claimOverlap.ts';
import { isTooFew, says, spokenIn } from './claimWords.ts';
import { isHedged, isOfSome } from './hedgedClaims.ts';
import { hasLeadOfItsOwn } from './leadOfShare.ts';
import type { Topics } from './topics.ts';
import { areOfTwoKinds } from './twoKinds.ts';

/** Both say it, of a different number. */
export function quantities(first: ReadClaim, second: ReadClaim, overlap: Overlap): FoundDifference | undefined {
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
  // *Two thirds of the children on it*: of a group that stands elsewhere.
  if (isOfPronoun(first) !== isOfPronoun(second)) return undefined;
  if (isCutOff(first, one, second, other) || isCutOff(second, other, first, one)) return undefined;
  // *Every child is offered it*, *most take up the offer*
  if ((a.offer ?? b.offer) !== undefined && takesUp(first) !== takesUp(second)) return undefined;
  if (areOfTwoKinds(spokenIn(first), spokenIn(second))) return undefined;
  const marks: FoundDifference['marks'] = [one, other];
  if (one.denied !== other.denied)
    return likeness >= 0.75 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  return cover >= 0.7 && Math.abs(one.rank - other.rank) >= steps ? { difference: 'quantity', marks } : undefined;
}

/** *Few live in stable homes*, *a quarter of them are in work*: of whom it is said stands before. */
function leavesOut({ claim: { quantity }, statement: { topics } }: ReadClaim): boolean {
  if (quantity === undefined) return false;
  const next = idOf(topics, quantity.last);
  return verbsOfWhom.has(next) || (next === ofWord && pronouns.has(idOf(topics, quantity.last + 1)));
}

/**
 * *Some care leavers, those over 21 above all, …*, *half of care leavers (49%) …*: what is said of them stands after what
 * cuts it off.
 */
function isCutOff(
  { claim: { first, last }, statement: { topics, sentence } }: ReadClaim,
  counted: WordRun,
  other: ReadClaim,
  otherCounted: WordRun,
): boolean {
  if (last >= sentence.last || !endsInS(topics.prose, last - 1)) return false;
  if (!/^(?:,|\s\()/.test(gapAfter(topics.prose, last - 1))) return false;
  if ((kindsOf(topics, last) & WordKind.opener) !== 0 || idOf(topics, last) === andWord) return false;
  for (let i = first; i < counted.first; i++)
    if (keyOfWord(topics.codes, i) !== 0 && (kindsOf(topics, i) & WordKind.quantity) === 0) return false;
  const at = firstKeyed(topics, counted.last, last);
  const otherAt = firstKeyed(other.statement.topics, otherCounted.last, other.claim.last);
  for (let i = at; i < last; i++) {
    const key = keyOfWord(topics.codes, i);
    if (key === 0 || key !== keyOfWord(other.statement.topics.codes, otherAt + i - at)) return false;
  }
  return other.keys.length > last - at;
}

/** The first word from a place on by which something can be compared. */
function firstKeyed({ codes }: Topics, from: number, last: number): number {
  let at = from;
  while (at < last && keyOfWord(codes, at) === 0) at++;
  return at;
}

/** Whether what is counted is told apart by a pronoun: *most of the children on it*. */
function isOfPronoun({ claim: { quantity, last }, statement: { topics } }: ReadClaim): boolean {
  if (quantity === undefined) return false;
  const at = firstKeyed(topics, quantity.last, last);
  return placing.has(idOf(topics, at + 1)) && standingElsewhere.has(idOf(topics, at + 2));
}

const andWord = wordId('and');

const placing = idSet('on in with among at');
const ofWord = wordId('of');
const pronouns = idSet('them these those');
const standingElsewhere = idSet('it this them these those');
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

const inWord = wordId('in');
const articles = idSet('the a');

function takesUp(claim: ReadClaim): boolean {
  return accepting.some(word => says(claim, word));
}

const accepting = ['take', 'takes', 'took', 'taken', 'accept', 'accepts', 'accepted'].map(wordId);

/** Quantities so far apart do not mean the same. */
const steps = 2;

/** *Too few have an advocate*, *most have an advocate*; *too many changes*, *few changes*. */
export function amounts(one: ReadClaim, other: ReadClaim, { cover, apart }: Overlap): FoundDifference | undefined {
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
export function shares(one: ReadClaim, other: ReadClaim, { cover, apart }: Overlap): FoundDifference | undefined {
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
  const told = a.share === undefined ? other : one;
  if (isCutOff(counted, quantity, told, share) || isCutOff(told, share, counted, quantity)) return undefined;
  if (hasLeadOfItsOwn(told, counted)) return undefined;
  const fraction = fractionIn(counted, quantity);
  if (
    fraction === undefined
      ? Math.abs(share.rank - quantity.rank) < stepsOfShare
      : Math.abs(share.percent - fraction) < pointsOfFraction
  )
    return undefined;
  return { difference: 'quantity', marks: [a.share ?? a.quantity, b.share ?? b.quantity] };
}

/** A word stands for a share less exactly than for its neighbours. */
const stepsOfShare = 3;

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
export function exclusions(
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

/** One says it of some, the other without saying of how many. */
export function scopes(
  one: ReadClaim,
  other: ReadClaim,
  overlap: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  if (a.quantity !== undefined && b.quantity !== undefined) return undefined;
  const quantity = a.quantity ?? b.quantity;
  if (quantity?.rank === none && isOfExistence(a.quantity === undefined ? other : one, quantity)) return undefined;
  // *They live, for the most part, in stable homes*; *in 11 of 26 plans it was not clear*
  if (isHedged(one) || isHedged(other) || isOfSome(one) || isOfSome(other)) return undefined;
  const found: FoundDifference = { difference: 'scope', marks: [a.quantity ?? a.denial, b.quantity ?? b.denial] };
  if (a.denial !== undefined && b.denial !== undefined) {
    if (a.denial.contrary[0] === b.denial.contrary[0] && overlap.likeness >= 0.7)
      return (a.denial.leaves === 'some') !== (b.denial.leaves === 'some') && quantity === undefined
        ? found
        : undefined;
    if (quantity === undefined || quantity.denied || !quantity.leads || a.indirect || b.indirect) return undefined;
    // *Some do not challenge delay*, *it has challenged delay, though not with success*: what one denies the other says.
    const isOther = a.denial.contrary[0] !== b.denial.contrary[0];
    if (isOther && (saysBefore(other, b.denial, a.denial) || saysBefore(one, a.denial, b.denial))) return undefined;
    // *Some are not* and *they are not*; *most are not* and *they are not always*.
    const plain = a.quantity === undefined ? a.denial : b.denial;
    // *There is no plan yet*, *they have not agreed a plan*
    if (quantity.rank === none && plain.leaves !== 'some') return undefined;
    if (quantity.rank > fewest && (quantity.rank >= nearlyAll || plain.leaves !== 'some')) return undefined;
    const isSome = quantity.rank <= fewest;
    if (isSome && isOfNarrower(...(a.quantity === undefined ? ([one, other] as const) : ([other, one] as const))))
      return undefined;
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

/** Whether a claim says, before what it denies, what another denies. */
function saysBefore({ claim, statement: { topics } }: ReadClaim, { first }: WordRun, { contrary }: Denial): boolean {
  for (let i = claim.start; i < first; i++)
    if (contrary.includes(keyOfWord(topics.codes, i)) || contrary.includes(idOf(topics, i))) return true;
  return false;
}

/** *There is no care leavers’ team*: of those for whom it would be, nothing is said. */
function isOfExistence({ statement: { topics } }: ReadClaim, { first }: Quantity): boolean {
  return idOf(topics, first - 2) === thereWord;
}

const thereWord = wordId('there');
/** The rank of *no*. */
const none = 0;

/** *Some children are not seen*, *children in need of help are not seen*: all of this group may be some of those. */
function isOfNarrower({ claim: { start, last }, statement: { topics } }: ReadClaim, counted: ReadClaim): boolean {
  const of = counted.claim.quantity?.of ?? 0;
  let at = start;
  while (at < last && keyOfWord(topics.codes, at) !== of) at++;
  if (!narrowing.has(idOf(topics, at + 1))) return false;
  for (let i = at + 2; i < Math.min(last, at + 2 + longestNarrowing); i++) {
    const key = keyOfWord(topics.codes, i);
    if ((kindsOfWord(topics.codes, i) & (WordKind.auxiliary | WordKind.negation)) !== 0) return false;
    if (key !== 0 && !counted.keys.includes(key)) return true;
  }
  return false;
}

const narrowing = idSet('in of with who whose at from under for aged placed');
const longestNarrowing = 4;

/** *It has risen because of …*; *some of this rise is due to …* */
export function causes(
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

/** From here on what is said of so many may be said without saying of how many. */
const nearlyAll = 8;
/** Up to here a quantity leaves most out: *some*, *several*. */
const fewest = 3;
