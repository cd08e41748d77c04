import { blocksWhere } from '../../model/blocksWith.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import { type Report, wordsOf } from '../../model/report.ts';
import { proseOf } from '../../model/words/prose.ts';
import type { Block } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * A paragraph breaks off without a full stop, or begins in the middle of a sentence. Something was lost when it was moved
 * or pasted, or a new line was begun too early. Put back what is missing, or join the two halves. While the report is a draft,
 * a paragraph without its full stop is only marked, for it may be the one that is being written.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely, and families say that it has made
 *                                                       ^^^^ This paragraph breaks off here
 *
 * 2. known to all partners. Plans are clear.
 *    ^^^^^ This paragraph begins in the middle of a sentence
 *
 * 3. Visits are regular.
 *
 * 4. Records are kept well.
 * ```
 *
 * So is the one point of a list that breaks off:
 *
 * ```inspectmark,expect
 * ## What needs to improve
 *
 * - Plans are clear.
 * - Visits are made to
 *                   ^^ This point of a list breaks off here.
 * - Staff are trained.
 * - Leaders know their services.
 * ```
 *
 * Or one leads in to a list that is not there:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. Its strengths are:
 *                                           ^ A list is announced here, and none follows.
 *
 * 2. Plans are clear.
 * ```
 *
 * What leads in to a list, ends in a tag or a note, or quotes what somebody said, is whole:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely. (Recommendation)
 *
 * 2. Plans are clear to
 *
 * - children
 * - their families.
 *
 * 3. One child said ‘they listen.’
 *
 * 4. Visits are regular.<!-- of both teams -->
 * ```
 *
 * Where paragraphs have no full stops as a habit, nothing is said:
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments
 *
 * 2. Reduce the number of changes of social worker
 *
 * 3. Involve health services in strategy meetings
 * ```
 */
export const cutParagraph: Rule = {
  id: 'cut-paragraph',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A paragraph breaks off, or begins in the middle of a sentence',
  fixable: false,
  readsWords: (paragraph, report, { of, block }) => {
    if (report.document.blocks[block]?.kind === 'footnote') return true;
    if (endsInColon(of.document, block) || endsInColon(report.document, block)) return true;
    if (isEndedPoint(of, block) !== isEndedPoint(report, block)) return true;
    if (paragraph.block !== block) return isCutPoint(of, block) || isCutPoint(report, block);
    const before = edgesOf(of, block);
    const after = edgesOf(report, block);
    if (isTornOff(report, paragraph)) return true;
    if (endsInLink(of.document, block) || endsInLink(report.document, block)) return true;
    if (paragraph.kind === 'other' && before.isShort && after.isShort) return false;
    return !isWhole(before) || !isWhole(after) || before.isShort !== after.isShort;
  },
  unhurried: true, // a sentence that is being typed has no full stop yet
  *check({ report }) {
    const open = new Map<string, { all: number; findings: Finding[] }>();
    const small = new Map<string, { all: number; findings: Finding[] }>();
    for (const paragraph of report.paragraphs) {
      if (paragraph.kind === 'other' && isTornOff(report, paragraph)) {
        yield cutStart(report, paragraph);
        continue;
      }
      if (isCutAfterLink(report, paragraph)) {
        yield cutEnd(report, paragraph);
        continue;
      }
      const sort = sortOf(report, paragraph);
      if (sort === undefined) continue;
      const edges = edgesOf(report, paragraph.block);
      if (edges.isEmpty) continue;
      count(open, sort, edges.ends || leadsOn(report, paragraph) ? undefined : cutEnd(report, paragraph));
      count(small, sort, edges.begins || goesOn(report, paragraph) ? undefined : cutStart(report, paragraph));
    }
    for (const [sort, { all, findings }] of [...open, ...small]) {
      const most = Math.max(1, Math.floor(all / (sort === 'other' ? fewestPlain : fewestNumbered)));
      if (all > fewest && findings.length <= most) yield* findings;
    }
    yield* cutPoints(report);
    yield* cutNotes(report);
    yield* announcingNothing(report);
  },
};

