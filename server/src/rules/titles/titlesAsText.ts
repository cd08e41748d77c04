import { blocksWith } from '../../model/blocksWith.ts';
import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { SectionKind } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import type { Block } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { blockText } from '../../syntax/document.ts';
import { editDistance } from '../../text/editDistance.ts';
import { matchAt } from '../../text/matchAt.ts';
import { firstWhere, type Span } from '../../text/text.ts';
import { isTitle, longEnough, longestTitle, slips, titleKeys } from './sectionTitles.ts';

/** Whether a block may be a title that has lost its mark, by its kind and length. */
export function mayBeTitle({ blocks }: Document, index: number): boolean {
  const block = blocks[index];
  return block !== undefined && titleKinds.has(block.kind) && block.end - block.start <= longestTitle;
}

/** A block that a title becomes by another mark before its own, or without it. */
const titleKinds: ReadonlySet<Block['kind']> = new Set(['plain', 'bullet', 'quotation', 'numbered']);

/** What stands before a title’s words that is read as text. */
export const textMarks =
  /^(?:[-–—*+>•·▪●§|]{1,2}\s+|\d{1,3}[.)]\s+|\\|[^\p{L}\p{N}\s#＃]{1,3}\s?(?=[#＃]))?\s*(?:(?:\\?[#＃])+[.:]?|[=*]+|!+(?=\s)|h(?:eading )?\d[.:]|heading \d(?=\p{L})|<(?:h\d|u|b|p|strong)>)?\s*[_“"'‘]?/iu;

/** What stands after them: the other marks (but not the end of a note’s), an HTML tag, or an underline. */
export const textEnd = /\s*(?:(?<!\[\^[^\s[\]]{1,20})[=*_~\]"”'’|]+|#{1,6}|<\/(?:h\d|u|b|p|strong)>|[\r\n]+[-=]{3,})$/;

/**
 * Where a section’s title stands as a paragraph: its heading’s mark is gone, no blank follows it, or another stands before
 * it.
 */
export function titleAsText(report: Report, kind: SectionKind): Span | undefined {
  const { document } = report;
  const { blocks, starts, source } = document;
  const keys = titleKeys(report, kind);
  for (const [i, block] of blocks.entries()) {
    if (!mayBeTitle(document, i)) continue;
    const start = starts[i] ?? 0;
    const place = { from: start + block.start, to: start + block.end };
    const written = source.slice(place.from, place.to);
    // A bullet, quotation or item is none without a heading’s mark, or where others stand beside it.
    if (block.kind !== 'plain' && !/^.{1,5}[#＃]/.test(written) && !isItemAlone(report, i)) continue;
    const words = wordsOfTitle(written);
    if (isTitle(keys, words)) return place;
    // With a heading’s marks it is one, though it may be misspelt too.
    if (/^[#＃]{2}/.test(written) && [...keys].some(key => isNear(words, key))) return place;
  }
  const indented = indentedHeadings(report).find(({ from, to }) => isTitle(keys, wordsOfTitle(source.slice(from, to))));
  return indented ?? titleInHeading(report, keys) ?? titleRunIn(report, kind);
}

/** A heading that has got into the line of another: from its marks on. */
function titleInHeading({ sections, document: { source } }: Report, keys: ReadonlySet<string>): Span | undefined {
  for (const { titleSpan } of sections) {
    const written = source.slice(titleSpan.from, titleSpan.to);
    const at = written.includes('##') ? written.search(/(?<=\s)#{2,6}\s\p{L}/u) : -1;
    if (at > 0 && isTitle(keys, wordsOfTitle(written.slice(at))))
      return { from: titleSpan.from + at, to: titleSpan.to };
  }
  return undefined;
}

/** A title that has lost both its mark and its line: a plain paragraph begins with it, and its text follows. */
function titleRunIn({ document, framework }: Report, { titles, area }: SectionKind): Span | undefined {
  const { blocks, starts, source } = document;
  const { areaById, gradeByName } = frameworkIndex(framework);
  const all = [...titles, ...(areaById.get(area ?? '')?.headings ?? [])].filter(title => title.length >= longEnough);
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.start;
    const title = all.find(own => source.startsWith(own, from));
    if (title === undefined) continue;
    const to = from + title.length;
    const rest = source.slice(to, Math.min(to + longestTitle, (starts[i] ?? 0) + block.end));
    // A grade that follows makes an entry or a row of it.
    if (/^\s{1,3}[‘“]?\p{Lu}/u.test(rest) && !gradeByName.has(titleKey(rest))) return { from, to };
  }
  return undefined;
}

/**
 * Whether a bullet or numbered line has none of its kind below it, or begins a list to which nothing leads, but for a
 * number that the next goes on from, and gives no grade.
 */
export function isItemAlone({ document: { blocks, starts, source }, judgements }: Report, index: number): boolean {
  const block = blocks[index];
  const below = blocks[index + 1];
  if (block?.kind === 'bullet') {
    const above = blocks[index - 1];
    const isLedIn = above?.kind !== 'bullet' && source.charAt((starts[index - 1] ?? 0) + (above?.end ?? 0) - 1) === ':';
    return block.indent < 2 && !isLedIn && (below?.kind !== 'bullet' || above?.kind !== 'bullet');
  }
  if (block?.kind !== 'numbered' || below === undefined) return false;
  if (judgements.some(own => own.carrier === 'entry' && own.block === index)) return false;
  const numberAt = (at: number): number => {
    const from = (starts[at] ?? 0) + (blocks[at]?.start ?? 0);
    return Number.parseInt(source.slice(from, from + 4), 10);
  };
  // (A number that the one below does not go on from is none of their list’s.)
  return below.kind !== 'numbered' || numberAt(index + 1) !== numberAt(index) + 1;
}

function wordsOfTitle(written: string): string {
  return titleKey(written.replace(unseen, '').replace(textMarks, '').replace(textEnd, ''));
}

function isNear(words: string, key: string): boolean {
  return key.length >= longEnough && editDistance(words, key, slips + 1) <= slips;
}

/** Signs that are not printed, and a note’s mark. */
const unseen = /[\u00ad\u200b\u2060\ufeff]|\[\^[^\s[\]]{1,20}\]/g;

/** Whether a block may be a title that has lost its mark, or hold a heading that its blanks make text. */
export function mayHoldTitle(report: Report, index: number): boolean {
  if (mayBeTitle(report.document, index)) return true;
  const { source, blocks, starts } = report.document;
  const from = (starts[index] ?? 0) + (blocks[index]?.start ?? 0);
  if (report.framework.sections.some(({ titles }) => titles.some(title => source.startsWith(title, from)))) return true;
  const text = blockText(report.document, index);
  return text.includes('#') && /(?:[\r\n](?:[ \t]{2,12}|\t)|[.!?:;)’”][ \t])#/.test(text);
}

/** A heading’s mark after a blank. */
const marksAfterBlanks = new MarkSearch('#', (text, at) => (/[ \t]/.test(text.charAt(at - 1)) ? at : -1));

const indented = new DerivedFacts<readonly Span[]>();

/**
 * Lines with a heading’s mark that their blanks make text of the paragraph, bullet or note above, and headings that have got
 * into the line of the text before them: from the mark on.
 */
export function indentedHeadings(report: Report): readonly Span[] {
  return indented.of(report, () => {
    const found: Span[] = [];
    for (const { block, places } of blocksWith(report.document, marksAfterBlanks)) {
      if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
      for (const at of places) {
        const [written = ''] = matchAt(headingLine, report.document.source, at) ?? [];
        if (written === '' || numberAlone.test(report.document.source.slice(Math.max(0, at - 16), at))) continue;
        found.push({ from: at, to: at + written.trimEnd().length });
      }
    }
    return found;
  });
}

/** Whether the marks of one of those headings are at a place. */
export function isIndentedHeading(report: Report, at: number): boolean {
  const all = indentedHeadings(report);
  return all[firstWhere(all.length, i => (all[i]?.from ?? 0) >= at)]?.from === at;
}

/** A number and nothing else before a place in its line: it is printed before a heading’s marks, and no text. */
const numberAlone = /(?:^|[\r\n])[ \t]*[SR]?\d{1,3}(?:\.\d{1,3})?\.[ \t]+$/;

const headingLine =
  /(?:(?<=[\r\n](?:[ \t]{2,12}|\t))#{1,6}|(?<=[.!?:;)\]’”][ \t])#{2,6})[ \t]+(?:\d{1,2}(?:\.\d{1,2})?\.? )?\p{L}[^\r\n]{1,200}(?=[\r\n]|$)/uy;
