import { blocksWhere } from '../../model/blocksWith.ts';
import type { Report } from '../../model/report.ts';
import type { BulletBlock, PlainBlock } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { isDigit } from '../../text/letters.ts';
import { fixWith } from '../fixWith.ts';
import { standsForNumber } from '../numbers/bulletForNumber.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { emptyPoint, markWithoutBlank, otherMark } from './bullets/bulletFindings.ts';
import { countedMark, markAt } from './bullets/bulletMarks.ts';
import { isBesideBullet, isBetweenBullets } from './bullets/bulletNeighbours.ts';
import { deepPoint, isTooDeep } from './bullets/deepPoint.ts';
import { beginsWithGluedStar } from './bullets/gluedStar.ts';
import { pointBelowMark, pointBetween, pointWithin } from './bullets/lostPoints.ts';
import { pointsInText, pointsOfBullet } from './bullets/pointsInText.ts';
import { isInMissedNumber } from './marks/missedPlaces.ts';

/**
 * A bullet has no text, or begins with another mark than `-`, so that it is not read as a bullet and runs into the line before
 * it.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * • visits are regular
 * ^ “•” begins no bullet. Write “-”.
 *
 * -
 * ^ This bullet has no text. Write it, or take it out.
 * - reviews are timely.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * - visits are regular
 *
 * -
 * - reviews are timely.
 * ```
 *
 * So is a point of a list that another mark or none makes a paragraph, and a mark that stands there twice:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 *
 * – visits are regular
 * ^ “–” begins no bullet. Write “-”.
 *
 * - reviews are timely
 *
 * - records are kept well
 *
 * staff are trained
 * ^^^^^^^^^^^^^^^^^ This stands between two points of a list, but is not one itself. Write “- ” before it.
 *
 * - - carers are trained
 *   ^ This mark stands here twice. Take one out.
 *
 * - families are asked.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 *
 * - visits are regular
 *
 * - reviews are timely
 *
 * - records are kept well
 *
 * - staff are trained
 *
 * - carers are trained
 *
 * - families are asked.
 * ```
 *
 * Bullets begin with `-` and a space. A paragraph may lead in to the next points:
 * *
 * ```inspectmark
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * - visits are regular · and short.
 *
 * They also know that:
 *
 * - carers are trained.
 * ```
 */
export const bulletForm: Rule = {
  id: 'bullet-form',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A bullet has no text, or another mark than “-”',
  fixable: true,
  readsWords: whereStands(mayBegin),
  *check({ report }) {
    yield* pointsForNumbers(report);
    const told = new Set<number>();
    for (const finding of pointsInText(report)) {
      told.add(finding.from);
      yield finding;
    }
    for (const i of blocksWhere(report.document, mayBeOdd))
      for (const finding of oddBlock(report, i)) if (!told.has(finding.from)) yield finding;
  },
};

/**
 * Whether a block begins with a mark that is none of a bullet’s, is a bullet with a line or a mark in it, or stands between
 * two.
 */
