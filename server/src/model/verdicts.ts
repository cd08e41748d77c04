import { idAt, wordAt } from './figures.ts';
import { speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import type { Paragraph } from './paragraph.ts';
import type { Prose } from './prose.ts';
import type { WordRun } from './quantities.ts';
import type { Report } from './report.ts';
import { type Statement, statementsOf } from './statements.ts';
import { type Topics, topicsOf } from './topics.ts';
import { idSet, idsOf } from './wordIds.ts';
import { judgingVerbs, opposites, WordKind } from './wordKinds.ts';

/** What a sentence says of its subject in a word: *Staff morale is low*, *adopters receive a good service*. */
export interface Verdict {
  readonly statement: Statement;
  /** From its subject to its last word. */
  readonly run: WordRun;
  /** The words that judge. */
  readonly mark: WordRun;
  /** By what the words of the subject are compared, each once and in order of size. */
  readonly subject: readonly number[];
  readonly denied: boolean;
  readonly isPast: boolean;
}

/** Two verdicts on the same that are contrary, the earlier one first. */
export interface ContraryVerdicts {
  readonly one: Verdict;
  readonly other: Verdict;
  readonly score: number;
}

/** A subject of which so little is said elsewhere, in bits, is the same wherever it is named; within one part of the report less will do. */
const leastWeight = 9;
const leastWeightOfShort = 6;

/** Where a report judges the same subject in contrary words: *adoption support is a strength*, *adoption support is a weakness*. */
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
    const print = printOf(verdict.subject);
    const same = bySubject.get(print);
    if (same === undefined) bySubject.set(print, [verdict]);
    else same.push(verdict);
  }
  for (const at of speakingOf(report, statementsWith(report, WordKind.judging, firstly), wanted))
    readVerdicts(statements[at] as Statement, more);
  for (const verdict of more) bySubject.get(printOf(verdict.subject))?.push(verdict);
  const found: ContraryVerdicts[] = [];
  for (const verdicts of bySubject.values()) {
    if (verdicts.length < 2 || verdicts.length > mostAlike) continue;
    const score = scoreOf(verdicts[0] as Verdict, weights);
    for (const [i, first] of verdicts.entries())
      for (const second of verdicts.slice(i + 1)) {
        if (first.subject.length !== second.subject.length) continue;
        if (!areOfOne(first.statement, second.statement, score) || !areContrary(first, second)) continue;
        const [one, other] =
          first.statement.sentence.from < second.statement.sentence.from ? [first, second] : [second, first];
        found.push({ one, other, score });
      }
  }
  return found;
}

const firstly = WordKind.antonym | WordKind.load;

/** Whether a verdict denies, or has a word that says the contrary of another. */
function isContrary({ statement: { topics }, mark: { first, last }, denied, subject }: Verdict): boolean {
  if (denied || subject === loadSubject) return true;
  for (let at = first; at < last; at++)
    if (((topics.codes[2 * at + 1] as number) & WordKind.antonym) !== 0) return true;
  return false;
}

/** How much a subject says, in bits. */
function scoreOf({ subject }: Verdict, weights: Float64Array): number {
  let score = 0;
  for (const key of subject) score += key < 0 ? leastWeight : (weights[key] as number);
  return score;
}

/** The key of a subject that says most; 0, which nothing speaks of, if it has none. */
function rarest(keys: readonly number[], weights: Float64Array): number {
  let best = 0;
  for (const key of keys)
    if (key > 0 && (best === 0 || (weights[key] as number) > (weights[best] as number))) best = key;
  return best;
}

/** What a subject is known by; two seldom share one, and are told apart by their words. */
function printOf(subject: readonly number[]): number {
  let print = 0;
  for (const key of subject) print = Math.imul(print, 31) + key;
  return print;
}

/** A recommendation to improve what a sentence says is good already. */
export interface AnsweredRecommendation {
  readonly verdict: Verdict;
  readonly recommendation: Paragraph;
}

