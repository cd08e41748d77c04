import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FileProblem } from '../framework/fileProblem.ts';
import type { CheckedFinding } from '../rules/check.ts';
import { Text } from '../text/text.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A finding as the protocol has it. Emphasis is taken out of the message: clients show it as it is. */
export function diagnosticOf(
  text: Text,
  uri: string,
  { rule, severity, message, related, from, to }: CheckedFinding,
): Diagnostic {
  return {
    range: text.range({ from, to }),
    severity: severities[severity],
    code: rule,
    source: 'inspectmark',
    message: plain(message),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(place => ({
            location: { uri, range: text.range(place) },
            message: plain(place.message),
          })),
        }),
  };
}

/** What is wrong in a settings or framework file. */
export function problemDiagnostics(source: string, problems: readonly FileProblem[]): Diagnostic[] {
  const text = new Text(source);
  return problems.map(({ from, to, message, severity }) => ({
    range: text.range({ from, to }),
    severity: severities[severity],
    source: 'inspectmark',
    message,
  }));
}

/** `*Good*` without its stars. */
function plain(message: string): string {
  return message.replace(/\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}/g, '$1');
}
