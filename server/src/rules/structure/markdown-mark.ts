import { blocksWhere } from '../../model/blocksWith.ts';
import type { Report } from '../../model/report.ts';
import { angledTag } from '../../model/tags/angledTag.ts';
import { titleKey } from '../../model/titleKey.ts';
import { blockIndexAt, blockText, type Document } from '../../syntax/document.ts';
import type { ForeignMark } from '../../syntax/inlines.ts';
import { isAmong, isWithin, type Span } from '../../text/text.ts';
import { misplacedDetails } from '../details/misplacedDetails.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { isInMissedNumber } from './marks/missedPlaces.ts';

/**
 * A mark of Markdown or HTML means nothing here and is printed as it stands: a line of dashes or equals signs under a
 * text, a fence of three backticks, an HTML tag.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are <b>good</b>.
 *              ^^^ “<b>” is printed as it stands
 *
 * Early help
 * ----------
 * ^^^^^^^^^^ This line is printed as it stands. For a heading write “## ” before its words.
 * ```
 *
 * Take it out. A heading is written with `#`, emphasis with `*`. Or keep it as text, with a backslash before it.
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * Services are good.
 *
 * ## Early help
 * ```
 *
 * What a program that tracks changes leaves, or another language of markup, is printed too:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are ~~weak~~ good, and {++often++} so.
 *              ^^ “~~” is a mark of another program
 *
 * Plans are clear\footnote{In March.}.
 *                ^^^^^^^^^^ “\footnote{” is a mark of another program
 * ```
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Fewer than 5 < 10 families were **asked**. The field is called \<name>.
 * ```
 */
export const markdownMark: Rule = {
  id: 'markdown-mark',
  group: 'structure',
  kind: 'style',
  severity: 'hint',
  summary: 'A mark of Markdown or HTML is printed as it stands',
  fixable: true,
  readsWords: whereStands(mayBeOtherMark),
  *check({ report }) {
    const { document } = report;
    const { source } = document;
    for (const finding of otherMarks(document)) if (!isInMissedNumber(report, finding.from)) yield finding;
    yield* marksWithinQuotations(document);
    const marks: ForeignMark[] = [];
    document.blocks.forEach(({ inlines }, i) => {
      for (const mark of inlines.foreign) marks.push(moved(mark, document.starts[i] ?? 0));
    });
    const details = marks.length === 0 ? undefined : misplacedDetails(report);
    const hasTags = report.framework.recommendations.link !== 'none';
    for (const [first, second] of pairs(marks, source)) {
      const words = source.slice(first.from, first.to);
      // A tag in such brackets is told as one.
      if (hasTags && angledTag.test(words)) continue;
      // That the report's details are not read is told, with the lines around them.
      if (first.mark === 'underline' && details !== undefined && isInBlockOf(document, details.line.from, first.from))
        continue;
      const what =
        first.mark === 'html' ? `“${words.length > 30 ? `${words.slice(0, 30)}…` : words}” is` : 'This line is';
      const places = second === undefined ? [first] : [first, second];
      const heading = meantHeading(report, first, second);
      if (heading !== undefined) {
        yield {
          from: first.from,
          to: first.to,
          message: `${what} printed as it stands. For a heading write “${heading.marks} ” before its words.`,
          fixes: [
            { title: 'Make it a heading', edits: heading.edits, certain: false },
            { title: 'Take it out', edits: places.map(place => taken(source, place)), certain: false },
          ],
        };
        continue;
      }
      yield {
        from: first.from,
        to: first.to,
        message: `${what} printed as it stands. Take it out, or put a backslash before it.`,
        ...(second === undefined ? {} : { related: [{ from: second.from, to: second.to, message: 'It ends here.' }] }),
        fixes: [
          { title: 'Take it out', edits: places.map(place => taken(source, place)), certain: false },
          {
            title: 'Keep it as text',
            edits: places.map(({ from }) => ({ from, to: from, text: '\\' })),
            certain: false,
          },
        ],
      };
    }
  },
};

/** What other languages of markup, or a program that tracks changes, write into a text; what each begins with is rare. */
const others =
  /\\(?:text(?:bf|it|rm|sc)|emph|footnote|section|subsection|cite|ref|label|begin|end|item|newpage|pagebreak|rtf1)\b[*{[]?|~~(?=\S)|\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}|`{1,2}(?=[^\s`])|@@ -\d{1,5},\d|\$\{\w{1,40}\}|«\p{L}{2,30}»|\/\*(?=\s[^*\r\n]{1,200}\*\/)|\{#(?=\s[^{}\r\n]{1,200}#\})|\{%(?=-?\s[^{}\r\n]{1,200}%\})|<\?(?=\w)|<(?:[wo]|st1):\w{1,20}[^<>\r\n]{0,80}>|(?<=\S[ \t]{0,3})==(?=[^\s=][^=\r\n]{0,200}==)|(?<=^|[\r\n])(?:\/\/|%%)(?=\s\p{L})/gu;
const otherStarts = ['\\', '~~', '{', '`', '@@ -', '«', '/*', '// ', '%%', '<?', '<w:', '<o:', '<st1:', '=='];

function mayBeOtherMark({ document }: Report, index: number): boolean {
  const written = blockText(document, index);
  // An underline may make a heading of the words above it.
  if (document.blocks[index]?.inlines.foreign.some(({ mark }) => mark === 'underline')) return true;
  return otherStarts.some(own => written.includes(own));
}

/** Once a paragraph: what opens there also closes. */
function* otherMarks(document: Document): Iterable<Finding> {
  const { source, blocks, starts } = document;
  const suspected = new Set<number>();
  for (const own of otherStarts)
    for (let at = source.indexOf(own); at >= 0; at = source.indexOf(own, at + 1))
      suspected.add(blockIndexAt(document, at) ?? 0);
  for (const i of [...suspected].sort((one, other) => one - other)) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'frontMatter' || block.kind === 'comment') continue;
    const start = starts[i] ?? 0;
    for (const { 0: written, index: at } of source.slice(start, start + block.end).matchAll(others)) {
      const { comments, links, pictures, escapes, foreign } = block.inlines;
      if ([comments, links, pictures, foreign].some(spans => isWithin(spans, at))) continue;
      if (!written.startsWith('\\') && isAmong(escapes, at - 1)) continue;
      yield {
        from: start + at,
        to: start + at + written.length,
        severity: 'warning',
        message: `“${written}” is a mark of another program, and is printed as it stands. Take it out.`,
      };
      break;
    }
  }
}

