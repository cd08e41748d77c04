/** A page of a small PDF: what it paints, as PDF writes it, and whether it shows a picture (`/Im Do`). */
export interface WrittenPage {
  readonly content: string;
  readonly rotate?: number;
}

/** In the trailer and before it: what makes the file another than a plain one. */
export interface WrittenExtras {
  readonly trailer?: string;
  readonly catalog?: string;
  readonly objects?: readonly string[];
}

/** A line of text at a place in points from the page's top left corner, in Helvetica unless another font is named. */
export function text(left: number, base: number, words: string, { size = 12, font = 'F1', more = '' } = {}): string {
  return `BT ${more} /${font} ${size} Tf ${left} ${842 - base} Td (${escaped(words)}) Tj ET\n`;
}

/** A thin line from one place to another. */
export function line(left: number, top: number, right: number, bottom: number): string {
  return `0.5 w ${left} ${842 - top} m ${right} ${842 - bottom} l S\n`;
}

/** A picture of a few dots, in a place of its own. */
export function picture(left: number, top: number, width: number, height: number): string {
  return `q ${width} 0 0 ${height} ${left} ${842 - top - height} cm /Im Do Q\n`;
}

/** A PDF of A4 pages with the fonts F1 (Helvetica), F2 (bold) and F3 (oblique), all in the encoding of Windows. */
export function writtenPdf(pages: readonly (string | WrittenPage)[], extras: WrittenExtras = {}): Uint8Array {
  const written = pages.map(page => (typeof page === 'string' ? { content: page } : page));
  const font = (name: string) =>
    `<</Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 0>>`;
  const first = 7 + (extras.objects?.length ?? 0);
  const objects = [
    `<</Type /Catalog /Pages 2 0 R ${extras.catalog ?? ''}>>`,
    `<</Type /Pages /Count ${pages.length} /Kids [${written.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}]>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    font('Helvetica-Oblique'),
    stream('/Type /XObject /Subtype /Image /Width 4 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', 'grey'),
    ...(extras.objects ?? []),
    ...written.flatMap(({ content, rotate = 0 }, i) => [
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Contents ${first + 2 * i + 1} 0 R /Resources <</Font <</F1 3 0 R /F2 4 0 R /F3 5 0 R>> /XObject <</Im 6 0 R>> /Properties <</Hidden 7 0 R>>>>>>`,
      stream('', content),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) file += `${String(place).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${extras.trailer ?? ''}>>\nstartxref\n${table}\n%%EOF\n`;
  return Uint8Array.from(file, character => character.charCodeAt(0));
}

function stream(about: string, content: string): string {
  return `<<${about} /Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** The characters of Windows' encoding that the tests use and that are not those of Latin 1. */
const windows: Readonly<Record<string, string>> = { '’': '\\222', '‘': '\\221', '–': '\\226', '•': '\\225' };

function escaped(words: string): string {
  return words.replace(/[\\()’‘–•]/g, found => windows[found] ?? `\\${found}`);
}
