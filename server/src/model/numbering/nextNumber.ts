import type { Report } from '../report.ts';
import { seriesAt } from './series.ts';
import { seriesNumber, seriesValue } from './seriesNumbers.ts';

/**
 * The number that comes next in a series at an offset: after the last that stands before it, else the first.
 *
 * @param index the place of the series among the framework's
 * @returns nothing where the first number depends on the section, as `2.1` does
 */
export function nextNumber(report: Report, index: number, offset: number): string | undefined {
  const kind = report.framework.numbering[index];
  if (kind === undefined) return undefined;
  const { form, start = 1 } = kind;
  const members = seriesAt(report, index, offset)?.members ?? [];
  const last = members.findLast(({ from, number }) => from < offset && number !== undefined);
  const value = last?.number === undefined ? undefined : seriesValue(form, last.number);
  if (value === undefined) return form === '1.1' ? undefined : seriesNumber(form, start);
  return seriesNumber(form, value + 1);
}
