import type { TextDocuments } from 'vscode-languageserver';
import { reportFindings } from '../features/reportFindings.ts';
import type { Frameworks } from '../framework/builtIn.ts';
import { linkTarget } from '../model/reference.ts';
import { type Report, reportOf } from '../model/report.ts';
import { type ReportSummary, reportSummary } from '../model/reportSummary.ts';
import type { CheckedFinding } from '../rules/check.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import type { ReportSettings } from '../settings/settings.ts';
import { documentOf } from '../syntax/document.ts';
import type { Governances } from './governance.ts';
import { type Host, linkedUri } from './host.ts';
import type { OpenReport } from './openReport.ts';

/** A report with all that a check of it needs: everything that had to be waited for is there. */
export interface CheckableReport {
  readonly uri: string;
  readonly version: number;
  readonly report: Report;
  readonly settings: ReportSettings;
  readonly frameworks: Frameworks;
}

/** One that is open in the editor, and so ready for any feature. */
export interface ReadyReport extends CheckableReport {
  readonly open: OpenReport;
}

/** The reports of the workspace. Of those that are not open it keeps the summaries, and only of those that are linked to. */
export class Reports {
  readonly #documents: TextDocuments<OpenReport>;
  readonly #host: Host;
  readonly #governances: Governances;
  /** Of closed reports; `undefined` for one that is not there. */
  readonly #summaries = new Map<string, ReportSummary | undefined>();
  readonly #found = new WeakMap<Report, { generation: number; findings: CheckedFinding[] }>();
  /** Counts what changes findings without changing the report itself. */
  generation = 0;

  constructor(documents: TextDocuments<OpenReport>, host: Host, governances: Governances) {
    this.#documents = documents;
    this.#host = host;
    this.#governances = governances;
  }

  /** Forgets what is known of a file that has changed on the disk, or of all. */
  forget(uri?: string): void {
    this.generation++;
    if (uri === undefined) this.#summaries.clear();
    else this.#summaries.delete(uri);
  }

  /**
   * The newest state of an open report; nothing if it is not open. It waits for what must be read first: settings, and
   * the reports to which this one links. If the text changes meanwhile, it is the newer text that is ready.
   */
  async ready(uri: string): Promise<ReadyReport | undefined> {
    for (;;) {
      const ready = this.readyNow(uri);
      if (ready === 'closed') return undefined;
      if (typeof ready === 'object') return ready;
      await this.#prepare(uri);
    }
  }

  /** The same without waiting; `unread` if there is something to wait for. */
  readyNow(uri: string): ReadyReport | 'closed' | 'unread' {
    const open = this.#documents.get(uri);
    if (open === undefined) return 'closed';
    const governance = this.#governances.known(uri);
    if (governance === undefined) return 'unread';
    const settings = governance.settingsOf(uri);
    const report = open.report(reportFramework(open.document, settings, governance.frameworks));
    for (const linked of outgoing(report, uri)) {
      if (this.#documents.get(linked) === undefined && !this.#summaries.has(linked)) return 'unread';
    }
    return { uri, version: open.version, report, settings, frameworks: governance.frameworks, open };
  }

  /** What the rules find in a report that is ready; found once for each text. */
  findings({ uri, report, settings, frameworks }: CheckableReport): readonly CheckedFinding[] {
    const known = this.#found.get(report);
    if (known?.generation === this.generation) return known.findings;
    const linked = linkedUri(uri, '') === undefined ? undefined : (path: string) => this.#summary(linkedUri(uri, path));
    const findings = settings.ignored ? [] : reportFindings(report, settings, frameworks, linked);
    this.#found.set(report, { generation: this.generation, findings });
    return findings;
  }

  /** A closed report of the disk, read for one answer and forgotten. */
  async closed(uri: string): Promise<CheckableReport | undefined> {
    const text = await this.#host.read(uri);
    if (text === undefined) return undefined;
    const { settingsOf, frameworks } = await this.#governances.of(uri);
    const settings = settingsOf(uri);
    const document = documentOf(text);
    const report = reportOf(document, reportFramework(document, settings, frameworks));
    for (const linked of outgoing(report, uri)) await this.#summarise(linked);
    return { uri, version: 0, report, settings, frameworks };
  }

  /** The open reports that link to a report. */
  dependants(uri: string): string[] {
    return this.#documents
      .all()
      .map(open => open.uri)
      .filter(other => {
        const ready = other === uri ? 'closed' : this.readyNow(other);
        return typeof ready === 'object' && outgoing(ready.report, other).has(uri);
      });
  }

  /** A linked report, open or closed, whole. */
  async linkedReport(uri: string, path: string): Promise<{ uri: string; report: Report } | undefined> {
    const other = linkedUri(uri, path);
    if (other === undefined) return undefined;
    return (await this.ready(other)) ?? (await this.closed(other));
  }

  async #prepare(uri: string): Promise<void> {
    await this.#governances.of(uri);
    const open = this.#documents.get(uri);
    const governance = this.#governances.known(uri);
    if (open === undefined || governance === undefined) return;
    const report = open.report(reportFramework(open.document, governance.settingsOf(uri), governance.frameworks));
    for (const linked of outgoing(report, uri)) await this.#summarise(linked);
  }

  async #summarise(uri: string): Promise<void> {
    if (this.#summaries.has(uri)) return;
    const text = await this.#host.read(uri);
    if (text === undefined) {
      this.#summaries.set(uri, undefined);
      return;
    }
    const { settingsOf, frameworks } = await this.#governances.of(uri);
    const document = documentOf(text);
    this.#summaries.set(uri, reportSummary(reportOf(document, reportFramework(document, settingsOf(uri), frameworks))));
  }

  #summary(uri: string | undefined): ReportSummary | undefined {
    if (uri === undefined) return undefined;
    const ready = this.readyNow(uri);
    return typeof ready === 'object' ? reportSummary(ready.report) : this.#summaries.get(uri);
  }
}

/** The URIs of the other reports to which a report links. */
function outgoing({ references }: Report, uri: string): Set<string> {
  const uris = new Set<string>();
  for (const { kind, targets } of references) {
    if (kind !== 'link') continue;
    const { path, external } = linkTarget(targets[0] ?? '');
    const linked = path === '' || external ? undefined : linkedUri(uri, path);
    if (linked !== undefined && linked !== uri) uris.add(linked);
  }
  return uris;
}
