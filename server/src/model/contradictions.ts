import { type Claim, type Clause, claimsOf, clausesOf, mayDiffer, type WordRun } from './claims.ts';
import { DerivedFacts } from './derivedFacts.ts';
import type { Framework } from './framework.ts';
import { kindredStatements, weightsOf } from './kindredStatements.ts';
import { wordId } from './prose.ts';
import type { Report } from './report.ts';
import { type Statement, statementsOf } from './statements.ts';
import { WordKind } from './wordKinds.ts';

/** Two claims of the same matter that differ in what they say of it. */
export interface Contradiction {
  readonly difference: Difference;
  readonly one: ClaimPlace;
  readonly other: ClaimPlace;
  /** How much they have in common, in bits. */
  readonly score: number;
}

/**
 * In what two claims differ. *opposite*: one denies what the other says. *quantity*: of how many it is said. *scope*: one says
 * it of some only, the other of all. *stage*: how far it has come. *offer*: one says that it is had, the other that it is
 * offered. *cause*: one gives the cause, the other a part of it. *measure*: too many for one, as elsewhere for the other.
 */
export type Difference = 'opposite' | 'quantity' | 'scope' | 'stage' | 'offer' | 'cause' | 'measure';

/** A claim in its sentence; `mark` are the words that make the difference, if it has any. */
export interface ClaimPlace {
  readonly statement: Statement;
  readonly claim: Claim;
  readonly mark: WordRun | undefined;
}

const found = new DerivedFacts<readonly Contradiction[]>();

/** The contradictions of a report, found on first use. */
export function contradictionsOf(report: Report): readonly Contradiction[] {
  let all = found.get(report);
  if (all === undefined) {
    all = read(report);
    found.set(report, all);
  }
  return all;
}

/** The words of one claim that the other has too: what shows that both speak of the same. */
export function sharedWords({ one, other }: Contradiction): string[] {
  const { prose, codes } = one.statement.topics;
  const rest = new Set<number>();
  for (let i = other.claim.start; i < other.claim.last; i++) rest.add(other.statement.topics.codes[2 * i] as number);
  rest.delete(0);
  const words: string[] = [];
  for (let i = one.claim.start; i < one.claim.last; i++)
    if (rest.delete(codes[2 * i] as number)) words.push(prose.text.slice(prose.words[3 * i], prose.words[3 * i + 1]));
  return words;
}

function read(report: Report): Contradiction[] {
  const weights = weightsOf(report);
  const held = new Uint8Array(weights.length);
  const statements = statementsOf(report);
  const clauses = new Array<Clauses | undefined>(statements.length);
  const clausesIn = (statement: number): Clauses =>
    (clauses[statement] ??= new Clauses(statements[statement]!, weights, held, report.framework));
  const all: Contradiction[] = [];
  for (const { one, other } of kindredStatements(report, mayDiffer)) {
    const contradiction = contradictionOf(clausesIn(one), clausesIn(other), weights, held);
    if (contradiction !== undefined) all.push(contradiction);
  }
  return all;
}

/** A clause with what it speaks of: keys, each once. */
interface ReadClause {
  readonly statement: Statement;
  readonly clause: Clause;
  readonly keys: readonly number[];
  readonly weight: number;
}

/** A clause as a claim. */
interface ReadClaim extends ReadClause {
  readonly claim: Claim;
}

/** The clauses of a statement. Most prove to speak of something else before they are read as claims. */
class Clauses {
  readonly statement: Statement;
  readonly all: readonly ReadClause[];
  readonly #framework: Framework;
  #claims: readonly ReadClaim[] | undefined;

  /** `held` is room for each key, all 0 before and after, here and below. */
  constructor(statement: Statement, weights: Float64Array, held: Uint8Array, framework: Framework) {
    this.statement = statement;
    this.all = clausesOf(statement.topics, statement.sentence).map(clause =>
      readClause(statement, clause, weights, held),
    );
    this.#framework = framework;
  }

  /** All of them as claims. */
  get claims(): readonly ReadClaim[] {
    this.#claims ??= claimsOf(
      this.statement.topics,
      this.all.map(({ clause }) => clause),
      this.#framework,
    ).map((claim, i) => {
      const { statement, clause, keys, weight } = this.all[i]!;
      return { statement, clause, keys, weight, claim };
    });
    return this.#claims;
  }
}

