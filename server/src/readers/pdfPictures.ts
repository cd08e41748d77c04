import type { Remark, SourceLine } from '../import/source.ts';
import { addCount } from '../text/lists.ts';
import type { LinedPage } from './pdfFurniture.ts';
import type { Box } from './pdfGeometry.ts';

/** A picture in its place; pages count from 1. */
export interface Picture {
  readonly page: number;
  readonly box: Box;
}

/** In shares of a page's height: what lies within it at an edge goes with the running head or foot. */
const edge = 0.15;

/** One remark for each page with text that has a picture of its own, and not only such as stand at every page's edge. */
export function pictureRemarks(
  pictures: readonly Picture[],
  pages: readonly LinedPage[],
  lines: readonly SourceLine[],
): Remark[] {
  const counts = new Map<string, number>();
  for (const { box } of pictures) addCount(counts, placeOf(box));
  const remarks: Remark[] = [];
  let last = 0;
  for (const { page, box } of pictures) {
    const { height, lines: ofPage } = pages[page - 1]!;
    const isFurniture = counts.get(placeOf(box))! > 2 || box.bottom < edge * height || box.top > (1 - edge) * height;
    if (isFurniture || page === last || ofPage.length === 0) continue;
    last = page;
    const first = lines.findIndex(line => line.page === page);
    const above = ofPage.findLastIndex(({ base }) => base <= box.bottom);
    remarks.push({
      kind: 'picture',
      text: `Page ${page} has a picture.`,
      at: first + Math.max(0, above),
    });
  }
  return remarks;
}

function placeOf({ left, top }: Box): string {
  return `${Math.round(left / 4)} ${Math.round(top / 4)}`;
}
