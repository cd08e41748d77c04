import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import type { Worker } from 'node:worker_threads';
import {
  type ClientCapabilities,
  CodeActionRequest,
  createConnection,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  Emitter,
  FileChangeType,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  LogTraceNotification,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type { Host } from '../../server/src/lsp/host.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { canonicalUri } from '../../server/src/lsp/uri.ts';
import { reportText } from '../../server/src/readers/reportText.ts';
import { type Range, Text } from '../../server/src/text/text.ts';

/** A client that asks for diagnostics, and can do what editors can do. */
export const pulling: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** The same, but it cannot be told to ask again: it is told everything at once. */
export const pullingOnce: ClientCapabilities = {
  ...pulling,
  workspace: { ...pulling.workspace, diagnostics: { refreshSupport: false } },
};

/** A client that can do nothing but show what is pushed to it. */
export const pushed: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

/** How a test's client is started. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** The folder's files, by their path in it. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What the client answers when asked for its settings. */
  readonly settings?: unknown;
  readonly initialize?: Partial<InitializeParams>;
}

/** The URI of a file in the folder that a client has open. */
export function at(path: string): string {
  return `file:///reports/${path}`;
}

/** A client in one process with its server, over streams; its folder is in memory. */
export async function clientInMemory(options: ClientOptions = {}): Promise<TestClient> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const client = TestClient.ofStreams(toClient, toServer, options.settings);
  for (const [path, text] of Object.entries(options.files ?? {})) client.files.set(path, text);
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    hostInMemory(client),
  );
  await client.initialize(options, at('').slice(0, -1));
  return client;
}

/** A client of a server that is a process of its own. */
export async function clientOfProcess(
  argv: readonly string[],
  folder: string,
  options: Omit<ClientOptions, 'files'> = {},
): Promise<ProcessClient> {
  const server = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = new Promise<number | null>(resolve => server.once('exit', resolve));
  const client = TestClient.ofStreams(server.stdout, server.stdin, options.settings);
  await client.initialize(options, folder);
  const end = async (): Promise<void> => {
    await client.connection.sendRequest(ShutdownRequest.type);
    await client.connection.sendNotification('exit');
    await exit;
  };
  return Object.assign(client, { exit, end, toServer: server.stdin });
}

/** A client whose server is a process. */
export interface ProcessClient extends TestClient {
  readonly toServer: NodeJS.WritableStream;
  /** The server's exit code, once it has ended. */
  readonly exit: Promise<number | null>;
  /** Asks the server to end, and waits until it has. */
  readonly end: () => Promise<void>;
}

/** A client of the Language Server Protocol, as an editor has one. It waits for messages, never for time. */
export class TestClient {
  readonly connection: ProtocolConnection;
  /** The files of the folder by their path, to be changed by tests; only in memory. */
  readonly files = new Map<string, string | Uint8Array>();
  /** What a file is not read before; only in memory. */
  held: Promise<void> = Promise.resolve();
  /** Hears of every file that is read. */
  onRead = (): void => {};
  /** Hears whenever the server lets other work be done; only in memory. */
  onPause = (): void => {};
  onPublished = (_params: PublishDiagnosticsParams): void => {};
  readonly registrations: Registration[] = [];
  /** What the server has logged and traced. */
  readonly log: string[] = [];
  settings: unknown;
  result: InitializeResult = { capabilities: {} };
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #versions = new Map<string, number>();
  #waiting: (() => void)[] = [];

