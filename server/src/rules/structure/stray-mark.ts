import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { isAmong, isWithin } from '../../text/text.ts';
import { isInMissedNumber } from '../missedPlaces.ts';
import { missingSections, titleAsText } from '../missingSections.ts';
import { moreLikeIt } from '../moreLikeIt.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { headingsAsText } from './headings/headingsAsText.ts';
import { besideNumber } from './marks/besideNumber.ts';
import { pageNumbers } from './marks/pageNumbers.ts';

/**
 * A punctuation mark stands twice or apart from its word, a pair of brackets or quotation marks holds nothing, or a line holds
 * no words: what was between them is lost, or they were left when something was taken out.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.. Families value it , and say so ().
 *                        ^^ This mark stands here twice. Take one out.
 *                                            ^^ A blank stands before this mark. Take it out.
 *                                                          ^^ Nothing stands in these brackets. Write what belongs there, or take them out.
 *
 * 2. Children call it “”.
 *                     ^^ Nothing stands in these quotation marks.
 *
 * Page 12 of 40
 * ^^^^^^^^^^^^^ A page’s number or heading is left here. Take it out.
 *
 * ---
 * ^^^ This line is printed as it stands. Take it out.
 *
 * 3. Plans are clear.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely. Families value it, and say so ().
 *
 * 2. Children call it “”.
 *
 * Page 12 of 40
 *
 * ---
 *
 * 3. Plans are clear.
 * ```
 *
 * So is a line among numbered paragraphs that is no sentence, and neither a title nor a tag:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * Ask the team
 * ^^^^^^^^^^^^ This line stands among numbered paragraphs, and is no sentence.
 *
 * 2. Visits are regular.
 * ```
 *
 * Three dots are one mark, and a path has two:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. One child said: ‘They listen... most of the time.’ See [the last report](../2014/earlier.pdf).
 * ```
 */
export const strayMark: Rule = {
  id: 'stray-mark',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A mark stands twice, apart or around nothing, or a line holds no words',
  fixable: true,
  readsWords: whereStands(mayBeOdd),
  unhurried: true, // half a word may look like one
  *check({ report }) {
    const { source, blocks, starts } = report.document;
    yield* oddMarks(report);
    yield* pageNumbers(report);
    for (const [k, block] of blocks.entries()) {
      const length = block.end - block.start;
      if (
        block.kind === 'bullet' &&
        length <= longestPage &&
        /^- \d{1,3} -$/.test(source.slice((starts[k] ?? 0) + block.start, (starts[k] ?? 0) + block.end))
      ) {
        yield {
          from: (starts[k] ?? 0) + block.start,
          to: (starts[k] ?? 0) + block.end,
          message: 'A page’s number is left here. Take it out.',
        };
        continue;
      }
      if (block.kind === 'numbered') yield* besideNumber(report, k);
      if (length > 0 && source.charCodeAt((starts[k] ?? 0) + block.end - 1) === 92 && isText(block)) {
        const to = (starts[k] ?? 0) + block.end;
        yield {
          from: to - 1,
          to,
          message: 'This backslash stands for a line’s end, and no line follows. Take it out.',
        };
      }
      if ((block.kind !== 'plain' && block.kind !== 'quotation') || length === 0) continue;
      const from = (starts[k] ?? 0) + block.start;
      if (source.charCodeAt(from) === 62 && block.kind === 'plain') yield* gluedQuotation(report, k, from);
      if (length > longestLine) {
        const [line = ''] = /^[^\r\n]{1,300}/.exec(source.slice(from, from + 300)) ?? [];
        if (contentsLine.test(line.trimEnd()))
          yield { from, to: from + length, message: 'A list of contents is left here. Take it out.' };
        continue;
      }
      const written = source.slice(from, from + length);
      const message =
        oddLine(written) ??
        (isBetweenNumbers(report, k, written) && !isLostTitle(report, from) ? strayLine : undefined);
      if (message !== undefined) yield { from, to: from + length, message };
    }
  },
};

