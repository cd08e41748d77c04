import type { Block } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import type { ParagraphNumber } from '../../syntax/number.ts';
import { append } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import { blocksWhere } from '../blocksWith.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Paragraph } from '../paragraph.ts';
import { isPlain, type Report, wordsOf } from '../report.ts';
import type { ReportRewording } from '../rewordedReport.ts';
import { type Series, seriesNumber, seriesOf, seriesValue } from './series.ts';

/** A place where a paragraph of a series seems to stand without its number, or a number without its paragraph. */
export interface MissedNumber extends Span {
  /**
   * `hidden`: a line inside a paragraph begins with a number of the series. `undotted`: a plain paragraph begins with the
   * next number, without its full stop or after a word. `unnumbered`: a plain paragraph among numbered ones.
   */
  readonly sort: 'hidden' | 'undotted' | 'unnumbered';
  /** The index of its series. */
  readonly series: number;
  /** The number as written, or of an unnumbered paragraph the one that it could bear. */
  readonly number: string;
  readonly block: number;
  readonly section: number;
  /** The members of the series before and after it. */
  readonly before: Paragraph | undefined;
  readonly after: Paragraph | undefined;
}

const found = new DerivedFacts<readonly MissedNumber[]>();

/** The missed numbers of a report in the order of the text, found on first use. */
export function missedNumbers(report: Report): readonly MissedNumber[] {
  return found.of(report, () => (seriesOf(report).length === 0 ? [] : missedIn(report)));
}

/** The missed numbers of a series that stand between two of its members; from its start or to its end where one is not given. */
export function missedBetween(
  report: Report,
  series: number,
  before: Paragraph | undefined,
  after: Paragraph | undefined,
): MissedNumber[] {
  const all = missedNumbers(report);
  const from = before?.from ?? -1;
  const to = after?.from ?? Infinity;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.from ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const between: MissedNumber[] = [];
  for (let i = low; (all[i]?.from ?? Infinity) < to; i++) {
    const missed = all[i];
    if (missed?.series === series) between.push(missed);
  }
  return between;
}

/**
 * Whether a change of a paragraph's words bears on what is missed: that of the number with which a block may begin, and that
 * of plain ones among numbered ones if it touches what shows a whole sentence: the first words, or the last mark and what
 * closes after it.
 */
