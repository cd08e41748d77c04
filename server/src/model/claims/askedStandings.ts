import { addToGroup } from '../../text/lists.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { type Prose, sentencesOfParagraph } from '../words/prose.ts';
import { gapAfter, hasWordOf, idAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import { type Aspect, standingWords, WordKind } from '../words/wordKinds.ts';
import { rarest, statementsWith, weightsOf, withNeighbours } from './kindredStatements.ts';
import { goodStandingsIn, isOfPeople, type Standing } from './standings.ts';
import { topicsOf } from './topics.ts';

/** A recommendation that asks for what a finding says is so. */
export interface AskedStanding {
  readonly standing: Standing;
  readonly recommendation: Paragraph;
}

/** A sentence of a recommendation: what it speaks of, by its words in their order, and in what that is to stand better. */
interface Ask {
  readonly recommendation: Paragraph;
  readonly keys: readonly number[];
  /** For each word in what it says something is to stand well; nothing of most. */
  readonly aspects: readonly (Aspect | undefined)[];
  /** For each word whether it is *for*: what follows limits what stands before. */
  readonly limits: readonly boolean[];
  /** Whether it asks for nothing in particular: *Planning for adulthood.* */
  readonly isPlain: boolean;
  /** Whether there is to be more of it: *the availability of early help*. */
  readonly isOfAmount: boolean;
}

/** Where a finding says plainly that what a recommendation asks for is so. */
export function askedStandings(report: Report): AskedStanding[] {
  const asks = asksOf(report);
  if (asks.length === 0) return [];
  const weights = weightsOf(report);
  const byKey = new Map<number, Ask[]>();
  for (const ask of asks) for (const key of new Set(ask.keys)) if (key !== 0) addToGroup(byKey, key, ask);
  const found: AskedStanding[] = [];
  const statements = statementsWith(report, WordKind.standing);
  for (const at of withNeighbours(
    report,
    statements,
    asks.map(({ keys }) => keys),
    [],
    leastOfPair,
  )) {
    for (const standing of goodStandingsIn(report, at)) {
      if (standing.isByNumber || standing.isInTheMain || isQualified(standing)) continue;
      const key = rarest(standing.head === 0 ? standing.clause.keys : standing.of, weights);
      const ask = byKey.get(key)?.find(own => isAsked(standing, own, weights));
      if (ask !== undefined) found.push({ standing, recommendation: ask.recommendation });
    }
  }
  return found;
}

/** *Plans are good, although targets are vague*: what is wrong is said after it. */
function isQualified({ run, statement: { topics, sentence } }: Standing): boolean {
  return hasWordOf(topics.prose, run.last, sentence.last, qualifying);
}

const qualifying = idSet('although though but however except yet');

/** So much must what stands well say, in bits; a whole clause that says so, more. */
const least = 9;
const leastOfClause = 14;
const leastOfPair = 9;
/** All but so much of a clause must be asked for. */
const coverOfClause = 0.8;
const coverOfThing = 0.5;
/** A word that says so little tells nothing from anything. */
const telling = 2.5;
/** So near the words for a thing stands in what it is to stand better. */
const near = 6;

function isAsked(standing: Standing, ask: Ask, weights: Float64Array): boolean {
  const {
    aspect,
    head,
    of,
    clause: { keys },
  } = standing;
  let whole = 0;
  let asked = 0;
  for (const key of keys) {
    whole += weights[key] as number;
    if (ask.keys.includes(key)) asked += weights[key] as number;
  }
  if (aspect === 'always' && countsSome(standing)) return false;
  if (aspect === 'always') return asked >= leastOfClause && asked >= coverOfClause * whole && !isCut(standing);
  if (isOfPeople(standing) || asked < coverOfThing * whole) return false;
  let weight = 0;
  for (const key of of) {
    const own = weights[key] as number;
    if (own > telling && !ask.keys.includes(key)) return false;
    weight += own;
  }
  if (weight < least) return false;
  const at = ask.keys.indexOf(head);
  if (isForOthers(standing, ask, at) || isSaidOfOthers(standing, ask, weights)) return false;
  return (
    at >= 0 &&
    ((ask.isPlain && at <= near) ||
      ask.aspects.some(
        (own, i) => own === aspect && Math.abs(i - at) <= near && (!ask.isOfAmount || saysAmount(standing)),
      ))
  );
}

/** *Three quarters have a fully trained operator*: it is so of as many as that, and not of each. */
function countsSome({ run, mark, isOfAll, statement: { topics } }: Standing): boolean {
  if (isOfAll) return false;
  for (let at = run.first; at < mark.first; at++)
    if ((kindsOfWord(topics.codes, at) & (WordKind.quantity | WordKind.number)) !== 0) return true;
  return false;
}

/** *Virtually all plans (98%) are …*: what is so of all stands after the bracket. */
function isCut({ run: { last }, statement: { topics } }: Standing): boolean {
  return gapAfter(topics.prose, last - 1).includes('(');
}

/** Whether it stands well by how much there is of it: to be good is not to be had by all. */
function saysAmount({ mark, statement: { topics } }: Standing): boolean {
  return amounts.has(idAt(topics.prose, mark.first));
}

/** *Interviews for children missing from home*, where no such children are spoken of. */
function isForOthers({ statement: { sentence, topics } }: Standing, { keys, limits }: Ask, at: number): boolean {
  if (limits[at + 1] !== true) return false;
  let isLimited = false;
  for (const key of keys.slice(at + 2, at + 2 + near)) {
    if (key === 0) continue;
    isLimited = true;
    for (let i = sentence.first; i < sentence.last; i++) if (keyOfWord(topics.codes, i) === key) return false;
  }
  return isLimited;
}

/**
 * *Planning is effective for younger children*, *help is good in the towns*, where others are asked for: whose it is, or
 * where, follows what stands well.
 */
function isSaidOfOthers({ mark, run, statement: { topics } }: Standing, { keys }: Ask, weights: Float64Array): boolean {
  const next = idAt(topics.prose, mark.last);
  if (next !== word.for && next !== word.in) return false;
  for (let at = mark.last + 1; at < Math.min(run.last, mark.last + 1 + near); at++) {
    const key = keyOfWord(topics.codes, at);
    if (key !== 0 && (weights[key] as number) > telling && !keys.includes(key)) return true;
  }
  return false;
}

function asksOf(report: Report): Ask[] {
  const { ofBlock } = topicsOf(report);
  const asks: Ask[] = [];
  for (const recommendation of report.recommendations) {
    for (const { block, prose, first, last } of sentencesOfParagraph(report, recommendation)) {
      const topics = ofBlock[block];
      if (topics === undefined) continue;
      const isVerb = asking.has(idAt(prose, first));
      const keys: number[] = [];
      const limits: boolean[] = [];
      const aspects: (Aspect | undefined)[] = [];
      for (let at = first; at < last; at++) {
        const id = idAt(prose, at);
        keys.push(keyOfWord(topics.codes, at));
        limits.push(id === word.for);
        aspects.push(
          nouns.get(id) ?? (standingWords.get(id)?.well === true ? standingWords.get(id)?.aspect : undefined),
        );
      }
      const isName = !isVerb && last - first <= longestName && !isSaid(prose, first, last);
      const isOfQuality = idAt(prose, first) === word.the && aspects.slice(0, near).some(own => own !== undefined);
      if (!isVerb && !isName && !isOfQuality) continue;
      const isPlain = isName && aspects.every(own => own === undefined) && !isOfManner(prose, first, last);
      asks.push({ recommendation, keys, limits, aspects, isPlain, isOfAmount: asksForMore(prose, first, last) });
    }
  }
  return asks;
}

/** Whether a sentence names how much there is of a thing, and not how it is. */
function asksForMore(prose: Prose, first: number, last: number): boolean {
  let asks = false;
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    if (amountNames.has(id)) asks = true;
    else if (nouns.has(id)) return false;
  }
  return asks;
}

