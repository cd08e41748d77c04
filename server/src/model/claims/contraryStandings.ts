import type { Report } from '../report.ts';
import { wordId } from '../words/proseReading.ts';
import { idAt, wordAt } from '../words/proseWords.ts';
import { inTextOrder, isSummedUp, type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd } from '../words/wordEndings.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { statementsWith, weightsOf, withNeighbours } from './kindredStatements.ts';
import { LikelyMeetings, type Sought } from './likelyMeetings.ts';
import { areOfOthers } from './otherAreas.ts';
import { groupsIn } from './peopleGroups.ts';
import { isAdverb, isLack } from './standingMarks.ts';
import { goodStandingsIn, isOfPeople, poorStandings, type Standing } from './standings.ts';
import { kinKeys } from './topics.ts';
import { areOfTwoKinds, type Spoken } from './twoKinds.ts';

/** Two clauses of which one says that a thing stands well and the other that it does not, the earlier one first. */
export interface ContraryStandings {
  readonly one: Standing;
  readonly other: Standing;
  /** How much they have in common, in bits. */
  readonly score: number;
}

/** So many bits must two clauses have in common, and such a share of the one that says less; of a summary and what it sums up less will do. */
const least = {
  summary: { score: 7, cover: 0.4 },
  finding: { score: 9, cover: 0.5 },
};
/** A thing of one word is told by less. */
const leastOfWord = 4.2;
/** Of these there is but one kind. */
const staff = idSet('staff workforce');
/** Of something that so much narrows down another need not be. */
const mostMore = 12;
/** *Children’s reviews*, *reviews of children in care*: a word for whom says little. */
const mostMoreOfWord = 3;
/** In another area the same words may be said of something else. */
const leastElsewhere = 18;
/** What so few speak of is the same, whatever else is said of it. */
const leastOfRare = 8;
/** A word that says so little tells nothing from anything. */
const telling = 2.5;
/** *Delay in …* may be of any word that says so much. */
const tellingOfDelay = 4;
/** What is said of one thing is held against so many that stand otherwise. */
const mostAlike = 24;

/** Where a report says of one thing that it stands well, and that it does not: *reviews are timely*, *there are delays in reviews*. */
export function contraryStandings(report: Report): ContraryStandings[] {
  const weights = weightsOf(report);
  const statements = statementsOf(report);
  const badly: Standing[] = [];
  // What is bad, or denied, first; what is good only of what is also said to be bad.
  for (const at of statementsWith(report, WordKind.ill | WordKind.negation)) {
    const statement = statements[at] as Statement;
    if ((statement.kinds & WordKind.standing) !== 0) badly.push(...poorStandings(statement));
  }
  if (badly.length === 0) return [];
  const sought = soughtBy(badly, weights);
  const byHead = new Map<number, Standing[]>();
  for (const at of meeting(report, sought)) {
    for (const standing of goodStandingsIn(report, at)) {
      if (standing.aspect === 'always') continue;
      for (const key of standing.head === 0 || standing.deed === 0 ? [standing.head] : standing.of) {
        const same = byHead.get(key);
        if (same === undefined) byHead.set(key, [standing]);
        else if (same.length < mostAlike) same.push(standing);
      }
    }
  }
  const loose = byHead.get(0) ?? [];
  const found: ContraryStandings[] = [];
  for (const { standing: bad, kin } of sought) {
    const compare = (well: Standing): void => {
      const score = scoreOf(report, bad, well, kin, weights);
      if (score !== undefined) found.push({ ...inTextOrder(bad, well), score });
    };
    for (const head of kin) for (const well of byHead.get(head) ?? []) compare(well);
    for (const well of loose) compare(well);
  }
  return found;
}

/** For each standing the keys by which others are found. */
function soughtBy(standings: readonly Standing[], weights: Float64Array): Sought[] {
  const known = new Map<number, readonly number[]>();
  return standings.map(standing => {
    const { head, clause } = standing;
    if (head === 0) return { standing, kin: clause.keys.filter(key => (weights[key] as number) > tellingOfDelay) };
    // (What is read beside the report, as a table's cells are, has keys above those of its statements.)
    const kin = known.get(head) ?? kinOf(standing).filter(key => key < weights.length);
    known.set(head, kin);
    return { standing, kin };
  });
}

