import { mostFrequent, type Page, pagesOf } from './pageEdges.ts';
import { atTheirPlaces } from './pagePlaces.ts';
import type { PrintedLine } from './printedLine.ts';

/** A line that holds nothing but a page’s number. */
export const bareNumber =
  /^(?:[-–—|]{1,2} ?)?(?:p ?a ?g ?e )?(?:\| )?(\d{1,3})(?: ?(?:of|\/) ?\d{1,3})?(?: ?[-–—|]{1,2}| ?\| ?p ?a ?g ?e)?$/i;

/** What some extractors write between two pages. */
const pageBreak = /^[-–—=\s]*page ?\(?\d{1,3}\)? ?break[-–—=\s]*$/i;

/** The lines that hold nothing but their page's number: at its edge, or some lines from it where an extractor put it there. */
export function numbersAtEdges(lines: readonly PrintedLine[]): number[] {
  const pages = pagesOf(lines);
  const numbers = ({ page, edges }: Page, count: number) =>
    edges(count).flatMap(({ index, text }) => {
      const digits = bareNumber.exec(text)?.[1];
      return digits === undefined ? [] : [{ index, offset: Number(digits) - page }];
    });
  const offsets = (count: number) => pages.flatMap(page => numbers(page, count)).map(({ offset }) => offset);
  // Under a running head of two or three lines no number is at an edge.
  const inner = mostFrequent(offsets(4));
  const isInner = offsets(4).filter(offset => offset === inner).length > pages.length / 2;
  const usual = mostFrequent(offsets(1)) ?? (isInner ? inner : undefined);
  return pages.flatMap(page => {
    const fitting = (count: number) => numbers(page, count).filter(({ offset }) => offset === usual);
    const found = fitting(1);
    return (found.length > 0 ? found : fitting(4).slice(0, 1)).map(({ index }) => index);
  });
}

/** Lines that may be the numbers of one page after the other. */
interface Chain {
  readonly worth: number;
  readonly count: number;
  readonly last: { readonly index: number; readonly number: number; readonly at: number; readonly above: number };
  readonly before: Chain | undefined;
}

/**
 * Without pages: lines of a number alone that go up, a few missing perhaps, far enough from each other to be pages'. An
 * extractor may have written numbers of its own beside those that are printed, in another form.
 */
export function numbersAmongLines(lines: readonly PrintedLine[]): number[] {
  const breaks = lines.filter(({ text }) => pageBreak.test(text)).map(({ index }) => index);
  const isPlain = ({ text }: PrintedLine) => /^\d+$/.test(text);
  return [...breaks, ...risingNumbers(lines, isPlain), ...risingNumbers(lines, line => !isPlain(line))];
}

/** The longest row of numbers on the lines of one form. */
function risingNumbers(lines: readonly PrintedLine[], isOfForm: (line: PrintedLine) => boolean): number[] {
  const best = new Map<number, Chain>();
  const numbers: Chain['last'][] = [];
  let longest: Chain | undefined;
  let above = 0;
  for (const [at, line] of lines.entries()) {
    const digits = isOfForm(line) ? bareNumber.exec(line.text)?.[1] : undefined;
    if (digits !== undefined) {
      const last = { index: line.index, number: Number(digits), at, above };
      numbers.push(last);
      const chain = chainTo(last, best);
      if (chain.worth > (best.get(last.number)?.worth ?? 0)) best.set(last.number, chain);
      if (chain.worth > (longest?.worth ?? 0)) longest = chain;
    }
    above += line.text.length;
  }
  if ((longest?.count ?? 0) < 3) return [];
  const found: Chain['last'][] = [];
  for (let chain = longest; chain !== undefined; chain = chain.before) found.unshift(chain.last);
  return atTheirPlaces(found, numbers).map(({ index }) => index);
}

/** Most pages have so many lines, or so many characters where a line is a paragraph; one that has two is none. */
const fewestLines = 8;
const fewestCharacters = 500;

/** The best row of page numbers that ends with one. */
function chainTo(last: Chain['last'], best: ReadonlyMap<number, Chain>): Chain {
  let found: Chain = { worth: 1, count: 1, last, before: undefined };
  for (let number = last.number - 1; number >= last.number - 3; number--) {
    const before = best.get(number);
    if (before === undefined) continue;
    const lines = last.at - before.last.at;
    const isFar = lines >= fewestLines || last.above - before.last.above >= fewestCharacters;
    const worth = before.worth + (isFar ? 1 : 0.4) - (last.number - number - 1) * 0.4;
    if ((isFar || lines > 2) && worth > found.worth) found = { worth, count: before.count + 1, last, before };
  }
  return found;
}
