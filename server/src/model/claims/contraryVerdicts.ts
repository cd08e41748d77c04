import { addToGroup, pairsOf } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { opposites } from '../words/opposites.ts';
import { inTextOrder, type Statement, statementsOf } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import { rarest, speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import { judgingWords, loadSubject, readVerdicts, type Verdict } from './verdicts.ts';

/** Two verdicts on the same that are contrary, the earlier one first. */
export interface ContraryVerdicts {
  readonly one: Verdict;
  readonly other: Verdict;
  readonly score: number;
}

/**
 * Where a report judges the same subject in contrary words: *adoption support is a strength*, *adoption support is a
 * weakness*.
 */
export function contraryVerdicts(report: Report): ContraryVerdicts[] {
  const weights = weightsOf(report);
  const wanted: number[] = [];
  const bySubject = new Map<number, Verdict[]>();
  const statements = statementsOf(report);
  const read: Verdict[] = [];
  const more: Verdict[] = [];
  // What denies or is bad first; what is good only of one of those subjects.
  for (const at of statementsWith(report, firstly)) readVerdicts(statements[at] as Statement, read);
  for (const verdict of read) {
    if (!isContrary(verdict)) {
      more.push(verdict);
      continue;
    }
    if (scoreOf(verdict, weights) < leastWeightOfShort) continue;
    wanted.push(rarest(verdict.subject, weights));
    addToGroup(bySubject, printOf(verdict.subject), verdict);
  }
  for (const at of speakingOf(report, statementsWith(report, WordKind.judging, firstly), wanted))
    readVerdicts(statements[at] as Statement, more);
  for (const verdict of more) bySubject.get(printOf(verdict.subject))?.push(verdict);
  const found: ContraryVerdicts[] = [];
  for (const verdicts of bySubject.values()) {
    if (verdicts.length > mostAlike) continue;
    const score = scoreOf(verdicts[0] as Verdict, weights);
    for (const [first, second] of pairsOf(verdicts)) {
      if (first.subject.length !== second.subject.length) continue;
      if (!areOfOne(first.statement, second.statement, score) || !areContrary(first, second)) continue;
      found.push({ ...inTextOrder(first, second), score });
    }
  }
  return found;
}

const firstly = WordKind.antonym | WordKind.load;

/**
 * A subject of which so little is said elsewhere, in bits, is the same wherever it is named; within one part of the report
 * less will do.
 */
const leastWeight = 9;
const leastWeightOfShort = 6;

/** A subject of which more is said is the report’s own. */
const mostAlike = 12;

/** Whether a verdict denies, or has a word that says the contrary of another. */
function isContrary({ statement: { topics }, mark: { first, last }, denied, subject }: Verdict): boolean {
  if (denied || subject === loadSubject) return true;
  for (let at = first; at < last; at++) if ((kindsOfWord(topics.codes, at) & WordKind.antonym) !== 0) return true;
  return false;
}

/** How much a subject says, in bits. */
function scoreOf({ subject }: Verdict, weights: Float64Array): number {
  let score = 0;
  for (const key of subject) score += key < 0 ? leastWeight : (weights[key] as number);
  return score;
}

/** What a subject is known by; two seldom share one, and are told apart by their words. */
function printOf(subject: readonly number[]): number {
  let print = 0;
  for (const key of subject) print = Math.imul(print, 31) + key;
  return print;
}

/** Whether two statements can be of one subject: a summary and what it sums up, or two findings on what is named once. */
function areOfOne(one: Statement, other: Statement, score: number): boolean {
  if (one.sentence.paragraph === other.sentence.paragraph) return false;
  if (one.part === undefined ? other.part !== 'summary' : other.part === undefined && one.part !== 'summary')
    return false;
  return score >= leastWeight || one.part !== other.part;
}

function areContrary(one: Verdict, other: Verdict): boolean {
  // (In one team they may be otherwise than in others; but not where all have the same.)
  if (one.subject === loadSubject)
    return (
      one.denied !== other.denied &&
      (one.reach === 'one' ? other.reach === 'all' : other.reach !== 'one' || one.reach === 'all')
    );
  if (one.isPast !== other.isPast) return false;
  if (one.denied && other.denied) return false;
  if (one.denied || other.denied) {
    const [negative, plain] = one.denied ? [one, other] : [other, one];
    return judgingWords(negative).some(id => judging.has(id) && judgingWords(plain).includes(id));
  }
  return hasOpposite(one, other) || hasOpposite(other, one);
}

/** Whether a verdict has a word that is known as the opposite of one of another’s. */
function hasOpposite(one: Verdict, other: Verdict): boolean {
  const others = judgingWords(other);
  return judgingWords(one).some(id => others.some(own => opposites.get(id)?.includes(own) === true));
}

/** Words that judge: those that have an opposite, and those that are one. */
const judging = new Set<number>([...opposites].flatMap(([id, contrary]) => [id, ...contrary]));
