import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, inSentence } from '../../../model/figures/figures.ts';
import {
  between,
  isCount,
  isInOneSentence,
  isOpening,
  isShareOf,
  type PlacedFigure,
  wholeOf,
} from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { idAt, sentenceAt, sentenceBefore } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import { firstWhere } from '../../../text/text.ts';

/** A number and the whole in which a percentage beside it is its share. */
interface SharedWhole {
  readonly part: Figure;
  readonly whole: PlacedFigure;
}

const word = idsOf('of', 'in', 'cases', 'sample', 'remaining', 'other', 'these');

/** What stands between a part and its whole: *46 of the 52*, *26 of last year’s 34*, *28 vacancies among its 160*. */
const outOf = /^ (?:out )?of (?:the |a total of |all |its |their |our )?(?:(?:last|this) year[’']s )?$/;
const among = /^ [\p{L}’' -]{1,30} (?:among|out of|of) (?:its|the|their|all) $/u;
/** What may be counted, with a name that has a number: *pupils in Year 1*. */
const things = /^ [\p{L}’'\d -]{1,60} \($/u;
const plainThings = /^ [\p{L}’' -]{1,60} \($/u;

/**
 * The part and the whole of a percentage in other forms than *36 of the 409 (9%)* and *271 (or 52%)*; `i` is that of the
 * percentage.
 */
export function sharedWhole(report: Report, block: FiguredBlock, i: number): SharedWhole | undefined {
  return (
    bracketedAfter(block, i) ??
    beforeBracket(block, i) ??
    inWords(block, i) ??
    ofOpened(block, i) ??
    ofRate(block, i) ??
    ofList(report, block, i)
  );
}

function countBefore({ figures }: FiguredBlock, i: number): number {
  let at = i - 1;
  while (figures[at]?.kind === 'label') at--;
  return isCount(figures[at]) ? at : -1;
}

/** *62% of the grants (796 of 1,284)*, *76%: 190 of 250* */
function bracketedAfter(block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures } = block;
  const [share, part, whole] = [figures[i], figures[i + 1], figures[i + 2]];
  if (share === undefined || !isCount(part) || !isCount(whole)) return undefined;
  if (!/^(?: of [\p{L}’' -]{1,80} \(|: )$/u.test(between(block, share, part))) return undefined;
  return outOf.test(between(block, part, whole)) && part.value <= whole.value
    ? { part, whole: { figure: whole, block } }
    : undefined;
}

/** *46 of 52 pupils in Year 1 (88%)*, *26 of last year’s 34 interns (76%)*, *28 vacancies among its 160 posts, or 17.5%* */
function beforeBracket(block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures } = block;
  const share = figures[i] as Figure;
  const at = countBefore(block, i);
  const whole = figures[at];
  const part = figures[at - 1];
  if (whole === undefined || !isCount(part) || part.value > whole.value) return undefined;
  const joint = between(block, part, whole);
  const after = between(block, whole, share);
  if (outOf.test(joint) && (things.test(after) || (/ \($/.test(after) && after.length < 3)))
    return { part, whole: { figure: whole, block } };
  if (among.test(joint) && /^ [\p{L}’' -]{1,40},? or $/u.test(after)) return { part, whole: { figure: whole, block } };
  return undefined;
}

/** *14.5 vacancies, which is 18% of its 80.5 posts* */
function inWords(block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures } = block;
  const [part, share, whole] = [figures[i - 1], figures[i] as Figure, figures[i + 1]];
  if (!isCount(part) || !isCount(whole) || part.value > whole.value) return undefined;
  if (!/^ [\p{L}() -]{1,60}, which (?:is|was) $/u.test(between(block, part, share))) return undefined;
  return /^ of (?:its|the|their|all) $/.test(between(block, share, whole))
    ? { part, whole: { figure: whole, block } }
    : undefined;
}

/** *We surveyed all 149 councils and received 112 replies, a response rate of 75%*: of two numbers alone. */
function ofRate(block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures, prose } = block;
  const share = figures[i] as Figure;
  const [whole, part] = [figures[i - 2], figures[i - 1]];
  if (!isCount(part) || !isCount(whole)) return undefined;
  if (!isInOneSentence(block, whole, share) || part.value > whole.value) return undefined;
  const start = sentenceAt(prose, share.first).first;
  if ((figures[i - 3]?.first ?? -1) >= start) return undefined;
  return /^ [\p{L}’ -]{1,40}(?:, | \()an? (?:response|return|reply|completion) rate of $/u.test(
    between(block, part, share),
  )
    ? { part, whole: { figure: whole, block } }
    : undefined;
}

/**
 * *Of 52 staff, 47 are trained (90%)*, *In our sample of 120 files, 42 (35%)*, *… The remaining 160 (33%)*, *… In 24 cases
 * (25%)*.
 */
function ofOpened(block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures, prose } = block;
  const share = figures[i] as Figure;
  const part = figures[i - 1];
  if (!isCount(part) || !isInOneSentence(block, part, share)) return undefined;
  const isBeside = isShareOf(block, part, share);
  if (!isBeside && !plainThings.test(between(block, part, share))) return undefined;
  const sentence = sentenceAt(prose, part.first);
  const outer = figures[i - 2];
  if (isCount(outer) && outer.first >= sentence.first && outer.value >= part.value) {
    const joint = between(block, outer, part);
    if (!isBeside && isOpening(block, outer) && /^[^,.;:()]*, $/.test(joint))
      return { part, whole: { figure: outer, block } };
    const isSample = idAt(prose, outer.first - 1) === word.of && idAt(prose, outer.first - 2) === word.sample;
    if (isSample && /^[^,.;:()]*, $/.test(joint)) return { part, whole: { figure: outer, block } };
  }
  const whole = beforeColon(block, i - 1, sentence.first) ?? ofLast(block, part, sentence);
  return whole && whole.figure.value >= part.value ? { part, whole } : undefined;
}

/** *1,870 boys left: 1,327 (71%) to an address and 543 (29%) to none*: the one number before the colon. */
function beforeColon(block: FiguredBlock, i: number, start: number): PlacedFigure | undefined {
  const { figures, prose } = block;
  const part = figures[i] as Figure;
  let whole: Figure | undefined;
  for (let at = i - 1; at >= Math.max(0, i - mostParts) && (figures[at] as Figure).first >= start; at--) {
    const figure = figures[at] as Figure;
    const next = figures[at + 1] as Figure;
    if (isCount(figure) && /^[^.,;:()]{1,60}: $/.test(between(block, figure, next))) {
      whole = figure;
      break;
    }
    const isBracketed = figure.kind === 'percentage' && prose.text.charAt(figure.from - 1) === '(';
    if (!isBracketed && !isCount(figure)) return undefined;
  }
  const before = singleSpaced(prose.text.slice(Math.max(0, part.from - 6), part.from));
  return whole !== undefined && /(?:: |, | and )$/.test(before) ? { figure: whole, block } : undefined;
}

/** So many numbers may stand between a whole and its parts. */
const mostParts = 30;

/** The whole that the sentence before gives: it opens it, *Of the 480 children …*, or is the one number in it. */
function ofLast(block: FiguredBlock, part: Figure, sentence: { readonly first: number }): PlacedFigure | undefined {
  const { prose, figures } = block;
  const before = sentenceBefore(prose, sentence);
  if (before === undefined) return undefined;
  const own = inSentence(figures, before).filter(isCount);
  const [first, second] = own;
  if (first === undefined) return undefined;
  if (idAt(prose, part.first - 1) === word.remaining)
    return isOpening(block, first) ? { figure: first, block } : undefined;
  const isOfCases =
    part.first === sentence.first + 1 &&
    idAt(prose, sentence.first) === word.in &&
    idAt(prose, part.last) === word.cases;
  return isOfCases && second === undefined ? { figure: first, block } : undefined;
}

const lists = idSet('and');

/** *60 live outside the borough (25%)* in a list that is led in to by *Of the 240:*; further parts after *Of these, …*. */
function ofList(report: Report, block: FiguredBlock, i: number): SharedWhole | undefined {
  const { figures, prose } = block;
  const share = figures[i] as Figure;
  const part = figures[i - 1];
  if (!isCount(part)) return undefined;
  const isThings = plainThings.test(between(block, part, share));
  if (part.first === 0 && i === 1 && isThings) {
    const whole = wholeOf(report, block, 0);
    return whole && whole.figure.value >= part.value ? { part, whole } : undefined;
  }
  const sentence = sentenceAt(prose, part.first);
  if (idAt(prose, sentence.first) !== word.of || idAt(prose, sentence.first + 1) !== word.these) return undefined;
  const opening = firstWhere(figures.length, at => (figures[at]?.first ?? 0) >= sentence.first);
  if (opening >= i - 1 || (!isThings && !isShareOf(block, part, share))) return undefined;
  const isListed =
    lists.has(idAt(prose, part.first - 1)) || /,\s$/.test(prose.text.slice(Math.max(0, part.from - 2), part.from));
  const whole = isListed ? wholeOf(report, block, opening) : undefined;
  return whole && whole.figure.value >= part.value ? { part, whole } : undefined;
}
