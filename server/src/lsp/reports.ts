import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import { type Report, reportOf } from '../model/report.ts';
import { type ReportSummary, reportSummary } from '../model/reportSummary.ts';
import { passagesOf } from '../model/words/passages.ts';
import type { ReportText } from '../readers/reportText.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import { documentOf } from '../syntax/document.ts';
import { Checks } from './checks.ts';
import type { DiagnosticAbilities } from './clientAbilities.ts';
import type { Governances } from './governance.ts';
import type { Host } from './host.ts';
import type { OpenReport } from './openReport.ts';
import { outgoing } from './outgoing.ts';
import { type ReadyReport, readyReport } from './readyReport.ts';
import { canonicalUri, decodedPart, folderOf, linkedUri } from './uri.ts';

/** Of open reports: each as long as its text is not another. */
const summaries = new WeakMap<Report, ReportSummary>();

/** The reports of the workspace. Of those that are not open it keeps the summaries, and only of those that are linked to. */
export class Reports {
  readonly #documents: TextDocuments<OpenReport>;
  readonly #host: Host;
  readonly #governances: Governances;
  /** What was found in them. */
  readonly checks: Checks;
  /** How the client spells the open reports' URIs, by their canonical spelling. */
  readonly #spellings = new Map<string, string>();
  /** Of closed reports, by canonical URI; `undefined` for one that is not there. */
  readonly #summaries = new Map<string, ReportSummary | undefined>();
  /** Of open reports, the file as it was written last if something is wrong with its bytes, or nothing. */
  #files = new WeakMap<OpenReport, ReportText | undefined>();

