import type { CheckedFinding } from '../rules/checking/check.ts';
import type { Severity } from '../rules/rule.ts';
import { type FileResult, severities } from './fileResult.ts';
import type { Summary } from './format.ts';

/** The least severity that makes a check fail. */
export type FailureLevel = Severity | 'never';

/** Whether a finding makes a check fail: it is as bad as the level says or worse, and no baseline lists it. */
export function isFailure({ severity, known }: CheckedFinding, level: FailureLevel): boolean {
  return known !== true && level !== 'never' && severities.indexOf(severity) <= severities.indexOf(level);
}

/** Counts what a run finds, and whether it has failed. */
export class Tally implements Summary {
  files = 0;
  reports = 0;
  ignored = 0;
  unreadable = 0;
  errors = 0;
  warnings = 0;
  information = 0;
  hints = 0;
  known = 0;
  #isBad = false;
  readonly #mostWarnings: number;

  /** @param mostWarnings with more warnings in all the check fails, whatever the level */
  constructor(mostWarnings = Infinity) {
    this.#mostWarnings = mostWarnings;
  }

  /** Whether something was found that is as bad as what makes a check fail, or too many warnings were. */
  get failed(): boolean {
    return this.#isBad || this.hasTooMany;
  }

  get hasTooMany(): boolean {
    return this.warnings > this.#mostWarnings;
  }

  /** Counts a file's findings; those at the level or above it make the check fail. */
  add({ framework, findings }: FileResult, level: FailureLevel): void {
    this.files++;
    if (framework !== undefined) this.reports++;
    for (const finding of findings) {
      const { severity, known } = finding;
      if (known === true) this.known++;
      if (severity === 'error') this.errors++;
      else if (severity === 'warning') this.warnings++;
      else if (severity === 'information') this.information++;
      else this.hints++;
      if (isFailure(finding, level)) this.#isBad = true;
    }
  }
}
