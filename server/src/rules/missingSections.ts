import { blocksWith } from '../model/blocksWith.ts';
import { DerivedFacts } from '../model/derivedFacts.ts';
import type { SectionKind } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { MarkSearch } from '../model/markSearch.ts';
import { seriesOf } from '../model/numbering/series.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { titleKey } from '../model/titleKey.ts';
import { isOfVisit } from '../model/visitReport.ts';
import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Span } from '../text/text.ts';
import { standElsewhere } from './numbersElsewhere.ts';

/** Sections that are missing side by side, and the place where they belong. */
export interface Gap {
  readonly kinds: readonly SectionKind[];
  /** The section after which they belong, or in which; none where they belong before all others, or there are no others. */
  readonly after: Section | undefined;
  /** Where their headings would be written, and at which level. */
  readonly at: number;
  readonly level: number;
}

/** The title that a kind of section is given when it is added. */
export function titleOfKind({ titles, role }: SectionKind): string {
  return titles[0] ?? role;
}

/** Whether a block may be a title that has lost its mark, by its kind and length. */
export function mayBeTitle({ blocks }: Document, index: number): boolean {
  const block = blocks[index];
  return block !== undefined && titleKinds.has(block.kind) && block.end - block.start <= longestTitle;
}

/** A block that a title becomes by another mark before its own, or without it. */
const titleKinds: ReadonlySet<Block['kind']> = new Set(['plain', 'bullet', 'quotation', 'numbered']);

/** What stands before a title’s words that is read as text. */
export const textMarks =
  /^(?:[-*+>•|]\s+|\d{1,3}[.)]\s+|\\|[^\p{L}\p{N}\s#＃]{1,3}\s?(?=[#＃]))?\s*(?:(?:\\?[#＃])+[.:]?|[=*]+|!+(?=\s)|h(?:eading )?\d[.:]|heading \d(?=\p{L})|<(?:h\d|u|b|p|strong)>)?\s*[_“"'‘]?/iu;

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
  return indented ?? titleRunIn(report, kind);
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
 * Whether a bullet or numbered line has none of its kind below it, but for the number that goes on with its own, and gives
 * no grade.
 */
export function isItemAlone({ document: { blocks, starts, source }, judgements }: Report, index: number): boolean {
  const block = blocks[index];
  const below = blocks[index + 1];
  if (block?.kind === 'bullet') return block.indent < 2 && below?.kind !== 'bullet';
  if (block?.kind !== 'numbered' || below === undefined) return false;
  if (judgements.some(own => own.carrier === 'entry' && own.block === index)) return false;
  const numberAt = (at: number): string | undefined =>
    /^\S+/.exec(source.slice(starts[at], (starts[at] ?? 0) + 5))?.[0];
  return below.kind !== 'numbered' || numberAt(index + 1) === numberAt(index);
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
  const start = starts[index] ?? 0;
  const from = start + (blocks[index]?.start ?? 0);
  if (report.framework.sections.some(({ titles }) => titles.some(title => source.startsWith(title, from)))) return true;
  return /(?:[\r\n](?:[ \t]{2,12}|\t)|[.!?:;)’”][ \t])#/.test(source.slice(start, start + (blocks[index]?.end ?? 0)));
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
        headingLine.lastIndex = at;
        const [written = ''] = headingLine.exec(report.document.source) ?? [];
        if (written === '' || numberAlone.test(report.document.source.slice(Math.max(0, at - 16), at))) continue;
        found.push({ from: at, to: at + written.trimEnd().length });
      }
    }
    return found;
  });
}

/** A number and nothing else before a place in its line: it is printed before a heading’s marks, and no text. */
const numberAlone = /(?:^|[\r\n])[ \t]*[SR]?\d{1,3}(?:\.\d{1,3})?\.[ \t]+$/;

