import type { WrittenDate } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figuredBlocks, figureSpan, figureText } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import { sectionOfBlock } from '../../../model/sectionOfBlock.ts';
import type { Prose } from '../../../model/words/prose.ts';
import { wordId } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import type { Span } from '../../../text/text.ts';

/** The dates of facts that lie after a day. */
export function factsAfter(
  report: Report,
  last: string,
  isFact: (block: FiguredBlock, date: WrittenDate) => boolean = isOfFact,
): (Span & { readonly words: string })[] {
  const year = Number(last.slice(0, 4));
  return figuredBlocks(report).flatMap(block =>
    block.dates
      .filter(date => date.year >= year && isAfter(date, last) && isFact(block, date))
      .map(date => ({ ...figureSpan(block, date), words: figureText(block, date) })),
  );
}

/** The dates before a day of what is said to be still to come: *it is due to be finished in May 2016*. */
export function comingBefore(report: Report, day: string): (Span & { readonly words: string })[] {
  const year = Number(day.slice(0, 4));
  return figuredBlocks(report).flatMap(block =>
    block.dates
      .filter(date => date.year <= year && isBefore(date, day) && isToCome(block, date, () => isAsked(report, block)))
      .map(date => ({ ...figureSpan(block, date), words: figureText(block, date) })),
  );
}

/** Whether a block asks for something now: requirements of an earlier inspection may be told again. */
function isAsked(report: Report, { index }: FiguredBlock): boolean {
  const section = sectionOfBlock(report, index);
  return section?.role === 'recommendations' && !/\b(?:last|previous|earlier)\b/i.test(section.path);
}

