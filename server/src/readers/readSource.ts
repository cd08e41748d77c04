import type { Source } from '../import/source.ts';
import { textSource } from '../import/textSource.ts';
import { decodedText } from './decodedText.ts';
import { isCompoundFile, isZip, otherFormat } from './fileSignatures.ts';
import type { ReadOptions } from './readOptions.ts';
import type { Refusal } from './refusal.ts';

/**
 * The lines of a published report, or why it cannot be read. What kind of file it is, its first bytes say; `name` only
 * tells Markdown from other text, and that no text was meant. The readers of PDF and Word are large, and are loaded when
 * they are needed.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<Source | Refusal> {
  if (startsPdf(bytes)) return (await import('./pdf.ts')).pdfSource(bytes, options);
  if (isZip(bytes) || isCompoundFile(bytes)) return (await import('./docx.ts')).docxSource(bytes);
  const text = decodedText(bytes);
  if (text === undefined) return { refused: 'It is no text, no PDF and no Word document (.docx).' };
  if (text.trim() === '') return { refused: 'It is empty.' };
  const other = otherFormat(text);
  if (other !== undefined) return { refused: other };
  // A download that failed leaves a page of words under the name of what was wanted.
  const [, promised] = /\.(docx|pdf)$/i.exec(name) ?? [];
  if (promised !== undefined) {
    const kind = promised.toLowerCase() === 'pdf' ? 'PDF' : 'Word document';
    return { refused: `It is no ${kind}, though its name ends in “.${promised}”. Has it been damaged, or renamed?` };
  }
  return textSource(text, /\.(?:md|markdown)$/i.test(name));
}

/** A PDF may have some bytes of other origin before its header. */
function startsPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes('%PDF-');
}