/** Paragraphs of a series and points that end in a colon, and neither points nor anything else stand under them. */
function* announcingNothing(report: Report): Iterable<Finding> {
  const { blocks, starts } = report.document;
  let members: Set<number> | undefined;
  const isMember = (own: number): boolean => {
    members ??= new Set(report.paragraphs.flatMap(({ block, series }) => (series === undefined ? [] : [block])));
    return members.has(own);
  };
  for (const i of blocksWhere(report.document, endsInColon)) {
    const block = blocks[i];
    if (block?.kind !== 'numbered' && block?.kind !== 'bullet') continue;
    let next = i + 1;
    while (blocks[next]?.kind === 'footnote' || blocks[next]?.kind === 'comment') next++;
    const below = blocks[next];
    if (block.kind === 'numbered' && !isMember(i)) continue;
    const isBare =
      below === undefined ||
      below.kind === 'heading' ||
      (block.kind === 'numbered'
        ? below.kind === 'numbered' && isMember(next) && below.number.number !== block.number.number
        : below.kind === 'bullet' && below.indent <= block.indent && isSentence(report.document, next));
    if (!isBare) continue;
    const to = (starts[i] ?? 0) + block.content.to;
    yield {
      from: to - 1,
      to,
      message: 'A list is announced here, and none follows. Write it, or end with a full stop.',
      ...(report.metadata.status === 'draft' && { severity: 'hint' }),
    };
  }
}

/** Whether a point is a sentence of its own: where lists are not indented, it is none that is announced. */
function isSentence({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'bullet') return false;
  const start = starts[index] ?? 0;
  return /^[‘“]?[\p{Lu}\d][^:]*\.(?:\[\^[^\]]{1,20}\])*$/u.test(
    source.slice(start + block.content.from, start + block.content.to),
  );
}

function endsInColon({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'numbered' && block?.kind !== 'bullet') return false;
  return source.charCodeAt((starts[index] ?? 0) + block.content.to - 1) === 58; // :
}

/** The one point of a list that breaks off where the others end in a mark. The last may lack no more than its full stop. */
function* cutPoints(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let ended = 0;
  let open = 0;
  let cut: number[] = [];
  let indent = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind === 'bullet') {
      if (ended + open + cut.length === 0) indent = block.indent;
      // The points of a point end as they like.
      if (block.indent > indent) continue;
      if (isCutPoint(report, i)) cut.push(i);
      else if (isEndedPoint(report, i)) ended++;
      else open++;
      continue;
    }
    if (ended + open + cut.length === 0 || block?.kind === 'footnote' || block?.kind === 'comment') continue;
    const [only, another] = cut;
    const own = blocks[only ?? -1];
    if (only !== undefined && another === undefined && ended >= fewestPoints && own?.kind === 'bullet') {
      const start = starts[only] ?? 0;
      const to = start + own.content.to;
      const text = source.slice(start + own.content.from, to);
      const [word = ''] = /\S+$/.exec(text.slice(-longestWord)) ?? [];
      if (text.length >= shortestPoint)
        yield {
          from: to - word.length,
          to,
          severity: dependent.has(word) ? undefined : 'information',
          message: 'This point of a list breaks off here. Put back what is missing, or end it as the others are.',
        };
    }
    ended = 0;
    open = 0;
    cut = [];
  }
}

/** Whether a plain paragraph of some length ends with a word that leads on, whatever is usual in the report. */
function isCutAfterLink(report: Report, paragraph: Paragraph): boolean {
  const { document, sections } = report;
  const { kind, block, content, section } = paragraph;
  if (kind !== 'other' || section === undefined || document.blocks[block]?.kind !== 'plain') return false;
  if (content.to - content.from < shortestCut || sections[section]?.role === 'notices') return false;
  return endsInLink(document, block) && !leadsOn(report, paragraph) && !isTemplateText(report, block);
}

