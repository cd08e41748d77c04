import { encodingFindings } from '../features/encodingFindings.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { fingerprint } from '../rules/checking/fingerprint.ts';
import type { Severity } from '../rules/rule.ts';
import { type Span, Text } from '../text/text.ts';
import type { BrokenFile } from './governance.ts';

/** What a check says of one file. */
export interface FileResult {
  /** As it is shown. */
  readonly path: string;
  /** The id of the framework by which it was read; nothing for a file that is no report. */
  readonly framework: string | undefined;
  readonly text: Text;
  /** In the order of the text. */
  readonly findings: readonly CheckedFinding[];
}

/** The severities, the worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

/** The result of a settings or framework file: what is wrong in it, shown as a report's findings are. */
export function brokenFileResult({ text, rule, problems, encoding }: BrokenFile, path: string): FileResult {
  const seen = new Map<string, number>();
  const findings = [
    ...encodingFindings(encoding),
    ...problems.map(problem => {
      const twins = seen.get(problem.message) ?? 0;
      seen.set(problem.message, twins + 1);
      return finding(rule, problem.severity, problem, problem.message, twins);
    }),
  ];
  return { path, framework: undefined, text: new Text(text), findings };
}

function finding(rule: string, severity: Severity, { from, to }: Span, message: string, twins: number): CheckedFinding {
  const identity = fingerprint(`${rule}\n${message}\n${twins}`);
  return { rule, kind: 'fault', severity, from, to, message, related: [], fixes: [], fingerprint: identity };
}
