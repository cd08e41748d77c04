import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, figureText } from '../../../model/figures/figures.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { hasWordOf, idAt, placeOfWords, wordAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import type { Finding } from '../../rule.ts';

/** Words of a number that rises. */
export const rising = idSet(
  `increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth climbed
  doubled doubling trebled tripled quadrupled`,
);

/** Words of one that falls. */
export const falling = idSet(
  `decrease decreases decreased decreasing reduction reductions reduce reduces reduced reducing fall falls fell fallen falling
  drop drops dropped dropping decline declines declined declining halved halving`,
);

/** Words of a number that is more than another. */
export const more = idSet('higher more greater above exceeds exceeding exceeded');

/** Words of one that is less. */
export const less = idSet('lower less fewer below');

/** What can decline while its figure rises: *stability has declined, from 7% with three placements to 10%*. */
export const qualities = idSet(
  'stability performance quality timeliness outcomes confidence practice morale effectiveness consistency',
);

/** Words that deny what follows them. */
export const negations = idSet('not no without never prevent prevented avoid neither nor');

/** *The figure is down for all staff.* */
const being = idSet('is are was were went gone going');

const softeners = idSet(
  'a an just only around about approximately nearly almost over under some base low high of the in excess more less than',
);

/** Words by what they are known by. */
export const word = idsOf(
  'from',
  'to',
  'than',
  'up',
  'down',
  'this',
  'which',
  'that',
  'above',
  'below',
  'and',
  'but',
  'while',
  'by',
  'of',
  'in',
  'a',
  'an',
  'compared',
  'per',
  'there',
  'with',
);

/** So far before *from* the word may stand that says how a number changes. */
export const farthest = 14;

/** Whether a figure measures something that can rise and fall. */
export function isQuantity({ kind }: Figure): boolean {
  return kind !== 'label' && kind !== 'age' && kind !== 'points';
}

/** (*In the last 12 months* says when, and nothing of what.) */
export function isCompared(figure: Figure): boolean {
  return isQuantity(figure) && figure.kind !== 'duration';
}

/** Two figures that do not go as a word says. */
export function againstWord(block: FiguredBlock, one: Figure, other: Figure, said: number, change: string): Finding {
  return {
    from: block.base + one.from,
    to: block.base + other.to,
    message: `From ${figureText(block, one)} to ${figureText(block, other)} is a ${change}, but the text says *${wordAt(block.prose, said)}*. Correct the word or a figure.`,
    related: [{ ...placeOfWords(block, said, said + 1), message: 'What the text says.' }],
  };
}

/** The place of a word that introduces a figure, *from 53*, *from a low base of 53*; nothing if it does not. */
export function opened({ prose }: FiguredBlock, figure: Figure, id: number): number | undefined {
  for (let at = figure.first - 1; at >= Math.max(0, figure.first - 5); at--) {
    if (idAt(prose, at) === id) return at;
    if (!softeners.has(idAt(prose, at))) return undefined;
  }
  return undefined;
}

/** Whether two figures can be compared: *from 351 per 10,000 to 380*, not *from two years to 18 months*. */
export function areAlike({ prose }: FiguredBlock, one: Figure, other: Figure): boolean {
  if (!isQuantity(other)) return false;
  // *From 38 weeks to 17*
  if (one.kind === 'duration' && other.kind === 'count')
    return /^\s*(?:[.,;)]|$)/.test(prose.text.slice(other.to, other.to + 2));
  if (one.kind === 'duration' && other.kind === 'duration') return idAt(prose, one.last) === idAt(prose, other.last);
  if (one.kind === 'rate' && other.kind === 'rate') return one.per === other.per;
  return one.kind === other.kind || one.kind === 'count' || (other.kind === 'count' && one.kind === 'rate');
}

/** Which way a word says that a number goes, and the place of the word. */
export interface Direction {
  readonly rises: boolean;
  readonly at: number;
}

/** What is said before a word of how a number changes; nothing if it cannot be told, or is denied. */
export function directionBefore(block: FiguredBlock, sentence: ProseSentence, from: number): Direction | undefined {
  const { prose, figures } = block;
  const before = idAt(prose, from - 1);
  if (before === word.up || before === word.down) return { rises: before === word.up, at: from - 1 };
  const first = Math.max(sentence.first, from - farthest);
  let nearest: Direction | undefined;
  for (let at = from - 1; at >= first; at--) {
    const id = idAt(prose, at);
    const isUp = (id === word.up || id === word.down) && being.has(idAt(prose, at - 1));
    const rises = isUp ? id === word.up : rising.has(id);
    if (!isUp && !rises && !falling.has(id)) {
      if (nearest === undefined && figures.some(figure => figure.first === at && isCompared(figure))) return undefined;
      continue;
    }
    // Where words of both directions stand it cannot be told which is meant.
    if (nearest === undefined) nearest = { rises, at };
    else if (nearest.rises !== rises && nearest.at < from - 2) return undefined;
  }
  if (nearest === undefined || isDenied(block, sentence, nearest.at)) return undefined;
  if (hasWordOf(prose, Math.max(sentence.first, nearest.at - 4), from, qualities)) return undefined;
  return nearest;
}

/** Whether a denial stands shortly before a word. */
export function isDenied({ prose }: FiguredBlock, sentence: ProseSentence, at: number): boolean {
  return hasWordOf(prose, Math.max(sentence.first, at - 4), at, negations);
}

/** Tells of figures whether they begin at a word or after it, and before another. */
export function isBetween(first: number, last: number): (figure: Figure) => boolean {
  return figure => figure.first >= first && figure.first < last;
}

/** Two figures that are not to each other as a word says; nothing if they are. */
export function contrary(
  block: FiguredBlock,
  { rises, at: said }: Direction,
  now: Figure,
  then: Figure,
): Finding | undefined {
  if (rises === now.value > then.value) return undefined;
  const relation = now.value > then.value ? 'more' : 'less';
  return {
    ...figureSpan(block, then),
    message: `${figureText(block, now)} is ${relation} than ${figureText(block, then)}, but the text says *${wordAt(block.prose, said)}*. Correct the word or a figure.`,
    related: [
      { ...placeOfWords(block, said, said + 1), message: 'What the text says.' },
      { ...figureSpan(block, now), message: 'The figure with which it is compared.' },
    ],
  };
}
