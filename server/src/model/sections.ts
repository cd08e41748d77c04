import type { Block, HeadingBlock } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { plainText } from '../syntax/plainText.ts';
import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import type { Framework } from './framework.ts';
import { type FrameworkIndex, frameworkIndex } from './frameworkIndex.ts';
import type { Section } from './section.ts';
import { kindNamed, meaningless, meaningOf } from './sectionMeaning.ts';
import { bareTitle, titleKey } from './titleKey.ts';

type Growing = { -readonly [Key in keyof Section]: Section[Key] };

/** The sections of a document in order (`markup.md` §4.1). A heading with neither title nor attributes opens none. */
export function sectionsOf(document: Document, framework: Framework): Section[] {
  const { source, blocks, starts } = document;
  const index = frameworkIndex(framework);
  const sections: Growing[] = [];
  const open: Growing[] = [];
  const high = tooHigh(framework, document);
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') return;
    const start = starts[i] ?? 0;
    const title = titleOf(block, source, start);
    if (title === '' && block.attributes === undefined) return;
    if (isEntry(index, document, i, title) && sections.every(({ ownRole }) => ownRole === undefined)) return;
    const depth = block === high ? block.level + 1 : block.level;
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      last.to = start;
      last.blockEnd = i;
      open.pop();
    }
    const parent = open.at(-1);
    // What stands under an earlier inspection's heading is that inspection's, whatever its title.
    const isPast = parent?.role === 'history' && block.attributes?.role === undefined;
    const meaning = isPast ? meaningless : meaningOf(framework, block, title, open);
    const section: Growing = {
      from: start,
      to: source.length,
      index: sections.length,
      title,
      titleSpan: withoutEmphasis(source, { from: start + block.title.from, to: start + block.title.to }),
      heading: { from: start + block.start, to: start + block.end },
      level: block.level,
      depth,
      ownRole: meaning.role,
      role: meaning.role ?? parent?.role,
      kind: meaning.kind,
      meant: meaning.meant,
      ownArea: meaning.area,
      area: meaning.area ?? parent?.area,
      id: block.attributes?.id?.value,
      attributes: block.attributes,
      parent: parent?.index,
      path:
        parent === undefined || isReportTitle(parent)
          ? ownPath(title, meaning.role)
          : `${parent.path} › ${ownPath(title, meaning.role)}`,
      block: i,
      blockEnd: blocks.length,
    };
    sections.push(section);
    open.push(section);
  });
  return sections;
}

/**
 * Whether a heading before the first section is an entry of the list of judgements by a slip: it names an area and a grade,
 * and an entry stands right above or below it.
 */
function isEntry({ areaByName, gradeByName }: FrameworkIndex, document: Document, at: number, title: string): boolean {
  const colon = title.lastIndexOf(':');
  if (colon < 0 || !gradeByName.has(titleKey(title.slice(colon + 1)))) return false;
  if (!areaByName.has(titleKey(bareTitle(title.slice(0, colon))))) return false;
  const { blocks, starts, source } = document;
  return [at - 1, at + 1].some(beside => {
    const block = blocks[beside];
    if (block?.kind !== 'numbered') return false;
    const start = starts[beside] ?? 0;
    const [, grade = ''] =
      /:([^:\r\n]{3,60})$/.exec(source.slice(start + block.content.from, start + block.content.to)) ?? [];
    return gradeByName.has(titleKey(grade));
  });
}

/** With so many headings of the second level a report has its sections there. */
const fewestSections = 3;

/**
 * The one heading that stands as high as a report's title and is a section among others: but for a title it is the only
 * one of level 1, and sections stand at level 2.
 */
function tooHigh(framework: Framework, { source, blocks, starts }: Document): Block | undefined {
  let seconds = 0;
  let seen = 0;
  const others: Block[] = [];
  let first: Block | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    if (block.level === 2) seconds++;
    else if (block.level === 1 && seen > 0) others.push(block);
    else if (block.level === 1) {
      const title = titleOf(block, source, starts[i] ?? 0);
      if (kindNamed(framework, title, []) !== undefined) first = block;
    }
    seen++;
  }
  if (seconds < fewestSections || others.length > 1) return undefined;
  return others[0] ?? first;
}

/** A first heading of level 1 and of no role is the report's own title, and no part of a path. */
function isReportTitle({ index, level, ownRole }: Section): boolean {
  return index === 0 && level === 1 && ownRole === undefined;
}

function ownPath(title: string, role: string | undefined): string {
  return title === '' && role !== undefined ? `{.${role}}` : title;
}

const titles = new WeakMap<Block, string>();

/** The place of a title within the emphasis, if one is around all of it: a bold heading is read like any other. */
function withoutEmphasis(source: string, { from, to }: Span): Span {
  if (source.charCodeAt(from) !== Unit.star) return { from, to };
  let width = 1;
  while (width < 3 && source.charCodeAt(from + width) === Unit.star) width++;
  const within = { from: from + width, to: to - width };
  const isAround = source.indexOf('*', within.from) === within.to && source.slice(within.to, to) === '*'.repeat(width);
  return isAround && within.from < within.to ? within : { from, to };
}

/** A heading's title as a reader sees it. */
function titleOf(block: HeadingBlock, source: string, start: number): string {
  let title = titles.get(block);
  if (title === undefined) {
    title = copied(plainText(source.slice(start, start + block.end), block.inlines, block.title));
    titles.set(block, title);
  }
  return title;
}
