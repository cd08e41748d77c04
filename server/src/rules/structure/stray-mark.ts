import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { blockSpan } from '../../syntax/document.ts';
import { firstWhere, type Span } from '../../text/text.ts';
import { changeTo, fixWith } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { missingSections } from '../titles/missingSections.ts';
import { titleAsText } from '../titles/titlesAsText.ts';
import { whereStands } from '../whereStands.ts';
import { headingsAsText } from './headings/headingsAsText.ts';
import { besideNumber } from './marks/besideNumber.ts';
import { hasMark, isPrintedText, oddMarks } from './marks/oddMarks.ts';
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
 *                                            ^^ There is a space before this mark. Take it out.
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
 * ^^^^^^^^^^^^ This line stands among numbered paragraphs, and has no number.
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
    const { source, blocks } = report.document;
    yield* oddMarks(report);
    yield* pageNumbers(report);
    const stray: Span[] = [];
    for (let k = 0; k < blocks.length; k++) {
      const block = blocks[k]!;
      const length = block.end - block.start;
      const { from, to } = blockSpan(report.document, k);
      if (block.kind === 'bullet' && length <= longestPage && /^- \d{1,3} -$/.test(source.slice(from, to))) {
        yield { from, to, message: 'A page’s number is left here. Take it out.' };
        continue;
      }
      if (block.kind === 'numbered') yield* besideNumber(report, k);
      if (length > 0 && source.charCodeAt(to - 1) === 92 && isPrintedText(block)) {
        yield {
          from: to - 1,
          to,
          message: 'This backslash stands for a line’s end, and no line follows. Take it out.',
        };
      }
      if ((block.kind !== 'plain' && block.kind !== 'quotation') || length === 0) continue;
      if (source.charAt(from) === '>' && block.kind === 'plain') yield* gluedQuotation(report, k, from);
      if (otherQuotation.test(source.charAt(from)) && block.kind === 'plain' && source.charAt(from + 1) === ' ')
        yield otherQuotationMark(from, source.charAt(from));
      if (length > longestLine) {
        const [line = ''] = /^[^\r\n]{1,300}/.exec(source.slice(from, from + 300)) ?? [];
        if (contentsLine.test(line.trimEnd()))
          yield { from, to: from + length, message: 'A list of contents is left here. Take it out.' };
        continue;
      }
      const written = source.slice(from, from + length);
      const message = oddLine(written);
      if (message !== undefined) yield { from, to: from + length, message };
      else if (isBetweenNumbers(report, k, written) && !isLostTitle(report, from))
        stray.push({ from, to: from + length });
    }
    yield* strayLines(stray);
  },
};

