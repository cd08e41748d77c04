import { zipSync } from 'fflate';
import type { PlainDocument } from './docxPlain.ts';
import { xmlFile } from './docxXml.ts';

/** A piece of a document as mammoth reads it: the part of its tree that matters here. */
export interface ReadPiece {
  readonly blocks: readonly ReadNode[];
  /** The text of a note, if there is one. */
  readonly note: (of: NoteReference) => readonly ReadNode[] | undefined;
  /** What could not be read. */
  readonly warnings: readonly string[];
}

/** A note's mark in the text. */
export interface NoteReference {
  readonly type: 'noteReference';
  readonly noteType: 'footnote' | 'endnote';
  readonly noteId: string;
}

/** A run of letters that look the same. */
export interface Run {
  readonly type: 'run';
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly verticalAlignment: 'baseline' | 'superscript' | 'subscript';
  /** In points. */
  readonly fontSize: number | null;
  readonly children: readonly ReadNode[];
}

/** A cell of a table. One that reaches over several rows stands in the first alone. */
interface TableCell {
  readonly type: 'tableCell';
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly ReadNode[];
}

/** A table, whose children are its rows. */
export interface Table {
  readonly type: 'table';
  readonly children: readonly { readonly children: readonly TableCell[] }[];
}

/** What stands in a document, or in one of its parts. */
export type ReadNode =
  | { readonly type: 'paragraph' | 'hyperlink'; readonly children: readonly ReadNode[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'tab' | 'break' | 'image' }
  | NoteReference
  | Run
  | Table
  | TableCell;

/** What mammoth reads in a piece of a document made plain; nothing if it cannot make sense of it. */
export function readPiece(piece: string): Promise<ReadPiece | undefined> {
  return readParts({ document: piece });
}

/** What mammoth reads in the notes of a document made plain; nothing if it cannot make sense of them. */
export async function readNotes({ footnotes, endnotes }: PlainDocument): Promise<ReadPiece | undefined> {
  return readParts({
    document: xmlFile(['w:document', 'w:body'], ''),
    ...(footnotes !== undefined && { footnotes }),
    ...(endnotes !== undefined && { endnotes }),
  });
}

async function readParts(parts: Readonly<Record<string, string>>): Promise<ReadPiece | undefined> {
  const { default: mammoth } = await import('mammoth');
  const files = Object.entries(parts).map(([name, text]) => [`word/${name}.xml`, new TextEncoder().encode(text)]);
  const bytes = zipSync(Object.fromEntries(files), { level: 0 });
  let read: Pick<ReadPiece, 'blocks' | 'note'> | undefined;
  const transformDocument = (tree: MammothDocument): object => {
    read = { blocks: tree.children, note: of => tree.notes.resolve(of)?.body };
    return { ...tree, children: [] }; // so that no HTML is made
  };
  try {
    // On Node mammoth asks for the first, in a browser for the second.
    const input = { buffer: bytes as Buffer, arrayBuffer: bytes.buffer as ArrayBuffer };
    const { messages } = await mammoth.convertToHtml(input, { transformDocument });
    return read && { ...read, warnings: messages.map(({ message }) => message) };
  } catch {
    return undefined;
  }
}

interface MammothDocument {
  readonly children: readonly ReadNode[];
  readonly notes: { readonly resolve: (of: NoteReference) => { readonly body: readonly ReadNode[] } | null };
}
