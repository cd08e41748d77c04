import type { Figure } from '../../../model/figures/figure.ts';
import { figureInWords } from '../../../model/figures/figureInWords.ts';
import { type FiguredBlock, figureSpan, figureText, inSentence } from '../../../model/figures/figures.ts';
import { type ProseSentence, wordId } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, sentenceAt, sentenceBefore } from '../../../model/words/proseWords.ts';
import { startOfWord } from '../../../model/words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';
import {
  againstWord,
  areAlike,
  contrary,
  directionBefore,
  falling,
  farthest,
  isBetween,
  isCompared,
  isDenied,
  opened,
  rising,
  word,
} from './changeWords.ts';

/** A change that is told *from* a figure, and that the figures contradict; `from` is the place of that word. */
export function statedChange(block: FiguredBlock, i: number, from: number): Finding | undefined {
  return (
    changeFinding(block, i, from) ??
    amountFinding(block, i, from) ??
    sinceFinding(block, i, from) ??
    asideFinding(block, i, from)
  );
}

/** What a verb says of how much has changed: the least and the most that a figure may be of the one before. */
const multiples = idMap(
  ['halved halving', { least: 0.35, most: 0.6 }],
  ['doubled doubling', { least: 1.7, most: 2.6 }],
  ['trebled tripled', { least: 2.6, most: 3.6 }],
  ['quadrupled', { least: 3.5, most: 4.8 }],
);

const inexact = idSet('almost nearly more than over around about approximately roughly virtually least just under');

const changes = idSet('increase decrease reduction rise fall drop decline');

/** *risen from 53 to 46*. */
function changeFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const one = figures[i] as Figure;
  const sentence = sentenceAt(prose, one.first);
  const next = figures
    .slice(i + 1, i + 4)
    .findIndex(
      figure =>
        figure.last <= sentence.last && areAlike(block, one, figure) && opened(block, figure, word.to) !== undefined,
    );
  const other = next < 0 ? undefined : figures[i + 1 + next];
  if (other === undefined || other.first - one.last > farthest || other.value === one.value) return undefined;
  const said = directionBefore(block, sentence, from);
  if (said === undefined) return undefined;
  // *Rose from 58 to a peak of 97, and fell thereafter, to 43*
  const turning = said.rises ? falling : rising;
  if (hasWordOf(prose, one.last, other.first, turning)) return undefined;
  if (said.rises !== other.value > one.value)
    return againstWord(block, one, other, said.at, said.rises ? 'fall' : 'rise');
  const later = figures[i + 2 + next];
  if (later !== undefined && said.rises !== later.value > other.value && isNextYear(block, sentence, other, later))
    return againstWord(block, other, later, said.at, said.rises ? 'fall' : 'rise');
  const multiple = multiples.get(idAt(prose, said.at));
  if (multiple === undefined || one.value === 0) return undefined;
  if (hasWordOf(prose, said.at - 2, said.at, inexact)) return undefined;
  const ratio = other.value / one.value;
  if (ratio >= multiple.least && ratio <= multiple.most) return undefined;
  return againstWord(block, one, other, said.at, changeInWords(one, other));
}

/** *From 88% in March 2022 to 85% in March 2023 and 83% in March 2024*: a third figure goes on as the first two do. */
function isNextYear(block: FiguredBlock, { last }: ProseSentence, one: Figure, other: Figure): boolean {
  if (other.last > last || other.kind !== one.kind || other.value === one.value) return false;
  const between = singleSpaced(block.prose.text.slice(one.to, other.from));
  const after = singleSpaced(block.prose.text.slice(other.to, other.to + 24));
  return /^ in [\w–/ ]{4,16},? and (?:to )?$/.test(between) && /^ in (?:[A-Z][a-z]+ )?\d{4}/.test(after);
}

function changeInWords(one: Figure, other: Figure): string {
  const share = Math.round((100 * Math.abs(other.value - one.value)) / one.value);
  return `${other.value > one.value ? 'rise' : 'fall'} of ${share}%`;
}

/** So many words may stand between *by 12%* and *from 550*. */
const farFromAmount = 8;

/** Percentages are rounded, and figures too; so many points may come of that. */
const rounding = 1;

const fractions = idMap(['half', 50], ['third', 33.3], ['quarter', 25], ['fifth', 20]);

const roundingOfFraction = 6;

/** *Fallen by a third in a year, from 180 to 120*: the fraction, as a percentage. */
function fractionBefore({ prose }: FiguredBlock, from: number): Figure | undefined {
  let at = from - 1;
  while (at > from - farFromAmount && !fractions.has(idAt(prose, at))) at--;
  const value = fractions.get(idAt(prose, at));
  if (value === undefined) return undefined;
  const article = idAt(prose, at - 1);
  const first = article === word.a ? at - 1 : at;
  if (idAt(prose, first - 1) !== word.by) return undefined;
  return figureInWords(prose, { first, last: at + 1 }, 'percentage', value);
}

