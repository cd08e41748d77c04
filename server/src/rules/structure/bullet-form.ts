import { blocksWhere, blocksWith } from '../../model/blocksWith.ts';
import type { Report } from '../../model/report.ts';
import type { Block, BulletBlock } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { standsForNumber } from '../bulletForNumber.ts';
import { beginsWithGluedStar } from '../gluedStar.ts';
import { lineBreak } from '../lineBreak.ts';
import { isInMissedNumber } from '../missedPlaces.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

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
 * ^^^^^^^^^^^^^^^^^ This stands between two points of a list, and is none. Write “- ” before it.
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
 * Bullets begin with `-` and a blank. A paragraph may lead in to the next points:
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
    const { source, blocks, starts } = report.document;
    for (const { block, start, places } of blocksWith(report.document, lineMarks)) {
      if (!isText(block)) continue;
      for (const from of places) {
        const mark = source.charAt(from);
        const next = source.charAt(from + 1);
        const hasText = next !== '' && !/\s/.test(next);
        if (mark === '-' && hasText && block.kind !== 'bullet' && from !== start + block.start) continue;
        if (mark === '•' && isWithinLine(source, from)) {
          if (block.kind === 'bullet') yield startsWithin(report, block, from);
        } else if (mark !== '-' && mark !== '*') {
          if (!standsForNumber(report, from)) yield otherMark(from, mark);
        } else yield hasText ? closeBy(from) : empty(from);
      }
    }
    yield* twoInOne(report);
    yield* firstPoints(report);
    for (const i of blocksWhere(report.document, mayBeOdd)) {
      const block = blocks[i];
      if (block === undefined) continue;
      if (block.kind === 'quotation' && (blocks[i - 1]?.kind !== 'bullet' || blocks[i + 1]?.kind !== 'bullet')) {
        const from = (starts[i] ?? 0) + block.start;
        const [mark = ''] = quotedPoint.exec(source.slice(from, from + 5)) ?? [];
        if (mark !== '') yield otherMark(from, mark);
      } else if (block.kind === 'plain') {
        const from = (starts[i] ?? 0) + block.start;
        const isBeside = blocks[i - 1]?.kind === 'bullet' || blocks[i + 1]?.kind === 'bullet';
        const mark = markAt(source, from, isBeside);
        if (mark !== undefined && (mark !== '.' || isBeside)) {
          if (!standsForNumber(report, from) && !isInMissedNumber(report, from)) yield otherMark(from, mark);
        } else if (isCounted(report.document, i)) {
          if (isInMissedNumber(report, from)) continue;
          const [written = ''] = counted.exec(source.slice(from, from + longestMark)) ?? [];
          yield otherMark(from, written);
        } else if (beginsWithGluedStar(report.document, i)) yield closeBy(from, '*');
        else if (blocks[i + 1]?.kind === 'bullet' && blocks[i - 1]?.kind === 'bullet') yield* lostMark(report, i);
      } else if (block.kind === 'bullet') {
        const isEmpty = block.content.to <= block.content.from && block.indent > 1;
        if (isEmpty) yield empty((starts[i] ?? 0) + block.start);
        yield* twice(source, starts[i] ?? 0, block);
        yield* marksInside(source, starts[i] ?? 0, block);
        if (source.charCodeAt((starts[i] ?? 0) + block.content.from) === 91) yield* box(source, starts[i] ?? 0, block);
        if (blocks[i + 1]?.kind === 'bullet' || blocks[i - 1]?.kind === 'bullet') yield* lostInside(report, i, block);
      } else if (blocks[i + 1]?.kind === 'bullet' && blocks[i - 1]?.kind === 'bullet') yield* lostMark(report, i);
    }
  },
};

