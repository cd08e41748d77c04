import type { ReportText } from '../readers/reportText.ts';

/** The one seam to the platform. URIs in, URIs out. */
export interface Host {
  /** A file as it is now; nothing if there is no such file. */
  readonly read: (uri: string) => Promise<FileReading | undefined>;
  /** The files in a folder with this ending, sorted; nothing if there is no such folder or it may not be looked into. */
  readonly list: (folder: string, ending: string) => Promise<readonly string[]>;
  /** The same with those of its folders; dot folders and `node_modules` are passed over. */
  readonly find: (folder: string, ending: string) => Promise<readonly string[]>;
  /** Where the pages of the rules are: a URI, with the rule’s id in place of `{rule}`; nothing if they are not to be had. */
  readonly rulePage?: string;
  /** Lets what is waiting go first: messages that have come already are taken before this goes on. */
  readonly pause: () => Promise<void>;
}

/** A file's text and what was wrong with its bytes, or why it cannot be had. */
export type FileReading =
  | (ReportText & { readonly unread?: never })
  | { readonly unread: string; readonly text?: never; readonly problem?: never };

/** Larger files are no reports, and are not read. */
export const largestFile = 64 * 1024 * 1024;
