import { addCount, commonest } from '../text/lists.ts';
import { literalPattern } from '../text/phrases.ts';
import { numbersOfPages, type PageNumber } from './joinedFurniture.ts';
import { pageLength } from './pagePlaces.ts';
import type { SourceLine } from './source.ts';

/** A line or a part of one, and the place of the line. */
export interface PlacedLine {
  readonly line: SourceLine;
  readonly origin: number;
}

/**
 * Lines that are pages, each with a page of its own, and the pages' numbers on lines of their own: those that a site writes
 * before each (*3.*), and those that print has set between the words.
 */
export function numberedPages(lines: readonly SourceLine[]): readonly PlacedLine[] {
  const labels = labelsOf(lines);
  const isPaged = (lines.at(-1)?.page ?? 1) > 1;
  const first = lines.find(({ text }) => text.trim() !== '');
  // A number above the first page is a page away from its page as those between two pages are.
  let page = (first?.text.trim().length ?? 0) > longestHead ? 0 : 1;
  let last = 0;
  const parts = lines.flatMap((line, origin) => {
    if (line.text.trim().length > longestHead && line.line !== last) {
      page++;
      last = line.line;
    }
    const own = isPaged ? line : { ...line, page: Math.max(1, page) };
    const label = labels.get(origin);
    if (label === undefined) return [{ line: own, origin }];
    return [
      { line: { ...own, text: line.text.slice(0, label), look }, origin },
      { line: { ...own, text: line.text.slice(label) }, origin },
    ];
  });
  return withoutInnerNumbers(withoutInnerNumbers(parts, 'named'), 'plain');
}

/** What a site writes before a page: *3.* */
const pageLabel = /^\s*(\d{1,3})[.:)](?=\s|$)\s*/;
/** A line that is no longer holds a page’s number, or its running head. */
const longestHead = 60;
/** With fewer pages than this nothing is sure. */
const fewestPages = 4;

