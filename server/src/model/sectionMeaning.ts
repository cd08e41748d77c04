import type { Block, HeadingBlock } from '../syntax/block.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Framework, SectionKind } from './framework.ts';
import { frameworkIndex } from './frameworkIndex.ts';
import { beforeGrade, gradeMark } from './judgements/gradeMark.ts';
import { patternMatch } from './pattern.ts';
import type { Section } from './section.ts';
import { bareTitle, titleKey } from './titleKey.ts';

/** What a heading makes of its section, by its title and its attributes. */
export interface SectionMeaning {
  readonly role: string | undefined;
  readonly area: string | undefined;
  readonly kind: SectionKind | undefined;
  /** The title that is meant, where the heading’s is misspelt. */
  readonly meant: string | undefined;
}

/** What a heading makes of a section that means nothing. */
export const meaningless: SectionMeaning = { role: undefined, area: undefined, kind: undefined, meant: undefined };

/** What headings meant last, by framework: it depends on the heading and on the roles of what it stands in. */
const meanings = new WeakMap<Framework, WeakMap<Block, { readonly roles: string; readonly meaning: SectionMeaning }>>();

/** What a heading with a title makes of its section, within others. */
export function meaningOf(
  framework: Framework,
  block: HeadingBlock,
  title: string,
  within: readonly Section[],
): SectionMeaning {
  let byBlock = meanings.get(framework);
  if (byBlock === undefined) {
    byBlock = new WeakMap();
    meanings.set(framework, byBlock);
  }
  const roles = within.map(section => section.role).join('\n');
  const known = byBlock.get(block);
  if (known?.roles === roles) return known.meaning;
  const meaning = readMeaning(framework, block, title, within);
  byBlock.set(block, { roles, meaning });
  return meaning;
}

function readMeaning(
  framework: Framework,
  { attributes }: HeadingBlock,
  title: string,
  within: readonly Section[],
): SectionMeaning {
  const index = frameworkIndex(framework);
  const role = attributes?.role?.value;
  const areaName = attributes?.area?.value;
  const named = areaName === undefined ? undefined : (index.areaByNumber.get(areaName) ?? index.areaById.get(areaName));
  const bare = bareTitle(title);
  const known =
    kindNamed(framework, title, within) ?? (bare === title ? undefined : kindNamed(framework, bare, within));
  const near =
    known === undefined && role === undefined && areaName === undefined
      ? nearKind(framework, title, within)
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
export function kindNamed(framework: Framework, title: string, within: readonly Section[]): SectionKind | undefined {
  const index = frameworkIndex(framework);
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
  framework: Framework,
  title: string,
  within: readonly Section[],
): { kind: SectionKind; title: string | undefined } | undefined {
  const index = frameworkIndex(framework);
  const isOpen = framework.openAreas;
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
  // (*Area for improvement 2*, *Recommendation 1*)
  const [own, words] = [one.replace(/ \d{1,2}$/, '').split(' '), other.split(' ')];
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