const amountNames = idSet('sufficiency availability capacity');
const amounts = idSet('sufficient ample plentiful enough');

/** Whether a sentence says something of what it names, and so asks for nothing. */
function isSaid(prose: Prose, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    if (relatives.has(id)) return false;
    if (saying.has(id)) return true;
  }
  return false;
}

/** *The speed with which children are seen*, *the extent to which it is so*: in what it is to stand better is the word before. */
function isOfManner(prose: Prose, first: number, last: number): boolean {
  for (let at = first + 1; at < last; at++)
    if (idAt(prose, at) === word.which && manners.has(idAt(prose, at - 1))) return true;
  return false;
}

const manners = idSet('with to in by at');
const relatives = idSet('that which who whose where when so');
const saying = idSet('is are was were has have had receive receives');
const word = idsOf('the', 'for', 'in', 'which');
const longestName = 24;
const asking = idSet(
  'ensure improve strengthen increase raise enhance continue accelerate develop review reduce address make take implement embed support further provide',
);

/** In what a thing is to stand better, as a noun. */
const nouns = idMap<Aspect>(
  ['timeliness delay delays drift pace speed timescales timescale', 'time'],
  ['regularity frequency', 'regularity'],
  [
    'quality sufficiency availability capacity effectiveness robustness rigour consistency thoroughness detail depth',
    'quality',
  ],
  ['clarity specificity', 'clarity'],
  ['stability turnover', 'stability'],
);
