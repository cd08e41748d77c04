import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeResult,
  TextDocuments,
} from 'vscode-languageserver';
import { settingsFileName } from '../settings/settings.ts';
import { Announcements } from './announcements.ts';
import { answering, surviving } from './answer.ts';
import { serverCapabilities } from './capabilities.ts';
import { type ClientAbilities, clientAbilities } from './clientAbilities.ts';
import { answerDiagnostics } from './diagnosticRequests.ts';
import { problemDiagnostics } from './diagnostics.ts';
import { editorSettings } from './editorSettings.ts';
import { Governances } from './governance.ts';
import type { Host } from './host.ts';
import { OpenReport } from './openReport.ts';
import { answerReports } from './reportRequests.ts';
import { Reports } from './reports.ts';
import { canonicalUri, folderOf } from './uri.ts';
import { answerViews } from './viewRequests.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { workspaceReports } from './workspaceReports.ts';
import { answerWorkspace } from './workspaceRequests.ts';
import { WorkspaceSymbols } from './workspaceSymbols.ts';

/** What is watched: reports that others link to, and what governs them. */
const watched = ['**/*.inspection', `**/*${settingsFileName}`, '**/.inspectmark/frameworks/*.json'];

/** Starts the server on a connection; the entries choose connection and host. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<OpenReport>({ create: OpenReport.create, update: OpenReport.update });
  const governances = new Governances(
    host,
    file => send(() => connection.sendDiagnostics({ uri: file.uri, diagnostics: problemDiagnostics(file) })),
    () => folders,
  );
  const reports = new Reports(documents, host, governances, () => client.diagnostics);
  const workspace = new WorkspaceDiagnostics(reports, host, () => {
    if (documents.keys().length > 0) refresh();
  });
  const symbols = new WorkspaceSymbols(reports, host);
  const answer = answering(reports, host, connection);
  const announcements = new Announcements(connection, reports, host, () => client);
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
        forgetAll(); // reports without a file are governed by the first folder
        refresh();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings }) => configure(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (uri.endsWith('.inspection')) {
        forget(uri);
      } else {
        forgetAll();
        if (type === FileChangeType.Deleted) send(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
      }
    }
    refresh();
  });

  documents.onDidChangeContent(({ document: { uri } }) => {
    workspace.forget(uri);
    for (const each of [uri, ...reports.changed(uri)]) announcements.soon(each);
  });

  documents.onDidSave(() => {
    if (client.watches) return; // it tells of every file
    forgetAll();
    refresh();
  });

  documents.onDidClose(({ document: { uri } }) => {
    forget(uri);
    announcements.forget(uri);
    if (!client.pulls) send(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
    for (const dependant of reports.changed(uri)) announcements.soon(dependant);
  });

  answerDiagnostics(connection, answer, ready => {
    const check = reports.checks.check(ready, { hurried: client.refreshes });
    announcements.settleSoon(ready.uri, check);
    return check;
  });
  answerWorkspace(connection, {
    governances,
    reports,
    diagnostics: workspace,
    symbols,
    client: () => client,
    folders: () => folders,
    openReports: () => documents.keys(),
    allReports,
  });
  answerReports(connection, answer, reports, { client: () => client, isWithin, allReports, files });
  answerViews(connection, answer, reports);

  documents.listen(connection);
  connection.listen();

  /** Sends something that nobody waits for; a client that does not take it is not our fault. */
  function send(sending: () => Promise<unknown>): void {
    void surviving(connection, undefined, async () => void (await sending()));
  }

  function forget(uri: string): void {
    reports.forget(uri);
    workspace.forget(uri);
    symbols.forget(uri);
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
    for (const { uri } of documents.all()) announcements.soon(uri);
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

  function allReports(): Promise<readonly string[]> {
    return workspaceReports(documents.keys(), folders, host);
  }

  /** The files of the folders with one of some endings. */
  async function files(endings: readonly string[]): Promise<readonly string[]> {
    const found = await Promise.all(folders.flatMap(folder => endings.map(ending => host.find(folder, ending))));
    return found.flat();
  }

  /** Whether a file belongs to what is open: links that lead out of it open nothing. */
  function isWithin(target: string, uri: string): boolean {
    const roots = folders.length > 0 ? folders : [folderOf(uri) ?? ''];
    return roots.some(folder => target.startsWith(canonicalUri(folder).replace(/\/?$/, '/')));
  }
}
