import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import type { Block, BulletBlock } from '../../../syntax/block.ts';
import { isSpaceOrTab } from '../../../syntax/characters.ts';
import type { Document } from '../../../syntax/document.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { standsAt } from '../../../text/matchAt.ts';
import { standsForNumber } from '../../numbers/bulletForNumber.ts';
import type { Finding } from '../../rule.ts';
import { emptyPoint, markWithoutBlank, otherMark } from './bulletFindings.ts';
import { countedMark, markAt } from './bulletMarks.ts';
import { hasRoom, isBrokenToFit } from './lostPoints.ts';

/** Points of a list within other blocks, at a line’s start or in a line: they are read as text of what stands above. */
export function* pointsInText(report: Report): Iterable<Finding> {
  yield* markedLines(report);
  yield* pointsInLine(report);
  yield* firstPoints(report);
}

/** Lines that begin with a mark, and bullets of which one begins in the middle of a line. */
function* markedLines(report: Report): Iterable<Finding> {
  const { source } = report.document;
  for (const { block, start, places } of blocksWith(report.document, lineMarks)) {
    if (!isText(block)) continue;
    for (const from of places) {
      const mark = source.charAt(from);
      const hasText = /^\S/.test(source.charAt(from + 1));
      if (mark === '-' && hasText && block.kind !== 'bullet' && from !== start + block.start) continue;
      if (mark === '•' && isWithinLine(source, from)) {
        if (block.kind === 'bullet') yield startsWithin(report, block, from);
      } else if (mark !== '-' && mark !== '*') {
        if (!standsForNumber(report, from)) yield otherMark(from, mark);
      } else yield hasText ? markWithoutBlank(from) : emptyPoint(from);
    }
  }
}

/** Marks at a line’s start that begin no bullet, or one without text. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ['-', /(?<=\n)-(?:[ \t]{0,4}[\r\n]|\p{Lu}\p{Ll})/uy],
  ['*', /(?<=[\r\n][ \t]{0,8})\*[ \t]{0,4}[\r\n]/y],
  ['•', /(?<=[\r\n][ \t]{0,8})•[ \t\u00a0\p{L}‘“]/uy],
  ['·', /(?<=[\r\n][ \t]{0,8})·[ \t\u00a0\p{L}‘“]/uy],
]);

/** Where these stand. */
const lineMarks = new MarkSearch([...forms.keys()].join(''), (text, at) => {
  const mark = text.charAt(at);
  // (Hyphens are many.)
  if (mark === '-' && text.charAt(at - 1) !== '\n') return -1;
  const form = forms.get(mark);
  if (form === undefined) return -1;
  return standsAt(form, text, at) || (mark === '•' && isWithinLine(text, at)) ? at : -1;
});

/** Whether a mark stands between blanks after words of its line. */
function isWithinLine(text: string, at: number): boolean {
  return /^[ \u00a0]{2}$/.test(text.charAt(at - 1) + text.charAt(at + 1)) && /\S/.test(text.charAt(at - 2));
}

