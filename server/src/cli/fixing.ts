import { createTwoFilesPatch } from 'diff';
import { fixAll } from '../features/fixAll.ts';
import { reasonOf } from '../readers/fileReason.ts';
import { reportText } from '../readers/reportText.ts';
import type { CheckedFinding } from '../rules/check.ts';
import { counted } from './format.ts';
import type { Io } from './io.ts';
import { fileOutput, type Output } from './outputs.ts';
import { Refusal } from './refusal.ts';
import type { ReportPath } from './reportPaths.ts';
import type { OpenReport, Reports } from './reports.ts';

/** Whether certain fixes are written into the reports, or only shown. */
export type FixMode = 'write' | 'show';

/** Makes the certain fixes of one report after the other, and counts them. */
export class Fixing {
  readonly #mode: FixMode;
  readonly #reports: Reports;
  readonly #io: Io;
  readonly #findingsOf: (opened: OpenReport) => readonly CheckedFinding[];
  #fixes = 0;
  #files = 0;
  #hasFailed = false;

  constructor(mode: FixMode, reports: Reports, io: Io, findingsOf: (opened: OpenReport) => readonly CheckedFinding[]) {
    this.#mode = mode;
    this.#reports = reports;
    this.#io = io;
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
    if (text === source) return opened;
    if (this.#mode === 'show') this.#io.stdout(difference(path.shown, source, text));
    else if (!this.#isWritten(path, source, opened.marked ? `\ufeff${text}` : text)) return opened;
    this.#fixes += fixes;
    this.#files++;
    return this.#reports.withText(opened, text);
  }

  /** Whether a report could not be written, and was left as it was. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** What was done in all, in one line. */
  summary(): string {
    const [things, reports] = [counted(this.#fixes, 'thing'), counted(this.#files, 'report')];
    if (this.#fixes === 0 && this.#hasFailed) return 'No report was changed.';
    if (this.#fixes === 0) return 'Nothing is so certain that it can be fixed unasked.';
    return this.#mode === 'show' ? `Would fix ${things} in ${reports}.` : `Fixed ${things} in ${reports}.`;
  }

  /** Writes a report; where that cannot be done says so, and the others are fixed all the same. */
  #isWritten({ shown, file }: ReportPath, source: string, text: string): boolean {
    let output: Output | undefined;
    try {
      if (file !== undefined && this.#textNow(file, shown) !== source)
        throw new Refusal(`${shown} has been changed meanwhile, so it is left as it is. Run the command again.`);
      output = fileOutput(shown, this.#io);
      output.write(text);
      output.finish();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#io.stderr(`inspectmark: ${error.message}\n`);
      this.#hasFailed = true;
      return false;
    } finally {
      output?.abandon();
    }
  }

  /** The text of a report, in which its author may be writing. */
  #textNow(file: string, shown: string): string {
    try {
      return reportText(this.#io.readFile(file)).text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      throw new Refusal(`${shown} cannot be read any more: ${reasonOf(error)}.`);
    }
  }
}

/** As `diff -u` shows it. */
function difference(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  const plain = patch.replace(/^=+\n/, '');
  // Behind a name with blanks stands a tab, or `patch` takes the first word for all of it.
  return path.includes(' ') ? plain.replace(/^(--- .*)\n(\+\+\+ .*)\n/, '$1\t\n$2\t\n') : plain;
}
