import { type MistypedFootnote, mistypedFootnote } from '../../model/mistypedFootnote.ts';
import type { Footnote, Report } from '../../model/report.ts';
import { blockIndexAt, blockText } from '../../syntax/document.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import type { Span } from '../../text/text.ts';
import { certainFixWith } from '../fixWith.ts';
import type { Finding, Fix, Related, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { misreadMarks } from './notes/misreadMarks.ts';
import { colonInside, markedHere, textWithColonInside, textWithoutItsMark } from './notes/misreadTexts.ts';
import { notesWithoutCarets } from './notes/notesWithoutCarets.ts';
import { unknownNumbers } from './notes/unknownNumbers.ts';

/**
 * A note is marked in the text, but the note itself is not there. Write it: on a line of its own below the paragraph,
 * with the same mark and a colon.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] All are good.
 *                               ^^^^ Note 1 has no text.
 *
 * Two are small.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] All are good.
 *
 * [^1]:
 *
 * Two are small.
 * ```
 *
 * Where the only text without a mark stands below the only mark without a text, they are probably one note:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1]
 *                               ^^^^ Note 1 has no text, and nothing is marked with note 2. Is it the same note?
 *
 * [^2]: In September 2017.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1]
 *
 * [^1]: In September 2017.
 * ```
 *
 * A text whose colon has got into its brackets is read as a mark:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1]
 *
 * [^1:] In September 2017.
 * ^^^^^ This is not read as the text of note 1: its colon stands inside. Write “[^1]:”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1]
 *
 * [^1]: In September 2017.
 * ```
 *
 * Words may name a note that is not there:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] Two are small (see footnote 9).
 *                                                       ^^^^^^^^^^ There is no note 9. Say which is meant.
 *
 * [^1]: In September 2017.
 * ```
 *
 * A text without words is none, and a mark stands once:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] Two are small.[^2][^2]
 *                                                      ^^^^ Note 2 is marked here twice. Take one mark out.
 *
 * [^1]:
 * ^^^^^ The text of note 1 is empty. Write it, or take the note out.
 * [^2]: In September 2017.
 * ```
 *
 * The text may stand anywhere, and one note may be marked more than once:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] All are good.[^1]
 *
 * [^1]: In September 2017.
 * ```
 */
export const undefinedFootnote: Rule = {
  id: 'undefined-footnote',
  group: 'reference',
  kind: 'fault',
  severity: 'error',
  summary: 'A note is marked, but has no text',
  fixable: true,
  readsWords: whereStands(mayName),
  *check({ report }) {
    const mistyped = mistypedFootnote(report);
    const named = new Map(report.footnotes.map(footnote => [footnote.name, footnote]));
    for (const footnote of report.footnotes) {
      const [first] = footnote.marks;
      if (first === undefined) continue;
      if (footnote.texts.length > 0) {
        yield* emptyText(report, footnote);
        yield* markedTwice(footnote);
        yield* markedAlone(report, footnote);
        yield* bracketBehind(report, footnote);
        continue;
      }
      // The note of a text that is read as a mark, for its colon stands inside, is told there.
      const misread = named.get(`${footnote.name}:`);
      if (misread !== undefined && colonInside(report, misread) !== undefined) continue;
      const meant = named.get(footnote.name.slice(0, -1));
      yield (meant && textWithColonInside(report, footnote, meant)) ??
        textWithoutItsMark(report, footnote) ??
        (mistyped?.marked === footnote ? otherName(report, first, mistyped) : withoutText(report, first, footnote));
    }
    yield* misreadMarks(report);
    const unread = [...notesWithoutCarets(report)];
    yield* unread;
    if (unread.length === 0 || report.footnotes.length > 0) yield* unknownNumbers(report);
  },
};

/** Whether a block may have a mark, or name a note in words. */
function mayName({ document }: Report, index: number): boolean {
  const written = blockText(document, index);
  return (
    written.includes('footnote') || written.includes('^') || /\[_?(?:ftn|fn|edn|endnote) ?\d|[¹²³⁴-⁹]/i.test(written)
  );
}

/** The one text of a note, where it has no words. */
function* emptyText({ document: { source } }: Report, { name, marks, texts }: Footnote): Iterable<Finding> {
  const [text, another] = texts;
  if (text === undefined || another !== undefined) return;
  if (source.slice(text.content.from, text.content.to).trim() !== '') return;
  yield {
    from: text.from,
    to: text.from + name.length + 4,
    message: `The text of note ${name} is empty. Write it, or take the note out.`,
    related: marks.map(markedHere),
  };
}

/** Marks of one note side by side. */
function* markedTwice({ name, marks }: Footnote): Iterable<Finding> {
  for (const [i, mark] of marks.entries()) {
    if (i === 0 || marks[i - 1]?.to !== mark.from) continue;
    yield {
      ...mark,
      severity: 'warning',
      message: `Note ${name} is marked here twice. Take one mark out.`,
      fixes: [certainFixWith('Take it out', mark, '')],
    };
  }
}

/** Marks with a bracket too many behind them. */
function* bracketBehind({ document: { source } }: Report, { marks }: Footnote): Iterable<Finding> {
  for (const { from, to } of marks) {
    if (source.charAt(to) !== ']') continue;
    const before = source.slice(Math.max(0, from - longestBracket), from);
    if (before.lastIndexOf('[') > before.lastIndexOf(']')) continue;
    const place = { from: to, to: to + 1 };
    yield {
      ...place,
      severity: 'warning',
      message: 'This bracket after a note’s mark closes nothing. Take it out.',
      fixes: [certainFixWith('Take it out', place, '')],
    };
  }
}

/** So far before a mark a bracket may be open around it. */
const longestBracket = 300;

/** Marks that stand in a paragraph of their own, behind nothing. */
function* markedAlone({ document }: Report, { name, marks }: Footnote): Iterable<Finding> {
  const { blocks, starts, source } = document;
  for (const mark of marks) {
    const index = blockIndexAt(document, mark.from) ?? 0;
    const block = blocks[index];
    const start = starts[index] ?? 0;
    if (block?.kind !== 'plain' || start + block.start !== mark.from || start + block.end !== mark.to) continue;
    const above = blocks[index - 1];
    const end = (starts[index - 1] ?? 0) + (above?.end ?? 0);
    const isText = above?.kind === 'plain' || above?.kind === 'numbered' || above?.kind === 'bullet';
    const edit = { from: end, to: mark.to, text: source.slice(mark.from, mark.to) };
    yield {
      ...mark,
      severity: 'warning',
      message: `The mark of note ${name} stands in a paragraph of its own. Put it after the words that it belongs to.`,
      fixes: isText ? [{ title: 'Put it after the words above', edits: [edit], certain: false }] : [],
    };
  }
}

/** A note whose text is there under another name. */
function otherName(report: Report, first: Span, mistyped: MistypedFootnote): Finding {
  const { marked, written } = mistyped;
  return {
    ...first,
    message: `Note ${marked.name} has no text, and nothing is marked with note ${written.name}. Is it the same note?`,
    related: written.texts.map(({ from, to }) => ({ from, to, message: 'This text is marked nowhere.' })),
    fixes: [renamed(report, mistyped), ...addedText(report, first, marked.name)],
  };
}

/** A note of which there is no text at all. */
function withoutText(report: Report, first: Span, { name, marks }: Footnote): Finding {
  return {
    ...first,
    message: `Note ${name} has no text. Write it below the paragraph, or take the mark out.`,
    related: [
      ...marks.slice(1).map(mark => ({ ...mark, message: 'It is marked here too.' })),
      ...commented(report, name),
    ],
    fixes: addedText(report, first, name),
  };
}

/** The comment that begins with a note’s text. */
function commented({ document }: Report, name: string): Related[] {
  const at = document.source.indexOf(`[^${name}]:`);
  const block = at < 0 ? undefined : document.blocks[blockIndexAt(document, at) ?? -1];
  if (block?.kind !== 'comment') return [];
  return [{ from: at, to: at + name.length + 4, message: 'Its text stands in a comment.' }];
}

/** The text gets the name with which the note is marked. */
function renamed({ document: { blocks, starts } }: Report, { marked, written }: MistypedFootnote): Fix {
  const edits = written.texts.flatMap(({ block }) => {
    const own = blocks[block];
    const base = starts[block] ?? 0;
    if (own?.kind !== 'footnote') return [];
    return [{ from: base + own.nameSpan.from, to: base + own.nameSpan.to, text: marked.name }];
  });
  return { title: `Make note ${written.name} its text`, edits, certain: false };
}

/** An empty text after the block of the first mark; after the grade, where that belongs to the marked heading. */
function addedText({ document }: Report, { from }: Span, name: string): Fix[] {
  const { blocks, starts, source } = document;
  let index = blockIndexAt(document, from);
  if (index === undefined) return [];
  if (blocks[index + 1]?.kind === 'judgement') index++;
  const block = blocks[index];
  if (block === undefined) return [];
  const at = (starts[index] ?? 0) + block.end;
  const end = lineBreak(source);
  const edit = { from: at, to: at, text: `${end}${end}[^${name}]:` };
  return [{ title: `Add the text of note ${name}`, edits: [edit], certain: false }];
}
