import type { Framework } from '../model/framework.ts';
import { literalPattern } from '../text/phrases.ts';

/** What of the known frameworks is printed on lines of its own, as expressions of it within a line. */
export interface PrintedTitles {
  /** A title, with the number of a judgement before it and a grade after it. */
  readonly title: RegExp;
  /** A sentence that gives a grade. */
  readonly statement: RegExp;
  /** The first words of a closing notice. */
  readonly notice: RegExp;
}

/** The titles, grades and sentences of some frameworks. */
export function printedTitles(frameworks: readonly Framework[]): PrintedTitles {
  const titles = frameworks.flatMap(({ areas, sections }) => [
    ...areas.flatMap(({ title, headings }) => [title, ...headings]),
    ...sections.flatMap(section => section.titles.filter(title => !title.includes('*'))),
  ]);
  const grades = frameworks.flatMap(({ scale, areas }) =>
    [...scale, ...areas.flatMap(({ values }) => values)].flatMap(({ names }) => names),
  );
  const grade = `(?:${alternatives(grades)}|${alternatives(grades.map(capitals))}|${alternatives(grades.map(small))})`;
  const openings = frameworks.flatMap(({ statements, headlines }) =>
    [...statements, ...headlines].flatMap(({ source }) => /^[^{(]{8,}/.exec(source)?.[0].trim() ?? []),
  );
  const notices = frameworks.flatMap(({ standardText }) =>
    standardText.filter(({ role }) => role === 'notices').map(({ text }) => text.split(' ').slice(0, 5).join(' ')),
  );
  const verb = String.raw`(?:\s*[:–—-]|\s+(?:is|are):?)?(?:\s+that\s+(?:it|they))?`;
  return {
    title: new RegExp(
      String.raw`(?<=^|\s)(?:(?:\d(?:\.\d)?\.?|\(\d(?:\.\d)?\))\s+)?(?:${alternatives(titles)})(?![\p{L}-])[?.]?(?:\d{1,2}(?=\s)|\[\d+\])?(?<graded>${verb}\s+(?:${grade}|requires?\s+improvement(?:\s+to\s+be\s+good)?)(?=\s+[\p{Lu}\d‘“${signs}]|\.?\s*$|\.\s)\.?)?`,
      'gu',
    ),
    statement: new RegExp(
      String.raw`(?<=^|\s)(?:${alternatives(openings)})\s[^.•]{0,200}?\b(?:is|are|requires?)\s(?:[^.•]{0,30}?\s)?(?:${grade}|improvement(?:\s+to\s+be\s+good)?)(?=\s+[\p{Lu}\d‘“${signs}]|\.?\s*$|\.\s)\.?`,
      'gu',
    ),
    notice: new RegExp(String.raw`(?<=\s)(?:${alternatives(notices)})(?=\s)`, 'gu'),
  };
}

/**
 * Where print begins a line within a page that stands on one: in offsets of its words. `above`: how much text stands above
 * it.
 */
export function breaksIn(text: string, { title, statement, notice }: PrintedTitles, above: number): number[] {
  const breaks = new Set<number>();
  const ends = new Set<number>();
  const isSettled = (at: number): boolean => {
    const from = Math.max(0, at - nearby);
    const before = text.slice(from, at).trimEnd();
    return before === '' || ends.has(from + before.length) || /[.!?:;)”’]$|\d$/.test(before);
  };
  const part = (from: number, to: number): void => {
    const end = from + text.slice(from, to).trimEnd().length;
    breaks.add(from).add(end);
    ends.add(end);
  };
  if (above < longestCover) for (const { from, to } of coverParts(text.slice(0, longestCover))) part(from, to);
  for (const each of text.matchAll(statement)) part(each.index, each.index + each[0].length);
  for (const each of text.matchAll(title)) {
    const from = each.index;
    const to = from + each[0].length;
    const isEntry = /^\(?\d/.test(each[0]);
    const rest = text.slice(to);
    const page = /^[\s.…]*\d{1,3}(?=\s+(?:\p{Lu}|$)|\s*$)/u;
    const entry = each.groups?.graded === undefined ? (page.exec(rest)?.[0] ?? '') : '';
    const isOverNumber = /^\s*\d{1,3}\.\s+\p{Lu}/u.test(rest);
    // A sentence goes on with its verb; a grade of a title’s own is written as titles are.
    const isGraded = /^\s+\p{Lu}/u.test(each.groups?.graded ?? '');
    if (!isEntry && !isOverNumber && !isGraded && !isSettled(from)) continue;
    if (!/^\s*(?:$|[\p{Lu}\d‘“(–:.])/u.test(rest) && !sign.test(rest)) continue;
    part(from, to + entry.length);
  }
  for (const each of text.matchAll(notice)) breaks.add(each.index);
  for (const each of text.matchAll(item)) breaks.add(each.index);
  for (const each of text.matchAll(shortTitle))
    if (isSettled(each.index)) part(each.index, each.index + each[0].length);
  for (const from of noteStarts(text)) {
    breaks.add(from);
    // The text that a page's note has cut goes on in the middle of its sentence, or with its next number.
    const isCut = /[\p{L},]\s*$/u.test(text.slice(Math.max(0, from - nearby), from));
    const note = text.slice(from, from + longestNote);
    const below = [...(isCut ? [note.search(sentenceBelow)] : []), note.search(numberBelow)].filter(at => at > 0);
    if (below.length > 0) breaks.add(from + Math.min(...below));
  }
  return [...breaks].filter(at => at > 0 && at < text.length).sort((a, b) => a - b);
}

/** Blanks that an extractor leaves between two blocks, at most. */
const nearby = 200;
/** A note is marked on its page, which has no more words. */
const longestPage = 8000;
/** A note’s words at most. */
const longestNote = 2000;
/** A cover’s words at most. */
const longestCover = 1500;

/** The parts of a cover: its title, its days, and the heads of a table of judgements. */
function coverParts(text: string): { from: number; to: number }[] {
  return [...text.matchAll(coverPart)].map(each => ({ from: each.index, to: each.index + each[0].length }));
}

const day = String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s+\p{Lu}\p{Ll}+)?(?:\s+\d{4})?`;
const coverPart = new RegExp(
  [
    String.raw`(?<=^|\s)(?:Re-)?[Ii]nspection\s+of\s+(?=\S)(?:(?!\s*(?:Inspection dates?|Inspected|Dates? of inspection|Report published)\b)[^.]){10,300}(?=\s+(?:Inspection dates?|Dates? of inspection|Inspected)\b|\s*$)`,
    String.raw`(?<=^|\s)(?:Inspection dates?|Dates? of inspection):?\s+(?:${day}(?:\s*(?:to|and|–|—|-|,)\s*)?)+`,
    String.raw`(?<=^|\s)(?:Report published|Published|Publication date|Date published):?\s+\d{1,2}\s+\p{Lu}\p{Ll}+\s+\d{4}`,
    String.raw`(?<=\s)(?:Key )?[Jj]udge?ments?\s+(?:[Jj]udge?ment )?[Gg]rades?(?=\s+\p{Lu})`,
  ].join('|'),
  'gu',
);

/** Signs that begin an item wherever they stand. */
const signs = String.raw`•·●○◦‣▪▫◼◻◾◽■□❖➢►▶✓\uf000-\uf0ff`;
const sign = new RegExp(`^\\s*(?:[${signs}\u2212]|[-–o§*]\\s)`, 'u');
const item = new RegExp(String.raw`(?<=\s)(?:[${signs}\u2212]|(?<=[.:;?]\s+)[-–o§*])(?=\s+[\p{L}\d‘“])`, 'gu');
/** A few words between two sentences and above an item or a paragraph’s number: a title that no framework knows. */
const shortTitle = new RegExp(
  String.raw`(?<=[.;)]\s+)\p{Lu}[\p{L}’'\- ]{3,60}[\p{L}](?=\s+(?:[${signs}]\s|\d{1,3}\.\s+\p{Lu}))`,
  'gu',
);

/** A number of the series behind a sentence’s end or a tag, and before a sentence. */
const numberBelow =
  /(?<=(?:[\p{L}\p{N}%)’”][.!?:][)’”]{0,2}|\([Rr]ecommendations?[^)]{0,30}\))\s+)[1-9]\d{0,2}\.\s+(?=[\p{Lu}‘“]|\d{1,3}(?:[-–%]|\s\p{Ll}))/u;

