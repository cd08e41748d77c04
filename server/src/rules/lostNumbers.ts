import { DerivedFacts } from '../model/derivedFacts.ts';
import { missedNumbers } from '../model/missedNumbers.ts';
import type { Report } from '../model/report.ts';
import { seriesNumber, seriesOf, seriesValue } from '../model/series.ts';
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
  for (const series of seriesOf(report)) {
    const { form } = series.kind;
    for (const own of series.breaks) {
      const { sort, missing } = own;
      if (sort !== 'gap' || missing === undefined || missing.count > most || standElsewhere(report, series, own))
        continue;
      const last = seriesValue(form, missing.last) ?? 0;
      for (let value = seriesValue(form, missing.first) ?? 0; value <= last; value++)
        lost.add(seriesNumber(form, value));
    }
  }
  return lost;
}
