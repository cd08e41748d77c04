import { blocksOfKind } from '../../../model/blocksOfKind.ts';
import type { Report } from '../../../model/report.ts';
import { isSmallLetter } from '../../../text/letters.ts';
import type { Finding } from '../../rule.ts';
import { linkingWords, longestWord, shortWordBefore } from './edgeWords.ts';

/** A point that ends in a word which leads on, right above one that begins with a small letter: they are one, torn in two. */
export function* tornPoints(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const bullets = blocksOfKind(report, 'bullet');
  for (let i = 0; i < bullets.length - 1; i++) {
    const { block, index, start } = bullets[i]!;
    const below = bullets[i + 1]!;
    if (below.index !== index + 1 || below.block.indent !== block.indent) continue;
    const to = start + block.content.to;
    const word = shortWordBefore(source, to);
    const next = below.start + below.block.content.from;
    // (Other words may lead in to points; and *whom they have heard of* ends a clause.)
    const opening = source.slice(next, next + longestWord);
    if (!beforeNoun.has(word) || !/^\p{Ll}{2}/u.test(opening)) continue;
    if (word === 'of' && !ofNoun.test(opening)) continue;
    yield {
      from: to - word.length,
      to,
      message: 'This point breaks off here, and the next one carries on its sentence. Join the two.',
    };
  }
}

/** The one point of a list that breaks off where the others end in a mark. The last may lack no more than its full stop. */
export function* cutPoints(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let ended = 0;
  let open = 0;
  let cut: number[] = [];
  let indent = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind === 'bullet') {
      if (ended + open + cut.length === 0) indent = block.indent;
      // The points of a point end as they like.
      if (block.indent > indent) continue;
      if (isCutPoint(report, i)) cut.push(i);
      else if (isEndedPoint(report, i)) ended++;
      else open++;
      continue;
    }
    if (ended + open + cut.length === 0 || block?.kind === 'footnote' || block?.kind === 'comment') continue;
    const [only, another] = cut;
    const own = blocks[only ?? -1];
    if (only !== undefined && another === undefined && ended >= fewestPoints && own?.kind === 'bullet') {
      const start = starts[only] ?? 0;
      const to = start + own.content.to;
      const text = source.slice(start + own.content.from, to);
      const [word = ''] = /\S+$/.exec(text.slice(-longestWord)) ?? [];
      if (text.length >= shortestPoint)
        yield {
          from: to - word.length,
          to,
          severity: linkingWords.has(word) ? undefined : 'information',
          message: 'This point of a list breaks off here. Put back what is missing, or end it as the others are.',
        };
    }
    ended = 0;
    open = 0;
    cut = [];
  }
}

/** Points that break off and go on in a paragraph between them and the next point, which ends as a sentence does. */
export function* partedPoints(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  for (let i = 1; i < blocks.length - 1; i++) {
    const [above, own, below] = [blocks[i - 1], blocks[i], blocks[i + 1]];
    if (own?.kind !== 'plain' || above?.kind !== 'bullet' || below?.kind !== 'bullet') continue;
    if (above.indent !== below.indent || !isCutPoint(report, i - 1) || !isEndedPoint(report, i + 1)) continue;
    const end = (starts[i] ?? 0) + own.end;
    // What leads in to the next point goes on with nothing, nor does a sentence of its own.
    if (!/[.)][’”'")\]]{0,2}$/.test(source.slice(end - 3, end))) continue;
    const to = (starts[i - 1] ?? 0) + above.content.to;
    const [word = ''] = /\S+$/.exec(source.slice(Math.max(0, to - longestWord), to)) ?? [];
    const begin = (starts[i] ?? 0) + own.start;
    if (!linkingWords.has(word) && !/^[\p{Ll}\d(]/u.test(source.slice(begin, begin + 2))) continue;
    yield {
      from: to - word.length,
      to,
      message: 'This point of a list breaks off here, and seems to go on in the paragraph below. Join the two.',
    };
  }
}

/** Words between which and their noun no list begins. */
const beforeNoun = new Set(['a', 'an', 'of', 'the', 'their']);
/** What begins the words for a thing. */
const ofNoun = /^(?:an?|all|any|both|each|every|her|his|its|no|other|our|some|such|that|the|their|these|this|those)\s/;

/** So many others show how the points of a list end. */
const fewestPoints = 3;
/** A shorter point may be a label. */
const shortestPoint = 15;

/** Whether a bullet ends in a mark that ends words: a bracket or a figure says nothing of how the points of a list end. */
export function isEndedPoint(report: Report, index: number): boolean {
  return pointEnd.test(endOfPoint(report, index));
}

/** Whether a bullet ends in a letter, and not in *and* before the next. */
export function isCutPoint(report: Report, index: number): boolean {
  const end = endOfPoint(report, index);
  return isSmallLetter(end.charCodeAt(end.length - 1)) && !/[;,]\s+(?:and|or)$/.test(end);
}

const pointEnd = /[.;:,!?…][’”'")\]*]{0,3}(?:\[\^[^\]\s]{1,12}\])*$|[;,]\s+(?:and|or)$/;

/** The last characters of a bullet; none of another block. */
function endOfPoint({ document: { blocks, starts, source } }: Report, index: number): string {
  const block = blocks[index];
  if (block?.kind !== 'bullet') return '';
  const to = (starts[index] ?? 0) + block.content.to;
  return source.slice(Math.max(0, to - 24), to);
}
