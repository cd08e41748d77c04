import type { Figure, WrittenDate } from '../../../model/figures/figure.ts';
import { type FiguredBlock, inSentence } from '../../../model/figures/figures.ts';
import type { Prose } from '../../../model/words/prose.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, sentenceAt, sentenceBefore, wordAt } from '../../../model/words/proseWords.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';
import {
  againstWord,
  contrary,
  type Direction,
  falling,
  farthest,
  isBetween,
  isDenied,
  less,
  more,
  negations,
  opened,
  qualities,
  rising,
  word,
} from './changeWords.ts';

/** So many words say that a number falls, before a sentence that gives it year by year. */
const longestClaim = 12;

/** *The number has fallen. There were 58 in 2020–21, 49 in 2021–22 and 37 in 2022–23.* */
export function yearsFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures, dates } = block;
  const one = figures[i] as Figure;
  if (dates.length < 2) return undefined;
  const years = yearsFrom(block, i);
  const other = figures[i + years.length - 1];
  if (years.length < 2 || other === undefined || one.value === other.value) return undefined;
  const sentence = sentenceAt(prose, one.first);
  if (figures.some(isBetween(sentence.first, one.first))) return undefined;
  const said = claimBefore(block, sentence);
  if (said === undefined || said.rises === other.value > one.value) return undefined;
  return againstWord(block, one, other, said.at, said.rises ? 'fall' : 'rise');
}

const changes = new Set([...rising, ...falling]);

/** Which way a short sentence without a figure, right before another, says that a number goes. */
function claimBefore({ prose, figures }: FiguredBlock, { first }: ProseSentence): Direction | undefined {
  const before = first > 0 ? sentenceAt(prose, first - 1) : undefined;
  if (before === undefined || before.last - before.first > longestClaim) return undefined;
  if (figures.some(isBetween(before.first, before.last))) return undefined;
  return onlyChange(prose, before.first, before.last);
}

/** The one word of some that says how a number changes; nothing if there are several, or a denial or a quality among them. */
function onlyChange(prose: Prose, first: number, last: number): Direction | undefined {
  let said: Direction | undefined;
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    if (qualities.has(id) || negations.has(id)) return undefined;
    if (!rising.has(id) && !falling.has(id)) continue;
    if (said !== undefined) return undefined;
    said = { rises: rising.has(id), at };
  }
  return said;
}

/** So many figures may stand from the first of a sentence to the one with which it is compared. */
const mostCompared = 5;
/** Of these there is less where what is counted is more: *attendance fell*, *there were 90 absences*. */
const presence = idSet(
  'attendance participation engagement compliance satisfaction staffing capacity safety standards access take-up uptake',
);

/** *Violence had fallen. There had been 88 assaults, compared with 121 in the year before.* */
export function existingFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const now = figures[i] as Figure;
  if (now.kind !== 'count') return undefined;
  const sentence = sentenceAt(prose, now.first);
  if (idAt(prose, sentence.first) !== word.there || now.first > sentence.first + 3) return undefined;
  const then = figures
    .slice(i + 1, i + mostCompared)
    .find(({ first }) => idAt(prose, first - 1) === word.with && idAt(prose, first - 2) === word.compared);
  if (then === undefined || then.last > sentence.last || then.kind !== now.kind || then.value === now.value)
    return undefined;
  if (hasWordOf(prose, sentence.first, sentence.last, changes)) return undefined;
  const said = claimBefore(block, sentence);
  if (said === undefined || hasWordOf(prose, Math.max(0, said.at - longestClaim), said.at, presence)) return undefined;
  return contrary(block, said, now, then);
}

/** No date has more words. */
const longestDate = 4;

/** The years, each later than the last, in which a figure and those after it are dated: *58 in 2020–21, 49 in 2021–22*. */
function yearsFrom({ prose, figures, dates }: FiguredBlock, i: number): number[] {
  const years: number[] = [];
  for (let at = i; at < figures.length; at++) {
    const { kind, last } = figures[at] as Figure;
    const [date] =
      idAt(prose, last) === word.in ? inSentence(dates, { first: last + 1, last: last + 1 + longestDate }) : [];
    if (date?.first !== last + 1 || kind !== figures[i]?.kind || (years.at(-1) ?? 0) >= date.year) break;
    years.push(date.year);
  }
  return years;
}

/** *91%, which is higher than the national average of 95%*. */
export function comparisonFinding(block: FiguredBlock, i: number): Finding | undefined {
  return relativeFinding(block, i) ?? thanFinding(block, i) ?? besideFinding(block, i);
}

/** So many words may stand between a comparison and what something is compared with. */
const farFromYardstick = 8;

/** The comparison that leads to a figure, *well below the national rate of 14%*, and where it begins. */
function comparisonTo({ prose }: FiguredBlock, { first }: Figure, start: number): Direction | undefined {
  for (let at = first - 1; at >= Math.max(start, first - farFromYardstick); at--) {
    const id = idAt(prose, at);
    if (id === word.and || id === word.but || id === word.while) return undefined;
    const isComparison = idAt(prose, at + 1) === word.than || id === word.above || id === word.below;
    if (isComparison && (more.has(id) || less.has(id))) return { rises: more.has(id), at };
  }
  return undefined;
}

const intensifiers = idSet(
  'well much far significantly considerably slightly substantially a little now still markedly just',
);
const being = idSet('is was are were represents represented');

/**
 * *27% did so, in all their subjects, which is well below the 14% elsewhere*; *39% are repeated. This is lower than
 * elsewhere, at 22%*.
 */
function relativeFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const other = figures[i] as Figure;
  if (other.kind !== 'percentage' && other.kind !== 'rate') return undefined;
  const sentence = sentenceAt(prose, other.first);
  const said = comparisonTo(block, other, sentence.first);
  if (said === undefined || isDenied(block, sentence, said.at)) return undefined;
  let at = said.at - 1;
  while (at > sentence.first && intensifiers.has(idAt(prose, at))) at--;
  const pronoun = idAt(prose, at - 1);
  if (!being.has(idAt(prose, at)) || figures.some(isBetween(at, other.first))) return undefined;
  const isOfSentence = pronoun === word.which;
  const isOfLast = (pronoun === word.this || pronoun === word.that) && at - 1 === sentence.first;
  const own = isOfSentence ? sentence : isOfLast ? sentenceBefore(prose, sentence) : undefined;
  if (own === undefined) return undefined;
  const [now, another] = figures.filter(
    figure =>
      figure.kind === other.kind && figure.per === other.per && isBetween(own.first, Math.min(own.last, at))(figure),
  );
  if (now === undefined || another !== undefined || now.value === other.value) return undefined;
  return contrary(block, said, now, other);
}

/** *Four suspensions, fewer than the nine a year before* */
function thanFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const other = figures[i] as Figure;
  const own = figures[i - 1];
  if (own?.kind !== 'count' || other.kind !== 'count' || own.value === other.value) return undefined;
  if (idAt(prose, other.first - 2) !== word.than) return undefined;
  if (sentenceAt(prose, own.first) !== sentenceAt(prose, other.first)) return undefined;
  const between = singleSpaced(prose.text.slice(own.to, other.from));
  const than = /^(?: [\p{L}\d–/-]+){1,6}, (more|fewer) than the $/u.exec(between);
  if (than === null) return undefined;
  return contrary(block, { rises: than[1] === 'more', at: other.first - 3 }, own, other);
}

function besideFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const other = figures[i] as Figure;
  const own = figures[i - 1];
  if (own === undefined || other.kind !== own.kind || other.kind === 'duration' || other.kind === 'count')
    return undefined;
  const sentence = sentenceAt(prose, other.first);
  if (own.first < sentence.first || other.first - own.last > farthest) return undefined;
  if (
    figures.some(figure => figure.kind === own.kind && figure !== own && isBetween(sentence.first, own.first)(figure))
  )
    return undefined;
  if (opened(block, own, word.from) !== undefined || idAt(prose, own.first - 1) === word.than) return undefined;
  let said: Direction | undefined;
  for (let at = own.last; at < other.first; at++) {
    const id = idAt(prose, at);
    const isComparison = idAt(prose, at + 1) === word.than || id === word.above || id === word.below;
    if (id === word.and || id === word.but || id === word.while) return undefined;
    if (!isComparison || (!more.has(id) && !less.has(id))) continue;
    // *13% below the average*: the figure is the difference; *13%, below the average*, is no difference.
    if ((at === own.last && !/^,/.test(prose.text.slice(own.to))) || said !== undefined) return undefined;
    if (isOfDeed(block, at, other.first) || isOfThings(block, own, at)) return undefined;
    said = { rises: more.has(id), at };
  }
  if (said === undefined || isDenied(block, sentence, said.at) || own.value === other.value) return undefined;
  return contrary(block, said, own, other);
}

/** Whether a share is of things of which the comparison is said: *45% of officers were above 110%*. */
function isOfThings({ prose }: FiguredBlock, { last }: Figure, at: number): boolean {
  if (idAt(prose, last) !== word.of) return false;
  for (let i = last; i < at; i++) if (idAt(prose, i) === word.which) return false;
  return plural.has(idAt(prose, at - 1));
}

const plural = idSet('are were had have');

/** Whether *more than* tells how far something is done, and compares nothing: *more than doubled to*, *more than offset by*. */
function isOfDeed({ prose }: FiguredBlock, at: number, to: number): boolean {
  if (idAt(prose, at + 1) !== word.than) return false;
  if (wordAt(prose, at).toLowerCase() === 'more' && /^\p{L}{3,}ed$/u.test(wordAt(prose, at + 2))) return true;
  for (let i = at + 2; i < to; i++) if (idAt(prose, i) === word.by) return true;
  return false;
}

/** So many words may stand between a change and the figures that show it. */
const farFromChange = 12;

/** *Use has been reduced, and was 16% in September 2017 compared to 22% in January*: two dated figures that show a change. */
export function comparedFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures, dates } = block;
  const then = figures[i] as Figure;
  const compared = then.first - 2;
  if (idAt(prose, compared) !== word.compared) return undefined;
  const now = figures[i - 1];
  const sentence = sentenceAt(prose, then.first);
  if (now === undefined || now.first < sentence.first || now.kind !== then.kind) return undefined;
  if (now.value === then.value || now.kind === 'duration') return undefined;
  // (What is looked at stands around the two, however long their sentence is.)
  const around = {
    first: Math.max(sentence.first, now.first - farFromChange),
    last: Math.min(sentence.last, then.last + 1 + longestDate),
  };
  const dated = inSentence(dates, around);
  const [later, another] = dated.filter(date => date.first >= now.last && date.last <= compared);
  const earlier = dated.find(({ first }) => first > then.last - 1 && first <= then.last + 1);
  if (later === undefined || another !== undefined || earlier === undefined || !isBefore(earlier, later))
    return undefined;
  if (figures.some(isBetween(around.first, now.first))) return undefined;
  const said = onlyChange(prose, around.first, now.first);
  return said && contrary(block, said, now, then);
}

function isBefore(one: WrittenDate, other: WrittenDate): boolean {
  return 12 * one.year + (one.month ?? 1) < 12 * other.year + (other.month ?? 12);
}
