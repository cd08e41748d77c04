import { commands, type LogOutputChannel, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';

/** A server that ends more often than this within the time below has a fault that starting it again does not mend. */
const mostRestarts = 4;
const withinMilliseconds = 3 * 60_000;

/** The server, started again by itself when it ends unasked, and by command. There is one client at a time. */
export class ServerSession {
  readonly #log: LogOutputChannel;
  readonly #newClient: (options: Pick<LanguageClientOptions, 'errorHandler'>) => BaseLanguageClient;
  #client: BaseLanguageClient | undefined;
  #ends: number[] = [];
  #restarting: Promise<void> | undefined;

  constructor(
    log: LogOutputChannel,
    newClient: (options: Pick<LanguageClientOptions, 'errorHandler'>) => BaseLanguageClient,
  ) {
    this.#log = log;
    this.#newClient = newClient;
  }

  get client(): BaseLanguageClient {
    if (this.#client !== undefined) return this.#client;
    const client = this.#newClient({
      errorHandler: {
        error: (_error, message) => this.#failed(client, message !== undefined),
        closed: () => this.#closed(client),
      },
    });
    this.#client = client;
    return client;
  }

  start(): void {
    const client = this.client;
    client.start().catch(error => {
      if (client !== this.#client) return;
      this.#log.error('The server did not start.', error);
      this.#tellThatItStopped();
    });
  }

  /** Ends the server and starts it again with a client of its own: one that hangs cannot be asked to end. */
  restart(): Promise<void> {
    this.#restarting ??= this.stop().then(() => {
      this.#restarting = undefined;
      this.#ends = [];
      this.start();
    });
    return this.#restarting;
  }

  /** Ends the server; one that does not answer is left to its client, which ends its process. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.dispose().catch(error => this.#log.warn('The server did not end by itself.', error));
  }

  #failed(client: BaseLanguageClient, inWriting: boolean) {
    // What cannot be written any more is said to a server that has ended, and that it has is told next.
    const fatal = !inWriting && client === this.#client && client.state === State.Starting;
    if (fatal) this.#tellThatItStopped();
    return { action: fatal ? ErrorAction.Shutdown : ErrorAction.Continue, handled: true };
  }

  #closed(client: BaseLanguageClient) {
    if (client !== this.#client) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    this.#ends = [...this.#ends.filter(end => now - end < withinMilliseconds), now];
    if (this.#ends.length <= mostRestarts) {
      return { action: CloseAction.Restart, message: 'The server has ended and is started again.', handled: true };
    }
    this.#tellThatItStopped();
    return { action: CloseAction.DoNotRestart, message: 'The server keeps ending.', handled: true };
  }

  #tellThatItStopped(): void {
    const restart = 'Restart Server';
    const showLog = 'Show Log';
    const message = 'Inspectmark has stopped checking your reports. Your text is safe.';
    void window.showErrorMessage(message, restart, showLog).then(choice => {
      if (choice === restart) return commands.executeCommand('inspectmark.restartServer');
      if (choice === showLog) return commands.executeCommand('inspectmark.showLog');
    });
  }
}
