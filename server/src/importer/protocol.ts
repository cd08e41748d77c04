import type { ImportedCounts } from '../import/importedCounts.ts';
import type { frameworkFolder } from '../settings/settings.ts';

// What the extension and the importer say to each other. An importer is started for one report, answers it, and is ended.
// The extension imports only types of this file.

/** A published report that is to be brought in. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** The file's name, without its folder. */
  readonly name: string;
  /** The files of a team's own frameworks that govern it: those of the nearest `FrameworkFolder` above it that has some. */
  readonly frameworks: readonly FrameworkFile[];
}

/** Where a team's own frameworks stand, in a folder that they govern: all `.json` files in it. */
export type FrameworkFolder = typeof frameworkFolder;

/** A file of a team's own framework. */
export interface FrameworkFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the importer answers: how far it is, any number of times, and then what came of it. */
export type ImportReply = PagesRead | BroughtIn | NotBroughtIn;

/** How many pages of a PDF have been read. */
interface PagesRead {
  readonly kind: 'pages';
  readonly read: number;
  readonly all: number;
}

/** A report in markup, and how much of what is in it. */
export interface BroughtIn extends ImportedCounts {
  readonly kind: 'report';
  readonly markup: string;
}

/** Why there is no report: sentences for its author. */
export interface NotBroughtIn {
  readonly kind: 'refusal';
  readonly refused: string;
}
