import { isCapitalLetter, isDigit } from '../../text/letters.ts';
import { Unit } from '../../text/unit.ts';
import { idOf, kindsOf, type WordRun } from '../words/quantities.ts';
import { endOfWord, idOfWord, kindsOfWord, startOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { afterFrame } from './toldFrame.ts';
import type { Topics } from './topics.ts';

/** A part of a sentence that says one thing. */
export interface Clause extends WordRun {
  /** Where its subject begins: in a clause before it, if it has none of its own. */
  readonly start: number;
  /** The `WordKind`s of its words together; a quantity in a clause before it may be meant for it too. */
  readonly kinds: number;
}

/** The clauses of a sentence, given as its words; what only says who tells it is in none: *inspectors found that …*. */
export function clausesOf(topics: Topics, sentence: WordRun): Clause[] {
  const { last } = sentence;
  const first = afterFrame(topics, sentence);
  const clauses: Clause[] = [];
  let before: Clause | undefined;
  let start = first;
  let kinds = first < last ? kindsOf(topics, first) : 0;
  const {
    codes,
    prose: { words },
  } = topics;
  for (let i = first + 1; i <= last; i++) {
    const own = i < last ? kindsOfWord(codes, i) : WordKind.opener;
    // (Most words have but a blank before them, and open none.)
    const isPlain =
      (own & (WordKind.opener | WordKind.junction)) === 0 && startOfWord(words, i) - endOfWord(words, i - 1) === 1;
    if (i < last && (isPlain || !opensClause(topics, i, own, kinds))) {
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

const its = idsOf('and', 'there', 'or', 'however');

/** Whether a word begins another clause, by itself or by what stands before it; `before` are the kinds of the clause so far. */
function opensClause({ prose: { text, words } }: Topics, word: number, kinds: number, before: number): boolean {
  if ((kinds & WordKind.opener) !== 0) return true;
  const from = endOfWord(words, word - 1);
  const to = startOfWord(words, word);
  const id = idOfWord(words, word);
  // *Data is poor and there are delays*
  if (to - from === 1) return id === its.and && idOfWord(words, word + 1) === its.there;
  if ((id === its.and || id === its.or) && prepositions.has(idOfWord(words, word + 1))) return false;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // *Plans are poor, there are delays, and …*
    if (unit === Unit.comma && id === its.there && (before & WordKind.auxiliary) !== 0) return true;
    // *Most children, however, live in stable homes*
    if (unit === Unit.comma && (kinds & WordKind.junction) !== 0)
      return id !== its.however || text.charAt(endOfWord(words, word)) !== ',';
    if (unit === Unit.openParenthesis) return !isAcronym(text, startOfWord(words, word), endOfWord(words, word));
    if (unit === Unit.closeParenthesis) return !isAcronym(text, startOfWord(words, word - 1), from);
    if (unit === Unit.semicolon || unit === Unit.colon || unit === Unit.emDash) return true;
    // *From 2012 – 13 on*
    if (unit === Unit.enDash) return !isDigit(text.charCodeAt(from - 1)) || !isDigit(text.charCodeAt(to));
  }
  return false;
}

/**
 * Whether what stands in brackets is an acronym, as after the name that it stands for: *Return home interviews (RHIs) are
 * timely*.
 */
function isAcronym(text: string, from: number, to: number): boolean {
  return text.charAt(from - 1) === '(' && text.charAt(to) === ')' && isCapitalLetter(text.charCodeAt(from + 1));
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