function readClause(statement: Statement, clause: Clause, weights: Float64Array, held: Uint8Array): ReadClause {
  const { codes } = statement.topics;
  const keys: number[] = [];
  let weight = 0;
  for (let i = clause.start; i < clause.last; i++) {
    const key = codes[2 * i] as number;
    if (key === 0 || held[key] === 1) continue;
    held[key] = 1;
    keys.push(key);
    weight += weights[key] as number;
  }
  for (const key of keys) held[key] = 0;
  return { statement, clause, keys, weight };
}

/** How far two claims speak of the same. Weights are in bits: how seldom a word is in the report. */
interface Overlap {
  /** The weight of what both have, against that of the one that has less, and against that of both. */
  readonly score: number;
  readonly cover: number;
  readonly likeness: number;
  /** Whether each has something in its subject that the other has not: then they speak of different things. */
  readonly apart: boolean;
}

/** Less in common than this says nothing. */
const leastScore = 9;
/** Two words side by side that say so much are a name of what is spoken of. */
const tellingWeight = 11;

/** Between claims that share less no difference is seen; but for measures, which are compared by two words alone. */
const leastCover = 0.4;

/** `held` says which keys `one` has. */
function overlapOf(one: ReadClause, other: ReadClause, weights: Float64Array, held: Uint8Array): Overlap | undefined {
  if (!mayDiffer(one.clause.kinds, other.clause.kinds)) return undefined;
  let score = 0;
  let shared = 0;
  for (const key of other.keys) {
    if (held[key] === 0) continue;
    score += weights[key] as number;
    shared++;
  }
  if (shared < 2 || score < leastScore) return undefined;
  const cover = score / Math.min(one.weight, other.weight);
  if (cover < leastCover && (one.clause.kinds & other.clause.kinds & WordKind.shade) === 0) return undefined;
  return {
    score,
    cover,
    likeness: (2 * score) / (one.weight + other.weight),
    apart: namesMore(one, other) && namesMore(other, one),
  };
}

/** Whether the subject of a claim, which is what stands before the first verb that is known to be one, has a word that the other has not. */
function namesMore({ statement, clause: { start, last } }: ReadClause, { keys }: ReadClause): boolean {
  const { codes } = statement.topics;
  let hasMore = false;
  for (let i = start; i < last; i++) {
    const kinds = codes[2 * i + 1] as number;
    if ((kinds & (WordKind.auxiliary | WordKind.negation)) !== 0 && i > start + 1) return hasMore;
    if (hasMore || (kinds & WordKind.little) !== 0) continue;
    const key = codes[2 * i] as number;
    hasMore = key !== 0 && !keys.includes(key);
  }
  return false;
}

/** Whether two words that say much together stand side by side in both claims. */
function sharePhrase(one: ReadClaim, other: ReadClaim, weights: Float64Array): boolean {
  const phrases = phrasesOf(one);
  return phrasesOf(other).some(
    ([a, b]) =>
      (weights[a] as number) + (weights[b] as number) >= tellingWeight &&
      phrases.some(([c, d]) => (a === c && b === d) || (a === d && b === c)),
  );
}

function phrasesOf({ statement, claim }: ReadClaim): [number, number][] {
  const { codes } = statement.topics;
  const phrases: [number, number][] = [];
  let before = 0;
  for (let i = claim.start; i < claim.last; i++) {
    const key = codes[2 * i] as number;
    if (key === 0) continue;
    if (before !== 0) phrases.push([before, key]);
    before = key;
  }
  return phrases;
}

function contradictionOf(
  ones: Clauses,
  others: Clauses,
  weights: Float64Array,
  held: Uint8Array,
): Contradiction | undefined {
  const { statement: one } = ones;
  const { statement: other } = others;
  if (one.part === undefined ? other.part !== 'summary' : other.part === undefined && one.part !== 'summary')
    return undefined;
  let best: Contradiction | undefined;
  for (let i = 0; i < ones.all.length; i++) {
    for (const key of ones.all[i]!.keys) held[key] = 1;
    for (let j = 0; j < others.all.length; j++) {
      const overlap = overlapOf(ones.all[i]!, others.all[j]!, weights, held);
      if (overlap === undefined || (best !== undefined && best.score >= overlap.score)) continue;
      const a = ones.claims[i]!;
      const b = others.claims[j]!;
      const found = differenceOf(a, b, overlap, weights);
      if (found === undefined) continue;
      best = {
        difference: found.difference,
        one: { statement: one, claim: a.claim, mark: found.marks[0] },
        other: { statement: other, claim: b.claim, mark: found.marks[1] },
        score: overlap.score,
      };
    }
    for (const key of ones.all[i]!.keys) held[key] = 0;
  }
  return best;
}

