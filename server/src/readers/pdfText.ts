import { type Font, noFont } from './pdfFont.ts';
import { inPlace, type Matrix, point, product, turnedUpright } from './pdfGeometry.ts';
import type { Glyph } from './pdfPrint.ts';

/** What says how text is shown; `q` keeps it and `Q` brings it back. */
export interface TextState {
  readonly font: Font;
  readonly size: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/** How text is shown before anything is said of it. */
export const plainText: TextState = {
  font: noFont,
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

/** A character as pdf.js has decoded it. */
export interface DecodedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Modes of text: what is filled and stroked is a bold that the font does not have, what is neither is not seen. */
const strokedMode = 2;
const unseenMode = 3;

/** The text of a page: where the next character comes, and the glyphs of those that have come. */
export class PaintedText {
  /** What a reader sees, and what is there to be found and copied only. */
  readonly seen: Glyph[] = [];
  readonly unseen: Glyph[] = [];
  readonly #page: { readonly width: number; readonly height: number };
  readonly #normalizeUnicode: (text: string) => string;
  #matrix: Matrix = inPlace;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;

  constructor(page: { readonly width: number; readonly height: number }, normalizeUnicode: (text: string) => string) {
    this.#page = page;
    this.#normalizeUnicode = normalizeUnicode;
  }

  /** Begins at the origin of a matrix. */
  begin(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  /** Goes to another place, counted from where the line began. */
  move(right: number, up: number): void {
    this.#x = this.#lineX += right;
    this.#y = this.#lineY += up;
  }

  /** Shows characters, and moves on by each; a number among them moves back. */
  show(
    decoded: readonly (DecodedGlyph | number)[],
    page: Matrix,
    state: TextState,
    { artifact, hidden }: { readonly artifact: boolean; readonly hidden: boolean },
  ): void {
    const { font, stretch, size, letterSpace, wordSpace, mode } = state;
    const at = product(product(page, this.#matrix), [1, 0, 0, 1, this.#x, this.#y + state.rise]);
    const along = stretch * Math.sign(size);
    const slanted = Math.abs(at[0]! * at[2]! + at[1]! * at[3]!) > 0.1 * Math.abs(at[0]! * at[3]! - at[1]! * at[2]!);
    const look = {
      size: Math.abs(size) * font.em * Math.hypot(at[2]!, at[3]!),
      bold: font.bold || mode === strokedMode,
      italic: font.italic || slanted,
      artifact,
      turn: (Math.round(Math.atan2(at[1]! * along, at[0]! * along) / (Math.PI / 2)) + 4) % 4,
    };
    const glyphs = mode === unseenMode ? this.unseen : this.seen;
    let advance = 0;
    for (const glyph of decoded) {
      if (typeof glyph === 'number') {
        advance -= (glyph / 1000) * Math.abs(size);
        continue;
      }
      const width = font.vertical ? (glyph.vmetric?.[0] ?? font.verticalAdvance) : glyph.width;
      const ink = width * font.unit * Math.abs(size);
      const text = characters(glyph.unicode, this.#normalizeUnicode);
      if (text !== '' && !hidden && size !== 0) {
        const from = font.vertical ? point(at, 0, advance) : point(at, advance * along, 0);
        const to = font.vertical ? from : point(at, (advance + ink) * along, 0);
        if (this.#isOnPage(from)) {
          const start = turnedUpright(from, look.turn, this.#page);
          const end = turnedUpright(to, look.turn, this.#page);
          const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
          glyphs.push({ text, left, right, base: start.y, ...look });
        }
      }
      advance += ink + (letterSpace + (glyph.isSpace ? wordSpace : 0)) * Math.sign(size);
    }
    if (font.vertical) this.#y += advance;
    else this.#x += advance * along;
  }

  #isOnPage({ x, y }: { readonly x: number; readonly y: number }): boolean {
    return x > -1 && x < this.#page.width + 1 && y > -1 && y < this.#page.height + 1;
  }
}

/** The characters of a glyph, as they count: any space as a space, and none for what only steers. */
function characters(unicode: string, normalizeUnicode: (text: string) => string): string {
  if (unicode.length === 1 && unicode > ' ' && unicode < '\x7f') return unicode;
  if (/^\s+$/u.test(unicode)) return ' ';
  return normalizeUnicode(unicode).replace(/(?!\u00ad)[\p{Cc}\p{Cf}]/gu, '');
}
