import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { sentencePrint } from '../words/sentencePrint.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import { mayDiffer } from './clauses.ts';
import { PairSet } from './pairSet.ts';
import { topicsOf } from './topics.ts';

/**
 * Two statements that may speak of the same, by their numbers: they share two words side by side, and what few others speak
 * of.
 */
export interface KindredStatements {
  readonly one: number;
  readonly other: number;
}

/** What a report’s statements speak of. */
interface StatementKeys {
  /** The keys of all statements in their order. */
  readonly keys: Int32Array;
  /** For each statement where its keys end. */
  readonly ends: Int32Array;
  readonly weights: Float64Array;
  /** For each statement the `WordKind`s of all its words together. */
  readonly kinds: Int32Array;
}

const found = new DerivedFacts<StatementKeys>();

/** For each key of a report how much it says, in bits: how few statements have it. */
export function weightsOf(report: Report): Float64Array {
  return keysOf(report).weights;
}

/** Of some keys the one that says most; 0, which nothing speaks of, if there is none. */
export function rarest(keys: readonly number[], weights: Float64Array): number {
  let best = 0;
  for (const key of keys)
    if (key > 0 && (best === 0 || (weights[key] as number) > (weights[best] as number))) best = key;
  return best;
}

/** How many statements have a key. */
export function holdersOf(report: Report): (key: number) => number {
  const { weights } = keysOf(report);
  const total = totalOf(statementsOf(report));
  return key => (weights[key] ? Math.round(total / 2 ** weights[key]) : 0);
}

/** The statements, by their numbers, that have words of some kind, and none of others. */
export function statementsWith(report: Report, some: number, none = 0): number[] {
  const { kinds } = keysOf(report);
  const all: number[] = [];
  for (let i = 0; i < kinds.length; i++)
    if (((kinds[i] as number) & some) !== 0 && ((kinds[i] as number) & none) === 0) all.push(i);
  return all;
}

/** Marks for keys, all 0 between two uses: a new one each time takes longer to make than to fill. */
let marks = new Uint8Array(1 << 13);

/** Those of some statements that speak of one of some keys. */
export function speakingOf(report: Report, statements: readonly number[], wanted: readonly number[]): number[] {
  if (wanted.length === 0) return [];
  const { keys, ends, weights } = keysOf(report);
  if (marks.length < weights.length) marks = new Uint8Array(2 * weights.length);
  const marked = marks;
  for (const key of wanted) marked[key] = 1;
  const speaking: number[] = [];
  for (const statement of statements) {
    const end = ends[statement] as number;
    let at = statement === 0 ? 0 : (ends[statement - 1] as number);
    while (at < end && marked[keys[at] as number] === 0) at++;
    if (at < end) speaking.push(statement);
  }
  for (const key of wanted) marked[key] = 0;
  return speaking;
}

/**
 * Those of some statements that have one of some keys, or two words side by side, in either order, that one of some rows of
 * keys has so too and that say so many bits together.
 */
export function withNeighbours(
  report: Report,
  statements: readonly number[],
  rows: readonly (readonly number[])[],
  singles: readonly number[],
  least: number,
): number[] {
  const { keys, ends, weights } = keysOf(report);
  if (marks.length < weights.length) marks = new Uint8Array(2 * weights.length);
  const marked = marks;
  const pairs = new PairSet(rows);
  for (const row of rows) {
    let before = 0;
    for (const key of row) {
      if (key === 0) continue;
      marked[key] = inRow;
      if (before !== 0 && (weights[before] ?? 0) + (weights[key] ?? 0) >= least) pairs.add(pairOf(before, key));
      before = key;
    }
  }
  for (const key of singles) marked[key] = alone;
  const found: number[] = [];
  for (const statement of statements) {
    const end = ends[statement] as number;
    let before = 0;
    for (let at = statement === 0 ? 0 : (ends[statement - 1] as number); at < end; at++) {
      const key = keys[at] as number;
      const mark = marked[key] as number;
      if (mark === alone || (mark !== 0 && before !== 0 && pairs.has(pairOf(before, key)))) {
        found.push(statement);
        break;
      }
      before = mark === 0 ? 0 : key;
    }
  }
  for (const row of rows) for (const key of row) marked[key] = 0;
  for (const key of singles) marked[key] = 0;
  return found;
}

const inRow = 1;
const alone = 2;

/** (Below 2^31 while there are fewer than 2^15 keys; beyond that two pairs may pass for one, and are looked at in vain.) */
function pairOf(one: number, other: number): number {
  return (one < other ? (one << 16) ^ other : (other << 16) ^ one) & 0x7fffffff || 1;
}

function keysOf(report: Report): StatementKeys {
  return found.of(report, () => readKeys(statementsOf(report), topicsOf(report).keyCount));
}

/** A report has some so many statements; in a short one words are not for that less telling. */
const usualCount = 400;
const leastWeight = 0.01;

function readKeys(statements: readonly Statement[], keyCount: number): StatementKeys {
  let size = 0;
  for (const { sentence } of statements) size += sentence.last - sentence.first;
  const keys = new Int32Array(size);
  const ends = new Int32Array(statements.length);
  const kinds = new Int32Array(statements.length);
  const holders = new Int32Array(keyCount + 1);
  const last = new Int32Array(keyCount + 1);
  let count = 0;
  for (let i = 0; i < statements.length; i++) {
    const { sentence, topics, kinds: own } = statements[i]!;
    const { codes } = topics;
    kinds[i] = own;
    for (let word = sentence.first; word < sentence.last; word++) {
      const key = keyOfWord(codes, word);
      if (key === 0 || (kindsOfWord(codes, word) & WordKind.quantity) !== 0) continue;
      keys[count++] = key;
      if (last[key] === i + 1) continue;
      last[key] = i + 1;
      holders[key]!++;
    }
    ends[i] = count;
  }
  return { keys, ends, weights: weightsBy(holders, totalOf(statements)), kinds };
}