/** Where a report says that what a recommendation asks for is so: *monitoring is strong*, *strengthen the monitoring*. */
export function answeredRecommendations(report: Report): AnsweredRecommendation[] {
  const { ofBlock } = topicsOf(report);
  const weights = weightsOf(report);
  const asked: { readonly recommendation: Paragraph; readonly keys: readonly number[] }[] = [];
  for (const recommendation of report.recommendations) {
    const topics = ofBlock[recommendation.block];
    const keys = topics === undefined ? [] : askedIn(topics);
    if (keys.length > 0) asked.push({ recommendation, keys });
  }
  if (asked.length === 0) return [];
  const found: AnsweredRecommendation[] = [];
  const wanted: number[] = [];
  for (const { keys } of asked) wanted.push(rarest(keys, weights));
  const verdicts: Verdict[] = [];
  const statements = statementsOf(report);
  for (const at of speakingOf(report, statementsWith(report, WordKind.judging), wanted))
    readVerdicts(statements[at] as Statement, verdicts);
  for (const verdict of verdicts) {
    if (verdict.denied || !isPraise(verdict)) continue;
    const own = asked.find(({ keys }) => isSubject(verdict.subject, keys, weights));
    if (own !== undefined) found.push({ verdict, recommendation: own.recommendation });
  }
  return found;
}

/** Whether what is judged is what is asked for, all but a word at most. */
function isSubject(subject: readonly number[], asked: readonly number[], weights: Float64Array): boolean {
  let weight = 0;
  for (const key of subject) {
    if (!asked.includes(key)) return false;
    weight += weights[key] as number;
  }
  return weight >= leastOfAsked && asked.length - subject.length <= (subject.length > 2 ? 1 : 0);
}

const leastOfAsked = 10;

function isPraise(verdict: Verdict): boolean {
  return words(verdict).some(id => praising.has(id));
}

/** What is not so until a recommendation is met. */
const praising = idSet(
  'good strong strength effective robust timely prompt regular consistent consistently sufficient adequate well excellent accurate clear thorough rigorous',
);

/** By what the words are compared that say what a recommendation asks to improve; none where it asks for more. */
function askedIn({ prose, codes }: Topics): number[] {
  const keys = new Set<number>();
  const [sentence] = prose.sentences;
  if (sentence === undefined) return [];
  let at = sentence.first;
  let asks = false;
  for (; at < sentence.last && asking.has(idAt(prose, at)); at++) asks ||= idAt(prose, at) !== word.the;
  for (; at < sentence.last; at++) {
    const id = idAt(prose, at);
    if (!isJoined(prose, at) && at + 1 < sentence.last) return [];
    if (id === word.so || id === word.by || id === word.to) break;
    if (((codes[2 * at + 1] as number) & (WordKind.opener | WordKind.auxiliary)) !== 0) return [];
    if (qualities.has(id)) {
      asks ||= id !== word.the && id !== word.and;
      continue;
    }
    const key = codes[2 * at] as number;
    if (key !== 0) keys.add(key);
  }
  return !asks || keys.size > mostAsked ? [] : [...keys];
}

const mostAsked = 7;
const asking = idSet('improve strengthen increase raise enhance continue to further the accelerate');
const qualities = idSet(
  'quality timeliness consistency regularity effectiveness sufficiency stability robustness pace the and',
);

/** A subject of which more is said is the report’s own. */
const mostAlike = 12;

/** Whether two statements can be of one subject: a summary and what it sums up, or two findings on what is named once. */
function areOfOne(one: Statement, other: Statement, score: number): boolean {
  if (one.sentence.paragraph === other.sentence.paragraph) return false;
  if (one.part === undefined ? other.part !== 'summary' : other.part === undefined && one.part !== 'summary')
    return false;
  return score >= leastWeight || one.part !== other.part;
}

function areContrary(one: Verdict, other: Verdict): boolean {
  if (one.subject === loadSubject) return one.denied !== other.denied;
  if (one.isPast !== other.isPast) return false;
  if (one.denied && other.denied) return false;
  if (one.denied || other.denied) {
    const [negative, plain] = one.denied ? [one, other] : [other, one];
    return words(negative).some(id => judging.has(id) && words(plain).includes(id));
  }
  return (
    words(one).some(id => words(other).some(own => opposites.get(id)?.includes(own) === true)) ||
    words(other).some(id => words(one).some(own => opposites.get(id)?.includes(own) === true))
  );
}

function words({ statement: { topics }, mark: { first, last } }: Verdict): number[] {
  const ids: number[] = [];
  for (let at = first; at < last; at++) ids.push(idAt(topics.prose, at));
  return ids;
}

/** Words that judge: those that have an opposite, and those that are one. */
const judging = new Set<number>([...opposites].flatMap(([id, contrary]) => [id, ...contrary]));

