import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';
import { brokenSentences, hasBrokenSentence } from './cuts/brokenSentences.ts';
import { cutNotes } from './cuts/cutNotes.ts';
import { cutPoints, isCutPoint, isEndedPoint, partedPoints, tornPoints } from './cuts/cutPoints.ts';
import { beginsMidway, breaksOff, endsInLink } from './cuts/edgeWords.ts';
import { endsInColon, missingLists } from './cuts/missingLists.ts';
import { cutOwnNumbered, mayBeTorn, tornApart } from './cuts/ownNumbered.ts';
import { edgesOf, isWhole } from './cuts/paragraphEdges.ts';

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
 * Or a sentence breaks off before its full stop:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely, and families value the. Plans are clear.
 *                                             ^^^ This sentence ends in “the”.
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
    if (hasBrokenSentence(of, block) || hasBrokenSentence(report, block)) return true;
    if (endsInColon(of.document, block) || endsInColon(report.document, block)) return true;
    if (isEndedPoint(of, block) !== isEndedPoint(report, block)) return true;
    if (mayBeTorn(of, block) || mayBeTorn(report, block)) return true;
    if (isBesideSmall(of, block) || isBesideSmall(report, block)) return true;
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
    const open: Sorts = new Map();
    const small: Sorts = new Map();
    let led = 0;
    for (const paragraph of report.paragraphs) {
      if (isLed(report, paragraph, led)) {
        led = paragraph.blockEnd;
        continue;
      }
      if (paragraph.kind === 'other' && isTornOff(report, paragraph)) {
        yield beginsMidway(report, paragraph);
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
      count(small, sort, edges.begins || goesOn(report, paragraph) ? undefined : beginsMidway(report, paragraph));
    }
    for (const [sort, { all, findings }] of [...open, ...small]) {
      const most = Math.max(1, Math.floor(all / (sort === 'other' ? fewestPlain : fewestNumbered)));
      if (all > fewest && findings.length <= most) yield* findings;
    }
    const torn = [...tornPoints(report)];
    const ends = new Set(torn.map(({ to }) => to));
    const points = [...torn, ...[...cutPoints(report)].filter(({ to }) => !ends.has(to))];
    const told = new Set(points.map(({ to }) => to));
    yield* points;
    for (const finding of partedPoints(report)) {
      if (!told.has(finding.to)) yield finding;
      told.add(finding.to);
    }
    yield* cutOwnNumbered(report);
    yield* tornApart(report, told);
    yield* cutNotes(report);
    yield* missingLists(report);
    yield* brokenSentences(report);
  },
};

