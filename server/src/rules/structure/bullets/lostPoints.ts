import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Report } from '../../../model/report.ts';
import type { BulletBlock, NumberedBlock } from '../../../syntax/block.ts';
import { blockSpan, type Document } from '../../../syntax/document.ts';
import { changeTo } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';
import { lostPoint, otherMark } from './bulletFindings.ts';
import { markAt } from './bulletMarks.ts';

/** A point of a list without its mark, or with another: what stands alone between two others and looks as they do. */
export function pointBetween(report: Report, index: number): Finding | undefined {
  const { document, paragraphs } = report;
  const { source, blocks } = document;
  const block = blocks[index];
  const [above, below] = [blocks[index - 1], blocks[index + 1]];
  if (block === undefined || above?.kind !== 'bullet' || below?.kind !== 'bullet') return undefined;
  const { from, to: end } = blockSpan(document, index);
  const written = source.slice(from, end);
  const [mark = ''] =
    /^(?:> ?[-*•]|\\[-*+]|\([a-z]\)|[a-z][.)])(?=[ \t\u00a0])|^(?:>(?= ?\p{L})|[–—•·](?=\p{L}))/u.exec(written) ?? [];
  if (mark !== '') return otherMark(from, mark);
  const around = [blocks[index - 2], blocks[index + 2]].map(own => own?.kind ?? 'heading');
  const isLong = around.includes('bullet') || around.every(kind => kind === 'heading');
  const leadsIn = block.kind === 'numbered' && above.indent < below.indent && written.endsWith(':');
  if (!isLong || (above.indent !== below.indent && !leadsIn)) return undefined;
  const others = [contentOf(document, index - 1), contentOf(document, index + 1)];
  const text = contentOf(document, index);
  if ((!leadsIn && !others.every(own => isAlike(own, text))) || others.every(own => own.length * longer < text.length))
    return undefined;
  // (*The following areas for improvement were discussed.*: it leads in to the points below it.)
  if (block.kind === 'plain' && /\b(?:following|below)\b/i.test(text)) return undefined;
  if (block.kind === 'plain') return /^[\p{L}\d‘“]/u.test(written) ? lostPoint(from, written) : undefined;
  if (block.kind !== 'numbered') return undefined;
  if (paragraphs.some(own => own.block === index && (own.series !== undefined || own.kind !== 'other')))
    return undefined;
  if (isCountedOn(report, index, block)) return undefined;
  const to = from + (/^\S+/.exec(written)?.[0].length ?? 0);
  return {
    from,
    to,
    message: 'This point of a list has a number, and the others have none. Write “-”.',
    fixes: [changeTo({ from, to }, '-')],
  };
}

/** Whether a number goes on from that of the numbered block above its list, or leads to that below: *3.1* and its points, *3.2*. */
function isCountedOn({ document: { blocks } }: Report, index: number, { number }: NumberedBlock): boolean {
  return [-1, 1].some(step => {
    let at = index + step;
    while (blocks[at]?.kind === 'bullet') at += step;
    const other = blocks[at];
    if (other?.kind !== 'numbered') return false;
    const [own, theirs] = [number.number.split('.'), other.number.number.split('.')];
    return own.length === theirs.length && Number(theirs.at(-1)) === Number(own.at(-1)) + step;
  });
}

/**
 * A line of a bullet’s text that stands right under the bullet’s mark, where a line that goes on with its words is indented
 * more or less: it was the next point.
 */
export function pointBelowMark(report: Report, index: number, block: BulletBlock): Finding | undefined {
  const { source, blocks, starts } = report.document;
  if (block.indent <= 1) return undefined;
  const start = starts[index] ?? 0;
  const line = source.indexOf('\n', start + block.content.from) + 1;
  if (line === 0 || line >= start + block.end) return undefined;
  // (With its hyphen alone the blank behind it is left.)
  const left = source.charAt(line + block.indent) === ' ' ? 1 : 0;
  const from = line + block.indent + left;
  const opening = source.slice(from, from + longestOpening);
  if (!/^[ \t]+$/.test(source.slice(line, from)) || !/^[\p{L}\d‘“]/u.test(opening)) return undefined;
  const isBeside = [index - 1, index + 1].some(at => blocks[at]?.kind === 'bullet');
  // Where the text goes on over more lines, or the next word had no room in the line above, it is wrapped.
  if (!isBeside || source.slice(from, start + block.end).includes('\n') || !hasRoom(report, line - 1)) return undefined;
  const [number] = /^\d{1,2}\.(?=[ \t]\p{L})/u.exec(opening) ?? [];
  return number === undefined ? lostPoint(from, opening, false, left) : otherMark(from, number);
}

