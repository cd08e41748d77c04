import {
  type Figure,
  type FiguredBlock,
  figuredBlocks,
  figuresOf,
  idAt,
  sentenceAt,
  wordAt,
} from '../../model/figures.ts';
import type { ProseSentence } from '../../model/prose.ts';
import { idSet, idsOf } from '../../model/wordIds.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * The words say that a number has risen, and the figures that it has fallen; or that it is higher than another, and it is
 * lower. Either a word or a figure is wrong, and readers cannot know which.
 *
 * ```inspectmark,expect
 * The number of adopters has risen from 53 to 46.
 *                                       ^^^^^^^^ From 53 to 46 is a fall, but the text says *risen*.
 *
 * - At 30 September 2017, 345 children were the subject of a child protection plan. This is an increase from 367 at 31 March 2017.
 *                                                                                                            ^^^ 345 is less than 367, but the text says *increase*.
 *
 * Attendance stands at 91%, which is higher than the national average of 95%.
 *                                                                        ^^^ 91% is less than 95%, but the text says *higher*.
 * ```
 *
 * Correct the word, or the figure that is wrong.
 *
 * ```inspectmark
 * The number of adopters has risen from 46 to 53, and proceedings have been reduced from 55 weeks to 30 weeks.
 *
 * Timeliness has improved from 26 weeks to 24, and is better than the average of 30 weeks.
 * ```
 */
export const changeDirection: Rule = {
  id: 'change-direction',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'The words say that a number rises, and the figures that it falls',
  fixable: false,
  readsWords: whereStands((report, block) => figuresOf(report, block).figures.length > 0),
  unhurried: true,
  *check({ report }) {
    for (const block of figuredBlocks(report)) {
      for (const [i, figure] of block.figures.entries()) {
        if (!isQuantity(figure)) continue;
        const finding = changeFinding(block, i) ?? sinceFinding(block, i) ?? comparisonFinding(block, i);
        if (finding !== undefined) yield finding;
      }
    }
  },
};

const rising = idSet(
  `increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth climbed
  doubled doubling trebled tripled quadrupled`,
);
const falling = idSet(
  `decrease decreases decreased decreasing reduction reductions reduce reduces reduced reducing fall falls fell fallen falling
  drop drops dropped dropping decline declines declined declining halved halving`,
);
const more = idSet('higher more greater above exceeds exceeding exceeded');
const less = idSet('lower less fewer below');
/** What can decline while its figure rises: *stability has declined, from 7% with three placements to 10%*. */
const qualities = idSet(
  'stability performance quality timeliness outcomes confidence practice morale effectiveness consistency',
);
const negations = idSet('not no without never prevent prevented avoid neither nor');
const softeners = idSet('a an just only around about approximately nearly almost over under some base low high of the');
const word = idsOf(
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
);

/** So far before *from* the word may stand that says how a number changes. */
const farthest = 14;

function isQuantity({ kind }: Figure): boolean {
  return kind !== 'label' && kind !== 'age' && kind !== 'points';
}

/** (*In the last 12 months* says when, and nothing of what.) */
function isCompared(figure: Figure): boolean {
  return isQuantity(figure) && figure.kind !== 'duration';
}

/** *risen from 53 to 46*. */
function changeFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const one = figures[i] as Figure;
  const from = opened(block, one, word.from);
  const sentence = from === undefined ? undefined : sentenceAt(prose, one.first);
  if (from === undefined || sentence === undefined) return undefined;
  const other = figures
    .slice(i + 1, i + 4)
    .find(
      figure =>
        figure.last <= sentence.last && areAlike(block, one, figure) && opened(block, figure, word.to) !== undefined,
    );
  if (other === undefined || other.first - one.last > farthest || other.value === one.value) return undefined;
  const said = directionBefore(block, sentence, from);
  if (said === undefined || said.rises === other.value > one.value) return undefined;
  const figuresSaid = `From ${textOf(block, one)} to ${textOf(block, other)} is a ${said.rises ? 'fall' : 'rise'}`;
  return {
    from: block.base + one.from,
    to: block.base + other.to,
    message: `${figuresSaid}, but the text says *${wordAt(prose, said.at)}*. Correct the word or a figure.`,
    related: [{ ...spanOf(block, said.at), message: 'What the text says.' }],
  };
}

/** The place of a word that introduces a figure, *from 53*, *from a low base of 53*; nothing if it does not. */
function opened({ prose }: FiguredBlock, figure: Figure, id: number): number | undefined {
  for (let at = figure.first - 1; at >= Math.max(0, figure.first - 5); at--) {
    if (idAt(prose, at) === id) return at;
    if (!softeners.has(idAt(prose, at))) return undefined;
  }
  return undefined;
}

