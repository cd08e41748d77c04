import type { Block } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { openingWords } from '../../text/phrases.ts';
import { firstWhere } from '../../text/text.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { type MissedNumber, memberValue, type SeriesPlace, valueBefore } from './missedNumber.ts';
import { seriesNumber } from './seriesNumbers.ts';
import { endsSentence, isWhole, mayLackNumber } from './wholeParagraphs.ts';

/**
 * A plain paragraph of whole sentences in a section whose paragraphs are numbered, or where the framework leaves that to the
 * report, among numbered ones; not by a framework that knows no kind of report.
 */
export function unnumberedParagraph(
  report: Report,
  place: SeriesPlace,
  paragraph: Paragraph,
): MissedNumber | undefined {
  const { of, before, after, section } = place;
  const isAmong = before?.section === section && after?.section === section;
  const next = valueBefore(place) + 1;
  const isRoom = next < (memberValue(of, after) ?? 0);
  // Where just one number is lacking, it is this paragraph’s, whatever its section is.
  const { kind, role } = report.sections[section] ?? {};
  const isBeside = before?.section === section || after?.section === section || role === 'recommendations';
  const isLacking =
    (before !== undefined || role === 'recommendations') && isBeside && memberValue(of, after) === next + 1;
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
  if (source.charAt(start + (blocks[index]?.start ?? 0)) !== '(') return false;
  const letterAt = (at: number): string | undefined => {
    const from = (starts[at] ?? 0) + (blocks[at]?.start ?? 0);
    return /^\(([a-z]|[ivxl]{1,5})\)/.exec(source.slice(from, from + longestLetter))?.[1];
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

/** A letter or a Roman number in its brackets. */
const longestLetter = 7;

/** A plain paragraph as one that lacks the number which is due there. */
export function unnumberedAt({ document }: Report, place: SeriesPlace, { content }: Paragraph): MissedNumber {
  const { of, ...rest } = place;
  const number = seriesNumber(of.kind.form, valueBefore(place) + 1);
  return { ...rest, sort: 'unnumbered', number, ...openingWords(document.source, content) };
}

/** So many numbers make a habit. */
const habit = 8;
const belowWhat: ReadonlySet<Block['kind']> = new Set(['numbered', 'table', 'quotation', 'footnote']);

/** Whether a plain paragraph of whole sentences stands under numbered ones of its section, two at least, in a report that numbers many. */
export function isBelowNumbered(
  report: Report,
  { of, before, section, block }: SeriesPlace,
  paragraph: Paragraph,
): boolean {
  if (of.members.length < habit || before?.section !== section || isNumbered(report, section)) return false;
  const at = firstWhere(of.members.length, i => (of.members[i]?.block ?? 0) >= before.block);
  if ([of.members[at - 1], of.members[at + 1]].every(own => own?.section !== section)) return false;
  if (!belowWhat.has(report.document.blocks[block - 1]?.kind ?? 'bullet')) return false;
  // (Behind its last sentence there may be a tag.)
  return /[.)]/.test(report.document.source.charAt(paragraph.content.to - 1)) && isWhole(report, block, paragraph);
}

/** Whether the framework wants the paragraphs of a section, or of the one in which it stands, numbered. */
export function isNumbered({ sections }: Report, index: number): boolean {
  let section = sections[index];
  while (section !== undefined && section.kind === undefined) section = sections[section.parent ?? -1];
  return section?.kind?.paragraphs === 'numbered';
}