/** What follows a sentence’s end and begins none. */
const sentenceBelow = /(?<=\p{L}{2}[.!?][)’”]?\s+)[\p{Ll}\d]/u;

/** The last sentences of a page that begin with a note’s number, which is marked above. */
function noteStarts(text: string): number[] {
  const found: number[] = [];
  for (const each of text.matchAll(/(?<=[\p{L}.):;]\s+)([1-9]\d?)(?=\s+(?:\p{Lu}|https?:))/gu)) {
    const mark = new RegExp(String.raw`[\p{L}.,;:)’”]${each[1]}(?=[\s.,;:)]|$)`, 'u');
    if (mark.test(text.slice(Math.max(0, each.index - longestPage), each.index))) found.push(each.index);
  }
  return found;
}

function alternatives(words: readonly string[]): string {
  const sorted = [...new Set(words)].filter(each => each !== '').sort((a, b) => b.length - a.length);
  return sorted.length === 0
    ? '(?!)'
    : sorted
        .map(each => literalPattern(each).replace(/['’]/g, "['’]").replace(/[–-]/g, '[–-]').replace(/\s+/g, '\\s+'))
        .join('|');
}

function capitals(words: string): string {
  return words.toUpperCase();
}

function small(words: string): string {
  return words.toLowerCase();
}
