import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { SeriesKind } from '../../model/framework.ts';
import type { MissedNumber } from '../../model/numbering/missedNumber.ts';
import { missedNumbers } from '../../model/numbering/missedNumbers.ts';
import { otherwiseFilled, otherwiseMarked } from '../../model/numbering/otherwiseMarked.ts';
import { rightNumbers } from '../../model/numbering/renumbering.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import { seriesNumber, seriesValue } from '../../model/numbering/seriesNumbers.ts';
import type { Report } from '../../model/report.ts';
import { missingSections } from '../titles/missingSections.ts';
import { standElsewhere } from './numbersElsewhere.ts';

const found = new DerivedFacts<ReadonlySet<string>>();

/**
 * The numbers that a report's series lack, or that stand in it and are not read: that they are missing is told where they
 * should stand, and not again at each reference to them.
 */
export function lostNumbers(report: Report): ReadonlySet<string> {
  return found.of(report, lostIn);
}

/** Where more numbers are missing, rather one of the two beside the gap is mistyped. */
const most = 20;

function lostIn(report: Report): ReadonlySet<string> {
  const lost = new Set(missedNumbers(report).map(({ number }) => number));
  for (const own of missedNumbers(report)) addBelowLast(report, own, lost);
  // Those of recommendations whose heading is missing, or has nothing under it, stand there, and are read as a list's.
  if (
    missingSections(report).some(({ kinds }) => kinds.some(({ role }) => role === 'recommendations')) ||
    report.sections.some(({ ownRole, block, blockEnd }) => ownRole === 'recommendations' && blockEnd === block + 1)
  )
    for (const { kind, series, number } of report.paragraphs)
      if (kind === 'other' && series === undefined && number !== undefined) lost.add(number);
  for (const series of seriesOf(report)) {
    const { form } = series.kind;
    // Where all numbers have shifted, a reference leads to the number that its target should bear.
    if (series.breaks.some(isShift))
      for (const member of series.members) lost.add(rightNumbers(report).get(member) ?? member.number ?? '');
    for (const own of series.breaks) {
      const { sort, missing, right } = own;
      // Where one bears another's number, or a list starts again, its own is lost.
      if (right !== undefined) lost.add(right);
      else if (sort === 'displaced' || sort === 'repeated') addRoom(form, own, lost);
      if (missing === undefined || standElsewhere(report, series, own)) continue;
      const isFilled = otherwiseFilled(report, own) !== undefined || isFull(own);
      if (!isFilled && (sort !== 'gap' || missing.count > most)) continue;
      const last = seriesValue(form, missing.last) ?? 0;
      for (let value = seriesValue(form, missing.first) ?? 0; value <= last; value++)
        lost.add(seriesNumber(form, value));
    }
  }
  // Paragraphs below the last of a series that are numbered otherwise have the numbers that would go on with it.
  const other = otherwiseMarked(report);
  for (const { kind, members } of other === undefined ? [] : seriesOf(report)) {
    const last = members.at(-1);
    const value = seriesValue(kind.form, last?.number ?? '');
    if (other === undefined || last === undefined || value === undefined || other.first.index < last.index) continue;
    for (let i = 1; i <= other.count; i++) lost.add(seriesNumber(kind.form, value + i));
  }
  return lost;
}

/** Whether a series starts at a wrong number, or bears numbers twice and so ends before it should. */
function isShift({ sort, right }: SeriesBreak): boolean {
  return sort === 'start' || (sort === 'repeated' && right === undefined);
}

/** The numbers that would go on in the section of one that is not read, below the last of its series: they are not read either. */
function addBelowLast(report: Report, { sort, after, series, section, from, number }: MissedNumber, lost: Set<string>) {
  const form = seriesOf(report).find(({ index }) => index === series)?.kind.form;
  const value = form && seriesValue(form, number);
  if (sort !== 'undotted' || after !== undefined || form === undefined || value === undefined) return;
  const below = report.paragraphs.filter(own => own.section === section && own.kind === 'other' && own.from > from);
  for (const i of below.keys()) lost.add(seriesNumber(form, value + i + 1));
}

/** Whether so many paragraphs stand in a gap as numbers are missing, or nearly: theirs are not read. */
function isFull({ before, after, missing }: SeriesBreak): boolean {
  if (after === undefined || missing === undefined) return false;
  return (after.index - (before?.index ?? -1) - 1) * 2 > missing.count;
}

/** The numbers between a break's neighbours, as many as stand there out of order. */
function addRoom(form: SeriesKind['form'], { before, after, members }: SeriesBreak, lost: Set<string>): void {
  const first = (seriesValue(form, before?.number ?? '') ?? 0) + 1;
  const next = after === undefined ? first + members.length : (seriesValue(form, after.number ?? '') ?? first);
  const last = Math.min(next, first + members.length);
  for (let value = first; value < last; value++) lost.add(seriesNumber(form, value));
}
