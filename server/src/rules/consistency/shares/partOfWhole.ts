import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan } from '../../../model/figures/figures.ts';
import {
  between,
  isCount,
  isInOneSentence,
  isOfThese,
  isOfWhom,
  isOpening,
  isShareOf,
  isWholeOf,
  type PlacedFigure,
  wholeOf,
} from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { gapAfter, idAt, sentenceAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';
import { figureWords, wholePlace } from './figurePlaces.ts';
import { fractionOfNumbers } from './fractionOfNumbers.ts';
import { restFinding } from './restOfWhole.ts';

const word = idsOf('this', 'of', 'which', 'whom');

/** A part that is more than its whole: *of 120 children, 130*, *40 care leavers, of whom 52*, *130 of the 120*. */
export function partFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const part = block.figures[i] as Figure;
  const after = block.figures[i + 1];
  if (!isCount(part)) return undefined;
  // A percentage beside the part is told of with it.
  if (after?.kind === 'percentage' && isShareOf(block, part, after)) return undefined;
  if (isOfThese(block, part)) {
    const these = wholeOf(report, block, i);
    return these === undefined || part.value <= these.figure.value
      ? undefined
      : moreThanWhole(report, block, part, these);
  }
  return (
    fractionFinding(report, block, i) ??
    fractionOfNumbers(report, block, i) ??
    restFinding(report, block, i) ??
    overBefore(report, block, i) ??
    overBeside(report, block, i)
  );
}

/** So many numbers before a part are looked at. */
const mostBefore = 12;

/** *40 places, 48 of which are taken*: more than any number before it in its sentence. */
function overBefore(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures, prose } = block;
  const part = figures[i] as Figure;
  const pronoun = idAt(prose, part.last + 1);
  if (idAt(prose, part.last) !== word.of || (pronoun !== word.which && pronoun !== word.whom)) return undefined;
  // (*It held 214, of whom 191 were young*: those are the whole.)
  if (gapAfter(prose, part.last - 1).trim() !== '') return undefined;
  const sentence = sentenceAt(prose, part.first);
  const [first, ...others] = figures
    .slice(Math.max(0, i - mostBefore), i)
    .filter(own => own.first >= sentence.first && isCount(own));
  if (first === undefined || [first, ...others].some(({ value }) => value >= part.value)) return undefined;
  return moreThanWhole(report, block, part, { figure: first, block });
}

/** A part that is more than the whole right before or after it. */
function overBeside(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const part = block.figures[i] as Figure;
  const before = block.figures[i - 1];
  const after = block.figures[i + 1];
  let whole: Figure | undefined;
  if (isCount(after) && isWholeOf(block, part, after)) whole = after;
  else if (isCount(before) && isPartOf(block, before, part)) whole = before;
  if (whole === undefined || part.value <= whole.value || part.decimals + whole.decimals > 0) return undefined;
  return moreThanWhole(report, block, part, { figure: whole, block });
}

/** Whether a number is part of the one before it: *40 care leavers, of whom 52*, *of 120 children, 130*. */
function isPartOf(block: FiguredBlock, whole: Figure, part: Figure): boolean {
  if (!isInOneSentence(block, whole, part)) return false;
  if (isOfWhom(block, part.first)) return whole.last !== part.first - 2;
  return isOpening(block, whole) && /^[^,.;:()]*, $/.test(between(block, whole, part));
}

/** A part that is more than its whole, as a finding. */
export function moreThanWhole(report: Report, block: FiguredBlock, part: Figure, whole: PlacedFigure): Finding {
  return {
    ...figureSpan(block, part),
    message: `${figureWords(report, block, part)} is more than the whole, ${figureWords(report, whole.block, whole.figure)}. Correct one of the two.`,
    related: [wholePlace(whole)],
  };
}

/** *The service made 5,430 visits. Two thirds of these visits, 3,620, …* */
function fractionFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures, prose } = block;
  const part = figures[i] as Figure;
  let near = part.first - 1;
  while (near >= part.first - farFromPart && !fractionWords.has(idAt(prose, near))) near--;
  if (near < part.first - farFromPart) return undefined;
  const sentence = sentenceAt(prose, part.first);
  const before = singleSpaced(prose.text.slice(Math.max(sentence.from, part.from - longestPart), part.from));
  const match = partOfThese.exec(before);
  const words = match?.[1];
  const share = words === undefined ? undefined : partsInWords.find(([pattern]) => pattern.test(words))?.[1];
  if (match === null || words === undefined || share === undefined) return undefined;
  const at = prose.sentences.indexOf(sentence);
  // (*This is a rise from 4,120* tells of another year.)
  const last = [prose.sentences[at - 1], prose.sentences[at - 2]].find(
    own => own !== undefined && idAt(prose, own.first) !== word.this,
  );
  if (last === undefined) return undefined;
  const wholes = figures.filter(own => own.first >= last.first && own.last <= last.last && isCount(own));
  const [whole] = wholes;
  if (whole === undefined || whole.value < part.value || whole.value < fewestOfPart) return undefined;
  // (*Of 580 children, 431 live with families. Half of these families …* is of the nearer.)
  if (wholes.some(({ value }) => Math.abs(part.value / value - share) <= roundingOfPart)) return undefined;
  const actual = part.value / whole.value;
  return {
    ...figureSpan(block, part),
    message: `${figureWords(report, block, part)} of ${figureWords(report, block, whole)} is ${(100 * actual).toFixed(0)}%, not ${words.toLowerCase()}. Correct one of the two.`,
    related: [wholePlace({ figure: whole, block })],
  };
}

const partOfThese =
  /(?:^|[\s(])(half|(?:a|one|two) thirds?|(?:a|one|three) quarters?) of (?:these|them|those)(?: [\p{L}’-]+){0,3}(?:,| \(|:) ?$/iu;
const partsInWords: readonly (readonly [RegExp, number])[] = [
  [/^half/i, 1 / 2],
  [/^two/i, 2 / 3],
  [/third/i, 1 / 3],
  [/^three/i, 3 / 4],
  [/quarter/i, 1 / 4],
];
/** A fraction in words is near what it stands for. */
const roundingOfPart = 0.05;
const longestPart = 70;
const fewestOfPart = 8;
const farFromPart = 6;
const fractionWords = idSet('half third thirds quarter quarters');