/** Marks of running text that stand twice, apart or around nothing. */
function* oddMarks(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const apart: number[] = [];
  for (const { block, start, places } of blocksWith(report.document, marks)) {
    if (!isText(block)) continue;
    const { comments, links, pictures, footnoteMarks, escapes } = block.inlines;
    let reached = 0;
    for (const from of places) {
      mark.lastIndex = from;
      const [written = ''] = mark.exec(source) ?? [];
      if (from < reached || written === '' || (written === '{' && block.kind === 'heading')) continue;
      reached = from + written.length;
      const at = from - start;
      if (block.kind === 'plain' && block.end - block.start <= written.length) continue;
      if ([comments, links, pictures, footnoteMarks].some(spans => isWithin(spans, at))) continue;
      if (isAmong(escapes, at - 1) || isAmong(escapes, at)) continue;
      if (written === '--') {
        if (/\p{Ll}/u.test(source.charAt(from - 1)))
          yield {
            from,
            to: reached,
            message: 'Two hyphens stand within a word. Write one, or a dash with a blank on both sides.',
          };
      } else if (/^[ \u00a0]/.test(written)) {
        const last = /[ \t]/.test(source.charAt(from - 1)) ? from - 2 : from - 1;
        if (
          (/[\p{L}\d)’”]/u.test(source.charAt(last)) || isSecondStop(source, from)) &&
          source.charAt(from + 2) !== '.' &&
          !isInMissedNumber(report, from)
        )
          apart.push(from);
      } else {
        const finding = oddMark(source, from, written);
        if (finding !== undefined && !isInMissedNumber(report, finding.from)) yield finding;
      }
    }
  }
  if (apart.length > 0) yield blanksBefore(apart);
}

/** Whether a block has one of the marks, or is so short that it may be an odd line. */
function mayBeOdd({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const block = blocks[index];
  if (block === undefined) return false;
  const isLine = (block.kind === 'plain' || block.kind === 'quotation') && block.end - block.start <= longestLine;
  const start = starts[index] ?? 0;
  // What stands after the block may tell of its last mark.
  if (isLine || source.charCodeAt(start + block.start) === 62) return true;
  const text = source.slice(start, start + block.end + 1);
  return marks.placesIn(text).length > 0;
}

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet' || kind === 'footnote' || kind === 'heading';
}

