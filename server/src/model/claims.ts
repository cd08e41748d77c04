import type { Framework } from './framework.ts';
import { wordId } from './prose.ts';
import {
  type Anchored,
  anchorAfter,
  frequencies,
  idOf,
  kindsOf,
  type Quantity,
  quantityAt,
  type Share,
  shareAt,
  type WordRun,
} from './quantities.ts';
import type { Topics } from './topics.ts';
import { idSet, idsOf } from './wordIds.ts';
import { opposites, WordKind } from './wordKinds.ts';

/** A part of a sentence that says one thing. */
export interface Clause extends WordRun {
  /** Where its subject begins: in a clause before it, if it has none of its own. */
  readonly start: number;
  /** The `WordKind`s of its words together; a quantity in a clause before it may be meant for it too. */
  readonly kinds: number;
}

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
  /** *Before …*, *after …* */
  readonly order: (WordRun & { readonly isEarlier: boolean }) | undefined;
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

/** A denial. */
export interface Denial extends WordRun {
  /** The words of which one must be said for the contrary to be said. */
  readonly contrary: readonly number[];
  /** What may still be so: some of it (*not always*), or a little (*not fully*). */
  readonly leaves: 'some' | 'a little' | undefined;
}

/** How far something has come. */
export interface Stage extends Anchored {
  readonly kind: 'begun' | 'going on' | 'done';
}

/** How much there is against what there should be, or what others have. */
export interface Measure extends WordRun {
  readonly kind: 'too much' | 'as elsewhere' | 'more' | 'less' | 'better' | 'worse';
}

/** A month of a year, or a year alone; by the ids of their words. */
export interface ClaimDate extends WordRun {
  readonly month: number | undefined;
  readonly year: number;
}

/** The clauses of a sentence, given as its words. */
export function clausesOf(topics: Topics, { first, last }: WordRun): Clause[] {
  const clauses: Clause[] = [];
  let before: Clause | undefined;
  let start = first;
  let kinds = first < last ? kindsOf(topics, first) : 0;
  const {
    codes,
    prose: { words },
  } = topics;
  for (let i = first + 1; i <= last; i++) {
    const own = i < last ? (codes[2 * i + 1] as number) : WordKind.opener;
    // (Most words have but a blank before them, and open none.)
    const isPlain = (own & (WordKind.opener | WordKind.junction)) === 0 && words[3 * i]! - words[3 * i - 2]! === 1;
    if (i < last && (isPlain || !opensClause(topics, i, own))) {
      kinds |= own;
      continue;
    }
    const from = before !== undefined && lacksSubject(topics, start, i) ? before.start : start;
    if (before !== undefined) kinds |= before.kinds & WordKind.quantity;
    before = { first: start, last: i, start: from, kinds };
    clauses.push(before);
    start = i;
    kinds = own;
  }
  return clauses;
}

/** The clauses of a sentence, all of them and in their order, as claims. */
export function claimsOf(topics: Topics, clauses: readonly Clause[], framework: Framework): Claim[] {
  const claims: Claim[] = [];
  for (const clause of clauses) claims.push(claimOf(topics, clause, claims.at(-1), framework));
  return claims;
}

/** Whether what has words of some kinds can differ in its claims from what has words of others. */
export function mayDiffer(kinds: number, others: number): boolean {
  return (
    ((kinds | others) & tellingAlone) !== 0 ||
    (kinds & others & (WordKind.shade | WordKind.year)) !== 0 ||
    ((kinds & WordKind.earlier) !== 0 && (others & WordKind.later) !== 0) ||
    ((kinds & WordKind.later) !== 0 && (others & WordKind.earlier) !== 0)
  );
}

/** Kinds that make a difference to a claim that has nothing of the like. */
const tellingAlone =
  WordKind.negation | WordKind.quantity | WordKind.beginning | WordKind.offer | WordKind.antonym | WordKind.unfinished;

function opensClause({ prose: { text, words } }: Topics, word: number, kinds: number): boolean {
  if ((kinds & WordKind.opener) !== 0) return true;
  const from = words[3 * word - 2] as number;
  const to = words[3 * word] as number;
  const id = words[3 * word + 2];
  // *Data is poor and there are delays*
  if (to - from === 1) return id === its.and && words[3 * word + 5] === its.there;
  if ((id === its.and || id === its.or) && prepositions.has(words[3 * word + 5] ?? 0)) return false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // *Most children, however, live in stable homes*
    if (unit === 0x2c && (kinds & WordKind.junction) !== 0)
      return id !== its.however || text.charCodeAt(words[3 * word + 1] as number) !== 0x2c;
    if (unit === 0x28) return !isAcronym(text, words[3 * word] as number, words[3 * word + 1] as number);
    if (unit === 0x29) return !isAcronym(text, words[3 * word - 3] as number, from);
    if (unit === 0x3b || unit === 0x3a || unit === 0x2014) return true;
    // *From 2012 – 13 on*
    if (unit === 0x2013) return !isDigit(text, from - 1) || !isDigit(text, to);
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 47 && unit < 58;
}

