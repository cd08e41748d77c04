import { hasWordOf, idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd } from '../words/wordEndings.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { WordRoles } from '../words/wordRoles.ts';
import type { Reading } from './clauseReading.ts';
import type { Clause } from './clauses.ts';
import { compounds } from './clauseWords.ts';
import { isAdverb, waits } from './standingMarks.ts';
import { isPartOfName, isPeople, nameEnd, nameIn, pointsAway, type Thing } from './thingNames.ts';
import type { Topics } from './topics.ts';

const word = idsOf('of', 'for', 'and', 'every', 'time', 'turnover');

/** Of what a mark is said that has no one thing beside it: what is waited for (*they wait too long for mediation*), or any of the clause. */
export function awaitedThing({ statement, clause }: Reading, { first, last }: WordRun): Thing {
  const { prose } = statement.topics;
  const isWait = waits.has(idAt(prose, first)) || waits.has(idAt(prose, first - 1));
  if (!isWait || idAt(prose, last) !== word.for || last >= clause.last) return ofClause;
  return nameIn(statement, last + 1, clause.last, true) ?? ofClause;
}

const ofClause: Thing = { head: 0, headWord: 0, of: [] };

/** The thing of which a mark says how it stands: what follows it, or what stands before the verb. */
export function thingOf(reading: Reading, mark: WordRun): Thing | undefined {
  const { statement, clause } = reading;
  const { prose } = statement.topics;
  const { first, last } = mark;
  const id = idAt(prose, first);
  if (compounds.has(id)) return thingOfCompound(statement, clause, first);
  const subject = subjectBefore(reading, first);
  const isOfVerb =
    isAdverb(prose, first) ||
    id === word.every ||
    last - first > 1 ||
    manners.has(idAt(prose, last)) ||
    id === word.time;
  if (isOfVerb || isSaidOf(statement.topics, clause.first, first)) {
    const thing = nameIn(statement, subject.first, subject.last, true);
    // *Children receive a diagnosis promptly*: it is said of what they receive.
    return isOfVerb && thing !== undefined && isPeople(thing.headWord) ? { ...thing, head: 0 } : thing;
  }
  const end = nameEnd(statement, last, clause.last, true);
  const isOf = idAt(prose, end) === word.of;
  // *Oversight of these arrangements*
  if ((isOf || idAt(prose, end) === word.for) && pointsAway(statement, end, Math.min(clause.last, end + 4)))
    return undefined;
  // *A good range of homes*: of homes.
  const thing =
    nameIn(statement, last, end, true) ??
    (isOf && end > last
      ? nameIn(statement, end + 1, nameEnd(statement, end + 1, clause.last, false), true)
      : undefined);
  if (thing === undefined) return nameIn(statement, subject.first, subject.last, true);
  const owner = nameIn(statement, subject.first, Math.min(subject.last, first), false);
  return owner === undefined ? thing : { ...thing, of: [...thing.of, ...owner.of] };
}

const manners = idSet('way manner fashion');

/** What stands right before a mark that is a thing itself: *high staff turnover*. */
function thingOfCompound(statement: Statement, clause: Clause, at: number): Thing | undefined {
  if (isOtherwise(statement, clause, at)) return undefined;
  let from = at;
  while (from - 1 >= clause.first && at - from < 2 && isPartOfName(statement, from - 1)) from--;
  return from === at ? undefined : nameIn(statement, from, at, true);
}

/** *Staff turnover has fallen*, *stability is a challenge*: nothing is said by the word alone. */
function isOtherwise({ topics: { prose } }: Statement, { first, last }: Clause, at: number): boolean {
  if (idAt(prose, at) === word.turnover && ![at - 1, at - 2].some(i => i >= first && amounts.has(idAt(prose, i))))
    return true;
  return hasWordOf(prose, at + 1, Math.min(last, at + farthestVerb), turns);
}

const amounts = idSet('high higher significant considerable constant excessive frequent');
const turns = idSet(
  'reduced reducing fallen falling decreased decreasing improved improving challenge concern issue priority problem target rate',
);
const farthestVerb = 5;

/** The subject of the clause, up to its verb; from what *that* opens, if it opens one: *they ensure that plans are …*. */
function subjectBefore({ statement, start }: Reading, at: number): WordRun {
  const {
    topics: { prose, codes },
  } = statement;
  let first = start;
  let last = at;
  for (let i = start + 1; i < at; i++) {
    const own = roles.of(idAt(prose, i));
    if ((own & role.that) !== 0 && (roles.of(idAt(prose, i - 1)) & role.opensThat) !== 0) {
      first = i + 1;
      last = at;
    } else if (
      (own & role.that) !== 0 &&
      keyOfWord(codes, i - 1) !== 0 &&
      (roles.of(idAt(prose, i + 1)) & role.being) !== 0
    ) {
      // *Leavers have plans that are late*: the plans are.
      last = i;
      first = i - 1;
      while (first > start && isPartOfName(statement, first - 1)) first--;
      return { first, last };
    } else if (last === at && i > first) {
      const kinds = kindsOfWord(codes, i);
      if ((kinds & (WordKind.auxiliary | WordKind.judged)) !== 0 || (own & role.verb) !== 0) last = i;
    }
  }
  return { first, last };
}

const roles = new WordRoles({
  that: 'that',
  opensThat: 'ensure ensures ensuring ensured means meaning so shows show reports report found find and demonstrates',
  /** No nouns. */
  verb: 'take takes meet meets see sees make makes know knows benefit benefits live lives wait waits go goes attend attends',
  being: 'is are remain remains be been being',
  article: 'a an the',
});
const role = roles.bits;

/** What is done, by verbs whose participle does not end in *ed*, and how often. */
const deeds = idSet(
  'held seen made given taken done run begun written kept sent set put brought drawn met found often sometimes',
);

/** *Plans are (now) late*: it is said of what stands before. */
function isSaidOf({ prose, codes }: Topics, from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - farthestVerb); i--) {
    const id = idAt(prose, i);
    const own = roles.of(id);
    if ((own & role.being) !== 0) return true;
    // *Are held late*
    if (deeds.has(id) || (endsInEd(prose, i) && i > from && (roles.of(idAt(prose, i - 1)) & role.being) !== 0))
      continue;
    if ((own & role.article) !== 0 || id === word.and || (keyOfWord(codes, i) !== 0 && !isAdverb(prose, i)))
      return false;
  }
  return false;
}
