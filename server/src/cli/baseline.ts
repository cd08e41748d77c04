import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { reasonOf } from '../readers/fileReason.ts';
import { baselineOf, knownAsHints } from '../rules/checking/knownFindings.ts';
import { type Baseline, readBaseline, writtenBaseline } from '../settings/baseline.ts';
import { counted } from '../text/phrases.ts';
import type { FileResult } from './fileResult.ts';
import type { Io } from './io.ts';
import type { CountingBaseline } from './movedReports.ts';
import { fileOutput, type Output } from './outputs.ts';
import { Refusal } from './refusal.ts';

/** The file of `--baseline`: what is in it becomes a hint, and with `--update-baseline` all that is found comes into it. */
export class BaselineFile {
  readonly #file: string;
  readonly #shown: string;
  readonly #isUpdated: boolean;
  readonly #io: Io;
  readonly #reports: Record<string, Baseline[string]>;
  readonly #output: Output | undefined;
  #mended = 0;

  /** Refused if the file is no baseline; it may be missing only where it is to be written, and then it must be possible. */
  constructor(path: string, isUpdated: boolean, io: Io) {
    this.#file = resolve(io.cwd, path);
    this.#shown = path;
    this.#isUpdated = isUpdated;
    this.#io = io;
    this.#reports = { ...this.#read() };
    this.#output = isUpdated ? fileOutput(path, io) : undefined;
  }

  /** What it counts for, if it is not written anew. */
  get counting(): CountingBaseline | undefined {
    return this.#isUpdated ? undefined : { file: this.#file, known: this.#reports };
  }

  /** A report's result, what is known in it as hints. */
  result(file: string, result: FileResult): FileResult {
    const name = relative(dirname(this.#file), file).replaceAll(sep, '/');
    const before = Object.hasOwn(this.#reports, name) ? this.#reports[name] : undefined;
    if (before !== undefined) this.#mended += size(before) - foundAmong(result.findings, before);
    if (this.#isUpdated) {
      delete this.#reports[name];
      if (result.findings.length > 0) this.#reports[name] = baselineOf(result.findings);
    }
    const known = Object.hasOwn(this.#reports, name) ? this.#reports[name] : undefined;
    return known === undefined ? result : { ...result, findings: knownAsHints(result.findings, known) };
  }

  /**
   * Writes the file, if it is to be: what was mended is gone from it, and so are reports that are. Gives a line that says
   * what is in it now, or that something in it has been mended.
   */
  finish(): string | undefined {
    const mended = counted(this.#mended, 'finding');
    if (this.#output === undefined) {
      if (this.#mended === 0) return undefined;
      const verb = this.#mended === 1 ? 'is' : 'are';
      return `${mended} of ${this.#shown} ${verb} not found any more; --update-baseline takes such out.`;
    }
    const all = Object.entries(this.#reports);
    const left = all.filter(([name]) => existsSync(join(dirname(this.#file), name)));
    this.#output.write(writtenBaseline(Object.fromEntries(left)));
    this.#output.finish();
    const known = counted(total(left), 'finding');
    const gone = total(all) - total(left) + this.#mended;
    const out = gone === 0 ? '' : `; ${gone} that ${gone === 1 ? 'is' : 'are'} not found any more taken out`;
    return `${this.#shown} now lists ${known} in ${counted(left.length, 'report')}${out}.`;
  }

  /** Leaves the file as it was, unless it has been finished. */
  abandon(): void {
    this.#output?.abandon();
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
    if (baseline !== undefined) return baseline;
    // Whatever stands there may be of use to someone, so it is not written over.
    const advice = this.#isUpdated ? 'Delete it, or name another file.' : '--update-baseline writes one.';
    throw new Refusal(`${this.#shown} is no baseline that this version can read. ${advice}`);
  }
}

function total(reports: readonly (readonly [string, Baseline[string]])[]): number {
  return reports.reduce((sum, [, rules]) => sum + size(rules), 0);
}

function size(rules: Baseline[string]): number {
  return Object.values(rules).reduce((sum, prints) => sum + prints.length, 0);
}

/** How many of a baseline’s findings are among these. */
function foundAmong(findings: FileResult['findings'], rules: Baseline[string]): number {
  const found = baselineOf(findings);
  return Object.entries(rules).reduce((sum, [rule, prints]) => {
    const now = new Set(found[rule]);
    return sum + prints.filter(print => now.has(print)).length;
  }, 0);
}
