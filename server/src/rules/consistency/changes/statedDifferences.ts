import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, figureText } from '../../../model/figures/figures.ts';
import { figureUnits, unitOf } from '../../../model/figures/figureUnits.ts';
import { isInOneSentence } from '../../../model/figures/figureWholes.ts';
import { wordId } from '../../../model/words/proseReading.ts';
import { idAt, sentenceAt } from '../../../model/words/proseWords.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';
import { rising, word } from './changeWords.ts';
import { fractionNamed } from './statedChanges.ts';

/** Two figures that are compared in one sentence, which says besides how far they are apart, or which is more. */
interface Difference {
  readonly now: Figure;
  readonly then: Figure;
  /** How far they are said to be apart, if it is said in a figure or a fraction. */
  readonly amount: Figure | undefined;
  readonly isInexact: boolean;
  readonly rises: boolean;
  /** The word that says which is more, in the block. */
  readonly said: Span;
}

const change = '(increase|decrease|reduction|rise|fall|drop|decline)';
const inexact = '((?:almost|nearly|over|around|about|approximately|roughly|just|more|less|than|under) ){0,2}';
/** *Compared with £81m in 2017–18, a fall of …*: what stands between the figures, and after them. */
const against = / compared (?:with|to) (?:just |only )?$/;
const dated = String.raw`[^.;:()\d]{0,60}(?:[\d–/-]{4,9})?`;
const aside = new RegExp(`^${dated}, (?:which is )?an? ${change} of ${inexact}`, 'i');
/** *418,000 in 2022/23, a rise of 10% on the 380,000*: between the first and the amount, and between that and the other. */
const onOther = /^ (?:on|from|over|compared with|compared to) (?:the )?$/;
/** *4,066 families, 12% more than in 2013–14, when 3,630 did* */
const whenOther = /^ (more|fewer|less|higher|lower) than in [^.;:()]{4,30}, when $/;

/** A difference that is said, *a rise of 10%*, and that the two figures before or around it contradict. */
export function differenceFinding(block: FiguredBlock, i: number): Finding | undefined {
  const difference = comparedWith(block, i) ?? fromTo(block, i) ?? onFormer(block, i) ?? whenFormer(block, i);
  if (difference === undefined) return undefined;
  const { now, then, amount, isInexact, rises, said } = difference;
  if (now.value === then.value || then.value === 0) return undefined;
  const related = [then, now].map(figure => ({ ...figureSpan(block, figure), message: 'One of the figures.' }));
  if (rises !== now.value > then.value)
    return {
      ...figureSpan(block, said),
      message: `From ${figureText(block, then)} to ${figureText(block, now)} is a ${rises ? 'fall' : 'rise'}, but the text says *${block.prose.text.slice(said.from, said.to)}*. Correct the word or a figure.`,
      related,
    };
  if (amount === undefined || isInexact) return undefined;
  const apart = Math.abs(now.value - then.value);
  const isShare = amount.kind === 'percentage' && now.kind !== 'percentage';
  const isOfOneKind = amount.kind === now.kind || (amount.kind === 'points' && now.kind === 'percentage');
  if (!isShare && !isOfOneKind) return undefined;
  const right = isShare ? (100 * apart) / then.value : apart;
  const leeway = isShare
    ? amount.inWords
      ? leewayOfFraction
      : 1
    : roundedTo(block, amount) + roundedTo(block, now) + roundedTo(block, then);
  if (Math.abs(right - amount.value) <= leeway) return undefined;
  return {
    ...figureSpan(block, amount),
    message: `From ${figureText(block, then)} to ${figureText(block, now)} is a ${now.value > then.value ? 'rise' : 'fall'} of ${isShare ? `${Math.round(right)}%` : inItsUnit(block, amount, right)}, but the text says ${figureText(block, amount)}. Correct one of the figures.`,
    related,
  };
}

/** Fractions are said of what is near them. */
const leewayOfFraction = 6;

/**
 * By how much a figure may be off for its rounding: half of its last digit, and nothing where it is a whole number that
 * counts.
 */
function roundedTo({ prose }: FiguredBlock, figure: Figure): number {
  const { kind, decimals } = figure;
  const unit = unitOf(prose, figure);
  if (decimals === 0 && unit === '' && kind === 'count') return 0;
  return 0.5 * 10 ** -decimals * (figureUnits.get(unit) ?? 1);
}

function inItsUnit({ prose }: FiguredBlock, figure: Figure, value: number): string {
  const { kind, from, to } = figure;
  const { text } = prose;
  const unit = unitOf(prose, figure);
  const [blank = ''] = /\s?$/.exec(text.slice(from, to - unit.length)) ?? [];
  const number = (Math.round((100 * value) / (figureUnits.get(unit) ?? 1)) / 100).toLocaleString('en-GB');
  return `${kind === 'money' ? text.charAt(from - 1) : ''}${number}${blank}${unit}${kind === 'percentage' ? '%' : ''}`;
}

