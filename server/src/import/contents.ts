import { addToGroup } from '../text/lists.ts';
import { firstWhere } from '../text/text.ts';
import type { DropReason } from './ledger.ts';
import type { PrintedLine } from './printedLine.ts';

/** A title of the contents is a word or three. */
const longestTitle = 40;

/** An entry of the contents: a title and a page, or only the page. */
const contentsEntry = /(?:^|[\s.…])(\d{1,3})$/;

/** What stands in a line of running text, and in no title. */
const betweenSentences = /\p{Ll}[.!?] \p{Lu}\p{Ll}/u;

/** From the title to the last line that ends in a page's number, wrapped titles between them included. */
export function contentsOf(
  lines: readonly PrintedLine[],
  dropped: ReadonlyMap<number, DropReason>,
  isContents: (title: string) => boolean,
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
      for (const [at, line] of lines.entries()) addToGroup(places, line.text, at);
    }
    return places.get(text) ?? [];
  };
}

/** The first of some rising numbers that is more than another. */
function firstAbove(numbers: readonly number[], least: number): number | undefined {
  return numbers[firstWhere(numbers.length, i => numbers[i]! > least)];
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
