import { addToGroup } from '../text/lists.ts';
import { atTheirPlaces, pageLength } from './pagePlaces.ts';
import type { SourceLine } from './source.ts';

/** A number in a line that may be its page's: what stands before it, what after it. */
export interface PageNumber {
  readonly at: number;
  readonly number: number;
  readonly before: string;
  readonly after: string;
  readonly page: number;
  /** Whether something sets its line apart from the one above, or what follows on it is no sentence’s words. */
  readonly isApart: boolean;
  /** How many characters of the text stand above its line. */
  readonly above: number;
}

/**
 * Lines to which an extractor joined the page's number, and perhaps the words of the running head before it, each parted in
 * two: `27 June to 1 July 2022 3 5. Daily triage …`. A number is a page's only if the others go up with it through the whole
 * text, about as far from each other as pages are.
 */
export function partedFurniture(lines: readonly SourceLine[]): readonly SourceLine[] {
  const places = new Map<number, PageNumber>();
  for (const numbers of numbersByHead(lines).values())
    for (const each of numbersOfPages(numbers, lines)) if (each.after !== '') places.set(each.at, each);
  if (places.size === 0) return lines;
  return lines.flatMap((line, at) => {
    const found = places.get(at);
    if (found === undefined) return [line];
    return [
      { ...line, text: `${found.before}${found.number}` },
      { ...line, text: found.after },
    ];
  });
}

/** Nothing, a title, or a paragraph with a number of its own. */
const begins = /^(?:$|\p{Lu}[^.;:]{2,60}$|\d{1,3}\. )/u;
/** A running head is no longer than this. */
const longestHead = 90;
/** The words before a number that are no head but a sentence’s. */
const shortestHead = 8;

/** The numbers that could be pages', by the words before them. */
function numbersByHead(lines: readonly SourceLine[]): Map<string, PageNumber[]> {
  const heads = new Map<string, PageNumber[]>();
  const isPaged = (lines.at(-1)?.page ?? 1) > 1;
  let above = 0;
  let last = 0;
  let line = 0;
  let isBelowBlank = true;
  for (const [at, { text, page }] of lines.entries()) {
    const isApart = isBelowBlank || /^\s/.test(text);
    isBelowBlank = text.trim() === '';
    if (isBelowBlank) continue;
    line = page === last ? line + 1 : 1;
    last = page;
    if (!isPaged || line <= 2) {
      for (const match of text.slice(0, longestHead + 8).matchAll(/(?<=^|\s)[1-9]\d{0,2}(?=\s|$)/g)) {
        const before = text.slice(0, match.index);
        const head = before.trim().toLowerCase();
        if (head.length > longestHead || (head !== '' && head.length < shortestHead)) continue;
        const after = text.slice(match.index + match[0].length).trim();
        if (head !== '' && after === '') continue;
        const number = {
          at,
          number: Number(match[0]),
          before,
          after,
          page,
          isApart: isApart || begins.test(after),
          above,
        };
        addToGroup(heads, head, number);
      }
    }
    above += text.length;
  }
  return heads;
}

interface Chain<Found> {
  readonly worth: number;
  readonly count: number;
  readonly last: Found;
  readonly before: Chain<Found> | undefined;
}

/** How pages’ numbers stand in a text. */
interface PageShape {
  /** How much text a page has at least, but for a few. */
  readonly usual?: number;
  /** Which part of the numbers stands on lines with other words. */
  readonly joined?: number;
}

/** Those of the numbers that are the pages', if there are enough of them and they stand where pages end. */
export function numbersOfPages<Found extends PageNumber>(
  numbers: readonly Found[],
  lines: readonly SourceLine[],
  { usual = usualPage, joined = 0.5 }: PageShape = {},
): Found[] {
  if (numbers.length < fewestPages) return [];
  const best = new Map<number, Chain<Found>>();
  let longest: Chain<Found> | undefined;
  for (const last of numbers) {
    const own = last.isApart ? 1 : 0.7;
    let chain: Chain<Found> = { worth: own, count: 1, last, before: undefined };
    for (let number = last.number - 1; number >= last.number - 3; number--) {
      const before = best.get(number);
      if (before === undefined || !isPagesBelow(before.last, last)) continue;
      const isShort = last.page === before.last.page && last.above - before.last.above < usual;
      const worth = before.worth + (isShort ? own / 2 : own) - (last.number - number - 1) * 0.6;
      if (worth > chain.worth) chain = { worth, count: before.count + 1, last, before };
    }
    if (chain.worth > (best.get(last.number)?.worth ?? 0)) best.set(last.number, chain);
    if (chain.worth > (longest?.worth ?? 0)) longest = chain;
  }
  const found: Found[] = [];
  for (let chain = longest; chain !== undefined; chain = chain.before) found.unshift(chain.last);
  const pages = atTheirPlaces(found, numbers, (each, own) => each.page === own.page);
  return arePages(pages, lines, joined) ? pages.filter((_, i) => isPageLong(pages, i)) : [];
}

/** With fewer pages than this nothing is sure. */
const fewestPages = 4;
/** The fewest characters of a page, where only numbers say where one ends, and what all but a few have. */
const shortestPage = 80;
const usualPage = 400;
const longestPage = 8000;

/** Whether as many pages may lie between two numbers as the numbers say. */
function isPagesBelow(above: PageNumber, below: PageNumber): boolean {
  const pages = below.number - above.number;
  if (below.page !== above.page) return below.page - above.page === pages;
  return below.above - above.above >= shortestPage * pages;
}

/** Whether numbers reach through the whole text, and the first stands where it should if the pages before it are as long. */
function arePages(found: readonly PageNumber[], lines: readonly SourceLine[], least: number): boolean {
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined || found.length < fewestPages) return false;
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const page = pageLength(found);
  const isThrough = first.above < length / 4 + page && last.above > (length * 3) / 4 - page;
  const isFromStart = Math.abs(first.above / page - first.number + 1) < 3;
  const isDense = found.length > (last.number - first.number + 1) * 0.6 && page < longestPage;
  // Without pages a number that begins a line may be the sentence's, unless this is what the extractor does everywhere.
  const joined = found.filter(({ after }) => after !== '').length;
  return isThrough && isFromStart && isDense && (first.page !== last.page || joined >= found.length * least);
}

/** Whether a page's worth of text stands between a number and the one before it, if nothing else says that it is a page's. */
function isPageLong(found: readonly PageNumber[], at: number): boolean {
  const own = found[at]!;
  const above = found[at - 1];
  if (own.isApart) return true;
  const isFirst = own.page > 1 || own.before.trim() === '';
  if (above === undefined) return isFirst || own.above / own.number > pageLength(found) * 0.15;
  if (own.page !== above.page) return true;
  return (own.above - above.above) / (own.number - above.number) > pageLength(found) * 0.15;
}