/** Whether two figures can be compared: *from 351 per 10,000 to 380*, not *from two years to 18 months*. */
function areAlike({ prose }: FiguredBlock, one: Figure, other: Figure): boolean {
  if (!isQuantity(other)) return false;
  if (one.kind === 'duration' && other.kind === 'duration') return idAt(prose, one.last) === idAt(prose, other.last);
  if (one.kind === 'rate' && other.kind === 'rate') return one.per === other.per;
  return one.kind === other.kind || one.kind === 'count' || (other.kind === 'count' && one.kind === 'rate');
}

interface Direction {
  readonly rises: boolean;
  readonly at: number;
}

function directionBefore(block: FiguredBlock, sentence: ProseSentence, from: number): Direction | undefined {
  const { prose, figures } = block;
  const before = idAt(prose, from - 1);
  if (before === word.up || before === word.down) return { rises: before === word.up, at: from - 1 };
  const first = Math.max(sentence.first, from - farthest);
  let nearest: Direction | undefined;
  for (let at = from - 1; at >= first; at--) {
    const id = idAt(prose, at);
    const rises = rising.has(id);
    if (!rises && !falling.has(id)) {
      if (nearest === undefined && figures.some(figure => figure.first === at && isCompared(figure))) return undefined;
      continue;
    }
    // Where words of both directions stand it cannot be told which is meant.
    if (nearest === undefined) nearest = { rises, at };
    else if (nearest.rises !== rises && nearest.at < from - 2) return undefined;
  }
  if (nearest === undefined || isDenied(block, sentence, nearest.at)) return undefined;
  for (let at = Math.max(sentence.first, nearest.at - 4); at < from; at++)
    if (qualities.has(idAt(prose, at))) return undefined;
  return nearest;
}

function isDenied({ prose }: FiguredBlock, sentence: ProseSentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(sentence.first, at - 4); i--) if (negations.has(idAt(prose, i))) return true;
  return false;
}

/** *519 children … This is an increase from 367.* */
function sinceFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const sentence = sentenceAt(prose, old.first);
  if (sentence === undefined || idAt(prose, sentence.first) !== word.this) return undefined;
  const from = opened(block, old, word.from);
  if (from === undefined || from - sentence.first > 8 || figures.some(isBetween(sentence.first, old.first)))
    return undefined;
  const said = directionBefore(block, sentence, from);
  const before = prose.sentences[prose.sentences.indexOf(sentence) - 1];
  const [now, another] = figures.filter(
    figure => figure.kind === old.kind && before !== undefined && isBetween(before.first, before.last)(figure),
  );
  if (said === undefined || now === undefined || another !== undefined || now.value === old.value) return undefined;
  // *This is an increase from 53 to 46*
  if (figures[i + 1] !== undefined && opened(block, figures[i + 1] as Figure, word.to) !== undefined) return undefined;
  return said.rises === now.value > old.value ? undefined : contrary(block, now, old, said.at);
}

function isBetween(first: number, last: number): (figure: Figure) => boolean {
  return figure => figure.first >= first && figure.first < last;
}

/** *91%, which is higher than the national average of 95%*. */
function comparisonFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const other = figures[i] as Figure;
  const own = figures[i - 1];
  if (own === undefined || other.kind !== own.kind || other.kind === 'duration' || other.kind === 'count')
    return undefined;
  const sentence = sentenceAt(prose, other.first);
  if (sentence === undefined || own.first < sentence.first || other.first - own.last > farthest) return undefined;
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
    // *13% below the average*: the figure is the difference.
    if (at === own.last || said !== undefined) return undefined;
    said = { rises: more.has(id), at };
  }
  if (said === undefined || isDenied(block, sentence, said.at) || own.value === other.value) return undefined;
  return said.rises === own.value > other.value ? undefined : contrary(block, own, other, said.at);
}

function contrary(block: FiguredBlock, now: Figure, then: Figure, said: number): Finding {
  const relation = now.value > then.value ? 'more' : 'less';
  return {
    from: block.base + then.from,
    to: block.base + then.to,
    message: `${textOf(block, now)} is ${relation} than ${textOf(block, then)}, but the text says *${wordAt(block.prose, said)}*. Correct the word or a figure.`,
    related: [
      { ...spanOf(block, said), message: 'What the text says.' },
      { from: block.base + now.from, to: block.base + now.to, message: 'The figure with which it is compared.' },
    ],
  };
}

function textOf({ prose: { text } }: FiguredBlock, { from, to }: Figure): string {
  return text.slice(from, to).replace(/\s+/g, ' ');
}

function spanOf({ base, prose: { words } }: FiguredBlock, at: number): { from: number; to: number } {
  return { from: base + (words[3 * at] ?? 0), to: base + (words[3 * at + 1] ?? 0) };
}
