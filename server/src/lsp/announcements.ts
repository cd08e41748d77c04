import { type Connection, DiagnosticRefreshRequest } from 'vscode-languageserver';
import { surviving } from './answer.ts';
import type { Check } from './checks.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Host } from './host.ts';
import type { StatusMethod } from './protocol.ts';
import type { Reports } from './reports.ts';
import { reportStatus } from './status.ts';

const statusMethod: StatusMethod = 'inspectmark/status';

/** After so many milliseconds without a letter the author has paused. */
const restTime = 300;

/**
 * What is told of open reports unasked: their findings to a client that does not pull, their status to one that wants it,
 * and when the typing pauses what its haste had left out.
 */
export class Announcements {
  readonly #connection: Connection;
  readonly #reports: Reports;
  readonly #host: Host;
  readonly #client: () => ClientAbilities;
  /** The reports that are to be told of, though nobody has begun. */
  readonly #untold = new Set<string>();
  /** The reports whose typing has not paused yet. */
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param client what the client can do; asked each time, for it is said only when it connects */
  constructor(connection: Connection, reports: Reports, host: Host, client: () => ClientAbilities) {
    this.#connection = connection;
    this.#reports = reports;
    this.#host = host;
    this.#client = client;
  }

  /** Tells how a report stands as soon as the changes are done that have come already; however many, it is told once. */
  soon(uri: string): void {
    if (this.#untold.has(uri)) return;
    this.#untold.add(uri);
    void surviving(this.#connection, undefined, async () => {
      for (let version: number | undefined; version !== this.#reports.open(uri)?.version; ) {
        version = this.#reports.open(uri)?.version;
        // One pause lets the next message be taken, and the second what has come of it.
        await this.#host.pause();
        await this.#host.pause();
      }
      this.#untold.delete(uri);
      await this.#tell(uri);
    });
  }

  /**
   * After a check of which the client is told, asks the rules that were left once the author has paused, and tells what they
   * say if it is news to the client: the same check may have been made whole for something else meanwhile.
   */
  settleSoon(uri: string, { id, hurried }: Check): void {
    clearTimeout(this.#settling.get(uri));
    if (!hurried) return;
    const settle = async (): Promise<void> => {
      this.#settling.delete(uri);
      const ready = await this.#reports.ready(uri);
      if (
        ready === undefined ||
        !(await this.#reports.checks.settle(ready)) ||
        this.#reports.checks.check(ready).id === id
      )
        return;
      if (this.#client().pulls) await this.#connection.sendRequest(DiagnosticRefreshRequest.type);
      await this.#tell(uri);
    };
    const timer = setTimeout(() => void surviving(this.#connection, undefined, settle), restTime);
    this.#settling.set(uri, timer);
  }

  /** Tells nothing more of a report that is closed. */
  forget(uri: string): void {
    this.#untold.delete(uri);
    clearTimeout(this.#settling.get(uri));
    this.#settling.delete(uri);
  }

  /** For a client that pulls and wants no status, what governs the report has then been read, and what is wrong there told. */
  async #tell(uri: string): Promise<void> {
    const start = performance.now();
    const client = this.#client();
    const ready = await this.#reports.ready(uri);
    if (ready === undefined || (client.pulls && !client.status)) return;
    const check = this.#reports.checks.check(ready, { hurried: !client.pulls || client.refreshes });
    // (Of a client that pulls it is its question that counts: this is for the status.)
    if (!client.pulls) this.settleSoon(uri, check);
    const { findings, diagnostics } = check;
    this.#connection.tracer.log(`${uri}: ${findings.length} findings in ${(performance.now() - start).toFixed(1)} ms`);
    if (!client.pulls) await this.#connection.sendDiagnostics({ uri, version: ready.version ?? 0, diagnostics });
    if (client.status) await this.#connection.sendNotification(statusMethod, reportStatus(ready.report, uri, findings));
  }
}
