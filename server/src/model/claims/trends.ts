import { addToGroup, pairsOf } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import type { Prose } from '../words/prose.ts';
import { hasWordOf, idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { inTextOrder, type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { rarest, speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import type { Topics } from './topics.ts';
import { areOfTwoPlaces } from './trendPlaces.ts';
import { comparedAfter, mostOfSubject, numbers, objectAfter, parted, qualities, subjectOf } from './trendSubjects.ts';
import { areContrary, type Way, wayOf } from './trendWays.ts';

/**
 * How a number or a quality goes, as a sentence says it: *the number of adopters has risen*, *a reduction in vacancies*,
 * *court work has improved*.
 */
export interface Trend {
  readonly statement: Statement;
  readonly run: WordRun;
  /** The word that says it. */
  readonly mark: WordRun;
  /** By what the words of the subject are compared, and what it is known by. */
  readonly keys: readonly number[];
  readonly subject: string;
  readonly weight: number;
  readonly way: Way;
  /** *The quality of …* */
  readonly isOfQuality: boolean;
}

/** Two trends of one number, the earlier one first. */
export interface ContraryTrends {
  readonly one: Trend;
  readonly other: Trend;
  readonly score: number;
}

/** What stands before *in*: *a reduction in vacancies*. */
const nouns = idSet('increase rise growth reduction decrease fall decline drop improvement deterioration');
const word = idsOf('in', 'to', 'of', 'for', 'fewer', 'than', 'being', 'had', 'since');
const auxiliaries = idSet('has have had is are being');
/** What has an object that it makes more or less: *has reduced its use of …*. */
const transitive = idSet('increased reduced decreased');
const having = idSet('has have');
const articles = idSet('the its their');
/** Verbs that need no other. */
const pasts = idSet('fell rose grew');
const continuing = idSet('continue continues continued');
const adverbs = idSet(
  'also successfully now significantly slightly steadily recently considerably rapidly sharply slowly markedly gradually further substantially still been continued dramatically',
);
/** What measures, or is in every subject. */
const generic = idSet(
  `number numbers proportion proportions percentage rate rates level levels use usage reliance volume staff young people person
  social work worker workers service services overall recent local authority use employed quality`,
);
/** What is wished for, asked or denied. */
const wished = idSet(
  'should must need needs aim aims target would could if not no without despite unless expected likely will may',
);
/** So far before its verb a wish or a denial may stand. */
const farthestWish = 9;
const leastWeight = 4;
const leastOfFindings = 5;
const mostAlike = 12;

/** Where a report says of one number that it rises and that it falls. */
export function contraryTrends(report: Report): ContraryTrends[] {
  const weights = weightsOf(report);
  const bySubject = new Map<string, Trend[]>();
  const statements = statementsOf(report);
  const wanted: number[] = [];
  const add = (trend: Trend): void => {
    if (trend.weight < leastWeight) return;
    wanted.push(rarest(trend.keys, weights));
    addToGroup(bySubject, trend.subject, trend);
  };
  // What is fewer first; what is more only of the same.
  for (const at of statementsWith(report, WordKind.fall))
    for (const trend of trendsIn(statements[at] as Statement, weights)) add(trend);
  for (const at of speakingOf(report, statementsWith(report, WordKind.change, WordKind.fall), wanted))
    for (const trend of trendsIn(statements[at] as Statement, weights)) bySubject.get(trend.subject)?.push(trend);
  const found: ContraryTrends[] = [];
  for (const trends of bySubject.values()) {
    if (trends.length > mostAlike) continue;
    for (const [first, second] of pairsOf(trends))
      if (areContrary(first, second) && areOfOne(first, second))
        found.push({ ...inTextOrder(first, second), score: first.weight });
  }
  return found;
}

function areOfOne({ statement: one, weight, mark }: Trend, { statement: other, mark: otherMark }: Trend): boolean {
  if (one.sentence.paragraph === other.sentence.paragraph) return false;
  // In other years it went another way.
  if ((one.kinds & other.kinds & WordKind.year) !== 0 && yearOf(one) !== yearOf(other)) return false;
  if (areOfTwoPlaces(one, mark.last, other, otherMark.last)) return false;
  return weight >= (one.part === other.part ? leastOfFindings : leastWeight);
}

/** *Since 2015*: the only year of a statement; NaN, which is like no other, of several, and of what was so in one. */
function yearOf({ sentence, topics: { codes, prose } }: Statement): number {
  let year = 0;
  for (let at = sentence.first; at < sentence.last; at++) {
    if ((kindsOfWord(codes, at) & WordKind.year) === 0) continue;
    year = year === 0 && idAt(prose, at - 1) === word.since ? idAt(prose, at) : Number.NaN;
  }
  return year;
}

function trendsIn(statement: Statement, weights: Float64Array): Trend[] {
  const found: Trend[] = [];
  const { sentence, topics } = statement;
  const { prose } = topics;
  for (let at = sentence.first; at < sentence.last; at++) {
    if ((kindsOfWord(topics.codes, at) & WordKind.change) === 0) continue;
    const id = idAt(prose, at);
    const way = wayOf(prose, at);
    if (way === undefined) continue;
    const mark = { first: at, last: at + 1 };
    if (nouns.has(id) && isChangeIn(topics, at + 1, sentence.last)) {
      if (isWished(prose, Math.max(sentence.first, at - mostOfSubject), at)) continue;
      const object = objectAfter(topics, at + 2, sentence.last);
      for (const runs of parted(prose, object)) push(found, statement, runs, mark, way, weights);
      // *A fall in demand for licences*: of demand, and of that for licences.
      if (idAt(prose, object.last) === word.for && object.last > object.first) {
        const { last } = objectAfter(topics, object.last + 1, sentence.last);
        push(found, statement, [{ first: object.first, last }], mark, way, weights);
      }
      continue;
    }
    if (id === word.fewer) {
      // *Fewer children are placed far from home than …*
      const placed = at === sentence.first ? comparedAfter(topics, at + 1, sentence.last) : undefined;
      if (placed !== undefined) push(found, statement, [placed], mark, way, weights);
      // *The team has fewer advisers than it had*
      const run = objectAfter(topics, at + 1, sentence.last);
      if (having.has(idAt(prose, at - 1)) && idAt(prose, run.last) === word.than)
        push(found, statement, [run], mark, way, weights);
      continue;
    }
    if (at === sentence.first) continue;
    const verb = verbBefore(prose, at, sentence.first);
    // (*Had fallen*: before another time of which is told, and not now.)
    if (
      verb === undefined ||
      idAt(prose, verb) === word.had ||
      isWished(prose, Math.max(sentence.first, verb - farthestWish), at)
    )
      continue;
    if (isOfSome(topics, at + 1, sentence.last, weights)) continue;
    const isOfObject = transitive.has(id) && having.has(idAt(prose, verb)) && articles.has(idAt(prose, at + 1));
    // *Has resulted in the number of advisers being reduced*
    if (idAt(prose, verb) === word.being) {
      const first = numberBefore(prose, verb, sentence.first);
      if (first !== undefined) push(found, statement, [{ first, last: verb }], mark, way, weights);
      continue;
    }
    const subject = isOfObject ? objectAfter(topics, at + 1, sentence.last) : subjectOf(topics, sentence.first, verb);
    if (subject === undefined) continue;
    for (const runs of parted(prose, subject)) push(found, statement, runs, mark, way, weights);
  }
  return found;
}

/** *An increase in exclusions*, *the increase of exclusions*, but not *an increase of 12%*. */
function isChangeIn({ prose, codes }: Topics, joint: number, end: number): boolean {
  if (joint + 1 >= end) return false;
  const id = idAt(prose, joint);
  const kinds = kindsOfWord(codes, joint + 1);
  return id === word.in || (id === word.of && (kinds & (WordKind.number | WordKind.quantity)) === 0);
}

function push(
  found: Trend[],
  statement: Statement,
  runs: readonly WordRun[],
  mark: WordRun,
  way: Way,
  weights: Float64Array,
): void {
  const { codes, prose } = statement.topics;
  const keys = new Set<number>();
  let isOfQuality = false;
  let weight = 0;
  for (const { first, last } of runs)
    for (let at = first; at < last; at++) {
      weight += weights[keyOfWord(codes, at)] as number;
      isOfQuality ||= qualities.has(idAt(prose, at));
      // (*Number* ends *a number* too.)
      if (generic.has(idAt(prose, at))) continue;
      if ((kindsOfWord(codes, at) & WordKind.quantity) !== 0) return;
      const key = keyOfWord(codes, at);
      if (key !== 0) keys.add(key);
    }
  if (keys.size === 0) return;
  found.push({
    statement,
    run: { first: Math.min(runs[0]?.first ?? 0, mark.first), last: Math.max(runs.at(-1)?.last ?? 0, mark.last) },
    mark,
    keys: [...keys],
    subject: [...keys].sort((a, b) => a - b).join(' '),
    weight,
    way,
    isOfQuality,
  });
}

/** Where the verb begins that a word of change ends: *has risen*, *are increasing*, *continues to fall*. */
function verbBefore(prose: Prose, at: number, first: number): number | undefined {
  if (pasts.has(idAt(prose, at))) return at;
  let verb = at - 1;
  if (wayOf(prose, at) === 'level') return auxiliaries.has(idAt(prose, verb - 1)) ? verb - 1 : verb;
  if (idAt(prose, verb) === word.to && continuing.has(idAt(prose, verb - 1))) {
    verb -= 1;
    return auxiliaries.has(idAt(prose, verb - 1)) ? verb - 1 : verb;
  }
  while (verb > first && adverbs.has(idAt(prose, verb))) verb--;
  return auxiliaries.has(idAt(prose, verb)) ? verb : undefined;
}

/** Whether it goes so for some alone: *has risen among those who …*; but *in the last year*. */
function isOfSome({ prose, codes }: Topics, first: number, end: number, weights: Float64Array): boolean {
  if (!narrowing.has(idAt(prose, first))) return false;
  for (let at = first + 1; at < Math.min(end, first + mostOfSome); at++) {
    if (times.has(idAt(prose, at)) || (kindsOfWord(codes, at) & WordKind.year) !== 0) return false;
    if ((weights[keyOfWord(codes, at)] as number) > telling) return true;
  }
  return false;
}

const narrowing = idSet('among amongst in for at within on');
const times = idSet('year years month months week weeks quarter quarters time period recent recently past last');
/** A word that says so little tells nothing from anything. */
const telling = 2.5;
const mostOfSome = 5;

function numberBefore(prose: Prose, verb: number, first: number): number | undefined {
  for (let at = verb - 1; at >= Math.max(first, verb - mostOfSubject); at--)
    if (numbers.has(idAt(prose, at))) return at;
  return undefined;
}

function isWished(prose: Prose, first: number, last: number): boolean {
  return hasWordOf(prose, first, last, wished);
}
