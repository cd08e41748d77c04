import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { SectionKind } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { titleKey } from '../../model/titleKey.ts';
import { editDistance } from '../../text/editDistance.ts';
import { missingSections } from './missingSections.ts';
import { isTitle, longEnough, longestTitle, slips, titleKeys } from './sectionTitles.ts';

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
  let reordered: Section | undefined;
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
        fault: areLettersApart(words) ? 'its letters stand apart' : 'a space is lost, or one too many',
      };
    const alone = words.replace(labelled, '');
    if (alone !== words && isTitle(keys, alone)) return { section, fault: 'something stands before it' };
    if ([...keys].some(key => isReordered(words, key))) reordered ??= section;
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
  // (What a part is about may be named so: *Looked after children*.)
  if (reordered !== undefined) return { section: reordered, fault: 'its words stand in another order' };
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

/** So many words after a title are a text’s. */
const fewestMore = 5;
