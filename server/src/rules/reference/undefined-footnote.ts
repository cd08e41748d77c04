import { blocksWhere, blocksWith, searchFor } from '../../model/blocksWith.ts';
import { type MistypedFootnote, mistypedFootnote } from '../../model/mistypedFootnote.ts';
import type { Footnote, FootnoteText, Report } from '../../model/report.ts';
import { blockIndexAt, type Document } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import { moreLikeIt } from '../moreLikeIt.ts';
import type { Edit, Finding, Fix, Related, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

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
      const { name, marks, texts } = footnote;
      const [first, ...others] = marks;
      if (first === undefined) continue;
      if (texts.length > 0) {
        const [text, another] = texts;
        if (text !== undefined && another === undefined && isEmpty(report, text)) {
          yield {
            from: text.from,
            to: text.from + name.length + 4,
            message: `The text of note ${name} is empty. Write it, or take the note out.`,
            related: marks.map(mark => ({ ...mark, message: 'It is marked here.' })),
          };
        }
        yield* markedTwice(name, marks);
        continue;
      }
      if (colonInside(report, named.get(`${name}:`)) !== undefined) continue;
      const inside = named.has(name.slice(0, -1)) ? colonInside(report, footnote) : undefined;
      if (inside !== undefined) {
        const text = `[^${name.slice(0, -1)}]:`;
        yield {
          ...inside,
          message: `This is not read as the text of note ${name.slice(0, -1)}: its colon stands inside. Write “${text}”.`,
          related: (named.get(name.slice(0, -1))?.marks ?? []).map(mark => ({
            ...mark,
            message: 'It is marked here.',
          })),
          fixes: [{ title: `Change to “${text}”`, edits: [{ ...inside, text }], certain: true }],
        };
        continue;
      }
      const meant = meantText(report, name);
      if (meant !== undefined) {
        const text = `[^${name}]:`;
        yield {
          ...meant,
          message: `This is not read as the text of note ${name}. Write “${text}” before it.`,
          related: marks
            .filter(({ from }) => from !== meant.from)
            .map(mark => ({ ...mark, message: 'It is marked here.' })),
          fixes: [{ title: `Change to “${text}”`, edits: [{ ...meant, text }], certain: false }],
        };
        continue;
      }
      const edit = textFor(report, footnote);
      const add: Fix[] =
        edit === undefined ? [] : [{ title: `Add the text of note ${name}`, edits: [edit], certain: false }];
      if (mistyped?.marked === footnote) {
        yield {
          ...first,
          message: `Note ${name} has no text, and nothing is marked with note ${mistyped.written.name}. Is it the same note?`,
          related: mistyped.written.texts.map(({ from, to }) => ({
            from,
            to,
            message: 'This text is marked nowhere.',
          })),
          fixes: [renamed(report, mistyped), ...add],
        };
        continue;
      }
      yield {
        ...first,
        message: `Note ${name} has no text. Write it below the paragraph, or take the mark out.`,
        related: [...others.map(mark => ({ ...mark, message: 'It is marked here too.' })), ...commented(report, name)],
        fixes: add,
      };
    }
    yield* partedMarks(report);
    yield* turnedMarks(report);
    yield* namedInWords(report);
    yield* withoutCarets(report);
    yield* numbersInBrackets(report);
  },
};

function isEmpty({ document: { source } }: Report, { content }: FootnoteText): boolean {
  return source.slice(content.from, content.to).trim() === '';
}

/** Marks of one note side by side. */
function* markedTwice(name: string, marks: readonly Span[]): Iterable<Finding> {
  for (const [i, mark] of marks.entries()) {
    if (i === 0 || marks[i - 1]?.to !== mark.from) continue;
    yield {
      from: mark.from,
      to: mark.to,
      severity: 'warning',
      message: `Note ${name} is marked here twice. Take one mark out.`,
      fixes: [{ title: 'Take it out', edits: [{ from: mark.from, to: mark.to, text: '' }], certain: true }],
    };
  }
}

/** What begins the one paragraph that has a note’s name before it, without the colon or the caret of its text. */
function meantText({ document: { blocks, starts, source } }: Report, name: string): Span | undefined {
  const own = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const form = new RegExp(String.raw`^\[ ?(?:\^ ?${own} ?\](?! ?[,;)])[ ]?[:.]?|${own}\][:.])(?=\s{1,4}\S)`, 'u');
  let found: Span | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.start;
    if (source.charCodeAt(from) !== 91) continue;
    const [written = ''] = form.exec(source.slice(from, from + name.length + longestMark)) ?? [];
    if (written === '') continue;
    if (found !== undefined) return undefined;
    found = { from, to: from + written.length };
  }
  return found;
}