/** How long the labels of pages are, by their lines: all go up by one from line to line, or there are none. */
function labelsOf(lines: readonly SourceLine[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const offsets = new Map<number, number>();
  const written = lines.flatMap(({ text, line }, at) =>
    text.trim() === '' || line === lines[at - 1]?.line ? [] : [{ text, at }],
  );
  const labelled = written.flatMap(({ text, at }, page) => {
    const [label = '', digits] = pageLabel.exec(text) ?? [];
    if (digits === undefined) return [];
    const offset = Number(digits) - page;
    addCount(offsets, offset);
    return [{ at, offset, length: label.length }];
  });
  const usual = commonest(offsets) ?? 0;
  const count = offsets.get(usual) ?? 0;
  if (count < fewestPages || count < written.length * 0.8) return found;
  for (const { at, offset, length } of labelled) if (offset === usual || at === written[0]?.at) found.set(at, length);
  return found;
}

/** A page’s number as it may stand between the words of two pages: in words, and alone. */
const forms = {
  named: /(?<=^|\s)(?:page|slide)\s+(\d{1,3})(?:\s+of\s+\d{1,3})?\s?[:.–—|-]?(?=\s|$)/gi,
  plain: /(?<=^|\s)([1-9]\d{0,2})(?=\s|$)/g,
};
const numberAlone = /^\s*(?:(?:page|slide)\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?\s*[:.]?\s*$/i;
/** How a line looks that holds a page’s number alone. */
const look = { furniture: 'head' as const };

/** Sets the numbers of pages apart that stand between the words of a line that holds several pages, in one of their forms. */
function withoutInnerNumbers(parts: readonly PlacedLine[], form: keyof typeof forms): readonly PlacedLine[] {
  const lines = parts.map(({ line }) => line);
  const numbers = innerNumbers(lines, form).filter(({ isAlone }) => !isAlone);
  return partedAtNumbers(parts, numbersOfPages(numbers, lines, { joined: 0 }));
}

/**
 * Lines of print or of paragraphs, without pages: the numbers set apart that stand within their sentences. For that many must
 * do so, and all numbers together be nearly those of all pages, about as far from each other as pages are.
 */
export function withoutNumbersInSentences(lines: readonly SourceLine[]): readonly PlacedLine[] {
  const parts = lines.map((line, origin) => ({ line, origin }));
  const numbers = innerNumbers(lines, 'plain').map(own => ({ ...own, isApart: own.isAlone }));
  const joined = 0.25;
  const rough = numbersOfPages(numbers, lines, { joined });
  if (rough.length < fewestSure) return parts;
  const found = numbersOfPages(numbers, lines, { joined, usual: pageLength(rough) * 0.6 });
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined || found.length < (last.number - first.number + 1) * 0.85) return parts;
  const page = pageLength(found);
  const isSure = (own: PageNumber, i: number): boolean => {
    const above = found[i - 1];
    const length = above === undefined ? page : (own.above - above.above) / (own.number - above.number);
    return length > page * 0.35 && length < page * 1.9;
  };
  return partedAtNumbers(
    parts,
    found.filter((own, i) => !own.isAlone && isSure(own, i)),
  );
}

/** The words before a number that is a recommendation’s, or a paragraph’s. */
const inTag = /\((?:recommendations?|paragraphs?)\s[^()]*$/i;
/** Blanks between a number and its neighbours, at most. */
const nearby = 200;
/** With fewer numbers than this none in a sentence is sure to be a page’s. */
const fewestSure = 6;

/** A number in a line, and whether nothing else stands there. */
type InnerNumber = PageNumber & { readonly to: number; readonly isAlone: boolean };

function innerNumbers(lines: readonly SourceLine[], form: keyof typeof forms): InnerNumber[] {
  const numbers: InnerNumber[] = [];
  // Where pages have lines of their own, their numbers stand at the lines’ ends.
  const isOfPages = lines.filter(({ text }) => text.length > longestHead).length >= fewestPages;
  let above = 0;
  for (const [at, { text, look }] of lines.entries()) {
    const isAlone = numberAlone.test(text);
    for (const match of look === undefined ? text.matchAll(forms[form]) : []) {
      const to = match.index + match[0].length;
      const before = text.slice(0, match.index);
      const after = isAlone ? '' : text.slice(to).trim();
      if (inTag.test(before.slice(-nearby))) continue;
      const isAtEdge = before.trim() === '' || after === '';
      const isApart =
        form === 'named' || (isOfPages ? isAtEdge : isBetweenSentences(before.slice(-nearby), after.slice(0, nearby)));
      const place = { page: 1, above: above + match.index };
      numbers.push({ at, number: Number(match[1]), before, after, isApart, ...place, to, isAlone });
    }
    above += text.length;
  }
  return numbers;
}

/** Lines parted before and after numbers that are pages’, and after and before the running heads beside these. */
function partedAtNumbers(parts: readonly PlacedLine[], found: readonly InnerNumber[]): readonly PlacedLine[] {
  const cut = parts.map(({ line: { text } }, at) => {
    const cuts = found.filter(number => number.at === at).flatMap(({ before, to }) => [before.length, to]);
    return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]));
  });
  const head = sharedWords(
    cut.flatMap(pieces => pieces.filter((_, i) => i % 2 === 0).slice(1)),
    'start',
  );
  const foot = sharedWords(
    cut.flatMap(pieces => pieces.filter((_, i) => i % 2 === 0).slice(0, -1)),
    'end',
  );
  return parts.flatMap((part, at) => {
    const pieces = cut[at] ?? [];
    if (pieces.length < 2) return [part];
    const { line, origin } = part;
    return pieces.flatMap((text, i) => {
      if (i % 2 === 1) return [{ line: { ...line, text, look }, origin }];
      const from = i === 0 ? 0 : (head?.exec(text)?.[0].length ?? 0);
      const to = i === pieces.length - 1 ? text.length : (foot?.exec(text)?.index ?? text.length);
      return [text.slice(0, from), text.slice(from, to), text.slice(to)].flatMap((words, k) =>
        words.trim() === '' && k !== 1 ? [] : [{ line: { ...line, text: words, ...(k !== 1 && { look }) }, origin }],
      );
    });
  });
}

/** A running head has no more words. */
const mostWords = 30;

/** The words with which most texts of pages begin, or end, as an expression of them: their running head. */
function sharedWords(texts: readonly string[], edge: 'start' | 'end'): RegExp | undefined {
  const rows = texts.map(text => {
    const words = text.trim().split(/\s+/);
    return edge === 'start' ? words.slice(0, mostWords) : words.slice(-mostWords).reverse();
  });
  const enough = Math.max(fewestPages - 1, texts.filter(text => text.trim() !== '').length * 0.6);
  let shared: string[] = [];
  for (let count = 1; count <= mostWords; count++) {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const key = row.slice(0, count).join(' ');
      addCount(counts, key);
    }
    const words = commonest(counts) ?? '';
    // What ends a sentence is the pages’ own, however many end alike.
    if ((counts.get(words) ?? 0) < enough || /[.!?;][)’”"']*$/.test(words)) break;
    shared = words.split(' ');
  }
  if (shared.length < 2) return undefined;
  const words = (edge === 'start' ? shared : shared.reverse()).map(literalPattern);
  return new RegExp(edge === 'start' ? `^\\s*${words.join('\\s+')}\\s*` : `\\s*${words.join('\\s+')}\\s*$`);
}

/** Whether a number stands between two sentences, or at a line’s end, or below the last entry of contents. */
function isBetweenSentences(before: string, after: string): boolean {
  return /(?:[.!?:)]|^|\p{L} \d{1,3})\s*$/u.test(before) && /^\s*(?:$|[\p{Lu}\d‘“])/u.test(after);
}
