import type { Figure } from '../../../model/figures/figure.ts';
import { figuresOf } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import type { Nearest } from './nearestFinding.ts';

/**
 * Whether a figure is reckoned in one step from those that the sentence of a finding gives: *10%* where six of 60 are told, *31
 * dentists* where it is 17 of the one and 14 of the other kind, *overspent by £1.2 million* where spending and budget are.
 */
export function isReckonedFrom(report: Report, { kind, value, decimals }: Figure, { block, place }: Nearest): boolean {
  const base = report.document.starts[block] ?? 0;
  const given = figuresOf(report, block).figures.filter(
    own => base + own.from >= place.from && base + own.to <= place.to,
  );
  if (given.length > mostGiven) return false;
  if (kind === 'percentage') {
    const counts = ofKind(given, 'count');
    const whole = counts.reduce((most, own) => Math.max(most, own), 0);
    const leeway = 0.5 * 10 ** -decimals + rounding;
    return (
      counts.some(part => part < whole && Math.abs((100 * part) / whole - value) <= leeway) ||
      // *Up by 30%*, where it is 1,300 after 1,000.
      counts.some((own, i) => {
        const next = counts[i + 1] ?? own;
        return [own, next].some(before => Math.abs((100 * Math.abs(own - next)) / before - value) <= leeway);
      })
    );
  }
  if (kind === 'count') {
    const counts = ofKind(given, 'count');
    const [one = 0, other = 0] = counts;
    if (counts.length === 2 && Math.abs(one - other) === value) return true;
    return counts.length > 1 && counts.reduce((sum, own) => sum + own, 0) === value;
  }
  if (kind !== 'money') return false;
  const sums = ofKind(given, 'money');
  return sums.some((own, i) => i > 0 && isSame(Math.abs(own - (sums[i - 1] ?? 0)), value));
}

/** Of so many numbers some give any other by chance. */
const mostGiven = 10;

/** What a division of numbers may be off. */
const rounding = 1e-9;

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * other;
}

function ofKind(figures: readonly Figure[], kind: Figure['kind']): number[] {
  return figures.filter(own => own.kind === kind).map(({ value }) => value);
}
