import { MarkSearch, placesAtMarks } from '../../model/markSearch.ts';
import type { Report } from '../../model/report.ts';
import { placeOfWords, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { type MarkedBlock, markedBlocks, marksOf } from '../../model/words/wordMarks.ts';
import { addToGroup } from '../../text/lists.ts';
import { matchAt } from '../../text/matchAt.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { publicationSeverity } from '../publicationSeverity.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { leftForms, longestLead } from './places/leftForms.ts';

/**
 * A place is still to be filled in: *XX*, *TBC*, *[insert date]*. Published, it is what everybody will quote.
 *
 * ```inspectmark,expect
 * ---
 * status: final
 * ---
 *
 * ## Inspection findings
 *
 * 9. At 31 March XX% of children had a plan. The rate is TBC, and [insert number] children wait for a plan.
 *                ^^ “XX” is left in a final report. Fill it in, or take it out.
 *                                                        ^^^ “TBC” is left in a final report
 *                                                                 ^^^^^^^^^^^^^^^ “[insert number]” is left in a final report
 *
 * 10. Why do children wait??? The panel meets every ____ weeks.
 *                         ^^^ “???” is left in a final report
 *                                                   ^^^^ “____” is left in a final report
 * ```
 *
 * In a draft such places have their use; in review they are pointed out. What a quotation leaves out is none:
 *
 * ```inspectmark
 * ---
 * status: final
 * ---
 *
 * ## Inspection findings
 *
 * 9. One child said: ‘[My social worker] listens […] and [name] helps.’
 * ```
 */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  group: 'publication',
  kind: 'fault',
  severity: 'error',
  summary: 'A place is left that is still to be filled in',
  fixable: false,
  readsWords: whereStands(mayStand),
  unhurried: true,
  *check({ report }) {
    const severity = publicationSeverity(report.metadata);
    if (severity === undefined) return;
    const { source } = report.document;
    const places = [...words(report), ...marks(report), ...wholeBlocks(report), ...inTitle(report)].sort(
      (a, b) => a.from - b.from,
    );
    const where = report.metadata.status === 'final' ? 'a final report' : 'a report in review';
    let end = 0;
    for (const { from, to } of places) {
      if (from < end) continue;
      // *xx/xx/2018* is one place.
      if (end > 0 && from - end <= joined && !/\s/.test(source.slice(end, from))) {
        end = to;
        continue;
      }
      // That it is no grade is told already.
      if (report.judgements.some(own => own.grade === undefined && own.from <= from && to <= own.to)) continue;
      end = to;
      const written = singleSpaced(source.slice(from, to));
      yield { from, to, severity, message: `“${written}” is left in ${where}. Fill it in, or take it out.` };
    }
  },
};

/** What a paragraph or point says that is still to be written. */
const toFollow =
  /^(?:(?:text |details? |more )?to follow|to be (?:added|agreed|completed|confirmed|drafted|written)|(?:text|paragraph|section) to be (?:added|written)|N\/A)\.?$/i;
/** What a template or a word processor calls a title. */
const noTitle =
  /^[[<]?(?:(?:new |sub-?)?(?:heading|section|title)(?: title)?(?: \d)?|untitled|enter title|tb[acd]|todo|x{3,9})[\]>]?$/i;
const longestToFollow = 30;

function* wholeBlocks({ document: { source, blocks, starts } }: Report): Iterable<Span> {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const isTitle = block.kind === 'heading';
    if (!isTitle && block.kind !== 'plain' && block.kind !== 'bullet' && block.kind !== 'numbered') continue;
    const { from, to } = isTitle ? block.title : block.content;
    if (to - from > longestToFollow) continue;
    const start = starts[i] ?? 0;
    if ((isTitle ? noTitle : toFollow).test(source.slice(start + from, start + to)))
      yield { from: start + from, to: start + to };
  }
}

/** That it is a draft, at the end of the report’s title. */
function inTitle({ metadata: { title, entries } }: Report): Span[] {
  const [written = ''] = draftTitle.exec(title ?? '') ?? [];
  const to = entries.find(({ key }) => key === 'title')?.valueSpan.to;
  return written === '' || to === undefined ? [] : [{ from: to - written.length, to }];
}

const draftTitle = /(?<=[\s(–-])(?:DRAFT|[Dd]raft)(?:\s?v?\.?\s?\d{1,2}(?:\.\d{1,2}){0,2})?\)?$/;

/** So near to one another they are parts of one. */
const joined = 2;

const placeholder = /^(?:[Xx]{2,}|TBC|TBA|TBD|TODO|FIXME|TKTK|ipsum)$/;
/** Before a Roman twenty or thirty. */
const parts = /^(?:Part|Chapter|Schedule|Title|Volume|Section|Article)$/i;

function words(report: Report): Span[] {
  const places: Span[] = [];
  for (const marked of markedBlocks(report)) {
    for (const word of [...marked.marks.capitals, ...marked.marks.watched])
      if (isPlaceholder(marked, word) && !isRomanNumber(report, marked, word))
        places.push(placeOfWords(marked, word, word + 1));
  }
  return places;
}