const bracketed = /^\[(\d{1,2})\]:?[ \t]{1,4}\S/;

function mayBeBracketed({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const from = (starts[index] ?? 0) + block.start;
  return source.charCodeAt(from) === 91 && bracketed.test(source.slice(from, from + longestMark));
}

/** Notes of which neither the marks nor the texts have a caret: *schools.[1]* and *[1]: In September.* One finding. */
function* withoutCarets({ document, footnotes }: Report): Iterable<Finding> {
  const { source, blocks, starts } = document;
  const found: Span[] = [];
  for (const i of blocksWhere(document, mayBeBracketed)) {
    const from = (starts[i] ?? 0) + (blocks[i]?.start ?? 0);
    const [, name = ''] = bracketed.exec(source.slice(from, from + longestMark)) ?? [];
    const mark = source.indexOf(`[${name}]`);
    if (
      footnotes.some(own => own.name === name) ||
      mark === from ||
      !/[\p{L}\d.,;!?’”)]/u.test(source.charAt(mark - 1))
    )
      continue;
    found.push({ from, to: from + name.length + 2 });
  }
  const [first, ...others] = found;
  if (first === undefined) return;
  yield {
    ...first,
    message: `This is not read as a note’s text, nor its mark as one${moreLikeIt(others)}. Write “[^1]” for “[1]”.`,
    related: others.map(place => ({ ...place, message: 'Nor is this.' })),
  };
}

/** With its brackets, colon and blanks it is longer by no more. */
const longestMark = 12;

/** The one mark of a note whose name ends in a colon, where it begins a paragraph as a note's text would. */
function colonInside({ document }: Report, footnote: Footnote | undefined): Span | undefined {
  const [mark, another] = footnote?.marks ?? [];
  if (footnote === undefined || mark === undefined || another !== undefined || !/^[^:]+:$/.test(footnote.name))
    return undefined;
  const index = blockIndexAt(document, mark.from) ?? 0;
  const own = document.blocks[index];
  return own?.kind === 'plain' && (document.starts[index] ?? 0) + own.start === mark.from ? mark : undefined;
}

const bracketedNumber = /\[(\d{1,3})\](?![:([])/y;

function* bracketedIn(text: string): Iterable<number> {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    bracketedNumber.lastIndex = at;
    if (bracketedNumber.test(text) && /[\p{Ll}.,;:!?’”)]/u.test(text.charAt(at - 1))) yield at;
  }
}

/** *visits.[88]*, where notes are numbered and none is 88: of one that has a text that is told there. */
function* numbersInBrackets({ document, footnotes }: Report): Iterable<Finding> {
  if (footnotes.length === 0 || !footnotes.every(({ name }) => /^\d+$/.test(name))) return;
  for (const { block, places } of blocksWith(document, bracketedIn)) {
    if (!('content' in block) || block.kind === 'frontMatter' || block.kind === 'comment') continue;
    for (const from of places) {
      bracketedNumber.lastIndex = from;
      const [written = '', name = ''] = bracketedNumber.exec(document.source) ?? [];
      if (footnotes.some(own => own.name === name)) continue;
      const place = { from, to: from + written.length };
      yield {
        ...place,
        severity: 'warning',
        message: `This is not read as a note’s mark, and there is no note ${name}. Write its text and “[^${name}]”, or take it out.`,
      };
    }
  }
}

const theWord = searchFor('footnote ');
const inWords = /(?<!\p{L})footnote[ \u00a0](\d{1,3})(?![\d.]\d|[\p{L}\d(]|\s{1,4}(?:of|in|to|under|on)\s)/iuy;

function mayName({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const start = starts[index] ?? 0;
  const written = source.slice(start, start + (blocks[index]?.end ?? 0));
  return written.includes('footnote') || written.includes('^');
}

/** The comment that begins with a note’s text. */
function commented({ document }: Report, name: string): Related[] {
  const at = document.source.indexOf(`[^${name}]:`);
  const block = at < 0 ? undefined : document.blocks[blockIndexAt(document, at) ?? -1];
  if (block?.kind !== 'comment') return [];
  return [{ from: at, to: at + name.length + 4, message: 'Its text stands in a comment.' }];
}

const turnedMark =
  /[({]\^([\p{L}\d*†]{1,12})[)}]|\[([\p{L}\d*†]{1,12})\^\]|\^\[(\d{1,3})\]|\[\^(\d{1,3})(?![\p{L}\d\]:]|[^\r\n[\]]{0,40}\])/uy;

/** Where a mark has other brackets, its caret elsewhere, or no bracket at its end. */
function* turnedIn(text: string): Iterable<number> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const from = beginOfMark(text, at);
    turnedMark.lastIndex = from;
    if (from > 0 && /[\p{L}\d.,;:!?’”)]/u.test(text.charAt(from - 1)) && turnedMark.test(text)) yield from;
  }
}

