/**
 * A published report as a reader of its format gives it: its lines in the order of reading, and what is known of the look
 * of each. Of plain text nothing is known but the words; a PDF has fonts and places; a Word document says what it means.
 * Whatever turns lines into a report works with as much as there is.
 */
export interface Source {
  readonly format: 'text' | 'pdf' | 'docx';
  readonly lines: readonly SourceLine[];
  /** What a reader has to say of the whole: comments and tracked changes of a Word document, pages without text. */
  readonly remarks: readonly Remark[];
}

/** A line of print (of a Word document: a paragraph, or a cell's). */
export interface SourceLine {
  /** From 1; 1 where the format knows no pages. */
  readonly page: number;
  /** From 1: of the file's lines (text), of the page's (PDF), of the document's paragraphs (Word). */
  readonly line: number;
  /** As the source has it: spaces at its ends and bullets' marks included. */
  readonly text: string;
  readonly look?: Look;
}

/** What a line looks like, or is said to be. What is not known is left out. */
export interface Look {
  /** The size of its letters against that of running text, which is 1. */
  readonly size?: number;
  /** Whether all of its letters are. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Where it begins, in ems from the left edge of the page's running text. */
  readonly left?: number;
  /** How much it stands below the line before, in usual line distances: 1 within a paragraph; not there at a page's top. */
  readonly above?: number;
  /** Whether it reaches about as far to the right as running text does, so that the paragraph may go on. */
  readonly full?: boolean;
  /** Superscripts: note marks, in offsets of `text`. */
  readonly superscripts?: readonly { readonly from: number; readonly to: number }[];
  /** Where it stands in a table, each counted from 1; one line a cell's line, cells in the order of reading. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** A heading's level, 1 to 6, where the format says it. */
  readonly heading?: number;
  /** A list's item, its depth from 1; `number` as it is printed where the format numbers it, and is not in `text` then. */
  readonly item?: { readonly depth: number; readonly number?: string };
  /** The name of the footnote whose text it is or goes on with. */
  readonly note?: string;
  /** What the format says is no part of the text: a running head or foot, a contents page. */
  readonly furniture?: 'head' | 'foot' | 'contents';
}

/** Something that is not in the lines and must not be lost in silence. */
export interface Remark {
  readonly kind: 'comment' | 'insertion' | 'deletion' | 'move' | 'picture' | 'page' | 'other';
  readonly author?: string;
  /** As the source writes it: ISO 8601. */
  readonly date?: string;
  readonly text: string;
  /** The index of the line where it belongs, if it does. */
  readonly at?: number;
}