/** The fraction that begins at a place of a block, as a percentage: *a fifth*. */
export function fractionNamed({ prose }: FiguredBlock, from: number): Figure | undefined {
  const [written = '', name = ''] =
    /^(?:an? )?(half|third|quarter|fifth)(?!\p{L})/u.exec(prose.text.slice(from, from + 12)) ?? [];
  const value = fractions.get(wordId(name));
  if (value === undefined) return undefined;
  const span = { from, to: from + written.length };
  return { ...span, kind: 'percentage', value, decimals: 0, inWords: true, first: 0, last: 0, per: undefined };
}

/** *Risen by 12% in a year, from 550 to 616*. */
function amountFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const one = figures[i] as Figure;
  // (*By 60% in five years, from 261 to 418*)
  const amount = fractionBefore(block, from) ?? figures[figures[i - 1]?.kind === 'duration' ? i - 2 : i - 1];
  const other = figures[i + 1];
  const opening = amount === undefined ? 0 : idAt(prose, amount.first - 1);
  if (amount?.kind !== 'percentage' || (opening !== word.by && opening !== word.of) || other === undefined)
    return undefined;
  if (one.kind === 'percentage' || one.value === 0 || one.kind !== other.kind || !areAlike(block, one, other))
    return undefined;
  const sentence = sentenceAt(prose, amount.first);
  if (from - amount.last > farFromAmount) return undefined;
  if (other.last > sentence.last || opened(block, other, word.to) === undefined || other.first - one.last > farthest)
    return undefined;
  const verb = [amount.first - 2, amount.first - 3].find(
    at => rising.has(idAt(prose, at)) || falling.has(idAt(prose, at)),
  );
  if (verb === undefined || isDenied(block, sentence, verb)) return undefined;
  const change = changeInWords(one, other);
  if (rising.has(idAt(prose, verb)) !== other.value > one.value) return againstWord(block, one, other, verb, change);
  const share = (100 * Math.abs(other.value - one.value)) / one.value;
  if (Math.abs(share - amount.value) <= (amount.inWords ? roundingOfFraction : rounding)) return undefined;
  return {
    ...figureSpan(block, amount),
    message: `From ${figureText(block, one)} to ${figureText(block, other)} is a ${change}, but the text says ${amount.inWords ? `*${figureText(block, amount)}*` : figureText(block, amount)}. Correct one of the figures.`,
    related: [{ from: block.base + one.from, to: block.base + other.to, message: 'The figures.' }],
  };
}

/** *611 children, an increase from 538*, *19 adopters, up from 14*: of all the figures before it there is one. */
function asideFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const now = figures[i - 1];
  if (now === undefined) return undefined;
  const sentence = sentenceAt(prose, old.first);
  if (now.first < sentence.first) return undefined;
  const said = from - 1;
  const id = idAt(prose, said);
  const isUp = id === word.up || id === word.down;
  const article = idAt(prose, said - 1);
  if (!isUp && !(changes.has(id) && (article === word.a || article === word.an))) return undefined;
  // *39, a rise from 32* and *39, which is a rise from 32*, but not *after a rise from 32*.
  const opening = isUp ? said : said - 1;
  const aside = singleSpaced(prose.text.slice(now.to, startOfWord(prose.words, opening)));
  if (!/(?:,|–|\()(?: ?which (?:is|was|represents|represented))? ?$/.test(aside)) return undefined;
  // *4.1 per 1,000 days, down from 5.6*
  const isRate = now.kind === 'rate' && old.kind === 'count';
  if ((!isRate && now.kind !== old.kind) || !areAlike(block, old, now) || now.value === old.value) return undefined;
  if (idAt(prose, now.first - 1) === word.by || opened(block, now, word.from) !== undefined) return undefined;
  const isOther = (figure: Figure): boolean => isCompared(figure) && idAt(prose, figure.first - 1) !== word.per;
  if (figures.filter(isBetween(sentence.first, old.first)).filter(isOther).length > 1) return undefined;
  const next = figures[i + 1];
  if (next !== undefined && next.last <= sentence.last && opened(block, next, word.to) !== undefined) return undefined;
  return contrary(block, { rises: id === word.up || rising.has(id), at: said }, now, old);
}

