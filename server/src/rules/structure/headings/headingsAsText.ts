import { blocksWhere } from '../../../model/blocksWith.ts';
import { DerivedFacts } from '../../../model/derivedFacts.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import { isSpaceOrTab } from '../../../syntax/characters.ts';
import type { Document } from '../../../syntax/document.ts';
import { firstWhere, type Span } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';
import { missingSections } from '../../titles/missingSections.ts';
import { isIndentedHeading, isItemAlone, mayBeTitle, titleAsText } from '../../titles/titlesAsText.ts';
import { isBoldAlone, ofBolds } from './boldLines.ts';
import { knownTitle, longestTitle, marksBehind, standsAlone, styleName } from './knownTitle.ts';
import { lackedParts } from './lackedParts.ts';
import { listTitles } from './listTitles.ts';
import { shortLines } from './shortLines.ts';
import { bulletMark, titleOfBullet } from './titleOfBullet.ts';
import { sectionsByTitle } from './titlesOfReport.ts';

/** Whether a block may be a heading by its length and its neighbours, or for a mark that stands in it. */
function looksLikeTitle(document: Document, index: number): boolean {
  const { blocks, starts, source } = document;
  const block = blocks[index];
  if (block === undefined || !mayBeTitle(document, index) || block.end - block.start > longestTitle) return false;
  if (block.kind === 'plain' && standsAlone(blocks, index)) return true;
  if (block.kind === 'numbered' && blocks[index + 1]?.kind !== 'numbered') return true;
  if (block.kind === 'bullet' && blocks[index - 1]?.kind !== 'bullet') return true;
  const start = (starts[index] ?? 0) + block.start;
  const text = source.slice(start, start + block.end - block.start);
  return text.includes('#') || text.includes('＃') || /^[h=!]/.test(text) || text.startsWith('**');
}

const missingTitles = new DerivedFacts<ReadonlySet<number>>();

/** Whether a line is told as the title of a section that is missing, or of a part that only one area lacks. */
function isToldAsMissing(report: Report, { from }: Span): boolean {
  return missingTitles.of(report, titlesOfMissing).has(from);
}

function titlesOfMissing(report: Report): ReadonlySet<number> {
  return new Set([
    ...missingSections(report).flatMap(({ kinds }) => kinds.flatMap(own => titleAsText(report, own)?.from ?? [])),
    ...lackedParts(report).flatMap(({ from, isText }) => (isText ? from : [])),
  ]);
}

/** The mark for a report’s own title, the first line of one that names its own areas, which has no other heading of its level. */
function titleOfReport(report: Report, index: number, text: string): string | undefined {
  const { metadata, sections, framework, document } = report;
  const isFirst = document.blocks.findIndex(({ kind }) => kind !== 'frontMatter' && kind !== 'comment') === index;
  if (!framework.openAreas || !isFirst) return undefined;
  if (document.blocks[index + 1]?.kind !== 'heading' || sections.some(({ level }) => level === 1)) return undefined;
  const key = titleKey(text);
  return [metadata.title, ...metadata.providers].some(name => name !== undefined && titleKey(name) === key)
    ? '# '
    : undefined;
}

