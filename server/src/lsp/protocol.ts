// What the server and the extension say to each other beyond the Language Server Protocol. The extension imports only
// types of this file; so the methods' names are types too.

import type { Range } from '../text/text.ts';

export type { GradeChoices } from '../features/gradeChoices.ts';
export type { GradedArea } from '../features/gradedAreas.ts';
export type { Matrix, MatrixFinding } from '../features/matrix.ts';
export type { NewReport } from '../features/newReport.ts';
export type { ReportPreview } from '../features/preview.ts';
export type { Passage, Question } from '../features/questions.ts';
export type { ReportDetail } from '../features/reportDetails.ts';

/** The notification by which the server tells how an open report stands, after every check of it. */
export type StatusMethod = 'inspectmark/status';

/** The request for the areas of a report that is open, with their grades; the answer is a list of `GradedArea`, or null. */
export type GradedAreasMethod = 'inspectmark/gradedAreas';

/** The request for what supports the recommendations of a report that is open; the answer is a `Matrix`, or null. */
export type MatrixMethod = 'inspectmark/matrix';

/** The request for the grades from which to choose at a position of an open report; the answer is `GradeChoices`, or null. */
export type GradeChoicesMethod = 'inspectmark/gradeChoices';

/** The request for what only the author of an open report can answer; the answer is a list of `Question`, or null. */
export type QuestionsMethod = 'inspectmark/questions';

/** The request for a report that is open as it is published; the answer is a `ReportPreview`, or null. */
export type PreviewMethod = 'inspectmark/preview';

/**
 * The request for what is put into an open report where a part of another was copied, in Word or elsewhere; the answer is
 * markup, or null where it says no more than its plain text.
 */
export type PastedReportMethod = 'inspectmark/pastedReport';

/** What was copied, as the HTML on the clipboard has it, and the range of the report that it replaces. */
export interface PastedReportParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly html: string;
}

/** The request for the details of an open report; the answer is a list of `ReportDetail`, or null. */
export type ReportDetailsMethod = 'inspectmark/reportDetails';

/**
 * The request for the edits by which a detail of an open report says something else; the answer is a list of `TextEdit`, or
 * why it cannot say so.
 */
export type DetailEditsMethod = 'inspectmark/detailEdits';

/** Which detail, and what it is to say: as `ReportDetail` has it. */
export interface DetailEditsParams {
  readonly textDocument: { readonly uri: string };
  readonly key: string;
  readonly value: string;
}

/** The request for the reports that could be begun in a folder; the answer is a list of `NewReport`. */
export type NewReportsMethod = 'inspectmark/newReports';

/** Where the report would stand: the URI of a report beside it, be it there or not. */
export interface NewReportsParams {
  readonly uri: string;
}

/** How a report stands: its overall grade and how many findings it has. */
export interface ReportStatus {
  readonly uri: string;
  /** The grade of the report as a whole, as its framework writes it; null where it has none. */
  readonly grade: string | null;
  readonly errors: number;
  readonly warnings: number;
  /** What only the author can answer, however severe. */
  readonly questions: number;
  /** Other findings that are for information. */
  readonly advice: number;
  /** All of it in words: *Good · 2 errors, 1 question*. */
  readonly text: string;
}

/**
 * The request by which a server that has no files of its own (in a browser's worker) reads one; the answer is its
 * content, or null where there is no such file or it cannot be read.
 */
export type ReadFileMethod = 'inspectmark/readFile';

/** Which file is to be read. */
export interface ReadFileParams {
  readonly uri: string;
}

/** What a file holds: its text with any byte order mark, or where it is not UTF-8 a string with a character for each byte. */
export type FileContent = string | { readonly bytes: string };

/** The request by which such a server lists the files under a folder; the answer is a list of URIs. */
export type FindFilesMethod = 'inspectmark/findFiles';

/** Which files are to be listed. */
export interface FindFilesParams {
  /** The folder's URI. */
  readonly folder: string;
  /** A glob as VS Code reads it, relative to the folder. */
  readonly pattern: string;
}

/** What the extension gives the server as `initializationOptions`; other clients need not give any. */
export interface InitializationOptions {
  /** Whether the client wants to be told how reports stand, by `inspectmark/status`. */
  readonly status: boolean;
  /** Whether the client runs the command of lenses, `inspectmark.showPlaces`; without it there are none. */
  readonly showsPlaces?: boolean;
  /**
   * Whether the client runs the command that accepts a finding, `inspectmark.acceptWithReason`, which asks the author for the
   * reason; without it the comment is written, for the reason to be added.
   */
  readonly asksReasons?: boolean;
  /** Where the client shows the page of a rule: a URI, with the rule’s id in place of `{rule}`. */
  readonly rulePage?: string;
}
