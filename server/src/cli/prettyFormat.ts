import type { CheckedFinding } from '../rules/checking/check.ts';
import { rules } from '../rules/index.ts';
import { addToGroup } from '../text/lists.ts';
import { counted } from '../text/phrases.ts';
import type { Text } from '../text/text.ts';
import { printable } from './columns.ts';
import { excerpt } from './excerpt.ts';
import { type FileResult, severities } from './fileResult.ts';
import { closing, type Format } from './format.ts';
import type { Paint } from './paint.ts';

/** How the results are laid out. */
export interface PrettyView {
  readonly paint: Paint;
  /** The terminal's width, if it is one. */
  readonly columns: number | undefined;
  /** Whether every hint is shown, and not only how many there are of each rule. */
  readonly allHints: boolean;
}

/** Results for people: of each file the worst first, every finding with its line, hints counted rule by rule. */
export function prettyFormat(write: (text: string) => void, view: PrettyView): Format {
  const width = Math.max(60, Math.min(view.columns ?? 100, 160));
  return {
    file(result) {
      const listed = severities.flatMap(severity =>
        severity !== 'hint' || view.allHints ? result.findings.filter(finding => finding.severity === severity) : [],
      );
      const folded = view.allHints ? [] : foldedHints(result, view.paint);
      const parts = listed.map(finding => listedFinding(result, finding, view.paint, width));
      if (folded.length > 0) parts.push(`${folded.join('\n')}\n`);
      for (const part of parts) write(`${part}\n`);
    },
    end: summary => write(`${closing(summary)}\n`),
  };
}

function listedFinding({ path, text }: FileResult, finding: CheckedFinding, paint: Paint, width: number): string {
  const { rule, severity, message, related, fixes } = finding;
  const { line, character } = text.positionAt(finding.from);
  const place = paint.strong(`${printable(path)}:${line + 1}:${character + 1}`);
  const lines = [
    `${place}: ${paint.severity(severity, severity)}: ${printable(message)} ${paint.faint(`[${rule}]`)}`,
    ...quoted(text, finding, paint, width),
    ...related.map(each => `  also line ${text.positionAt(each.from).line + 1}: ${printable(each.message)}`),
  ];
  const [fix] = fixes;
  if (fix !== undefined) lines.push(`  fix: ${printable(fix.title)}${otherFixes(fixes.length - 1)}`);
  return `${lines.join('\n')}\n`;
}

function otherFixes(count: number): string {
  return count === 0 ? '' : ` (or ${counted(count, 'other')})`;
}

/** The line of a finding, with carets. */
function quoted(text: Text, finding: CheckedFinding, paint: Paint, width: number): string[] {
  const gutter = 10;
  const found = excerpt(text, finding, width - gutter);
  if (found === undefined) return [];
  const number = `${found.line}`.padStart(gutter - 3);
  return [
    `${paint.faint(`${number} |`)} ${found.words}`,
    `${paint.faint(`${' '.repeat(gutter - 3)} |`)} ${paint.severity(finding.severity, found.carets)}`,
  ];
}

/** A line for each rule that gives hints: how many, and where the first ones are. */
function foldedHints({ path, text, findings }: FileResult, paint: Paint): string[] {
  const byRule = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    if (finding.severity !== 'hint') continue;
    addToGroup(byRule, finding.rule, finding);
  }
  return [...byRule].map(([rule, hints]) => {
    const summary = rules.find(({ id }) => id === rule)?.summary ?? hints[0]?.message ?? '';
    const said = summary.charAt(0).toLowerCase() + summary.slice(1);
    const lines = [...new Set(hints.map(({ from }) => text.positionAt(from).line + 1))];
    return `${paint.strong(printable(path))}: ${counted(hints.length, 'place')}: ${said} (${inLines(lines)}) ${paint.faint(`[${rule}]`)}`;
  });
}

/** `line 3`, `lines 3, 5 and 8`, `lines 3, 5, 8, 13, 21 and 12 more` */
function inLines(lines: readonly number[]): string {
  const most = 5;
  const shown = lines.slice(0, most).map(String);
  const more = lines.length - most;
  if (more > 0) shown.push(`${more} more`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}