const word = idsOf('not', 'a', 'an', 'the', 'too', 'been', 'to', 'of', 'never', 'so', 'by', 'and');
const past = idSet('was were remained had received offered provided');
const having = idSet(judgingVerbs.having);
/** What stands between a verb and the word that judges. */
const degrees = idSet(
  `a an the now also very highly particularly consistently generally still well too not always usually mostly largely clearly
  increasingly visibly relatively especially of area strikingly extremely quite never`,
);
/** What opens a subject after a comma or none. */
const openings = idSet('and but although though while whilst however overall');
/** What every report speaks of: *staff morale* is *morale*. */
const generic = idSet('staff overall general current workforce');
/** What limits neither verdict nor subject. */
const unlimiting = idSet('of across throughout overall and but which although while');
const mostOfVerdict = 5;
const mostOfSubject = 9;
/** What makes a verdict none of how things are. */
const doubtful = WordKind.quantity | WordKind.indirect | WordKind.past;

function readVerdicts(statement: Statement, found: Verdict[]): void {
  const {
    sentence: { first, last },
    topics: { codes },
  } = statement;
  for (let at = first; at < last; at++) {
    const kinds = codes[2 * at + 1] as number;
    if ((kinds & (WordKind.judged | WordKind.load)) === 0) continue;
    const isLoad = (kinds & WordKind.load) !== 0;
    if (!isLoad && (at === first || at + 1 >= last)) continue;
    const verdict = isLoad ? loadAt(statement, at) : verdictAt(statement, at);
    if (verdict !== undefined) found.push(verdict);
  }
}

/** A subject of its own, however the words stand. */
const loadSubject = [-1];

/** *Social workers have manageable caseloads*, *caseloads that are too large*, *workloads are unmanageable*. */
function loadAt(statement: Statement, at: number): Verdict | undefined {
  const {
    sentence,
    topics: { prose },
    kinds,
  } = statement;
  if ((kinds & WordKind.quantity) !== 0) return undefined;
  let first = at;
  let last = at + 1;
  let size = sizes.get(idAt(prose, at - 1));
  if (size !== undefined) first = at - 1;
  else {
    let place = at + 1;
    while (place < sentence.last && (joining.has(idAt(prose, place)) || degrees.has(idAt(prose, place)))) place++;
    size = place > at + 1 ? sizes.get(idAt(prose, place)) : undefined;
    last = place + 1;
  }
  // *In the duty team, caseloads are high*: of one team only.
  if (size === undefined || !endsAt(statement, last)) return undefined;
  for (let i = first - 1; i >= Math.max(sentence.first, first - mostOfSubject) && isJoined(prose, i); i--)
    if (scopes.has(idAt(prose, i))) return undefined;
  for (let i = first; i < last; i++) if (idAt(prose, i) === word.not) return undefined;
  return {
    statement,
    run: { first, last },
    mark: { first: first < at ? first : last - 1, last: first < at ? at : last },
    subject: loadSubject,
    denied: size === 'low',
    isPast: false,
  };
}

const joining = idSet('that which are is remain remains');
const scopes = idSet('in where when for within of team teams reduce reducing ensure some');
const sizes: ReadonlyMap<number, 'high' | 'low'> = new Map(
  (
    [
      ['high large excessive heavy unmanageable', 'high'],
      ['manageable low reasonable', 'low'],
    ] as const
  ).flatMap(([all, size]) => [...idSet(all)].map(id => [id, size] as const)),
);

/** *Staff morale is low*, *adopters receive a good service* */
function verdictAt(statement: Statement, verb: number): Verdict | undefined {
  const { topics, sentence } = statement;
  const mark = markAt(topics, verb + 1, sentence.last);
  if (mark === undefined) return undefined;
  const isOfBeing = !having.has(idAt(topics.prose, verb));
  if (isOfBeing && !endsAt(statement, mark.last)) return undefined;
  const subject = subjectBefore(statement, verb);
  if (subject === undefined) return undefined;
  return isOfBeing
    ? verdictOf(statement, subject, mark, mark.last, verb, [])
    : havingAt(statement, verb, subject, mark);
}

/** *Adopters receive a good service*: what they receive is judged. */
function havingAt(statement: Statement, verb: number, subject: WordRun, mark: WordRun): Verdict | undefined {
  const { topics, sentence } = statement;
  if (mark.last >= sentence.last || !isJoined(topics.prose, mark.last - 1)) return undefined;
  const keys: number[] = [];
  let end = mark.last;
  for (; end < sentence.last && end < mark.last + mostOfVerdict; end++) {
    const kinds = topics.codes[2 * end + 1] as number;
    if (
      (kinds & (WordKind.junction | WordKind.opener | WordKind.auxiliary)) !== 0 ||
      limits.has(idAt(topics.prose, end))
    )
      break;
    const key = topics.codes[2 * end] as number;
    if (key !== 0) keys.push(key);
    if (!isJoined(topics.prose, end)) {
      end++;
      break;
    }
  }
  return keys.length === 0 || !endsAt(statement, end)
    ? undefined
    : verdictOf(statement, subject, mark, end, verb, keys);
}

