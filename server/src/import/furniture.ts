import { addToGroup, append } from '../text/lists.ts';
import type { DropReason } from './ledger.ts';
import { atTheirPlaces } from './pagePlaces.ts';
import type { PrintedLine } from './printedLine.ts';

/** The lines of the text itself, and what was on the pages beside it: by its place in the source, why it was left out. */
export interface Unfurnished {
  readonly lines: readonly PrintedLine[];
  readonly dropped: ReadonlyMap<number, DropReason>;
}

/** Whether a title is that of a page of contents, or of a section. */
type IsTitle = (title: string) => boolean;

/** Leaves out running heads and feet, page numbers and contents: by what repeats, by place, and by what the source says. */
export function withoutFurniture(
  lines: readonly PrintedLine[],
  isContents: IsTitle,
  isSection: IsTitle = () => false,
): Unfurnished {
  const dropped = new Map<number, DropReason>();
  for (const { index, look, text } of lines) {
    if (look?.furniture === 'contents') dropped.set(index, 'contents');
    else if (look?.furniture !== undefined) dropped.set(index, numberAlone.test(text) ? 'page number' : 'running head');
  }
  const isPaged = (lines.at(-1)?.page ?? 1) > 1;
  const numbers = isPaged ? numbersAtEdges(lines) : numbersAmongLines(lines);
  for (const index of numbers) dropped.set(index, 'page number');
  const written = new Map(lines.map(({ index, text }) => [index, text]));
  for (const index of isPaged ? headsAtEdges(lines, dropped, isSection) : headsAmongLines(lines, dropped))
    dropped.set(index, bareNumber.test(written.get(index) ?? '') ? 'page number' : 'running head');
  for (const index of contentsOf(lines, dropped, isContents)) dropped.set(index, 'contents');
  return { lines: joinedPages(lines, dropped, isPaged), dropped };
}

/** What is left; the first line of what is left of a page is its top, and what stands below a page's foot. */
function joinedPages(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isPaged: boolean,
): PrintedLine[] {
  const left: PrintedLine[] = [];
  let isTop = true;
  for (const line of lines) {
    const reason = dropped.get(line.index);
    if (isPaged ? line.isTop : reason === 'page number' || reason === 'running head') isTop = true;
    if (reason !== undefined) continue;
    left.push({ ...line, isTop, isApart: line.isApart && !isTop });
    isTop = false;
  }
  return left;
}

const bareNumber =
  /^(?:[-–—|]{1,2} ?)?(?:p ?a ?g ?e )?(?:\| )?(\d{1,3})(?: ?(?:of|\/) ?\d{1,3})?(?: ?[-–—|]{1,2}| ?\| ?p ?a ?g ?e)?$/i;
/** A number that a reader has said to be a page’s, in words perhaps. */
const numberAlone = /^\W*(?:(?:page|slide) ?)?\d{1,3}(?: ?(?:of|\/) ?\d{1,3})?\W*$/i;
/** What some extractors write between two pages. */
const pageBreak = /^[-–—=\s]*page ?\(?\d{1,3}\)? ?break[-–—=\s]*$/i;