/** Whether a block begins with a mark that is none of a bullet’s, is a bullet with a line or a mark in it, or stands between two. */
function mayBeOdd(document: Document, index: number): boolean {
  const { source, blocks, starts } = document;
  const block = blocks[index];
  if (block === undefined) return false;
  const start = starts[index] ?? 0;
  if (block.kind === 'plain' && markAt(source, start + block.start, true) !== undefined) return true;
  if (beginsWithGluedStar(document, index) || isCounted(document, index)) return true;
  if (block.kind === 'quotation' && quotedPoint.test(source.slice(start + block.start, start + block.start + 5)))
    return true;
  if (block.kind !== 'bullet') return blocks[index - 1]?.kind === 'bullet' && blocks[index + 1]?.kind === 'bullet';
  const text = source.slice(start + block.content.from, start + block.end);
  return text === '' || /^[-*–•[]/.test(text) || text.includes('\n');
}

/** A point in a quotation. */
const quotedPoint = /^> ?[-*•](?= )/;

/** A bracket where a list has bullets. */
const counted = /^(?:\(?\d{1,2}\)|\(?[a-z]\)|(?:[a-z]|[ivx]{1,4})\.)(?=[ \t\u00a0]\S)/;
const longestMark = 8;

/** Whether a paragraph beside a bullet is counted as *1)* or *(a)*, and leads in to nothing. */
function isCounted({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  if (blocks[index - 1]?.kind !== 'bullet' && blocks[index + 1]?.kind !== 'bullet') return false;
  const start = starts[index] ?? 0;
  return (
    source.charAt(start + block.end - 1) !== ':' &&
    counted.test(source.slice(start + block.start, start + block.start + longestMark))
  );
}

/** Whether a block is a bullet, stands between two, or has what may be meant for one. */
function mayBegin({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const [above, own, below] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (own?.kind === 'bullet' || (above?.kind === 'bullet' && below?.kind === 'bullet')) return true;
  const start = starts[index] ?? 0;
  return /(?:^|[\r\n])[ \t]{0,8}(?:[-*•·–—+▪]|o[ \t\u00a0])|:(?:\[\^\w{1,20}\])?[ \t]{0,4}[\r\n]/.test(
    source.slice(start, start + (own?.end ?? 0)),
  );
}

/** Marks at a line’s start that begin no bullet, or one without text. */
const forms: readonly (readonly [mark: string, form: RegExp])[] = [
  ['-', /(?<=\n)-(?:[ \t]{0,4}[\r\n]|\p{Lu}\p{Ll})/uy],
  ['*', /(?<=[\r\n][ \t]{0,8})\*[ \t]{0,4}[\r\n]/y],
  ['•', /(?<=[\r\n][ \t]{0,8})•[ \t\u00a0\p{L}‘“]/uy],
  ['·', /(?<=[\r\n][ \t]{0,8})·[ \t\u00a0\p{L}‘“]/uy],
];

/** Where these stand: a text has few of them, and a mark is found sooner than its form. */
function* lineMarks(text: string): Iterable<number> {
  for (const [mark, form] of forms) {
    const needle = mark === '-' ? '\n-' : mark;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      form.lastIndex = at + needle.length - 1;
      if (form.test(text) || (mark === '•' && isWithinLine(text, at))) yield at + needle.length - 1;
    }
  }
}

/** Whether a mark stands between blanks after words of its line. */
function isWithinLine(text: string, at: number): boolean {
  return /^[ \u00a0]{2}$/.test(text.charAt(at - 1) + text.charAt(at + 1)) && /\S/.test(text.charAt(at - 2));
}

/** A letter *o*, and the marks that word processors have. */
const otherMarks = '-–—−+~_o▪▫◦○●■□▢▶►▸‣→➔➢✓✔✗»‑－§.\ufffd';

/** Another mark than a bullet’s, and a blank and words after it. A dash or a plus may begin a line within a sentence, but no block. */
function markAt(source: string, from: number, isAmong = false): string | undefined {
  const unit = source.charCodeAt(from);
  // Most begin with a letter.
  if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122 && unit !== 111)) return undefined;
  const isOther = otherMarks.includes(source.charAt(from));
  if (!isOther && !isAmong) return undefined;
  const opening = source.slice(from, from + 9);
  if (/^§[ \u00a0]?\d/.test(opening)) return undefined; // a section of an act
  const [, sign, close] = isAmong ? (anySign.exec(opening) ?? []) : [];
  if (!isOther || sign !== undefined || close !== undefined)
    return /^-[\u2000-\u200a\u202f]/.test(opening)
      ? opening.slice(0, 2)
      : toldElsewhere.has(sign ?? close ?? '')
        ? undefined
        : (sign ?? close);
  const [, mark] = /^(-?.)[ \t\u00a0]{1,4}[\p{L}\d‘“]/u.exec(opening) ?? closeMark.exec(opening) ?? [];
  return mark === '-' ? undefined : mark;
}

