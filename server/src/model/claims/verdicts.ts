import { idAt, isBlankGap, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import { judgingVerbs, WordKind } from '../words/wordKinds.ts';
import { subjectBefore } from './subjects.ts';
import { afterFrame } from './toldFrame.ts';
import type { Topics } from './topics.ts';

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
  /** Of caseloads: whether all teams have them, or one that is named. */
  readonly reach?: 'all' | 'one' | undefined;
}

const word = idsOf('not', 'never', 'been', 'a', 'and', 'across');
const past = idSet('was were remained had received offered provided');
const having = idSet(judgingVerbs.having);
/** What stands between a verb and the word that judges. */
const degrees = idSet(
  `a an the now also very highly particularly consistently generally still well too not always usually mostly largely clearly
  increasingly visibly relatively especially of area strikingly extremely quite never`,
);
/** What every report speaks of: *staff morale* is *morale*. */
const generic = idSet('staff overall general current workforce');
/** What limits neither verdict nor subject. */
const unlimiting = idSet('of across throughout overall and but which although while');
const mostOfVerdict = 5;
const mostOfSubject = 9;
/** What makes a verdict none of how things are. */
const doubtful = WordKind.quantity | WordKind.indirect | WordKind.past;

/** Adds to a list what a sentence says of its subjects, in its order. */
export function readVerdicts(statement: Statement, found: Verdict[]): void {
  const {
    sentence: { first, last },
    topics: { codes },
  } = statement;
  for (let at = first; at < last; at++) {
    const kinds = kindsOfWord(codes, at);
    if ((kinds & (WordKind.judged | WordKind.load)) === 0) continue;
    const isLoad = (kinds & WordKind.load) !== 0;
    if (!isLoad && (at === first || at + 1 >= last)) continue;
    const verdict = isLoad ? loadAt(statement, at) : verdictAt(statement, at);
    if (verdict !== undefined) found.push(verdict);
  }
}

/** The words that judge in a verdict, by their ids. */
export function judgingWords({ statement: { topics }, mark: { first, last } }: Verdict): number[] {
  const ids: number[] = [];
  for (let at = first; at < last; at++) ids.push(idAt(topics.prose, at));
  return ids;
}

/** A subject of its own, however the words stand. */
export const loadSubject = [-1];

/** *Social workers have manageable caseloads*, *caseloads that are too large*, *workloads are unmanageable*. */
function loadAt(statement: Statement, at: number): Verdict | undefined {
  const {
    sentence,
    topics: { prose, codes },
    kinds,
  } = statement;
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
  if (size === undefined) return undefined;
  // *In the duty team, caseloads are high*, *caseloads are too high in the duty team*: of one team only.
  const isOfAll = isOfAllTeams(statement, last);
  if ((kinds & WordKind.quantity) !== 0)
    for (let i = sentence.first; i < sentence.last; i++)
      if ((kindsOfWord(codes, i) & WordKind.quantity) !== 0 && !(isOfAll && i === last + 1)) return undefined;
  let isOfOne = !endsAt(statement, last) && !isOfAll;
  for (let i = first - 1; i >= Math.max(sentence.first, first - mostOfSubject) && isBlankGap(prose, i); i--)
    isOfOne ||= scopes.has(idAt(prose, i));
  if (isOfOne && !isOfATeam(statement, last)) return undefined;
  for (let i = first; i < last; i++) if (idAt(prose, i) === word.not) return undefined;
  return {
    statement,
    run: { first, last },
    mark: { first: first < at ? first : last - 1, last: first < at ? at : last },
    subject: loadSubject,
    denied: size === 'low',
    isPast: false,
    reach: isOfAll ? 'all' : isOfOne ? 'one' : undefined,
  };
}

/** *Caseloads are manageable in all teams*, *across the service* */
function isOfAllTeams({ topics: { prose }, sentence }: Statement, at: number): boolean {
  if (at + 1 >= sentence.last || !isBlankGap(prose, at - 1)) return false;
  return wide.has(idAt(prose, at)) && (whole.has(idAt(prose, at + 1)) || idAt(prose, at) === word.across);
}

const wide = idSet('in across throughout for');
const whole = idSet('all every each');

/** *Caseloads are too high for social workers in the duty team*: a team is named, and nothing else of them is said. */
function isOfATeam({ topics: { prose }, sentence }: Statement, last: number): boolean {
  for (let at = last; at < Math.min(sentence.last, last + mostOfSubject) && isBlankGap(prose, at - 1); at++)
    if (teams.has(idAt(prose, at))) return true;
  return false;
}

const teams = idSet('team teams');

const joining = idSet('that which are is remain remains');
const scopes = idSet('in where when for within of team teams reduce reducing ensure some');
const sizes = idMap<'high' | 'low'>(
  ['high large excessive heavy unmanageable', 'high'],
  ['manageable low reasonable', 'low'],
);

/** *Staff morale is low*, *adopters receive a good service* */
function verdictAt(statement: Statement, verb: number): Verdict | undefined {
  const { topics, sentence } = statement;
  const mark = markAt(topics, verb + 1, sentence.last);
  if (mark === undefined) return undefined;
  const isOfBeing = !having.has(idAt(topics.prose, verb));
  if (isOfBeing && !endsAt(statement, mark.last)) return undefined;
  // *Pilots told inspectors that morale is low*
  const start = afterFrame(topics, { first: sentence.first, last: verb });
  const subject = subjectBefore(topics, start, verb, { most: mostOfSubject });
  if (subject === undefined) return undefined;
  return isOfBeing
    ? verdictOf(statement, subject, mark, mark.last, verb, [])
    : havingAt(statement, verb, subject, mark);
}

/** *Adopters receive a good service*: what they receive is judged. */
function havingAt(statement: Statement, verb: number, subject: WordRun, mark: WordRun): Verdict | undefined {
  const { topics, sentence } = statement;
  if (mark.last >= sentence.last || !isBlankGap(topics.prose, mark.last - 1)) return undefined;
  const keys: number[] = [];
  let end = mark.last;
  for (; end < sentence.last && end < mark.last + mostOfVerdict; end++) {
    const kinds = kindsOfWord(topics.codes, end);
    if (
      (kinds & (WordKind.junction | WordKind.opener | WordKind.auxiliary)) !== 0 ||
      limits.has(idAt(topics.prose, end))
    )
      break;
    const key = keyOfWord(topics.codes, end);
    if (key !== 0) keys.push(key);
    if (!isBlankGap(topics.prose, end)) {
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
    if ((kindsOfWord(codes, at) & doubtful) !== 0) return undefined;
    const key = keyOfWord(codes, at);
    if (key !== 0 && !keys.includes(key) && !generic.has(idAt(prose, at))) keys.push(key);
  }
  // *Well sequenced* is said of its sequence.
  const manner = keyOfWord(codes, mark.last - 1);
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
  const judges = (at: number): boolean => at < last && (kindsOfWord(codes, at) & WordKind.judging) !== 0;
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
    if (!degrees.has(id) || !isBlankGap(prose, at)) return undefined;
  }
  return undefined;
}

/** Whether a verdict goes no further: what follows does not say of what part of the subject it is. */
function endsAt({ topics: { prose }, sentence }: Statement, last: number): boolean {
  if (last >= sentence.last || !isBlankGap(prose, last - 1)) return true;
  return unlimiting.has(idAt(prose, last));
}
