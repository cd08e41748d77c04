import type { CancellationToken, Diagnostic, TextDocuments } from 'vscode-languageserver';
import { findingsWithEncoding } from '../features/encodingFindings.ts';
import type { Surroundings } from '../features/reportFindings.ts';
import type { Frameworks } from '../framework/builtIn.ts';
import { type Report, reportOf } from '../model/report.ts';
import { type ReportSummary, reportSummary } from '../model/reportSummary.ts';
import type { ReportEdit } from '../model/rewordedReport.ts';
import { PassageShelf, passagesOf } from '../model/words/passages.ts';
import { openTextProblem, type ReportText } from '../readers/reportText.ts';
import type { CheckedFinding, CheckOptions } from '../rules/check.ts';
import { haveStood, wasHurried } from '../rules/standingFindings.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import type { ReportSettings } from '../settings/settings.ts';
import { documentOf } from '../syntax/document.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import type { DiagnosticAbilities } from './clientAbilities.ts';
import { diagnosticOf, sameDiagnostics } from './diagnostics.ts';
import { EditedLines } from './editedLines.ts';
import type { Governance, Governances } from './governance.ts';
import { withoutHalfTyped } from './halfTyped.ts';
import type { Host } from './host.ts';
import type { OpenReport } from './openReport.ts';
import { outgoing } from './outgoing.ts';
import { canonicalUri, decodedPart, folderOf, linkedUri } from './uri.ts';

/** A report with all that a check of it needs: everything that had to be waited for is there. */
export interface ReadyReport {
  /** As the client spells it, if the report is open. */
  readonly uri: string;
  /** Nothing for a report that is not open. */
  readonly version: number | undefined;
  readonly report: Report;
  /** The changes that made it from the report that was ready before. */
  readonly edit?: ReportEdit;
  readonly settings: ReportSettings;
  readonly frameworks: Frameworks;
  readonly encoding: EncodingProblem | undefined;
}

/** What a check of a report gave. */
export interface Check {
  /** Two checks with one id have the same diagnostics, in the places where the editor has them. */
  readonly id: string;
  readonly findings: readonly CheckedFinding[];
  readonly diagnostics: Diagnostic[];
  /** Whether there is more to tell when the typing pauses: of rules that were not asked yet, or of what is being typed. */
  readonly hurried: boolean;
  /** Whether nothing is left out for being half typed. */
  readonly whole: boolean;
}

/** For so many milliseconds at most, rules that can wait are asked without a pause for other work. */
const longestStretch = 4;

/** The reports of the workspace. Of those that are not open it keeps the summaries, and only of those that are linked to. */
export class Reports {
  readonly #documents: TextDocuments<OpenReport>;
  readonly #host: Host;
  readonly #governances: Governances;
  readonly #client: () => DiagnosticAbilities;
  /** How the client spells the open reports' URIs, by their canonical spelling. */
  readonly #spellings = new Map<string, string>();
  /** Of closed reports, by canonical URI; `undefined` for one that is not there. */
  readonly #summaries = new Map<string, ReportSummary | undefined>();
  /** Of open reports, the file as it was written last if something is wrong with its bytes, or nothing. */
  #files = new WeakMap<OpenReport, ReportText | undefined>();
  /** What is compared between the reports of the workspace. */
  #shelf = new PassageShelf();
  /** What asks the rules, loaded when there is a report: it is much code. */
  #rules: typeof import('../features/reportFindings.ts') | undefined;
  #checks = new WeakMap<Report, Check>();
  /** Another object whenever other files may have changed. */
  #surroundings = {};
  readonly #lastChecks = new WeakMap<OpenReport, Check>();
  #checked = 0;