/** Whether a date, as exactly as it is given, lies before a day. */
function isBefore({ year, month, day: ofMonth }: WrittenDate, day: string): boolean {
  const written = [year, month, ofMonth]
    .flatMap(part => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-');
  return written < day.slice(0, written.length);
}

const bys = idSet('in by from on until before');
const coming = idSet('due planned scheduled expected set intended');
const is = idSet('is are');
/** What was to come once. */
const before = idSet('was were had been would did originally initially previously since after although despite');
const obliging = idSet('should must');
const byWord = wordId('by');
const willWord = wordId('will');
const beWord = wordId('be');
/** In what is longer no further words are looked at: a sentence of many dates is a list. */
const longestSentence = 150;
/** So far before its date stands what says that something is to come. */
const farthest = 10;

/** *Will start in April 2016*, *are not due to be finished until May 2016*, *to be formed in June 2016*. */
function isToCome({ prose }: FiguredBlock, { first, last }: WrittenDate, asks: () => boolean): boolean {
  const sentence = sentenceAt(prose, first);
  if (!bys.has(idAt(prose, first - 1)) || idAt(prose, last) === toWord) return false;
  // *By 31 May 2022, the service should …*
  const isTerm = first - 1 === sentence.first && idAt(prose, first - 1) === byWord && asks();
  if (isTerm && hasWordOf(prose, last, Math.min(sentence.last, last + farthest), obliging)) return true;
  if (hasWordOf(prose, Math.max(sentence.first, first - longestSentence), first, before)) return false;
  for (let word = first - 2; word >= Math.max(sentence.first, first - farthest); word--) {
    const id = idAt(prose, word);
    if (isPast(prose, word) && idAt(prose, word - 1) !== beWord && !coming.has(id)) return false;
    if (id === willWord) return true;
    // *Judged to be good in July 2016* tells of what was; *planned to be opened* does not.
    if (id === toWord && idAt(prose, word + 1) === beWord)
      return !isPast(prose, word - 1) || coming.has(idAt(prose, word - 1));
    if (coming.has(id) && [word - 1, word - 2].some(at => is.has(idAt(prose, at)))) return true;
  }
  return false;
}

/** Whether a date, as exactly as it is given, lies after a day. */
function isAfter({ year, month, day }: WrittenDate, last: string): boolean {
  const written = [year, month, day]
    .flatMap(part => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-');
  return written > last.slice(0, written.length);
}

const factual = idSet('at since');
/** Words of what lies ahead. */
const ahead = idSet('will would planned planning intend intends expect expected scheduled');

const happening = idSet('in on during');
const dated = idSet('dated published completed signed issued');
/** Verbs in the past that do not end in *-ed*. */
const pastVerbs = idSet(
  `was were had did took became came left went held made began met found saw rose fell grew lost won gave got put set ran
  chose drew wrote brought built sent spent said told`,
);
/** What is so now, or not yet. */
const presentVerbs = idSet('is are be being has have can may should must to for until by');
/** What is had by then may be for later: *offered places in September*. */
const granting = idSet('offered booked secured promised granted allocated given reserved agreed approved invited');
/** *It was judged to require improvement in 2018*, *was found to be poor in 2018* */
const judging = idSet('judged rated graded found');
const noPast = idSet('need proceed exceed succeed speed indeed feed seed breed');
const starting = idSet('began started continued ceased');
const later = idSet(
  'subsequently later due next future forthcoming plans plan proposed hopes aims target deadline after following',
);
const toWord = wordId('to');
/** So far before its date stands the verb that it is of. */
const mostBetween = 8;

/**
 * *Took up post in January 2020*, *(published 14 March 2023)*: a date at which something has happened, and not in a span of
 * two years.
 */
export function isToldOf({ prose }: FiguredBlock, { first, last, month }: WrittenDate): boolean {
  const sentence = sentenceAt(prose, first);
  if (month === undefined && last > first + 1) return false;
  const end = Math.min(sentence.last, first + longestSentence);
  for (let word = Math.max(sentence.first, first - longestSentence); word < end; word++) {
    const id = idAt(prose, word);
    if (ahead.has(id) || later.has(id)) return false;
  }
  if (first === sentence.first) return false;
  const before = idAt(prose, first - 1);
  if (!happening.has(before))
    return (
      dated.has(before) || (before === fromWord && first - 2 >= sentence.first && idAt(prose, first - 2) === datedWord)
    );
  for (let word = first - 2; word >= Math.max(sentence.first, first - 2 - mostBetween); word--) {
    const id = idAt(prose, word);
    if (id === toWord && (starting.has(idAt(prose, word - 1)) || judging.has(idAt(prose, word - 1)))) return true;
    if (id === beWord && judging.has(idAt(prose, word - 2)) && idAt(prose, word - 1) === toWord) return true;
    if (presentVerbs.has(id)) return false;
    if (granting.has(id)) return word === first - 2;
    // *To be implemented in April* lies ahead.
    if (isPast(prose, word)) return pastVerbs.has(id) || !presentVerbs.has(idAt(prose, word - 1));
  }
  if (first - 1 !== sentence.first) return false;
  for (let word = last; word < sentence.last; word++) {
    if (presentVerbs.has(idAt(prose, word))) return false;
    if (isPast(prose, word)) return true;
  }
  return false;
}

const fromWord = wordId('from');
const datedWord = wordId('dated');

function isPast(prose: Prose, word: number): boolean {
  const id = idAt(prose, word);
  return pastVerbs.has(id) || (!noPast.has(id) && /^\p{Ll}{2,}ed$/u.test(wordAt(prose, word)));
}

/** *At 30 September 2017*, *since March 2016*, in a sentence that speaks of nothing that lies ahead. */
function isOfFact({ prose }: FiguredBlock, { first }: WrittenDate): boolean {
  if (!factual.has(idAt(prose, first - 1)) && !isOfInspection(prose, first)) return false;
  const sentence = sentenceAt(prose, first);
  const end = Math.min(sentence.last, first + longestSentence);
  return !hasWordOf(prose, Math.max(sentence.first, first - longestSentence), end, ahead);
}

/** *The last inspection in 2016* */
function isOfInspection(prose: Prose, first: number): boolean {
  return (
    idAt(prose, first - 1) === inWord &&
    idAt(prose, first - 2) === inspectionWord &&
    earlier.has(idAt(prose, first - 3))
  );
}

const inWord = wordId('in');
const earlier = idSet('last previous the');

const inspectionWord = wordId('inspection');