/** A line of a bullet’s text that was a point of its own: at the margin, after the end of the point above it. */
export function pointWithin(report: Report, index: number, block: BulletBlock): Finding | undefined {
  const { source, blocks, starts } = report.document;
  const start = starts[index] ?? 0;
  const end = start + block.end;
  let line = source.indexOf('\n', start + block.content.from);
  // (One blank is what a hyphen leaves; more go on with the text above.)
  while (line >= 0 && line < end && /^(?: \s|[^\S ])/.test(source.slice(line + 1, line + 3)))
    line = source.indexOf('\n', line + 1);
  if (line < 0 || line >= end) return undefined;
  const left = source.charAt(line + 1) === ' ' ? 1 : 0;
  line += left;
  const opening = source.slice(line + 1, line + 1 + longestOpening);
  const [mark = ''] =
    /^(?:\\[-*+]|\d{1,2}[.)]|\([a-z]\)|[a-z][.)]|[ivx]{1,4}\.)(?=[ \t\u00a0]\S)|^[–—](?=\p{L})/u.exec(opening) ?? [];
  if (mark === '' && (!/^[\p{L}‘“]/u.test(opening) || markAt(source, line + 1) !== undefined)) return undefined;
  // Below the last point it may be a closing sentence that lacks a blank line, unless that is on one line as all others.
  const isLast = blocks[index + 1]?.kind !== 'bullet';
  if (isLast && blocks[index - 1]?.kind !== 'bullet') return undefined;
  if (isLast && mark === '' && isBrokenToFit(report)) return undefined;
  const above = source.slice(start + block.content.from, line).trimEnd();
  const below = source.slice(line + 1 + mark.length, end).trim();
  const [, ending = ''] = pointEnd.exec(above) ?? [];
  if (ending === '' || (ending === '.' && !/^[‘“]?[\p{Lu}\d]/u.test(below)) || !pointEnd.test(below)) return undefined;
  // Where the points beside it have such lines they are how the text is wrapped.
  const isWrapped = (at: number) => blocks[at]?.kind === 'bullet' && /\n\S/.test(contentOf(report.document, at));
  if (isWrapped(index - 1) || isWrapped(index + 1) || /\n\S/.test(below)) return undefined;
  // And where every line of the report is short, and the next word had no room in the one above.
  if (mark === '' && isBrokenToFit(report) && !hasRoom(report, line)) return undefined;
  return mark === '' ? lostPoint(line + 1, opening, isLast, left) : otherMark(line + 1, mark);
}

const longestOpening = 80;

/** The words of a block of running text, as written; none of another. */
function contentOf({ source, blocks, starts }: Document, index: number): string {
  const [block, start] = [blocks[index], starts[index] ?? 0];
  return block !== undefined && 'content' in block ? source.slice(start + block.content.from, start + block.end) : '';
}

/** Whether all lines of a report are broken to fit a width. */
export function isBrokenToFit(report: Report): boolean {
  return widths.of(report, widestLine) !== Infinity;
}

/** Whether a line might have held the next word too, so that it was ended on purpose; where not all are broken to fit, if it is short. */
export function hasRoom(report: Report, lineEnd: number): boolean {
  const { source } = report.document;
  const width = lineEnd - source.lastIndexOf('\n', lineEnd - 1);
  const [word = ''] = source
    .slice(lineEnd + 1, lineEnd + 1 + longestOpening)
    .trimStart()
    .split(/\s/, 1);
  return width + word.length <= (isBrokenToFit(report) ? widths.of(report, widestLine) : narrowest);
}

const widths = new DerivedFacts<number>();
/** No line that was broken to fit is longer. */
const longestLine = 120;
/** Nobody breaks lines to fit less. */
const narrowest = 60;

/** How long the longest line of a report is that is broken into lines; of one that is not more than any. */
function widestLine({ document: { source, blocks } }: Report): number {
  const [details] = blocks;
  let widest = 0;
  for (let at = details?.kind === 'frontMatter' ? details.end : 0; at < source.length && widest <= longestLine; ) {
    const end = source.indexOf('\n', at);
    const to = end < 0 ? source.length : end;
    // (Headings, tables and comments are not broken.)
    if (!/[#|<]/.test(source.charAt(at))) widest = Math.max(widest, to - at);
    at = to + 1;
  }
  return widest > longestLine ? Infinity : widest;
}

const pointEnd = /([.;:])(?:\[\^[^\]]{1,20}\])*$/;

/** A text so many times as long as the points beside it is none of them. */
const longer = 3;

/** Whether two begin alike, with a capital or none, and the second does not lead in to what follows it. */
function isAlike(one: string, other: string): boolean {
  const isCapital = (text: string) => /^[^\p{L}\d]{0,3}(?:\p{Lu}|\d)/u.test(text);
  const endOf = (text: string) => /[.;,:]?$/.exec(text.trimEnd())?.[0] ?? '';
  if (isCapital(one) !== isCapital(other) || endOf(other) === ':') return false;
  return (endOf(one) === '.') === (endOf(other) === '.') || !isCapital(other);
}
