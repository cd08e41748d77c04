import type { Document } from '../../syntax/document.ts';
import type { Report } from '../report.ts';
import { type MissedNumber, memberValue, type SeriesPlace, valueBefore } from './missedNumber.ts';

/** Whether a number may stand at a block’s start that is not read as a paragraph's for its mark or its second part. */
export function beginsAmiss({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  const isOther =
    block?.kind === 'bullet' ||
    block?.kind === 'quotation' ||
    block?.kind === 'footnote' ||
    (block?.kind === 'numbered' && /^(?:\d+(?:\.\d{1,3})+|S\d{1,3})$/.test(block.number.number));
  if (!isOther) return false;
  const start = (starts[index] ?? 0) + block.start;
  return /[\d>０-９]/.test(source.slice(start, start + longestMark));
}

/** Whether a plain block begins with what may be meant for a number. */
export function beginsAsNumbered({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  return block?.kind === 'plain' && openingOf(source, (starts[index] ?? 0) + block.content.from) !== undefined;
}

/** A bullet's or quotation's mark, blanks and the first digit. */
const longestMark = 6;

/** With what a block begins that may be meant for a number. */
export function openingOf(source: string, start: number): string | undefined {
  const words = source.slice(start, start + longestOpening);
  return (numberOpening.exec(words) ?? otherOrder.exec(words))?.[0];
}

/** A number with or without a word or a mark before it, and another mark than its full stop after it. */
const numberOpening =
  /^((?:(?:paragraph|para\.?|recommendation|no\.|§|¶)[ \t\u00a0]?|[([{#>*•+._–\-|~@'"‘“^=/\\\u200b\ufeff]{1,2}[ \t\u00a0]{0,3}|<[a-z]{1,4}>|[A-HJKMNPQRT-Z](?=\d{1,3}[.)]))?\*{0,2}0{0,2}((?:[\p{Nd}\p{No}lIOSBZ]|(?<=\p{Nd})[., \u00ad\u200b](?=\p{Nd})){1,7})(?:\.1)?[a-z]?(?:[ \t\u00a0]?(?:[–—/&-]|and|to)[ \t\u00a0]?\d{1,3}(?=[.)]))?(?:[ \t\u00a0]?[.:,;)\]}·．․。º°•_–\-!?|/’'"”\\]|[ \t\u00a0]?\*{1,2}|~~){0,3})[ \t\u00a0]{0,4}(?=[‘“'"(]{0,3}\p{Lu})/iu;
/** What counts by another order than the others do, where a number is lacking; or keeps the place for one. */
const otherOrder =
  /^((?:[ivxl]{1,7}|[a-z]|[?#_…]{1,4}|[xX]{1,3}|TB[ACD])[.)]|\((?:[ivxl]{1,7}|[a-z])\)|\[[?#_\p{L}]{0,6}\]\.?)[ \t\u00a0]{1,4}(?=[‘“'"(]{0,3}\p{Lu}[\p{Ll}’-]*[, \t\u00a0])/u;
/** The longest that these can be. */
export const longestOpening = 40;
const figures: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', S: '5', B: '8', Z: '2' };

/** The number that a few figures and letters are meant for: *１２*, *①*, *1 2*, *l2*. */
function numberMeant(digits: string): string {
  return digits
    .normalize('NFKC')
    .replace(/[., \u00ad\u200b]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, figure => String(figure.charCodeAt(0) & 15))
    .replace(/[lIOSBZ]/g, letter => figures[letter] ?? letter);
}

/**
 * A block that begins `34 Most children …`, `Paragraph 34. Most children …`, `(34) Most children …` or `3A. Most children …`
 * where the number 34 is due; or that has a letter or a Roman number where one is lacking.
 */
export function undottedNumber(report: Report, place: SeriesPlace, from: number): MissedNumber | undefined {
  const { of, ...rest } = place;
  if (of.kind.form !== '1') return undefined;
  const opening = report.document.source.slice(from, from + longestOpening);
  const due = valueBefore(place) + 1;
  if (due >= (memberValue(of, place.after) ?? Infinity)) return undefined;
  const [, all = '', digits = ''] = numberOpening.exec(opening) ?? [];
  // The first letter of a word that follows without a blank is none of the number.
  const written = /\p{L}$/u.test(all) && /^\p{L}/u.test(opening.slice(all.length)) ? all.slice(0, -1) : all;
  // *12.1* is meant for 12 as well as for 121; where 12 is lacking, so is *12.5*.
  const whole = place.after === undefined ? [] : [digits.replace(/[.,].*/s, '')];
  const lettered = digits.replace(/(?<=\d)[lIOSBZ]$/, '');
  // *2021.* where only 21 is lacking: no paragraph has four figures.
  const isLong = /^\d{4}$/.test(digits) && /[.)]$/.test(written) && digits.endsWith(String(due));
  const tail = isLong && memberValue(of, place.after) === due + 1 ? [String(due)] : [];
  const number =
    [digits.replace(/\.1$/, ''), digits, lettered, ...whole, ...tail, ...otherwiseMeant(digits)]
      .map(numberMeant)
      .find(own => Number(own) === due) ?? '';
  // Letters alone are a word; of one or two they are a number only where one is lacking: *l.*, *lO.*
  const isFigure =
    /[\p{Nd}\p{No}]/u.test(digits) || (place.after !== undefined && /^[lI][lIO]?[ \t\u00a0]?[.:;)\]]/.test(written));
  if (written !== '' && isFigure && number !== '')
    return { ...rest, sort: 'undotted', number, from, to: from + written.length };
  const [, ordered = ''] = place.after === undefined ? [] : (otherOrder.exec(opening) ?? []);
  if (ordered === '') return undefined;
  return { ...rest, sort: 'undotted', number: String(due), from, to: from + ordered.length };
}

/** A number of another series, *S43*, and one that stands there twice, *43 43*. */
function otherwiseMeant(digits: string): string[] {
  const [, twice] = /^(\d{1,3})[ .,]{1,2}\1$/.exec(digits) ?? [];
  return [digits.replace(/^S(?=\d)/, ''), twice ?? ''].filter(own => own !== '' && own !== digits);
}
