import type { FileResult } from './fileResult.ts';
import type { FailureLevel } from './tally.ts';

/** A form in which results are written, file by file, so that none need be kept. */
export interface Format {
  /** @param failOn the least severity that makes the check of this file fail */
  file(result: FileResult, failOn: FailureLevel): void;
  end(summary: Summary): void;
}

/** `1 report`, `2 reports` */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** What a whole run has found. */
export interface Summary {
  /** All files that have a result, and how many of them are reports. */
  readonly files: number;
  readonly reports: number;
  /** Reports that the settings leave out. */
  readonly ignored: number;
  /** Reports that could not be read. */
  readonly unreadable: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}
