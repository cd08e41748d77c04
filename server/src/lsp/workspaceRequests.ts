import {
  type Connection,
  type DiagnosticServerCancellationData,
  MessageType,
  type ResponseError,
  ShowMessageNotification,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { cancelled, surviving } from './answer.ts';
import { renumberAllCommand } from './capabilities.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { everyReport } from './everyReport.ts';
import type { Governances } from './governance.ts';
import type { NewReport, NewReportsMethod, NewReportsParams } from './protocol.ts';
import { renamedFiles } from './renamedFiles.ts';
import { renumberedReports } from './renumberedReports.ts';
import type { Reports } from './reports.ts';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { type ReportEdits, workspaceEdit } from './workspaceEdit.ts';
import type { WorkspaceSymbols } from './workspaceSymbols.ts';

const newReportsMethod: NewReportsMethod = 'inspectmark/newReports';

/** What the requests about a workspace ask of the server besides. */
interface Surroundings {
  readonly governances: Governances;
  readonly reports: Reports;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly symbols: WorkspaceSymbols;
  /** What the client can do; asked at every request, for it is said only when it connects. */
  readonly client: () => ClientAbilities;
  /** The URIs of the folders that are open now, and of the reports that are, be they in the folders or not. */
  readonly folders: () => readonly string[];
  readonly openReports: () => readonly string[];
  /** The URIs of all reports, open or in the folders. */
  readonly allReports: () => Promise<readonly string[]>;
}

/** Answers the requests about all reports of a workspace, and for a new one. */
export function answerWorkspace(connection: Connection, surroundings: Surroundings): void {
  const { governances, reports, diagnostics, symbols, client, folders, openReports, allReports } = surroundings;
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    surviving<WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>>(
      connection,
      { items: [] },
      async () => {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        await diagnostics.tell(folders(), params.previousResultIds, client().watches, token, item => {
          if (partial === undefined) items.push(item);
          else partial.report({ items: [item] });
        });
        return token.isCancellationRequested ? cancelled() : { items };
      },
    ),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    surviving<SymbolInformation[] | ResponseError>(connection, [], async () => {
      const found = await symbols.find(query, folders(), openReports(), client().watches, token);
      return token.isCancellationRequested ? cancelled() : found;
    }),
  );
  connection.onRequest(newReportsMethod, ({ uri }: NewReportsParams) =>
    surviving<NewReport[]>(connection, [], async () => {
      const { newReports } = await import('../features/newReport.ts');
      return newReports((await governances.of(uri)).frameworks, new Date().toISOString().slice(0, 10));
    }),
  );
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    surviving<WorkspaceEdit | ResponseError<never> | null>(connection, null, async () => {
      const edited: ReportEdits[] = [];
      const annotation = { label: 'Links to files with another name' };
      for await (const ready of everyReport(await allReports(), reports)) {
        if (token.isCancellationRequested) return cancelled();
        const { uri, version } = ready;
        edited.push({ uri, version, edits: renamedFiles(ready, files), annotation });
      }
      return workspaceEdit(client(), edited);
    }),
  );
  connection.onExecuteCommand(({ command }, token) =>
    surviving(connection, null, async () => {
      if (command !== renumberAllCommand) return null;
      const label = 'Renumber paragraphs';
      const annotation = { label, needsConfirmation: true };
      const edited = await renumberedReports(await allReports(), allReports, reports, token, annotation);
      if (token.isCancellationRequested) return null;
      if (edited.length === 0)
        await connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message: 'The numbers of all reports are in order.',
        });
      else await connection.workspace.applyEdit({ label, edit: workspaceEdit(client(), edited) });
      return null;
    }),
  );
}
