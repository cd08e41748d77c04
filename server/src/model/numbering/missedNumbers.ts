import type { Document } from '../../syntax/document.ts';
import { append } from '../../text/lists.ts';
import { firstWhere } from '../../text/text.ts';
import { blocksWhere } from '../blocksWith.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import { isPlain, type Report, wordsOf } from '../report.ts';
import type { ReportRewording } from '../rewordedReport.ts';
import { hiddenNumbers } from './hiddenNumbers.ts';
import { type MissedNumber, seriesOfSection, seriesPlaces } from './missedNumber.ts';
import { beginsAmiss, beginsAsNumbered, longestOpening, openingOf, undottedNumber } from './openingNumbers.ts';
import { seriesOf } from './series.ts';
import { isBelowNumbered, isNumbered, unnumberedAt, unnumberedParagraph } from './unnumberedParagraphs.ts';
import { fewestOfPoint } from './wholeParagraphs.ts';

const found = new DerivedFacts<readonly MissedNumber[]>();

/** The missed numbers of a report in the order of the text, found on first use. */
export function missedNumbers(report: Report): readonly MissedNumber[] {
  return found.of(report, () => (seriesOf(report).length === 0 ? [] : missedIn(report)));
}

/**
 * The missed numbers of a series that stand between two of its members; from its start or to its end where one is not
 * given.
 */
export function missedBetween(
  report: Report,
  series: number,
  before: Paragraph | undefined,
  after: Paragraph | undefined,
): MissedNumber[] {
  const all = missedNumbers(report);
  const from = before?.from ?? -1;
  const to = after?.from ?? Infinity;
  const first = firstWhere(all.length, i => (all[i]?.from ?? 0) > from);
  const between: MissedNumber[] = [];
  for (let i = first; (all[i]?.from ?? Infinity) < to; i++) {
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
  const { section = -1, content } = paragraph;
  const { role } = report.sections[section] ?? {};
  const isOfSeries = seriesOfSection(report, section) !== undefined;
  if (role === undefined && !isOfSeries) return false;
  const { starts, blocks, source } = report.document;
  const start = (starts[block] ?? 0) + (blocks[block]?.start ?? 0);
  if (change.from - start < longestOpening && openingOf(source, start) !== openingOf(of.document.source, start))
    return true;
  if (!isPlain(paragraph, report) || !isOfSeries) return false;
  const before = wordsOf(report, paragraph.block, { from: content.from, to: change.from }, { withoutTags: true });
  const after = source.slice(change.from + change.length, content.to);
  if (before.split(/\s+/, fewestOfPoint + 1).length > fewestOfPoint && /[^\s’”'")]\s*[.!?…][’”'")]*$/.test(after))
    return false;
  return role === 'recommendations' || isNumbered(report, section) || isAmongNumbered(report, paragraph);
}

function isAmongNumbered({ paragraphs }: Report, { index, section }: Paragraph): boolean {
  const isHere = (at: number): boolean => paragraphs[at]?.section === section;
  for (let at = index - 1; isHere(at); at--) if (paragraphs[at]?.kind !== 'other') return true;
  for (let at = index + 1; isHere(at); at++) if (paragraphs[at]?.kind !== 'other') return true;
  return false;
}

function missedIn(report: Report): MissedNumber[] {
  const { document, paragraphs, sections } = report;
  const placeOf = seriesPlaces(report);
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
      const found = place === undefined || isNote ? undefined : undottedNumber(report, place, start);
      if (found !== undefined) missed.push(found);
    }
    const hidden = 'hiddenNumbers' in block ? block.hiddenNumbers : [];
    const place = hidden.length === 0 ? undefined : placeOf(section, i);
    if (place !== undefined) append(missed, hiddenNumbers(report, place, hidden));
  }
  const numbered = new Set(blocksWhere(document, beginsAsNumbered));
  const odd: MissedNumber[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'other' || paragraph.section === undefined) continue;
    if (document.blocks[paragraph.block]?.kind !== 'plain') continue;
    const place = placeOf(paragraph.section, paragraph.block);
    if (place === undefined) continue;
    const written = numbered.has(paragraph.block) ? undottedNumber(report, place, paragraph.content.from) : undefined;
    const found = written ?? unnumberedParagraph(report, place, paragraph);
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