/** Whether what stands in brackets is an acronym, as after the name that it stands for: *Return home interviews (RHIs) are timely*. */
function isAcronym(text: string, from: number, to: number): boolean {
  const second = text.charCodeAt(from + 1);
  return text.charCodeAt(from - 1) === 0x28 && text.charCodeAt(to) === 0x29 && second > 64 && second < 91;
}

/** Words that go on with what another has begun: *due to risk, and to need*. */
const prepositions = idSet('to by in of for on with from at');

/** Whether a clause begins with what is said, not with of what it is said: *and are not completed …* */
function lacksSubject(topics: Topics, first: number, last: number): boolean {
  for (let i = first; i < Math.min(last, first + 3); i++) {
    const kinds = kindsOf(topics, i);
    if ((kinds & (WordKind.auxiliary | WordKind.negation)) !== 0) return true;
    if ((kinds & WordKind.junction) === 0) return i > first && prepositions.has(idOf(topics, i));
  }
  return false;
}

/** *For a small number of children plans are late, and reviews are not held*: what is fronted holds for the next clause too. */
function frontedQuantity(topics: Topics, { first, quantity }: Claim): Quantity | undefined {
  if (quantity === undefined) return undefined;
  for (let i = Math.max(first, quantity.first - 2); i < quantity.first; i++)
    if (fronts.has(idOf(topics, i))) return { ...quantity, leads: true };
  return undefined;
}

const fronts = idSet('for in');

/** Where what is said in a sentence’s first clause begins after a condition that is put in front: *When children are at risk, meetings are held*. */
function frontOf({ prose: { text, words } }: Topics, { first, last }: WordRun): number {
  const id = words[3 * first + 2];
  if (id !== its.when && id !== its.where) return first;
  for (let i = first + 1; i < last; i++) if (text.charCodeAt(words[3 * i - 2] as number) === 0x2c) return i;
  return first;
}

/** Words that open what only adds to a claim, or limits it. */
const appendages = idSet('with including particularly resulting leading enabling meaning unless until if when where');

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
  let order: Claim['order'];
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
  'to',
  'not',
  'the',
  'most',
  'at',
  'above',
  'of',
  'offer',
  'offered',
  'because',
  'due',
  'too',
  'line',
  'in',
  'with',
  'is',
  'are',
  'has',
  'have',
  'all',
  'no',
  'longer',
  'every',
  'need',
  'needs',
  'and',
  'or',
  'yet',
  'few',
  'missing',
  'from',
  'out',
  'date',
  'however',
  'there',
  'when',
  'where',
  'than',
  'below',
);
const amounts = idSet('many few high low much large small');
/** *Too high*, *too slow*: says how it is, as *high* does. */
const degrees = idSet('high low late slow slowly');

const numbers = idSet('number numbers proportion proportions percentage');

function isIndirect(id: number, next: number): boolean {
  if (id === its.need || id === its.needs) return next === its.to;
  return id !== its.too || !degrees.has(next);
}

/** *Attendance is poor, at 71%*: what is said is plain, and the figure only added. */
function isAside({ prose: { text, words } }: Topics, first: number, at: number): boolean {
  return at - 2 > first && words[3 * at - 1] === its.at && text.charCodeAt(words[3 * at - 5] as number) === 0x2c;
}

/** A word that says the contrary of others; *few* only where they are too few, *out* in *out of date*, *missing* in *missing from*. */
function antonymAt(topics: Topics, { first, last }: WordRun, word: number): Denial | undefined {
  const id = idOf(topics, word);
  if (id === its.few && (word === first || idOf(topics, word - 1) !== its.too)) return undefined;
  if (id === its.missing && (word + 1 >= last || idOf(topics, word + 1) !== its.from)) return undefined;
  if (id === its.out && (word + 2 >= last || idOf(topics, word + 2) !== its.date)) return undefined;
  return { first: word, last: word + 1, contrary: opposites.get(id) ?? [], leaves: undefined };
}

/** *Higher than*, *below* */
function comparisonAt(id: number, next: number, word: number): Measure | undefined {
  const kind = comparisons.get(id);
  const isWhole = next === its.than || id === its.above || id === its.below;
  return kind === undefined || !isWhole ? undefined : { first: word, last: word + 1, kind };
}

