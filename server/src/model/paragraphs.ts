import type { Block, BulletBlock } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { numbersOf } from '../syntax/numberList.ts';
import type { Framework, SeriesKind } from './framework.ts';
import { frameworkIndex } from './frameworkIndex.ts';
import { ownSeries } from './numbering/ownSeries.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import type { Section } from './section.ts';

/** The block that a recommendation of each form is. */
const blockOfForm = { numbered: 'numbered', bullet: 'bullet', row: 'table', paragraph: 'plain' } as const;

type Growing = { -readonly [Key in keyof Paragraph]: Paragraph[Key] } & { tags: TagLink[] };

const forms: Readonly<Record<SeriesKind['form'], RegExp>> = {
  '1': /^\d+$/,
  '1.1': /^\d+\.\d+$/,
  S1: /^S\d+$/,
  R1: /^R\d+$/,
};

/**
 * The units of text of a document, in order. `isEntry` tells the judgement entries, whose numbers count nothing. Bullets
 * directly under a numbered paragraph belong to it, as do blocks of nothing but tags, and to a recommendation that is a
 * bullet the bullets nested in it.
 */
export function paragraphsOf(
  document: Document,
  framework: Framework,
  sections: readonly Section[],
  isEntry: (block: number) => boolean,
): Paragraph[] {
  const { source, blocks, starts } = document;
  const paragraphs: Growing[] = [];
  let section: Section | undefined;
  let next = 0;
  let last: Growing | undefined;
  /** The last section with bullets that are no paragraph’s. */
  let bulleted: Section | undefined;
  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0;
    if (sections[next]?.block === i) section = sections[next++];
    // A note may stand between bullets; its own tags mean nothing.
    if (block.kind === 'comment' || block.kind === 'footnote') return;
    if (block.kind !== 'numbered' && block.kind !== 'plain' && block.kind !== 'bullet' && block.kind !== 'table') {
      last = undefined;
      return;
    }
    const belongs =
      last !== undefined &&
      ((block.kind === 'bullet' && (last.numberSpan !== undefined || isLimb(block, last, blocks))) ||
        isNothingButTags(source, block, start));
    const paragraph = belongs && last !== undefined ? last : opened(paragraphs, block, i, start, section);
    if (!belongs) {
      paragraph.kind = isEntry(i) ? 'entry' : 'other';
      if (paragraph.kind === 'other' && section !== undefined)
        place(paragraph, block, section, { document, framework, isBulleted: bulleted === section });
      if (block.kind === 'bullet') bulleted = section;
    }
    paragraph.blockEnd = i + 1;
    paragraph.to = start + block.end;
    addTags(paragraph, block, start, section);
    last = paragraph;
  });
  if (framework.openAreas) joinFindings(paragraphs, framework, sections);
  return paragraphs;
}

/** Roles of sections whose numbers are a list’s. */
const ofLists: ReadonlySet<string> = new Set(['judgements', 'contents', 'definitions', 'team', 'notices']);

/** Gives those that are findings by their numbers alone their place in the findings’ series; a summary’s are none, and count. */
function joinFindings(paragraphs: Growing[], framework: Framework, sections: readonly Section[]): void {
  const index = frameworkIndex(framework).seriesOfRole.get('findings');
  const kind = framework.numbering[index ?? -1];
  if (kind?.form !== '1') return;
  const roleOf = ({ section }: Paragraph): string | undefined => sections[section ?? -1]?.role;
  for (const own of ownSeries(kind, paragraphs, each => ofLists.has(roleOf(each) ?? ''))) {
    const paragraph = paragraphs[own.index];
    if (paragraph === undefined) continue;
    paragraph.series = index;
    if (roleOf(own) !== 'summary') paragraph.kind = 'finding';
  }
}