function mayBeOdd(document: Document, index: number): boolean {
  const { source, blocks, starts } = document;
  const block = blocks[index];
  if (block === undefined) return false;
  const start = starts[index] ?? 0;
  if (block.kind === 'plain' && markAt(source, start + block.start, true) !== undefined) return true;
  if (beginsWithGluedStar(document, index) || countedPoint(document, index) !== '') return true;
  if (block.kind === 'quotation' && quotedPoint.test(source.slice(start + block.start, start + block.start + 5)))
    return true;
  if (block.kind !== 'bullet') return isBetweenBullets(document, index);
  if (isTooDeep(document, index)) return true;
  const text = source.slice(start + block.content.from, start + block.end);
  return text === '' || /^(?:[-*–•[\d]|[lnoquvwxØü][ \t\u00a0])/.test(text) || text.includes('\n');
}

/** Whether a block is a bullet, stands between two, or has what may be meant for one. */
function mayBegin({ document }: Report, index: number): boolean {
  const { source, blocks, starts } = document;
  const own = blocks[index];
  if (own?.kind === 'bullet' || blocks[index + 1]?.kind === 'bullet' || isBetweenBullets(document, index)) return true;
  const start = starts[index] ?? 0;
  return /(?:^|[\r\n])[ \t]{0,8}(?:[-*•·–—+▪]|o[ \t\u00a0])|:(?:\[\^\w{1,20}\])?[ \t]{0,4}[\r\n]/.test(
    source.slice(start, start + (own?.end ?? 0)),
  );
}

/** What is wrong with a block that is a point of a list, or was meant for one. */
function oddBlock(report: Report, index: number): Iterable<Finding> {
  const block = report.document.blocks[index];
  if (block?.kind === 'bullet') return oddBullet(report, index, block);
  const finding =
    block?.kind === 'plain'
      ? oddParagraph(report, index, block)
      : (pointBetween(report, index) ?? pointInQuotation(report, index));
  return finding === undefined ? [] : [finding];
}

/** A paragraph that begins as a point does, or stands alone between two. */
function oddParagraph(report: Report, index: number, block: PlainBlock): Finding | undefined {
  const { document } = report;
  const from = (document.starts[index] ?? 0) + block.start;
  const isBeside = isBesideBullet(document, index);
  const mark = markAt(document.source, from, isBeside);
  if (mark !== undefined && (mark !== '.' || isBeside))
    return standsForNumber(report, from) || isInMissedNumber(report, from) ? undefined : otherMark(from, mark);
  const counted = countedPoint(document, index);
  if (counted !== '') return isInMissedNumber(report, from) ? undefined : otherMark(from, counted);
  if (beginsWithGluedStar(document, index)) return markWithoutBlank(from, '*');
  return isBeside && /^-\p{L}/u.test(document.source.slice(from, from + 3))
    ? markWithoutBlank(from)
    : pointBetween(report, index);
}

/** The number or letter that counts a paragraph beside a bullet which leads in to nothing; nothing if there is none. */
function countedPoint(document: Document, index: number): string {
  const { source, blocks, starts } = document;
  const block = blocks[index];
  if (block?.kind !== 'plain' || !isBesideBullet(document, index)) return '';
  const start = starts[index] ?? 0;
  return source.charAt(start + block.end - 1) === ':' ? '' : countedMark(source, start + block.start);
}

/** A point in a quotation, but for one that stands between two others. */
function pointInQuotation({ document }: Report, index: number): Finding | undefined {
  const { source, blocks, starts } = document;
  const block = blocks[index];
  if (block?.kind !== 'quotation' || isBetweenBullets(document, index)) return undefined;
  const from = (starts[index] ?? 0) + block.start;
  const [mark = ''] = quotedPoint.exec(source.slice(from, from + 5)) ?? [];
  return mark === '' ? undefined : otherMark(from, mark);
}

const quotedPoint = /^> ?[-*•](?= )/;

/** A bullet without text, with a mark too many, or with another point in its text. */
function* oddBullet(report: Report, index: number, block: BulletBlock): Iterable<Finding> {
  const { document } = report;
  const start = document.starts[index] ?? 0;
  if (block.content.to <= block.content.from && block.indent > 1) yield emptyPoint(start + block.start);
  if (isTooDeep(document, index)) yield deepPoint(document, index);
  if (isRule(document.source.slice(start + block.start, start + block.end))) {
    yield {
      from: start + block.start,
      to: start + block.end,
      message: 'This line is printed as it stands. Take it out.',
    };
    return;
  }
  const from = start + block.content.from;
  const opening = markTwice(document.source, from) ?? box(document.source, from) ?? numbered(document.source, from);
  if (opening !== undefined && !isInMissedNumber(report, from)) yield opening;
  const within = [...pointsOfBullet(document, start, block)];
  yield* within;
  const lost = isBesideBullet(document, index) ? pointWithin(report, index, block) : undefined;
  if (lost !== undefined && within.every(own => own.from !== lost.from)) yield lost;
  const below = lost === undefined && within.length === 0 ? pointBelowMark(report, index, block) : undefined;
  if (below !== undefined) yield below;
}

/** *- - -*, a line across the page elsewhere. */
function isRule(written: string): boolean {
  return /^[-*](?:[ \t]{1,3}[-*]){2,11}$/.test(written);
}

/** A bullet’s text that begins with a bullet’s mark. */
function markTwice(source: string, from: number): Finding | undefined {
  if (!/[ \t\u00a0]/.test(source.charAt(from + 1))) return undefined;
  const isLetter = /^[lnoquvwxØü][ \t\u00a0]{1,4}\p{Lu}/u.test(source.slice(from, from + 6));
  if (!isLetter && !/[-*–•]/.test(source.charAt(from))) return undefined;
  const [mark = ''] = /^.[ \t\u00a0]+/.exec(source.slice(from, from + 8)) ?? [];
  return {
    from,
    to: from + 1,
    message: isLetter
      ? 'This letter is left of another bullet’s mark. Take it out.'
      : 'This mark stands here twice. Take one out.',
    fixes: [fixWith(isLetter ? 'Take it out' : 'Take one out', { from, to: from + mark.length }, '')],
  };
}

/**
 * The only point between numbered paragraphs where nothing leads in to it, and it is a sentence: it has lost its number, or
 * its place.
 */
function* pointsForNumbers(report: Report): Iterable<Finding> {
  const { document, paragraphs } = report;
  const { starts } = document;
  const found: Finding[] = [];
  for (const i of blocksWhere(document, isPointBetweenNumbers)) {
    const block = document.blocks[i];
    if (block?.kind !== 'bullet' || standsForNumber(report, (starts[i] ?? 0) + block.start)) continue;
    const above = paragraphs.find(own => own.block <= i - 1 && i - 1 < own.blockEnd);
    if (above?.series === undefined) continue;
    const from = (starts[i] ?? 0) + block.start;
    const message =
      'This point stands alone among numbered paragraphs. Give it a number, or join it to the paragraph above.';
    if (!isInMissedNumber(report, from)) found.push({ from, to: from + 1, message });
  }
  // Two may be as the author has it.
  const [only, another] = found;
  if (only !== undefined && another === undefined) yield only;
}

function isPointBetweenNumbers({ blocks, starts, source }: Document, index: number): boolean {
  const block = blocks[index];
  const above = blocks[index - 1];
  const below = blocks[index + 1];
  if (block?.kind !== 'bullet' || block.indent > 1 || above?.kind !== 'numbered') return false;
  if (below?.kind !== 'numbered') return false;
  const start = starts[index] ?? 0;
  const end = (starts[index - 1] ?? 0) + above.content.to;
  if (!/[.)]$/.test(source.slice(end - 1, end))) return false;
  return (
    /^[‘“]?\p{Lu}/u.test(source.slice(start + block.content.from, start + block.content.from + 2)) &&
    source.charAt(start + block.content.to - 1) === '.'
  );
}

/** A number in place of a bullet’s words: it was numbered before, or is to be. */
function numbered(source: string, from: number): Finding | undefined {
  if (!isDigit(source.charCodeAt(from))) return undefined;
  const [written = ''] = /^\d{1,2}[.)](?=[ \t\u00a0]{1,4}\p{Lu})/u.exec(source.slice(from, from + 10)) ?? [];
  return written === ''
    ? undefined
    : {
        from,
        to: from + written.length,
        message: `“${written}” stands after the bullet’s mark. Take one of the two out.`,
      };
}

/** A box to be ticked. */
function box(source: string, from: number): Finding | undefined {
  if (source.charAt(from) !== '[') return undefined;
  const [written = ''] = /^\[[ xX]?\](?=[ \t\u00a0])/.exec(source.slice(from, from + 4)) ?? [];
  return written === ''
    ? undefined
    : { from, to: from + written.length, message: 'This box is printed as it stands. Take it out.' };
}
