import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord } from '../words/wordColumns.ts';
import { endsInEd, endsInS } from '../words/wordEndings.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import {
  denialBefore,
  isHedged,
  isNarrowed,
  isOfAnother,
  isWished,
  isWithout,
  type Reading,
  readingOf,
} from './clauseReading.ts';
import { clausesOf } from './clauses.ts';
import { type ClauseWords, compounds } from './clauseWords.ts';
import { isLessened } from './lessening.ts';
import { delays, isAdverb, type Mark, marksIn, maySayIll, waits } from './standingMarks.ts';
import { awaitedThing, thingOf } from './standingThings.ts';
import { isPeople, type Thing } from './thingNames.ts';

/** What a clause says of how a thing stands: that it is *in time* or *late*, *regular* or *rare*, *good* or *poor*, or that it is *always* so. */
export interface Standing extends Thing {
  readonly statement: Statement;
  /** The clause, from where its subject begins. */
  readonly run: WordRun;
  /** The words that say it. */
  readonly mark: WordRun;
  readonly aspect: Mark['aspect'];
  /** Whether it stands well. */
  readonly holds: boolean;
  /** Whether it does so, or not, by the number of those of whom it is said: *few … are timely*. */
  readonly isByNumber: boolean;
  /** *Mostly*, *generally*: it is so in the main. */
  readonly isInTheMain: boolean;
  /** *Not always*: it is not denied of all. */
  readonly isPartly: boolean;
  /** *All*, *always*: it is so of each. */
  readonly isOfAll: boolean;
  /** By what the word is compared for what is done so, right beside the mark: *regularly reviewed*; 0 if there is none. */
  readonly deed: number;
  readonly clause: ClauseWords;
}

const found = new DerivedFacts<Map<number, readonly Standing[]>>();

/** What a statement, given by its number, says to stand well; found on first use. */
export function goodStandingsIn(report: Report, at: number): readonly Standing[] {
  const read = found.of(report, () => new Map());
  let standings = read.get(at);
  if (standings === undefined) {
    standings = readStandings(statementsOf(report)[at] as Statement, true);
    read.set(at, standings);
  }
  return standings;
}

/** What a statement says not to stand well. */
export function poorStandings(statement: Statement): readonly Standing[] {
  return maySayIll(statement) ? readStandings(statement, false) : none;
}

/** Whether what is said of a thing may be said of one group of people or another. */
export function isOfPeople({ headWord }: Standing): boolean {
  return isPeople(headWord);
}

const none: readonly Standing[] = [];

/** A sentence of more words is a list, or no sentence; each mark in it would be looked for in all the others’ words. */
const longestRead = 200;

function readStandings(statement: Statement, holds: boolean): readonly Standing[] {
  const { first, last } = statement.sentence;
  if (last - first > longestRead || isOfAnother(statement)) return none;
  const marks = marksIn(statement, holds);
  if (marks.length === 0) return none;
  const all: Standing[] = [];
  let next = 0;
  for (const clause of clausesOf(statement.topics, statement.sentence)) {
    if ((marks[next]?.first ?? Infinity) >= clause.last) continue;
    const reading = readingOf(statement, clause);
    for (; next < marks.length && (marks[next] as Mark).first < clause.last; next++) {
      const standing = reading && standingAt(reading, marks[next] as Mark, holds);
      if (standing === undefined) continue;
      all.push(standing);
      const head = headBeside(standing);
      if (head !== undefined) all.push({ ...standing, ...head });
    }
  }
  return all;
}

const word = idsOf('to', 'from', 'too', 'and');

const conditions = idSet('when where if unless until');
const benefiting = idSet('benefit benefits benefiting benefitting benefited');

/** What a mark says, if it says that something stands well, or that it does not, as `isWanted` says. */
function standingAt(reading: Reading, mark: Mark, isWanted: boolean): Standing | undefined {
  const { statement, clause, start, isOfFew, isOfMany } = reading;
  const { prose } = statement.topics;
  const { first: at, last, well, aspect } = mark;
  const id = idAt(prose, at);
  // (*Despite high staff turnover*: there is some.)
  if (at < start && !compounds.has(id)) return undefined;
  const before = idAt(prose, at - 1);
  const isDelay = delays.has(id);
  // *Improved from poor to good*, *helps to quickly find*; *too good*. But *subject to delay*.
  // *To reduce delay*, *delays are being reduced*
  if (isDelay && isLessened(prose, at)) return undefined;
  const isFrom = before === word.from && !benefiting.has(idAt(prose, at - 2));
  if ((before === word.to && !isDelay) || isFrom || (before === word.too && well)) return undefined;
  const denial = denialBefore(reading, at);
  if (denial === undefined) return undefined;
  const isDenied = denial !== 'not';
  const holds = well !== (isDenied || isOfFew);
  if (holds !== isWanted || (isOfMany && holds)) return undefined;
  // *Not poor* is not *good*; *without delay* is in time.
  if (isDenied && ((!well && !(isDelay && isWithout(prose, at))) || isOfFew || aspect === 'always')) return undefined;
  if (isOfFew && (!well || aspect === 'always')) return undefined;
  // *Late when it snows* is late at times.
  if (isWished(reading, at) || (!holds && (isNarrowed(reading, last) || conditions.has(idAt(prose, last)))))
    return undefined;
  const run = { first: at, last };
  const isLoose = isDelay || aspect === 'always' || waits.has(id) || (id === word.too && last === at + 2);
  const thing = isLoose ? awaitedThing(reading, run) : thingOf(reading, run);
  if (thing === undefined) return undefined;
  return {
    statement,
    run: { first: start, last: clause.last },
    mark: run,
    aspect,
    holds,
    isByNumber: isOfFew,
    isInTheMain: isHedged(reading, at),
    isPartly: denial === 'partly',
    isOfAll: reading.isOfAll,
    head: thing.head,
    headWord: thing.headWord,
    of: thing.of,
    deed: deedBeside(statement, run),
    clause: reading.words,
  };
}

/** *Assessments and plans are late*: both are. */
function headBeside({ statement, run, mark, headWord }: Standing): Thing | undefined {
  const {
    topics: { prose, codes },
  } = statement;
  for (let at = run.first + 1; at + 1 < mark.first; at++) {
    if (idAt(prose, at) !== word.and || idAt(prose, at + 1) !== headWord) continue;
    const key = keyOfWord(codes, at - 1);
    const id = idAt(prose, at - 1);
    const isNamed = key !== 0 && endsInS(prose, at - 1) && isBlankGap(prose, at - 1) && !isPeople(id);
    // (*Child protection conferences and reviews*: what stands before narrows down both.)
    return isNamed && at - 1 === run.first ? { head: key, headWord: id, of: [key] } : undefined;
  }
  return undefined;
}

function deedBeside({ topics: { prose, codes } }: Statement, { first, last }: WordRun): number {
  if (!isAdverb(prose, first)) return 0;
  const at = [last, first - 1].find(i => endsInEd(prose, i));
  return at === undefined ? 0 : keyOfWord(codes, at);
}
