import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-types';
import { encodingFindings, encodingRule } from '../features/encodingFindings.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import { Text } from '../text/text.ts';
import type { DiagnosticAbilities } from './clientAbilities.ts';
import type { GoverningFile } from './governance.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const source = 'inspectmark';

/** So many places are listed under a finding: of more its message gives the number, and nobody would go through them. */
const mostRelated = 10;

/**
 * A finding as the protocol has it, for a client that shows so much of it. Emphasis is taken out of the message: clients
 * show it as it is.
 */
export function diagnosticOf(
  text: Text,
  uri: string,
  { rule, severity, message, related, from, to }: CheckedFinding,
  client: DiagnosticAbilities,
): Diagnostic {
  const page = rule === encodingRule ? undefined : client.rulePage?.replace('{rule}', rule);
  return {
    range: text.range({ from, to }),
    severity: severities[severity],
    code: rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source,
    message: plainMessage(message),
    ...(related.length > 0 &&
      client.related && {
        relatedInformation: related.slice(0, mostRelated).map(place => ({
          location: { uri, range: text.range(place) },
          message: plainMessage(place.message),
        })),
      }),
  };
}

/** Whether two lists say the same of the same places. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one === b[i] || (b[i] !== undefined && sameDiagnostic(one, b[i])))
  );
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  const { relatedInformation: ofA = [] } = a;
  const { relatedInformation: ofB = [] } = b;
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    sameRange(a.range, b.range) &&
    ofA.length === ofB.length &&
    ofA.every(
      ({ location, message }, i) => message === ofB[i]?.message && sameRange(location.range, ofB[i].location.range),
    )
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

/** What is wrong in a settings or framework file. */
export function problemDiagnostics({ uri, text, rule, problems, encoding }: GoverningFile): Diagnostic[] {
  const lines = new Text(text);
  return [
    ...encodingFindings(encoding).map(finding => diagnosticOf(lines, uri, finding, { related: true })),
    ...problems.map(({ from, to, message, severity }) => ({
      range: lines.range({ from, to }),
      severity: severities[severity],
      code: rule,
      source,
      message: plainMessage(message),
    })),
  ];
}

/** That a report cannot be read, at its start. */
export function unreadDiagnostic(reason: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    source,
    message: `This report cannot be read: ${reason}. It has not been checked.`,
  };
}
