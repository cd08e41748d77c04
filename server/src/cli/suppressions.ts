import type { Report } from '../model/report.ts';
import { printable } from './columns.ts';

/** A place where a comment silences a rule. */
export interface Suppression {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly reason: string | undefined;
}

/** What the comments of a report silence, each rule for itself, in the order of the text. */
export function suppressionsOf(report: Report, path: string): Suppression[] {
  return report.directives.flatMap(({ directive: { name, rules, reason }, base }) =>
    name !== 'disable' && name !== 'disable-next'
      ? []
      : rules.map(({ id, from }) => ({
          file: path,
          line: report.text.positionAt(base + from).line + 1,
          rule: id,
          reason,
        })),
  );
}

/** The suppressions as a list to read, in columns. */
export function suppressionList(suppressions: readonly Suppression[]): string {
  if (suppressions.length === 0) return 'No comment accepts a finding.\n';
  const rows = suppressions.map(({ file, line, rule, reason = '(no reason is given)' }) => ({
    place: `${file}:${line}`,
    rule,
    reason,
  }));
  const [places, ids] = [widest(rows.map(({ place }) => place)), widest(rows.map(({ rule }) => rule))];
  return rows
    .map(({ place, rule, reason }) => printable(`${place.padEnd(places)}  ${rule.padEnd(ids)}  ${reason}`))
    .map(line => `${line}\n`)
    .join('');
}

/** The same for tools, an object a line. */
export function suppressionsJson(suppressions: readonly Suppression[]): string {
  const lines = suppressions.map(each => `\n${JSON.stringify({ ...each, reason: each.reason ?? null })}`);
  return `{"version":1,"suppressions":[${lines.join(',')}\n]}\n`;
}

function widest(words: readonly string[]): number {
  return words.reduce((most, { length }) => Math.max(most, length), 0);
}
