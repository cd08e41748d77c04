import type { Source } from '../import/source.ts';
import { docxLines } from './docxLines.ts';
import { readDocument } from './docxMammoth.ts';
import { damaged, docxParts } from './docxPackage.ts';
import { plainDocument } from './docxPlain.ts';
import { stylesOf } from './docxStyles.ts';
import { elementsWithin, valueAt, type XmlElement } from './docxXml.ts';
import type { Refusal } from './refusal.ts';

/** A report written in Word, from the bytes of its file. */
export async function docxSource(bytes: Uint8Array): Promise<Source | Refusal> {
  const parts = docxParts(bytes);
  if ('refused' in parts) return parts;
  const plain = plainDocument(parts, stylesOf(parts.styles));
  const document = await readDocument(plain);
  if (document === undefined) return { refused: damaged };
  const { lines, remarks } = docxLines(document, plain, {
    footnote: noteFormat('w:footnotePr', parts.document, parts.settings) ?? 'decimal',
    endnote: noteFormat('w:endnotePr', parts.document, parts.settings) ?? 'lowerRoman',
  });
  return lines.length > 0 ? { format: 'docx', lines, remarks } : { refused: 'The Word document has no text.' };
}

/** How the marks of notes are counted, where the document or one of its sections says so. */
function noteFormat(name: string, ...parts: readonly (XmlElement | undefined)[]): string | undefined {
  return parts
    .flatMap(part => (part ? elementsWithin(part, inside => inside === name) : []))
    .map(properties => valueAt(properties, 'w:numFmt'))
    .find(format => format !== undefined);
}