/** The lines that hold nothing but their page's number: at its edge, or some lines from it where an extractor put it there. */
function numbersAtEdges(lines: readonly PrintedLine[]): number[] {
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
function numbersAmongLines(lines: readonly PrintedLine[]): number[] {
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
function headsAtEdges(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isSection: IsTitle,
): number[] {
  const places = new Map<string, number[][]>();
  const pages = pagesOf(lines.filter(({ index }) => !dropped.has(index)));
  for (const { edges } of pages) {
    const own = new Map<string, number[]>();
    let above: string | undefined;
    for (const { index, text } of edges(2)) {
      const key = keyOf(text);
      // A section may begin at the top of several pages.
      if (noHead.test(key) || isSection(text)) continue;
      const found = own.get(key);
      if (found === undefined) own.set(key, [index]);
      // A head that is printed as its shadow too stands there twice.
      else if (key === above) found.push(index);
      above = key;
    }
    for (const [key, indexes] of own) {
      addToGroup(places, key, indexes);
    }
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return [...places.values()].filter(all => all.length >= enough && pages.length > 2).flat(2);
}

/** Without pages: lines that come again and again with a page's number at their end or beside it, and those above them. */
function headsAmongLines(lines: readonly PrintedLine[], dropped: ReadonlyMap<number, DropReason>): number[] {
  const places = new Map<string, number[]>();
  lines.forEach(({ text, index }, at) => {
    if (dropped.has(index)) return;
    const key = keyOf(text);
    addToGroup(places, key, at);
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

/** A title of the contents is a word or three. */
const longestTitle = 40;

/** An entry of the contents: a title and a page, or only the page. */
const contentsEntry = /(?:^|[\s.…])(\d{1,3})$/;

/** What stands in a line of running text, and in no title. */
const betweenSentences = /\p{Ll}[.!?] \p{Lu}\p{Ll}/u;

/** From the title to the last line that ends in a page's number, wrapped titles between them included. */
function contentsOf(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isContents: IsTitle,
): number[] {
  const left = lines.filter(({ index }) => !dropped.has(index));
  const placesOf = placesAmong(left);
  let tries = 0;
  const found: number[] = [];
  for (let at = 0; at < left.length; at++) {
    const first = left[at];
    if (first === undefined || first.text.length > longestTitle || !isContents(first.text)) continue;
    const last = [entriesTo(left, at), columnsTo(left, at), titlesTo(left, at, placesOf)].find(
      to => to - at >= 3 && tries++ < mostTries && isSaidElsewhere(left, at, to),
    );
    if (last === undefined) continue;
    for (let i = at; i <= last; i++) found.push(left[i]?.index ?? -1);
    at = last;
  }
  return found;
}

/** No report has so many lists of contents. */
const mostTries = 12;

/** The last line of contents whose entries end in their pages. */
function entriesTo(lines: readonly PrintedLine[], at: number): number {
  let last = at;
  let page = 0;
  for (let i = at + 1; i < lines.length && i - last <= 8; i++) {
    const line = lines[i];
    if (line === undefined || (line.page !== lines[at]?.page && i - last > 3) || betweenSentences.test(line.text))
      break;
    const number = Number(contentsEntry.exec(line.text)?.[1] ?? -1);
    if (number >= page && !/[.!]$/.test(lines[i - 1]?.text ?? '')) {
      last = i;
      page = number;
    } else if (/[.;:]$/.test(line.text) && !/[.…]{3}$/.test(line.text)) break;
  }
  return last;
}

/** The last line of contents whose pages an extractor has written below all of the titles. */
function columnsTo(lines: readonly PrintedLine[], at: number): number {
  let to = at + 1;
  while (to < lines.length && to - at <= mostTitles && isTitleOfContents(lines[to]!.text)) to++;
  const titles = to - at - 1;
  let page = 0;
  for (; to < lines.length && /^\d{1,3}$/.test(lines[to]!.text) && Number(lines[to]!.text) >= page; to++)
    page = Number(lines[to]!.text);
  const pages = to - at - 1 - titles;
  // A title may take two lines, and a part may have no page.
  return pages >= 3 && pages <= titles && pages >= titles * 0.6 ? to - 1 : at;
}

/** The last line of contents without pages: each title stands again on a line of its own, below those before it. */
function titlesTo(lines: readonly PrintedLine[], at: number, placesOf: (text: string) => readonly number[]): number {
  let to = at;
  let below = at;
  while (to + 1 < lines.length && to - at < mostTitles && isTitleOfContents(lines[to + 1]!.text)) {
    const again = firstAbove(placesOf(lines[to + 1]!.text), Math.max(below, to + 1));
    if (again === undefined) break;
    below = again;
    to++;
  }
  // The first title's own place is the end of the list.
  return to - at >= 4 && to < below ? to : at;
}

/** Where each text stands among the lines; looked for when it is first asked. */
function placesAmong(lines: readonly PrintedLine[]): (text: string) => readonly number[] {
  let places: Map<string, number[]> | undefined;
  return text => {
    if (places === undefined) {
      places = new Map();
      for (const [at, line] of lines.entries()) {
        addToGroup(places, line.text, at);
      }
    }
    return places.get(text) ?? [];
  };
}

/** The first of some rising numbers that is more than another. */
function firstAbove(numbers: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > least) high = middle;
    else low = middle + 1;
  }
  return numbers[low];
}

const mostTitles = 60;

function isTitleOfContents(text: string): boolean {
  return text.length <= 120 && !/^\d{1,3}$|[.;,]$/.test(text) && !betweenSentences.test(text);
}

/** Whether the titles of the contents come again: what is nowhere else is no list of what is there. */
function isSaidElsewhere(lines: readonly PrintedLine[], from: number, to: number): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('\u00ad', '')
      .replace(/[\d.…\\]+/g, ' ')
      .trim();
  const others = lines.filter((_, at) => at < from || at > to).map(({ text }) => plain(text));
  const words = new Set(others.join(' ').split(/\s+/));
  const letters = others.join('').replace(/\s+/g, '');
  return lines.slice(from + 1, to + 1).every(({ text }) => {
    const own = plain(text);
    return own.split(/\s+/).every(word => word === '' || words.has(word)) || letters.includes(own.replace(/\s+/g, ''));
  });
}

interface Page {
  readonly page: number;
  /** Its first and its last lines, so many of each. */
  readonly edges: (count: number) => readonly PrintedLine[];
}

function pagesOf(lines: readonly PrintedLine[]): Page[] {
  const pages = new Map<number, PrintedLine[]>();
  for (const line of lines) {
    addToGroup(pages, line.page, line);
  }
  return [...pages].map(([page, own]) => ({
    page,
    edges: count => (own.length <= 2 * count ? own : [...own.slice(0, count), ...own.slice(-count)]),
  }));
}

function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