/** Whether a plain block’s last word is one that leads on. */
function endsInLink({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const to = (starts[index] ?? 0) + block.content.to;
  // Most end in a full stop.
  const unit = source.charCodeAt(to - 1);
  if (unit < 97 || unit > 122) return false;
  const [word = ''] = /(?<=\p{L}\s)\p{Ll}{1,6}$/u.exec(source.slice(Math.max(0, to - longestWord), to)) ?? [];
  return dependent.has(word);
}

const shortestCut = 60;

/** Notes’ texts that end with a word which leads on. */
function* cutNotes({ document: { source }, footnotes }: Report): Iterable<Finding> {
  for (const { texts } of footnotes)
    for (const { content } of texts) {
      const [word = ''] =
        /(?<= )\p{Ll}{1,6}$/u.exec(source.slice(Math.max(content.from, content.to - longestWord), content.to)) ?? [];
      if (!dependent.has(word)) continue;
      const message = 'This note breaks off here. Put back what is missing, or end it with a full stop.';
      yield { from: content.to - word.length, to: content.to, message };
    }
}

/** Whether a bullet ends in a mark that ends words: a bracket or a figure says nothing of how the points of a list end. */
function isEndedPoint({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'bullet') return false;
  const to = (starts[index] ?? 0) + block.content.to;
  return /[.;:,!?…][’”'")\]*]{0,3}(?:\[\^[^\]\s]{1,12}\])*$|[;,]\s+(?:and|or)$/.test(
    source.slice(Math.max(0, to - 24), to),
  );
}

/** Whether a bullet ends in a letter, and not in *and* before the next. */
function isCutPoint({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'bullet') return false;
  const to = (starts[index] ?? 0) + block.content.to;
  const unit = source.charCodeAt(to - 1);
  return unit >= 97 && unit <= 122 && !/[;,]\s+(?:and|or)$/.test(source.slice(Math.max(0, to - 16), to));
}

/** With these no sentence ends. */
const dependent = new Set(
  'a an and are as at been by for from has have if in is of on or that the their to was were which who with'.split(' '),
);
/** So many others show how the points of a list end. */
const fewestPoints = 3;
const shortestPoint = 15;

/** Of so many paragraphs no more than one may be cut, or it is their habit. */
const fewestNumbered = 4;
const fewestPlain = 12;
/** Of fewer nothing is known of their habit. */
const fewest = 1;
/** Shorter plain paragraphs are labels, addresses or lines of a list. */
const fewestWords = 15;

function count(
  sorts: Map<string, { all: number; findings: Finding[] }>,
  sort: string,
  finding: Finding | undefined,
): void {
  const own = sorts.get(sort) ?? { all: 0, findings: [] };
  own.all++;
  if (finding !== undefined) own.findings.push(finding);
  sorts.set(sort, own);
}

/** What has habits of its own: recommendations, findings, and plain paragraphs; nothing else need be of whole sentences. */
function sortOf(report: Report, paragraph: Paragraph): string | undefined {
  const { kind, series, block } = paragraph;
  if (kind === 'entry' || isTemplateText(report, block)) return undefined;
  if (kind !== 'other') return series === undefined ? undefined : kind;
  if (report.document.blocks[block]?.kind !== 'plain') return undefined;
  const { role } = report.sections[paragraph.section ?? -1] ?? {};
  if (role === undefined || role === 'context' || role === 'history') return undefined;
  return edgesOf(report, block).isShort ? undefined : kind;
}

/** How a block's words begin and end. */
interface Edges {
  readonly isEmpty: boolean;
  readonly isShort: boolean;
  readonly begins: boolean;
  readonly ends: boolean;
}

const found = new WeakMap<Block, Edges>();

function edgesOf(report: Report, index: number): Edges {
  const block = report.document.blocks[index];
  let edges = block && found.get(block);
  if (edges === undefined) {
    edges = edgesIn(report, index);
    if (block !== undefined) found.set(block, edges);
  }
  return edges;
}

function edgesIn(report: Report, index: number): Edges {
  const { source, blocks, starts } = report.document;
  const block = blocks[index];
  if (block === undefined || !('content' in block)) return { isEmpty: true, isShort: true, begins: true, ends: true };
  const start = starts[index] ?? 0;
  const [from, to] = [start + block.content.from, start + block.content.to];
  const isShort = (proseOf(report, index)?.words.length ?? 0) / 3 < fewestWords;
  // Most go from a capital to a full stop, and their words need not be looked at.
  if (to > from + 1 && /[^.]\.$/.test(source.slice(to - 2, to)) && /\p{Lu}/u.test(source.charAt(from)))
    return { isEmpty: false, isShort, begins: true, ends: true };
  const words = wordsOf(report, index, { from, to }, true).trim();
  // An area and its grade are none of a sentence.
  const isEntry =
    isShort && block.kind === 'numbered' && /: \p{L}{3,20}(?: \p{L}{2,20}){0,4}$/u.test(words.slice(-longestGrade));
  // A numbered paragraph is no point of a list, and leaves nothing out.
  const isOpen = block.kind === 'numbered' && /(?:;|\.{3}|…)$/.test(words);
  return {
    isEmpty: words === '',
    isShort,
    begins: !/^\p{Ll}{1,20}[ ,]/u.test(words),
    ends: isEntry || (!isOpen && ends(words)),
  };
}

const longestGrade = 60;

function isWhole({ isEmpty, begins, ends }: Edges): boolean {
  return !isEmpty && begins && ends;
}

/** A letter’s end. */
const farewell = /\b(?:sincerely|faithfully|regards)$/i;
const whole = /(?:[.!?…:;–—]|(?<!\p{L})-)[’”'")\]*}~]*(?:\s*[([][^()[\]]{0,200}[)\]][.;,]?)*\s*$|[’”)\]|}]\s*$/u;

const address = /(?:\bwww\.|\bhttps?:\/\/|@)[^\s@]+$/;
const longestAddress = 200;

function ends(words: string): boolean {
  // The marks of two versions, of a heading that is read as text, of a link that is not closed, and of a tag without its brackets are told themselves.
  if (/(?:^|\s)#{1,6}[ \t\u00a0][^#]*$/.test(words)) return true;
  // A note’s number, plain or raised, may stand after the full stop.
  if (/[.!?][¹²³\u2070-\u2079\d]{1,2}$/.test(words)) return true;
  // Nor need one follow an address, to which it might be taken to belong.
  if (address.test(words.slice(-longestAddress))) return true;
  return (
    whole.test(words) ||
    farewell.test(words) ||
    /[<=>]{7}|<[^<>\r\n]{1,80}>\s*$|\]\([^\s()]{1,100}$|(?:[.!?’”)]\s|\()Recommendations?(?:\s\d[\d\s,–]{0,20})?$/.test(
      words,
    )
  );
}

/** Whether a paragraph leads in to a list, a table or a quotation. */
function leadsOn({ document: { blocks } }: Report, { block, blockEnd }: Paragraph): boolean {
  let next = blockEnd > block + 1 ? block + 1 : blockEnd;
  while (blocks[next]?.kind === 'footnote' || blocks[next]?.kind === 'comment') next++;
  const kind = blocks[next]?.kind;
  return kind === 'bullet' || kind === 'table' || kind === 'quotation';
}

/** Whether it may begin with a small letter: under a list a plain paragraph may go on with what stood above it. */
function goesOn({ document: { blocks } }: Report, { block, kind }: Paragraph): boolean {
  const above = blocks[block - 1]?.kind;
  return kind === 'other' && above !== 'plain' && above !== 'heading';
}

/** Whether a plain paragraph right below a numbered one that ends with a full stop begins with a small letter: it goes on with nothing. */
function isTornOff({ document: { blocks, starts, source } }: Report, { block, kind, content }: Paragraph): boolean {
  const above = blocks[block - 1];
  if (kind !== 'other' || above?.kind !== 'numbered' || blocks[block]?.kind !== 'plain') return false;
  const unit = source.charCodeAt((starts[block - 1] ?? 0) + above.end - 1);
  if (unit !== 46 && unit !== 41) return false; // . )
  return /^\p{Ll}{2,20}[ ,]/u.test(source.slice(content.from, content.from + 22));
}

/** (In a draft it may be the one that is being written.) */
function cutEnd({ document: { source }, metadata: { status } }: Report, { content, tags }: Paragraph): Finding {
  let end = content.to;
  for (const tag of [...tags].reverse()) if (source.slice(tag.to, end).trim() === '') end = tag.from;
  const text = source.slice(Math.max(content.from, end - longestWord), end).trimEnd();
  const to = Math.max(content.from, end - longestWord) + text.length;
  const [word = ''] = /\S+$/.exec(text) ?? [];
  return {
    from: to - word.length,
    to,
    message: 'This paragraph breaks off here. Put back what is missing, or end it with a full stop.',
    ...(status === 'draft' && { severity: 'hint' }),
  };
}

function cutStart({ document: { source } }: Report, { content }: Paragraph): Finding {
  const { from }: Span = content;
  const [word = ''] = /^\S+/.exec(source.slice(from, from + longestWord)) ?? [];
  return {
    from,
    to: from + word.length,
    message:
      'This paragraph begins in the middle of a sentence. Put back what is missing, or join it to what it goes on with.',
  };
}

const longestWord = 60;
