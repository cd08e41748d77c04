import {
  type Connection,
  DiagnosticRefreshRequest,
  type DiagnosticServerCancellationData,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type InitializeResult,
  type ResponseError,
  type SymbolInformation,
  type TextDocumentEdit,
  TextDocuments,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { settingsFileName } from '../settings/settings.ts';
import { answering, cancelled, surviving } from './answer.ts';
import { serverCapabilities } from './capabilities.ts';
import { type ClientAbilities, clientAbilities } from './clientAbilities.ts';
import { problemDiagnostics } from './diagnostics.ts';
import { editorSettings } from './editorSettings.ts';
import { Governances } from './governance.ts';
import type { Host } from './host.ts';
import { OpenReport } from './openReport.ts';
import type { StatusMethod } from './protocol.ts';
import { renamedFiles } from './renamedFiles.ts';
import { answerReports } from './reportRequests.ts';
import { type Check, Reports } from './reports.ts';
import { reportStatus } from './status.ts';
import { canonicalUri, folderOf } from './uri.ts';
import { answerViews } from './viewRequests.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { workspaceReports } from './workspaceReports.ts';
import { WorkspaceSymbols } from './workspaceSymbols.ts';

const statusMethod: StatusMethod = 'inspectmark/status';

/** After so many milliseconds without a letter the author has paused. */
const restTime = 300;

/** What is watched: reports that others link to, and what governs them. */
const watched = ['**/*.inspection', `**/*${settingsFileName}`, '**/.inspectmark/frameworks/*.json'];

/** Starts the server on a connection; the entries choose connection and host. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<OpenReport>({ create: OpenReport.create, update: OpenReport.update });
  const governances = new Governances(host, file => {
    send(() => connection.sendDiagnostics({ uri: file.uri, diagnostics: problemDiagnostics(file) }));
  });
  const reports = new Reports(documents, host, governances, () => client.diagnostics);
  const workspace = new WorkspaceDiagnostics(reports, host, () => {
    if (documents.keys().length > 0) refresh();
  });
  const symbols = new WorkspaceSymbols(reports, host);
  const answer = answering(reports, host, connection);
  const untold = new Set<string>();
  const settling = new Map<string, ReturnType<typeof setTimeout>>();
  let client: ClientAbilities = clientAbilities({ capabilities: {}, processId: null, rootUri: null });
  let folders: readonly string[] = [];

  connection.onInitialize((params): InitializeResult => {
    client = clientAbilities(params, host.rulePage);
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    return { serverInfo: { name: 'Inspectmark' }, capabilities: serverCapabilities(client) };
  });

  connection.onInitialized(() => {
    if (client.configuration) configure(undefined);
    if (client.configurationChanges)
      send(() => connection.client.register(DidChangeConfigurationNotification.type, { section: 'inspectmark' }));
    if (client.watches) {
      const watchers = watched.map(globPattern => ({ globPattern }));
      send(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        refresh();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => configure(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (uri.endsWith('.inspection')) {
        reports.forget(uri);
        workspace.forget(uri);
        symbols.forget(uri);
      } else {
        forgetAll();
        if (type === FileChangeType.Deleted) send(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
      }
    }
    refresh();
  });

  documents.onDidChangeContent(({ document: { uri } }) => {
    workspace.forget(uri);
    for (const each of [uri, ...reports.changed(uri)]) tellSoon(each);
  });

  documents.onDidSave(() => {
    if (client.watches) return; // it tells of every file
    forgetAll();
    refresh();
  });

  documents.onDidClose(({ document: { uri } }) => {
    reports.forget(uri);
    workspace.forget(uri);
    symbols.forget(uri);
    untold.delete(uri);
    clearTimeout(settling.get(uri));
    settling.delete(uri);
    if (!client.pulls) send(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
    for (const dependant of reports.changed(uri)) tellSoon(dependant);
  });

  connection.languages.diagnostics.on(
    answer<DocumentDiagnosticParams, DocumentDiagnosticReport, DiagnosticServerCancellationData>(
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (ready, { previousResultId }) => {
        const check = reports.check(ready, client.refreshes);
        settleSoon(ready.uri, check);
        const { id: resultId, diagnostics: items } = check;
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    surviving<WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>>(
      connection,
      { items: [] },
      async () => {
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        await workspace.tell(folders, params.previousResultIds, client.watches, token, item => {
          if (partial === undefined) items.push(item);
          else partial.report({ items: [item] });
        });
        return token.isCancellationRequested ? cancelled() : { items };
      },
    ),
  );

  connection.onWorkspaceSymbol(({ query }, token) =>
    surviving<SymbolInformation[] | ResponseError>(connection, [], async () => {
      const found = await symbols.find(query, folders, documents.keys(), client.watches, token);
      return token.isCancellationRequested ? cancelled() : found;
    }),
  );
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    surviving<WorkspaceEdit | ResponseError<never> | null>(connection, null, async () => {
      const edited: TextDocumentEdit[] = [];
      for (const uri of await workspaceReports(documents.keys(), folders, host)) {
        if (token.isCancellationRequested) return cancelled();
        const ready = (await reports.ready(uri)) ?? (await reports.closed(uri));
        const edits = typeof ready === 'object' ? renamedFiles(ready, files) : [];
        if (edits.length > 0)
          edited.push({ textDocument: { uri, version: reports.open(uri)?.version ?? null }, edits });
      }
      if (client.versionedEdits) return { documentChanges: edited };
      return {
        changes: Object.fromEntries(edited.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])),
      };
    }),
  );
  answerReports(connection, answer, reports, { client: () => client, isWithin });
  answerViews(connection, answer, reports);

  documents.listen(connection);
  connection.listen();

  /** Tells how a report stands as soon as the changes are done that have come already; however many, it is told once. */
  function tellSoon(uri: string): void {
    if (untold.has(uri)) return;
    untold.add(uri);
    void surviving(connection, undefined, async () => {
      for (let version: number | undefined; version !== reports.open(uri)?.version; ) {
        version = reports.open(uri)?.version;
        // One pause lets the next message be taken, and the second what has come of it.
        await host.pause();
        await host.pause();
      }
      untold.delete(uri);
      await tell(uri);
    });
  }

  /**
   * Pushes a report's findings to a client that does not pull, and its status to one that wants it. For the others what
   * governs the report has been read, and what is wrong there is told.
   */
  async function tell(uri: string): Promise<void> {
    const start = performance.now();
    const ready = await reports.ready(uri);
    if (ready === undefined || (client.pulls && !client.status)) return;
    const check = reports.check(ready, !client.pulls || client.refreshes);
    // (Of a client that pulls it is its question that counts: this is for the status.)
    if (!client.pulls) settleSoon(uri, check);
    const { findings, diagnostics } = check;
    connection.tracer.log(`${uri}: ${findings.length} findings in ${(performance.now() - start).toFixed(1)} ms`);
    if (!client.pulls) await connection.sendDiagnostics({ uri, version: ready.version ?? 0, diagnostics });
    if (client.status) await connection.sendNotification(statusMethod, reportStatus(ready.report, uri, findings));
  }

  /**
   * After a check of which the client is told, asks the rules that were left once the author has paused, and tells what they
   * say if it is news to the client: the same check may have been made whole for something else meanwhile.
   */
  function settleSoon(uri: string, { id, hurried }: Check): void {
    clearTimeout(settling.get(uri));
    if (!hurried) return;
    const settle = async (): Promise<void> => {
      settling.delete(uri);
      const ready = await reports.ready(uri);
      if (ready === undefined || !(await reports.settle(ready)) || reports.check(ready).id === id) return;
      if (client.pulls) await connection.sendRequest(DiagnosticRefreshRequest.type);
      await tell(uri);
    };
    settling.set(
      uri,
      setTimeout(() => void surviving(connection, undefined, settle), restTime),
    );
  }

  /** Sends something that nobody waits for; a client that does not take it is not our fault. */
  function send(sending: () => Promise<unknown>): void {
    void surviving(connection, undefined, async () => void (await sending()));
  }

  function forgetAll(): void {
    governances.forget();
    reports.forgetAll();
    workspace.forget();
    symbols.forget();
  }

  /** After a change of what reports depend on: everything is told anew. */
  function refresh(): void {
    if (client.pulls && client.refreshes) send(() => connection.sendRequest(DiagnosticRefreshRequest.type));
    for (const { uri } of documents.all()) tellSoon(uri);
  }

  /** Takes the editor's settings: asked for where the client can answer, else as it has sent them. */
  function configure(sent: unknown): void {
    const settings = client.configuration
      ? surviving(connection, undefined, () => connection.workspace.getConfiguration('inspectmark'))
      : Promise.resolve(sent);
    forgetAll();
    governances.setEditorSettings(settings.then(editorSettings));
    refresh();
  }

  /** Whether a file belongs to what is open: links that lead out of it open nothing. */
  function isWithin(target: string, uri: string): boolean {
    const roots = folders.length > 0 ? folders : [folderOf(uri) ?? ''];
    return roots.some(folder => target.startsWith(canonicalUri(folder).replace(/\/?$/, '/')));
  }
}
