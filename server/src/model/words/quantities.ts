import type { Topics } from '../claims/topics.ts';
import type { Framework } from '../framework.ts';
import { wordId } from './proseReading.ts';
import { startsWithDigit } from './proseWords.ts';
import { endOfWord, idOfWord, keyOfWord, kindsOfWord, startOfWord } from './wordColumns.ts';
import { idSet, idsOf } from './wordIds.ts';
import { WordKind } from './wordKinds.ts';

/** A run of words, as the prose of their block counts them; half open. */
export interface WordRun {
  readonly first: number;
  readonly last: number;
}

/** A mark and what it bears on: a word by what it is compared by, or by its id if it says nothing of the matter. */
export interface Anchored extends WordRun {
  readonly of: number;
}

/** How many or how often. */
export interface Quantity extends Anchored {
  /** The framework’s rank: higher is more. */
  readonly rank: number;
  /** *not all*, *not always* */
  readonly denied: boolean;
  /** Whether it stands where the subject of the clause does. */
  readonly leads: boolean;
}

/** From here on a quantity takes in most: *the majority*. */
export const mostly = 5;

/** A share in figures, *42% of care leavers*: its rank is that of the framework’s word for it. */
export interface Share extends Anchored {
  readonly rank: number;
  readonly percent: number;
}

interface Phrase {
  readonly words: readonly number[];
  readonly rank: number;
}

const its = idsOf('too', 'as', 'at', 'above', 'the', 'most', 'not', 'all', 'every', 'of');
const pointers = idSet('these those them such');

const phrases = new WeakMap<Framework['quantifiers'], ReadonlyMap<number, readonly Phrase[]>>();

/** A framework’s quantities by the last of their words, the longest first. */
function phrasesOf({ quantifiers }: Framework): ReadonlyMap<number, readonly Phrase[]> {
  let known = phrases.get(quantifiers);
  if (known === undefined) {
    const byLast = new Map<number, Phrase[]>();
    for (const { words, rank } of quantifiers) {
      for (const phrase of words) {
        const ids = phrase.split(' ').map(wordId);
        const last = ids.at(-1) as number;
        byLast.set(
          last,
          [...(byLast.get(last) ?? []), { words: ids, rank }].sort((a, b) => b.words.length - a.words.length),
        );
      }
    }
    known = byLast;
    phrases.set(quantifiers, known);
  }
  return known;
}

/** The quantity whose last word is here, if it is that of a thing. */
export function quantityAt(topics: Topics, clause: WordRun, end: number, framework: Framework): Quantity | undefined {
  const phrase = phrasesOf(framework)
    .get(idOf(topics, end))
    ?.find(({ words }) => {
      const from = end - words.length + 1;
      return from >= clause.first && words.every((id, i) => idOf(topics, from + i) === id);
    });
  if (phrase === undefined) return undefined;
  const first = end - phrase.words.length + 1;
  const before = first > clause.first ? idOf(topics, first - 1) : 0;
  // Too many, at all, the most effective, all these, some 60: no quantity of a thing that can be told.
  if (end + 1 < clause.last && (pointers.has(idOf(topics, end + 1)) || startsWithDigit(topics.prose, end + 1)))
    return undefined;
  if (
    before === its.too ||
    before === its.as ||
    before === its.at ||
    before === its.above ||
    (before === its.the && idOf(topics, end) === its.most)
  )
    return undefined;
  const of = anchorAfter(topics, clause, end);
  if (of === 0) return undefined;
  const denied = before === its.not;
  // Not always: it is denied of some, of whom is not said.
  if (denied && frequencies.has(idOf(topics, end)) && idOf(topics, end) !== its.all && idOf(topics, end) !== its.every)
    return undefined;
  return {
    first,
    last: end + 1,
    of,
    rank: phrase.rank,
    denied,
    leads: first - clause.first < 4 || isAfterFront(topics, clause, first),
  };
}

/** *On practical courses, the majority of learners …*: whether nothing but a comma or an article stands between what is put in front and a quantity. */
function isAfterFront(topics: Topics, { first }: WordRun, at: number): boolean {
  if (at - first > longestFront || !fronting.has(idOf(topics, first))) return false;
  const { text, words } = topics.prose;
  for (let i = at; i > first && i > at - 2; i--) if (text.charAt(endOfWord(words, i - 1)) === ',') return true;
  return false;
}

const longestFront = 8;
const fronting = idSet('on in for at across among within');

/** Words of how often, or of how many at once. */
export const frequencies = idSet('always all every consistently routinely universally everywhere everyone each');

/**
 * From how many per cent on which word says so many.
 *
 * Source: Education Scotland, the terms of quantity of its inspection reports.
 */
const scale: readonly (readonly [percent: number, word: string])[] = [
  [91, 'almost all'],
  [75, 'most'],
  [50, 'majority'],
  [15, 'minority'],
  [0, 'few'],
];

/** The share whose number is here, if it is one of things that can be told. */
export function shareAt(topics: Topics, clause: WordRun, at: number, { quantifiers }: Framework): Share | undefined {
  const { text, words } = topics.prose;
  const end = endOfWord(words, at);
  if (text.charAt(end) !== '%' || at + 2 >= clause.last || idOf(topics, at + 1) !== its.of) return undefined;
  const percent = Number(text.slice(startOfWord(words, at), end));
  const name = scale.find(([least]) => percent >= least)?.[1];
  const rank = quantifiers.find(({ words: phrases }) => name !== undefined && phrases.includes(name))?.rank;
  const of = anchorAfter(topics, clause, at + 1);
  return rank === undefined || of === 0 ? undefined : { first: at, last: at + 1, of, rank, percent };
}

/** The next word that is neither a mere joint nor one of degree. */
export function anchorAfter(topics: Topics, { last }: WordRun, word: number): number {
  for (let i = word + 1; i < last; i++) {
    if ((kindsOf(topics, i) & (WordKind.fullness | WordKind.auxiliary)) !== 0) continue;
    const key = keyOfWord(topics.codes, i);
    if (key !== 0) return key;
    const id = idOf(topics, i);
    if (evaluations.has(id)) return id;
  }
  return 0;
}

/** What says nothing of the matter, but how it is. */
const evaluations = idSet('good better best high full used made met done taken seen available');

/** What a word is known by. */
export function idOf({ prose: { words } }: Topics, word: number): number {
  return idOfWord(words, word);
}

/** The `WordKind`s of a word. */
export function kindsOf({ codes }: Topics, word: number): number {
  return kindsOfWord(codes, word);
}