  private constructor(reader: MessageReader, writer: MessageWriter, settings: unknown) {
    this.settings = settings;
    this.connection = createProtocolConnection(reader, writer, undefined);
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.#published.set(params.uri, params);
      this.onPublished(params);
      this.wake();
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => this.#logged(message));
    this.connection.onNotification(LogTraceNotification.type, ({ message }) => this.#logged(message));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
      this.wake();
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings ?? null),
    );
    this.connection.listen();
  }

  static ofStreams(from: NodeJS.ReadableStream, to: NodeJS.WritableStream, settings: unknown): TestClient {
    return new TestClient(new StreamMessageReader(from), new StreamMessageWriter(to), settings);
  }

  /** A client of a server in a worker. */
  static ofWorker(worker: Worker): TestClient {
    const heard: DataCallback[] = [];
    worker.on('message', message => {
      for (const callback of heard) callback(message);
    });
    const none = new Emitter<never>().event;
    const reader: MessageReader = {
      onError: none,
      onClose: none,
      onPartialMessage: none,
      listen: callback => {
        heard.push(callback);
        return { dispose() {} };
      },
      dispose() {},
    };
    const writer: MessageWriter = {
      onError: none,
      onClose: none,
      write: async message => worker.postMessage(message),
      end() {},
      dispose() {},
    };
    return new TestClient(reader, writer, undefined);
  }

  async initialize({ capabilities = pulling, initialize = {} }: ClientOptions, folder: string): Promise<void> {
    this.result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'work' }],
      capabilities,
      ...initialize,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'inspectmark', version, text },
    });
  }

  /** Sends changes, each in the text that the one before has left; a string is the whole new text. */
  async change(
    uri: string,
    changes: string | TextDocumentContentChangeEvent[],
    version = (this.#versions.get(uri) ?? 0) + 1,
  ): Promise<number> {
    this.#versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: typeof changes === 'string' ? [{ text: changes }] : changes,
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Changes a file of the folder, or removes it, and tells the server as an editor that watches does. */
  async fileChanged(path: string, text: string | Uint8Array | undefined): Promise<void> {
    const type = text === undefined ? FileChangeType.Deleted : FileChangeType.Changed;
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: at(path), type }],
    });
  }

  /** What has been pushed of a file last, once it is as wanted. */
  async published(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean): Promise<Diagnostic[]> {
    return this.until(() => {
      const params = this.#published.get(uri);
      return params !== undefined && wanted(params) ? params.diagnostics : undefined;
    });
  }

  /** Lets no file be read until it is released. */
  holdFiles(): { readonly begun: Promise<void>; readonly release: () => void } {
    let release = (): void => {};
    this.held = new Promise(resolve => {
      release = resolve;
    });
    const begun = new Promise<void>(resolve => {
      this.onRead = resolve;
    });
    return { begun, release };
  }

  pull(uri: string, previousResultId?: string) {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The findings of an open report, asked for: `line: rule`, lines from 1. */
  async pulled(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? summaryOf(report.items) : ['unchanged'];
  }

  pullWorkspace(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
  }

  actions(uri: string, range: Diagnostic['range'], only?: string[]) {
    return this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only !== undefined && { only }) },
    });
  }

  /** Waits for a message after which `look` finds something. */
  async until<Found>(look: () => Found | undefined): Promise<Found> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }

  /** Waits until the server has taken all that was sent. */
  async allTaken(): Promise<void> {
    await this.connection.sendRequest('inspectmark/nothing', {}).catch(() => {});
  }

  #logged(message: string): void {
    this.log.push(message);
    this.wake();
  }

  /** Lets `until` look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** `3: unresolved-tag` for each, lines from 1. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ range, code }) => `${range.start.line + 1}: ${code}`);
}

/** Where words stand in a text for the first time. */
export function rangeOf(text: string, words: string): Range {
  const from = text.indexOf(words);
  if (from < 0) throw new Error(`“${words}” stands nowhere in the text.`);
  return new Text(text).range({ from, to: from + words.length });
}

/** A folder in memory. A file whose text is `permission denied` may not be read. */
function hostInMemory(client: TestClient): Host {
  const { files } = client;
  const uris = (folder: string, wanted: (rest: string) => boolean): string[] =>
    [...files.keys()].map(at).filter(uri => uri.startsWith(`${folder}/`) && wanted(uri.slice(folder.length + 1)));
  return {
    async read(uri) {
      client.onRead();
      await client.held;
      const text = [...files].find(([path]) => at(path) === uri || canonicalUri(at(path)) === uri)?.[1];
      if (text === undefined) return undefined;
      return text === 'permission denied' ? { unread: text } : reportText(Buffer.from(text));
    },
    list: async (folder, ending) => uris(folder, rest => rest.endsWith(ending) && !rest.includes('/')),
    find: async (folder, ending) => uris(folder, rest => rest.endsWith(ending) && !/(?:^|\/)\./.test(rest)),
    pause: () => {
      client.onPause();
      return new Promise(resolve => setImmediate(resolve));
    },
  };
}
