import { DerivedFacts } from '../../model/derivedFacts.ts';
import { mistypedFootnote } from '../../model/mistypedFootnote.ts';
import type { Footnote, FootnoteText, Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import { literalPattern } from '../../text/phrases.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { changeTo } from '../fixWith.ts';
import type { Edit, Finding, Rule } from '../rule.ts';

/**
 * The text of a note is there, but nothing in the report is marked with it; or a note has two texts. Put the mark where
 * the note belongs, or take the text out.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.
 *
 * [^1]: In September 2017.
 * ^^^^^ Nothing is marked with note 1.
 *
 * All are good.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The authority runs 12 schools.
 *
 * All are good.
 * ```
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1]
 *
 * [^1]: In September 2017.
 *
 * [^1]: In October 2017.
 * ^^^^^ Note 1 has two texts,
 * ```
 *
 * ```inspectmark
 * ## Executive summary[^1]
 *
 * The authority runs 12 schools.[^schools]
 *
 * [^1]: Written in November 2017.
 * [^schools]: In September 2017.
 * ```
 */
export const unusedFootnote: Rule = {
  id: 'unused-footnote',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'A note has a text, but no mark; or two texts',
  fixable: true,
  readsWords: true, // what is meant for its mark is read as words
  *check({ report }) {
    const mistyped = mistypedFootnote(report);
    let searched = 0;
    for (const footnote of report.footnotes) {
      const { name, marks, texts } = footnote;
      const [first, ...others] = texts;
      // A text whose mark is mistyped is told at the mark.
      if (first === undefined || (marks.length === 0 && mistyped?.written === footnote)) continue;
      // The first may be the title’s, where that is missing or not read.
      if (marks.length === 0 && isFirstUnmarked(report, footnote) && lacksTitle(report)) continue;
      // So is what is wrong with a title in which its number stands as a figure.
      if (marks.length === 0 && inTitles.of(report, numbersAtEnd).has(name)) continue;
      if (marks.length === 0)
        yield (searched++ < mostSearched ? misread(report, name, first) : undefined) ??
          unused(report, name, first, others);
      else for (const text of others) yield repeated(report, name, first, text);
    }
  },
};

function isFirstUnmarked({ footnotes }: Report, own: Footnote): boolean {
  return footnotes.find(({ marks }) => marks.length === 0) === own;
}

function lacksTitle({ metadata: { title, entries, span }, framework: { requiredMetadata } }: Report): boolean {
  if (span.to === 0 || !requiredMetadata.includes('title')) return false;
  return title === undefined || entries.some(({ key, broken }) => key === 'title' && broken);
}

/** For the marks of so many notes the text is searched: where more have none, it is no slip of writing. */
const mostSearched = 30;

/** The numbers that titles’ last words have at their ends, on the line: *in this area2*. */
const inTitles = new DerivedFacts<ReadonlySet<string>>();

function numbersAtEnd({ sections }: Report): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ title }) => {
      const [written] = /(?<=\p{L}[.?!]?)\d{1,2}$/u.exec(title) ?? [];
      return written === undefined ? [] : [written];
    }),
  );
}

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const markedKinds: ReadonlySet<Block['kind']> = new Set(['heading', 'numbered', 'bullet', 'plain', 'table']);

/** The one place that looks like the note's mark and is read as text: told there. */
function misread({ document }: Report, name: string, text: FootnoteText): Finding | undefined {
  const own = literalPattern(name);
  const raised = /^\d{1,2}$/.test(name)
    ? name.replace(/\d/g, figure => raisedFigures.charAt(Number(figure)))
    : undefined;
  // A number in brackets alone is a mark only right after words.
  const form = new RegExp(
    String.raw`\[ ?[\^ˆ] ?${own} ?\]|[({]\^${own}[)}]|\^${own}\^|\[\^${own}(?=[\s.,;:)]|$)|(?<=[\p{L}.,;!?’”)])\[${own}\](?!\()|(?<=[\p{L}.,;!?’”)])\^${own}(?![\w^])${raised === undefined ? '' : `|(?<=[\\p{Ll}.,;!?’”)])${raised}(?![${raisedFigures}])|(?<=\\p{Ll}{2}[.!?])${own}(?=\\s|$)`}`,
    'gu',
  );
  const { source, blocks } = document;
  const places: Span[] = [];
  for (const { 0: written, index } of source.matchAll(form)) {
    const block = blocks[blockIndexAt(document, index) ?? -1];
    if (block !== undefined && markedKinds.has(block.kind)) places.push({ from: index, to: index + written.length });
  }
  const [place, another] = places;
  if (place === undefined || another !== undefined) return undefined;
  const mark = `[^${name}]`;
  return {
    ...place,
    message: `“${source.slice(place.from, place.to)}” is not read as the mark of note ${name}. Write “${mark}”.`,
    related: [{ ...label(name, text), message: 'So this text is marked nowhere.' }],
    fixes: [changeTo(place, mark)],
  };
}

function unused(report: Report, name: string, text: FootnoteText, others: readonly FootnoteText[]): Finding {
  return {
    ...label(name, text),
    message: `Nothing is marked with note ${name}. Put its mark where the note belongs, or take the text out.`,
    related: others.map(other => ({ ...label(name, other), message: 'This text of it is marked nowhere either.' })),
    fixes: [{ title: 'Take the text out', edits: [text, ...others].map(own => removed(report, own)), certain: false }],
  };
}

function repeated(report: Report, name: string, first: FootnoteText, text: FootnoteText): Finding {
  const { source } = report.document;
  const words = ({ content }: FootnoteText): string => singleSpaced(source.slice(content.from, content.to));
  const same = words(first) === words(text);
  return {
    ...label(name, text),
    message: `Note ${name} has two texts${same ? '' : ', and readers see only one'}. Take one out, or give it another mark.`,
    related: [{ ...label(name, first), message: 'The first text.' }],
    fixes: same ? [{ title: 'Take this text out', edits: [removed(report, text)], certain: true }] : [],
  };
}

/** `[^1]:` at a text's start. */
function label(name: string, { from }: FootnoteText) {
  return { from, to: from + name.length + 4 };
}

/** A text's whole block, with the empty lines after it. */
function removed({ document: { blocks, starts } }: Report, { from, block }: FootnoteText): Edit {
  return { from, to: (starts[block] ?? 0) + (blocks[block]?.length ?? 0), text: '' };
}