/** *519 children … This is an increase from 367.* */
function sinceFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const sentence = sentenceAt(prose, old.first);
  if (idAt(prose, sentence.first) !== word.this) return undefined;
  // *This is a 27% increase from 268*, *this is an increase of two from nine*
  const between = figures.filter(isBetween(sentence.first, old.first));
  const [amount, more] = between;
  const isOfAmount =
    amount === undefined ||
    (more === undefined &&
      old.kind !== 'percentage' &&
      (amount.kind === 'percentage' || isDifference(block, amount, old)));
  if (from - sentence.first > 8 || !isOfAmount) return undefined;
  const said = directionBefore(block, sentence, amount?.kind === 'count' ? amount.first - 1 : from);
  const now = onlyBefore(block, sentence, old);
  if (said === undefined || now === undefined || now.value === old.value) return undefined;
  // *This is an increase from 53 to 46*
  if (figures[i + 1] !== undefined && opened(block, figures[i + 1] as Figure, word.to) !== undefined) return undefined;
  return contrary(block, said, now, old) ?? (amount && amountSinceFinding(block, amount, old, now));
}

/** *An increase of two from nine*: by how many more there are. */
function isDifference({ prose }: FiguredBlock, { kind, first, last }: Figure, old: Figure): boolean {
  return (
    kind === 'count' && old.kind === 'count' && idAt(prose, first - 1) === word.of && idAt(prose, last) === word.from
  );
}

/** By how much it is said to have changed since, where it has changed by another amount. */
function amountSinceFinding(block: FiguredBlock, amount: Figure, old: Figure, now: Figure): Finding | undefined {
  const isShare = amount.kind === 'percentage';
  const difference = Math.abs(now.value - old.value);
  const isSo = isShare
    ? old.value === 0 || Math.abs((100 * difference) / old.value - amount.value) <= rounding
    : difference === amount.value;
  if (isSo || inexact.has(idAt(block.prose, amount.first - 1))) return undefined;
  const change = isShare ? changeInWords(old, now) : `${now.value > old.value ? 'rise' : 'fall'} of ${difference}`;
  return {
    ...figureSpan(block, amount),
    message: `From ${figureText(block, old)} to ${figureText(block, now)} is a ${change}, but the text says ${figureText(block, amount)}. Correct one of the figures.`,
    related: [now, old].map(figure => ({ ...figureSpan(block, figure), message: 'One of the figures.' })),
  };
}

/** *190 children are looked after. This is the same as 180 in March.* */
export function sameFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const said = old.first - 2;
  if (idAt(prose, said) !== same || idAt(prose, old.first - 1) !== as) return undefined;
  const sentence = sentenceAt(prose, old.first);
  if (idAt(prose, sentence.first) !== word.this) return undefined;
  if (said - sentence.first > 4 || isDenied(block, sentence, said)) return undefined;
  const now = onlyBefore(block, sentence, old);
  if (now === undefined || now.value === old.value) return undefined;
  return {
    ...figureSpan(block, old),
    message: `${figureText(block, now)} is not ${figureText(block, old)}, but the text says that it is the same. Correct one of the two.`,
    related: [{ ...figureSpan(block, now), message: 'The other figure.' }],
  };
}

/** The one figure of a kind in the sentence before another. */
function onlyBefore({ prose, figures }: FiguredBlock, sentence: ProseSentence, { kind }: Figure): Figure | undefined {
  const before = sentenceBefore(prose, sentence);
  const [only, another] = before === undefined ? [] : inSentence(figures, before).filter(own => own.kind === kind);
  return another === undefined ? only : undefined;
}

const { same, as } = idsOf('same', 'as');
const pronouns = idSet('this it that which');
const had = idSet('has had have');
const been = wordId('been');
const cut = wordId('cut');
const raised = wordId('raised');

/** *There were 305, but by April this had fallen to 1,377*. */
export function reachedFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const now = figures[i] as Figure;
  if (idAt(prose, now.first - 1) !== word.to) return undefined;
  const verb = now.first - 2;
  const id = idAt(prose, verb);
  const isDone = idAt(prose, verb - 1) === been;
  const rises = rising.has(id) || (isDone && id === raised);
  if (!rises && !falling.has(id) && !(isDone && id === cut)) return undefined;
  const auxiliary = isDone ? verb - 2 : verb - 1;
  if (!had.has(idAt(prose, auxiliary)) || !pronouns.has(idAt(prose, auxiliary - 1))) return undefined;
  const sentence = sentenceAt(prose, now.first);
  if (isDenied(block, sentence, verb)) return undefined;
  const [old, another] = figures.filter(figure => isBetween(sentence.first, verb)(figure) && isCompared(figure));
  if (old === undefined || another !== undefined || old.kind !== now.kind || old.value === now.value) return undefined;
  return rises === now.value > old.value ? undefined : againstWord(block, old, now, verb, rises ? 'fall' : 'rise');
}
