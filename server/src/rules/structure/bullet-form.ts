import { blocksWhere, blocksWith } from '../../model/blocksWith.ts';
import type { Report } from '../../model/report.ts';
import type { Block, BulletBlock } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { standsForNumber } from '../bulletForNumber.ts';
import { beginsWithGluedStar } from '../gluedStar.ts';
import { lineBreak } from '../lineBreak.ts';
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
        if (mark !== '-' && mark !== '*') {
          if (!standsForNumber(report, from)) yield otherMark(from, mark);
        } else yield hasText ? closeBy(from) : empty(from);
      }
    }
    yield* twoInOne(report);
    for (const i of blocksWhere(report.document, mayBeOdd)) {
      const block = blocks[i];
      if (block === undefined) continue;
      if (block.kind === 'plain') {
        const from = (starts[i] ?? 0) + block.start;
        const mark = markAt(source, from);
        if (mark !== undefined) {
          if (!standsForNumber(report, from)) yield otherMark(from, mark);
        } else if (isCounted(report.document, i)) {
          const [written = ''] = counted.exec(source.slice(from, from + longestMark)) ?? [];
          yield otherMark(from, written);
        } else if (beginsWithGluedStar(report.document, i)) yield closeBy(from, '*');
        else if (blocks[i + 1]?.kind === 'bullet' && blocks[i - 1]?.kind === 'bullet') yield* lostMark(report, i);
      } else if (block.kind === 'bullet') {
        yield* twice(source, starts[i] ?? 0, block);
        yield* marksInside(source, starts[i] ?? 0, block);
        if (source.charCodeAt((starts[i] ?? 0) + block.content.from) === 91) yield* box(source, starts[i] ?? 0, block);
        if (blocks[i + 1]?.kind === 'bullet') yield* lostInside(report, i, block);
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
  if (block.kind === 'plain' && markAt(source, start + block.start) !== undefined) return true;
  if (beginsWithGluedStar(document, index) || isCounted(document, index)) return true;
  if (block.kind !== 'bullet') return blocks[index - 1]?.kind === 'bullet' && blocks[index + 1]?.kind === 'bullet';
  const text = source.slice(start + block.content.from, start + block.end);
  return /^[-*–•[]/.test(text) || text.includes('\n');
}

/** A bracket where a list has bullets. */
const counted = /^(?:\(?\d{1,2}\)|\(?[a-z]\))(?=[ \t\u00a0]\S)/;
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
  return /(?:^|[\r\n])[ \t]{0,8}(?:[-*•·–—+▪]|o[ \t\u00a0])/.test(source.slice(start, start + (own?.end ?? 0)));
}

/** Marks at a line’s start that begin no bullet, or one without text. */
const forms: readonly (readonly [mark: string, form: RegExp])[] = [
  ['-', /(?<=\n)-(?:[ \t]{0,4}[\r\n]|\p{Lu}\p{Ll})/uy],
  ['*', /(?<=[\r\n][ \t]{0,8})\*[ \t]{0,4}[\r\n]/y],
  ['•', /(?<=[\r\n][ \t]{0,8})•[ \t\u00a0]/y],
  ['·', /(?<=[\r\n][ \t]{0,8})·[ \t\u00a0]/y],
];

/** Where these stand: a text has few of them, and a mark is found sooner than its form. */
function* lineMarks(text: string): Iterable<number> {
  for (const [mark, form] of forms) {
    const needle = mark === '-' ? '\n-' : mark;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      form.lastIndex = at + needle.length - 1;
      if (form.test(text)) yield at + needle.length - 1;
    }
  }
}

/** A letter *o*, and the marks that word processors have. */
const otherMarks = '-–—−+~_o▪▫◦○●■□▢▶►▸‣→➔➢✓✔✗»';

/** Another mark than a bullet’s, and a blank and words after it. A dash or a plus may begin a line within a sentence, but no block. */
function markAt(source: string, from: number): string | undefined {
  const unit = source.charCodeAt(from);
  // Most begin with a letter.
  if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122 && unit !== 111)) return undefined;
  if (!otherMarks.includes(source.charAt(from))) return undefined;
  const [, mark] = /^(-?.)[ \t\u00a0]{1,4}[\p{L}\d‘“]/u.exec(source.slice(from, from + 9)) ?? [];
  return mark === '-' ? undefined : mark;
}

/** Such marks at a line’s start in a bullet’s text, where its list has no blank lines. */
function* marksInside(source: string, start: number, { content, end, indent }: BulletBlock): Iterable<Finding> {
  for (
    let at = source.indexOf('\n', start + content.from);
    at >= 0 && at < start + end;
    at = source.indexOf('\n', at + 1)
  ) {
    let from = at + 1;
    while (source.charCodeAt(from) === 32 || source.charCodeAt(from) === 9) from++;
    const mark = markAt(source, from);
    // In a line that goes on with the text a dash is one; but not right below the bullet's own mark.
    if (mark !== undefined && (from - at - 1 === indent || from === at + 1 || mark === 'o'))
      yield otherMark(from, mark);
  }
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
  return {
    ...place,
    message: `“${mark}” begins no bullet. Write “-”.`,
    fixes: [{ title: 'Change to “-”', edits: [{ ...place, text: '-' }], certain: !/[–—+o>\\\d]/.test(mark) }],
  };
}

/** Points that begin in the line of the one before them. */
function* twoInOne({ document }: Report): Iterable<Finding> {
  for (const { block, start, places } of blocksWith(document, marksInLine)) {
    if (block.kind !== 'bullet') continue;
    for (const at of places) {
      if (at < start + block.content.from) continue;
      const edit = { from: at - 1, to: at, text: lineBreak(document.source) };
      yield {
        from: at,
        to: at + 1,
        message: 'A point of the list begins here, within another. Begin a line with it.',
        fixes: [{ title: 'Begin a line with it', edits: [edit], certain: false }],
      };
    }
  }
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
    /^(?:\\[-*+]|\d{1,2}[.)]|\([a-z]\)|[a-z][.)])(?=[ \t\u00a0]\S)|^[–—•·](?=\p{L})/u.exec(opening) ?? [];
  if (mark === '' && (!/^[\p{L}‘“]/u.test(opening) || markAt(source, line + 1) !== undefined)) return;
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