function between({ prose }: FiguredBlock, one: Figure, other: Figure): string {
  return singleSpaced(prose.text.slice(one.to, other.from - (other.kind === 'money' ? 1 : 0)));
}

/** *£310m, compared with £228m in the last plan, an increase of £82m*; `i` is that of the second. */
function comparedWith(block: FiguredBlock, i: number): Difference | undefined {
  const { prose, figures } = block;
  const then = figures[i] as Figure;
  const now = figures[i - 1];
  if (now === undefined || now.kind !== then.kind || !isCompared(prose, then.first)) return undefined;
  const sentence = sentenceAt(prose, then.first);
  if (now.first < sentence.first) return undefined;
  if (now.kind === 'duration' || !against.test(between(block, now, then))) return undefined;
  if (figures.some(own => own.first >= sentence.first && own.first < now.first && own.kind === now.kind))
    return undefined;
  return asideOf(block, i, now, then);
}

/** *Compared with 81*, *compared with only 81* */
function isCompared(prose: FiguredBlock['prose'], first: number): boolean {
  return idAt(prose, first - 2) === word.compared || idAt(prose, first - 3) === word.compared;
}

/** *From 26 in 2018/19 to four in 2022/23, a drop of 85%*; `i` is that of the second. */
function fromTo(block: FiguredBlock, i: number): Difference | undefined {
  const { prose, figures } = block;
  const now = figures[i] as Figure;
  const then = figures[i - 1];
  if (then === undefined || now.kind !== then.kind || idAt(prose, now.first - 1) !== word.to) return undefined;
  const sentence = sentenceAt(prose, now.first);
  if (then.first < sentence.first) return undefined;
  const before = singleSpaced(prose.text.slice(Math.max(0, then.from - 6), then.from));
  if (!/ from [£$€]?$/.test(before) || !/^[^.,;:()]{0,40} to $/.test(between(block, then, now))) return undefined;
  return asideOf(block, i, now, then);
}

/** What is said after two figures: *, a fall of almost a fifth*. */
function asideOf(block: FiguredBlock, i: number, now: Figure, then: Figure): Difference | undefined {
  const { prose, figures } = block;
  const last = figures[i] as Figure;
  const text = prose.text.slice(last.to, last.to + longestAside);
  const match = aside.exec(text.replace(/\s/g, ' '));
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const start = last.to + match.index + match[0].length;
  const from = last.to + match[0].lastIndexOf(name);
  const next = figures[i + 1];
  const amount =
    next !== undefined && next.from - (next.kind === 'money' ? 1 : 0) === start ? next : fractionNamed(block, start);
  return { now, then, amount, isInexact: match[2] !== undefined, ...saidAt(from, name) };
}

const longestAside = 140;

/** The word at a place that says which is more. */
function saidAt(from: number, name: string): Pick<Difference, 'rises' | 'said'> {
  return { rises: rising.has(wordId(name)), said: { from, to: from + name.length } };
}

/** *£418,000 in 2022/23, a rise of 10% on the £380,000 of the year before*; `i` is that of the last. */
function onFormer(block: FiguredBlock, i: number): Difference | undefined {
  const { prose, figures } = block;
  const [now, amount, then] = figures.slice(Math.max(0, i - 2), i + 1);
  if (then === undefined || now === undefined || amount?.kind !== 'percentage') return undefined;
  if (now.kind !== then.kind || now.kind === 'percentage' || !isInOneSentence(block, now, then)) return undefined;
  if (!onOther.test(between(block, amount, then))) return undefined;
  const match = aside.exec(between(block, now, amount));
  const name = match?.[1];
  if (match === null || name === undefined || match[0].length !== between(block, now, amount).length) return undefined;
  const from = prose.text.lastIndexOf(name, amount.from);
  return { now, then, amount, isInexact: match[2] !== undefined, ...saidAt(from, name) };
}

/** *4,066 families, 12% more than in 2013–14, when 3,630 used it*; `i` is that of the last. */
function whenFormer(block: FiguredBlock, i: number): Difference | undefined {
  const { prose, figures } = block;
  const [now, amount, then] = figures.slice(Math.max(0, i - 2), i + 1);
  if (now?.kind !== 'count' || amount?.kind !== 'percentage' || then?.kind !== 'count') return undefined;
  if (!isInOneSentence(block, now, then)) return undefined;
  if (!/^(?: \p{L}+){1,4}, $/u.test(between(block, now, amount))) return undefined;
  const name = whenOther.exec(between(block, amount, then))?.[1];
  if (name === undefined) return undefined;
  const from = prose.text.indexOf(name, amount.to);
  return {
    now,
    then,
    amount,
    isInexact: false,
    rises: name === 'more' || name === 'higher',
    said: { from, to: from + name.length },
  };
}
