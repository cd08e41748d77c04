import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { codeActions, fixAllKind } from '../features/codeActions.ts';
import { definition } from '../features/definition.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { references } from '../features/references.ts';
import { semanticTokens, tokenModifiers, tokenTypes } from '../features/semanticTokens.ts';
import { linkTarget } from '../model/reference.ts';
import { answering } from './answer.ts';
import { diagnosticOf, problemDiagnostics } from './diagnostics.ts';
import { editorSettings } from './editorSettings.ts';
import { Governances } from './governance.ts';
import { type Host, linkedUri } from './host.ts';
import { OpenReport } from './openReport.ts';
import type { StatusMethod } from './protocol.ts';
import { type CheckableReport, type ReadyReport, Reports } from './reports.ts';
import { reportStatus } from './status.ts';

const statusMethod: StatusMethod = 'inspectmark/status';

/** What is watched: reports that others link to, and what governs them. */
const watched = ['**/*.inspection', '**/inspectmark.json', '**/.inspectmark/frameworks/*.json'];

/** Starts the server on a connection; the entries choose connection and host. */
export function startServer(connection: Connection, host: Host): void {
  const documents = new TextDocuments<OpenReport>({ create: OpenReport.create, update: OpenReport.update });
  const governances = new Governances(host, ({ uri, text, problems }) => {
    void connection.sendDiagnostics({ uri, diagnostics: problemDiagnostics(text, problems) });
  });
  const reports = new Reports(documents, host, governances);
  const answer = answering(reports, connection);
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri }): InitializeResult => {
    client = capabilities;
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    return {
      serverInfo: { name: 'Inspectmark' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls()
          ? {
              diagnosticProvider: {
                identifier: 'inspectmark',
                interFileDependencies: true,
                workspaceDiagnostics: true,
              },
            }
          : {}),
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        documentLinkProvider: {},
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: true,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'inspectmark' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map(globPattern => ({ globPattern })),
      });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        refresh();
      });
    }
    await configure(undefined);
  });

  connection.onDidChangeConfiguration(({ settings }) => configure(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      if (uri.endsWith('.inspection')) reports.forget(uri);
      else {
        governances.forget();
        reports.forget();
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    }
    refresh();
  });

  documents.onDidChangeContent(({ document }) => {
    const dependants = reports.dependants(document.uri);
    if (dependants.length > 0) reports.generation++;
    for (const uri of [document.uri, ...dependants]) void tell(uri);
  });

  documents.onDidClose(({ document: { uri } }) => {
    reports.forget(uri);
    if (!pulls()) void connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const dependant of reports.dependants(uri)) void tell(dependant);
  });

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const ready = await reports.ready(uri);
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.ServerCancelled, 'Cancelled', { retriggerRequest: true });
    if (ready === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = resultIdOf(ready);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(ready) };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const uris = new Set<string>();
    for (const folder of folders) for (const uri of await host.find(folder, '.inspection')) uris.add(uri);
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const ready = (await reports.ready(uri)) ?? (await reports.closed(uri));
      if (ready === undefined) continue;
      const resultId = resultIdOf(ready);
      const version = documents.get(uri)?.version ?? null;
      if (version !== null && before.get(uri) === resultId)
        items.push({ uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId });
      else
        items.push({
          uri,
          version,
          kind: DocumentDiagnosticReportKind.Full,
          resultId,
          items: diagnostics(ready),
        });
    }
    // What was told of files that are gone is taken back.
    for (const uri of before.keys())
      if (!uris.has(uri)) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
    return { items };
  });

  connection.onDocumentSymbol(answer([], ({ report }) => documentSymbols(report)));
  connection.onFoldingRanges(answer([], ({ report }) => foldingRanges(report)));
  connection.onHover(answer(null, ({ report, open }, { position }) => hover(report, open.offsetAt(position))));
  connection.onDefinition(
    answer([], async ({ report, uri, open }, { position }) => {
      const others = await linkedReports(report, uri);
      return definition(report, uri, { linked: path => others.get(path) }, open.offsetAt(position));
    }),
  );
  connection.onReferences(
    answer([], ({ report, uri, open }, { position, context }) =>
      references(report, uri, open.offsetAt(position), context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answer([], ({ report, open }, { position }) => documentHighlights(report, open.offsetAt(position))),
  );
  connection.onDocumentLinks(answer([], ({ report, uri }) => documentLinks(report, uri, path => linkedUri(uri, path))));
  connection.onCodeAction(
    answer([], (ready, { range, context }) => {
      const span = { from: ready.open.offsetAt(range.start), to: ready.open.offsetAt(range.end) };
      return codeActions(ready.report, ready.uri, reports.findings(ready), span, context.only, finding =>
        diagnosticOf(ready.report.text, ready.uri, finding),
      );
    }),
  );
  connection.languages.semanticTokens.on(answer({ data: [] }, ({ report }) => semanticTokens(report)));

  documents.listen(connection);
  connection.listen();

  function pulls(): boolean {
    return client.textDocument?.diagnostic !== undefined;
  }

  function diagnostics(ready: CheckableReport) {
    return reports.findings(ready).map(finding => diagnosticOf(ready.report.text, ready.uri, finding));
  }

  function resultIdOf({ version }: CheckableReport): string {
    return `${version}.${reports.generation}`;
  }

  /** Pushes a report's findings to a client that does not pull, and tells every client how the report stands. */
  async function tell(uri: string): Promise<void> {
    const now = reports.readyNow(uri);
    const ready = now === 'unread' ? await reports.ready(uri) : now;
    if (ready === undefined || typeof ready !== 'object') return;
    if (!pulls()) void connection.sendDiagnostics({ uri, version: ready.version, diagnostics: diagnostics(ready) });
    void connection.sendNotification(statusMethod, reportStatus(ready.report, uri, reports.findings(ready)));
  }

  function refresh(): void {
    reports.generation++;
    if (pulls() && client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    for (const { uri } of documents.all()) void tell(uri);
  }

  /** Takes the editor's settings: asked for where the client can answer, else as it has sent them. */
  async function configure(sent: unknown): Promise<void> {
    const asked = client.workspace?.configuration
      ? await connection.workspace.getConfiguration('inspectmark')
      : undefined;
    governances.setEditorSettings(editorSettings(asked ?? sent));
    refresh();
  }

  async function linkedReports(report: ReadyReport['report'], uri: string) {
    const found = new Map<string, { uri: string; report: ReadyReport['report'] }>();
    for (const { kind, targets } of report.references) {
      if (kind !== 'link') continue;
      const { path, external } = linkTarget(targets[0] ?? '');
      if (path === '' || external || found.has(path)) continue;
      const other = await reports.linkedReport(uri, path);
      if (other !== undefined) found.set(path, other);
    }
    return found;
  }
}
