import { idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import { aspectBits, aspectsOf } from './standingMarks.ts';
import type { Standing } from './standings.ts';

/**
 * A standing for which others are sought, with the keys by which they are: of what means the same as its head, or of much
 * of its clause if it has none.
 */
export interface Sought {
  readonly standing: Standing;
  readonly kin: readonly number[];
}

/** How much a statement must at least have in common with a standing, in bits. */
export type LeastShared = (standing: Standing, statement: Statement) => number;

/**
 * What tells of a statement whether it may say something that meets one of some standings. Few do, and to read how things
 * stand takes much longer.
 */
export class LikelyMeetings {
  readonly #weights: Float64Array;
  readonly #leastOf: LeastShared;
  /** For each key its place, from 1, among those by which something is sought, and what is sought there. */
  readonly #places: Int32Array;
  readonly #seekers: Sought[][] = [];
  /** What may be met by any of its clause. */
  readonly #loose: readonly Sought[];
  /** For each key the number of the last statement looked at that has it. */
  readonly #stamps: Int32Array;
  #stamp = 0;

  constructor(sought: readonly Sought[], weights: Float64Array, leastOf: LeastShared) {
    this.#weights = weights;
    this.#leastOf = leastOf;
    this.#places = new Int32Array(weights.length);
    this.#stamps = new Int32Array(weights.length);
    this.#loose = sought.filter(({ standing }) => standing.head === 0);
    for (const one of sought) {
      if (one.standing.head === 0) continue;
      for (const key of one.kin) {
        if (this.#places[key] === 0) this.#places[key] = this.#seekers.push([]);
        (this.#seekers[(this.#places[key] as number) - 1] as Sought[]).push(one);
      }
    }
  }

  /**
   * Whether it may, by its words alone: it has one for how that stands and one for what it is of, and enough in common with
   * it.
   */
  isLikely(statement: Statement): boolean {
    const {
      sentence: { first, last },
      topics: { codes, prose },
    } = statement;
    const stamps = this.#stamps;
    const places = this.#places;
    const stamp = ++this.#stamp;
    const met: number[] = [];
    let aspects = 0;
    for (let at = first; at < last; at++) {
      const key = keyOfWord(codes, at);
      if ((kindsOfWord(codes, at) & WordKind.standing) !== 0) aspects |= aspectsOf(idAt(prose, at));
      if (key === 0 || stamps[key] === stamp) continue;
      stamps[key] = stamp;
      if (places[key] !== 0) met.push(places[key] as number);
    }
    const meets = (one: Sought): boolean => {
      if ((aspects & aspectBits[one.standing.aspect]) === 0) return false;
      const least = this.#leastOf(one.standing, statement);
      return least !== Infinity && this.#sharedWith(one) + rounding >= least;
    };
    const isMet = (seekers: readonly Sought[]): boolean => seekers.length > mostAsked || seekers.some(meets);
    for (const place of met) if (isMet(this.#seekers[place - 1] as Sought[])) return true;
    return isMet(this.#loose);
  }

  /**
   * So many bits the statement that is looked at can at most have in common; what means the same counts as if it were
   * shared.
   */
  #sharedWith({ standing: { head, deed, clause }, kin }: Sought): number {
    const stamps = this.#stamps;
    const stamp = this.#stamp;
    let shared = 0;
    for (const key of clause.keys) if (stamps[key] === stamp) shared += this.#weights[key] as number;
    if (head === 0) return shared;
    const isKin = stamps[deed] === stamp || kin.some(key => key !== head && stamps[key] === stamp);
    return isKin ? shared + (this.#weights[head] as number) : shared;
  }
}

/** Of what so many seek any statement may be likely: to ask them all takes longer than to read it. */
const mostAsked = 64;
/** The same weights add up to a little more or less in another order. */
const rounding = 1e-6;
