import type { Framework } from '../framework.ts';
import { wordId } from '../words/proseReading.ts';
import { idOf } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import { type Claim, claimsOf } from './claims.ts';
import { type Clause, clausesOf, mayDiffer } from './clauses.ts';

/** A clause with what it speaks of: keys, each once. */
export interface ReadClause {
  readonly statement: Statement;
  readonly clause: Clause;
  readonly keys: readonly number[];
  readonly weight: number;
}

/** A clause as a claim. */
export interface ReadClaim extends ReadClause {
  readonly claim: Claim;
}

/** The clauses of a statement. Most prove to speak of something else before they are read as claims. */
export class Clauses {
  readonly statement: Statement;
  readonly all: readonly ReadClause[];
  readonly #framework: Framework;
  #claims: readonly ReadClaim[] | undefined;

  /** @param held room for each key, all 0 before and after */
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
    const key = keyOfWord(codes, i);
    if (key === 0 || held[key] === 1 || (kindsOfWord(codes, i) & WordKind.quantity) !== 0) continue;
    held[key] = 1;
    keys.push(key);
    weight += weights[key] as number;
  }
  for (const key of keys) held[key] = 0;
  return { statement, clause, keys, weight };
}

/** How far two claims speak of the same. Weights are in bits: how seldom a word is in the report. */
export interface Overlap {
  /** The weight of what both have, against that of the one that has less, and against that of both. */
  readonly score: number;
  readonly cover: number;
  readonly likeness: number;
  /** Whether each has something in its subject that the other has not: then they speak of different things. */
  readonly apart: boolean;
  /** Whether one of them has: then they may. */
  readonly mayBeApart: boolean;
}

/** Less in common than this says nothing. */
const leastScore = 9;
/** Two words side by side that say so much are a name of what is spoken of. */
const tellingWeight = 11;

/** Between claims that share less no difference is seen; but for measures, which are compared by two words alone. */
const leastCover = 0.4;

/** Whether a clause says so much that it can have enough in common with another. */
export function saysEnough({ weight, keys }: ReadClause): boolean {
  return weight >= leastScore && keys.length > 1;
}

/**
 * How far two clauses speak of the same; nothing if that is too little, or they cannot differ. `held` says which keys `one`
 * has.
 */
export function overlapOf(
  one: ReadClause,
  other: ReadClause,
  weights: Float64Array,
  held: Uint8Array,
): Overlap | undefined {
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
  const [first, second] = [namesMore(one, other), namesMore(other, one)];
  return {
    score,
    cover,
    likeness: (2 * score) / (one.weight + other.weight),
    apart: first && second,
    mayBeApart: first || second,
  };
}

/**
 * Whether the subject of a claim, which is what stands before the first verb that is known to be one, has a word that the
 * other has not.
 */
function namesMore({ statement, clause: { start, last } }: ReadClause, { keys }: ReadClause): boolean {
  const { codes } = statement.topics;
  let hasMore = false;
  for (let i = start; i < last; i++) {
    const kinds = kindsOfWord(codes, i);
    if ((kinds & (WordKind.auxiliary | WordKind.negation)) !== 0 && i > start + 1) return hasMore;
    // (How many there are is no part of what they are.)
    // (*Children in need plans* are others than *child protection plans*, though *need* by itself says little.)
    const isSlight = (kinds & WordKind.little) !== 0 && idOf(statement.topics, i - 1) !== inWord;
    if (hasMore || isSlight || (kinds & WordKind.quantity) !== 0) continue;
    const key = keyOfWord(codes, i);
    // (Nor is the month of a year.)
    hasMore = key !== 0 && !keys.includes(key) && (i + 1 >= last || (kindsOfWord(codes, i + 1) & WordKind.year) === 0);
  }
  return false;
}

const inWord = wordId('in');

/** Whether two words that say much together stand side by side in both claims. */
export function sharePhrase(one: ReadClaim, other: ReadClaim, weights: Float64Array): boolean {
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
    const key = keyOfWord(codes, i);
    if (key === 0) continue;
    if (before !== 0) phrases.push([before, key]);
    before = key;
  }
  return phrases;
}