/** Gives a paragraph the tags of one of its blocks; one of them may be its number. */
function addTags(paragraph: Growing, block: Block, start: number, section: Section | undefined): void {
  for (const tag of block.inlines.tags) {
    const items = tag.confirmed?.items ?? tag.items;
    const basis = tag.confirmed !== undefined ? 'confirmed' : tag.items.length > 0 ? 'authored' : 'suggested';
    const isSingle = tag.items.length === 1 && tag.items[0]?.first === tag.items[0]?.last;
    const isNumber = isOwnNumber(section, block, tag.to, isSingle);
    paragraph.tags.push({
      tag,
      base: start,
      from: start + tag.from,
      to: start + tag.to,
      paragraph: paragraph.index,
      numbers: numbersOf(items),
      basis,
      isNumber,
    });
    if (isNumber && paragraph.number === undefined) {
      const item = tag.items[0];
      paragraph.kind = 'recommendation';
      paragraph.number = item?.first;
      paragraph.numberSpan = item && { from: start + item.from, to: start + item.to };
    }
  }
}

function opened(paragraphs: Growing[], block: Block, i: number, start: number, section: Section | undefined): Growing {
  const number = block.kind === 'numbered' ? block.number : undefined;
  const content =
    block.kind === 'table' || !('content' in block) ? { from: block.start, to: block.end } : block.content;
  const paragraph: Growing = {
    from: start + block.start,
    to: start + block.end,
    index: paragraphs.length,
    kind: 'other',
    number: number?.number,
    numberSpan: number && { from: start + number.from, to: start + number.to },
    series: undefined,
    section: section?.index,
    block: i,
    blockEnd: i + 1,
    content: { from: start + content.from, to: start + content.to },
    tags: [],
  };
  paragraphs.push(paragraph);
  return paragraph;
}

/** What else says what a paragraph is. */
interface Surroundings {
  readonly document: Document;
  readonly framework: Framework;
  /** Whether its section has bullets above it that are no paragraph’s. */
  readonly isBulleted: boolean;
}

/**
 * Tells a series' paragraph, and a recommendation by the framework's form of it. Where they are bullets they may have numbers
 * instead; numbers below bullets are those of paragraphs whose heading is gone.
 */
function place(
  paragraph: Growing,
  block: Block,
  { role }: Section,
  { document, framework, isBulleted }: Surroundings,
): void {
  if (role === undefined) return;
  const { form } = framework.recommendations;
  if (block.kind === 'numbered') {
    const series = frameworkIndex(framework).seriesOfRole.get(role);
    const kind = series === undefined ? undefined : framework.numbering[series];
    if (
      kind !== undefined &&
      forms[kind.form].test(block.number.number) &&
      !isNumberedJudgement(document, paragraph.content.from)
    ) {
      paragraph.series = series;
      paragraph.kind = role === 'recommendations' ? 'recommendation' : 'finding';
    } else if (role === 'recommendations' && (form === 'numbered' || (form === 'bullet' && !isBulleted)))
      paragraph.kind = 'recommendation';
  } else if (role === 'recommendations' && block.kind === blockOfForm[form]) paragraph.kind = 'recommendation';
}

/**
 * A tag with one number that ends a block without a number of its own among the recommendations is that block's number,
 * whatever the framework's form: as a link it would tie a recommendation to a recommendation.
 */
function isOwnNumber(section: Section | undefined, block: Block, tagTo: number, single: boolean): boolean {
  return section?.role === 'recommendations' && single && block.kind !== 'numbered' && block.end - tagTo <= 1;
}

/** Whether the words behind a number are a section’s judgement line: then the number is none of the series. */
export function isNumberedJudgement({ source }: Document, from: number): boolean {
  return /^(?:Judge?ment|Grade|Rating) ?:/.test(source.slice(from, from + 12));
}

/** Columns by which a nested bullet is indented more, at least. */
const nesting = 2;

/** Whether a bullet is nested in a recommendation that is one. */
function isLimb(block: BulletBlock, { kind, block: index }: Growing, blocks: readonly Block[]): boolean {
  const outer = blocks[index];
  return kind === 'recommendation' && outer?.kind === 'bullet' && block.indent >= outer.indent + nesting;
}

function isNothingButTags(source: string, block: Block, start: number): boolean {
  const { tags, comments } = block.inlines;
  if (block.kind !== 'plain' || tags.length === 0) return false;
  let rest = source.slice(start + block.start, start + block.end);
  for (const { from, to } of [...tags, ...comments].sort((a, b) => b.from - a.from)) {
    rest = rest.slice(0, from - block.start) + rest.slice(to - block.start);
  }
  return rest.trim().replace(/^[.,;]+$/, '') === '';
}
