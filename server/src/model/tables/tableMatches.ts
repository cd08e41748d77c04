import type { Figure } from '../figures/figure.ts';
import { months } from '../figures/writtenDates.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { TableFact } from './tableFacts.ts';
import { termAt } from './tableTerms.ts';

/**
 * The clause around some words in which a statement may say what a row of a table says. It ends where marks or joining words
 * end it, if they do not stand between two words of the row’s name; a short opening belongs to it: *in England, 10% of …*.
 */
export function clauseAround({ topics, sentence }: Statement, run: WordRun, { terms, numbers }: TableFact): WordRun {
  const { prose } = topics;
  const isNamed = (at: number): boolean =>
    terms.has(termAt(topics, at)) || (numbers.size > 0 && (kindsOfWord(topics.codes, at) & WordKind.number) !== 0);
  const endsAt = (at: number): boolean => {
    if (endsClause(gapAfter(prose, at - 1))) return !(isNamed(at - 1) && (isNamed(at) || isNamed(at + 1)));
    return ends.has(idAt(prose, at)) && !(isNamed(at - 1) && isNamed(at + 1));
  };
  let { first, last } = run;
  while (first > sentence.first && !endsAt(first)) first--;
  while (last < sentence.last && !endsAt(last)) last++;
  const isFront = first - sentence.first <= longestFront && gapAfter(prose, first - 1).startsWith(',');
  return { first: isFront ? sentence.first : first, last };
}

const longestFront = 7;
const ends = idSet(
  'and but or while whilst whereas although compared than because so if when where against versus that',
);

function endsClause(gap: string): boolean {
  // (*2019–20* is one.)
  return /[,;:()—“”]|\s–\s/.test(gap);
}

/**
 * Whether a clause says of what a fact is, and of nothing else: all words of the row and of the column are in it, and none
 * that would make it a part of that, or something other.
 */
export function saysOf(
  statement: Statement,
  { first, last }: WordRun,
  fact: TableFact,
  { figure, isOwn = noWord }: Saying,
): boolean {
  const { topics, sentence } = statement;
  const { prose } = topics;
  const { setting, terms } = fact;
  if (last < sentence.last && joints.has(idAt(prose, last)) && !opensClause(statement, last)) return false;
  const left = new Set(terms);
  let isVerbOpen = false;
  let isThingOpen = figure?.kind === 'count';
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    const term = termAt(topics, at);
    if (tellers.has(id) || isTenure(prose, at)) return false;
    if (term === 0 || isOwn(at)) continue;
    // (*Five people had falls*: what a number is of stands after it.)
    if (figure !== undefined && isThingOpen && at >= figure.last) {
      if (!terms.has(term) && !fact.optional.has(term) && !setting.corner.has(term)) return false;
      isThingOpen = false;
    }
    if (terms.has(term)) {
      left.delete(term);
      isVerbOpen = false;
      continue;
    }
    if (fact.optional.has(term) || setting.provider.has(id) || setting.terms.has(term) || months.has(id)) continue;
    // *87% of pupils reached the standard*: of all of them.
    if (isOfAll(prose, at, figure) || (at === first && figure?.kind === 'duration' && people.has(id))) continue;
    // *The prison held 654*; *were completed within 20 days*, of what is called *completed* or is of those days.
    if (at + 1 === figure?.first && holding.has(id)) continue;
    if (figure === undefined || at < figure.last || !/ed$/.test(wordAt(prose, at)) || terms.size < fewestWithVerb)
      return false;
    isVerbOpen = true;
  }
  return left.size === 0 && !isVerbOpen;
}

/** Whether a word says whose share a percentage is, where that is everybody’s: *of pupils*, *of prisoners*. */
function isOfAll(prose: Prose, at: number, figure: Figure | undefined): boolean {
  return (
    figure?.kind === 'percentage' &&
    at === figure.last + 1 &&
    idAt(prose, figure.last) === word.of &&
    people.has(idAt(prose, at)) &&
    !people.has(idAt(prose, at + 1))
  );
}

const people = idSet('pupils prisoners children people residents patients learners students');

/** By what a clause says it: by its figure, or by words of its own. */
export interface Saying {
  readonly figure?: Figure;
  readonly isOwn?: (word: number) => boolean;
}

function noWord(): boolean {
  return false;
}

const fewestWithVerb = 2;
const joints = idSet('and or but');
const holding = idSet('held holds employs employed spent spends recorded records reported accommodated accommodates');

/** Whether what follows *and* says something else, and nothing more of the same: *and the manager had …*. */
function opensClause({ topics: { prose, codes } }: Statement, at: number): boolean {
  if (endsClause(gapAfter(prose, at - 1))) return true;
  return (
    openers.has(idAt(prose, at + 1)) ||
    months.has(idAt(prose, at + 1)) ||
    (kindsOfWord(codes, at + 1) & WordKind.number) !== 0
  );
}

/** *Have been in post for a year*: some of those who are. */
function isTenure(prose: Prose, at: number): boolean {
  if (!spans.has(idAt(prose, at))) return false;
  for (let i = at - 1; i >= at - farthestFor; i--) if (idAt(prose, i) === word.for) return true;
  return false;
}

const spans = idSet('year years month months week weeks days');
const farthestFor = 5;
const openers = idSet('the its this these their there a an all most many some it they each');
/** Who tell what they did themselves. */
const tellers = idSet('we us i inspectors not no never without none');

/** What makes a figure one that may be off, or a part of what there is. */
export function isRough({ topics: { prose } }: Statement, { kind, first, last }: Figure): boolean {
  return rough.has(idAt(prose, first - 1)) || (kind === 'count' && idAt(prose, last) === word.of);
}

const word = idsOf('of', 'for');
const rough = idSet(
  'about approximately around nearly almost over under roughly some than least most up to by another further only other',
);