  /** @param client what the client shows of a diagnostic; asked at every check, for it is said only when it connects */
  constructor(
    documents: TextDocuments<OpenReport>,
    host: Host,
    governances: Governances,
    client: () => DiagnosticAbilities,
  ) {
    this.#client = client;
    this.#documents = documents;
    this.#host = host;
    this.#governances = governances;
    documents.onDidOpen(({ document: { uri } }) => this.#spellings.set(canonicalUri(uri), uri));
    documents.onDidClose(({ document: { uri } }) => this.#spellings.delete(canonicalUri(uri)));
  }

  /** Forgets what is known of a file that may have changed, and all that was found: links may lead there. */
  forget(uri: string): void {
    this.#summaries.delete(canonicalUri(uri));
    this.#shelf.put(canonicalUri(uri), undefined);
    this.#files = new WeakMap();
    this.#forgetChecks();
  }

  /** Forgets what is known of all files. */
  forgetAll(): void {
    this.#summaries.clear();
    this.#shelf = new PassageShelf();
    this.#files = new WeakMap();
    this.#forgetChecks();
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
      if (this.#rules === undefined) {
        await this.#loadRules();
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
    await this.#loadRules();
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
    const unknown = [...uris].filter(uri => !this.#shelf.has(uri));
    for (const uri of unknown) {
      if (token.isCancellationRequested) return false;
      const { settingsOf } = await this.#governances.of(uri);
      const text = this.open(uri)?.document.source ?? (await this.#host.read(uri))?.text;
      if (text === undefined || settingsOf(uri).ignored) continue;
      this.#shelf.put(uri, passagesOf(documentOf(text), decodedPart(uri.slice(uri.lastIndexOf('/') + 1))));
    }
    if (unknown.length > 0) this.#forgetChecks();
    return unknown.length > 0;
  }

  /**
   * What the rules find in a report that is ready; found once for each text.
   *
   * @param hurried whether some rules may be left for `settle`
   */
  check(ready: ReadyReport, hurried = false): Check {
    const { uri, report } = ready;
    const known = this.#checks.get(report);
    if (known !== undefined && (hurried || !known.hurried)) return known;
    const all = this.#findings(ready, hurried);
    const open = this.open(uri);
    const last = open && this.#lastChecks.get(open);
    const findings = hurried ? withoutHalfTyped(all, report.text.source, open?.typedAt, last?.findings) : all;
    const whole = findings.length === all.length;
    const edited = open?.takeEditedLines();
    const stood = whole && last !== undefined && edited !== undefined && this.#stand(ready, findings, last);
    const lines = new EditedLines(edited);
    // (What is the same list is sent as it was.)
    const diagnostics =
      stood && !last.diagnostics.some(one => lines.touchAny(one))
        ? last.diagnostics
        : findings.map((finding, i) => {
            const before = stood ? last.diagnostics[i] : undefined;
            return before === undefined || lines.touchAny(before)
              ? diagnosticOf(report.text, uri, finding, this.#client())
              : before;
          });
    const isSame =
      last !== undefined &&
      edited !== undefined &&
      sameDiagnostics(last.diagnostics, diagnostics) &&
      !diagnostics.some(({ range }) => lines.touch(range));
    const id = isSame ? last.id : `${++this.#checked}`;
    const check = { id, findings, diagnostics, hurried: wasHurried(report) || !whole, whole };
    this.#checks.set(report, check);
    if (open !== undefined) this.#lastChecks.set(open, check);
    return check;
  }

  /** What the rules would find if a report that is ready had another text. */
  findingsIn(text: string, { uri, settings, frameworks, encoding }: ReadyReport): readonly CheckedFinding[] {
    const document = documentOf(text);
    const report = reportOf(document, reportFramework(document, settings, frameworks));
    return this.#findings({ uri, version: undefined, report, settings, frameworks, encoding }, false);
  }

  /**
   * Asks the rules that were left for want of time, so that `check` has little left to ask. Other work is done between
   * them; if the text changes meanwhile, they are left again, and the answer is no.
   */
  async settle(ready: ReadyReport): Promise<boolean> {
    const { uri, report, settings, frameworks } = ready;
    if (settings.ignored || this.#checks.get(report)?.hurried === false) return true;
    const steps = this.#rules?.findAhead(report, settings, frameworks, ...this.#around(ready, false)) ?? [];
    let pause = performance.now();
    for (const _ of steps) {
      if (performance.now() - pause < longestStretch) continue;
      // One pause lets a message be taken, and the second what comes of it.
      await this.#host.pause();
      await this.#host.pause();
      if (this.open(uri)?.version !== ready.version) return false;
      pause = performance.now();
    }
    return true;
  }

  /**
   * The newest state of a report that is ready, with all rules asked as by `settle`; nothing if nobody waits for it any
   * more.
   */
  async settled(ready: ReadyReport, token: CancellationToken): Promise<ReadyReport | undefined> {
    let newest: ReadyReport | undefined = ready;
    while (newest !== undefined && !(await this.settle(newest)))
      newest = token.isCancellationRequested ? undefined : await this.ready(newest.uri);
    return newest;
  }

  #findings(ready: ReadyReport, hurried: boolean): readonly CheckedFinding[] {
    const { report, settings, frameworks, encoding } = ready;
    if (settings.ignored) return [];
    const found = this.#rules?.reportFindings(report, settings, frameworks, ...this.#around(ready, hurried)) ?? [];
    return findingsWithEncoding(report.text.source, encoding, found);
  }

  /** What a check of a report may know besides. */
  #around({ uri, edit }: ReadyReport, hurried: boolean): [CheckOptions['linked'], Surroundings] {
    const linked = folderOf(uri) === undefined ? undefined : (path: string) => this.#summary(linkedUri(uri, path));
    const sharing = this.#shelf.sharing(canonicalUri(uri));
    return [linked, { edit, sharing, hurried, surroundings: this.#surroundings }];
  }

  /** Whether the findings are those of the last check, one by one, each on its lines. */
  #stand({ report, edit, encoding }: ReadyReport, findings: readonly CheckedFinding[], last: Check): boolean {
    if (!last.whole || edit === undefined || this.#checks.get(edit.of) !== last || !haveStood(report)) return false;
    // (What is wrong with the bytes of the file is no finding of the rules.)
    return encoding === undefined && findings.length === last.diagnostics.length;
  }

  /** Takes note that an open report has changed, and names the open reports that link to it. */
  changed(uri: string): string[] {
    const changed = canonicalUri(uri);
    return this.#documents.all().flatMap(open => {
      const governance = this.#governances.known(open.uri);
      if (governance === undefined || open.uri === uri) return [];
      const { report } = readyReport(open, governance, undefined);
      if (!outgoing(report, open.uri).has(changed)) return [];
      this.#surroundings = {};
      this.#checks.delete(report);
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

  #forgetChecks(): void {
    this.#checks = new WeakMap();
    this.#surroundings = {};
  }

  async #loadRules(): Promise<void> {
    this.#rules ??= await import('../features/reportFindings.ts');
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

const summaries = new WeakMap<Report, ReportSummary>();

function readyReport(
  open: OpenReport,
  { settingsOf, frameworks }: Governance,
  file: ReportText | undefined,
): ReadyReport {
  const settings = settingsOf(open.uri);
  const report = open.report(reportFramework(open.document, settings, frameworks));
  const { uri, version, edit } = open;
  const encoding = open.mayHoldNul || file !== undefined ? openTextProblem(open.document.source, file) : undefined;
  return { uri, version, report, ...(edit && { edit }), settings, frameworks, encoding };
}