export function mayMissNumber(paragraph: Paragraph, report: Report, { block, change, of }: ReportRewording): boolean {
  const { section, content } = paragraph;
  const { role } = report.sections[section ?? -1] ?? {};
  if (role === undefined) return false;
  const { starts, blocks, source } = report.document;
  const start = (starts[block] ?? 0) + (blocks[block]?.start ?? 0);
  if (change.from - start < longestOpening && opening(source, start) !== opening(of.document.source, start))
    return true;
  if (!isPlain(paragraph, report) || !frameworkIndex(report.framework).seriesOfRole.has(role)) return false;
  const before = wordsOf(report, paragraph.block, { from: content.from, to: change.from }, true);
  const after = source.slice(change.from + change.length, content.to);
  if (before.split(/\s+/, fewestWords + 1).length > fewestWords && /[^\s’”'")]\s*[.!?…][’”'")]*$/.test(after))
    return false;
  return role === 'recommendations' || isNumbered(report, section ?? -1) || isAmongNumbered(report, paragraph);
}

/** With what a block begins that may be meant for a number. */
function opening(source: string, start: number): string | undefined {
  const words = source.slice(start, start + longestOpening);
  return (numberOpening.exec(words) ?? otherOrder.exec(words))?.[0];
}

function isAmongNumbered({ paragraphs }: Report, { index, section }: Paragraph): boolean {
  const isHere = (at: number): boolean => paragraphs[at]?.section === section;
  for (let at = index - 1; isHere(at); at--) if (paragraphs[at]?.kind !== 'other') return true;
  for (let at = index + 1; isHere(at); at++) if (paragraphs[at]?.kind !== 'other') return true;
  return false;
}

type Place = Pick<MissedNumber, 'series' | 'block' | 'section' | 'before' | 'after'> & { readonly of: Series };

function missedIn(report: Report): MissedNumber[] {
  const { document, paragraphs, sections } = report;
  const placeOf = placesOf(report);
  const missed: MissedNumber[] = [];
  let section = -1;
  for (const i of blocksWhere(document, mayHideNumber)) {
    const block = document.blocks[i];
    if (block === undefined) continue;
    while ((sections[section + 1]?.block ?? Infinity) <= i) section++;
    if (beginsAmiss(document, i)) {
      const start = (document.starts[i] ?? 0) + block.start;
      const place = placeOf(section, i);
      // A note’s name is a number too, but none that is lacking.
      const isNote =
        block.kind === 'footnote' &&
        (place?.before === undefined || place.after === undefined || isMarked(report, block.name));
      const found = place === undefined || isNote ? undefined : undotted(report, place, start);
      if (found !== undefined) missed.push(found);
    }
    const hidden = 'hiddenNumbers' in block ? block.hiddenNumbers : [];
    const place = hidden.length === 0 ? undefined : placeOf(section, i);
    if (place !== undefined) append(missed, hiddenIn(report, place, hidden));
  }
  const numbered = new Set(blocksWhere(document, beginsAsNumbered));
  const odd: MissedNumber[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'other' || paragraph.section === undefined) continue;
    if (document.blocks[paragraph.block]?.kind !== 'plain') continue;
    const place = placeOf(paragraph.section, paragraph.block);
    if (place === undefined) continue;
    const written = numbered.has(paragraph.block) ? undotted(report, place, paragraph.content.from) : undefined;
    const found = written ?? unnumbered(report, place, paragraph);
    if (found !== undefined) missed.push(found);
    else if (isBelowNumbered(report, place, paragraph)) odd.push(unnumberedAt(report, place, paragraph));
  }
  // Where the framework leaves it open, one among many is a slip, and two may be as the author has it.
  const [only, another] = odd;
  if (only !== undefined && another === undefined) missed.push(only);
  return missed.sort((a, b) => a.from - b.from);
}

function isMarked({ footnotes }: Report, own: string): boolean {
  return footnotes.some(({ name, marks }) => name === own && marks.length > 0);
}

/** Whether a line of a block begins with a number, or its own number is not read as a paragraph’s. */
function mayHideNumber(document: Document, index: number): boolean {
  const block = document.blocks[index];
  if (block === undefined) return false;
  return ('hiddenNumbers' in block && block.hiddenNumbers.length > 0) || beginsAmiss(document, index);
}

/** Whether a number may stand at a block’s start that is not read as a paragraph's for its mark or its second part. */
function beginsAmiss({ source, blocks, starts }: Document, index: number): boolean {
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
function beginsAsNumbered({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  return block?.kind === 'plain' && opening(source, (starts[index] ?? 0) + block.content.from) !== undefined;
}

/** A bullet's or quotation's mark, blanks and the first digit. */
const longestMark = 6;

/** Finds a block's place in the series of its section, if that has one with members. */
function placesOf(report: Report): (section: number, block: number) => Place | undefined {
  const { seriesOfRole } = frameworkIndex(report.framework);
  return (section, block) => {
    const index = seriesOfRole.get(report.sections[section]?.role ?? '');
    const of = seriesOf(report).find(series => series.index === index);
    if (of === undefined) return undefined;
    let low = 0;
    let high = of.members.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((of.members[middle]?.block ?? 0) <= block) low = middle + 1;
      else high = middle;
    }
    return { series: of.index, block, section, before: of.members[low - 1], after: of.members[low], of };
  };
}

/** The numbers that a paragraph's lines begin with, of those that could go on with the series. */
function hiddenIn(report: Report, place: Place, numbers: readonly ParagraphNumber[]): MissedNumber[] {
  const { of, ...rest } = place;
  const { source, starts } = report.document;
  const base = starts[place.block] ?? 0;
  const found: MissedNumber[] = [];
  let last = valueBefore(place);
  const next = memberValue(of, place.after);
  for (const { number, from, to, textFrom } of numbers) {
    const value = seriesValue(of.kind.form, number);
    // The number of the paragraph itself, where a sentence begins: another was written right above or below it.
    const isOwn = value === last && found.length === 0 && value === memberValue(of, place.before);
    if (isOwn && place.before?.block === place.block && endsSentence(source, base + from)) {
      found.push({ ...rest, sort: 'hidden', number, from: base + from, to: base + to });
      continue;
    }
    if (
      value === undefined ||
      value <= last ||
      !/^[\p{Lu}\d‘“'"(]/u.test(source.slice(base + textFrom, base + textFrom + 2))
    )
      continue;
    // Where the series lacks numbers it is one of them; elsewhere only a line that begins a sentence may be the next.
    const isRoom = next !== undefined && value < next && sectionOf(of, value) === sectionOf(of, next);
    const isNext = value === last + 1 && value < (next ?? Infinity) && endsSentence(source, base + from);
    if (!isRoom && !isNext) continue;
    found.push({ ...rest, sort: 'hidden', number, from: base + from, to: base + to });
    last = value;
  }
  return found;
}

/** A number with or without a word or a mark before it, and another mark than its full stop after it. */
const numberOpening =
  /^((?:(?:paragraph|para\.?|recommendation|no\.|§|¶)[ \t\u00a0]?|[([{#>*•+._–\-|~@'"‘“^=/\\\u200b\ufeff]{1,2}[ \t\u00a0]{0,3}|<[a-z]{1,4}>)?\*{0,2}0{0,2}((?:[\p{Nd}\p{No}lIOSBZ]|(?<=\p{Nd})[., \u00ad\u200b](?=\p{Nd})){1,7})(?:\.1)?[a-z]?(?:[ \t\u00a0]?[.:,;)\]}·．․。º°•_–\-!?|/’'"”\\]|[ \t\u00a0]?\*{1,2}|~~){0,3})[ \t\u00a0]{0,4}(?=[‘“'"(]{0,3}\p{Lu})/iu;
/** What counts by another order than the others do, where a number is lacking. */
const otherOrder =
  /^((?:[ivxl]{1,7}|[a-z])[.)]|\((?:[ivxl]{1,7}|[a-z])\))[ \t\u00a0]{1,4}(?=[‘“'"(]{0,3}\p{Lu}[\p{Ll}’-]*[, \t\u00a0])/u;
/** The longest that these can be. */
const longestOpening = 40;
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
function undotted(report: Report, place: Place, from: number): MissedNumber | undefined {
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
  // Letters alone are a word; of one it is a number only where one is lacking.
  const isFigure =
    /[\p{Nd}\p{No}]/u.test(digits) || (place.after !== undefined && /^[lI][ \t\u00a0]?[.:;)\]]/.test(written));
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

/**
 * A plain paragraph of whole sentences in a section whose paragraphs are numbered, or where the framework leaves that to the
 * report, among numbered ones; not by a framework that knows no kind of report.
 */
function unnumbered(report: Report, place: Place, paragraph: Paragraph): MissedNumber | undefined {
  const { of } = place;
  const { before, after, section } = place;
  const isAmong = before?.section === section && after?.section === section;
  const next = valueBefore(place) + 1;
  const isRoom = next < (memberValue(of, after) ?? 0);
  // Where just one number is lacking, it is this paragraph’s, whatever its section is.
  const { kind, role } = report.sections[section] ?? {};
  const isBeside = before?.section === section || after?.section === section || role === 'recommendations';
  const isLacking = before !== undefined && isBeside && memberValue(of, after) === next + 1;
  if (!isLacking && !isNumbered(report, section) && (!isAmong || report.framework.openAreas)) return undefined;
  const isFirst = before?.section !== section;
  // Where none of a section has a number, all lack theirs.
  const isAlone = isFirst && after?.section !== section && kind?.paragraphs === 'numbered';
  if (!isLacking && isFirst && !isAlone && (after?.section !== section || role === 'recommendations')) return undefined;
  if (!isLacking && isAlone && role === 'recommendations') return undefined;
  // After a list of points it may well go on with the numbered paragraph above them.
  const afterList = report.document.blocks[place.block - 1]?.kind === 'bullet';
  if (afterList && !isRoom) return undefined;
  const isText = isLacking ? mayLackNumber(report, place.block, paragraph) : isWhole(report, place.block, paragraph);
  return isText && !isListed(report.document, place.block) ? unnumberedAt(report, place, paragraph) : undefined;
}

/** Whether a paragraph is a point *(b)*, or *(a)* under what leads in to points or above *(b)*. */
function isListed({ source, blocks, starts }: Document, index: number): boolean {
  const start = starts[index] ?? 0;
  if (source.charCodeAt(start + (blocks[index]?.start ?? 0)) !== 40) return false; // (
  const letterAt = (at: number): string | undefined => {
    const from = (starts[at] ?? 0) + (blocks[at]?.start ?? 0);
    return /^\(([a-z]|[ivxl]{1,5})\)/.exec(source.slice(from, from + longestMark + 1))?.[1];
  };
  const letter = letterAt(index);
  if (letter === undefined) return false;
  return (
    (letter !== 'a' && letter !== 'i') ||
    letterAt(index + 1) !== undefined ||
    !endsSentence(source, start) ||
    /[:;]\s*$/.test(source.slice(Math.max(0, start - 8), start))
  );
}

function unnumberedAt({ document }: Report, place: Place, { content }: Paragraph): MissedNumber {
  const { of, ...rest } = place;
  const number = seriesNumber(of.kind.form, valueBefore(place) + 1);
  return { ...rest, sort: 'unnumbered', number, from: content.from, to: firstWordsEnd(document.source, content) };
}

/** So many numbers make a habit, and so many a section of numbered paragraphs. */
const habit = 8;
const fewestBeside = 2;
const belowWhat: ReadonlySet<Block['kind']> = new Set(['numbered', 'table', 'quotation', 'footnote']);

/** Whether a plain paragraph of whole sentences stands under numbered ones of its section, in a report that numbers many. */
function isBelowNumbered(report: Report, { of, before, section, block }: Place, paragraph: Paragraph): boolean {
  if (of.members.length < habit || before?.section !== section || isNumbered(report, section)) return false;
  if (of.members.filter(own => own.section === section).length < fewestBeside) return false;
  if (!belowWhat.has(report.document.blocks[block - 1]?.kind ?? 'bullet')) return false;
  return report.document.source.charAt(paragraph.content.to - 1) === '.' && isWhole(report, block, paragraph);
}

/** Whether the framework wants the paragraphs of a section, or of the one in which it stands, numbered. */
function isNumbered({ sections }: Report, index: number): boolean {
  let section = sections[index];
  while (section !== undefined && section.kind === undefined) section = sections[section.parent ?? -1];
  return section?.kind?.paragraphs === 'numbered';
}

const whole = new WeakMap<Block, boolean>();

/** Whether a paragraph's words are whole sentences, found once for its block. */
function isWhole(report: Report, index: number, { content }: Paragraph): boolean {
  const block = report.document.blocks[index];
  const known = block && whole.get(block);
  if (block === undefined || known !== undefined) return known === true;
  const is =
    !beginsAsNote(report, content) &&
    isSentence(
      wordsOf(report, index, content, true).replace(/^(?:[–—−+-]\d{1,3}|\(?(?:[a-z]|[ivxl]{1,5}))[.)]\s+/, ''),
    );
  whole.set(block, is);
  return is;
}

/** Whether a paragraph begins with a note’s mark: it was meant for the note’s text. */
function beginsAsNote({ document: { source } }: Report, { from }: Span): boolean {
  return source.startsWith('[^', from);
}

/** Where a number is lacking, a short sentence is a paragraph too, and so is one that leads in to points. */
function mayLackNumber(report: Report, index: number, { content }: Paragraph): boolean {
  if (beginsAsNote(report, content)) return false;
  const words = wordsOf(report, index, content, true);
  if (!/^[\p{Lu}\d‘“'"]/u.test(words) || !/[.!?…:][’”'")\]]*$/.test(words)) return false;
  return !/^[‘“'"].*[’”'"]$/su.test(words) && words.split(/\s+/, fewestInGap).length === fewestInGap;
}

const fewestInGap = 3;
const fewestWords = 6;

/** Whether words are a paragraph of their own: neither a label, nor a quotation, nor the rest of something, nor half typed. */
function isSentence(words: string): boolean {
  // What leads in to points after a sentence of its own is a paragraph, too.
  const leadsIn = words.endsWith(':') && /[.!?][’”'")]*\s+\p{Lu}/u.test(words);
  if (!/^[\p{Lu}\d‘“'"]/u.test(words) || !(leadsIn || /[.!?…][’”'")]*$/.test(words))) return false;
  return !/^[‘“'"].*[’”'"]$/su.test(words) && words.split(/\s+/, fewestWords).length === fewestWords;
}

function valueBefore({ of, before }: Place): number {
  return memberValue(of, before) ?? of.kind.start - 1;
}

function memberValue(of: Series, paragraph: Paragraph | undefined): number | undefined {
  return paragraph && seriesValue(of.kind.form, paragraph.number ?? '');
}

/** The section to which a number of the form `1.1` belongs; all other numbers belong to one. */
function sectionOf({ kind }: Series, value: number): number {
  return kind.form === '1.1' ? Math.floor(value / 1000) : 0;
}

function endsSentence(source: string, to: number): boolean {
  return /[.!?…:;)\]’”'">]\s*$/.test(source.slice(Math.max(0, to - 8), to));
}

/** Where a paragraph's first three words end: enough to show which is meant. */
function firstWordsEnd(source: string, { from, to }: Span): number {
  return from + (/^\S+(?:[ \t\u00a0]+\S+){0,2}/.exec(source.slice(from, Math.min(to, from + 80)))?.[0].length ?? 0);
}
