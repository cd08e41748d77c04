import { opposites } from '../words/opposites.ts';
import { wordId } from '../words/proseReading.ts';
import { type Anchored, anchorAfter, frequencies, idOf, kindsOf, type WordRun } from '../words/quantities.ts';
import { endOfWord, keyOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { monthWords } from '../words/wordMarks.ts';
import type { Clause } from './clauses.ts';
import type { Topics } from './topics.ts';

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

/** *Before …*, *after …* */
export interface ClaimOrder extends WordRun {
  readonly isEarlier: boolean;
}

const its = idsOf(
  'few',
  'too',
  'missing',
  'from',
  'out',
  'date',
  'than',
  'above',
  'below',
  'not',
  'all',
  'every',
  'only',
  'no',
  'longer',
  'yet',
  'to',
  'is',
  'are',
  'has',
  'have',
  'that',
  'enough',
  'often',
);

/**
 * A word that says the contrary of others; *few* only where they are too few, *out* in *out of date*, *missing* in *missing
 * from*.
 */
export function antonymAt(topics: Topics, { first, last }: WordRun, word: number): Denial | undefined {
  const id = idOf(topics, word);
  if (id === its.few && (word === first || idOf(topics, word - 1) !== its.too)) return undefined;
  if (id === its.missing && (word + 1 >= last || idOf(topics, word + 1) !== its.from)) return undefined;
  if (id === its.out && (word + 2 >= last || idOf(topics, word + 2) !== its.date)) return undefined;
  return { first: word, last: word + 1, contrary: opposites.get(id) ?? [], leaves: undefined };
}

/** *Higher than*, *below* */
export function comparisonAt(id: number, next: number, word: number): Measure | undefined {
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
export function orderAt(topics: Topics, { first, last }: WordRun, word: number): ClaimOrder | undefined {
  const isEarlier = (kindsOf(topics, word) & WordKind.earlier) !== 0;
  if (word + 1 >= last || (!isEarlier && word > first && lookings.has(idOf(topics, word - 1)))) return undefined;
  return { first: word, last: word + 1, isEarlier };
}

const lookings = idSet('looked look looks looking');

/** *In May 2015*, *since 2015*; of other dates it is not said that something was done then. */
export function dateAt(topics: Topics, { first }: WordRun, word: number): ClaimDate | undefined {
  const isDated = monthWords.has(idOf(topics, word - 1));
  const start = isDated ? word - 1 : word;
  if (start <= first || !datings.has(idOf(topics, start - 1))) return undefined;
  return {
    first: start,
    last: word + 1,
    month: isDated ? idOf(topics, word - 1) : undefined,
    year: idOf(topics, word),
  };
}

const datings = idSet('in since by');

/** *Not all plans are clear* denies of some plans that they are. */
export function deniesQuantity(topics: Topics, { last }: WordRun, word: number): boolean {
  if (idOf(topics, word) !== its.not || word + 1 >= last) return false;
  const next = idOf(topics, word + 1);
  return next === its.all || next === its.every;
}

/** A denial; none in what only narrows down who is meant (*who do not attend*), nor in a condition (*if they are not met*). */
export function denialAt(topics: Topics, clause: Clause, front: number, word: number): Denial | undefined {
  if (word + 1 >= clause.last) return undefined;
  const next = idOf(topics, word + 1);
  // (*Not enough care leavers are in work* judges how many are, and denies of none that they are.)
  if (next === its.only || next === its.enough || (idOf(topics, word) === its.no && next === its.longer))
    return undefined;
  if (front === clause.first && conditions.has(idOf(topics, front)) && front !== word) return undefined;
  for (let i = Math.max(clause.first, word - 4); i < word; i++)
    if (relatives.has(idOf(topics, i)) && !isReported(topics, clause, i)) return undefined;
  let leaves: Denial['leaves'];
  for (let i = word + 1; i < Math.min(clause.last, word + 3); i++) {
    if ((kindsOf(topics, i) & WordKind.fullness) === 0 || idOf(topics, i) === its.yet) continue;
    leaves ??= frequencies.has(idOf(topics, i)) ? 'some' : 'a little';
  }
  // *Not updated often enough*
  if (word + 3 < clause.last && idOf(topics, word + 2) === its.often && idOf(topics, word + 3) === its.enough)
    leaves ??= 'some';
  const of = anchorAfter(topics, clause, word);
  const contrary = [of];
  if (performing.has(of)) contrary.push(subjectOf(topics, clause));
  // *They are not given accurate figures* denies that they have them, however they come by them.
  for (let i = word + 1; i < Math.min(clause.last, word + 4); i++)
    if (giving.has(idOf(topics, i))) contrary.push(anchorAfter(topics, clause, i));
  return { first: word, last: word + 1, contrary, leaves };
}

const giving = idSet('given provided offered receive received have had get share show demonstrate');

/** What says only that something takes place: *visits are not made* denies that somebody is visited. */
const performing = idSet('made done taken');

/** By what the first telling word of a clause is compared. */
function subjectOf({ codes }: Topics, { start, last }: Clause): number {
  for (let i = start; i < last; i++) if (keyOfWord(codes, i) !== 0) return keyOfWord(codes, i);
  return 0;
}

/** *Staff said that …*, *staff told inspectors that …*: what follows is said plainly. */
function isReported(topics: Topics, { first }: WordRun, at: number): boolean {
  if (idOf(topics, at) !== its.that) return false;
  for (let i = at - 1; i >= Math.max(first, at - 2); i--) if (reporting.has(idOf(topics, i))) return true;
  return false;
}

const reporting = idSet('said say says told tell report reported reports found find shows show showed');

const conditions = idSet('if when where unless until once whether');
const relatives = idSet('who which that whose if when where whether until');

/** *Beginning to benefit*, *is improving*, *has improved*. */
export function stageAt(topics: Topics, clause: WordRun, word: number): Stage | undefined {
  const kinds = kindsOf(topics, word);
  if ((kinds & WordKind.beginning) !== 0) {
    if (word + 2 >= clause.last || idOf(topics, word + 1) !== its.to) return undefined;
    return { first: word, last: word + 2, of: anchorAfter(topics, clause, word + 1), kind: 'begun' };
  }
  const of = keyOfWord(topics.codes, word);
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
  const end = endOfWord(words, word);
  return text.slice(end - 3, end).toLowerCase() === 'ing';
}
