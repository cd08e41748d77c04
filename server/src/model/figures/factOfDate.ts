import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, hasWordOf, idAt, sentenceAt } from '../words/proseWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import type { WrittenDate } from './figure.ts';
import type { FiguredBlock } from './figures.ts';
import { isPostWord, isTakenUp, postBefore, postEndingAt } from './heldPosts.ts';

const word = idsOf(
  'in',
  'on',
  'was',
  'since',
  'post',
  'last',
  'previous',
  'inspection',
  'ofsted',
  'the',
  'of',
  'visit',
  'focused',
  'published',
  'inspected',
  'inspections',
  'appointment',
  'we',
);

/** The fact of conflicts between the date of the last inspection and that of the report on it. */
export const publicationOfLast = 'report on the last inspection';

/** The fact of the date of the last inspection, and the beginning of those of its parts. */
export const lastInspection = 'last inspection';
/** That of *the inspection in 2014*, of which nothing says that it was the last. */
export const someInspection = 'inspection';
/** That of *the 2014 inspection*. */
export const namedInspection = 'inspection of a year';

/** The fact of which a date is the date. */
export function factOfDate({ prose }: FiguredBlock, { first, last, year }: WrittenDate): string | undefined {
  let at = first - 1;
  const opening = idAt(prose, at);
  // *The 2014 inspection*
  if (opening === word.the && last === first + 1 && idAt(prose, last) === word.inspection)
    return idAt(prose, last + 1) === word.of ? undefined : namedInspection;
  if (isLabelled(prose, first)) return lastInspection;
  if (opening === word.on)
    return isOnDayOfLast(prose, at - 1) || isLastInspected(prose, first) ? lastInspection : undefined;
  if (opening !== word.in && opening !== word.since) return undefined;
  at--;
  if (idAt(prose, at) === word.inspection && opening === word.in) {
    if (idAt(prose, at - 1) === word.ofsted) at--;
    const which = idAt(prose, at - 1);
    if (which === word.last || which === word.previous) return isOfEvent(prose, at) ? undefined : lastInspection;
    // *The child protection inspection in 2013*
    const ofPart = inspectable.get(which);
    if (ofPart !== undefined && [at - 2, at - 3].some(i => idAt(prose, i) === word.the))
      return `${lastInspection} of ${ofPart}`;
    if (which === word.the && idAt(prose, last) !== word.of) return someInspection;
  }
  if (opening === word.in && isLastInspected(prose, first)) return lastInspection;
  if (opening === word.in) {
    if (idAt(prose, at) === word.published && isOfLastInspection(prose, at)) return publicationOfLast;
    const inspected = inspectedBefore(prose, first);
    if (inspected !== undefined) return `${lastInspection} of ${inspected}`;
  }
  if (idAt(prose, at) === word.visit && idAt(prose, at - 1) === word.focused && idAt(prose, at - 2) === word.the)
    return `focused visit of ${year}`;
  // *The principal’s appointment in …*
  if (opening === word.in && idAt(prose, at) === word.appointment && isPostWord(idAt(prose, at - 1))) at--;
  const isHeld = opening === word.since && idAt(prose, at) === word.post && idAt(prose, at - 1) === word.in;
  if (!isHeld && (opening === word.since || !isTakenUp(prose, at)))
    return opening === word.in ? postEndingAt(prose, at) : undefined;
  return postBefore(prose, at, sentenceAt(prose, first).first);
}

/** *There has been one death since the last inspection, in 2021*: behind a comma the date may be of what came to pass since. */
function isOfEvent(prose: Prose, inspection: number): boolean {
  if (!gapAfter(prose, inspection).startsWith(',')) return false;
  const start = sentenceAt(prose, inspection)?.first ?? inspection;
  for (let at = inspection - 1; at > start && at >= inspection - farFromSince; at--)
    if (idAt(prose, at) === word.since) return true;
  return false;
}

const farFromSince = 4;

/** *The last inspection on 14 June 2016* */
function isOnDayOfLast(prose: Prose, at: number): boolean {
  const which = idAt(prose, at) === word.inspection ? idAt(prose, at - 1) : 0;
  return (which === word.last || which === word.previous) && ours.has(idAt(prose, at - 2));
}

const ours = idSet('the our this');

/** *Date of last inspection: 5–16 November 2018* */
function isLabelled(prose: Prose, first: number): boolean {
  const sentence = sentenceAt(prose, first);
  if (first - sentence.first > farFromLabel || first === sentence.first) return false;
  return label.test(prose.text.slice(sentence.from, startOfWord(prose.words, first)));
}

const label = /^(?:date of )?(?:the )?(?:last|previous) inspection: *(?:\d{1,2} ?[–-] ?)?$/i;
const farFromLabel = 6;

/** *When we last inspected, in May 2016*, *we last inspected the college in 2018*: the whole of it. */
function isLastInspected(prose: Prose, first: number): boolean {
  let at = first - 2;
  const start = Math.max(sentenceAt(prose, first).first, at - farFromInspected);
  while (at > start && idAt(prose, at) !== word.inspected) at--;
  if (idAt(prose, at) !== word.inspected || idAt(prose, at - 1) !== word.last) return false;
  // *The home was last inspected in …*
  if (idAt(prose, at - 2) === word.was)
    return at === first - 2 && whole.has(idAt(prose, at - 3)) && idAt(prose, at - 4) === word.the;
  if (idAt(prose, at - 2) !== word.we) return false;
  const between = prose.text.slice(endOfWord(prose.words, at), startOfWord(prose.words, first - 1));
  return /^,? $|^ (?:the )?(?:[A-Z][\w’&/]* ?|and ){1,5}$/.test(singleSpaced(between));
}

const farFromInspected = 6;
/** All that a report is on. */
const whole = idSet('prison establishment school academy college nursery home hospital council authority force');

/** So far before its date may stand what was inspected. */
const farFromInspection = 24;
const lastly = idSet('last previous previously recent');
/** What is inspected by itself, by a word of its name. */
const inspectable = idMap<string>(
  ['protection safeguarding', 'child protection arrangements'],
  ['looked', 'services for children looked after'],
  ['fostering', 'the fostering service'],
  ['adoption', 'the adoption service'],
  ['leavers', 'services for care leavers'],
);

/**
 * *The previous inspection of services for children looked after was in March 2014*: what was inspected, by the nearest
 * word that tells it.
 */
function inspectedBefore(prose: Prose, first: number): string | undefined {
  const start = Math.max(sentenceAt(prose, first).first, first - farFromInspection);
  if (idAt(prose, first - 2) === word.published) return undefined;
  let at = first - 2;
  while (at >= start && !isInspection(idAt(prose, at))) at--;
  if (at < start || !isLastly(prose, start, at)) return undefined;
  // (What stands in brackets, or between figures, is told of something else.)
  if (/[\d(]/.test(prose.text.slice(startOfWord(prose.words, at), startOfWord(prose.words, first)))) return undefined;
  for (let i = first - 2; i >= start; i--) {
    const name = i === at ? undefined : inspectable.get(idAt(prose, i));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** *The last inspection report was published in …* */
function isOfLastInspection(prose: Prose, published: number): boolean {
  const start = Math.max(sentenceAt(prose, published).first, published - farFromInspection);
  let at = published - 1;
  while (at >= start && idAt(prose, at) !== word.inspection) at--;
  return at >= start && isLastly(prose, start, at);
}

function isInspection(id: number): boolean {
  return id === word.inspection || id === word.inspected || id === word.inspections;
}

function isLastly(prose: Prose, start: number, at: number): boolean {
  return hasWordOf(prose, Math.max(start, at - 3), at, lastly);
}
