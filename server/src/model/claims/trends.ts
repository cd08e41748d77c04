import { idAt } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { isJoined } from '../words/joinedWords.ts';
import type { Prose } from '../words/prose.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { changes, WordKind } from '../words/wordKinds.ts';
import { speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import type { Topics } from './topics.ts';

/** How a number goes, as a sentence says it: *the number of adopters has risen*, *a reduction in vacancies*. */
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
}

type Way = 'up' | 'down';

/** Two trends of one number, the earlier one first. */
export interface ContraryTrends {
  readonly one: Trend;
  readonly other: Trend;
  readonly score: number;
}

const ways: ReadonlyMap<number, Way> = new Map(
  (['up', 'down'] as const).flatMap(way => [...idSet(changes[way])].map(id => [id, way] as const)),
);
/** What stands before *in*: *a reduction in vacancies*. */
const nouns = idSet('increase rise growth reduction decrease fall decline drop');
const word = idsOf('in', 'to', 'the', 'this', 'is', 'an', 'a', 'from', 'and', 'of', 'young');
const auxiliaries = idSet('has have had is are');
/** Verbs that need no other. */
const pasts = idSet('fell rose grew');
const continuing = idSet('continue continues continued');
const adverbs = idSet(
  'also now significantly slightly steadily recently considerably rapidly sharply slowly markedly gradually further substantially still been continued dramatically',
);
/** What measures, or is in every subject. */
const generic = idSet(
  `number numbers proportion proportions percentage rate rates level levels use usage reliance volume staff young people person
  social work worker workers service services overall recent local authority use employed`,
);
/** What is wished for, asked or denied. */
const wished = idSet(
  'should must need needs aim aims target would could if not no without despite although unless expected likely will may',
);
const limits = idSet(
  'for on at with by within among between when where if until during before after since over as due because which that who',
);
const openings = idSet('and but although though while however overall');
const mostOfSubject = 9;
const leastWeight = 6;
const leastOfFindings = 9;
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
    const same = bySubject.get(trend.subject);
    if (same === undefined) bySubject.set(trend.subject, [trend]);
    else same.push(trend);
  };
  // What is fewer first; what is more only of the same.
  for (const at of statementsWith(report, WordKind.fall))
    for (const trend of trendsIn(statements[at] as Statement, weights)) add(trend);
  for (const at of speakingOf(report, statementsWith(report, WordKind.change, WordKind.fall), wanted))
    for (const trend of trendsIn(statements[at] as Statement, weights)) bySubject.get(trend.subject)?.push(trend);
  const found: ContraryTrends[] = [];
  for (const trends of bySubject.values()) {
    if (trends.length < 2 || trends.length > mostAlike) continue;
    for (const [i, first] of trends.entries())
      for (const second of trends.slice(i + 1)) {
        if (first.way === second.way || !areOfOne(first, second)) continue;
        const [one, other] =
          first.statement.sentence.from < second.statement.sentence.from ? [first, second] : [second, first];
        found.push({ one, other, score: first.weight });
      }
  }
  return found;
}

/** The key that says most. */
function rarest(keys: readonly number[], weights: Float64Array): number {
  let best = keys[0] ?? 0;
  for (const key of keys) if ((weights[key] as number) > (weights[best] as number)) best = key;
  return best;
}

function areOfOne({ statement: one, weight }: Trend, { statement: other }: Trend): boolean {
  if (one.sentence.paragraph === other.sentence.paragraph) return false;
  // In other years it went another way.
  if ((one.kinds & other.kinds & WordKind.year) !== 0) return false;
  return weight >= (one.part === other.part ? leastOfFindings : leastWeight);
}

