import { runsOf } from '../text/lists.ts';
import type { Glyph } from './pdfPrint.ts';

/** Characters that stand on one line with no wide gap between them. */
export interface Chunk {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of its largest letters. */
  readonly size: number;
}

/** In ems: a gap this wide parts what stands on one line. */
const wideGap = 1.2;
/** In ems: letters of one word stand closer than this. */
const wordGap = 0.16;

/** Glyphs as they follow each other on the page, cut where the line or the part of the page changes; blank ones dropped. */
export function chunksOf(glyphs: readonly Glyph[]): Chunk[] {
  return runsOf(glyphs, (glyph, before) => followsOn(before, glyph)).flatMap(run => chunkOf(run) ?? []);
}

/** A chunk of these glyphs, or nothing if they are blank. */
function chunkOf(glyphs: readonly Glyph[]): Chunk | undefined {
  let [from, to] = [0, glyphs.length];
  while (from < to && glyphs[from]!.text === ' ') from++;
  while (to > from && glyphs[to - 1]!.text === ' ') to--;
  if (from === to) return undefined;
  let [left, right, size] = [glyphs[from]!.left, glyphs[from]!.right, 0];
  for (let i = from; i < to; i++) {
    const glyph = glyphs[i]!;
    if (glyph.text === ' ') continue;
    left = Math.min(left, glyph.left);
    right = Math.max(right, glyph.right);
    size = Math.max(size, glyph.size);
  }
  return {
    glyphs: from === 0 && to === glyphs.length ? glyphs : glyphs.slice(from, to),
    left,
    right,
    base: glyphs[from]!.base,
    size,
  };
}

/** The chunks that a chunk falls into when it is cut before each word that is somewhere else than the one before it. */
export function cutChunk<Place>(
  chunk: Chunk,
  placeOf: (word: Chunk) => Place,
): { readonly place: Place; readonly chunk: Chunk }[] {
  const pieces: { place: Place; glyphs: Glyph[] }[] = [];
  for (const word of wordsOf(chunk)) {
    const place = placeOf(word);
    const last = pieces.at(-1);
    if (last !== undefined && last.place === place) last.glyphs.push(space(last.glyphs.at(-1)!), ...word.glyphs);
    else pieces.push({ place, glyphs: [...word.glyphs] });
  }
  return pieces.map(({ place, glyphs }) => ({ place, chunk: chunkOf(glyphs)! }));
}

function wordsOf({ glyphs }: Chunk): Chunk[] {
  return runsOf(glyphs, (glyph, before) => glyph.text !== ' ' && !isApart(before, glyph)).flatMap(
    run => chunkOf(run) ?? [],
  );
}

/** Whether two characters that follow each other on a line belong to two words. */
export function isApart(before: Glyph, after: Glyph): boolean {
  return after.left - before.right > wordGap * Math.max(before.size, after.size);
}

/** A space after a character. */
function space(glyph: Glyph): Glyph {
  return { ...glyph, text: ' ', left: glyph.right };
}

function followsOn(before: Glyph, after: Glyph): boolean {
  const gap = after.left - before.right;
  const em = Math.max(before.size, after.size);
  return (
    Math.abs(after.base - before.base) < 0.04 * em &&
    gap < wideGap * em &&
    gap > -em / 2 &&
    before.artifact === after.artifact
  );
}