function totalOf({ length }: readonly Statement[]): number {
  return Math.max(usualCount, length);
}

function weightsBy(holders: Int32Array, total: number): Float64Array {
  const weights = new Float64Array(holders.length);
  const byCount: number[] = [];
  for (let key = 1; key < holders.length; key++) {
    const count = holders[key]!;
    if (count !== 0) weights[key] = byCount[count] ??= Math.max(leastWeight, Math.log2(total / count));
  }
  return weights;
}

/** Two words side by side in more statements than these tell none from another. */
const commonest = 16;
/** A statement is held against so many others before it: where whole passages are nearly the same, there is no end of them. */
const mostLooked = 24;
/** Two words that say less together are side by side by chance. */
const leastPair = 9;
/** So many bits in common are worth a closer look, if they are such a share of what the shorter says. */
const leastScore = 10;
const leastShare = 0.18;

const pairsFound = new DerivedFacts<readonly KindredStatements[]>();

/**
 * The pairs of statements of different paragraphs that may speak of the same, of those that can differ by their `WordKind`s:
 * in what they claim, or in a number. What a part of the report repeats word for word is not compared again. Found on first
 * use.
 */
export function kindredStatements(report: Report): readonly KindredStatements[] {
  return pairsFound.of(report, readPairs);
}

function isWorthIt(kinds: number, others: number): boolean {
  return (kinds & others & WordKind.number) !== 0 || mayDiffer(kinds, others);
}

function readPairs(report: Report): KindredStatements[] {
  const statements = statementsOf(report);
  const { keys, ends, weights } = keysOf(report);
  const neighbours = new Neighbours(ends.at(-1) ?? 0);
  const stamps = new Int32Array(weights.length);
  const last = new Int32Array(statements.length);
  const wholes = new Float64Array(statements.length);
  const prints = new Set<number>();
  const pairs: KindredStatements[] = [];
  for (let i = 0, at = 0; i < statements.length; i++) {
    const one = statements[i]!;
    const start = at;
    at = ends[i]!;
    const print =
      sentencePrint(one.sentence.prose.words, one.sentence.first, one.sentence.last) ^ seeds[one.part ?? 'other'];
    if (prints.has(print)) continue;
    prints.add(print);
    let whole = 0;
    for (let k = start; k < at; k++) {
      stamps[keys[k]!] = i + 1;
      whole += weights[keys[k]!]!;
    }
    wholes[i] = whole;
    let looked = 0;
    for (let k = start + 1; k < at; k++) {
      if (weights[keys[k - 1]!]! + weights[keys[k]!]! < leastPair) continue;
      // The earlier statements with the same two words side by side, the latest first.
      let place = neighbours.add(keys[k - 1]!, keys[k]!, i);
      for (let count = 0; place >= 0 && count < commonest && looked < mostLooked; count++) {
        const j = neighbours.statementAt(place);
        place = neighbours.before(place);
        if (last[j] === i + 1 || j === i) continue;
        last[j] = i + 1;
        looked++;
        const other = statements[j]!;
        if (other.sentence.paragraph === one.sentence.paragraph || !isWorthIt(one.kinds, other.kinds)) continue;
        let score = 0;
        for (let o = j === 0 ? 0 : ends[j - 1]!; o < ends[j]!; o++)
          if (stamps[keys[o]!] === i + 1) score += weights[keys[o]!]!;
        if (score >= leastScore && score >= leastShare * Math.min(whole, wholes[j]!)) pairs.push({ one: j, other: i });
      }
    }
  }
  return pairs;
}

/** The same words in another part are another print. */
const seeds = { summary: 1, finding: 2, other: 3 };

/** Which statements have which two words side by side, in either order. Its tables are used again for the next report. */
class Neighbours {
  readonly #mask: number;
  #count = 0;

  constructor(size: number) {
    let slots = 1024;
    while (slots < size + (size >> 2)) slots *= 2;
    this.#mask = slots - 1;
    if (room.pairs.length < slots || room.pairs.length > largest) room = newRoom(slots);
    else room.pairs.fill(0, 0, slots);
  }

  /** Takes in two words of a statement, and gives the place of the last statement before it that has them, or -1. */
  add(one: number, other: number, statement: number): number {
    const { pairs, latest, statements, befores } = room;
    const pair = pairOf(one, other);
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 12) & this.#mask;
    while (pairs[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & this.#mask;
    const before = pairs[slot] === 0 ? -1 : latest[slot]!;
    pairs[slot] = pair;
    const place = this.#count++;
    statements[place] = statement;
    befores[place] = before;
    latest[slot] = place;
    return before;
  }

  /** The statement of a place. */
  statementAt(place: number): number {
    return room.statements[place]!;
  }

  /** The place of the statement before it with the same two words, or -1. */
  before(place: number): number {
    return room.befores[place]!;
  }
}

function newRoom(slots: number) {
  return {
    pairs: new Int32Array(slots),
    latest: new Int32Array(slots),
    statements: new Int32Array(slots),
    befores: new Int32Array(slots),
  };
}

let room = newRoom(1 << 13);
/** A larger room than this is not kept. */
const largest = 1 << 17;
