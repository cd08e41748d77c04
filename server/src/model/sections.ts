import type { Block, HeadingBlock } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { plainText } from '../syntax/plainText.ts';
import { editDistance } from '../text/editDistance.ts';
import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import type { Framework, SectionKind } from './framework.ts';
import { type FrameworkIndex, frameworkIndex } from './frameworkIndex.ts';
import { beforeGrade, gradeMark } from './judgements/gradeMark.ts';
import { patternMatch } from './pattern.ts';
import type { Section } from './section.ts';
import { bareTitle, titleKey } from './titleKey.ts';

type Growing = { -readonly [Key in keyof Section]: Section[Key] };

/** The sections of a document in order (`markup.md` §4.1). A heading with neither title nor attributes opens none. */
export function sectionsOf(document: Document, framework: Framework): Section[] {
  const { source, blocks, starts } = document;
  const index = frameworkIndex(framework);
  const sections: Growing[] = [];
  const open: Growing[] = [];
  const high = tooHigh(index, framework, document);
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
    const { role, area } = block.attributes ?? {};
    // What stands under an earlier inspection's heading is that inspection's, whatever its title.
    const past = parent?.role === 'history' && role === undefined;
    const meaning = past ? meaningless : knownMeaning(index, framework, block, title, open, role?.value, area?.value);
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
function tooHigh(index: FrameworkIndex, framework: Framework, { source, blocks, starts }: Document): Block | undefined {
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
      if (kindOf(index, framework, title, []) !== undefined) first = block;
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

interface Meaning {
  readonly role: string | undefined;
  readonly area: string | undefined;
  readonly kind: SectionKind | undefined;
  readonly meant: string | undefined;
}

const meaningless: Meaning = { role: undefined, area: undefined, kind: undefined, meant: undefined };

/** What titles meant last, by framework: it depends on the heading and on the roles of what it stands in. */
const meanings = new WeakMap<Framework, WeakMap<Block, { readonly within: string; readonly meaning: Meaning }>>();

function knownMeaning(
  index: FrameworkIndex,
  framework: Framework,
  block: Block,
  title: string,
  open: readonly Section[],
  role: string | undefined,
  areaName: string | undefined,
): Meaning {
  let byBlock = meanings.get(framework);
  if (byBlock === undefined) {
    byBlock = new WeakMap();
    meanings.set(framework, byBlock);
  }
  const within = open.map(section => section.role).join('\n');
  const known = byBlock.get(block);
  if (known?.within === within) return known.meaning;
  const meaning = meaningOf(index, framework, title, open, role, areaName);
  byBlock.set(block, { within, meaning });
  return meaning;
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

function meaningOf(
  index: FrameworkIndex,
  framework: Framework,
  title: string,
  within: readonly Section[],
  role: string | undefined,
  areaName: string | undefined,
): Meaning {
  const named = areaName === undefined ? undefined : (index.areaByNumber.get(areaName) ?? index.areaById.get(areaName));
  const bare = bareTitle(title);
  const known =
    kindOf(index, framework, title, within) ?? (bare === title ? undefined : kindOf(index, framework, bare, within));
  const near =
    known === undefined && role === undefined && areaName === undefined
      ? nearKind(index, title, within, framework.openAreas)
      : undefined;
  const kind = known ?? near?.kind;
  const area = named?.id ?? kind?.area;
  const byArea = area === undefined ? undefined : index.kindsByArea.get(area);
  const given = role === undefined ? undefined : kind?.role === role ? kind : index.kindsByRole.get(role);
  // A role that nobody knows hides no title.
  const isGiven = given !== undefined || (role !== undefined && (knownRoles.has(role) || kind === undefined));
  const chosen = isGiven ? given : (kind ?? byArea);
  return { role: isGiven ? role : chosen?.role, area, kind: chosen, meant: near?.title };
}

/** The roles that mean something whatever the framework (`markup.md` §4.1). */
export const knownRoles: ReadonlySet<string> = new Set([
  'summary',
  'recommendations',
  'findings',
  'judgements',
  'history',
  'notices',
  'area',
]);

/**
 * The kind that a title names; a grade after its last colon, or a dash, and a judgement sentence around an area do not hide
 * it.
 */
function kindOf(
  index: FrameworkIndex,
  framework: Framework,
  title: string,
  within: readonly Section[],
): SectionKind | undefined {
  const key = titleKey(title);
  const direct = fitting(index.kindsByTitle.get(key), within);
  if (direct !== undefined) return direct;
  const colon = gradeMark(key, index);
  if (colon > 0) {
    const before = fitting(index.kindsByTitle.get(titleKey(beforeGrade(key.slice(0, colon)))), within);
    if (before !== undefined) return before;
  }
  for (const pattern of framework.statements) {
    const area = patternMatch(pattern, title)?.groups?.area;
    const named = area === undefined ? undefined : index.areaByName.get(titleKey(area));
    if (named !== undefined) return index.kindsByArea.get(named.id);
  }
  return fitting(
    index.kindsByWildcard.filter(({ expression }) => expression.test(key)).map(({ kind }) => kind),
    within,
  );
}

/** A title of so many letters at least is taken for one from which it differs by a slip or two. */
const longEnough = 10;
const slips = 2;

/** The kind whose title a misspelt one is nearest to. */
function nearKind(
  index: FrameworkIndex,
  title: string,
  within: readonly Section[],
  isOpen: boolean,
): { kind: SectionKind; title: string | undefined } | undefined {
  const key = titleKey(title);
  const colon = gradeMark(key, index);
  const keys = (colon > 0 ? [key, titleKey(beforeGrade(key.slice(0, colon)))] : [key]).filter(
    ({ length }) => length >= longEnough,
  );
  if (keys.length === 0) return undefined;
  let found: { kind: SectionKind; title: string | undefined } | undefined;
  let least = slips + 1;
  for (const [known, kinds] of index.kindsByTitle) {
    for (const own of keys) {
      const distance = editDistance(own, known, least);
      const kind = distance < least ? fitting(kinds, within) : undefined;
      if (kind === undefined) continue;
      // Where any report is read, another word may be meant: *Commendations*.
      if (isOpen && distance > 1 && own.charAt(0) !== known.charAt(0)) continue;
      const area = index.areaById.get(kind.area ?? '');
      const titles = [...kind.titles, ...(area === undefined ? [] : [...area.headings, area.title])];
      const meant = titles.find(each => titleKey(each) === known);
      if (meant === undefined) continue;
      least = distance;
      found = { kind, title: isOpen && isOtherForm(own, known) ? undefined : meant };
    }
  }
  return found;
}

/** Words that stand in for each other: a letter says *What I found* where a report says *What we found*. */
const determiners: ReadonlySet<string> = new Set(['the', 'this', 'our', 'your', 'its', 'my', 'their']);
const pronouns: ReadonlySet<string> = new Set(['i', 'we', 'you', 'they']);

/** Whether two titles differ by nothing but a word’s form: *How we inspect*, *Our judgement*. */
function isOtherForm(one: string, other: string): boolean {
  const [own, words] = [one.split(' '), other.split(' ')];
  const isForm = (long: string, short: string): boolean => long === `${short}s` || long === `${short}ed`;
  return (
    own.length === words.length &&
    own.every((word, i) => {
      const like = words[i] ?? '';
      return (
        word === like ||
        isForm(word, like) ||
        isForm(like, word) ||
        bothIn(determiners, word, like) ||
        bothIn(pronouns, word, like)
      );
    })
  );
}

function bothIn(words: ReadonlySet<string>, one: string, other: string): boolean {
  return words.has(one) && words.has(other);
}

/** Of the kinds with one title, the one that must stand where this section stands, else one that may stand anywhere. */
function fitting(kinds: readonly SectionKind[] | undefined, within: readonly Section[]): SectionKind | undefined {
  if (kinds === undefined) return undefined;
  const roles = within.map(section => section.role);
  return (
    kinds.find(kind => kind.within.some(role => roles.includes(role))) ?? kinds.find(kind => kind.within.length === 0)
  );
}