function beginOfMark(text: string, caret: number): number {
  if (text.charAt(caret + 1) === '[') return caret;
  if (/[[({]/.test(text.charAt(caret - 1))) return caret - 1;
  for (let at = caret - 1; at > caret - longestMark; at--) if (text.charAt(at) === '[') return at;
  return -1;
}

/** Marks that are read as text for how their brackets or their caret stand; of a note with a text that is told there. */
function* turnedMarks({ document, footnotes }: Report): Iterable<Finding> {
  for (const { block, places } of blocksWith(document, turnedIn)) {
    if (!('content' in block) || block.kind === 'frontMatter' || block.kind === 'comment') continue;
    for (const from of places) {
      turnedMark.lastIndex = from;
      const [written = '', round, last, before, open] = turnedMark.exec(document.source) ?? [];
      const name = round ?? last ?? before ?? open ?? '';
      if (footnotes.some(own => own.name === name && own.marks.length === 0)) continue;
      const place = { from, to: from + written.length };
      const fault =
        round !== undefined
          ? 'its brackets are not square'
          : open !== undefined
            ? 'its bracket is not closed'
            : '“^” does not stand after its bracket';
      const text = `[^${name}]`;
      yield {
        ...place,
        message: `This is not read as a note’s mark, for ${fault}. Write “${text}”.`,
        fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: open === undefined }],
      };
    }
  }
}

const partedMark = /\[(?: \^ ?|\^ )([\p{L}\d*†]{1,12}) ?\]|\[\^([\p{L}\d*†]{1,12}) \]/uy;

function* partedIn(text: string): Iterable<number> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const from = text.charAt(at - 1) === '[' ? at - 1 : at - 2;
    partedMark.lastIndex = from;
    if (from >= 0 && partedMark.test(text)) yield from;
  }
}

/** Marks that are read as text, for a blank stands in them; of a note with a text that is told there. */
function* partedMarks({ document, footnotes }: Report): Iterable<Finding> {
  const { source } = document;
  for (const { block, places } of blocksWith(document, partedIn)) {
    if (!('content' in block)) continue;
    for (const from of places) {
      partedMark.lastIndex = from;
      const [written = '', one, other] = partedMark.exec(source) ?? [];
      const name = one ?? other ?? '';
      if (footnotes.some(own => own.name === name && own.marks.length === 0)) continue;
      const place = { from, to: from + written.length };
      yield {
        ...place,
        message: `This is not read as a note’s mark, for a blank stands in it. Write “[^${name}]”.`,
        fixes: [{ title: `Change to “[^${name}]”`, edits: [{ ...place, text: `[^${name}]` }], certain: true }],
      };
    }
  }
}

/** *footnote 9*, where all notes are numbered and none is 9. */
function* namedInWords({ document, footnotes }: Report): Iterable<Finding> {
  if (footnotes.length === 0 || !footnotes.every(({ name }) => /^\d+$/.test(name))) return;
  const names = new Set(footnotes.map(({ name }) => name));
  for (const { block, places } of blocksWith(document, theWord)) {
    if (!('content' in block) || block.kind === 'footnote' || block.kind === 'comment') continue;
    if (block.kind === 'frontMatter') continue;
    for (const at of places) {
      inWords.lastIndex = at;
      const [written = '', number = ''] = inWords.exec(document.source) ?? [];
      if (written === '' || names.has(number)) continue;
      yield {
        from: at,
        to: at + written.length,
        severity: 'warning',
        message: `There is no note ${number}. Say which is meant.`,
      };
    }
  }
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
function textFor({ document }: Report, { name, marks: [mark] }: Footnote): Edit | undefined {
  const { blocks, starts, source } = document;
  let index = mark && blockIndexAt(document, mark.from);
  if (index === undefined) return undefined;
  if (blocks[index + 1]?.kind === 'judgement') index++;
  const block = blocks[index];
  if (block === undefined) return undefined;
  const at = (starts[index] ?? 0) + block.end;
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  return { from: at, to: at, text: `${end}${end}[^${name}]:` };
}
