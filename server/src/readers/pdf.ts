import { withoutSoftHyphens, withSoftEnds } from '../import/softHyphens.ts';
import type { Remark, Source } from '../import/source.ts';
import { append } from '../text/lists.ts';
import type { ContentsState } from './pdfContents.ts';
import type { PaintedFont } from './pdfFont.ts';
import { furnitureOf, type LinedPage } from './pdfFurniture.ts';
import { attended, othersTurn, type PdfLibrary, pdfLibrary } from './pdfLibrary.ts';
import { sourceLines } from './pdfLooks.ts';
import { type LinesRead, pageLines } from './pdfPage.ts';
import { type Picture, pictureRemarks } from './pdfPictures.ts';
import { type Print, printOf } from './pdfPrint.ts';
import type { ReadOptions } from './readOptions.ts';
import type { Refusal } from './refusal.ts';

/** The lines of a PDF, with their look; or why it has none. Rejects with the signal's reason if it is broken off. */
export async function pdfSource(bytes: Uint8Array, options: ReadOptions = {}): Promise<Source | Refusal> {
  const library = await pdfLibrary();
  const loading = library.getDocument({
    data: new Uint8Array(bytes), // it is taken from us
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 1, // no picture is decoded
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    return await attended(async () => sourceOf(await loading.promise, library, options));
  } catch (error) {
    options.signal?.throwIfAborted();
    const { name } = error as Error;
    if (name === 'PasswordException') {
      return { refused: 'It is protected by a password. Save a copy without one, and bring that in.' };
    }
    if (name === 'InvalidPDFException' || name === 'FormatError' || name === 'UnknownErrorException') return broken;
    throw error;
  } finally {
    await loading.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

const broken: Refusal = {
  refused: 'It is a PDF that is damaged or not complete. Open it in a PDF viewer and save it anew, or fetch it again.',
};

async function sourceOf(
  document: PdfDocument,
  library: PdfLibrary,
  { signal, onPage }: ReadOptions,
): Promise<Source | Refusal> {
  const layers = await document.getOptionalContentConfig();
  const pages: LinedPage[] = [];
  const pictures: Picture[] = [];
  const remarks: Remark[] = [];
  let contents: ContentsState = 'outside';
  for (let number = 1; number <= document.numPages; number++) {
    onPage?.(number, document.numPages);
    await othersTurn();
    signal?.throwIfAborted();
    const print = await pagePrint(document, number, library, group => layers.isVisible(group));
    const read: LinesRead | undefined = print === undefined ? undefined : pageLines(print, contents);
    contents = read?.contents ?? 'outside';
    pages.push({ height: print?.height ?? 0, lines: read?.lines ?? [] });
    if (print === undefined) remarks.push({ kind: 'page', text: `Page ${number} is damaged and was not read.` });
    else {
      append(
        pictures,
        print.pictures.map(box => ({ page: number, box })),
      );
      if (print.recognised) {
        remarks.push({ kind: 'page', text: `Page ${number} is a picture; its words come from text recognition.` });
      } else if (read?.lines.length === 0) {
        const what = print.pictures.length > 0 ? 'is a picture without text' : 'is blank';
        remarks.push({ kind: 'page', text: `Page ${number} ${what}.` });
      }
    }
  }
  if (pages.every(({ lines }) => lines.length === 0)) return withoutText(pictures.length > 0);
  const lines = withoutSoftHyphens(withSoftEnds(sourceLines(pages, furnitureOf(pages))));
  return { format: 'pdf', lines, remarks: [...remarks, ...pictureRemarks(pictures, pages, lines)] };
}

function withoutText(hasPictures: boolean): Refusal {
  return {
    refused: hasPictures
      ? 'It is a scan: pictures of pages, without text. Have its text recognised (OCR) first, and bring that in.'
      : 'It is a PDF without any text.',
  };
}

/** What a page paints, or nothing if the page is damaged. */
async function pagePrint(
  document: PdfDocument,
  number: number,
  library: PdfLibrary,
  isShown: (group: unknown) => boolean,
): Promise<Print | undefined> {
  try {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const fontOf = (name: string): PaintedFont | undefined =>
      page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    const print = printOf({ width, height, transform, fnArray, argsArray, fontOf, isShown }, library);
    page.cleanup();
    return print;
  } catch {
    return undefined;
  }
}
