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

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** As PDF writes it: `[a b c d e f]`. */
type Matrix = readonly number[];

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

/** A font as pdf.js gives it. */
export interface PaintedFont {
  readonly name: string;
  readonly bold?: boolean | undefined;
  readonly black?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly vertical?: boolean | undefined;
  readonly isType3Font?: boolean | undefined;
  readonly fontMatrix?: Matrix | undefined;
  readonly bbox?: readonly number[] | undefined;
  readonly defaultVMetrics?: readonly number[] | undefined;
}

/** The parts of pdf.js that this reading needs. */
export interface PaintWords {
  readonly OPS: typeof import('pdfjs-dist/legacy/build/pdf.mjs').OPS;
  readonly normalizeUnicode: (text: string) => string;
}

/** What `q` keeps and `Q` brings back. */
interface State {
  matrix: Matrix;
  font: Font;
  size: number;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

interface Font {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly vertical: boolean;
  readonly verticalAdvance: number;
  /** What a width of 1 is in ems. */
  readonly unit: number;
  /** The height of its em against its nominal size. */
  readonly em: number;
}

/** A character as pdf.js has decoded it. */
interface DecodedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

const noFont: Font = { bold: false, italic: false, vertical: false, verticalAdvance: -1000, unit: 0.001, em: 1 };

const boldName = /bold|black|heavy|demi/i;
const italicName = /italic|oblique/i;

/** In points. A line is no thicker than this; a picture is larger. */
const thin = 3;
const smallestPicture = 24;

/** Modes of text: what is filled and stroked is a bold that the font does not have, what is neither is not seen. */
const strokedMode = 2;
const unseenMode = 3;

/** How pdf.js writes a path: a number, and then the coordinates that go with it. */
const moveTo = 0;
const lineTo = 1;
const closePath = 4;
const coordinates = [2, 2, 6, 4, 0];

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
  const fonts = new Map<string, Font>();
  const seen: Glyph[] = [];
  const unseen: Glyph[] = [];
  const rules: Box[] = [];
  const pictures: Box[] = [];

