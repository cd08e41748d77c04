import { months } from '../../../model/dateInWords.ts';
import { isDate } from '../../../model/metadata.ts';
import type { Report } from '../../../model/report.ts';
import { isBlank } from '../../../syntax/characters.ts';
import { blockText, isCommented } from '../../../syntax/document.ts';
import { editDistance } from '../../../text/editDistance.ts';
import { isCapitalLetter, isSmallLetter } from '../../../text/letters.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import { isLineEnd } from '../../../text/text.ts';
import { Unit } from '../../../text/unit.ts';
import type { Finding } from '../../rule.ts';

const anyMonth = months.join('|');
/** A line may end within a date. */
const lineEnd = String.raw`\r?\n[ \t]{0,8}`;
const blank = String.raw`(?:[ \u00a0]|${lineEnd})`;
/**
 * A day, a word with a capital, and a year; a word with a capital and a year after a word of time; a month and what is no
 * year.
 */
const datePattern = new RegExp(
  String.raw`(?<![\d.])(\d{1,3})(?:st|nd|rd|th)?${blank}(?:of )?(\p{Lu}\p{Ll}{2,10})(?:[ \u00a0,]{1,2}|,?${lineEnd})((?:19|20)\d\d)(?!\d)|(?<=\b(?:in|since|by|until|from|during|to|between) )(\p{Lu}\p{Ll}{4,10})${blank}((?:19|20)\d\d)(?!\d)|(?<=(?<!\p{L})(?:${anyMonth})[ \u00a0])(\d{5,6}(?![\d%,])|\d{3}(?![\d%,]|[ \u00a0]\p{L}))`,
  'gu',
);

const threeDigits = /\d{3}/;
const digits = /\d{3,}/g;
/** No date that is looked for is longer, with the word of time before it. */
const longest = 60;

/** Whether a block has what could be a date. */
export function mayHoldDate({ document }: Report, block: number): boolean {
  return threeDigits.test(blockText(document, block));
}

/** Days that are in no calendar or on another day of the week, and months and years that are none. */
export function* impossibleDates(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let i = 0;
  let told = 0;
  // Each ends in digits after a word with a capital, and few words have some after them: so they are looked for backwards.
  for (const { 0: run, index } of source.matchAll(digits)) {
    if (!followsCapital(source, index)) continue;
    while ((starts[i + 1] ?? Infinity) <= index) i++;
    const block = blocks[i];
    const start = starts[i] ?? 0;
    if (block === undefined || block.kind === 'frontMatter' || block.kind === 'comment') continue;
    const opening = Math.max(start, told, index - longest);
    const text = source.slice(opening, Math.min(start + block.end, index + run.length + lookahead));
    for (const match of text.matchAll(datePattern)) {
      const from = opening + match.index;
      const to = from + match[0].length;
      if (to <= index) continue;
      if (from < index + run.length) {
        told = to;
        const finding = findingOf(match, from) ?? weekdayFinding(match, from, text);
        if (finding !== undefined && !isCommented(report.document, from)) yield finding;
      }
      break;
    }
  }
}

/** So many characters after a date tell that it is none: a digit, a percent sign, a word. */
const lookahead = 2;

/** Whether a word with a capital stands right before a place. */
function followsCapital(source: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < longestBlank && isBlankOrComma(source.charCodeAt(i))) i--;
  if (i === at - 1) return false;
  while (i >= 0 && isSmallLetter(source.charCodeAt(i))) i--;
  const unit = source.charCodeAt(i);
  // (A letter that is not of the alphabet may be a capital.)
  return isCapitalLetter(unit) || (unit >= 0xc0 && !/[’‘–—]/.test(source.charAt(i)));
}

/** A line’s end with the indentation after it, and a comma before it. */
const longestBlank = 12;

function isBlankOrComma(unit: number): boolean {
  return isBlank(unit) || isLineEnd(unit) || unit === Unit.comma;
}

function findingOf(
  { 0: written, 1: day, 2: dayMonth, 3: dayYear, 4: alone, 6: odd }: RegExpMatchArray,
  from: number,
): Finding | undefined {
  const month = dayMonth ?? alone;
  if (odd !== undefined)
    return { from, to: from + odd.length, severity: 'warning', message: `“${odd}” is no year. Correct it.` };
  if (month === undefined) return undefined;
  const at = months.indexOf(month);
  if (at < 0) {
    const meant = monthMeant(month);
    if (meant === undefined) return undefined;
    const place = { from: from + written.indexOf(month), to: from + written.indexOf(month) + month.length };
    const message = `“${month}” is no month. Is *${meant}* meant?`;
    return { ...place, severity: 'warning', message };
  }
  if (day === undefined || dayYear === undefined) return undefined;
  if (isDate([dayYear, ...[at + 1, Number(day)].map(part => String(part).padStart(2, '0'))].join('-')))
    return undefined;
  return { from, to: from + written.length, message: 'There is no such day in the calendar. Correct the date.' };
}

const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A day of the week before a date on which it does not fall: *Monday 6 November 2018*. */
function weekdayFinding(
  { 0: written, 1: day, 2: month, 3: year, index = 0 }: RegExpMatchArray,
  from: number,
  text: string,
): Finding | undefined {
  // Most dates have another word before them.
  if (!/[y,]/.test(text.charAt(index - 2))) return undefined;
  const [whole = '', weekday = ''] =
    /([A-Z][a-z]+day),?[ \u00a0]$/.exec(text.slice(Math.max(0, index - longestWeekday), index)) ?? [];
  const at = months.indexOf(month ?? '');
  if (!weekdays.includes(weekday) || at < 0 || year === undefined) return undefined;
  const meant = weekdays[new Date(Date.UTC(Number(year), at, Number(day))).getUTCDay()];
  if (meant === undefined || meant === weekday) return undefined;
  return {
    from: from - whole.length,
    to: from + written.length,
    severity: 'warning',
    message: `${singleSpaced(written)} is a ${meant}, not a ${weekday}. Correct the day or the date.`,
  };
}

const longestWeekday = 16;

/** The month whose name a word nearly is; of short ones nearly is another word. */
function monthMeant(word: string): string | undefined {
  const most = word.length < 6 ? 1 : 2;
  return months.find(month => month.length > 4 && editDistance(month, word, most + 1) <= most);
}
