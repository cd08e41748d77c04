import type {
  Connection,
  DiagnosticServerCancellationData,
  ResponseError,
  SymbolInformation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { cancelled, surviving } from './answer.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Governances } from './governance.ts';
import type { Host } from './host.ts';
import type { NewReport, NewReportsMethod, NewReportsParams } from './protocol.ts';
import { renamedFiles } from './renamedFiles.ts';
import type { Reports } from './reports.ts';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { workspaceReports } from './workspaceReports.ts';
import type { WorkspaceSymbols } from './workspaceSymbols.ts';

const newReportsMethod: NewReportsMethod = 'inspectmark/newReports';

/** What the requests about a workspace ask of the server besides. */
interface Surroundings {
  readonly host: Host;
  readonly governances: Governances;
  readonly reports: Reports;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly symbols: WorkspaceSymbols;
  /** What the client can do; asked at every request, for it is said only when it connects. */
  readonly client: () => ClientAbilities;
  /** The URIs of the folders that are open now, and of the reports that are, be they in the folders or not. */
  readonly folders: () => readonly string[];
  readonly openReports: () => readonly string[];
}

/** Answers the requests about all reports of a workspace, and for a new one. */
export function answerWorkspace(connection: Connection, surroundings: Surroundings): void {
  const { host, governances, reports, diagnostics, symbols, client, folders, openReports } = surroundings;
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
      const edited: TextDocumentEdit[] = [];
      for (const uri of await workspaceReports(openReports(), folders(), host)) {
        if (token.isCancellationRequested) return cancelled();
        const ready = (await reports.ready(uri)) ?? (await reports.closed(uri));
        const edits = typeof ready === 'object' ? renamedFiles(ready, files) : [];
        if (edits.length > 0)
          edited.push({ textDocument: { uri, version: reports.open(uri)?.version ?? null }, edits });
      }
      if (client().versionedEdits) return { documentChanges: edited };
      return {
        changes: Object.fromEntries(edited.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])),
      };
    }),
  );
}