/** Whether a line *#Title* has the title of a section that the report or its framework has. */
function isKnownTitle(report: Report, text: string): boolean {
  if (!/^#[\p{L}\d]/u.test(text)) return false;
  const key = titleKey(text.slice(1));
  return sectionsByTitle(report).has(key) || frameworkIndex(report.framework).kindsByTitle.has(key);
}

/** Whether a line *#Title* is the first of a report, with a heading below it and no other of its level. */
function isFirstTitle({ document: { blocks }, sections }: Report, index: number, text: string): boolean {
  if (!/^#[\p{Lu}\d]/u.test(text) || blocks[index + 1]?.kind !== 'heading') return false;
  return sections.every(({ level }) => level > 1);
}

function isAmongNumbers(blocks: readonly Block[], index: number): boolean {
  return [blocks[index - 1], blocks[index + 1]].every(own => own?.kind === 'numbered' || own?.kind === 'heading');
}

/** Marks of a heading, with what may stand before them. */
const meantMarks =
  /^((?:[-*+>•]\s{1,4}|\d{1,3}[.)]\s{1,4}|[^\p{L}\p{N}\s#＃=]{1,3}\s?(?=[#＃]{2})|\u00a0{1,4})?(?:\\(?!#\\))?)([#＃]{1,9}|(?:\\#){2,6}|h[1-6]\.(?=\s)|!{2,6}(?=\s)|=(?==))([\s\u200b]?)/u;
/** A heading as a wiki has it. */
const wikiHeading = /^=[= ]{0,6}\p{L}[^=\r\n]{0,110}[^= ] ?={1,6}$/u;

/** A line that may be meant for a heading: its block, and what is written there. */
interface Line extends Span {
  readonly index: number;
  readonly text: string;
}

function lineOf({ blocks, starts, source }: Document, index: number): Line {
  const { start = 0, end = 0 } = blocks[index] ?? {};
  const from = (starts[index] ?? 0) + start;
  const to = from + end - start;
  return { index, from, to, text: source.slice(from, to) };
}

/** Lines that begin with marks and are no headings; that a required section is missing for it is told there. */
export function* headingsAsText(report: Report): Iterable<Finding> {
  const told = new Set<string>();
  const bolds = new Map<string, Finding>();
  const labelled = new Set<string>();
  const labels = new Set<string>();
  const underHeading = new Set<number>();
  const places = new Set<number>();
  const amongNumbers: Finding[] = [];
  for (const i of blocksWhere(report.document, looksLikeTitle)) {
    const line = lineOf(report.document, i);
    const mark = markOfTitle(report, line);
    if (mark !== undefined) {
      if (isToldAsMissing(report, line)) continue;
      places.add(line.from);
      yield titleFinding(report, line, mark);
    } else if (isBoldAlone(report.document, i)) {
      // (*Score: 3 – a good standard*: what has one label below one heading after another says something of each.)
      const [label = ''] = /^[^:]{3,40}: /.exec(line.text) ?? [];
      if (label !== '' && report.document.blocks[i - 1]?.kind === 'heading') {
        if (labelled.has(label)) labels.add(label);
        labelled.add(label);
      }
      if (report.document.blocks[i - 1]?.kind === 'heading') underHeading.add(line.from);
      if (told.has(line.text)) continue;
      const finding = boldFinding(report, line);
      if (finding === undefined) continue;
      told.add(line.text);
      if (isAmongNumbers(report.document.blocks, i)) amongNumbers.push(finding);
      else bolds.set(line.text, finding);
    } else {
      const finding = markedFinding(report, line);
      if (finding !== undefined) yield finding;
    }
  }
  const [firstAmong, ...othersAmong] = amongNumbers;
  if (firstAmong !== undefined) yield { ...ofBolds(firstAmong, othersAmong), severity: undefined };
  // Those that all stand right under a heading are verdicts on what it names: *Reasonable progress*.
  const areVerdicts = bolds.size > 1 && [...bolds.values()].every(({ from }) => underHeading.has(from));
  const [first, ...others] = [...(areVerdicts ? [] : bolds)].flatMap(([text, finding]) =>
    labels.has(/^[^:]{3,40}: /.exec(text)?.[0] ?? '') ? [] : finding,
  );
  if (first !== undefined) yield ofBolds(first, others);
  yield* listTitles(report, places);
  yield* shortLines(report, places);
}

/** The mark that a line lacks, or has another for, which is the title of a section or of the report. */
function markOfTitle(report: Report, { index, text }: Line): string | undefined {
  const kind = report.document.blocks[index]?.kind;
  if (kind === 'plain') return titleOfReport(report, index, text) ?? knownTitle(report, index, text);
  if (!isItemAlone(report, index)) return undefined;
  if (kind === 'bullet') return titleOfBullet(report, index, text);
  return kind === 'numbered' ? knownTitle(report, index, text.replace(leadingNumber, '')) : undefined;
}

function titleFinding(report: Report, { index, from, to, text }: Line, mark: string): Finding {
  const title = text
    .replace(leadingNumber, '')
    .replace(bulletMark, '')
    .replace(styleName, '')
    .replace(marksBehind, '')
    .replace(/^\*{1,2}|\*{1,2}$/g, '');
  const kind = report.document.blocks[index]?.kind;
  return {
    from,
    to,
    message:
      kind === 'plain'
        ? `This is the title of a section, and is read as text. Write “${mark}” before it.`
        : kind === 'bullet'
          ? `This is a section’s title, but is read as a point of a list. Write “${mark}” in place of its mark.`
          : `This is a section’s title, but is read as a paragraph. Write “${mark}” in place of its number.`,
    fixes: [fixWith('Make it a heading', { from, to }, mark + title)],
  };
}

/** A line of bold words alone that may be a heading of the section in which it stands. */
function boldFinding(report: Report, line: Line): Finding | undefined {
  const { index, from, to, text } = line;
  const { sections } = report;
  const around = sections[firstWhere(sections.length, i => (sections[i]?.heading.to ?? 0) > from) - 1];
  if (around === undefined || isToldAsMissing(report, line)) return undefined;
  // With nothing under it, it is a signature.
  if (report.framework.openAreas && report.document.blocks[index + 1]?.kind === 'heading') return undefined;
  if (caption.test(text)) return undefined;
  const mark = `${'#'.repeat(Math.min(Math.max(around.level, 3), mostMarks))} `;
  return {
    from,
    to,
    message: `This line is bold, and stands alone. If it is a heading, write “${mark}” before it.`,
    fixes: [fixWith('Make it a heading', { from, to }, mark + text.slice(2, -2))],
  };
}

/** A line that begins with a heading’s marks, or with what is meant for them. */
function markedFinding(report: Report, line: Line): Finding | undefined {
  const { from, text } = line;
  const [written = '', before = '', marks = '', blank = ''] = meantMarks.exec(text) ?? [];
  if (marks === '' || /[\r\n]|\.$/.test(text) || !/\p{L}/u.test(text)) return undefined;
  const isMeant =
    marks === '=' ? wikiHeading.test(text) : before === '' ? isHeading(report, line, marks) : blank !== '';
  if (!isMeant || isToldAsMissing(report, line)) return undefined;
  const to = from + written.trimEnd().length;
  const isOtherBlank = before === '' && /^[^ \t\u00a0\u200b]$/.test(blank);
  // With its marks and the blank after them in order, it is the blanks before them.
  if (/^#{1,6}$/.test(marks) && before === '' && blank !== '' && !isOtherBlank)
    return indentedFinding(report, { from, to });
  const isDeep = marks.length > mostMarks;
  const isOther = !marks.startsWith('#');
  const lacksBlank = before === '' && !isOther;
  const fault = isDeep
    ? 'a heading has six marks at most'
    : isOther
      ? 'a heading begins with #'
      : isOtherBlank
        ? 'the space after its marks is not an ordinary one'
        : lacksBlank
          ? 'no space follows its marks'
          : `“${before.trim()}” stands before its marks`;
  const right = `${marks.replaceAll('＃', '#').replaceAll('\\', '')} `;
  return {
    from,
    to,
    message: `This line is printed as it stands: ${fault}. Correct it, and it is a heading.`,
    fixes:
      isDeep || /^[=h!]/.test(marks)
        ? []
        : [
            {
              title: lacksBlank ? 'Put a space after the marks' : 'Make it a heading',
              edits: lacksBlank
                ? [{ from: from + marks.length, to: from + marks.length + (isOtherBlank ? 1 : 0), text: ' ' }]
                : [{ from, to: from + written.length, text: right }],
              certain: false,
            },
          ],
  };
}

/** Whether a line that begins with marks is a heading by them, or by its words. */
function isHeading(report: Report, { index, text }: Line, marks: string): boolean {
  return /^(?:#[#＃]|[＃\\h!])/.test(marks) || isFirstTitle(report, index, text) || isKnownTitle(report, text);
}

/** A heading with blanks before its marks. Where they make it part of the block above, that is told. */
function indentedFinding(report: Report, { from, to }: Span): Finding | undefined {
  let margin = from;
  while (isSpaceOrTab(report.document.source.charCodeAt(margin - 1))) margin--;
  if (margin === from || isIndentedHeading(report, from)) return undefined;
  return {
    from,
    to,
    message: 'There are spaces before this heading, so it is read as text. Take them out.',
    fixes: [fixWith('Make it a heading', { from: margin, to: from }, '')],
  };
}

/** *Table 1: …* is what stands beside a table. */
const caption = /^\W{0,3}(?:table|figure|chart|graph|map|box|exhibit|panel|diagram) \d/i;

const leadingNumber = /^\d{1,3}\.\s+/;

const mostMarks = 6;
