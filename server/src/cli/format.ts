import { counted } from '../text/phrases.ts';
import type { FileResult } from './fileResult.ts';
import type { FailureLevel } from './tally.ts';

/** A form in which results are written, file by file, so that none need be kept. */
export interface Format {
  /** @param failOn the least severity that makes the check of this file fail */
  file(result: FileResult, failOn: FailureLevel): void;
  end(summary: Summary): void;
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
  /** How many of the hints are so because a baseline lists them. */
  readonly known: number;
}

/** The whole run in a sentence, in which results for people end. */
export function closing({
  files,
  reports,
  ignored,
  unreadable,
  errors,
  warnings,
  information,
  hints,
  known,
}: Summary): string {
  if (files + ignored + unreadable === 0) return 'No report (*.inspection) was found, so nothing was checked.';
  const checked = [
    `${reports === 0 ? 'No reports' : counted(reports, 'report')} checked`,
    ...(ignored > 0 ? [`${ignored} left out by inspectmark.json`] : []),
    ...(unreadable > 0 ? [`${unreadable} that cannot be read`] : []),
  ].join(', ');
  const counts = [
    errors > 0 ? counted(errors, 'error') : warnings > 0 ? 'no errors' : 'no errors or warnings',
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(information > 0 ? [`${information} for information`] : []),
    ...(hints > 0 ? [`${counted(hints, 'hint')}${known > 0 ? ` (${known} of the baseline)` : ''}`] : []),
  ];
  return `${checked}: ${counts.join(', ')}.`;
}
