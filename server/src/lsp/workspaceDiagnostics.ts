import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { fingerprint } from '../rules/checking/fingerprint.ts';
import { unreadDiagnostic } from './diagnostics.ts';
import type { Host } from './host.ts';
import { outgoing } from './outgoing.ts';
import type { Reports } from './reports.ts';
import type { Steps } from './steps.ts';
import { canonicalUri } from './uri.ts';

interface Known {
  readonly id: string;
  /** The reports to which it links: what is found in it depends on them. */
  readonly links: ReadonlySet<string>;
}

/**
 * The findings of a workspace's reports, open or not. Clients ask for them every few seconds, so of a closed report in
 * which nothing can have changed the id of the last answer is kept, and nothing is read again.
 */
export class WorkspaceDiagnostics {
  readonly #reports: Reports;
  readonly #host: Host;
  readonly #onNews: () => void;
  readonly #known = new Map<string, Known>();

  /**
   * @param onNews hears that there are reports with which others are compared, or that some are gone: what was told before
   * may change
   */
  constructor(reports: Reports, host: Host, onNews: () => void) {
    this.#reports = reports;
    this.#host = host;
    this.#onNews = onNews;
  }

  /** Takes note that a report has changed, or anything. */
  forget(uri?: string): void {
    const changed = uri === undefined ? undefined : canonicalUri(uri);
    for (const [known, { links }] of this.#known) {
      if (changed === undefined || known === changed || links.has(changed)) this.#known.delete(known);
    }
  }

  /**
   * Tells the findings of every report in the folders, one by one.
   *
   * @param previous what the client has: a report that is still so is only named
   * @param steps is told how many reports must be read, and of each that has been
   * @param watched whether the client tells of files that change; else all are read every time
   */
  async tell(
    folders: readonly string[],
    previous: readonly PreviousResultId[],
    watched: boolean,
    token: CancellationToken,
    told: (item: WorkspaceDocumentDiagnosticReport) => void,
    steps: Pick<Steps, 'begin' | 'step'>,
  ): Promise<void> {
    const before = new Map(previous.map(({ uri, value }) => [canonicalUri(uri), value]));
    const uris = new Set<string>();
    for (const folder of folders) for (const uri of await this.#host.find(folder, '.inspection')) uris.add(uri);
    const unread = new Set([...uris].filter(uri => this.#told(uri, before.get(uri), watched) === undefined));
    await steps.begin(unread.size);
    if (await this.#reports.shelve(uris, token)) this.#onNews();
    for (const uri of uris) {
      if (token.isCancellationRequested) return;
      const item = await this.#item(uri, before.get(uri), watched);
      if (item === undefined) uris.delete(uri);
      else told(item);
      if (unread.has(uri)) steps.step();
    }
    // What was told of files that are gone is taken back. Where a folder is gone the client may have told of that alone.
    const gone = previous.filter(({ uri }) => !uris.has(canonicalUri(uri)) && this.#reports.open(uri) === undefined);
    for (const { uri } of gone) {
      this.#reports.forget(uri);
      this.forget(uri);
      told({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
    }
    if (gone.length > 0) this.#onNews();
  }

  /** What is known of a closed report that has been told and cannot have changed since. */
  #told(uri: string, previousId: string | undefined, watched: boolean): Known | undefined {
    const known = watched ? this.#known.get(uri) : undefined;
    return known?.id === previousId ? known : undefined;
  }

  async #item(
    uri: string,
    previousId: string | undefined,
    watched: boolean,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
    const unchanged = { uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged } as const;
    const ready = await this.#reports.ready(uri);
    if (ready !== undefined) {
      const { id, diagnostics: items } = this.#reports.checks.check(ready);
      const { uri, version = null } = ready;
      if (id === previousId) return { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
    }
    const known = this.#told(uri, previousId, watched);
    if (known !== undefined) return { ...unchanged, resultId: known.id };
    const closed = await this.#reports.closed(uri);
    if (closed === undefined) return undefined;
    const items =
      typeof closed === 'string' ? [unreadDiagnostic(closed)] : this.#reports.checks.check(closed).diagnostics;
    const id = `closed ${fingerprint(JSON.stringify(items))}`;
    this.#known.set(uri, { id, links: typeof closed === 'string' ? new Set() : outgoing(closed.report, uri) });
    if (id === previousId) return { ...unchanged, resultId: id };
    return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }
}