/** Whether a block or the one below it begins as what goes on does, with a small letter or a figure, or is a point that breaks off right above one. */
function isBesideSmall(report: Report, block: number): boolean {
  const { blocks, starts, source } = report.document;
  const isSmall = (at: number): boolean =>
    blocks[at]?.kind === 'plain' && /^[\p{Ll}\d(]/u.test(source.charAt((starts[at] ?? 0) + (blocks[at]?.start ?? 0)));
  if (blocks[block]?.kind === 'bullet') return isCutPoint(report, block - 1) || isCutPoint(report, block);
  return isSmall(block) || isSmall(block + 1);
}

/** Whether a plain paragraph of some length ends with a word that leads on, whatever is usual in the report. */
function isCutAfterLink(report: Report, paragraph: Paragraph): boolean {
  const { document, sections } = report;
  const { kind, block, content, section } = paragraph;
  if (kind !== 'other' || section === undefined || document.blocks[block]?.kind !== 'plain') return false;
  if (content.to - content.from < shortestCut || sections[section]?.role === 'notices') return false;
  return endsInLink(document, block) && !leadsOn(report, paragraph) && !isTemplateText(report, block);
}

/** Shorter plain paragraphs may be labels. */
const shortestCut = 60;

/** Of so many paragraphs no more than one may be cut, or it is their habit. */
const fewestNumbered = 4;
const fewestPlain = 12;
/** Of fewer nothing is known of their habit. */
const fewest = 1;

/** Of each sort how many paragraphs there are, and what is found of one edge of theirs. */
type Sorts = Map<string, { all: number; readonly findings: Finding[] }>;

function count(sorts: Sorts, sort: string, finding: Finding | undefined): void {
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
  const own = report.document.blocks[block];
  if (own?.kind !== 'plain') return undefined;
  const { role } = report.sections[paragraph.section ?? -1] ?? {};
  // Above the first heading stands what sums the report up, where the framework knows its parts; and lists of judgements.
  const isOpening = paragraph.section === undefined && !report.framework.openAreas && own.hiddenNumbers.length === 0;
  if ((role === undefined && !isOpening) || role === 'context' || role === 'history') return undefined;
  return edgesOf(report, block).isShort ? undefined : kind;
}

/** Whether a paragraph leads in to a list, a table or a quotation, or is one of a list itself: *(b) reduce payments; and*. */
function leadsOn({ document: { blocks, source } }: Report, { block, blockEnd, content }: Paragraph): boolean {
  let next = blockEnd > block + 1 ? block + 1 : blockEnd;
  while (blocks[next]?.kind === 'footnote' || blocks[next]?.kind === 'comment') next++;
  const kind = blocks[next]?.kind;
  if (kind === 'plain' && /;\s(?:and|or)$/.test(source.slice(content.to - 6, content.to))) return true;
  return kind === 'bullet' || kind === 'table' || kind === 'quotation';
}

/**
 * Whether a numbered paragraph goes on with words that end in a colon: *The service should: 1. complete its policy*. All of such a
 * list are one sentence, and only the last of them ends it.
 */
function isLed({ document: { blocks, starts, source } }: Report, { block, content }: Paragraph, led: number): boolean {
  if (blocks[block]?.kind !== 'numbered' || !/^\p{Ll}/u.test(source.slice(content.from, content.from + 2)))
    return false;
  const above = blocks[block - 1];
  return led === block || (above?.kind === 'plain' && source.charAt((starts[block - 1] ?? 0) + above.end - 1) === ':');
}

/** Whether it may begin with a small letter: under a list a plain paragraph may go on with what stood above it. */
function goesOn({ document: { blocks } }: Report, { block, kind, section }: Paragraph): boolean {
  const above = blocks[block - 1]?.kind;
  // What stands above the first heading is a list or table of judgements, with which no sentence goes on.
  return kind === 'other' && above !== 'plain' && above !== 'heading' && (above !== 'table' || section !== undefined);
}

/**
 * Whether a plain paragraph right below a numbered one that ends with a full stop begins with a small letter: it goes on
 * with nothing. Below a plain one it must end as a sentence does, too; below a heading it must be of some length besides.
 */
function isTornOff(report: Report, { block, kind, content }: Paragraph): boolean {
  const { blocks, starts, source } = report.document;
  const above = blocks[block - 1];
  if (kind !== 'other' || blocks[block]?.kind !== 'plain') return false;
  if (!/^\p{Ll}{2,20}[ ,]/u.test(source.slice(content.from, content.from + 22))) return false;
  const isPlain = above?.kind === 'plain' || above?.kind === 'footnote';
  const isHeading = above?.kind === 'heading';
  if (!isPlain && !isHeading && above?.kind !== 'numbered') return false;
  if ((isPlain || isHeading) && source.charAt(content.to - 1) !== '.') return false;
  const last = source.charAt((starts[block - 1] ?? 0) + above.end - 1);
  if (isHeading) return !/[:…,–-]/.test(last) && !edgesOf(report, block).isShort;
  return last === '.' || (!isPlain && last === ')');
}

/** (In a draft it may be the one that is being written.) */
function cutEnd(report: Report, { content, tags }: Paragraph): Finding {
  const { document, metadata } = report;
  let end = content.to;
  for (const tag of [...tags].reverse()) if (document.source.slice(tag.to, end).trim() === '') end = tag.from;
  const finding = breaksOff(report, { from: content.from, to: end });
  return metadata.status === 'draft' ? { ...finding, severity: 'hint' } : finding;
}
