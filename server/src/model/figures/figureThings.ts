import type { Clause } from '../claims/clauses.ts';
import type { Topics } from '../claims/topics.ts';
import { isBare, termOf } from '../tables/tableTerms.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { comparedFrom, type Said } from './saidFigures.ts';
import { spanOf } from './spans.ts';
import { months } from './writtenDates.ts';

/** Of what a clause gives its figure, as it is compared. */
export interface Thing {
  /** The same for the same terms, in whatever order. */
  readonly print: number;
  readonly terms: readonly number[];
  /** Where their words stand. */
  readonly places: readonly number[];
}

/** Of what a clause gives its figure; nothing if it says too little of it. */
export function thingOf(
  { topics }: Statement,
  clause: Clause,
  { kind, figure }: Said,
  provider: ReadonlySet<number>,
  before: Clause | undefined,
): Thing | undefined {
  const { prose, codes } = topics;
  if (kind === 'count' && (idAt(prose, figure.last) === word.of || figure.inWords)) return undefined;
  // (*Up to 12%*, but *has fallen to 12%*.)
  const isReached = idAt(prose, figure.first - 1) === word.to && changed.has(idAt(prose, figure.first - 2));
  if (!isReached && bounding.has(idAt(prose, figure.first - 1))) return undefined;
  const named = before === undefined ? clause : (namedBefore(topics, before, clause) ?? clause);
  // (*It takes six weeks* says of nothing before it.)
  const opening = idAt(prose, clause.first);
  const isOpen = subjectless.has(opening) && !(opening === word.it && lasting.has(idAt(prose, clause.first + 1)));
  if (named === clause && isOpen) return undefined;
  const isCounted = kind === 'count' || kind === 'money';
  // (*In two cases* and *in three cases* may be told of others.)
  if (isCounted && idAt(prose, figure.last) === word.cases) return undefined;
  const terms: number[] = [];
  const places: number[] = [];
  let print = 0;
  let telling = 0;
  const last =
    named === clause ? comparedFrom(prose, figure.last, clause.last) : asideEnd(prose, figure.last, clause.last);
  const start = named === clause && clause.start < clause.first ? clause.start : named.first;
  const subjectEnd = start < named.first ? verbAfter(topics, start, named.first) : start;
  const end = spanOf(prose, figure)?.last ?? figure.last;
  for (let at = afterOwner(prose, start); at < last; at++) {
    // (*Decisions are sound, and are made within three days*: of the clause before, the subject.)
    if (at === subjectEnd && at < named.first) at = named.first;
    if (at >= figure.first && at < end) continue;
    const kinds = kindsOfWord(codes, at);
    const id = idAt(prose, at);
    if ((kinds & WordKind.number) !== 0 || isBare(id)) continue;
    const role = roles.get(id);
    if (role === teller || (isCounted && (kinds & WordKind.negation) !== 0)) return undefined;
    if (role === idle || provider.has(id) || (kind === 'duration' && everybody.has(id))) continue;
    const term = termOf(id, keyOfWord(codes, at));
    if (terms.includes(term)) continue;
    terms.push(term);
    places.push(at);
    print = (print + Math.imul(term | 0, spread)) | 0;
    if (keyOfWord(codes, at) !== 0 && (kinds & (WordKind.little | WordKind.quantity)) === 0) telling++;
  }
  const fewest = kind === 'often' ? 1 : isCounted ? fewestOfCount : fewestTerms;
  if (terms.length < fewest || telling < 1) return undefined;
  return { print, terms, places };
}

/** The first word from a place on that is known as a verb. */
function verbAfter({ codes }: Topics, first: number, last: number): number {
  let at = first;
  while (at < last && (kindsOfWord(codes, at) & WordKind.auxiliary) === 0) at++;
  return at;
}

/** *The board, which meets twice a year, …*, *they attend the board, which …*: the name of what a clause goes on about. */
function namedBefore({ prose, codes }: Topics, { first, last, start }: Clause, clause: Clause): Clause | undefined {
  if (idAt(prose, clause.first) !== word.which || last !== clause.first) return undefined;
  if (!gapAfter(prose, last - 1).startsWith(',')) return undefined;
  let from = last - 1;
  while (from > first && !naming.has(idAt(prose, from))) from--;
  if (last - from > longestName) return undefined;
  for (let at = from; at < last; at++) if ((kindsOfWord(codes, at) & WordKind.auxiliary) !== 0) return undefined;
  return { first: from, last, start: Math.max(start, from), kinds: clause.kinds };
}

const naming = idSet('the a an its their');

const longestName = 6;

const changed = idSet('fallen risen increased decreased reduced dropped grown fell rose dropped');

/** Where what is said between two commas ends. */
function asideEnd(prose: Prose, first: number, last: number): number {
  for (let at = first - 1; at + 1 < last; at++) if (gapAfter(prose, at).startsWith(',')) return at + 1;
  return last;
}

/** *The service has a vacancy rate of 8%*: where a clause says what there is, after whose it is. */
function afterOwner(prose: Prose, first: number): number {
  const isOwner = idAt(prose, first) === word.the && owners.has(idAt(prose, first + 1));
  return isOwner && idAt(prose, first + 2) === word.has ? first + 3 : first;
}

const owners = idSet('service council authority department trust school home prison force provider');

/** Spreads the terms of a thing over all numbers. */
const spread = 0x9e3779b1 | 0;
const word = idsOf('of', 'cases', 'which', 'the', 'has', 'it', 'to');
const lasting = idSet('takes took');
/** So many terms tell of a thing at least. */
export const fewestTerms = 2;
const fewestOfCount = 3;
const bounding = idSet('over under some than least most up to by');

/** What opens a clause that goes on about what was said before it. */
const subjectless = idSet('which who whose that this these it they');

/** Who wait is not said of every wait. */
const everybody = idSet('families parents patients prisoners pupils residents learners carers');

const teller = 1;
const idle = 2;
/** Who tell what they did themselves; and what is said of a thing whenever it is told how much or how often it is. */
const roles: ReadonlyMap<number, number> = new Map([
  ...[...idSet('we us i inspectors')].map(id => [id, teller] as const),
  ...[
    ...idSet(
      `take takes took taking place held hold holds happen happens happened carried undertaken completed made conducted
      meet meets met once out child children children’s young people wait waits waited waiting stand stands stood
      receive receives received value values valued fallen risen increased decreased reduced dropped grown fell rose
      about regarding concerning within working age`,
    ),
    ...months.keys(),
  ].map(id => [id, idle] as const),
]);
