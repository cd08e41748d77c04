import { wordId } from '../words/proseReading.ts';
import { idOf, mostly, type Quantity, type WordRun } from '../words/quantities.ts';
import { isSummedUp } from '../words/statements.ts';
import { keyOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { FoundDifference } from './claimDifference.ts';
import type { Denial } from './claimMarks.ts';
import type { Overlap, ReadClaim } from './claimOverlap.ts';
import { frontOf } from './claims.ts';
import { isTooFew, placeOf, says, spokenIn, weightAt, weightOf } from './claimWords.ts';
import { isLessened } from './lessening.ts';
import { areOfTwoKinds } from './twoKinds.ts';

/** One denies, wholly or in part, what the other says. */
export function denials(
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
  // *When partners do not attend, …* says nothing of whether they do.
  if (answer !== undefined && answer.first < frontOf(said.statement.topics, said.claim)) return undefined;
  // (*There is no night crew*: whether elsewhere it is spoken of as being there is read by `contraryPresences`.)
  if (isOfExistence(denied) && denied.claim.quantity?.rank === none) return undefined;
  if (answer !== undefined && isByAnother(said, answer, denied)) return undefined;
  // *Without delay*, *reducing delays*
  if (answer !== undefined && isLessened(said.statement.topics.prose, answer.first)) return undefined;
  // *There are delays in granting shop leases*, *farm leases are granted without delay*
  if ([one, other].some(isOfExistence) && areOfTwoKinds(spokenIn(one), spokenIn(other))) return undefined;
  // *Not given to all*, *29 do not have it*, *not all have it*
  const isCounted = (denied.statement.kinds & WordKind.number) !== 0;
  if (said.claim.quantity?.denied === true && (isCounted || isOfAll(denied, denial))) return undefined;
  // *They do not have one, or have had too many*: what is denied stands in the clause before.
  if (answer === undefined && said.claim.start < said.claim.first) return undefined;
  // *There is a lack of services*, *services are underdeveloped* (but *unannounced visits*, in both)
  const isOfBoth = said.claim.antonym?.contrary[0] === denied.claim.antonym?.contrary[0];
  if (!isOfBoth && (said.claim.antonym?.first ?? -1) > (answer?.first ?? Infinity)) return undefined;
  const quantity = quantityNear(denied.claim, denial) ?? quantityNear(said.claim, answer);
  if (isOfTheRest(denied.claim.quantity, said.claim.quantity)) return undefined;
  // *Few have clear plans*, *most plans are not clear*: the same.
  if (isOfFew(said.claim) && !isOfFew(denied.claim)) return undefined;
  const marks: FoundDifference['marks'] = [a.denial ?? a.quantity ?? answer, b.denial ?? b.quantity ?? answer];
  if (quantity?.denied === true)
    return likeness >= 0.6 && denial.leaves !== 'some' ? { difference: 'scope', marks } : undefined;
  // *Not visible on files*, *visible on most files*
  const isOfMost =
    denied.claim.quantity === undefined &&
    (denial.leaves === undefined
      ? (said.claim.quantity?.rank ?? 0) >= mostly
      : denial.leaves === 'some' && (said.claim.quantity?.rank ?? 0) >= always);
  if (quantity !== undefined && !quantity.leads && !isOfMost) return undefined;
  if (denial.leaves !== undefined || quantity !== undefined)
    return likeness >= 0.6 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  const isLike = isSummary
    ? (likeness >= 0.5 && cover >= 0.75) || (likeness >= 0.65 && cover >= 0.7)
    : (likeness >= 0.5 && cover >= 0.85) || (likeness >= 0.7 && cover >= 0.75);
  return isLike ? { difference: 'opposite', marks } : undefined;
}

/** *The council does not provide mentors*, *mentors provided by a charity* */
function isByAnother(
  { statement: { topics }, claim: { last } }: ReadClaim,
  { last: from }: WordRun,
  denied: ReadClaim,
): boolean {
  if (idOf(topics, from) !== by) return false;
  for (let at = from + 1; at < Math.min(last, from + longestAgent); at++) {
    if (articles.has(idOf(topics, at))) continue;
    const key = keyOfWord(topics.codes, at);
    if (says(denied, idOf(topics, at)) || (key !== 0 && says(denied, key))) return false;
  }
  return true;
}

const by = wordId('by');
const articles = idSet('a an the its their');
const longestAgent = 5;

function isOfExistence({ clause: { start }, statement: { topics } }: ReadClaim): boolean {
  return idOf(topics, start) === there;
}

const there = wordId('there');

/** *Most have a plan*, *a significant minority do not have a plan*: of those who are left. */
function isOfTheRest(denied: Quantity | undefined, said: Quantity | undefined): boolean {
  if (denied === undefined || said === undefined || denied.denied || said.denied || denied.of !== said.of) return false;
  if (!denied.leads || !said.leads || Math.max(denied.rank, said.rank) >= always) return false;
  return denied.rank >= mostly !== said.rank >= mostly;
}

function isOfFew({ quantity }: ReadClaim['claim']): boolean {
  return quantity !== undefined && !quantity.denied && quantity.leads && quantity.rank <= few;
}

/** The rank of *all* and *always*: *not always* denies it. */
const always = 9;
/** The rank of *few*. */
const few = 1;
/** The rank of *no*. */
const none = 0;

/** *Not given to all of them* */
function isOfAll({ claim: { last }, statement: { topics } }: ReadClaim, denial: WordRun): boolean {
  for (let i = denial.last; i < last; i++) if (all.has(idOf(topics, i))) return true;
  return false;
}

const all = idSet('all every everybody everyone');

/** *Plans are unclear*; *plans are clear*. What makes the difference is left out of what they have in common. */
export function antonyms(
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
  // *Had worsened before …*: of another time.
  if (isOfBefore(negative, denial) !== isOfBefore(plain, placeOf(plain, denial.contrary))) return undefined;
  // *Timely for younger children and too slow for older ones* says both.
  if (denial.contrary.some(of => says(negative, of))) return undefined;
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

/** *Had worsened* */
function isOfBefore({ statement: { topics } }: ReadClaim, mark: WordRun | undefined): boolean {
  if (mark === undefined) return false;
  return idOf(topics, mark.first - 1) === had || idOf(topics, mark.first - 2) === had;
}

const had = wordId('had');

/**
 * Whether one claim sums up what the other finds: then less shows that both speak of the same. What was once judged is no
 * finding.
 */
function isOfSummary({ claim: a, statement: one }: ReadClaim, { claim: b, statement: other }: ReadClaim): boolean {
  if (
    ((a.kinds | b.kinds) & WordKind.past) !== 0 ||
    (a.denies && b.antonym !== undefined) ||
    (b.denies && a.antonym !== undefined)
  )
    return false;
  return isSummedUp(one, other);
}

function quantityNear({ quantity }: ReadClaim['claim'], mark: WordRun | undefined): Quantity | undefined {
  const isFar = quantity !== undefined && mark !== undefined && quantity.first - mark.last >= farther;
  return isFar && !quantity.leads && !quantity.denied ? undefined : quantity;
}

/**
 * So many words after what is said a quantity is that of something else: *meets its duties and has protocols with all
 * boards*.
 */
const farther = 6;

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
