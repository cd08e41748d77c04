import type { Report } from '../model/report.ts';
import { printable } from './columns.ts';

/** A place where a comment silences a rule. */
export interface Suppression {
  readonly place: string;
  readonly rule: string;
  readonly reason: string;
}

/** What the comments of a report silence, each rule for itself, in the order of the text. */
export function suppressionsOf(report: Report, path: string): Suppression[] {
  return report.directives.flatMap(({ directive: { name, rules, reason }, base }) =>
    name !== 'disable' && name !== 'disable-next'
      ? []
      : rules.map(({ id, from }) => ({
          place: `${path}:${report.text.positionAt(base + from).line + 1}`,
          rule: id,
          reason: reason ?? '(no reason is given)',
        })),
  );
}

/** The suppressions as a list to read, in columns. */
export function suppressionList(suppressions: readonly Suppression[]): string {
  if (suppressions.length === 0) return 'No comment accepts a finding.\n';
  const width = (of: (suppression: Suppression) => string): number =>
    suppressions.reduce((most, each) => Math.max(most, of(each).length), 0);
  const [places, rules] = [width(({ place }) => place), width(({ rule }) => rule)];
  return suppressions
    .map(({ place, rule, reason }) => printable(`${place.padEnd(places)}  ${rule.padEnd(rules)}  ${reason}`))
    .map(line => `${line}\n`)
    .join('');
}
