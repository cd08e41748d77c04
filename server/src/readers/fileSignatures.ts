/** Whether a file is a zip, as a Word document is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]);
}

/** Whether a file is what older versions of Word write, and what encrypted documents are wrapped in. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** What to do with a file whose text is the marks of another format more than words; nothing of a text that is one. */
export function otherFormat(text: string): string | undefined {
  const start = text.slice(0, 500).trimStart();
  if (start.startsWith('{\\rtf')) return 'The document is in Rich Text Format. Open it in Word and save it as .docx.';
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(start))
    return 'It is a web page. Open it in a browser, print it as a PDF, and bring that in.';
  return undefined;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