const headingLine =
  /(?:(?<=[\r\n](?:[ \t]{2,12}|\t))#{1,6}|(?<=[.!?:;)’”][ \t])#{2,6})[ \t]+(?:\d{1,2}(?:\.\d{1,2})?\.? )?\p{L}[^\r\n]{1,200}(?=[\r\n]|$)/uy;

function titleKeys({ framework }: Report, { titles, area }: SectionKind): ReadonlySet<string> {
  const own = area === undefined ? undefined : frameworkIndex(framework).areaById.get(area);
  return new Set([...titles, ...(own?.headings ?? []), ...(own?.names ?? [])].map(titleKey));
}

/** (A title may go on with its grade: *…: good*, *… is good*.) */
function isTitle(keys: ReadonlySet<string>, words: string): boolean {
  const graded = /^(.*?)(?:: | is | are | (?=requires? ))\S+(?: \S+){0,4}$/.exec(words)?.[1];
  return keys.has(words) || (graded !== undefined && keys.has(graded));
}

/** A heading that is a section’s, and not read as its own for what is wrong with it. */
interface BlurredTitle {
  readonly section: Section;
  readonly fault: string;
}

/** The keys of all sections’ titles, each for many kinds. */
const writtenKeys = new DerivedFacts<readonly string[]>();

/** The heading that is a section’s but that its words run on into the text or break off, or stand there twice. */
export function blurredTitle(report: Report, kind: SectionKind): BlurredTitle | undefined {
  const { blocks, starts, source } = report.document;
  const keys = titleKeys(report, kind);
  const graded = gradedKeys(report, keys);
  const written = writtenKeys.of(report, ({ sections }) => sections.map(({ title }) => titleKey(title)));
  for (const section of report.sections) {
    if (section.title === '') continue;
    const words = written[section.index] ?? '';
    if (section.attributes?.role !== undefined && section.kind !== kind && isTitle(keys, words))
      return { section, fault: 'its braces make another section of it' };
    if (section.kind !== undefined) continue;
    const bare = words.replace(/^[#＃ ]+/, '');
    if (bare !== words && isTitle(keys, bare)) return { section, fault: 'its marks stand there twice' };
    const once = words.replace(/(?<!\p{L})(\p{L}+(?: \p{L}+)?) \1(?!\p{L})/gu, '$1');
    if (once !== words && isTitle(keys, once)) return { section, fault: 'a word stands in it twice' };
    const half = halfOf(words);
    if (half !== undefined && isTitle(keys, half)) return { section, fault: 'it stands in its line twice' };
    if (hasOtherBlanks(words, keys))
      return {
        section,
        fault: areLettersApart(words) ? 'its letters stand apart' : 'a blank is lost, or one too many',
      };
    const alone = words.replace(labelled, '');
    if (alone !== words && isTitle(keys, alone)) return { section, fault: 'something stands before it' };
    if ([...keys].some(key => isReordered(words, key))) return { section, fault: 'its words stand in another order' };
    if (isNearOne(words, graded)) return { section, fault: 'it is misspelt' };
    const shorn = words
      .replace(/\s(?:[([](?:draft|continued|cont\.?|new|old|final)[)\]]|[-–—] ?(?:draft|new|old|final))$/, '')
      .replace(/[\s.…·[\](){}^\d]+$/, '');
    if (shorn !== words && isTitle(keys, shorn)) return { section, fault: 'something stands after it' };
    for (const key of keys)
      if (words.startsWith(`${key} `) && words.slice(key.length).split(' ', fewestMore).length === fewestMore)
        return { section, fault: 'the text below it has got into its line' };
    const next = blocks[section.block + 1];
    if (next?.kind !== 'plain' || next.end - next.start > longestTitle) continue;
    const start = starts[section.block + 1] ?? 0;
    const begun = section.title.endsWith('-') ? section.title.slice(0, -1) : `${section.title} `;
    const joined = titleKey(`${begun}${source.slice(start + next.start, start + next.end)}`);
    if (isTitle(keys, joined)) return { section, fault: 'it breaks off, and goes on in the next line' };
  }
  const likely = report.sections.find(
    ({ kind, index, ownRole }) =>
      kind === undefined && ownRole === undefined && [...keys].some(key => sharesWords(written[index] ?? '', key)),
  );
  return likely && { section: likely, fault: 'a word is missing or another' };
}

/** What stands in a title twice, with or without a blank between, and nothing else does. */
export function halfOf(title: string): string | undefined {
  const middle = title.length >> 1;
  const half = title.slice(0, middle).trimEnd();
  return half.length > 2 && title.slice(title.length - half.length) === half ? half : undefined;
}

/** The heading of a section of a kind but for its blanks or the order of its words. */
export function jumbledTitle(report: Report, kind: SectionKind): Section | undefined {
  const keys = titleKeys(report, kind);
  return report.sections.find(({ kind: own, title }) => {
    if (own !== undefined || title === '') return false;
    const words = titleKey(title);
    return hasOtherBlanks(words, keys) || [...keys].some(key => isReordered(words, key));
  });
}

/** Whether a title is one of these but for the blanks in it. */
function hasOtherBlanks(title: string, keys: ReadonlySet<string>): boolean {
  const closed = title.replaceAll(' ', '');
  return closed.length >= longEnough && [...keys].some(key => key !== title && key.replaceAll(' ', '') === closed);
}

/** Whether a title’s letters have blanks between them: *S u m m a r y*. */
export function areLettersApart(title: string): boolean {
  return title.charAt(1) === ' ' && /^(?:\p{L} {1,3}){4}/u.test(title);
}

const blurredSections = new DerivedFacts<ReadonlySet<Section>>();

/** Whether a section’s title is told of as that of a section that is missing. */
export function isToldAsMissing(report: Report, section: Section): boolean {
  const sections = () =>
    missingSections(report).flatMap(({ kinds }) => kinds.flatMap(kind => blurredTitle(report, kind)?.section ?? []));
  return blurredSections.of(report, () => new Set(sections())).has(section);
}

/** Whether a title has another's words, in another order. */
function isReordered(title: string, key: string): boolean {
  if (title.length !== key.length || title === key || !title.includes(' ')) return false;
  return title.split(' ').sort().join(' ') === key.split(' ').sort().join(' ');
}

/** Whether a title begins as another does and breaks off, or has most of its words in their order. */
function sharesWords(title: string, key: string): boolean {
  const own = title.split(' ');
  const all = key.split(' ');
  if (own.length < 2 || all.length < 3) return false;
  if (own.length < all.length && key.startsWith(`${title} `)) return own.length >= 3;
  let shared = 0;
  let at = 0;
  for (const word of own) {
    const found = all.indexOf(word, at);
    if (found < 0) continue;
    shared++;
    at = found + 1;
  }
  return shared >= 2 && shared >= leastShared * all.length && own.length - shared <= (all.length < 5 ? 1 : mostStrange);
}

const leastShared = 0.7;
/** (A title may go on with its grade.) */
const mostStrange = 5;

/** Titles with each grade after them. */
function gradedKeys({ framework }: Report, keys: ReadonlySet<string>): string[] {
  const grades = framework.scale.flatMap(({ names }) => names);
  return [...keys]
    .filter(key => key.length >= longEnough)
    .flatMap(key => grades.flatMap(name => [': ', ' is ', ' '].map(between => titleKey(`${key}${between}${name}`))));
}

/** Whether a title is one of these but for a slip or two. */
function isNearOne(words: string, keys: readonly string[]): boolean {
  return keys.some(key => Math.abs(words.length - key.length) <= slips && editDistance(words, key, slips + 1) <= slips);
}

/** Marks before a title: *???*, *_Toc123*. */
const labelled = /^(?:[^\p{L}\p{N}\s]{1,4}\s+|_toc\d{1,12})/u;
const longEnough = 10;
const slips = 2;

/** So many words after a title are a text’s. */
const fewestMore = 5;

const longestTitle = 200;

/** The sections that a report lacks: those that are required, and that of each area which its own list grades. */
export function missingSections(report: Report): Gap[] {
  const { framework, sections } = report;
  const gaps: { kinds: SectionKind[]; after: Section | undefined; at: number; level: number }[] = [];
  if (isOfVisit(report)) return gaps;
  const add = (kind: SectionKind, after: Section | undefined, at: number, level: number): void => {
    const same = gaps.find(gap => gap.after === after && gap.at === at && gap.level === level);
    if (same === undefined) gaps.push({ kinds: [kind], after, at, level });
    else same.kinds.push(kind);
  };
  for (const kind of framework.sections) {
    if (!kind.required && !isListed(report, kind)) continue;
    if (kind.within.length === 0) {
      if (!sections.some(section => isOfKind(section, kind) && !isBoards(report, section)))
        addTopLevel(report, kind, add);
      continue;
    }
    for (const parent of sections) {
      if (parent.ownRole === undefined || !kind.within.includes(parent.ownRole)) continue;
      const inside = sections.slice(parent.index + 1).filter(({ from }) => from < parent.to);
      if (inside.some(section => isOfKind(section, kind))) continue;
      const rank = framework.sections.indexOf(kind);
      const next = inside.find(section => section.depth === parent.depth + 1 && rankOf(report, section) > rank);
      add(kind, parent, next?.from ?? parent.to, parent.depth + 1);
    }
  }
  return gaps;
}

/** Whether the list of judgements grades an area that has a section of its own, which may be there or not. */
function isListed({ framework, judgements }: Report, { area: id }: SectionKind): boolean {
  const area = id === undefined ? undefined : frameworkIndex(framework).areaById.get(id);
  if (area === undefined || area.parent !== undefined || !area.expects.includes('section')) return false;
  return judgements.some(own => own.carrier === 'entry' && own.area === id && own.areaMatch === 'name');
}

type Add = (kind: SectionKind, after: Section | undefined, at: number, level: number) => void;

/**
 * Finds the place of a section that stands by itself: after the nearest one before it in the framework’s order that is
 * there.
 */
function addTopLevel(report: Report, kind: SectionKind, add: Add): void {
  const { framework, sections } = report;
  const rank = framework.sections.indexOf(kind);
  const parentArea = kind.area === undefined ? undefined : frameworkIndex(framework).areaById.get(kind.area)?.parent;
  const parent = parentArea === undefined ? undefined : sections.find(({ ownArea }) => ownArea === parentArea);
  if (parent !== undefined) {
    add(kind, parent, parent.to, parent.depth + 1);
    return;
  }
  const level = kind.level ?? topLevel(sections);
  let before: Section | undefined;
  let next: Section | undefined;
  const seen = new Set<SectionKind>();
  for (const section of sections) {
    // A section that repeats has its place by its first occurrence.
    if (section.depth > level || section.kind === undefined || seen.has(section.kind)) continue;
    seen.add(section.kind);
    const own = rankOf(report, section);
    if (own < rank && (before === undefined || own >= rankOf(report, before))) before = section;
    if (own > rank && (next === undefined || own < rankOf(report, next))) next = section;
  }
  const at = before?.to ?? next?.from ?? report.document.source.length;
  const first = kind.paragraphs === 'unnumbered' ? undefined : afterLostNumbers(report, level);
  if (first !== undefined && first.from < at) {
    const above = sections.slice(0, first.index).findLast(({ depth }) => depth <= level);
    add(kind, above, first.from, level);
  } else add(kind, before, at, level);
}

/** The section with the first numbers of a report in which those before them stand nowhere: they stood above it. */
function afterLostNumbers(report: Report, level: number): Section | undefined {
  let section = report.sections[firstAfterLost(report)?.section ?? -1];
  while (section !== undefined && section.depth > level) section = report.sections[section.parent ?? -1];
  return section;
}

/** The first paragraph of a series that has a number, if several that should stand before it stand nowhere. */
export function firstAfterLost(report: Report): Paragraph | undefined {
  for (const series of seriesOf(report)) {
    const start = series.breaks.find(({ sort, missing }) => sort === 'start' && (missing?.count ?? 0) > 1);
    if (start !== undefined && !standElsewhere(report, series, start)) return start.after;
  }
  return undefined;
}

function topLevel(sections: readonly Section[]): number {
  let level = 7;
  for (const section of sections) if (section.ownRole !== undefined) level = Math.min(level, section.depth);
  return level === 7 ? 2 : level;
}

function isOfKind(section: Section, kind: SectionKind): boolean {
  if (kind.area !== undefined) return section.ownArea === kind.area;
  return section.kind === kind || (section.kind === undefined && section.ownRole === kind.role);
}

/** Whether a summary or recommendations are those of a board that the report is about besides, in its own section. */
function isBoards({ sections }: Report, { ownRole, parent }: Section): boolean {
  if (ownRole !== 'recommendations' && ownRole !== 'summary') return false;
  for (let above = sections[parent ?? -1]; above !== undefined; above = sections[above.parent ?? -1])
    if (above.ownRole === 'board') return true;
  return false;
}

function rankOf({ framework }: Report, { kind }: Section): number {
  return kind === undefined ? -1 : framework.sections.indexOf(kind);
}