  /** @param client what the client shows of a diagnostic; asked at every check, for it is said only when it connects */
  constructor(
    documents: TextDocuments<OpenReport>,
    host: Host,
    governances: Governances,
    client: () => DiagnosticAbilities,
  ) {
    this.#documents = documents;
    this.#host = host;
    this.#governances = governances;
    this.checks = new Checks({ host, client, open: uri => this.open(uri), summaryOf: uri => this.#summary(uri) });
    documents.onDidOpen(({ document: { uri } }) => this.#spellings.set(canonicalUri(uri), uri));
    documents.onDidClose(({ document: { uri } }) => this.#spellings.delete(canonicalUri(uri)));
  }

  /** Forgets what is known of a file that may have changed, and all that was found: links may lead there. */
  forget(uri: string): void {
    this.#summaries.delete(canonicalUri(uri));
    this.checks.shelf.put(canonicalUri(uri), undefined);
    this.#files = new WeakMap();
    this.checks.forget();
  }

  /** Forgets what is known of all files. */
  forgetAll(): void {
    this.#summaries.clear();
    this.#files = new WeakMap();
    this.checks.forgetAll();
  }

  /**
   * The newest state of an open report; nothing if it is not open. It waits for what must be read first: settings, and
   * the reports to which this one links. If the text changes meanwhile, it is the newer text that is ready.
   */
  async ready(uri: string): Promise<ReadyReport | undefined> {
    for (;;) {
      const open = this.open(uri);
      if (open === undefined) return undefined;
      const governance = this.#governances.known(open.uri);
      if (governance === undefined) {
        await this.#governances.of(open.uri);
        continue;
      }
      if (!this.checks.areLoaded) {
        await this.checks.load();
        continue;
      }
      if (!this.#files.has(open)) {
        await this.#readFile(open);
        continue;
      }
      const ready = readyReport(open, governance, this.#files.get(open));
      const unread = [...outgoing(ready.report, open.uri)].filter(linked => !this.#isKnown(linked));
      if (unread.length === 0) return ready;
      for (const linked of unread) await this.#summarise(linked);
    }
  }

  /** A report of the disk, read for one answer and forgotten; nothing if it is not there, or why it cannot be read. */
  async closed(uri: string): Promise<ReadyReport | string | undefined> {
    const reading = await this.#host.read(uri);
    if (reading?.text === undefined) return reading?.unread;
    const { settingsOf, frameworks } = await this.#governances.of(uri);
    await this.checks.load();
    const settings = settingsOf(uri);
    const document = documentOf(reading.text);
    const report = reportOf(document, reportFramework(document, settings, frameworks));
    for (const linked of outgoing(report, uri)) if (!this.#isKnown(linked)) await this.#summarise(linked);
    return { uri, version: undefined, report, settings, frameworks, encoding: reading.problem };
  }

  /**
   * Looks through reports, by their canonical URIs, for what they may share with each other, and tells whether any was new.
   * What was found in reports before is found again, for it may be more.
   */
  async shelve(uris: Iterable<string>, token: CancellationToken): Promise<boolean> {
    const unknown = [...uris].filter(uri => !this.checks.shelf.has(uri));
    for (const uri of unknown) {
      if (token.isCancellationRequested) return false;
      const { settingsOf } = await this.#governances.of(uri);
      const text = this.open(uri)?.document.source ?? (await this.#host.read(uri))?.text;
      if (text === undefined || settingsOf(uri).ignored) continue;
      this.checks.shelf.put(uri, passagesOf(documentOf(text), decodedPart(uri.slice(uri.lastIndexOf('/') + 1))));
    }
    if (unknown.length > 0) this.checks.forget();
    return unknown.length > 0;
  }

  /**
   * The newest state of a report that is ready, with all rules asked as by `Checks.settle`; nothing if nobody waits for it
   * any more.
   */
  async settled(ready: ReadyReport, token: CancellationToken): Promise<ReadyReport | undefined> {
    let newest: ReadyReport | undefined = ready;
    while (newest !== undefined && !(await this.checks.settle(newest)))
      newest = token.isCancellationRequested ? undefined : await this.ready(newest.uri);
    return newest;
  }

  /** Takes note that an open report has changed, and names the open reports that link to it. */
  changed(uri: string): string[] {
    const changed = canonicalUri(uri);
    return this.#documents.all().flatMap(open => {
      const governance = this.#governances.known(open.uri);
      if (governance === undefined || open.uri === uri) return [];
      const { report } = readyReport(open, governance, undefined);
      if (!outgoing(report, open.uri).has(changed)) return [];
      this.checks.forgetReport(report);
      return [open.uri];
    });
  }

  /** A linked report, open or closed, whole. */
  async linkedReport(uri: string, path: string): Promise<{ uri: string; report: Report } | undefined> {
    const other = linkedUri(uri, path);
    if (other === undefined) return undefined;
    const found = (await this.ready(other)) ?? (await this.closed(other));
    return typeof found === 'object' ? found : undefined;
  }

  /** An open report, however its URI is spelled. */
  open(uri: string): OpenReport | undefined {
    return this.#documents.get(uri) ?? this.#documents.get(this.#spellings.get(canonicalUri(uri)) ?? '');
  }

  /** Reads the file of an open report for what its text does not show: what is wrong with its bytes. */
  async #readFile(open: OpenReport): Promise<void> {
    const files = this.#files; // a file that changes meanwhile is read again
    const reading = folderOf(open.uri) === undefined ? undefined : await this.#host.read(open.uri);
    files.set(open, reading?.problem && reading);
  }

  #isKnown(uri: string): boolean {
    const open = this.open(uri);
    return open === undefined ? this.#summaries.has(uri) : this.#governances.known(open.uri) !== undefined;
  }

  async #summarise(uri: string): Promise<void> {
    const { settingsOf, frameworks } = await this.#governances.of(this.open(uri)?.uri ?? uri);
    if (this.open(uri) !== undefined) return;
    const text = (await this.#host.read(uri))?.text;
    if (text === undefined) {
      this.#summaries.set(uri, undefined);
      return;
    }
    const document = documentOf(text);
    this.#summaries.set(uri, reportSummary(reportOf(document, reportFramework(document, settingsOf(uri), frameworks))));
  }

  #summary(uri: string | undefined): ReportSummary | undefined {
    if (uri === undefined) return undefined;
    const open = this.open(uri);
    const governance = open && this.#governances.known(open.uri);
    if (open === undefined || governance === undefined) return this.#summaries.get(uri);
    const { report } = readyReport(open, governance, undefined);
    let summary = summaries.get(report);
    if (summary === undefined) {
      summary = reportSummary(report);
      summaries.set(report, summary);
    }
    return summary;
  }
}
