import type { Figure } from '../../../model/figures/figure.ts';
import type { FiguredBlock } from '../../../model/figures/figures.ts';
import { figureSpan } from '../../../model/figures/figures.ts';
import {
  between,
  isApproximate,
  isCount,
  isInOneSentence,
  isOfWhom,
  isOpening,
  isOutOf,
  isShareOf,
  type PlacedFigure,
  wholeOf,
} from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { hasWordOf, idAt, sentenceAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import type { Finding } from '../../rule.ts';
import { figureWords, wholePlace } from './figurePlaces.ts';
import { moreThanWhole } from './partOfWhole.ts';
import { sharedWhole } from './shareForms.ts';

const word = idsOf('of', 'proportion', 'these');

/** A percentage that is not the share of the number beside it in its whole, or can be none of it. */
export function shareFinding(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { figures } = block;
  const percentage = figures[i] as Figure;
  if (isApproximate(block, percentage)) return undefined;
  const before = countAt(figures, i - 1);
  const outer = countAt(figures, i - 2);
  const after = countAt(figures, i + 1);
  const share = (part: Figure, whole: PlacedFigure | undefined): Finding | undefined =>
    whole && mismatch(report, block, percentage, part, whole);
  if (before !== undefined) {
    const isShare = isShareOf(block, before, percentage);
    // *36 of the 409 (9%)*, *64 of 160 plans (40%)*
    if (outer !== undefined && isOutOf(block, outer, before) && (isShare || isThings(block, before, percentage)))
      return share(outer, { figure: before, block });
    // *271 (or 52%)*, *Of these, 103 pupils (25%)*
    if (isShare || (isOpeningOfThese(block, before) && isThings(block, before, percentage))) {
      const whole = wholeOf(report, block, i - 1);
      if (whole !== undefined) return share(before, whole);
    }
  }
  // *9% (36 of the 409)*
  if (after !== undefined && /^ ?\($/.test(between(block, percentage, after))) {
    const whole = countAt(figures, i + 2);
    if (whole !== undefined && isOutOf(block, after, whole)) return share(after, { figure: whole, block });
    return /^\)/.test(block.prose.text.slice(after.to)) ? share(after, wholeOf(report, block, i + 1, i)) : undefined;
  }
  const shared = sharedWhole(report, block, i);
  if (shared !== undefined) return share(shared.part, shared.whole);
  // In *schools,3 of whom 75%* the number is a footnote's.
  if (!isOfWhom(block, percentage.first) || before === undefined || before.last === percentage.first - 2)
    return undefined;
  return isInOneSentence(block, before, percentage) ? impossible(report, block, percentage, before) : undefined;
}

/** The figure at a place among those of a block, if it is a number of things. */
function countAt(figures: readonly Figure[], i: number): Figure | undefined {
  const figure = figures[i];
  return isCount(figure) ? figure : undefined;
}

/** *103 pupils (25%)*: what is counted stands between a number and its share. */
function isThings(block: FiguredBlock, count: Figure, percentage: Figure): boolean {
  return /^ [\p{L}’' -]{1,40} \($/u.test(between(block, count, percentage));
}

/** *Of these, 103 …* */
function isOpeningOfThese({ prose }: FiguredBlock, { first }: Figure): boolean {
  const sentence = sentenceAt(prose, first);
  return first - 2 === sentence.first && idAt(prose, first - 2) === word.of && idAt(prose, first - 1) === word.these;
}

/** What is wrong with a share of a whole that is known: it is another, or the part is more. */
function mismatch(
  report: Report,
  block: FiguredBlock,
  percentage: Figure,
  part: Figure,
  whole: PlacedFigure,
): Finding | undefined {
  const { figure } = whole;
  if (part.value > figure.value) return moreThanWhole(report, block, part, whole);
  const share = (100 * part.value) / figure.value;
  if (isWritten(share, percentage)) return undefined;
  return {
    ...figureSpan(block, percentage),
    message: `${figureWords(report, block, part)} of ${figureWords(report, whole.block, figure)} is ${share.toFixed(percentage.decimals)}%, not ${percentage.value.toFixed(percentage.decimals)}%. Correct one of the figures.`,
    related: [wholePlace(whole)],
  };
}

/** Of a few no share but some is possible: of nine, four are 44 % and five 56 %. */
function impossible(report: Report, block: FiguredBlock, percentage: Figure, whole: Figure): Finding | undefined {
  const { value: share, decimals } = percentage;
  const low = Math.floor((share * whole.value) / 100);
  const shareOf = (part: number) => (100 * part) / whole.value;
  if (share > 100 || whole.value > 200) return undefined;
  for (const part of [low, low + 1]) if (isWritten(shareOf(part), percentage)) return undefined;
  return {
    ...figureSpan(block, percentage),
    message: `No number out of ${figureWords(report, block, whole)} is ${share.toFixed(decimals)}%: ${low} is ${shareOf(low).toFixed(decimals)}%, and ${low + 1} is ${shareOf(low + 1).toFixed(decimals)}%.`,
    related: [wholePlace({ figure: whole, block })],
  };
}

/** Whether a share is what a figure says, rounded or cut off at as many digits. */
function isWritten(share: number, { value, decimals }: Figure): boolean {
  const unit = 10 ** -decimals;
  return share > value - unit / 2 - 1e-9 && share < value + unit - 1e-9;
}

/** A share of more than all: *149% of assessments*, *of 120 children, 149%*, *the proportion is 104%*. */
export function overWhole(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const percentage = figures[i] as Figure;
  const sentence = sentenceAt(prose, percentage.first);
  if (percentage.value <= 100) return undefined;
  const { first, last } = percentage;
  const start = Math.max(sentence.first, first - within);
  const end = Math.min(sentence.last, last + within);
  if (hasWordOf(prose, start, end, compared)) return undefined;
  const opening = figures[i - 1];
  const ofOpening = isCount(opening) && isOpening(block, opening) && opening.first >= sentence.first;
  let isShare = ofOpening || isOfWhom(block, first);
  for (let at = last + 1; idAt(prose, last) === word.of && at <= last + nearby + 1 && at < sentence.last; at++)
    isShare ||= counted.has(idAt(prose, at));
  for (let at = start; at < first; at++) isShare ||= idAt(prose, at) === word.proportion;
  if (!isShare) return undefined;
  return {
    ...figureSpan(block, percentage),
    message: `${figureWords(report, block, percentage)} is more than all of them. Correct the figure.`,
    related: ofOpening ? [wholePlace({ figure: opening, block })] : [],
  };
}

/** What a share is of, where more than all of it cannot be: people, and what is done for them one by one. */
const counted = idSet(
  `children people families parents pupils learners residents patients carers leavers adopters workers staff assessments plans
  cases reviews visits referrals conferences meetings interviews appointments contacts enquiries placements agencies schools
  homes records files girls boys babies adults women men population`,
);
/** Words with which a percentage says by how much something has changed, or what it is measured against. */
const compared = idSet(
  `by increase increased increases rise rises risen rose growth grown grew up more than above exceed exceeds exceeded exceeding
  capacity budget target average equivalent compared higher greater occupancy`,
);
/** So many words to either side say what a percentage is; a sentence with more is a list. */
const within = 40;
/** So many words after *of* may stand before what is counted: *of all eligible young people*. */
const nearby = 4;
