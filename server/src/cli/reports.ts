import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Frameworks } from '../framework/builtIn.ts';
import { linkedPaths } from '../model/linkedPaths.ts';
import type { Status } from '../model/metadata.ts';
import { partsOf, type Report, reportOf, reportOfParts } from '../model/report.ts';
import { type ReportSummary, reportSummary } from '../model/reportSummary.ts';
import { PassageShelf, passagesOf, type Sharing } from '../model/words/passages.ts';
import { reasonOf } from '../readers/fileReason.ts';
import { type ReportText, reportText } from '../readers/reportText.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import type { FailOn, ReportSettings } from '../settings/settings.ts';
import { documentOf } from '../syntax/document.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import { listInWords } from '../text/phrases.ts';
import { Governances } from './governance.ts';
import type { Io } from './io.ts';
import { heedSignals } from './outputs.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import { type ReportPath, stdinName } from './reportPaths.ts';

/** A report, and what a check of it needs besides. */
export interface OpenReport {
  readonly report: Report;
  readonly encoding: EncodingProblem | undefined;
  /** Whether a byte order mark stands before its text. */
  readonly marked: boolean;
  readonly settings: ReportSettings;
  readonly failOn: FailOn | undefined;
  readonly frameworks: Frameworks;
  /** Not there for standard input without a path. */
  readonly linked: ((path: string) => ReportSummary | undefined) | undefined;
  readonly sharing: Sharing | undefined;
}

/** Reads reports one at a time. It keeps none of them, and of those that others link to only the summary. */
export class Reports {
  readonly governances: Governances;
  readonly #io: Io;
  readonly #framework: string | undefined;
  readonly #config: string | undefined;
  readonly #status: Status | undefined;
  readonly #summaries = new Map<string, ReportSummary | undefined>();
  #shelf: PassageShelf | undefined;

  /**
   * @param framework the id of the framework by which all reports are read, whatever they say
   * @param config the settings file for all of them
   * @param status the status that all are to have, whatever they say
   */
  constructor(io: Io, framework: string | undefined, config: string | undefined, status?: Status) {
    this.#io = io;
    this.#framework = framework;
    this.#config = config;
    this.#status = status;
    this.governances = new Governances(io, config);
  }

  /** Refuses a framework given that is not known where some of the reports stand. */
  async refuseUnknownFramework(paths: readonly ReportPath[]): Promise<void> {
    const id = this.#framework;
    if (id === undefined) return;
    for (const path of paths) {
      const { frameworks } = await this.governances.of(this.#place(path));
      if (frameworks.get(id) === undefined) throw new Refusal(unknownFramework(id, frameworks.ids));
    }
  }

  /** Every file that is read for some reports, absolute: they themselves, and what governs them. */
  async filesRead(paths: readonly ReportPath[]): Promise<Set<string>> {
    const files = new Set(this.#config === undefined ? [] : [this.#config]);
    for (const path of paths) {
      if (path.file !== undefined) files.add(path.file);
      for (const file of (await this.governances.of(this.#place(path))).filesRead) files.add(file);
    }
    return files;
  }

  /** The files, absolute, that the reports that were opened link to. */
  get filesLinked(): Iterable<string> {
    return this.#summaries.keys();
  }

  /** Whether the settings say that a report is not to be checked. */
  async isIgnored({ file }: ReportPath): Promise<boolean> {
    return file !== undefined && (await this.governances.of(file)).settingsOf(file).ignored;
  }

  /** Looks through reports that are to be compared with each other, and keeps of them what that takes. */
  async shelve(paths: readonly ReportPath[]): Promise<void> {
    this.#shelf = new PassageShelf();
    for (const path of paths) {
      await heedSignals();
      if (path.file === undefined || path.isStdin || (await this.isIgnored(path))) continue;
      const text = this.#readable(path.file);
      if (text !== undefined) this.#shelf.put(path.file, passagesOf(documentOf(text), basename(path.file)));
    }
  }

  /** Reads a report. Refused if it cannot be read. */
  async open(path: ReportPath): Promise<OpenReport> {
    await heedSignals();
    const place = this.#place(path);
    const { frameworks, failOn, settingsOf } = await this.governances.of(place);
    const settings = settingsOf(place);
    const { text, marked, problem: encoding } = this.#textOf(path);
    const report = this.#read(text, settings, frameworks);
    const linked = path.file === undefined ? undefined : await this.#linked(report, path.file);
    const sharing = this.#shelf?.sharing(place);
    return { report, encoding, marked, settings, failOn, frameworks, linked, sharing };
  }

  /** The same, but where it cannot be read this is told, and there is none. */
  async openOrTell(path: ReportPath): Promise<OpenReport | undefined> {
    const opened = await this.open(path).catch(refusalOf);
    if (!(opened instanceof Refusal)) return opened;
    complain(this.#io, opened);
    return undefined;
  }

  /** A report as it would be with another text. */
  withText(opened: OpenReport, text: string): OpenReport {
    return { ...opened, report: this.#read(text, opened.settings, opened.frameworks) };
  }

  #read(text: string, settings: ReportSettings, frameworks: Frameworks): Report {
    const document = documentOf(text);
    const report = reportOf(document, reportFramework(document, settings, frameworks, this.#framework));
    if (this.#status === undefined) return report;
    const metadata = { ...report.metadata, status: this.#status };
    return reportOfParts(report, { ...partsOf(report), metadata });
  }

  #textOf({ isStdin, file = '', shown }: ReportPath): ReportText {
    try {
      return reportText(isStdin ? this.#io.readStdin() : this.#io.readFile(file));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      // It was found in its folder, and Node knows no other names.
      const isMisnamed = code === 'ENOENT' && shown.includes('\ufffd');
      const reason = isMisnamed ? 'its name is not in UTF-8. Give it another' : reasonOf(error);
      throw new Refusal(`${shown} cannot be read: ${reason}.`);
    }
  }

  /** Standard input without a path counts as a file of the working folder. */
  #place({ file }: ReportPath): string {
    return file ?? join(this.#io.cwd, stdinName);
  }

  async #linked(report: Report, file: string): Promise<(path: string) => ReportSummary | undefined> {
    const folder = dirname(file);
    // Rules look up without waiting, so what governs the other reports is found out before.
    for (const path of linkedPaths(report)) await this.governances.of(resolve(folder, path));
    return path => this.#summary(resolve(folder, path));
  }

  #summary(file: string): ReportSummary | undefined {
    if (!this.#summaries.has(file)) this.#summaries.set(file, this.#summarised(file));
    return this.#summaries.get(file);
  }

  #summarised(file: string): ReportSummary | undefined {
    const text = this.#readable(file);
    if (text === undefined) return undefined;
    const document = documentOf(text);
    const { settingsOf, frameworks } = this.governances.known(file);
    return reportSummary(reportOf(document, reportFramework(document, settingsOf(file), frameworks, this.#framework)));
  }

  /** The text of a file, if it has one: no device, nor anything else that may never end. */
  #readable(file: string): string | undefined {
    try {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
      return reportText(this.#io.readFile(file)).text;
    } catch {
      return undefined;
    }
  }
}

/** Says that there is no such framework, and which there are. */
export function unknownFramework(id: string, ids: readonly string[]): string {
  const best = nearest(id, ids);
  const advice = best === undefined ? ` There are ${listInWords(ids)}.` : didYouMean(best);
  return `There is no framework “${id}”.${advice}`;
}