/** The statements, by their numbers, that may say of what is sought that it stands well. */
function meeting(report: Report, sought: readonly Sought[]): number[] {
  const weights = weightsOf(report);
  const statements = statementsOf(report);
  // (What one word alone has in common with it must say much; and so has one that means the same.)
  const singles = sought.flatMap(({ standing: { head, clause }, kin }) => [
    ...clause.keys.filter(key => (weights[key] as number) >= leastOfWord),
    ...(head === 0 ? [] : kin.filter(key => key !== head)),
  ]);
  const rows = sought.map(({ standing }) => standing.clause.keys);
  const meetings = new LikelyMeetings(sought, weights, (standing, other) => leastBetween(report, standing, other));
  const near = withNeighbours(report, statementsWith(report, WordKind.standing), rows, singles, leastOfWord);
  return near.filter(at => meetings.isLikely(statements[at] as Statement));
}

/** How much a statement must at least have in common with a standing, in bits. */
function leastBetween(report: Report, { statement, aspect, headWord, isPartly }: Standing, other: Statement): number {
  if (statement.sentence.paragraph === other.sentence.paragraph) return Infinity;
  // *Not always* is held against *all* and *always* alone.
  if (isPartly && (other.kinds & WordKind.fullness) === 0) return Infinity;
  if (isSummedUp(statement, other)) return aspect === 'stability' && staff.has(headWord) ? 0 : leastOfWord;
  return !areOfOthers(report, statement, other) ? least.finding.score : leastElsewhere;
}

/** The keys of the words that mean the same as what is said to stand badly. */
function kinOf({ head, statement: { topics, sentence } }: Standing): readonly number[] {
  for (let at = sentence.first; at < sentence.last; at++)
    if (keyOfWord(topics.codes, at) === head) return kinKeys(head, wordAt(topics.prose, at));
  return [head];
}

/** Whether a clause as a whole speaks of what another is said to be of, by its word or one that means the same. */
function speaksOf({ clause: { keys } }: Standing, other: Standing): boolean {
  if (other.head === 0 || keys.includes(other.head)) return true;
  return kinOf(other).some(key => keys.includes(key));
}

/** How much two clauses have in common, if they speak of one thing; `kin` are the keys of what means the same as the head of the one. */
function scoreOf(
  report: Report,
  one: Standing,
  other: Standing,
  kin: readonly number[],
  weights: Float64Array,
): number | undefined {
  if (one.aspect !== other.aspect || (one.isPartly && !other.isOfAll)) return undefined;
  // *Plans lack clarity*, *plans clearly set out …*: that is said of what they set out.
  if (isLack(one.statement.topics.prose, one.mark.first) && isAdverb(other.statement.topics.prose, other.mark.first))
    return undefined;
  const { statement: a } = one;
  const { statement: b } = other;
  if (a.sentence.paragraph === b.sentence.paragraph) return undefined;
  // *Plans cut risk and are reviewed regularly*: the same is done, and what to is among the words before it.
  const areHeads = one.head === 0 || other.head === 0 || kin.includes(other.head);
  if (!areHeads && (one.deed === 0 || one.deed !== other.deed)) return undefined;
  const isKin = one.head === 0 ? speaksOf(one, other) : other.head === 0 ? speaksOf(other, one) : true;
  if (!isKin) return undefined;
  const isSummary = isSummedUp(a, b);
  if (isSummary && one.aspect === 'stability' && staff.has(one.headWord) && staff.has(other.headWord))
    return weights[one.head] as number;
  // (What stands before *are reviewed regularly* may be another verb, and what that is of.)
  const more = areHeads || other.of.includes(one.head) ? moreOf(one, other, weights) : 0;
  const otherMore = areHeads || one.of.includes(other.head) ? moreOf(other, one, weights) : 0;
  // Each is of something of which the other is not, or of one group of people.
  const isRare = one.head === other.head && (weights[one.head] as number) >= leastOfRare;
  if ((more > 0 && otherMore > 0) || (!isRare && Math.max(more, otherMore) > mostMore)) return undefined;
  // *Late in one team*, *prompt in another*
  const isNarrower = narrowsAfter(one, other, weights);
  const isOtherNarrower = narrowsAfter(other, one, weights);
  if ((isNarrower && (isOtherNarrower || otherMore > 0)) || (isOtherNarrower && more > 0)) return undefined;
  if (more + otherMore > 0 && (isOfPeople(one) || isOfPeople(other))) return undefined;
  const [groups, others] = [groupsIn(a.topics, one.run), groupsIn(b.topics, other.run)];
  if (groups !== 0 && others !== 0 && (groups & others) === 0) return undefined;
  // *Delays in closing cases*, *cases are opened promptly*
  if (hasDeedOfItsOwn(one, other) || hasDeedOfItsOwn(other, one)) return undefined;
  if ((one.head === 0 || other.head === 0) && areOfTwoKinds(spokenIn(one), spokenIn(other))) return undefined;
  let score = 0;
  for (const key of one.clause.keys) if (other.clause.keys.includes(key)) score += weights[key] as number;
  if (one.head !== other.head && one.head !== 0 && other.head !== 0)
    score += Math.min(weights[one.head] as number, weights[other.head] as number);
  const bound = isSummary ? least.summary : least.finding;
  // Both are of the very same, and nothing narrows either down.
  const isExact = isSummary && areHeads && more + otherMore <= mostMoreOfWord;
  if (
    score < (isExact ? leastOfWord : bound.score) ||
    (one.aspect !== 'stability' && score < bound.cover * Math.min(weightOf(one, weights), weightOf(other, weights)))
  )
    return undefined;
  return isSummary || !areOfOthers(report, a, b) || score >= leastElsewhere ? score : undefined;
}

