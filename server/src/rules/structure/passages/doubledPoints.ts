import type { Report } from '../../../model/report.ts';
import type { BulletBlock } from '../../../syntax/block.ts';
import type { Finding } from '../../rule.ts';

/** Points of a list that stand there once more, one or several, right behind their like; with the blocks that they are. */
export function* doubledPoints(report: Report): Iterable<Finding & { readonly blocks: readonly number[] }> {
  const { blocks } = report.document;
  for (let i = 1; i < blocks.length; ) {
    if (blocks[i]?.kind !== 'bullet' || blocks[i - 1]?.kind !== 'bullet') {
      i++;
      continue;
    }
    const step = stepBack(report, i);
    if (step === 0) {
      i++;
      continue;
    }
    let end = i + step;
    while (isSame(report, end, end - step)) end++;
    end -= (end - i) % step;
    const times = 1 + (end - i) / step;
    const often = times === 2 ? 'twice' : `${times} times`;
    const [from] = placeOf(report, i);
    const [, last] = placeOf(report, end - 1);
    const [other, otherEnd] = placeOf(report, i - step);
    yield {
      from,
      to: last,
      message:
        step === 1
          ? `This point stands in the list ${often}. Keep one of them.`
          : `These ${step} points stand in the list ${often}. Keep them once.`,
      related: [{ from: other, to: otherEnd, message: 'It stands here too.' }],
      blocks: Array.from({ length: end - i }, (_, at) => i + at),
    };
    i = end;
  }
}

/** So many points can be compared: no list is longer. */
const farthest = 40;

/** By how many blocks the points before a block are those that begin with it, if they are. */
function stepBack(report: Report, index: number): number {
  for (let step = 1; step <= farthest; step++) {
    const other = report.document.blocks[index - step];
    if (other?.kind !== 'bullet') return 0;
    if (!isSame(report, index, index - step)) continue;
    let same = 1;
    while (same < step && isSame(report, index + same, index + same - step)) same++;
    if (same === step) return step;
  }
  return 0;
}

function isSame({ document: { blocks, starts, source } }: Report, index: number, other: number): boolean {
  const [one, two] = [blocks[index], blocks[other]];
  if (one?.kind !== 'bullet' || two?.kind !== 'bullet' || lengthOf(one) !== lengthOf(two)) return false;
  if (one.indent !== two.indent || lengthOf(one) < fewestLetters) return false;
  const [at, from] = [(starts[index] ?? 0) + one.content.from, (starts[other] ?? 0) + two.content.from];
  const words = source.slice(at, at + lengthOf(one));
  return words === source.slice(from, from + lengthOf(two)) && severalWords.test(words);
}

function lengthOf({ content }: BulletBlock): number {
  return content.to - content.from;
}

/** A word or two may well be said of several things in a row: a grade, *none*, *no change*. */
const severalWords = /\p{L}\s+\p{L}\S*\s+\p{L}/u;
const fewestLetters = 6;

function placeOf({ document: { blocks, starts } }: Report, index: number): readonly [number, number] {
  const start = starts[index] ?? 0;
  const block = blocks[index];
  return block?.kind === 'bullet' ? [start + block.content.from, start + block.content.to] : [start, start];
}
