import type { Matrix } from './pdfGeometry.ts';

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

/** What of a font bears on where its characters stand and how they look. */
export interface Font {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly vertical: boolean;
  readonly verticalAdvance: number;
  /** What a width of 1 is in ems. */
  readonly unit: number;
  /** The height of its em against its nominal size. */
  readonly em: number;
}

/** The font before any is chosen. */
export const noFont: Font = { bold: false, italic: false, vertical: false, verticalAdvance: -1000, unit: 0.001, em: 1 };

const boldName = /bold|black|heavy|demi/i;
const italicName = /italic|oblique/i;

/** A font as it counts here; `noFont` for one that is not there. */
export function fontOf(font: PaintedFont | undefined): Font {
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
