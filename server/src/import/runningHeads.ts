import { addCount, addToGroup, append } from '../text/lists.ts';
import type { DropReason } from './ledger.ts';
import { mostFrequent, pagesOf } from './pageEdges.ts';
import type { PrintedLine } from './printedLine.ts';

/** A running head's words, whatever page it stands on: its number is at their end, or before a sign at their start. */
function keyOf(text: string): string {
  return text
    .replace(/\b(?:page )?\d{1,3}(?: of \d{1,3})?$/i, '#')
    .replace(/^(?:page )?\d{1,3}(?: of \d{1,3})?(?= ?[|–—•·-] ?\p{L}|\s+\p{Lu})/iu, '#')
    .toLowerCase();
}

/** What stands alone on lines of the text and comes again: a bullet’s mark, a tag, a sentence’s last words. */
const noHead = /^(?:[^#]|\(recommendation.*|[^#]*\p{L}[.!?][’”)]*)$/iu;

/** Lines that stand at the same edge of many pages. */
export function headsAtEdges(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isSection: (title: string) => boolean,
): number[] {
  const places = new Map<string, number[][]>();
  /** On the first page, what stands at its head and what at its foot. */
  const cover = new Map<string, { head?: number; foot?: number }>();
  const atFoot = new Map<string, number>();
  const pages = pagesOf(lines.filter(({ index }) => !dropped.has(index)));
  for (const [page, { edges }] of pages.entries()) {
    const own = new Map<string, number[]>();
    let above: string | undefined;
    const edge = edges(2);
    for (const [i, { index, text }] of edge.entries()) {
      const key = keyOf(text);
      const isFoot = 2 * i >= edge.length;
      if (page === 0) cover.set(key, { ...cover.get(key), [isFoot ? 'foot' : 'head']: index });
      else if (isFoot && !own.has(key)) addCount(atFoot, key);
      // A section may begin at the top of several pages.
      if (noHead.test(key) || isSection(text)) continue;
      const found = own.get(key);
      if (found === undefined) own.set(key, [index]);
      // A head that is printed as its shadow too stands there twice.
      else if (key === above) found.push(index);
      above = key;
    }
    for (const [key, indexes] of own) addToGroup(places, key, indexes);
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return [...places].flatMap(([key, all]) => {
    if (all.length < enough || pages.length <= 2) return [];
    const { head, foot } = cover.get(key) ?? {};
    // What stands at the foot of the other pages, and at the head of the first, is the title on the cover.
    if (head === undefined || (atFoot.get(key) ?? 0) < all.length - 1) return all.flat();
    const others = all.flat().filter(index => index !== head);
    return foot === undefined ? others : [...others, foot];
  });
}

/** Without pages: lines that come again and again with a page's number at their end or beside it, and those above them. */
export function headsAmongLines(lines: readonly PrintedLine[], dropped: ReadonlyMap<number, DropReason>): number[] {
  const places = new Map<string, number[]>();
  lines.forEach(({ text, index }, at) => {
    if (!dropped.has(index)) addToGroup(places, keyOf(text), at);
  });
  const isNumber = (at: number) => dropped.get(lines[at]?.index ?? -1) === 'page number';
  const pages = lines.filter((_, at) => isNumber(at)).length;
  const heads = new Set<number>();
  for (const [key, all] of places) {
    if (all.length < 3 || key === '#') continue;
    const numbers = all.map(at => Number(/(\d{1,3})$/.exec(lines[at]?.text ?? '')?.[1]));
    const goesUp = key.endsWith('#') && numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0));
    const isBeside = all.length > pages * 0.4 && all.every(at => isNumber(at - 1) || isNumber(at + 1));
    if (goesUp || isBeside) for (const at of [...all, ...linesAbove(lines, all)]) heads.add(at);
  }
  return [...heads].map(at => lines[at]?.index ?? -1);
}

/** The other lines of a running head, which have no number: the same above most of its last lines. */
function linesAbove(lines: readonly PrintedLine[], last: readonly number[]): number[] {
  const found: number[] = [];
  for (let distance = 1; distance <= 3; distance++) {
    const above = last.map(at => at - distance).filter(at => at >= 0);
    const key = mostFrequent(above.map(at => keyOf(lines[at]!.text)));
    const alike = above.filter(at => keyOf(lines[at]!.text) === key);
    if (alike.length < 3 || alike.length < last.length * 0.6) break;
    append(found, alike);
  }
  return found;
}
