import { append } from '../text/lists.ts';
import { type Font, fontOf, type PaintedFont } from './pdfFont.ts';
import { type Box, boxOf, inPlace, type Matrix, product } from './pdfGeometry.ts';
import { rulesOf } from './pdfPaths.ts';
import { type DecodedGlyph, PaintedText, plainText, type TextState } from './pdfText.ts';

/** What a page paints, in points from its top left corner as it is held for reading. */
export interface Print {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Thin lines and the sides of boxes. */
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
  /** Whether the glyphs are those of a text recognition, which lie unseen under the picture of the page. */
  readonly recognised: boolean;
}

/** A character in its place; of one that stands for several, as a ligature does, all of them. */
export interface Glyph {
  /** A space where the page has one of any kind. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its line stands. */
  readonly base: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether the file itself says that it is no part of the text, as it does of running heads. */
  readonly artifact: boolean;
  /** How its line runs, in quarter turns clockwise from upright; its place is that on the page so turned. */
  readonly turn: number;
}

/** A page as pdf.js gives it. */
export interface PaintedPage {
  readonly width: number;
  readonly height: number;
  /** From the file's coordinates to those of the page as it is held for reading. */
  readonly transform: Matrix;
  /** What to do, one after the other, and with what. */
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
  fontOf(name: string): PaintedFont | undefined;
  /** Whether something that the file lets its reader show and hide is shown. */
  isShown(group: unknown): boolean;
}

/** The parts of pdf.js that this reading needs. */
export interface PaintWords {
  readonly OPS: typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS;
  readonly normalizeUnicode: (text: string) => string;
}

/** In points: what is smaller is no picture. */
const smallestPicture = 24;

/**
 * What a page paints, found by following what it tells a printer to do: so characters, fonts, rules and pictures come
 * from one reading, each in its place.
 */
export function printOf(page: PaintedPage, { OPS, normalizeUnicode }: PaintWords): Print {
  const strokes = new Set([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const settings = textSettings(OPS);
  const fonts = new Map<string, Font>();
  const painted = new PaintedText(page, normalizeUnicode);
  const rules: Box[] = [];
  const pictures: Box[] = [];
  /** What `q` keeps and `Q` brings back. */
  const kept: { readonly matrix: Matrix; readonly text: TextState }[] = [];
  let matrix = page.transform;
  let text = plainText;
  /** What is marked as this or that, from the outermost mark in. */
  const marks: { readonly artifact: boolean; readonly hidden: boolean }[] = [];
  /** Pictures are not decoded and pdf.js leaves them out; what is left of one is that its place is told and nothing follows. */
  let emptyPlace: Matrix | undefined;

  const { fnArray, argsArray } = page;
  for (let i = 0; i < fnArray.length; i++) {
    const args = (argsArray[i] ?? []) as readonly unknown[];
    const [first, second] = args as readonly number[];
    switch (fnArray[i]) {
      case OPS.save:
        kept.push({ matrix, text });
        break;
      case OPS.restore:
        if (emptyPlace !== undefined) pictures.push(boxOf(emptyPlace, [0, 0, 1, 1]));
        emptyPlace = undefined;
        ({ matrix, text } = kept.pop() ?? { matrix, text });
        break;
      case OPS.transform:
        matrix = product(matrix, args as Matrix);
        emptyPlace = matrix;
        break;
      case OPS.paintFormXObjectBegin:
        kept.push({ matrix, text });
        if (args[0]) matrix = product(matrix, args[0] as Matrix);
        emptyPlace = undefined;
        break;
      case OPS.paintFormXObjectEnd:
        emptyPlace = undefined;
        ({ matrix, text } = kept.pop() ?? { matrix, text });
        break;
      case OPS.beginMarkedContent:
        marks.push({
          artifact: (args[0] as { readonly name?: string } | undefined)?.name === 'Artifact',
          hidden: false,
        });
        break;
      case OPS.beginMarkedContentProps:
        marks.push({ artifact: args[0] === 'Artifact', hidden: args[0] === 'OC' && !page.isShown(args[1]) });
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.beginText:
        painted.begin(inPlace);
        break;
      case OPS.setFont: {
        const [name, size] = args as [string, number];
        let font = fonts.get(name);
        if (font === undefined) {
          font = fontOf(page.fontOf(name));
          fonts.set(name, font);
        }
        text = { ...text, font, size };
        break;
      }
      case OPS.setTextMatrix:
        painted.begin(args[0] as Matrix);
        break;
      case OPS.moveText:
        painted.move(first!, second!);
        break;
      case OPS.setLeadingMoveText:
        text = { ...text, leading: -second! };
        painted.move(first!, second!);
        break;
      case OPS.nextLine:
        painted.move(0, -text.leading);
        break;
      case OPS.showText:
        emptyPlace = undefined;
        painted.show(args[0] as (DecodedGlyph | number)[], matrix, text, {
          artifact: marks.some(mark => mark.artifact),
          hidden: marks.some(mark => mark.hidden),
        });
        break;
      case OPS.constructPath: {
        const [kind, [path]] = args as [number, [ArrayLike<number> | null]];
        if (!strokes.has(kind) && !fills.has(kind)) break; // it only says what is cut off
        emptyPlace = undefined;
        if (path) append(rules, rulesOf(path, matrix, strokes.has(kind)));
        break;
      }
      case OPS.shadingFill:
        emptyPlace = undefined;
        break;
      default: {
        const setting = settings.get(fnArray[i]!);
        if (setting !== undefined) text = { ...text, ...setting(first!) };
      }
    }
  }
  return printed(page, painted, rules, pictures);
}

/** The operators that set one thing of how text is shown, and what each sets. */
function textSettings(OPS: PaintWords['OPS']): ReadonlyMap<number, (value: number) => Partial<TextState>> {
  return new Map<number, (value: number) => Partial<TextState>>([
    [OPS.setCharSpacing, letterSpace => ({ letterSpace })],
    [OPS.setWordSpacing, wordSpace => ({ wordSpace })],
    [OPS.setHScale, percent => ({ stretch: percent / 100 })],
    [OPS.setLeading, leading => ({ leading })],
    [OPS.setTextRise, rise => ({ rise })],
    [OPS.setTextRenderingMode, mode => ({ mode })],
  ]);
}

/** What was painted, its small pictures left out; where nothing is seen but a picture, the text under it is the page’s. */
function printed(
  { width, height }: PaintedPage,
  { seen, unseen }: PaintedText,
  rules: readonly Box[],
  pictures: readonly Box[],
): Print {
  const large = pictures.filter(
    ({ left, top, right, bottom }) => right - left > smallestPicture && bottom - top > smallestPicture,
  );
  const recognised = large.length > 0 && unseen.length > 0 && seen.every(({ text }) => text === ' ');
  return { width, height, glyphs: recognised ? unseen : seen, rules, pictures: large, recognised };
}