/** A bullet’s own mark, and those that are looked for in all lines. */
const toldElsewhere: ReadonlySet<string> = new Set(['-', '•', '·']);

/** Where it stands among points, any sign or two before a blank, a box, or a number behind a hyphen; some need no blank. */
const anySign =
  /^((?:[^\p{L}\p{N}\s‘’“”'"([{*#.,…]|\\-|••){1,2}(?: -)?|\*-|\[[ xX]?\]|-\d{1,2}[.)])[ \t\u00a0\u2000-\u200a]{1,4}(?=[\p{L}\d‘“])|^((?:[-–—+⁃∙•·]{2}|[–—+⁃∙])(?=[\p{L}‘“])|-(?=[\u2000-\u200a\u202f]))/u;

/** A mark that nothing but a point begins with, without a blank after it. */
const closeMark = /^([▪▫◦○●■□▢▶►▸‣➔➢✓✔✗‑－])[\p{L}‘“]/u;

/** Such marks at a line’s start in a bullet’s text, where its list has no blank lines. */
function* marksInside(source: string, start: number, { content, end, indent }: BulletBlock): Iterable<Finding> {
  for (
    let at = source.indexOf('\n', start + content.from);
    at >= 0 && at < start + end;
    at = source.indexOf('\n', at + 1)
  ) {
    let from = at + 1;
    while (source.charCodeAt(from) === 32 || source.charCodeAt(from) === 9) from++;
    const isBelow = from - at - 1 === indent;
    const mark = markAt(source, from, isBelow);
    // In a line that goes on with the text a dash is one; but not right below the bullet's own mark.
    if (mark !== undefined && (isBelow || from === at + 1 || mark === 'o')) {
      if (!followsColon(source, at)) yield otherMark(from, mark);
    } else if (isBelow && indent > 1) yield* pointAt(source, from);
  }
}

/** A point that a hyphen begins, without a blank or without words after it; or a number or a letter. */
function* pointAt(source: string, from: number): Iterable<Finding> {
  const opening = source.slice(from, from + longestMark);
  if (/^-[\p{L}‘“]/u.test(opening)) yield closeBy(from);
  else if (/^[-*][ \t]*(?:[\r\n]|$)/.test(opening)) yield empty(from);
  else if (counted.test(opening)) yield otherMark(from, counted.exec(opening)?.[0] ?? '');
}

/** First points that another mark begins, or none: the line above ends in a colon. */
function* firstPoints({ document }: Report): Iterable<Finding> {
  const { source } = document;
  for (const { block, start, places } of blocksWith(document, linesAfterColon)) {
    if (!isText(block)) continue;
    for (const from of places) {
      if (from <= start + block.start || from >= start + block.end) continue;
      const mark = markAt(source, from, true);
      if (mark !== undefined) yield otherMark(from, mark);
      else if (/[ \t]/.test(source.charAt(from - 1))) yield* pointAt(source, from);
    }
  }
}

/** Where the words of lines begin whose line above ends in a colon. */
function* linesAfterColon(text: string): Iterable<number> {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const unit = text.charCodeAt(at + 1);
    if (unit !== 10 && unit !== 13 && unit !== 91) continue; // a line's end, a note's mark
    colonLine.lastIndex = at;
    if (colonLine.test(text)) yield colonLine.lastIndex;
  }
}

const colonLine =
  /:(?:\[\^[^\]\s]{1,20}\])?[ \t]{0,4}(?:\r\n|[\r\n])(?:[ \t]{0,8}(?:\r\n|[\r\n]))?[ \t]{0,12}(?=[^\s\p{Lu}])/uy;

function followsColon(source: string, lineEnd: number): boolean {
  return /:(?:\[\^[^\]\s]{1,20}\])?\s{0,12}$/.test(source.slice(Math.max(0, lineEnd - 40), lineEnd));
}

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet';
}

