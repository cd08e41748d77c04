import {
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Answering } from './answer.ts';
import type { Check } from './checks.ts';
import type { ReadyReport } from './readyReport.ts';

/** Answers a client that asks for a report’s diagnostics: where it has those of this check already, that they are the same. */
export function answerDiagnostics(
  connection: Connection,
  answer: Answering,
  checked: (ready: ReadyReport) => Check,
): void {
  connection.languages.diagnostics.on(
    answer<DocumentDiagnosticParams, DocumentDiagnosticReport, DiagnosticServerCancellationData>(
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (ready, { previousResultId }) => {
        const { id: resultId, diagnostics: items } = checked(ready);
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );
}
