import type { SeriesKind } from '../framework.ts';

/** What one section's numbers of the form `1.1` take up: no part has more than three digits. */
export const sectionStep = 1000;

/** A number's place in its series: `2.10` comes after `2.9`. Nothing where it is not of the series' form. */
export function seriesValue(form: SeriesKind['form'], number: string): number | undefined {
  const [, letter, major, minor] = /^([SR]?)(\d{1,3})(?:\.(\d{1,3}))?$/.exec(number) ?? [];
  if (major === undefined || letter !== (form === 'S1' || form === 'R1' ? form.charAt(0) : '')) return undefined;
  if ((minor !== undefined) !== (form === '1.1')) return undefined;
  return minor === undefined ? Number(major) : Number(major) * sectionStep + Number(minor);
}

/** The number at a place of a series. */
export function seriesNumber(form: SeriesKind['form'], value: number): string {
  if (form === '1.1') return `${Math.floor(value / sectionStep)}.${value % sectionStep}`;
  return form === '1' ? String(value) : `${form.charAt(0)}${value}`;
}