function empty(from: number): Finding {
  return { from, to: from + 1, message: 'This bullet has no text. Write it, or take it out.' };
}

function closeBy(from: number, mark = '-'): Finding {
  return {
    from,
    to: from + 1,
    message: `This begins no bullet: there is no blank after “${mark}”. Put one there.`,
    fixes: [{ title: 'Put a blank after it', edits: [{ from: from + 1, to: from + 1, text: ' ' }], certain: false }],
  };
}

function otherMark(from: number, mark: string): Finding {
  const place = { from, to: from + mark.length };
  if (/^-\s$/.test(mark))
    return {
      ...place,
      message: 'This begins no bullet: the blank after “-” is none of the keyboard’s. Write another.',
      fixes: [{ title: 'Change to “- ”', edits: [{ ...place, text: '- ' }], certain: true }],
    };
  return {
    ...place,
    message: `“${mark}” begins no bullet. Write “-”.`,
    fixes: [{ title: 'Change to “-”', edits: [{ ...place, text: '-' }], certain: !/[–—+o>\\\d]/.test(mark) }],
  };
}

/** Points that begin in the line of the one before them. */
function* twoInOne(report: Report): Iterable<Finding> {
  for (const { block, start, places } of blocksWith(report.document, marksInLine)) {
    if (block.kind !== 'bullet') continue;
    for (const at of places) {
      if (at >= start + block.content.from) yield startsWithin(report, block, at);
    }
  }
}

function startsWithin({ document: { source } }: Report, { indent }: BulletBlock, at: number): Finding {
  const edit = { from: at - 1, to: at + 1, text: `${lineBreak(source)}${' '.repeat(indent)}-` };
  return {
    from: at,
    to: at + 1,
    message: 'A point of the list begins here, within another. Begin a line with it.',
    fixes: [{ title: 'Begin a line with it', edits: [edit], certain: false }],
  };
}

/** A hyphen between blanks after the end of a point. (It is found far sooner than a blank.) */
function* marksInLine(text: string): Iterable<number> {
  for (let at = text.indexOf('- '); at >= 0; at = text.indexOf('- ', at + 1))
    if (text.charCodeAt(at - 1) === 32 && /[.;]/.test(text.charAt(at - 2))) yield at;
}

/** A box to be ticked. */
function* box(source: string, start: number, { content }: BulletBlock): Iterable<Finding> {
  const from = start + content.from;
  const [written = ''] = /^\[[ xX]?\](?=[ \t\u00a0])/.exec(source.slice(from, from + 4)) ?? [];
  if (written !== '')
    yield { from, to: from + written.length, message: 'This box is printed as it stands. Take it out.' };
}

/** A bullet’s text that begins with a bullet’s mark. */
function* twice(source: string, start: number, { content }: BulletBlock): Iterable<Finding> {
  const from = start + content.from;
  const unit = source.charCodeAt(from);
  // Most begin with a letter.
  if (unit !== 45 && unit !== 42 && unit !== 0x2013 && unit !== 0x2022) return;
  if (!/[ \t\u00a0]/.test(source.charAt(from + 1))) return;
  const [mark = ''] = /^.[ \t\u00a0]+/.exec(source.slice(from, from + 8)) ?? [];
  yield {
    from,
    to: from + 1,
    message: 'This mark stands here twice. Take one out.',
    fixes: [{ title: 'Take one out', edits: [{ from, to: from + mark.length, text: '' }], certain: false }],
  };
}