/** Marks that are looked for in running text: pairs, and single ones. */
const mark =
  /\.[.,]|,,|;;|::|,\.|\(\)|\[\]|“”|‘’|[ \u00a0][,;.](?![^\s\]’”)])|--(?=[a-z])|\.(?=[A-Z][a-z]{1,20}[ ,])|‘(?=[ \t])|\{(?=[#.][A-Za-z][\w-]{0,40}\})|__?(?=[A-Za-z][^_\r\n]{0,60}[A-Za-z]__?(?:[\s.,;:)]|$))/y;

/** Where they stand; a text has few of them, and a look at what is beside them tells most others. */
const marks = new MarkSearch('.,;:([“‘{_-', (text, at) => {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === 0x2d) return next === unit && isMark(text, at) ? at : -1;
  if (unit === 0x2e || unit === 0x2c || unit === 0x3b || unit === 0x3a) {
    const last = text.charCodeAt(at - 1);
    if ((last === 0x20 || last === 0xa0) && isMark(text, at - 1)) return at - 1;
    // (Most have a blank or a line’s end after them.)
    if (next === 0x20 || next === 0x0a || next === 0x0d) return -1;
  }
  return isMark(text, at) ? at : -1;
});

function isMark(text: string, at: number): boolean {
  mark.lastIndex = at;
  return mark.test(text);
}

/** What must stand before some of them. */
const before: Readonly<Record<string, RegExp>> = {
  '.': /[a-z]{3}$/,
  // Shorter ones may be abbreviations.
  '.,': /[a-z]{6}$/,
  '‘': /[ \t]$/,
  _: /[ \t(]$/,
  __: /[ \t(]$/,
};

function oddMark(source: string, from: number, written: string): Finding | undefined {
  const to = from + written.length;
  const place = { from, to };
  const [previous, after] = [source.charAt(from - 1), source.charAt(to)];
  const first = written.charAt(0);
  if (before[written]?.test(source.slice(Math.max(0, from - 6), from)) === false) return undefined;
  if (first === '(' || first === '[') {
    // What calls something, or has a text or a target beside it, is told as that or is no slip.
    if (/[\p{L}\d\](]/u.test(previous) || /[[(:{]/.test(after)) return undefined;
    return { ...place, message: 'Nothing stands in these brackets. Write what belongs there, or take them out.' };
  }
  if (first === '{')
    return { ...place, message: 'Only a heading can have a name or a role. Take the braces out, or put them there.' };
  if (first === '_')
    return {
      ...place,
      message: 'This mark is printed as it stands. For emphasis write “*”, before the words and after them.',
    };
  if (written === '.')
    return {
      ...place,
      message: 'No blank stands after this full stop. Put one there.',
      fixes: [{ title: 'Put a blank there', edits: [{ from: to, to, text: ' ' }], certain: false }],
    };
  if (written === '‘')
    return { ...place, message: 'This quotation mark stands alone. Put it beside its word, or take it out.' };
  if (first === '“' || first === '‘')
    return {
      ...place,
      message: 'Nothing stands in these quotation marks. Write what belongs there, or take them out.',
    };
  // Dots that lead to a number or stand for what is left out, a path, or code.
  if (!/[\p{L}\d)’”\]*\s]/u.test(previous) || (after !== '' && !/[\s)’”\]*]/.test(after))) return undefined;
  const text = written.charAt(1);
  return {
    ...place,
    message:
      written === ',.' || written === '.,'
        ? `Two marks stand here. Write “${text}”.`
        : 'This mark stands here twice. Take one out.',
    fixes: [{ title: `Write “${text}”`, edits: [{ ...place, text }], certain: true }],
  };
}

/** Whether a full stop with a blank before it follows another; three that mark what is left out are no slip. */
function isSecondStop(source: string, index: number): boolean {
  return (
    source.charCodeAt(index - 1) === 46 &&
    /^[a-z]{3}\.[ \u00a0]\.(?![ \u00a0]?\.)/.test(source.slice(index - 4, index + 4))
  );
}

/** One finding: where there are many they come from one cause, such as the program that took the text out of a PDF. */
function blanksBefore(places: readonly number[]): Finding {
  const [from = 0, ...others] = places;
  const also = moreLikeIt(others);
  return {
    from,
    to: from + 2,
    severity: others.length > fewBlanks ? 'information' : undefined,
    message: `A blank stands before this mark${also}. Take it out.`,
    related: others.map(other => ({ from: other, to: other + 2, message: 'So it does here.' })),
    fixes: [
      {
        title: others.length === 0 ? 'Take it out' : 'Take out all',
        edits: places.map(at => ({ from: at, to: at + 1, text: '' })),
        certain: true,
      },
    ],
  };
}

const fewBlanks = 2;

/** *- 12 -* */
const longestPage = 8;

/** A line of print, not a paragraph. */
const longestLine = 120;

const strayLine =
  'This line stands among numbered paragraphs, and is no sentence. Is it a heading, or left from somewhere?';

/**
 * Whether a line without a mark at its end stands beside a paragraph of a series, and between that and another or a
 * heading.
 */
function isBetweenNumbers({ document: { blocks }, paragraphs }: Report, index: number, written: string): boolean {
  const block = blocks[index];
  const around = [blocks[index - 1]?.kind, blocks[index + 1]?.kind];
  if (!around.includes('numbered') || !around.every(own => own === 'numbered' || own === 'heading')) return false;
  // What is meant for a judgement line, a heading, a row or a mark of two versions is told as that.
  if (
    block?.kind !== 'plain' ||
    /[.!?:;,’”'"]$|-->|^(?:#|\||\*\*|[<=>|]{7}|\/\/ \p{L}|\/\*|%%|@@|<[!/\w ]|\{[%#{\\+]|\\\w|`|(?:judge?ment|grade|rating) ?:)/iu.test(
      written,
    )
  )
    return false;
  const { tags, nearTags, links, pictures, foreign, comments } = block.inlines;
  if ([tags, nearTags, links, pictures, foreign, comments].some(({ length }) => length > 0)) return false;
  const own = paragraphs.findIndex(({ block: at }) => at === index);
  if (own <= 0 || paragraphs[own]?.kind !== 'other') return false;
  return [paragraphs[own - 1], paragraphs[own + 1]].some(beside => beside?.series !== undefined);
}

/** A paragraph whose lines begin with *>* and no blank; between bullets it is told of as one. */
function* gluedQuotation(
  { document: { source, blocks, starts } }: Report,
  index: number,
  from: number,
): Iterable<Finding> {
  if (blocks[index - 1]?.kind === 'bullet' && blocks[index + 1]?.kind === 'bullet') return;
  const written = source.slice(from, (starts[index] ?? 0) + (blocks[index]?.end ?? 0));
  if (!/^>[\p{L}‘“'"]/u.test(written)) return;
  const edits = Array.from(written.matchAll(/(?<=^|[\r\n])>(?=[^\s>])/g), ({ index: at }) => from + at + 1).map(at => ({
    from: at,
    to: at,
    text: ' ',
  }));
  yield {
    from,
    to: from + 1,
    message: 'This is not read as a quotation: no blank follows “>”. Put one there.',
    fixes: [{ title: 'Put a blank after it', edits, certain: true }],
  };
}

/** Whether a line is the title of a section that is missing for it, or another that is read as text: that is told there. */
function isLostTitle(report: Report, from: number): boolean {
  if (missingSections(report).some(({ kinds }) => kinds.some(kind => titleAsText(report, kind)?.from === from)))
    return true;
  for (const finding of headingsAsText(report)) if (finding.from === from) return true;
  return false;
}

/** A title, dots or a tab, and a page’s number. */
const contentsLine = /^\p{L}[^\r\n]*(?:\.{4,}|(?:\. ){4,}|…{2,}|\t)[ \t]*\d{1,3}$/u;

function oddLine(written: string): string | undefined {
  const unit = written.charCodeAt(0);
  // Most begin with a letter that none of these has.
  if (/^(?:[-*_] ?){3,12}$|^(?:={3,6}|={8,40})$/.test(written))
    return 'This line is printed as it stands. Take it out.';
  if (written === '**' || /^(?:[.…·] ?){4,40}$/.test(written))
    return 'No words stand here. Write what is missing, or take it out.';
  if (written.length <= 3 && !/[\p{L}\p{N}\p{S}\\]/u.test(written.replaceAll('|', '')))
    return written.startsWith('-') || written.startsWith('*')
      ? undefined
      : 'No words stand here. Write what is missing, or take it out.';
  if (written === '>') return 'No words stand in this quotation. Write them, or take it out.';
  if (unit !== 80 && unit !== 112 && unit !== 40 && unit !== 67 && unit !== 99 && !/\d$/.test(written))
    return undefined;
  if (/^(?:Page |page )?\d{1,3}(?: of \d{1,3})?$|^\(?[Cc]ontinued(?: overleaf)?\.?\)?$/.test(written))
    return 'A page’s number or heading is left here. Take it out.';
  if (contentsLine.test(written)) return 'A line of a list of contents is left here. Take it out.';
  return undefined;
}
