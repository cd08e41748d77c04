import type { Diagnostic } from 'vscode-languageserver';
import { findingsWithEncoding } from '../features/encodingFindings.ts';
import type { Surroundings } from '../features/reportFindings.ts';
import { type Report, reportOf } from '../model/report.ts';
import type { ReportSummary } from '../model/reportSummary.ts';
import { PassageShelf } from '../model/words/passages.ts';
import type { CheckedFinding, CheckOptions } from '../rules/checking/check.ts';
import { haveStood, wasHurried } from '../rules/checking/standingFindings.ts';
import type { Rule } from '../rules/rule.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import { documentOf } from '../syntax/document.ts';
import type { DiagnosticAbilities } from './clientAbilities.ts';
import { diagnosticOf, sameDiagnostics } from './diagnostics.ts';
import { EditedLines } from './editedLines.ts';
import { type Told, withoutHalfTyped } from './halfTyped.ts';
import type { Host } from './host.ts';
import type { OpenReport } from './openReport.ts';
import type { ReadyReport } from './readyReport.ts';
import { canonicalUri, folderOf, linkedUri } from './uri.ts';

/** What a check of a report gave. */
export interface Check extends Told {
  /** Two checks with one id have the same diagnostics, in the places where the editor has them. */
  readonly id: string;
  readonly diagnostics: Diagnostic[];
  /** Whether there is more to tell when the typing pauses: of rules that were not asked yet, or of what is being typed. */
  readonly hurried: boolean;
}

/** For so many milliseconds at most, rules that can wait are asked without a pause for other work. */
const longestStretch = 4;

/** What is asked of the server for a check. */
interface Needs {
  readonly host: Pick<Host, 'pause'>;
  /** What the client shows of a diagnostic; asked at every check, for it is said only when it connects. */
  readonly client: () => DiagnosticAbilities;
  /** An open report, however its URI is spelled. */
  readonly open: (uri: string) => OpenReport | undefined;
  /** What is known of another report, by its canonical URI. */
  readonly summaryOf: (uri: string | undefined) => ReportSummary | undefined;
}

/** What the rules find in reports that are ready. Of each text it is found once; what stands is told as it was. */
export class Checks {
  readonly #host: Needs['host'];
  readonly #client: Needs['client'];
  readonly #open: Needs['open'];
  readonly #summaryOf: Needs['summaryOf'];
  /** What is compared between the reports of the workspace. */
  #shelf = new PassageShelf();
  /** What asks the rules, loaded when there is a report: it is much code. */
  #rules: typeof import('../features/reportFindings.ts') | undefined;
  #checks = new WeakMap<Report, Check>();
  /** Another object whenever other files may have changed. */
  #surroundings = {};
  readonly #lastChecks = new WeakMap<OpenReport, Check>();
  #checked = 0;

  constructor({ host, client, open, summaryOf }: Needs) {
    this.#host = host;
    this.#client = client;
    this.#open = open;
    this.#summaryOf = summaryOf;
  }

  /** What reports share with each other is looked for among those that stand here. */
  get shelf(): PassageShelf {
    return this.#shelf;
  }

  /** Whether the rules are there to be asked; they are after `load`. */
  get areLoaded(): boolean {
    return this.#rules !== undefined;
  }

  /** The rules that there are; none before they are there to be asked. */
  get rules(): readonly Rule[] {
    return this.#rules?.rules ?? [];
  }

  /** Loads the rules. */
  async load(): Promise<void> {
    this.#rules ??= await import('../features/reportFindings.ts');
  }

  /** Forgets what was found: a file may have changed to which links lead. */
  forget(): void {
    this.#checks = new WeakMap();
    this.#surroundings = {};
  }

  /** Forgets what was found in one report, for another to which it links has changed. */
  forgetReport(report: Report): void {
    this.#surroundings = {};
    this.#checks.delete(report);
  }

  /** Forgets what was found, and what reports share. */
  forgetAll(): void {
    this.#shelf = new PassageShelf();
    this.forget();
  }

  /**
   * What the rules find in a report that is ready; found once for each text.
   *
   * @param hurried whether some rules may be left for `settle`
   */
  check(ready: ReadyReport, { hurried = false } = {}): Check {
    const { uri, report } = ready;
    const known = this.#checks.get(report);
    if (known !== undefined && (hurried || !known.hurried)) return known;
    const all = this.#findings(ready, hurried);
    const open = this.#open(uri);
    const last = open && this.#lastChecks.get(open);
    const typedAt = hurried ? open?.typedAt : undefined;
    const { findings, withheld } = withoutHalfTyped(all, report.text.source, typedAt, last);
    const whole = withheld.length === 0;
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
    const check = { id, findings, withheld, diagnostics, hurried: wasHurried(report) || !whole };
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
      if (this.#open(uri)?.version !== ready.version) return false;
      pause = performance.now();
    }
    return true;
  }

  #findings(ready: ReadyReport, hurried: boolean): readonly CheckedFinding[] {
    const { report, settings, frameworks, encoding } = ready;
    if (settings.ignored) return [];
    const found = this.#rules?.reportFindings(report, settings, frameworks, ...this.#around(ready, hurried)) ?? [];
    return findingsWithEncoding(report.text.source, encoding, found);
  }

  /** What a check of a report may know besides. */
  #around({ uri, edit }: ReadyReport, hurried: boolean): [CheckOptions['linked'], Surroundings] {
    const linked = folderOf(uri) === undefined ? undefined : (path: string) => this.#summaryOf(linkedUri(uri, path));
    const sharing = this.#shelf.sharing(canonicalUri(uri));
    return [linked, { edit, sharing, hurried, surroundings: this.#surroundings }];
  }

  /** Whether the findings are those of the last check, one by one, each on its lines. */
  #stand({ report, edit, encoding }: ReadyReport, findings: readonly CheckedFinding[], last: Check): boolean {
    if (last.withheld.length > 0 || edit === undefined || this.#checks.get(edit.of) !== last || !haveStood(report))
      return false;
    // (What is wrong with the bytes of the file is no finding of the rules.)
    return encoding === undefined && findings.length === last.diagnostics.length;
  }
}