/** What stands alone between two points of a list, and by its mark or its look was one of them. */
function* lostMark(report: Report, index: number): Iterable<Finding> {
  const { document, paragraphs } = report;
  const { source, blocks, starts } = document;
  const block = blocks[index];
  const [above, below] = [blocks[index - 1], blocks[index + 1]];
  if (block === undefined || above?.kind !== 'bullet' || below?.kind !== 'bullet') return;
  const from = (starts[index] ?? 0) + block.start;
  const end = (starts[index] ?? 0) + block.end;
  const written = source.slice(from, end);
  const [mark = ''] =
    /^(?:> ?[-*•]|\\[-*+]|\([a-z]\)|[a-z][.)])(?=[ \t\u00a0])|^(?:>(?= ?\p{L})|[–—•·](?=\p{L}))/u.exec(written) ?? [];
  if (mark !== '') {
    yield otherMark(from, mark);
    return;
  }
  const around = [blocks[index - 2], blocks[index + 2]].map(own => own?.kind ?? 'heading');
  const isLong = around.includes('bullet') || around.every(kind => kind === 'heading');
  if (!isLong || above.indent !== below.indent) return;
  const textOf = (own: BulletBlock, start = 0) => source.slice(start + own.content.from, start + own.end);
  const others = [textOf(above, starts[index - 1]), textOf(below, starts[index + 1])];
  const text = 'content' in block ? source.slice((starts[index] ?? 0) + block.content.from, end) : '';
  if (!others.every(own => isAlike(own, text)) || others.every(own => own.length * longer < text.length)) return;
  if (block.kind === 'numbered') {
    if (paragraphs.some(own => own.block === index && (own.series !== undefined || own.kind !== 'other'))) return;
    const to = from + (/^\S+/.exec(written)?.[0].length ?? 0);
    yield {
      from,
      to,
      message: 'This point of a list has a number, and the others have none. Write “-”.',
      fixes: [{ title: 'Change to “-”', edits: [{ from, to, text: '-' }], certain: false }],
    };
  } else if (block.kind === 'plain' && /^[\p{L}\d‘“]/u.test(written)) {
    yield lostPoint(from, written);
  }
}

/** A line of a bullet’s text that was a point of its own: at the margin, after the end of the point above it. */
function* lostInside(
  { document: { source, blocks, starts } }: Report,
  index: number,
  block: BulletBlock,
): Iterable<Finding> {
  const start = starts[index] ?? 0;
  const end = start + block.end;
  let line = source.indexOf('\n', start + block.content.from);
  while (line >= 0 && line < end && /\s/.test(source.charAt(line + 1))) line = source.indexOf('\n', line + 1);
  if (line < 0 || line >= end) return;
  const opening = source.slice(line + 1, line + 1 + longestOpening);
  const [mark = ''] =
    /^(?:\\[-*+]|\d{1,2}[.)]|\([a-z]\)|[a-z][.)]|[ivx]{1,4}\.)(?=[ \t\u00a0]\S)|^[–—](?=\p{L})/u.exec(opening) ?? [];
  if (mark === '' && (!/^[\p{L}‘“]/u.test(opening) || markAt(source, line + 1) !== undefined)) return;
  if (blocks[index + 1]?.kind !== 'bullet' && (mark === '' || blocks[index - 1]?.kind !== 'bullet')) return;
  const above = source.slice(start + block.content.from, line).trimEnd();
  const below = source.slice(line + 1 + mark.length, end).trim();
  const [, ending = ''] = pointEnd.exec(above) ?? [];
  if (ending === '' || (ending === '.' && !/^[‘“]?[\p{Lu}\d]/u.test(below)) || !pointEnd.test(below)) return;
  const others = [blocks[index - 1], blocks[index + 1]].flatMap((own, i) =>
    own?.kind === 'bullet'
      ? [source.slice((starts[index - 1 + 2 * i] ?? 0) + own.start, (starts[index - 1 + 2 * i] ?? 0) + own.end)]
      : [],
  );
  // Where others have such lines they are how the text is wrapped.
  if (others.some(own => /\n\S/.test(own)) || /\n\S/.test(below)) return;
  const from = line + 1;
  if (mark !== '') {
    yield otherMark(from, mark);
    return;
  }
  yield lostPoint(from, opening);
}

/** A point without its mark, by its first words. */
function lostPoint(from: number, text: string): Finding {
  const [words = ''] = /^\S+(?:[ \t\u00a0]+\S+){0,2}/.exec(text) ?? [];
  return {
    from,
    to: from + words.length,
    message: 'This stands between two points of a list, and is none. Write “- ” before it.',
    fixes: [{ title: 'Make it a bullet', edits: [{ from, to: from, text: '- ' }], certain: false }],
  };
}

const longestOpening = 80;
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