  const kept: State[] = [];
  let state: State = {
    matrix: page.transform,
    font: noFont,
    size: 0,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  let textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  /** What is marked as this or that, from the outermost mark in. */
  const marks: { readonly artifact: boolean; readonly hidden: boolean }[] = [];
  /** Pictures are not decoded and pdf.js leaves them out; what is left of one is that its place is told and nothing follows. */
  let emptyPlace: Matrix | undefined;

  const moved = (right: number, up: number) => {
    x = lineX += right;
    y = lineY += up;
  };

  const shown = (decoded: readonly (DecodedGlyph | number)[]) => {
    const { font, stretch, size, letterSpace, wordSpace } = state;
    const at = product(product(state.matrix, textMatrix), [1, 0, 0, 1, x, y + state.rise]);
    const em = Math.abs(size) * font.em * Math.hypot(at[2]!, at[3]!);
    const along = stretch * Math.sign(size);
    const turn = (Math.round(Math.atan2(at[1]! * along, at[0]! * along) / (Math.PI / 2)) + 4) % 4;
    const upright = upright4[turn]!;
    const slanted = Math.abs(at[0]! * at[2]! + at[1]! * at[3]!) > 0.1 * Math.abs(at[0]! * at[3]! - at[1]! * at[2]!);
    const artifact = marks.some(mark => mark.artifact);
    const isUnseen = marks.some(mark => mark.hidden) || size === 0;
    const look = {
      size: em,
      bold: font.bold || state.mode === strokedMode,
      italic: font.italic || slanted,
      artifact,
      turn,
    };
    let advance = 0;
    for (const glyph of decoded) {
      if (typeof glyph === 'number') {
        advance -= (glyph / 1000) * Math.abs(size);
        continue;
      }
      const width = font.vertical ? (glyph.vmetric?.[0] ?? font.verticalAdvance) : glyph.width;
      const ink = width * font.unit * Math.abs(size);
      const text = characters(glyph.unicode, normalizeUnicode);
      if (text !== '' && !isUnseen) {
        const from = font.vertical ? point(at, 0, advance) : point(at, advance * along, 0);
        const to = font.vertical ? from : point(at, (advance + ink) * along, 0);
        if (from.x > -1 && from.x < page.width + 1 && from.y > -1 && from.y < page.height + 1) {
          const start = upright(from, page);
          const end = upright(to, page);
          (state.mode === unseenMode ? unseen : seen).push({
            text,
            left: Math.min(start.x, end.x),
            right: Math.max(start.x, end.x),
            base: start.y,
            ...look,
          });
        }
      }
      advance += ink + (letterSpace + (glyph.isSpace ? wordSpace : 0)) * Math.sign(size);
    }
    if (font.vertical) y += advance;
    else x += advance * along;
  };

  const { fnArray, argsArray } = page;
  for (let i = 0; i < fnArray.length; i++) {
    const args = (argsArray[i] ?? []) as readonly unknown[];
    const [first, second] = args as readonly number[];
    switch (fnArray[i]) {
      case OPS.save:
        kept.push({ ...state });
        break;
      case OPS.restore:
        if (emptyPlace !== undefined) pictures.push(boxOf(emptyPlace, [0, 0, 1, 1]));
        emptyPlace = undefined;
        state = kept.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = product(state.matrix, args as Matrix);
        emptyPlace = state.matrix;
        break;
      case OPS.paintFormXObjectBegin:
        kept.push({ ...state });
        if (args[0]) state.matrix = product(state.matrix, args[0] as Matrix);
        emptyPlace = undefined;
        break;
      case OPS.paintFormXObjectEnd:
        emptyPlace = undefined;
        state = kept.pop() ?? state;
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
        textMatrix = [1, 0, 0, 1, 0, 0];
        x = y = lineX = lineY = 0;
        break;
      case OPS.setFont: {
        const [name, size] = args as [string, number];
        let font = fonts.get(name);
        if (font === undefined) {
          font = fontOf(page.fontOf(name));
          fonts.set(name, font);
        }
        state.font = font;
        state.size = size;
        break;
      }
      case OPS.setCharSpacing:
        state.letterSpace = first!;
        break;
      case OPS.setWordSpacing:
        state.wordSpace = first!;
        break;
      case OPS.setHScale:
        state.stretch = first! / 100;
        break;
      case OPS.setLeading:
        state.leading = first!;
        break;
      case OPS.setTextRise:
        state.rise = first!;
        break;
      case OPS.setTextRenderingMode:
        state.mode = first!;
        break;
      case OPS.setTextMatrix:
        textMatrix = args[0] as Matrix;
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        moved(first!, second!);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -second!;
        moved(first!, second!);
        break;
      case OPS.nextLine:
        moved(0, -state.leading);
        break;
      case OPS.showText:
        emptyPlace = undefined;
        shown(args[0] as (DecodedGlyph | number)[]);
        break;
      case OPS.constructPath: {
        const [kind, [path]] = args as [number, [ArrayLike<number> | null]];
        if (!strokes.has(kind) && !fills.has(kind)) break; // it only says what is cut off
        emptyPlace = undefined;
        if (path) rules.push(...rulesOf(path, state.matrix, strokes.has(kind)));
        break;
      }
      case OPS.shadingFill:
        emptyPlace = undefined;
        break;
    }
  }
  const large = pictures.filter(
    ({ left, top, right, bottom }) => right - left > smallestPicture && bottom - top > smallestPicture,
  );
  const recognised = large.length > 0 && unseen.length > 0 && seen.every(({ text }) => text === ' ');
  return {
    width: page.width,
    height: page.height,
    glyphs: recognised ? unseen : seen,
    rules,
    pictures: large,
    recognised,
  };
}

function fontOf(font: PaintedFont | undefined): Font {
  if (font === undefined) return noFont;
  const { name, bold, black, italic, vertical, isType3Font, fontMatrix = [0.001], bbox, defaultVMetrics } = font;
  const unit = fontMatrix[0]!;
  return {
    bold: bold === true || black === true || boldName.test(name),
    italic: italic === true || italicName.test(name),
    vertical: vertical === true,
    verticalAdvance: defaultVMetrics?.[0] ?? noFont.verticalAdvance,
    unit,
    // A font whose characters are drawn by the page has units of its own; its height is about 1.2 em.
    em: isType3Font === true && bbox !== undefined ? (Math.abs(unit) * Math.abs(bbox[3]! - bbox[1]!)) / 1.2 || 1 : 1,
  };
}

/** The characters of a glyph, as they count: any space as a space, and none for what only steers. */
function characters(unicode: string, normalizeUnicode: (text: string) => string): string {
  if (unicode.length === 1 && unicode > ' ' && unicode < '\x7f') return unicode;
  if (/^\s+$/u.test(unicode)) return ' ';
  return normalizeUnicode(unicode).replace(/(?!\u00ad)[\p{Cc}\p{Cf}]/gu, '');
}

/** The thin lines of a path, and the straight sides of what it strokes. */
function rulesOf(path: ArrayLike<number>, matrix: Matrix, isStroked: boolean): Box[] {
  const rules: Box[] = [];
  let points: { readonly x: number; readonly y: number }[] = [];
  let isStraight = true;
  const end = () => {
    const sides = isStroked ? points.slice(1).map((to, i) => around([points[i]!, to])) : [];
    for (const box of isStroked ? sides : [around(points)]) {
      const [width, height] = [box.right - box.left, box.bottom - box.top];
      if (isStraight && Math.min(width, height) <= thin && Math.max(width, height) > thin) rules.push(box);
    }
  };
  for (let i = 0; i < path.length; ) {
    const kind = path[i]!;
    if (kind === moveTo) {
      if (points.length > 1) end();
      points = [];
      isStraight = true;
    }
    if (kind === closePath && points.length > 0) points.push(points[0]!);
    else if (kind === moveTo || kind === lineTo) points.push(point(matrix, path[i + 1]!, path[i + 2]!));
    else isStraight = false;
    i += 1 + (coordinates[kind] ?? 0);
  }
  if (points.length > 1) end();
  return rules;
}

function boxOf(matrix: Matrix, [left, top, right, bottom]: readonly [number, number, number, number]): Box {
  return around([
    point(matrix, left, top),
    point(matrix, right, top),
    point(matrix, left, bottom),
    point(matrix, right, bottom),
  ]);
}

function around(points: readonly { readonly x: number; readonly y: number }[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!,
    m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!,
    m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
    m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ];
}

function point(m: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: m[0]! * x + m[2]! * y + m[4]!, y: m[1]! * x + m[3]! * y + m[5]! };
}

/** Where a point is on the page when it is turned so that text which runs by so many quarter turns is upright. */
const upright4 = [
  (at: { x: number; y: number }) => at,
  ({ x, y }: { x: number; y: number }, { width }: PaintedPage) => ({ x: y, y: width - x }),
  ({ x, y }: { x: number; y: number }, { width, height }: PaintedPage) => ({ x: width - x, y: height - y }),
  ({ x, y }: { x: number; y: number }, { height }: PaintedPage) => ({ x: height - y, y: x }),
] as const;