function trendsIn(statement: Statement, weights: Float64Array): Trend[] {
  const found: Trend[] = [];
  const { sentence, topics } = statement;
  const { prose } = topics;
  for (let at = sentence.first; at < sentence.last; at++) {
    if (((topics.codes[2 * at + 1] as number) & WordKind.change) === 0) continue;
    const id = idAt(prose, at);
    const way = ways.get(id);
    if (way === undefined) continue;
    const mark = { first: at, last: at + 1 };
    if (nouns.has(id) && idAt(prose, at + 1) === word.in && at + 2 < sentence.last) {
      if (isWished(prose, Math.max(sentence.first, at - mostOfSubject), at)) continue;
      for (const run of parted(prose, objectAfter(topics, at + 2, sentence.last)))
        push(found, statement, run, mark, way, weights);
      continue;
    }
    if (at === sentence.first) continue;
    const verb = verbBefore(prose, at, sentence.first);
    if (verb === undefined || isWished(prose, Math.max(sentence.first, verb - mostOfSubject), at)) continue;
    const subject = subjectBefore(topics, sentence.first, verb);
    if (subject === undefined) continue;
    for (const run of parted(prose, subject)) push(found, statement, run, mark, way, weights);
  }
  return found;
}

function push(
  found: Trend[],
  statement: Statement,
  run: WordRun,
  mark: WordRun,
  way: Way,
  weights: Float64Array,
): void {
  const { codes, prose } = statement.topics;
  const keys = new Set<number>();
  for (let at = run.first; at < run.last; at++) {
    // (*Number* ends *a number* too.)
    if (generic.has(idAt(prose, at))) continue;
    if (((codes[2 * at + 1] as number) & WordKind.quantity) !== 0) return;
    const key = codes[2 * at] as number;
    if (key !== 0) keys.add(key);
  }
  if (keys.size === 0) return;
  let weight = 0;
  for (const key of keys) weight += weights[key] as number;
  found.push({
    statement,
    run: { first: Math.min(run.first, mark.first), last: Math.max(run.last, mark.last) },
    mark,
    keys: [...keys],
    subject: [...keys].sort((a, b) => a - b).join(' '),
    weight,
    way,
  });
}

/** Where the verb begins that a word of change ends: *has risen*, *are increasing*, *continues to fall*. */
function verbBefore(prose: Prose, at: number, first: number): number | undefined {
  if (pasts.has(idAt(prose, at))) return at;
  let verb = at - 1;
  if (idAt(prose, verb) === word.to && continuing.has(idAt(prose, verb - 1))) {
    verb -= 1;
    return auxiliaries.has(idAt(prose, verb - 1)) ? verb - 1 : verb;
  }
  while (verb > first && adverbs.has(idAt(prose, verb))) verb--;
  return auxiliaries.has(idAt(prose, verb)) ? verb : undefined;
}

function isWished(prose: Prose, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (wished.has(idAt(prose, at))) return true;
  return false;
}

function subjectBefore({ prose, codes }: Topics, start: number, verb: number): WordRun | undefined {
  let first = verb;
  while (first > start && verb - first < mostOfSubject) {
    const before = first - 1;
    const kinds = codes[2 * before + 1] as number;
    if (!isJoined(prose, before)) break;
    if ((kinds & (WordKind.opener | WordKind.auxiliary)) !== 0) break;
    if ((kinds & WordKind.junction) !== 0 && idAt(prose, before) !== word.and) break;
    first--;
  }
  if (first === verb || (first > start && !openings.has(idAt(prose, first - 1)) && !openings.has(idAt(prose, first))))
    return undefined;
  if (openings.has(idAt(prose, first)) && first + 1 < verb) first++;
  return { first, last: verb };
}

function objectAfter({ prose, codes }: Topics, first: number, end: number): WordRun {
  let last = first;
  while (last < end && last - first < mostOfSubject) {
    const kinds = codes[2 * last + 1] as number;
    const id = idAt(prose, last);
    if ((kinds & (WordKind.opener | WordKind.auxiliary)) !== 0 || limits.has(id)) break;
    last++;
    if (!isJoined(prose, last - 1)) break;
  }
  return { first, last };
}

/** *Vacancy rates and turnover* are two, *children and young people* are one. */
function parted(prose: Prose, run: WordRun | undefined): WordRun[] {
  if (run === undefined || run.last <= run.first) return [];
  for (let at = run.first + 1; at < run.last - 1; at++)
    if (idAt(prose, at) === word.and && idAt(prose, at + 1) !== word.young && run.last - run.first <= mostOfParts)
      return [
        { first: run.first, last: at },
        { first: at + 1, last: run.last },
      ];
  return [run];
}

const mostOfParts = 7;