/** Points that begin in the line of the one before them. */
function* pointsInLine(report: Report): Iterable<Finding> {
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

/** A hyphen between blanks after the end of a point, or after what leads in to points. */
const marksInLine = new MarkSearch('-', (text, at) =>
  text.charAt(at + 1) === ' ' && text.charAt(at - 1) === ' ' && /[.;:]/.test(text.charAt(at - 2)) ? at : -1,
);

/** First points that another mark begins, or none: the line above ends in a colon. */
function* firstPoints(report: Report): Iterable<Finding> {
  const { document } = report;
  const { source } = document;
  for (const { block, start, places } of blocksWith(document, linesAfterColon)) {
    if (!isText(block)) continue;
    for (const from of places) {
      if (from <= start + block.start || from >= start + block.end) continue;
      const mark = markAt(source, from, true);
      if (mark !== undefined) yield otherMark(from, mark);
      else if (/[ \t]/.test(source.charAt(from - 1)) && !isLettered(source, from, start + block.end))
        yield* pointAt(source, from);
      else if (isListWithoutMarks(report, from, start + block.end)) yield withoutMarks(source, from);
    }
  }
}

/** Whether lines under a colon are short on purpose: those of a list that has lost its marks. */
function isListWithoutMarks(report: Report, from: number, end: number): boolean {
  const { source } = report.document;
  if (!/^[\p{Ll}\d]/u.test(source.slice(from, from + 2)) || countedMark(source, from) !== '') return false;
  let lineEnd = source.lastIndexOf('\n', from);
  for (let count = 0; count < fewestLines; count++) {
    if (lineEnd < 0 || lineEnd >= end) return false;
    // (What leads in to points is as long as it is.)
    if ((count > 0 || isBrokenToFit(report)) && !hasRoom(report, lineEnd)) return false;
    const opening = source.slice(lineEnd + 1, lineEnd + 1 + longestWord);
    if (!/^[ \t]{0,8}[\p{Ll}\d]/u.test(opening)) return false;
    // A sentence whose clauses have lines of their own goes on so.
    if (count > 0 && (source.charAt(lineEnd - 1) === ',' || goingOn.test(opening))) return false;
    lineEnd = source.indexOf('\n', lineEnd + 1);
  }
  return true;
}

const goingOn = /^[ \t]{0,8}(?:and|because|but|of|or|than|which)(?!\p{L})/u;
const longestWord = 20;

/** So many lines make a list. */
const fewestLines = 2;

function withoutMarks(source: string, from: number): Finding {
  const [words = ''] = /^\S+(?:[ \t]+\S+){0,2}/.exec(source.slice(from, from + longestWords)) ?? [];
  return {
    from,
    to: from + words.length,
    message: 'The lines from here on look like a list, but are read as one paragraph. Write “- ” before each.',
  };
}

const longestWords = 80;

/** Whether a point begins a list whose points are counted by letters, so that each can be referred to: *(a)*, *(b)*. */
function isLettered(source: string, from: number, end: number): boolean {
  const [, first, letter, close] = /^(\(?)([ai])([.)])[ \t\u00a0]/.exec(source.slice(from, from + 5)) ?? [];
  if (letter === undefined) return false;
  const text = source.slice(from, Math.min(end, from + farthestPoint));
  const next = `${first}${letter === 'a' ? 'b' : 'ii'}${close} `;
  return text.split(/[\r\n]/).some(line => line.trimStart().startsWith(next));
}

/** So many characters of a point are read for the next. */
const farthestPoint = 1_000;

const colonLine =
  /:(?:\[\^[^\]\s]{1,20}\])?[ \t]{0,4}(?:\r\n|[\r\n])(?:[ \t]{0,8}(?:\r\n|[\r\n]))?[ \t]{0,12}(?=[^\s\p{Lu}])/uy;

/** Where the words of lines begin whose line above ends in a colon. */
const linesAfterColon = new MarkSearch(':', (text, at) => {
  // A line's end, or a note's mark.
  if (!/[\r\n[]/.test(text.charAt(at + 1))) return -1;
  return standsAt(colonLine, text, at) ? colonLine.lastIndex : -1;
});

function followsColon(source: string, lineEnd: number): boolean {
  return /:(?:\[\^[^\]\s]{1,20}\])?\s{0,12}$/.test(source.slice(Math.max(0, lineEnd - 40), lineEnd));
}

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet';
}

/** Marks that begin lines of a bullet’s own text, where its list has no blank lines. */
export function* pointsOfBullet(
  { source }: Document,
  start: number,
  { content, end, indent }: BulletBlock,
): Iterable<Finding> {
  for (
    let at = source.indexOf('\n', start + content.from);
    at >= 0 && at < start + end;
    at = source.indexOf('\n', at + 1)
  ) {
    let from = at + 1;
    while (isSpaceOrTab(source.charCodeAt(from))) from++;
    const isBelow = from - at - 1 === indent;
    const mark = markAt(source, from, isBelow);
    // In a line that goes on with the text a dash is one; but not right below the bullet's own mark.
    if (mark !== undefined && (isBelow || from === at + 1 || mark === 'o')) {
      if (!followsColon(source, at)) yield otherMark(from, mark);
    } else if (isBelow && (indent > 1 || counted.test(source.slice(from, from + longestOpening))))
      yield* pointAt(source, from);
  }
}

/** What counts a point at the margin, where a number with a full stop would be a paragraph’s. */
const counted = /^(?:\d{1,2}|[a-z])\)[ \t]{1,4}[‘“]?\p{Lu}/u;

/** A point that a hyphen begins, without a blank or without words after it; or a number or a letter. */
function* pointAt(source: string, from: number): Iterable<Finding> {
  const opening = source.slice(from, from + longestOpening);
  if (/^-[\p{L}‘“]/u.test(opening)) yield markWithoutBlank(from);
  else if (/^[-*][ \t]*(?:[\r\n]|$)/.test(opening)) yield emptyPoint(from);
  else {
    const mark = countedMark(source, from);
    if (mark !== '') yield otherMark(from, mark);
  }
}

const longestOpening = 8;