/** Lines of a quotation that begin with more than one of its marks: the others are printed. */
function* marksWithinQuotations(document: Document): Iterable<Finding> {
  const { source, blocks, starts } = document;
  for (const i of blocksWhere(document, isQuotation)) {
    const start = starts[i] ?? 0;
    for (const match of source.slice(start, start + (blocks[i]?.end ?? 0)).matchAll(quotedAgain)) {
      const from = start + match.index;
      const edit = { from, to: from + match[0].length, text: '> ' };
      yield {
        from,
        to: edit.to,
        severity: 'warning',
        message: 'A quotation has one “>” at the beginning of a line. Take the others out.',
        fixes: [{ title: 'Take the others out', edits: [edit], certain: false }],
      };
    }
  }
}

const quotedAgain = /(?<=^|[\r\n])> ?>[> ]{0,9}/g;

function isQuotation({ blocks }: Document, index: number): boolean {
  return blocks[index]?.kind === 'quotation';
}

function moved({ mark, from, to }: ForeignMark, start: number): ForeignMark {
  return { mark, from: start + from, to: start + to };
}

/** The marks one by one, an opening one with the one that closes it. */
function pairs(marks: readonly ForeignMark[], source: string): [ForeignMark, ForeignMark | undefined][] {
  const found: [ForeignMark, ForeignMark | undefined][] = [];
  const open = new Map<string, [ForeignMark, ForeignMark | undefined]>();
  for (const mark of marks) {
    const words = source.slice(mark.from, mark.to);
    const name = mark.mark === 'html' ? (/^<\/?([a-z][a-z0-9-]*)/i.exec(words)?.[1] ?? '').toLowerCase() : mark.mark;
    const closes = mark.mark === 'fence' || words.startsWith('</');
    const opening = closes ? open.get(name) : undefined;
    if (opening !== undefined) {
      opening[1] = mark;
      open.delete(name);
      continue;
    }
    const pair: [ForeignMark, ForeignMark | undefined] = [mark, undefined];
    found.push(pair);
    if (mark.mark !== 'underline' && !words.startsWith('</')) open.set(name, pair);
  }
  return found;
}

function isInBlockOf(document: Document, one: number, other: number): boolean {
  return blockIndexAt(document, one) === blockIndexAt(document, other);
}

/**
 * A title that is underlined, or stands in a line between a heading's two tags: the marks that make a heading of it, and
 * how.
 */
function meantHeading(
  { document: { source }, sections }: Report,
  first: ForeignMark,
  second: ForeignMark | undefined,
): { readonly marks: string; readonly edits: readonly Edit[] } | undefined {
  if (first.mark === 'html') {
    const [, level = ''] = /^<h([1-6])\b/i.exec(source.slice(first.from, first.to)) ?? [];
    const isLine = second !== undefined && /^[^\r\n]+$/.test(source.slice(first.to, second.from));
    if (level === '' || !isLine || !/(?:^|[\r\n])$/.test(source.slice(Math.max(0, first.from - 1), first.from)))
      return undefined;
    const marks = '#'.repeat(Number(level));
    const edits = [{ from: first.from, to: first.to, text: `${marks} ` }, taken(source, second)];
    return { marks, edits };
  }
  if (first.mark !== 'underline') return undefined;
  const before = source.slice(Math.max(0, first.from - longestTitle - 4), first.from);
  const [, title = '', end = ''] = /(?:^|\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])([^\r\n]+)(\r\n|[\r\n])$/.exec(before) ?? [];
  if (title === '' || title.length > longestTitle || !/^\p{Lu}.*[^.:;,]$/u.test(title)) return undefined;
  const key = titleKey(title);
  const marks = '#'.repeat(sections.find(own => titleKey(own.title) === key)?.level ?? 2);
  const at = first.from - end.length - title.length;
  return { marks, edits: [{ from: at, to: at, text: `${marks} ` }, taken(source, first)] };
}

const longestTitle = 120;

/** A tag is cut out of its line; an underline or fence goes with the end of the line before, or else with its own. */
function taken(source: string, { mark, from, to }: ForeignMark): Edit {
  if (mark === 'html') return { from, to, text: '' };
  const line: Span = { from, to };
  if (from > 0) {
    const lf = source.charAt(from - 1) === '\n' ? 1 : 0;
    return { from: from - lf - (source.charAt(from - lf - 1) === '\r' ? 1 : 0), to: line.to, text: '' };
  }
  return { ...line, text: '' };
}
