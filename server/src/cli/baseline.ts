import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../readers/fileReason.ts';
import { baselineOf, knownAsHints } from '../rules/knownFindings.ts';
import { type Baseline, readBaseline, writtenBaseline } from '../settings/baseline.ts';
import type { FileResult } from './fileResult.ts';
import type { Io } from './io.ts';
import { fileOutput } from './outputs.ts';
import { Refusal } from './refusal.ts';

/** The file of `--baseline`: what is in it becomes a hint, and with `--update-baseline` all that is found comes into it. */
export class BaselineFile {
  readonly #file: string;
  readonly #shown: string;
  readonly #isUpdated: boolean;
  readonly #io: Io;
  readonly #reports: Record<string, Baseline[string]>;

  /** Refused if the file is no baseline; it may be missing only where it is to be written. */
  constructor(path: string, isUpdated: boolean, io: Io) {
    this.#file = resolve(io.cwd, path);
    this.#shown = path;
    this.#isUpdated = isUpdated;
    this.#io = io;
    this.#reports = { ...this.#read() };
  }

  /** A report's result, what is known in it as hints. */
  result(file: string, result: FileResult): FileResult {
    const name = relative(dirname(this.#file), file).replaceAll(sep, '/');
    if (this.#isUpdated) {
      delete this.#reports[name];
      if (result.findings.length > 0) this.#reports[name] = baselineOf(result.findings);
    }
    const known = Object.hasOwn(this.#reports, name) ? this.#reports[name] : undefined;
    return known === undefined ? result : { ...result, findings: knownAsHints(result.findings, known) };
  }

  /** Writes the file, if it is to be: what was mended is gone from it, and so are reports that are. */
  finish(): void {
    if (!this.#isUpdated) return;
    const left = Object.entries(this.#reports).filter(([name]) => existsSync(join(dirname(this.#file), name)));
    const output = fileOutput(this.#shown, this.#io);
    try {
      output.write(writtenBaseline(Object.fromEntries(left)));
      output.finish();
    } finally {
      output.abandon();
    }
  }

  #read(): Baseline {
    if (this.#isUpdated && !existsSync(this.#file)) {
      if (statSync(dirname(this.#file), { throwIfNoEntry: false })?.isDirectory() !== true)
        throw new Refusal(`--baseline ${this.#shown}: there is no such folder.`);
      return {};
    }
    let text: string;
    try {
      text = Buffer.from(this.#io.readFile(this.#file)).toString('utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      throw new Refusal(`--baseline ${this.#shown}: ${reasonOf(error)}.`);
    }
    const baseline = readBaseline(text);
    if (baseline === undefined) throw new Refusal(`${this.#shown} is no baseline: --update-baseline writes one.`);
    return baseline;
  }
}
