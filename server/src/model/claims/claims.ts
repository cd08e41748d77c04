import type { Framework } from '../framework.ts';
import {
  type Anchored,
  anchorAfter,
  idOf,
  kindsOf,
  type Quantity,
  quantityAt,
  type Share,
  shareAt,
  type WordRun,
} from '../words/quantities.ts';
import { endOfWord, idOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import {
  antonymAt,
  type ClaimDate,
  type ClaimOrder,
  comparisonAt,
  type Denial,
  dateAt,
  denialAt,
  deniesQuantity,
  type Measure,
  orderAt,
  type Stage,
  stageAt,
} from './claimMarks.ts';
import type { Clause } from './clauses.ts';
import type { Topics } from './topics.ts';

/** A clause as a claim: how much it says, of how many. Its marks are word runs; those that are not there are `undefined`. */
export interface Claim extends Clause {
  readonly quantity: Quantity | undefined;
  /** *42% of care leavers* */
  readonly share: Share | undefined;
  readonly denial: Denial | undefined;
  /** A word that has an opposite: *poor*, *unclear*. */
  readonly antonym: Denial | undefined;
  /** *Beginning to benefit*, *is improving*, *has improved*. */
  readonly stage: Stage | undefined;
  /** *The offer of an interview*: the word offered. */
  readonly offer: Anchored | undefined;
  /** *because*, *due to* */
  readonly cause: WordRun | undefined;
  /** *too many*: more than there should be; *in line with*: as much as elsewhere. */
  readonly measure: Measure | undefined;
  /** *In May 2015*: the only date in it, of what was done then. */
  readonly date: ClaimDate | undefined;
  readonly order: ClaimOrder | undefined;
  /** *Only the night team …*: nobody else. */
  readonly only: WordRun | undefined;
  /** Whether it denies anything at all. */
  readonly denies: boolean;
  /** Whether it counts, asks, wishes or reports, and so does not plainly say how things are: *how*, *should*, *42%*. */
  readonly indirect: boolean;
  /** The word by which it is, if it is one. */
  readonly indirectBy: number;
  /** Whether it is indirect by nothing but the number of which it tells: *the proportion of pupils has risen*. */
  readonly isOfNumber: boolean;
  readonly isWeakness: boolean;
}

/** The clauses of a sentence, all of them and in their order, as claims. */
export function claimsOf(topics: Topics, clauses: readonly Clause[], framework: Framework): Claim[] {
  const claims: Claim[] = [];
  for (const clause of clauses) claims.push(claimOf(topics, clause, claims.at(-1), framework));
  return claims;
}

/** (One loop, and written out: a report has a thousand clauses.) */
function claimOf(topics: Topics, clause: Clause, before: Claim | undefined, framework: Framework): Claim {
  const { first, last, start } = clause;
  let quantity: Quantity | undefined;
  let share: Share | undefined;
  let denial: Denial | undefined;
  let antonym: Denial | undefined;
  let stage: Stage | undefined;
  let offer: Anchored | undefined;
  let cause: WordRun | undefined;
  let measure: Measure | undefined;
  let date: ClaimDate | undefined;
  let order: ClaimOrder | undefined;
  let only: WordRun | undefined;
  let years = 0;
  let denies = false;
  const front = before === undefined ? frontOf(topics, clause) : first;
  let indirect = front === first && appendages.has(idOf(topics, first));
  let indirectBy = 0;
  let isOfNumber = !indirect;
  let isWeakness = false;
  for (let i = front; i < last; i++) {
    const kinds = kindsOf(topics, i);
    if ((kinds & marking) === 0) continue;
    const next = i + 1 < last ? idOf(topics, i + 1) : 0;
    const id = idOf(topics, i);
    if ((kinds & WordKind.year) !== 0) {
      years++;
      date = dateAt(topics, clause, i);
    }
    const found = (kinds & WordKind.quantity) === 0 ? undefined : quantityAt(topics, clause, i, framework);
    if (found !== undefined && (quantity === undefined || found.denied)) quantity = found;
    if (
      (kinds & WordKind.indirect) !== 0 &&
      found === undefined &&
      isIndirect(id, next) &&
      !isAside(topics, first, i)
    ) {
      indirectBy = indirect && indirectBy !== id ? 0 : id;
      indirect = true;
      if (!numbers.has(id)) isOfNumber = false;
      share ??= shareAt(topics, clause, i, framework);
    }
    // How many it holds of is told by the quantity: *few*, *only a few*, *not all*.
    if ((kinds & WordKind.weakness) !== 0 && (kinds & WordKind.quantity) === 0 && id !== its.only)
      isWeakness ||= !deniesQuantity(topics, clause, i);
    if ((kinds & WordKind.negation) !== 0 && !deniesQuantity(topics, clause, i)) {
      denies = true;
      denial ??= denialAt(topics, clause, front, i);
    }
    if ((kinds & WordKind.unfinished) !== 0 && next === its.to) {
      denies = true;
      if (id === its.yet) denial ??= denialAt(topics, clause, front, i + 1);
    }
    if (id === its.only && next === its.the && i - first < 2) only = { first: i, last: i + 1 };
    if ((kinds & (WordKind.earlier | WordKind.later)) !== 0) order ??= orderAt(topics, clause, i);
    if ((kinds & WordKind.antonym) !== 0) antonym ??= antonymAt(topics, clause, i);
    if ((kinds & WordKind.comparison) !== 0) measure ??= comparisonAt(id, next, i);
    if ((kinds & (WordKind.beginning | WordKind.shade)) === 0) continue;
    stage ??= stageAt(topics, clause, i);
    if ((id === its.offer && next === its.of) || id === its.offered)
      offer ??= { first: i, last: i + 1, of: anchorAfter(topics, clause, i) };
    if (id === its.because || (id === its.due && next === its.to)) cause ??= { first: i, last: i + 1 };
    if (id === its.too && amounts.has(next)) measure ??= { first: i, last: i + 2, kind: 'too much' };
    if (id === its.line && next === its.with && i > first && idOf(topics, i - 1) === its.in)
      measure ??= { first: i - 1, last: i + 2, kind: 'as elsewhere' };
  }
  quantity ??= before && frontedQuantity(topics, before);
  return {
    first,
    last,
    start,
    kinds: clause.kinds,
    quantity,
    share,
    denial,
    antonym,
    stage,
    offer,
    cause,
    measure,
    date: years === 1 ? date : undefined,
    order,
    only,
    denies,
    indirect,
    indirectBy,
    isOfNumber: indirect && isOfNumber,
    isWeakness,
  };
}

const its = idsOf(
  'only',
  'many',
  'to',
  'yet',
  'the',
  'offer',
  'of',
  'offered',
  'because',
  'due',
  'too',
  'line',
  'with',
  'in',
  'when',
  'where',
  'need',
  'needs',
  'at',
);

/** What a word is that may be a mark of its claim. */
const marking =
  WordKind.negation |
  WordKind.weakness |
  WordKind.quantity |
  WordKind.beginning |
  WordKind.shade |
  WordKind.antonym |
  WordKind.indirect |
  WordKind.unfinished |
  WordKind.earlier |
  WordKind.later |
  WordKind.comparison |
  WordKind.year;

/** *For a small number of children plans are late, and reviews are not held*: what is fronted holds for the next clause too. */
function frontedQuantity(topics: Topics, { first, quantity }: Claim): Quantity | undefined {
  if (quantity === undefined) return undefined;
  for (let i = Math.max(first, quantity.first - 2); i < quantity.first; i++)
    if (fronts.has(idOf(topics, i))) return { ...quantity, leads: true };
  return undefined;
}

const fronts = idSet('for in');

/**
 * Where what is said in a sentence’s first clause begins after a condition that is put in front: *When children are at
 * risk, meetings are held*.
 */
export function frontOf({ prose: { text, words } }: Topics, { first, last }: WordRun): number {
  const id = idOfWord(words, first);
  if (id !== its.when && id !== its.where) return first;
  for (let i = first + 1; i < last; i++) if (text.charAt(endOfWord(words, i - 1)) === ',') return i;
  return first;
}

/** Words that open what only adds to a claim, or limits it. */
const appendages = idSet('with including particularly resulting leading enabling meaning unless until if when where');

const amounts = idSet('many few high low much large small');
/** *Too high*, *too slow*: says how it is, as *high* does. */
const degrees = idSet('high low late slow slowly');

const numbers = idSet('number numbers proportion proportions percentage');

function isIndirect(id: number, next: number): boolean {
  if (id === its.need || id === its.needs) return next === its.to;
  // *Too many do not have one* says plainly that they do not.
  return id !== its.too || (!degrees.has(next) && next !== its.many);
}

/** *Attendance is poor, at 71%*: what is said is plain, and the figure only added. */
function isAside({ prose: { text, words } }: Topics, first: number, at: number): boolean {
  return at - 2 > first && idOfWord(words, at - 1) === its.at && text.charAt(endOfWord(words, at - 2)) === ',';
}
