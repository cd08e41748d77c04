import type { Prose } from '../words/prose.ts';
import { hasWordOf, idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd, endsInLy } from '../words/wordEndings.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import { type Aspect, standingWords, WordKind } from '../words/wordKinds.ts';
import { denials, farthestDenial } from './clauseReading.ts';

/** Words that say how something stands. */
export interface Mark extends WordRun {
  readonly aspect: Aspect | 'always';
  readonly well: boolean;
}

/** What is said of a whole clause: *delay in progressing plans*. */
export const delays = idSet('delay delays drift backlog backlogs');
/** Verbs with which somebody waits: *wait months*, *it takes too long*. */
export const waits = idSet('wait waits waiting take takes taking');

const word = idsOf(
  'without',
  'a',
  'any',
  'every',
  'month',
  'too',
  'long',
  'high',
  'quality',
  'enough',
  'early',
  'soon',
  'quickly',
  'well',
  'late',
  'at',
  'the',
  'date',
  'out',
  'of',
  'up',
  'to',
  'time',
  'timely',
  'in',
  'on',
  'less',
  'same',
  'day',
  'standard',
  'standards',
);

/** Whether a statement may say of something that it does not stand well: by its words alone, before it is read. */
export function maySayIll({ topics: { prose, codes }, sentence }: Statement): boolean {
  let denial = -farthestDenial;
  let isOfFew = false;
  let isMarked = false;
  for (let at = sentence.first; at < sentence.last; at++) {
    const kinds = kindsOfWord(codes, at);
    if ((kinds & (WordKind.standing | WordKind.ill | WordKind.negation)) === 0) continue;
    const id = idAt(prose, at);
    if ((kinds & WordKind.ill) !== 0) {
      if (standingWords.has(id) || id === word.without || id === word.too || spans.has(id) || lacks.has(id))
        return true;
      if (id !== word.date) isOfFew = true;
    }
    if (denials.has(id)) denial = at;
    if ((kinds & WordKind.standing) === 0) continue;
    if (at - denial <= farthestDenial || isOutOfDate(prose, at)) return true;
    isMarked = true;
  }
  return isOfFew && isMarked;
}

/**
 * The marks of a statement by which something may stand well (*good*, *without delay*), or those by which it may not (*poor*,
 * *not good*). Many a word proves to be none: *in the long term*, *high caseloads*.
 */
export function marksIn(statement: Statement, holds: boolean): Mark[] {
  const {
    sentence: { first, last },
    topics: { codes, prose },
  } = statement;
  const marks: Mark[] = [];
  const isOfFew = !holds && saysFew(statement);
  for (let at = first; at < last; at++) {
    const kinds = kindsOfWord(codes, at);
    if ((kinds & WordKind.standing) === 0) continue;
    const isIll = idAt(prose, at) === word.date ? isOutOfDate(prose, at) : (kinds & WordKind.ill) !== 0;
    if (holds ? isIll && !delays.has(idAt(prose, at)) : !isIll && !isOfFew && !mayBeDenied(statement, at)) continue;
    const mark = markAt(statement, at);
    // *Less well developed*: beside others it stands badly.
    if (holds && mark !== undefined && mark.first > first && idAt(prose, mark.first - 1) === word.less) continue;
    // (Of *not always* nothing is said but that: what it is that is not always so another mark says.)
    if (mark !== undefined && (holds || mark.aspect !== 'always')) marks.push(mark);
  }
  return marks;
}

/** Whether a statement has words for a few, and so denies of the others what it says is well. */
function saysFew({ kinds, sentence, topics: { codes } }: Statement): boolean {
  if ((kinds & WordKind.ill) === 0) return false;
  for (let at = sentence.first; at < sentence.last; at++)
    if ((kindsOfWord(codes, at) & (WordKind.ill | WordKind.standing)) === WordKind.ill) return true;
  return false;
}

function mayBeDenied({ sentence, topics: { prose } }: Statement, first: number): boolean {
  return hasWordOf(prose, Math.max(sentence.first, first - farthestDenial), first, denials);
}

/** In what something may stand well by a word of a mark: a bit for each aspect. */
export function aspectsOf(id: number): number {
  const known = standingWords.get(id);
  if (known !== undefined) return known.well || delays.has(id) ? aspectBits[known.aspect] : 0;
  if (id === word.date) return aspectBits.currency;
  return everywhere.has(id) ? aspectBits.always : anyAspect;
}

/** The bit of each aspect. */
export const aspectBits: Readonly<Record<Mark['aspect'], number>> = {
  time: 1,
  regularity: 2,
  quality: 4,
  clarity: 8,
  stability: 16,
  always: 32,
  currency: 64,
};
const anyAspect = 127;