/** Whether a clause tells of delay in a deed, and another of another deed that is done in time. */
function hasDeedOfItsOwn({ mark: { last }, statement: { topics }, clause }: Standing, other: Standing): boolean {
  if (other.deed === 0 || idAt(topics.prose, last) !== inWord) return false;
  const deed = keyOfWord(topics.codes, last + 1);
  return (
    deed !== 0 &&
    wordAt(topics.prose, last + 1).endsWith('ing') &&
    !isIn(other, deed) &&
    !clause.keys.includes(other.deed)
  );
}

const inWord = wordId('in');

/** A standing by its clause. */
function spokenIn(standing: Standing): Spoken {
  const { statement, run } = standing;
  return { topics: statement.topics, run, speaksOf: key => isIn(standing, key) };
}

/** How much says of what one standing is and the other is not, in bits. */
function moreOf({ of, head }: Standing, other: Standing, weights: Float64Array): number {
  let more = 0;
  for (const key of of)
    if (key !== head && (weights[key] as number) > telling && !isIn(other, key)) more += weights[key] as number;
  return more;
}

/** Whether what follows a mark narrows down of whom it is said, to what the other does not speak of: *late in the duty team*. */
function narrowsAfter({ statement: { topics }, mark, run }: Standing, other: Standing, weights: Float64Array): boolean {
  const { prose, codes } = topics;
  // (*Updated regularly in the duty team*)
  let at = mark.last;
  while (at < Math.min(run.last, mark.last + 2) && (isAdverb(prose, at) || endsInEd(prose, at))) at++;
  if (at >= run.last || !narrowing.has(idAt(prose, at))) return false;
  for (let i = at + 1; i < Math.min(run.last, at + 1 + mostOfPlace); i++) {
    const key = keyOfWord(codes, i);
    if ((kindsOfWord(codes, i) & (WordKind.auxiliary | WordKind.junction)) !== 0) return false;
    if (key !== 0 && (weights[key] as number) > telling && !isIn(other, key)) return true;
  }
  return false;
}

const narrowing = idSet('in for at during among within on by');
/** So many words may stand between such a preposition and what tells. */
const mostOfPlace = 5;

/** Whether a clause speaks of something, or what is put in front of it does: *For children who go missing, interviews are late*. */
function isIn({ clause, run, statement: { topics, sentence } }: Standing, key: number): boolean {
  if (clause.keys.includes(key)) return true;
  for (let at = sentence.first; at < run.first; at++) if (keyOfWord(topics.codes, at) === key) return true;
  return false;
}

function weightOf({ clause: { keys } }: Standing, weights: Float64Array): number {
  let weight = 0;
  for (const key of keys) weight += weights[key] as number;
  return weight;
}
