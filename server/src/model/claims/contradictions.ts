import { addToSet } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { areOneFormula } from '../words/openingFormulas.ts';
import { wordId } from '../words/proseReading.ts';
import { gapAfter, hasWord, idAt, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { contraryPresences, type Presence } from './absences.ts';
import { type Charge, contraryCharges } from './charges.ts';
import type { Difference } from './claimDifference.ts';
import { differenceOf } from './claimDifferences.ts';
import { Clauses, overlapOf, saysEnough } from './claimOverlap.ts';
import { type Clause, mayDiffer } from './clauses.ts';
import { contraryStandings } from './contraryStandings.ts';
import { contraryVerdicts } from './contraryVerdicts.ts';
import { areOfTwoTimes } from './earlierTimes.ts';
import { isOfGrades } from './gradeDifferences.ts';
import { kindredStatements, weightsOf } from './kindredStatements.ts';
import { areOfOthers } from './otherAreas.ts';
import { speakOfOwnParts } from './ownParts.ts';
import type { Standing } from './standings.ts';
import type { Topics } from './topics.ts';
import { contraryTrends, type Trend } from './trends.ts';
import type { Verdict } from './verdicts.ts';

/** Two claims of the same matter that differ in what they say of it. */
export interface Contradiction {
  readonly difference: Difference;
  readonly one: ClaimPlace;
  readonly other: ClaimPlace;
  /** How much they have in common, in bits. */
  readonly score: number;
}

/** A claim in its sentence; `mark` are the words that make the difference, if it has any. */
export interface ClaimPlace {
  readonly statement: Statement;
  readonly claim: Pick<Clause, 'start' | 'first' | 'last'>;
  readonly mark: WordRun | undefined;
}

const found = new DerivedFacts<readonly Contradiction[]>();

/** The contradictions of a report, found on first use. */
export function contradictionsOf(report: Report): readonly Contradiction[] {
  return found.of(report, read);
}

/** The words of one claim that the other has too: what shows that both speak of the same. */
export function sharedWords({ one, other }: Contradiction): string[] {
  const { prose, codes } = one.statement.topics;
  const rest = new Set<number>();
  for (let i = other.claim.start; i < other.claim.last; i++) rest.add(keyOfWord(other.statement.topics.codes, i));
  rest.delete(0);
  const words: string[] = [];
  for (let i = one.claim.start; i < one.claim.last; i++)
    if (rest.delete(keyOfWord(codes, i))) words.push(wordAt(prose, i));
  return words;
}

function read(report: Report): Contradiction[] {
  const weights = weightsOf(report);
  const held = new Uint8Array(weights.length);
  const statements = statementsOf(report);
  const clauses = new Array<Clauses | undefined>(statements.length);
  const clausesIn = (statement: number): Clauses =>
    (clauses[statement] ??= new Clauses(statements[statement]!, weights, held, report.framework));
  const all: Contradiction[] = [];
  for (const { one, other } of kindredStatements(report)) {
    // (Some differ in numbers alone.)
    if (!mayDiffer(statements[one]!.kinds, statements[other]!.kinds)) continue;
    const areOfParts = areParts(statements[one]!, statements[other]!);
    if (!areOfParts && isOfOneSection(statements[one]!, statements[other]!)) continue;
    const least = areOfParts ? 0 : likenessOfUnknown;
    const areElsewhere = areOfOthers(report, statements[one]!, statements[other]!);
    const contradiction = contradictionOf(clausesIn(one), clausesIn(other), weights, held, least, areElsewhere);
    if (contradiction !== undefined) all.push(contradiction);
  }
  const known = new Map<Statement, Set<Statement>>();
  for (const { one, other } of all) learn(known, one.statement, other.statement);
  const add = (
    difference: Difference,
    one: Verdict | Trend | Standing | Charge | Presence,
    other: Verdict | Trend | Standing | Charge | Presence,
    score: number,
  ): void => {
    if (learn(known, one.statement, other.statement))
      all.push({ difference, one: placeOf(one), other: placeOf(other), score });
  };
  for (const { one, other, score } of [...contraryVerdicts(report), ...contraryTrends(report)])
    add('opposite', one, other, score);
  for (const { one, other, score } of contraryPresences(report)) add('opposite', one, other, score);
  for (const { one, other, score } of contraryStandings(report)) add(differenceBetween(one, other), one, other, score);
  for (const { one, other, score } of contraryCharges(report)) add('charge', one, other, score);
  return all.filter(
    own =>
      !(isAfterColon(own.one) && isAfterColon(own.other)) &&
      !areOneFormula(report, own.one.statement.sentence, own.other.statement.sentence) &&
      !speakOfOwnParts(own.one.statement, own.other.statement) &&
      !isContrasted(own.one.statement) &&
      !saysBoth(own.one, own.other) &&
      !saysBoth(own.other, own.one) &&
      !isContrasted(own.other.statement) &&
      !isExcepted(own.one, own.other) &&
      !isExcepted(own.other, own.one) &&
      !areOfTwoTimes(own.one, own.other) &&
      !isOfGrades(report, own, () => sharedWords(own)),
  );
}

/** *Respect: reasonably good*, *four grades: good, …*: of what it is said stands before the colon. */
function isAfterColon({ claim: { start }, statement: { topics, sentence } }: ClaimPlace): boolean {
  return start > sentence.first && /^[*_]*:\s/.test(gapAfter(topics.prose, start - 1));
}

/** *Unlike children in need, they have plans*: it says itself of whom it is not so. */
function isContrasted({ sentence }: Statement): boolean {
  return hasWord(sentence.prose, sentence, unlike);
}

const unlike = wordId('unlike');

/** *Behaviour is good in lessons and poor at lunchtime*: it says of something else what the other claim says. */
function saysBoth(one: ClaimPlace, other: ClaimPlace): boolean {
  const [own, said] = [judgingWord(one), judgingWord(other)];
  if (own === undefined || said === undefined || own === said) return false;
  const { claim, statement } = one;
  for (let at = claim.start; at < claim.last; at++) if (idAt(statement.topics.prose, at) === said) return true;
  return false;
}

/** The word by which a claim judges: the last of those that make the difference. */
function judgingWord({ mark, statement: { topics } }: ClaimPlace): number | undefined {
  if (mark === undefined || (kindsOfWord(topics.codes, mark.last - 1) & WordKind.judging) === 0) return undefined;
  return idAt(topics.prose, mark.last - 1);
}

/** *All attend, apart from governors*, *governors seldom attend*: what one says of all it does not say of those that the other speaks of. */
function isExcepted({ statement: { topics, sentence } }: ClaimPlace, { claim, statement }: ClaimPlace): boolean {
  let at = sentence.first;
  while (at < sentence.last && !isException(topics, at)) at++;
  if (at === sentence.last) return false;
  const excepted = new Set<number>();
  for (let i = at; i < sentence.last; i++) excepted.add(keyOfWord(topics.codes, i));
  // (What the other claim speaks of stands at its beginning.)
  for (let i = claim.start; i < claim.last; i++) {
    const key = keyOfWord(statement.topics.codes, i);
    if (key !== 0) return excepted.has(key);
  }
  return false;
}

function isException({ prose }: Topics, at: number): boolean {
  const id = idAt(prose, at);
  return exceptions.has(id) || (id === apart && idAt(prose, at + 1) === fromWord);
}

const exceptions = idSet('except excepting excluding exception');
const apart = wordId('apart');
const fromWord = wordId('from');

/** *Few are timely* is told as another number, *not always timely* as of some. */
function differenceBetween(one: Standing, other: Standing): Difference {
  if (one.isByNumber || other.isByNumber) return 'quantity';
  return one.isPartly || other.isPartly ? 'scope' : 'opposite';
}

/** Takes in that one statement contradicts another; false if it was known. */
function learn(known: Map<Statement, Set<Statement>>, one: Statement, other: Statement): boolean {
  if (known.get(one)?.has(other) === true) return false;
  addToSet(known, one, other);
  return true;
}

function placeOf({ statement, run, mark }: Verdict | Trend | Standing | Charge | Presence): ClaimPlace {
  return { statement, claim: { ...run, start: run.first }, mark };
}

/** Of a part without a role it is only known what a summary says of it. */
function areParts({ part: one }: Statement, { part: other }: Statement): boolean {
  return one === undefined ? other === 'summary' : other !== undefined || one === 'summary';
}

function isOfOneSection({ sentence: one }: Statement, { sentence: other }: Statement): boolean {
  return one.paragraph.section === other.paragraph.section;
}

/** Of two parts of which nothing is known, claims must be alike in most of their words. */
const likenessOfUnknown = 0.6;

function contradictionOf(
  ones: Clauses,
  others: Clauses,
  weights: Float64Array,
  held: Uint8Array,
  leastLikeness: number,
  areElsewhere: boolean,
): Contradiction | undefined {
  const { statement: one } = ones;
  const { statement: other } = others;
  let best: Contradiction | undefined;
  for (let i = 0; i < ones.all.length; i++) {
    if (!saysEnough(ones.all[i]!) || !mayDiffer(ones.all[i]!.clause.kinds, other.kinds)) continue;
    for (const key of ones.all[i]!.keys) held[key] = 1;
    for (let j = 0; j < others.all.length; j++) {
      if (!saysEnough(others.all[j]!)) continue;
      const overlap = overlapOf(ones.all[i]!, others.all[j]!, weights, held);
      if (overlap === undefined || (best !== undefined && best.score >= overlap.score)) continue;
      if (overlap.likeness < leastLikeness || (areElsewhere && overlap.mayBeApart)) continue;
      const a = ones.claims[i]!;
      const b = others.claims[j]!;
      const found = differenceOf(a, b, overlap, weights);
      if (found === undefined) continue;
      best = {
        difference: found.difference,
        one: { statement: one, claim: a.claim, mark: found.marks[0] },
        other: { statement: other, claim: b.claim, mark: found.marks[1] },
        score: overlap.score,
      };
    }
    for (const key of ones.all[i]!.keys) held[key] = 0;
  }
  return best;
}