/** The words at a place that say how something stands, if they do. */
function markAt({ topics, sentence }: Statement, first: number): Mark | undefined {
  const { prose } = topics;
  const id = idAt(prose, first);
  const known = standingWords.get(id);
  if (id === word.late && isOfDay(prose, first)) return undefined;
  if (known !== undefined) return { first, last: first + 1, aspect: known.aspect, well: known.well };
  if (id === word.date) {
    const well = idAt(prose, first - 2) === word.up && idAt(prose, first - 1) === word.to;
    return first - 2 >= sentence.first && (well || isOutOfDate(prose, first))
      ? { first: first - 2, last: first + 1, aspect: 'currency', well }
      : undefined;
  }
  const next = first + 1 < sentence.last ? idAt(prose, first + 1) : 0;
  const before = first > sentence.first ? idAt(prose, first - 1) : 0;
  if (everywhere.has(id)) return { first, last: first + 1, aspect: 'always', well: true };
  if (lacks.has(id)) {
    // *Lack detail*, *lacking sufficient clarity*
    const at = degrees.has(next) ? first + 2 : first + 1;
    const aspect = at < sentence.last ? virtues.get(idAt(prose, at)) : undefined;
    return aspect === undefined ? undefined : { first, last: at + 1, aspect, well: false };
  }
  if (spans.has(id)) {
    // *Wait months for …*, *it can take several weeks to …*
    const verb = mutes.has(before) ? first - 2 : first - 1;
    return verb >= sentence.first && waits.has(idAt(prose, verb))
      ? { first: verb, last: first + 1, aspect: 'time', well: false }
      : undefined;
  }
  if (id === word.without) {
    // *Go for months without supervision*
    const isName =
      next !== 0 &&
      next !== word.a &&
      next !== word.any &&
      !standingWords.has(next) &&
      (kindsOfWord(topics.codes, first + 1) & joints) === 0;
    return isName && goes(prose, sentence.first, first)
      ? { first, last: first + 1, aspect: 'regularity', well: false }
      : undefined;
  }
  if (id === word.every) {
    // *At least every six months*
    const span = [first + 1, first + 2].find(
      at => at < sentence.last && (spans.has(idAt(prose, at)) || idAt(prose, at) === word.month),
    );
    return span === undefined ? undefined : { first, last: span + 1, aspect: 'regularity', well: true };
  }
  if (id === word.too) return next === word.long ? { first, last: first + 2, aspect: 'time', well: false } : undefined;
  if (id === word.high)
    return next === word.quality || next === word.standard || next === word.standards
      ? { first, last: first + 2, aspect: 'quality', well: true }
      : undefined;
  if (id === word.enough) {
    const isSoon = before === word.early || before === word.soon || before === word.quickly;
    return { first, last: first + 1, aspect: isSoon ? 'time' : 'quality', well: true };
  }
  if (id === word.well)
    return next !== 0 && endsInEd(prose, first + 1) && !standsLong.has(next)
      ? { first, last: first + 1, aspect: 'quality', well: true }
      : undefined;
  if (id === word.same) return next === word.day ? { first, last: first + 2, aspect: 'time', well: true } : undefined;
  if (id === word.time)
    return before === word.in || before === word.on
      ? { first, last: first + 1, aspect: 'time', well: true }
      : undefined;
  // *Within agreed timescales*
  for (let at = first + 1; at < Math.min(sentence.last, first + 1 + mostOfTimescale); at++)
    if (timescales.has(idAt(prose, at))) return { first, last: at + 1, aspect: 'time', well: true };
  return undefined;
}

/** Whether a mark says what is wanting: *lack detail*. */
export function isLack(prose: Prose, at: number): boolean {
  return lacks.has(idAt(prose, at));
}

/** *Out of date*, by its last word. */
function isOutOfDate(prose: Prose, at: number): boolean {
  return idAt(prose, at) === word.date && idAt(prose, at - 1) === word.of && idAt(prose, at - 2) === word.out;
}

/** *Late at night*, *late in the day* */
function isOfDay(prose: Prose, at: number): boolean {
  const next = idAt(prose, at + 1);
  const time = idAt(prose, at + 2) === word.the ? at + 3 : at + 2;
  return (next === word.at || next === word.in) && hours.has(idAt(prose, time));
}

const hours = idSet('night day evening afternoon morning week month year');
const lacks = idSet('lack lacks lacking');
/** *Well established* says for how long it has been there, and not how good it is. */
const standsLong = idSet('established');
const degrees = idSet('sufficient enough adequate necessary any');
/** What a thing that stands well has: the nouns of *detailed*, *in-depth*, *clear* and the like. */
const virtues = idMap<Aspect>(
  ['detail depth rigour thoroughness robustness consistency', 'quality'],
  ['clarity specificity precision', 'clarity'],
  ['timeliness promptness', 'time'],
  ['regularity', 'regularity'],
  ['stability', 'stability'],
);
/** How often it is so: of each of them. */
const everywhere = idSet('always consistently invariably all fully');
const spans = idSet('days weeks months years');
/** What may stand between a verb of waiting and how long. */
const mutes = idSet('several many');
const timescales = idSet('timescale timescales timeframe timeframes');
const mostOfTimescale = 4;
/** What makes two claims of one clause. */
const joints = WordKind.auxiliary | WordKind.junction | WordKind.opener;

/** Whether somebody is left or has to do without. */
function goes(prose: Prose, from: number, at: number): boolean {
  return hasWordOf(prose, Math.max(from, at - 4), at, doing);
}

const doing = idSet('go goes going are is remain remains left live lives work works');

/** Whether a word, of a mark or beside it, says how something is done: *regularly*, *well*. */
export function isAdverb(prose: Prose, at: number): boolean {
  const id = idAt(prose, at);
  if (id === word.timely) return false;
  return id === word.well || id === word.enough || endsInLy(prose, at);
}
