import {
  type CancellationToken,
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
import { counted, listInWords } from '../text/phrases.ts';
import { cancelled, surviving } from './answer.ts';
import { renumberAllCommand } from './capabilities.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { everyReport } from './everyReport.ts';
import type { Governances } from './governance.ts';
import type { NewReport, NewReportsMethod, NewReportsParams } from './protocol.ts';
import { renamedFiles } from './renamedFiles.ts';
import { renumberedReports } from './renumberedReports.ts';
import type { Reports } from './reports.ts';
import { Steps } from './steps.ts';
import { decodedPart } from './uri.ts';
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

/** What the author chooses, and what the edits are called. */
const renumberTitle = 'Renumber Paragraphs';

/** More reports than these are counted: the question is short. */
const mostNames = 3;

/** Answers the requests about all reports of a workspace, and for a new one. */
export function answerWorkspace(connection: Connection, surroundings: Surroundings): void {
  const { governances, reports, diagnostics, symbols, client, folders, openReports, allReports } = surroundings;
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    surviving<WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>>(
      connection,
      { items: [] },
      async () => {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        const tell = (item: WorkspaceDocumentDiagnosticReport): void => {
          if (partial === undefined) items.push(item);
          else partial.report({ items: [item] });
        };
        const steps = new Steps(connection, client(), 'Checking reports');
        try {
          await diagnostics.tell(folders(), params.previousResultIds, client().watches, token, tell, steps);
        } finally {
          steps.end();
        }
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
      await renumberAll(token);
      return null;
    }),
  );

  /** Asks before anything is changed: reports change that the author may not have open. */
  async function renumberAll(token: CancellationToken): Promise<void> {
    const { window, workspace } = connection;
    const asked = { allReports, reports, token, needsConfirmation: false };
    const edited = await renumberedReports(await allReports(), asked);
    if (token.isCancellationRequested) return;
    const uris = new Set(edited.map(({ uri }) => uri));
    if (uris.size === 0)
      return connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: 'The numbers of all reports are in order.',
      });
    const names = [...uris].slice(0, mostNames).map(uri => decodedPart(uri.slice(uri.lastIndexOf('/') + 1)));
    const others = uris.size - names.length;
    const all = listInWords(others === 0 ? names : [...names, counted(others, 'other')]);
    const wanted = await window.showInformationMessage(`Numbers would change in ${all}.`, { title: renumberTitle });
    if (wanted?.title !== renumberTitle) return;
    // (They may have been written on while the question stood there.)
    const now = await renumberedReports(await allReports(), asked);
    await workspace.applyEdit({ label: renumberTitle, edit: workspaceEdit(client(), now) });
  }
}