const comparisons = new Map<number, Measure['kind']>([
  [wordId('higher'), 'more'],
  [wordId('above'), 'more'],
  [wordId('lower'), 'less'],
  [wordId('below'), 'less'],
  [wordId('better'), 'better'],
  [wordId('worse'), 'worse'],
]);

/** *Before children are placed*; *after* too, but not of those *looked after*. */
function orderAt(topics: Topics, { first, last }: WordRun, word: number): Claim['order'] {
  const isEarlier = (kindsOf(topics, word) & WordKind.earlier) !== 0;
  if (word + 1 >= last || (!isEarlier && word > first && lookings.has(idOf(topics, word - 1)))) return undefined;
  return { first: word, last: word + 1, isEarlier };
}

const lookings = idSet('looked look looks looking');

/** *In May 2015*, *since 2015*; of other dates it is not said that something was done then. */
function dateAt(topics: Topics, { first }: WordRun, word: number): ClaimDate | undefined {
  const isDated = months.has(idOf(topics, word - 1));
  const start = isDated ? word - 1 : word;
  if (start <= first || !datings.has(idOf(topics, start - 1))) return undefined;
  return {
    first: start,
    last: word + 1,
    month: isDated ? idOf(topics, word - 1) : undefined,
    year: idOf(topics, word),
  };
}

const months = idSet('january february march april may june july august september october november december');
const datings = idSet('in since');

/** *Not all plans are clear* denies of some plans that they are. */
function deniesQuantity(topics: Topics, { last }: WordRun, word: number): boolean {
  if (idOf(topics, word) !== its.not || word + 1 >= last) return false;
  const next = idOf(topics, word + 1);
  return next === its.all || next === its.every;
}

/** A denial; none in what only narrows down who is meant (*who do not attend*), nor in a condition (*if they are not met*). */
function denialAt(topics: Topics, clause: Clause, front: number, word: number): Denial | undefined {
  if (word + 1 >= clause.last) return undefined;
  const next = idOf(topics, word + 1);
  if (next === its.only || (idOf(topics, word) === its.no && next === its.longer)) return undefined;
  if (front === clause.first && conditions.has(idOf(topics, front)) && front !== word) return undefined;
  for (let i = Math.max(clause.first, word - 4); i < word; i++) if (relatives.has(idOf(topics, i))) return undefined;
  let leaves: Denial['leaves'];
  for (let i = word + 1; i < Math.min(clause.last, word + 3); i++) {
    if ((kindsOf(topics, i) & WordKind.fullness) === 0 || idOf(topics, i) === its.yet) continue;
    leaves ??= frequencies.has(idOf(topics, i)) ? 'some' : 'a little';
  }
  const of = anchorAfter(topics, clause, word);
  const contrary = [of];
  if (performing.has(of)) contrary.push(subjectOf(topics, clause));
  // *They are not given accurate figures* denies that they have them, however they come by them.
  for (let i = word + 1; i < Math.min(clause.last, word + 4); i++)
    if (giving.has(idOf(topics, i))) contrary.push(anchorAfter(topics, clause, i));
  return { first: word, last: word + 1, contrary, leaves };
}

const giving = idSet('given provided offered receive received have had get');

/** What says only that something takes place: *visits are not made* denies that somebody is visited. */
const performing = idSet('made done taken');

/** By what the first telling word of a clause is compared. */
function subjectOf({ codes }: Topics, { start, last }: Clause): number {
  for (let i = start; i < last; i++) if (codes[2 * i] !== 0) return codes[2 * i] as number;
  return 0;
}

const conditions = idSet('if when where unless until once whether');
const relatives = idSet('who which that whose if when where whether until');

/** *Beginning to benefit*, *is improving*, *has improved*. */
function stageAt(topics: Topics, clause: WordRun, word: number): Stage | undefined {
  const kinds = kindsOf(topics, word);
  if ((kinds & WordKind.beginning) !== 0) {
    if (word + 2 >= clause.last || idOf(topics, word + 1) !== its.to) return undefined;
    return { first: word, last: word + 2, of: anchorAfter(topics, clause, word + 1), kind: 'begun' };
  }
  const of = topics.codes[2 * word] as number;
  if (of === 0) return undefined;
  for (let i = word - 1; i >= Math.max(clause.first, word - 3); i--) {
    const id = idOf(topics, i);
    if ((id === its.is || id === its.are) && isOngoing(topics, word))
      return { first: i, last: word + 1, of, kind: 'going on' };
    if ((id === its.has || id === its.have) && !isOngoing(topics, word))
      return { first: i, last: word + 1, of, kind: 'done' };
  }
  return undefined;
}

function isOngoing({ prose: { text, words } }: Topics, word: number): boolean {
  const end = words[3 * word + 1] as number;
  return text.slice(end - 3, end).toLowerCase() === 'ing';
}