function isPlaceholder({ prose }: MarkedBlock, word: number): boolean {
  if (endOfWord(prose.words, word) - startOfWord(prose.words, word) > 5) return false;
  const written = wordAt(prose, word);
  return placeholder.test(written) && !(/^X+$/.test(written) && word > 0 && parts.test(wordAt(prose, word - 1)));
}

/** Whether a word is the number of its paragraph, *xx.*, beside one that has a Roman number as well. */
function isRomanNumber({ document: { source, starts } }: Report, { block }: MarkedBlock, word: number): boolean {
  const hasNumber = (at: number): boolean => {
    const start = starts[at] ?? 0;
    return romanNumber.test(source.slice(start, start + longestNumber));
  };
  return word === 0 && hasNumber(block) && (hasNumber(block - 1) || hasNumber(block + 1));
}

const romanNumber = /^\(?[ivxl]+[.)]/i;
const longestNumber = 8;

/** Whether something stands in a block that may be a place to be filled in. */
function mayStand(report: Report, block: number): boolean {
  const { capitals, watched } = marksOf(report, block);
  if (capitals.length > 0 || watched.length > 0) return true;
  const { source, blocks, starts } = report.document;
  const start = starts[block] ?? 0;
  const written = source.slice(start, start + (blocks[block]?.length ?? 0));
  if (written.length <= longestToFollow + 10) return true;
  return leftForms.some(([opening]) => written.includes(opening));
}

/** Brackets around an instruction, rows of question marks or of underscores. */
function marks(report: Report): Span[] {
  const { source, blocks, starts } = report.document;
  const places: Span[] = [];
  const ends = new Map<RegExp, number>();
  let block = 0;
  for (const at of openingsIn(report)) {
    for (const [opening, form, lead] of formsByUnit.get(source.charCodeAt(at)) ?? []) {
      if (at < (ends.get(form) ?? 0) || !source.startsWith(opening, at)) continue;
      const length = matchAt(form, source, at)?.[0].length;
      if (length === undefined) continue;
      while ((starts[block + 1] ?? Infinity) <= at) block++;
      const kind = blocks[block]?.kind;
      // A role in a heading’s braces lacks its full stop: that is told of there.
      if (kind === 'heading' && opening === '{' && isRole(report, source.slice(at + 1, at + length - 1))) continue;
      const before = source.slice(Math.max(starts[block] ?? 0, at - lookedBack), at);
      const led = lead === undefined ? '' : lead.exec(before.slice(-longestLead))?.[0];
      if (led === undefined) continue;
      const isText = kind !== 'frontMatter' && kind !== 'comment' && !isInComment(before) && !isQuoted(before);
      if (isText && !(opening === '__' && isRule(source, at, at + length)))
        places.push({ from: at - led.length, to: at + length });
      ends.set(form, at + length);
    }
  }
  return places;
}

function isRole({ framework }: Report, word: string): boolean {
  return framework.sections.some(({ role }) => role === word);
}

/** Where one of the forms may begin, in order; those that begin with a word are found by that, and in tables and headings by themselves. */
function openingsIn(report: Report): number[] {
  const { document } = report;
  const { source, blocks, starts } = document;
  const places = [...placesAtMarks(document, openingMarks)];
  for (const { base, prose, marks } of markedBlocks(report))
    for (const word of marks.watched) places.push(base + startOfWord(prose.words, word));
  blocks.forEach(({ kind, length }, i) => {
    if (kind !== 'table' && kind !== 'heading') return;
    const start = starts[i] ?? 0;
    const text = source.slice(start, start + length);
    for (const opening of openingWords)
      for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) places.push(start + at);
  });
  return places.sort((one, other) => one - other);
}

/** The forms by the first character of what they begin with. */
const formsByUnit = new Map<number, (typeof leftForms)[number][]>();
for (const form of leftForms) addToGroup(formsByUnit, form[0].charCodeAt(0), form);
const openings = [...new Set(leftForms.map(([opening]) => opening))];
const openingWords = openings.filter(opening => /^\p{L}/u.test(opening));
/** Those that begin with a mark, by that. */
const openingsByMark = new Map<number, string[]>();
for (const opening of openings)
  if (!openingWords.includes(opening)) addToGroup(openingsByMark, opening.charCodeAt(0), opening);
const openingMarks = new MarkSearch(String.fromCharCode(...openingsByMark.keys()), (text, at) =>
  openingsByMark.get(text.charCodeAt(at))?.some(opening => text.startsWith(opening, at)) === true ? at : -1,
);

/** So much text before a place tells whether it stands in a comment or a quotation. */
const lookedBack = 1000;

function isInComment(before: string): boolean {
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}

/** Whether a quotation is open: brackets in it hold what the quoter has put in. */
function isQuoted(before: string): boolean {
  const open = Math.max(before.lastIndexOf('‘'), before.lastIndexOf('“'));
  return open >= 0 && !/[’”](?![\p{L}\d])/u.test(before.slice(open));
}

/** Whether underscores are a line of their own: a rule, drawn. */
function isRule(source: string, from: number, to: number): boolean {
  return (
    /(?:^|[\r\n])[ \t]*$/.test(source.slice(Math.max(0, from - 8), from)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(source.slice(to, to + 8))
  );
}