/** Whether a block has one of the marks, or is so short that it may be an odd line. */
function mayBeOdd({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const block = blocks[index];
  if (block === undefined) return false;
  const isLine = (block.kind === 'plain' || block.kind === 'quotation') && block.end - block.start <= longestLine;
  const start = starts[index] ?? 0;
  // What stands after the block may tell of its last mark.
  if (isLine || source.charAt(start + block.start) === '>') return true;
  // A number’s words most begin with a letter.
  if (block.kind === 'numbered' && !/[\p{L}\p{N}]/u.test(source.charAt(start + block.content.from))) return true;
  return hasMark(source.slice(start, start + block.end + 1));
}

/** *- 12 -* */
const longestPage = 8;

/** A line of print, not a paragraph. */
const longestLine = 120;

/** Several are a habit of the report, as *To the governor* above what it is to do. */
function* strayLines(lines: readonly Span[]): Iterable<Finding> {
  const [first, ...others] = lines;
  if (lines.length >= habit && first !== undefined)
    yield {
      ...first,
      message: `${lines.length} lines stand among numbered paragraphs, and have no number. Are they headings, or left from somewhere?`,
      related: others.map(place => ({ ...place, message: 'This line as well.' })),
    };
  else
    for (const place of lines)
      yield {
        ...place,
        message:
          'This line stands among numbered paragraphs, and has no number. Is it a heading, or left from somewhere?',
      };
}

const habit = 3;

/**
 * Whether a line without a mark at its end stands beside a paragraph of a series, and between that and another or a
 * heading.
 */
function isBetweenNumbers({ document: { blocks }, paragraphs }: Report, index: number, written: string): boolean {
  const block = blocks[index];
  const around = [blocks[index - 1]?.kind, blocks[index + 1]?.kind];
  if (!around.includes('numbered') || !around.every(own => own === 'numbered' || own === 'heading')) return false;
  // What is meant for a judgement line, a heading, a row or a mark of two versions is told as that; a quotation may name its speaker.
  if (
    block?.kind !== 'plain' ||
    (/[.!?:;,’”'"]$/.test(written) && !isShortBetween(around, written)) ||
    /-->|^(?:#|\||\*\*|[<=>|]{7}|\/\/ \p{L}|\/\*|%%|@@|<[!/\w ]|\{[%#{\\+]|\\\w|`|(?:judge?ment|grade|rating) ?:|[‘“"][^’”"]{1,99}[’”"] ?\()/iu.test(
      written,
    )
  )
    return false;
  const { tags, nearTags, links, pictures, foreign, comments } = block.inlines;
  if ([tags, nearTags, links, pictures, foreign, comments].some(({ length }) => length > 0)) return false;
  const own = firstWhere(paragraphs.length, i => (paragraphs[i]?.block ?? 0) >= index);
  if (own <= 0 || paragraphs[own]?.block !== index || paragraphs[own]?.kind !== 'other') return false;
  return [paragraphs[own - 1], paragraphs[own + 1]].some(beside => beside?.series !== undefined);
}

/** Whether a line between two numbered paragraphs is too short for one that has lost its number: *Is this right?* Several words before a colon lead on to the next. */
function isShortBetween(around: readonly (Block['kind'] | undefined)[], written: string): boolean {
  return (
    around.every(own => own === 'numbered') &&
    /^[‘“]?\p{L}{2}(?:.*[.!?]|\p{L}*:)$/u.test(written) &&
    written.split(' ', mostShort + 1).length <= mostShort
  );
}

const mostShort = 5;

/** What looks like a quotation’s mark, and is none. */
const otherQuotation = /[›＞]/;

function otherQuotationMark(from: number, mark: string): Finding {
  const place = { from, to: from + 1 };
  return {
    ...place,
    message: `“${mark}” begins no quotation. Write “>”.`,
    fixes: [changeTo(place, '>')],
  };
}

/** A paragraph whose lines begin with *>* and no blank; between bullets it is told of as one. */
function* gluedQuotation(
  { document: { source, blocks, starts } }: Report,
  index: number,
  from: number,
): Iterable<Finding> {
  if (blocks[index - 1]?.kind === 'bullet' && blocks[index + 1]?.kind === 'bullet') return;
  const written = source.slice(from, (starts[index] ?? 0) + (blocks[index]?.end ?? 0));
  const [twice = ''] = /^>{2,4} ?(?=[\p{L}‘“'"])/u.exec(written) ?? [];
  if (twice !== '') {
    const place = { from, to: from + twice.length };
    yield {
      ...place,
      message: 'This is not read as a quotation: it begins with more than one “>”. Take the others out.',
      fixes: [fixWith('Take the others out', place, '> ')],
    };
    return;
  }
  if (!/^>[\p{L}‘“'"]/u.test(written)) return;
  const edits = Array.from(written.matchAll(/(?<=^|[\r\n])>(?=[^\s>])/g), ({ index: at }) => from + at + 1).map(at => ({
    from: at,
    to: at,
    text: ' ',
  }));
  yield {
    from,
    to: from + 1,
    message: 'This is not read as a quotation: no space follows “>”. Put one there.',
    fixes: [{ title: 'Put a space after it', edits, certain: true }],
  };
}

/** Where the titles begin of sections that are missing for them, and others that are read as text: that is told there. */
const lostTitles = new DerivedFacts<ReadonlySet<number>>();

function isLostTitle(report: Report, from: number): boolean {
  const lost = lostTitles.of(report, () => {
    const missing = missingSections(report).flatMap(({ kinds }) =>
      kinds.flatMap(kind => titleAsText(report, kind)?.from ?? []),
    );
    return new Set([...missing, ...Array.from(headingsAsText(report), title => title.from)]);
  });
  return lost.has(from);
}

/** A title, dots or a tab, and a page’s number. */
const contentsLine = /^\p{L}[^\r\n]*(?:\.{4,}|(?:\. ){4,}|…{2,}|\t)[ \t]*\d{1,3}$/u;

function oddLine(written: string): string | undefined {
  if (/^(?:[-*_] ?){3,12}$|^(?:={3,6}|={8,40})$/.test(written))
    return 'This line is printed as it stands. Take it out.';
  if (written === '**' || /^(?:[.…·] ?){4,40}$/.test(written))
    return 'No words stand here. Write what is missing, or take it out.';
  if (written.length <= 3 && !/[\p{L}\p{N}\p{S}\\]/u.test(written.replaceAll('|', '')))
    return written.startsWith('-') || written.startsWith('*')
      ? undefined
      : 'No words stand here. Write what is missing, or take it out.';
  if (written === '>') return 'No words stand in this quotation. Write them, or take it out.';
  // Most begin with a letter that none of these has.
  if (!/^[Pp(Cc]|\d$/.test(written)) return undefined;
  if (/^(?:Page |page )?\d{1,3}(?: of \d{1,3})?$|^\(?[Cc]ontinued(?: overleaf)?\.?\)?$/.test(written))
    return 'A page’s number or heading is left here. Take it out.';
  const [line = ''] = written.split(/[\r\n]/, 1);
  if (contentsLine.test(line.trimEnd())) return 'A line of a list of contents is left here. Take it out.';
  return undefined;
}
