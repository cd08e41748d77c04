import { addToGroup } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { hasWordOf, idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { inTextOrder, type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { rarest, speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import { areOfOthers } from './otherAreas.ts';

/** A clause that says that something is not there, or that speaks of it as being there. */
export interface Presence {
  readonly statement: Statement;
  readonly run: WordRun;
  /** The words for the thing, or those that say that there is none. */
  readonly mark: WordRun;
}

/** That a thing is said not to be there, and is spoken of elsewhere; the earlier one first. */
export interface ContraryPresences {
  readonly one: Presence;
  readonly other: Presence;
  readonly score: number;
}

interface Absence extends Presence {
  /** By what the words of the thing are compared, in their order, and all that the clause says of it and of whose it is. */
  readonly thing: readonly number[];
  readonly keys: readonly number[];
  readonly weight: number;
}

const word = idsOf('there', 'no', 'not', 'to', 'access', 'have');
const being = idSet('is are');
const having = idSet('have has');
const doing = idSet('do does');
/** *Are not held*, *is not in place*: is not there at all. */
const taking = idSet('held undertaken completed carried offered provided in available');
/** What narrows down when, or how much is denied: then it may be there at other times. */
const partly = idSet(
  `always consistently fully all every yet currently sufficient sufficiently enough adequate routinely regularly often clear
  effective robust timely well any formal longer`,
);
/** What is wished for, planned, wanting or past is not there. */
const wished = idSet(
  `should would could will may might must need needs plan plans planned planning introduce introduces introduced introducing introduction
  develop develops developing development propose proposed consider considering commission commissioning lack lacks lacking absence no not
  without never nor none neither until if when unless was were had previous previously former new limited ensure request requested
  demand sought seeking awaiting explore exploring establish establishing recruit recruiting`,
);
/** So many words tell of a thing that is not there, and so much. */
const fewestWords = 2;
const leastWeight = 9;
const leastElsewhere = 14;
const longest = 10;
/** Between the words of a thing others may stand. */
const loosely = 4;
/** A word that says so little tells nothing from anything. */
const telling = 2.5;
const mostMet = 400;

/** Where a report says that there is none of something and elsewhere speaks of it as being there. */
export function contraryPresences(report: Report): ContraryPresences[] {
  const weights = weightsOf(report);
  const statements = statementsOf(report);
  const byRarest = new Map<number, Absence[]>();
  for (const at of statementsWith(report, WordKind.negation))
    for (const absence of absencesIn(statements[at] as Statement, weights))
      addToGroup(byRarest, rarest(absence.thing, weights), absence);
  if (byRarest.size === 0) return [];
  const all: number[] = statements.map((_, at) => at);
  const found: ContraryPresences[] = [];
  let met = 0;
  for (const at of speakingOf(report, all, [...byRarest.keys()])) {
    const statement = statements[at] as Statement;
    const { codes } = statement.topics;
    for (let i = statement.sentence.first; i < statement.sentence.last; i++) {
      for (const absence of byRarest.get(keyOfWord(codes, i)) ?? []) {
        if (++met > mostMet) return found;
        const presence = presenceIn(report, statement, i, absence, weights);
        if (presence !== undefined) found.push({ ...inTextOrder(absence, presence), score: absence.weight });
      }
    }
  }
  return found;
}

/** What the clauses of a statement say not to be there. */
function absencesIn(statement: Statement, weights: Float64Array): Absence[] {
  const { topics, sentence } = statement;
  const { prose, codes } = topics;
  if ((statement.kinds & (WordKind.year | WordKind.past)) !== 0 || !mayDeny(statement)) return [];
  return clausesOf(topics, sentence).flatMap(clause => {
    const named = thingIn(statement, clause);
    if (named === undefined || hasWordOf(prose, clause.first, clause.last, partly)) return [];
    const { thing, mark, owner } = named;
    const own = keysIn(statement, thing);
    const keys = new Set([...own, ...keysIn(statement, owner).filter(key => (weights[key] as number) > telling)]);
    for (let at = Math.max(thing.last, mark.last); at < clause.last; at++) {
      const key = keyOfWord(codes, at);
      if (key !== 0 && (weights[key] as number) > telling) keys.add(key);
    }
    let weight = 0;
    for (const key of own) weight += weights[key] as number;
    if (own.length < fewestWords || weight < leastWeight) return [];
    const run = { first: clause.start, last: clause.last };
    return [{ statement, run, mark, thing: own, keys: [...keys], weight }];
  });
}

/** Whether *no* or *not* stands in a statement as it does where something is not there. */
function mayDeny({ topics: { prose, codes }, sentence: { first, last } }: Statement): boolean {
  for (let at = first + 1; at < last; at++) {
    if ((kindsOfWord(codes, at) & WordKind.negation) === 0) continue;
    const id = idAt(prose, at);
    const before = idAt(prose, at - 1);
    if (id === word.no) return having.has(before) || (being.has(before) && idAt(prose, at - 2) === word.there);
    if (id !== word.not) continue;
    const next = idAt(prose, at + 1);
    if (doing.has(before) ? next === word.have : being.has(before) && taking.has(next)) return true;
  }
  return false;
}

/** The thing that a clause says not to be there, and who has none. */
function thingIn(
  { topics: { prose, codes } }: Statement,
  { start, first, last }: Clause,
): { readonly thing: WordRun; readonly mark: WordRun; readonly owner: WordRun } | undefined {
  for (let at = first; at < last; at++) {
    if ((kindsOfWord(codes, at) & WordKind.negation) === 0) continue;
    const id = idAt(prose, at);
    const mark = { first: at - 1, last: at + 1 };
    if (id === word.no) {
      const isThere = being.has(idAt(prose, at - 1)) && idAt(prose, at - 2) === word.there && at - 2 === first;
      if (!isThere && !having.has(idAt(prose, at - 1))) return undefined;
      const owner = isThere ? { first: at, last: at } : { first: start, last: at - 1 };
      return { thing: { first: at + 1, last: Math.min(last, at + 1 + longest) }, mark, owner };
    }
    if (id !== word.not) return undefined;
    if (doing.has(idAt(prose, at - 1)) && idAt(prose, at + 1) === word.have) {
      const isAccess = idAt(prose, at + 2) === word.access && idAt(prose, at + 3) === word.to;
      const from = isAccess ? at + 4 : at + 2;
      return {
        thing: { first: from, last: Math.min(last, from + longest) },
        mark: { first: at - 1, last: from },
        owner: { first: start, last: at - 1 },
      };
    }
    if (!being.has(idAt(prose, at - 1)) || !taking.has(idAt(prose, at + 1))) return undefined;
    return {
      thing: { first: start, last: at - 1 },
      mark: { first: at - 1, last: at + 2 },
      owner: { first: at, last: at },
    };
  }
  return undefined;
}

function keysIn({ topics: { codes } }: Statement, { first, last }: WordRun): number[] {
  const keys: number[] = [];
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    if (key !== 0 && !keys.includes(key)) keys.push(key);
  }
  return keys;
}

/** The clause around a word, if it speaks of what another says not to be there. */
function presenceIn(
  report: Report,
  statement: Statement,
  at: number,
  absence: Absence,
  weights: Float64Array,
): Presence | undefined {
  const { topics, sentence } = statement;
  if (sentence.paragraph === absence.statement.sentence.paragraph) return undefined;
  if ((statement.kinds & (WordKind.year | WordKind.past)) !== 0) return undefined;
  if (absence.weight < leastElsewhere && areOfOthers(report, statement, absence.statement)) return undefined;
  if (hasWordOf(topics.prose, sentence.first, sentence.last, wished)) return undefined;
  const mark = runOf(statement, at, absence.thing);
  const clause = clausesOf(topics, sentence).find(({ first, last }) => at >= first && at < last);
  if (mark === undefined || clause === undefined) return undefined;
  const keys = keysIn(statement, { first: clause.start, last: clause.last });
  if (absence.keys.some(key => !keys.includes(key) && (weights[key] as number) > telling)) return undefined;
  return { statement, run: { first: clause.start, last: clause.last }, mark };
}

/** The words around one that are those of a thing, in their order and near each other. */
function runOf({ topics: { codes }, sentence }: Statement, at: number, thing: readonly number[]): WordRun | undefined {
  const place = thing.indexOf(keyOfWord(codes, at));
  let first = at;
  for (let i = place - 1; i >= 0; i--) {
    let next = first - 1;
    while (next >= Math.max(sentence.first, first - loosely) && keyOfWord(codes, next) !== thing[i]) next--;
    if (next < Math.max(sentence.first, first - loosely)) return undefined;
    first = next;
  }
  let last = at + 1;
  for (let i = place + 1; i < thing.length; i++) {
    let next = last;
    while (next < Math.min(sentence.last, last + loosely) && keyOfWord(codes, next) !== thing[i]) next++;
    if (next >= Math.min(sentence.last, last + loosely)) return undefined;
    last = next + 1;
  }
  return { first, last };
}
