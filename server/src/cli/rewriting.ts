import { createTwoFilesPatch } from 'diff';
import { reasonOf } from '../readers/fileReason.ts';
import { reportText } from '../readers/reportText.ts';
import type { Io } from './io.ts';
import { fileOutput, type Output } from './outputs.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import type { ReportPath } from './reportPaths.ts';
import type { OpenReport } from './reports.ts';

/** Whether what has changed is written into the reports, or only shown. */
export type RewritingMode = 'write' | 'show';

/** Writes reports anew, one after the other, or shows what would be different in them. */
export class Rewriting {
  readonly #mode: RewritingMode;
  readonly #io: Io;
  #hasFailed = false;

  constructor(mode: RewritingMode, io: Io) {
    this.#mode = mode;
    this.#io = io;
  }

  /**
   * Writes a report with another text, whole or not at all, or shows the difference. Where it cannot be written this is said,
   * and the others are written all the same.
   *
   * @returns whether it was done
   */
  rewrite(path: ReportPath, { report, marked }: OpenReport, text: string): boolean {
    const { source } = report.text;
    const mark = marked ? '\ufeff' : '';
    if (this.#mode === 'write') return this.#write(path, source, mark + text);
    this.#io.stdout(difference(path.shown, mark + source, mark + text));
    return true;
  }

  /** Whether a report could not be written, and was left as it was. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  #write({ shown, file }: ReportPath, source: string, text: string): boolean {
    let output: Output | undefined;
    try {
      if (file !== undefined && this.#textNow(file, shown) !== source)
        throw new Refusal(`${shown} has been changed meanwhile, so it is left as it is. Run the command again.`);
      output = fileOutput(shown, this.#io);
      output.write(text);
      output.finish();
      return true;
    } catch (error) {
      complain(this.#io, refusalOf(error));
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