function verdictOf(
  statement: Statement,
  subject: WordRun,
  mark: WordRun,
  last: number,
  verb: number,
  more: readonly number[],
): Verdict | undefined {
  const { codes, prose } = statement.topics;
  const keys = [...more];
  for (let at = subject.first; at < subject.last; at++) {
    if (((codes[2 * at + 1] as number) & doubtful) !== 0) return undefined;
    const key = codes[2 * at] as number;
    if (key !== 0 && !keys.includes(key) && !generic.has(idAt(prose, at))) keys.push(key);
  }
  // *Well sequenced* is said of its sequence.
  const manner = codes[2 * mark.last - 2] as number;
  if (mark.last - mark.first > 1 && manner !== 0 && !keys.includes(manner) && manners.has(idAt(prose, mark.last - 2)))
    keys.push(manner);
  if (keys.length === 0) return undefined;
  let denied = false;
  for (let at = verb; at < mark.last; at++) {
    const id = idAt(prose, at);
    // *Not always good* says that it mostly is.
    if (id === word.not || id === word.never) denied = true;
    else if (denied && partly.has(id)) return undefined;
  }
  return {
    statement,
    run: { first: subject.first, last },
    mark,
    subject: keys.sort((a, b) => a - b),
    denied,
    isPast: past.has(idAt(prose, verb)) && idAt(prose, verb) !== word.been,
  };
}

/** How something is done. */
const manners = idSet('well poorly badly consistently inconsistently effectively ineffectively regularly irregularly');
const partly = idSet('always consistently fully yet well generally usually too');
const limits = idSet('in for on at with to by from of within among between when where if until during before after');

/** The words that judge, after a verb. */
function markAt({ prose, codes }: Topics, from: number, last: number): WordRun | undefined {
  const judges = (at: number): boolean => at < last && ((codes[2 * at + 1] as number) & WordKind.judging) !== 0;
  const end = Math.min(last, from + mostOfVerdict);
  let near = from;
  while (near < end && !judges(near)) near++;
  if (near === end) return undefined;
  for (let at = from; at < end; at++) {
    const id = idAt(prose, at);
    if (judges(at) && !(degrees.has(id) && judges(at + 1) && !manners.has(idAt(prose, at + 1)))) {
      let first = at;
      while (first > from && degrees.has(idAt(prose, first - 1)) && idAt(prose, first - 1) !== word.a) first--;
      const isManner = manners.has(id) && at + 1 < last && /ed$/.test(wordAt(prose, at + 1));
      return { first, last: isManner ? at + 2 : at + 1 };
    }
    if (!degrees.has(id) || !isJoined(prose, at)) return undefined;
  }
  return undefined;
}

/** Whether a verdict goes no further: what follows does not say of what part of the subject it is. */
function endsAt({ topics: { prose }, sentence }: Statement, last: number): boolean {
  if (last >= sentence.last || !isJoined(prose, last - 1)) return true;
  return unlimiting.has(idAt(prose, last));
}

/** The subject of a verb: what stands before it, from the beginning of the sentence or of what is added to it. */
function subjectBefore({ topics: { prose, codes }, sentence }: Statement, verb: number): WordRun | undefined {
  let first = verb;
  while (first > sentence.first && verb - first < mostOfSubject) {
    const before = first - 1;
    const kinds = codes[2 * before + 1] as number;
    if (!isJoined(prose, before)) break;
    if ((kinds & (WordKind.opener | WordKind.auxiliary)) !== 0) break;
    if ((kinds & WordKind.junction) !== 0 && idAt(prose, before) !== word.and) break;
    first--;
  }
  if (first === verb) return undefined;
  if (first > sentence.first) {
    const isOpened = openings.has(idAt(prose, first - 1)) || openings.has(idAt(prose, first));
    if (!isOpened) return undefined;
  }
  if (openings.has(idAt(prose, first)) && first + 1 < verb) first++;
  return first < verb ? { first, last: verb } : undefined;
}

/** Whether nothing but blanks stand between a word and the next. */
function isJoined({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? 0; i < next; i++)
    if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}
