import { fixAll } from '../features/fixAll.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { counted } from '../text/phrases.ts';
import type { Io } from './io.ts';
import type { ReportPath } from './reportPaths.ts';
import type { OpenReport, Reports } from './reports.ts';
import { Rewriting, type RewritingMode } from './rewriting.ts';

/** Makes the certain fixes of one report after the other, and counts them. */
export class Fixing {
  readonly #mode: RewritingMode;
  readonly #reports: Reports;
  readonly #rewriting: Rewriting;
  readonly #findingsOf: (opened: OpenReport) => readonly CheckedFinding[];
  #fixes = 0;
  #files = 0;

  constructor(
    mode: RewritingMode,
    reports: Reports,
    io: Io,
    findingsOf: (opened: OpenReport) => readonly CheckedFinding[],
  ) {
    this.#mode = mode;
    this.#reports = reports;
    this.#rewriting = new Rewriting(mode, io);
    this.#findingsOf = findingsOf;
  }

  /** Writes or shows a report as it is with everything fixed that is certain, and gives it back so. */
  fixed(path: ReportPath, opened: OpenReport): OpenReport {
    // What could not be read as it is written would not be written as it was.
    if (opened.encoding !== undefined) return opened;
    const { source } = opened.report.text;
    const { text, fixes } = fixAll(source, this.#findingsOf(opened), next =>
      this.#findingsOf(this.#reports.withText(opened, next)),
    );
    if (text === source || !this.#rewriting.rewrite(path, opened, text)) return opened;
    this.#fixes += fixes;
    this.#files++;
    return this.#reports.withText(opened, text);
  }

  /** Whether a report could not be written, and was left as it was. */
  get hasFailed(): boolean {
    return this.#rewriting.hasFailed;
  }

  /** What was done in all, in one line. */
  summary(): string {
    const [things, reports] = [counted(this.#fixes, 'thing'), counted(this.#files, 'report')];
    if (this.#fixes === 0 && this.hasFailed) return 'No report was changed.';
    if (this.#fixes === 0) return 'Nothing is so certain that it can be fixed unasked.';
    return this.#mode === 'show' ? `Would fix ${things} in ${reports}.` : `Fixed ${things} in ${reports}.`;
  }
}
