import type { PrintedLine } from './printedLine.ts';
import { endsSentence, type SeriesStart } from './seriesStarts.ts';

/** A line with which a paragraph begins whose number an extractor has torn off, and the line of the number. */
export interface TornStart {
  readonly number: number;
  readonly numberLine: PrintedLine;
}

/** What a line of the page is, its number aside. */
export type LineRole = 'heading' | 'bullet' | 'numbered text' | 'other text';

/**
 * Gives the numbers that stand alone on a page to its paragraphs. They may stand before them, behind them, or all in a
 * heap; so many paragraphs are looked for as there are numbers between two that still have their text.
 */
export function tornStarts(
  lines: readonly PrintedLine[],
  from: number,
  to: number,
  starts: ReadonlyMap<number, SeriesStart>,
  roleOf: (at: number) => LineRole,
): Map<number, TornStart> {
  const torn: { number: number; at: number }[] = [];
  const anchors: { number: number; at: number }[] = [];
  for (let at = from; at < to; at++) {
    const start = starts.get(at);
    if (start === undefined) continue;
    (isTorn(start, lines[at]!) ? torn : anchors).push({ number: start.number, at });
  }
  const found = new Map<number, TornStart>();
  if (torn.length === 0) return found;
  const candidates = startsOfText(lines, from, to, starts, roleOf);
  const bounds = [...anchors, { number: Infinity, at: to }];
  let above = from - 1;
  let number = -Infinity;
  for (const bound of bounds) {
    const wanted = torn.filter(each => each.number > number && each.number < bound.number);
    const chosen = candidates
      .filter(({ at }) => at > above && at < bound.at)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, wanted.length)
      .sort((a, b) => a.at - b.at);
    chosen.forEach(({ at }, i) => {
      const { number: own, at: line } = wanted[i]!;
      found.set(at, { number: own, numberLine: lines[line]! });
    });
    above = bound.at;
    number = bound.number;
  }
  return found;
}

/**
 * The paragraphs of a text in which numbers stand on lines of their own right above their paragraphs: by the place of each
 * paragraph's first line. Nothing if most torn numbers stand elsewhere.
 */
export function startsUnderNumbers(
  lines: readonly PrintedLine[],
  starts: ReadonlyMap<number, SeriesStart>,
): Map<number, TornStart> {
  const found = new Map<number, TornStart>();
  let torn = 0;
  for (const [at, start] of starts) {
    if (!isTorn(start, lines[at]!)) continue;
    torn++;
    const below = lines[at + 1];
    if (below !== undefined && !starts.has(at + 1) && opensParagraph.test(below.text))
      found.set(at + 1, { number: start.number, numberLine: lines[at]! });
  }
  return torn >= 5 && found.size > torn * 0.85 ? found : new Map();
}

const opensParagraph = /^[\p{Lu}\d‘“(]/u;

/** Whether a number stands alone on its line. */
export function isTorn({ textFrom }: SeriesStart, { text }: PrintedLine): boolean {
  return textFrom >= text.length;
}

/** The lines with which a numbered paragraph may begin, and how likely each is. */
function startsOfText(
  lines: readonly PrintedLine[],
  from: number,
  to: number,
  starts: ReadonlyMap<number, SeriesStart>,
  roleOf: (at: number) => LineRole,
): { at: number; worth: number }[] {
  const found: { at: number; worth: number }[] = [];
  let above: PrintedLine | undefined = lines[from - 1];
  let isUnderHeading = false;
  let isUnderNumber = false;
  /** Lines since the last that could be a paragraph's first: an extractor may have set that one apart. */
  let below = 2;
  for (let at = from; at < to; at++) {
    const line = lines[at]!;
    if (starts.has(at)) {
      isUnderNumber = true;
      if (isTorn(starts.get(at)!, line)) continue;
      above = line;
      below = 1;
      isUnderHeading = false;
      continue;
    }
    const role = roleOf(at);
    if (role === 'heading') isUnderHeading = true;
    else {
      const isSettled = isUnderHeading || above === undefined || endsSentence(above.text);
      if (role === 'numbered text' && isSettled && opensParagraph.test(line.text)) {
        const worth =
          (isUnderHeading ? 4 : 0) +
          (isUnderNumber ? 1.5 : 0) +
          (line.isApart ? 1 : 0) +
          (above !== undefined && !above.isFull ? 2 : 0) +
          (/\(Recommendations?[^)]*\)$/i.test(above?.text ?? '') ? 1 : 0) -
          (below === 1 && !isUnderHeading ? 1.5 : 0);
        found.push({ at, worth });
        below = 0;
      }
      below++;
      above = line;
      isUnderHeading = false;
    }
    isUnderNumber = false;
  }
  return found;
}
