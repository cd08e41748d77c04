import type { Report } from '../model/report.ts';
import { rules } from '../rules/index.ts';
import { append } from '../text/lists.ts';
import { printable } from './columns.ts';
import type { Io } from './io.ts';
import { withOutputs } from './outputs.ts';
import { Refusal } from './refusal.ts';
import type { ReportPath } from './reportPaths.ts';
import type { Reports } from './reports.ts';
import type { WantedFormat } from './wantedFormats.ts';

/** A place where a comment silences a rule. */
interface Suppression {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly reason: string | undefined;
}

/** `inspectmark check --suppressions`: what comments accept, in place of a check. Gives the exit code. */
export async function listSuppressions(
  paths: readonly ReportPath[],
  reports: Reports,
  wanted: readonly WantedFormat<string>[],
  io: Io,
): Promise<number> {
  const other = wanted.find(({ name }) => name !== 'pretty' && name !== 'json');
  if (other !== undefined) throw new Refusal(`--suppressions is written as pretty or json, and not as ${other.name}.`);
  return withOutputs(wanted, io, async outputs => {
    const suppressions: Suppression[] = [];
    let unreadable = false;
    for (const path of paths) {
      if (await reports.isIgnored(path)) continue;
      const opened = await reports.openOrTell(path);
      if (opened === undefined) unreadable = true;
      else append(suppressions, suppressionsOf(opened.report, path.shown));
    }
    for (const [i, { name }] of wanted.entries())
      outputs[i]?.write((name === 'json' ? suppressionsJson : suppressionList)(suppressions));
    return unreadable ? 2 : 0;
  });
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** What the comments of a report silence, each rule for itself, in the order of the text. */
function suppressionsOf(report: Report, path: string): Suppression[] {
  return report.directives.flatMap(({ directive: { name, rules: named, reason }, base }) =>
    name !== 'disable' && name !== 'disable-next'
      ? []
      : named
          .filter(({ id }) => ruleIds.has(id)) // what names none accepts nothing
          .map(({ id, from }) => ({
            file: path,
            line: report.text.positionAt(base + from).line + 1,
            rule: id,
            reason: reason?.replace(/\s+/g, ' '),
          })),
  );
}

/** The suppressions as a list to read, in columns. */
function suppressionList(suppressions: readonly Suppression[]): string {
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
function suppressionsJson(suppressions: readonly Suppression[]): string {
  const lines = suppressions.map(each => `\n${JSON.stringify({ ...each, reason: each.reason ?? null })}`);
  return `{"version":1,"suppressions":[${lines.join(',')}\n]}\n`;
}

function widest(words: readonly string[]): number {
  return words.reduce((most, { length }) => Math.max(most, length), 0);
}
