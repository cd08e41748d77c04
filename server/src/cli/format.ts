import type { FileResult } from './fileResult.ts';

/** A form in which results are written, file by file, so that none need be kept. */
export interface Format {
  file(result: FileResult): void;
  end(summary: Summary): void;
}

/** What a whole run has found. */
export interface Summary {
  /** All files that have a result, and how many of them are reports. */
  readonly files: number;
  readonly reports: number;
  /** Reports that the settings leave out. */
  readonly ignored: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}
