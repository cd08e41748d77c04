import type { ParagraphNumber } from '../../syntax/number.ts';
import type { Report } from '../report.ts';
import { type MissedNumber, memberValue, type SeriesPlace, valueBefore } from './missedNumber.ts';
import type { Series } from './series.ts';
import { seriesValue } from './seriesNumbers.ts';
import { endsSentence } from './wholeParagraphs.ts';

/** The numbers that a paragraph's lines begin with, of those that could go on with the series. */
export function hiddenNumbers(report: Report, place: SeriesPlace, numbers: readonly ParagraphNumber[]): MissedNumber[] {
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

/** The section to which a number of the form `1.1` belongs; all other numbers belong to one. */
function sectionOf({ kind }: Series, value: number): number {
  return kind.form === '1.1' ? Math.floor(value / 1000) : 0;
}