interface FoundDifference {
  readonly difference: Difference;
  readonly marks: readonly [WordRun | undefined, WordRun | undefined];
}

function differenceOf(
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
    scopes(one, other, overlap, weights) ??
    stages(one, other, overlap) ??
    offers(one, other, overlap) ??
    antonyms(one, other, overlap)
  );
}

/** *Too many children live elsewhere*; *the proportion of children who live elsewhere is in line with the average*. */
function measures(
  one: ReadClaim,
  other: ReadClaim,
  { score }: Overlap,
  weights: Float64Array,
): FoundDifference | undefined {
  const { measure: a } = one.claim;
  const { measure: b } = other.claim;
  if (a === undefined || b === undefined || a.kind === b.kind || score < 12) return undefined;
  return sharePhrase(one, other, weights) ? { difference: 'measure', marks: [a, b] } : undefined;
}

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
  const { claim: a } = one;
  const { claim: b } = other;
  if ((a.denial === undefined) === (b.denial === undefined)) return undefined;
  const denial = a.denial ?? b.denial;
  const plain = a.denial === undefined ? one : other;
  if (denial === undefined || plain.claim.denies || a.indirect || b.indirect || apart || score < 12) return undefined;
  if (!denial.contrary.some(of => says(plain, of))) return undefined;
  const quantity = a.quantity ?? b.quantity;
  const marks: FoundDifference['marks'] = [a.denial ?? a.quantity, b.denial ?? b.quantity];
  if (quantity?.denied === true)
    return likeness >= 0.6 && denial.leaves !== 'some' ? { difference: 'scope', marks } : undefined;
  if (quantity !== undefined && !quantity.leads) return undefined;
  if (denial.leaves !== undefined || quantity !== undefined)
    return likeness >= 0.6 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  return likeness >= 0.5 && cover >= 0.85 ? { difference: 'opposite', marks } : undefined;
}

/** Both say it, of a different number. */
function quantities(
  { claim: a }: ReadClaim,
  { claim: b }: ReadClaim,
  { cover, likeness, apart }: Overlap,
): FoundDifference | undefined {
  const { quantity: one } = a;
  const { quantity: other } = b;
  if (one === undefined || other === undefined || one.of !== other.of || apart || a.isWeakness !== b.isWeakness)
    return undefined;
  if (a.denial?.contrary[0] !== b.denial?.contrary[0] || a.denies !== b.denies) return undefined;
  const marks: FoundDifference['marks'] = [one, other];
  if (one.denied !== other.denied)
    return likeness >= 0.75 && cover >= 0.75 ? { difference: 'scope', marks } : undefined;
  return cover >= 0.7 && Math.abs(one.rank - other.rank) >= steps ? { difference: 'quantity', marks } : undefined;
}

/** Quantities so far apart do not mean the same. */
const steps = 2;
/** From here on what is said of so many may be said without saying of how many. */
const nearlyAll = 8;

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
    // *In some cases they are not* and *they are not always* say the same.
    const counted = a.quantity === undefined ? b.denial : a.denial;
    if (quantity.rank <= fewest && plain.leaves === 'some' && counted.leaves === undefined) return undefined;
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
  return says(plain, offer.of) ? { difference: 'offer', marks: [a, b] } : undefined;
}

/** That something offered is had. */
const had = ['receive', 'receives', 'received', 'have', 'get', 'given'].map(wordId);

/** *Plans are unclear*; *plans are clear*. */
function antonyms(
  one: ReadClaim,
  other: ReadClaim,
  { cover, likeness, score, apart }: Overlap,
): FoundDifference | undefined {
  const { claim: a } = one;
  const { claim: b } = other;
  if ((a.antonym === undefined) === (b.antonym === undefined)) return undefined;
  if (a.denies || b.denies || a.indirect || b.indirect || apart || cover < 0.85 || likeness < 0.6 || score < 12)
    return undefined;
  const antonym = a.antonym ?? b.antonym;
  const plain = a.antonym === undefined ? one : other;
  if (antonym?.contrary.some(of => says(plain, of)) !== true) return undefined;
  return {
    difference: a.quantity === undefined && b.quantity === undefined ? 'opposite' : 'scope',
    marks: [a.antonym, b.antonym],
  };
}

/** Whether a claim has a word, by its key or by its id. */
function says({ keys, claim, statement }: ReadClaim, of: number): boolean {
  if (keys.includes(of)) return true;
  const { words } = statement.topics.prose;
  for (let i = claim.first; i < claim.last; i++) if (words[3 * i + 2] === of) return true;
  return false;
}
