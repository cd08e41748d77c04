import type { Source } from '../import/source.ts';
import { DocxLines, type NoteFormats } from './docxLines.ts';
import { readNotes, readPiece } from './docxMammoth.ts';
import { damaged, docxParts } from './docxPackage.ts';
import { type PlainDocument, plainDocument } from './docxPlain.ts';
import { stylesOf } from './docxStyles.ts';
import { valueAt } from './docxXml.ts';
import type { Refusal } from './refusal.ts';

/** A report written in Word, from the bytes of its file. */
export async function docxSource(bytes: Uint8Array): Promise<Source | Refusal> {
  const file = plainFile(bytes);
  if ('refused' in file) return file;
  const { plain, formats } = file;
  const reading = new DocxLines(formats);
  for (const piece of plain.pieces) {
    const read = await readPiece(piece);
    if (read === undefined) return { refused: damaged };
    reading.add(read);
  }
  if (plain.footnotes !== undefined || plain.endnotes !== undefined) {
    const read = await readNotes(plain);
    if (read === undefined) return { refused: damaged };
    reading.addNotes(read);
  }
  const { lines, remarks } = reading.all(plain);
  return lines.length > 0 ? { format: 'docx', lines, remarks } : { refused: 'The Word document has no text.' };
}

/** A document made plain. The file itself is not needed any more then. */
function plainFile(bytes: Uint8Array): { readonly plain: PlainDocument; readonly formats: NoteFormats } | Refusal {
  const parts = docxParts(bytes);
  if ('refused' in parts) return parts;
  const plain = plainDocument(parts, stylesOf(parts.styles));
  if ('refused' in plain) return plain;
  const format = (kind: keyof NoteFormats) =>
    plain.noteFormats[kind] ?? valueAt(parts.settings, `w:${kind}Pr`, 'w:numFmt');
  return { plain, formats: { footnote: format('footnote') ?? 'decimal', endnote: format('endnote') ?? 'lowerRoman' } };
}
