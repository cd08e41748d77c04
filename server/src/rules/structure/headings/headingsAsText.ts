import { blocksWhere } from '../../../model/blocksWith.ts';
import { DerivedFacts } from '../../../model/derivedFacts.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import type { Document } from '../../../syntax/document.ts';
import { missingSections } from '../../missingSections.ts';
import type { Finding } from '../../rule.ts';
import { indentedHeadings, isItemAlone, mayBeTitle, titleAsText } from '../../titlesAsText.ts';
import { ofBolds } from './boldLines.ts';
import { lackedParts } from './lackedParts.ts';
import { listTitles } from './listTitles.ts';
import { shortLines } from './shortLines.ts';

/** A longer line is no title. */
const longestTitle = 120;

/** Whether a block may be a heading by its length and its neighbours, or for a mark that stands in it. */
function looksLikeTitle(document: Document, index: number): boolean {
  const { blocks, starts, source } = document;
  const block = blocks[index];
  if (block === undefined || !mayBeTitle(document, index) || block.end - block.start > longestTitle) return false;
  if (block.kind === 'plain' && standsAlone(blocks, index)) return true;
  if (block.kind === 'numbered' && blocks[index + 1]?.kind !== 'numbered') return true;
  const start = (starts[index] ?? 0) + block.start;
  const text = source.slice(start, start + block.end - block.start);
  return text.includes('#') || text.includes('＃') || /^[h=!]/.test(text) || text.startsWith('**');
}

/** Whether no other line stands above or below it: titles one below the other are a list of contents. */
function standsAlone(blocks: readonly Block[], index: number): boolean {
  return ![blocks[index - 1], blocks[index + 1]].some(
    block => block === undefined || (block.kind === 'plain' && block.end - block.start <= longestTitle),
  );
}

const byTitle = new DerivedFacts<ReadonlyMap<string, Section>>();

/** The first section of each title. */
function firstByTitle({ sections }: Report): Map<string, Section> {
  return new Map(sections.toReversed().map(section => [titleKey(section.title), section]));
}

/** Where the titles of missing sections, and of parts that only one area lacks, stand as text. */
function requiredTitles(report: Report): ReadonlySet<number> {
  return new Set([
    ...missingSections(report).flatMap(({ kinds }) => kinds.flatMap(own => titleAsText(report, own)?.from ?? [])),
    ...lackedParts(report).flatMap(({ from, isText }) => (isText ? from : [])),
  ]);
}

/** The marks for a line of nothing but a title that the report or its framework has, where it stands between paragraphs of a section. */
function knownTitle(report: Report, index: number, text: string): string | undefined {
  const { blocks, starts } = report.document;
  if (!/^\*{0,2}\p{Lu}/u.test(text)) return undefined;
  // Where any report is read, a title alone may be a paragraph; in bold type it is none.
  const isBold = isBoldAlone(report.document, index);
  if (!isBold && blocks[index]?.kind === 'plain' && !standsAlone(blocks, index)) return undefined;
  const below = blocks[index + 1]?.kind;
  if (!isBold && report.framework.openAreas && below !== 'numbered' && below !== 'table') return undefined;
  const key = titleKey(text.replace(styleName, ''));
  const start = starts[index] ?? 0;
  // A judgement's sentence is a paragraph of its own only where others are.
  const said = report.judgements.filter(({ carrier }) => carrier === 'statement');
  const headed = said.find(own => blocks[own.block]?.kind === 'heading');
  if (headed !== undefined && said.some(own => own.block === index)) {
    const { level } = report.sections.find(({ block }) => block === headed.block) ?? {};
    return level === undefined || /\.\s+\S/.test(text) ? undefined : `${'#'.repeat(level)} `;
  }
  const around = report.sections.filter(({ from, to }) => from < start && start < to).at(-1);
  if (around?.role === 'history' || around?.role === 'contents') return undefined;
  const like = byTitle.of(report, firstByTitle).get(key);
  // A summary may name in bold type the sections that it sums up.
  if (like !== undefined && isBold && report.framework.openAreas && !isRepeated(report, key)) return undefined;
  if (like !== undefined) return `${'#'.repeat(like.level)} `;
  const kind = frameworkIndex(report.framework)
    .kindsByTitle.get(key)
    ?.find(({ titles }) => titles.some(own => titleKey(own) === key));
  if (kind === undefined) return undefined;
  // What stands before all sections is the opening, and may well name what follows.
  if (around === undefined && !isBold && below === 'plain') return undefined;
  if (around === undefined || around.level === 1) return '## ';
  // Of a report that names its own areas it may be a part of one, wherever else it has such a section.
  if (isBold && report.framework.openAreas && !kind.within.includes(around.ownRole ?? '') && around.level > 2)
    return undefined;
  const beside = report.sections.find(({ kind: own }) => own === kind)?.level ?? around.level;
  return `${'#'.repeat(kind.within.includes(around.ownRole ?? '') ? around.level + 1 : beside)} `;
}

const titlesAgain = new DerivedFacts<ReadonlySet<string>>();

/** Whether several sections have a title, given by what it is compared by. */
function isRepeated(report: Report, key: string): boolean {
  return titlesAgain.of(report, repeatedTitles).has(key);
}

function repeatedTitles({ sections }: Report): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { title } of sections) {
    const key = titleKey(title);
    (once.has(key) ? again : once).add(key);
  }
  return again;
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
  return byTitle.of(report, firstByTitle).has(key) || frameworkIndex(report.framework).kindsByTitle.has(key);
}

/** Whether a line *#Title* is the first of a report, with a heading below it and no other of its level. */
function isFirstTitle({ document: { blocks }, sections }: Report, index: number, text: string): boolean {
  if (!/^#[\p{Lu}\d]/u.test(text) || blocks[index + 1]?.kind !== 'heading') return false;
  return sections.every(({ level }) => level > 1);
}

/** A line of nothing but bold words, none of them a sentence's or a label's last; in brackets it adds to the heading above it. */
const bold = /^\*\*(?!\s|\([^*()]*\)\*\*$)[^*\r\n]*[^*\s.:;,]\*\*$/;

/** Whether a block is such a line, and none of several. */
function isBoldAlone({ blocks, starts, source }: Document, index: number): boolean {
  const isBold = (at: number): boolean => {
    const block = blocks[at];
    const start = starts[at] ?? 0;
    return block?.kind === 'plain' && bold.test(source.slice(start + block.start, start + block.end));
  };
  return isBold(index) && !isBold(index - 1) && !isBold(index + 1);
}

function isAmongNumbers(blocks: readonly Block[], index: number): boolean {
  return [blocks[index - 1], blocks[index + 1]].every(own => own?.kind === 'numbered' || own?.kind === 'heading');
}

/** Marks of a heading, with what may stand before them. */
const meantMarks =
  /^((?:[-*+>•]\s{1,4}|\d{1,3}[.)]\s{1,4}|[^\p{L}\p{N}\s#＃=]{1,3}\s?(?=[#＃]{2})|\u00a0{1,4})?(?:\\(?!#\\))?)([#＃]{1,9}|(?:\\#){2,6}|h[1-6]\.(?=\s)|!{2,6}(?=\s)|=(?==))([\s\u200b]?)/u;
/** A heading as a wiki has it. */
const wikiHeading = /^=[= ]{0,6}\p{L}[^=\r\n]{0,110}[^= ] ?={1,6}$/u;

/** Lines that begin with marks and are no headings; that a required section is missing for it is told there. */
export function* headingsAsText(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let required: ReadonlySet<number> | undefined;
  const told = new Set<string>();
  const bolds: Finding[] = [];
  const places = new Set<number>();
  for (const i of blocksWhere(report.document, looksLikeTitle)) {
    const block = blocks[i];
    if (block === undefined) continue;
    const start = (starts[i] ?? 0) + block.start;
    const text = source.slice(start, start + block.end - block.start);
    const known =
      block.kind === 'plain'
        ? (titleOfReport(report, i, text) ?? knownTitle(report, i, text))
        : block.kind === 'numbered' && isItemAlone(report, i)
          ? knownTitle(report, i, text.replace(leadingNumber, ''))
          : undefined;
    if (known !== undefined) {
      required ??= requiredTitles(report);
      if (required.has(start)) continue;
      places.add(start);
      yield {
        from: start,
        to: start + text.length,
        message:
          block.kind === 'plain'
            ? `This is the title of a section, and is read as text. Write “${known}” before it.`
            : `This is the title of a section, and is read as a paragraph. Write “${known}” for its number.`,
        fixes: [
          {
            title: 'Make it a heading',
            edits: [
              {
                from: start,
                to: start + text.length,
                text: `${known}${text
                  .replace(leadingNumber, '')
                  .replace(styleName, '')
                  .replace(/^\*{1,2}|\*{1,2}$/g, '')}`,
              },
            ],
            certain: false,
          },
        ],
      };
      continue;
    }
    if (isBoldAlone(report.document, i)) {
      const around = report.sections.findLast(({ heading }) => heading.to <= start);
      required ??= requiredTitles(report);
      if (around === undefined || required.has(start) || told.has(text)) continue;
      // With nothing under it, it is a signature.
      if (report.framework.openAreas && blocks[i + 1]?.kind === 'heading') continue;
      if (caption.test(text)) continue;
      told.add(text);
      const right = `${'#'.repeat(Math.min(Math.max(around.level, 3), mostMarks))} `;
      const finding: Finding = {
        from: start,
        to: start + text.length,
        message: `This line is bold, and stands alone. If it is a heading, write “${right}” before it.`,
        fixes: [
          {
            title: 'Make it a heading',
            edits: [{ from: start, to: start + text.length, text: right + text.slice(2, -2) }],
            certain: false,
          },
        ],
      };
      if (isAmongNumbers(blocks, i)) yield finding;
      else bolds.push(finding);
      continue;
    }
    const [written = '', before = '', marks = '', blank = ''] = meantMarks.exec(text) ?? [];
    if (marks === '' || /[\r\n]|\.$/.test(text) || !/\p{L}/u.test(text)) continue;
    if (
      marks === '='
        ? !wikiHeading.test(text)
        : before === ''
          ? !/^(?:##|[＃\\h!])/.test(marks) && !isFirstTitle(report, i, text) && !isKnownTitle(report, text)
          : blank === ''
    )
      continue;
    required ??= requiredTitles(report);
    if (required.has(start)) continue;
    const isDeep = marks.length > mostMarks;
    const isOther = !marks.startsWith('#');
    let margin = start;
    while (/[ \t]/.test(source.charAt(margin - 1))) margin--;
    // With its marks and the blank after them in order, it is the blanks before them.
    if (/^#{1,6}$/.test(marks) && before === '' && blank !== '') {
      // Where they make it part of the block above, that is told.
      if (margin === start || indentedHeadings(report).some(({ from }) => from === start)) continue;
      yield {
        from: start,
        to: start + written.trimEnd().length,
        message: 'Blanks stand before this heading, so it is text. Take them out.',
        fixes: [{ title: 'Make it a heading', edits: [{ from: margin, to: start, text: '' }], certain: false }],
      };
      continue;
    }
    const fault = isDeep
      ? 'a heading has six marks at most'
      : isOther
        ? 'a heading begins with #'
        : before === ''
          ? 'no blank follows its marks'
          : `“${before.trim()}” stands before its marks`;
    const right = `${marks.replaceAll('＃', '#').replaceAll('\\', '')} `;
    yield {
      from: start,
      to: start + written.trimEnd().length,
      message: `This line is printed as it stands: ${fault}. Correct it, and it is a heading.`,
      fixes:
        isDeep || /^[=h!]/.test(marks)
          ? []
          : [
              {
                title: before === '' && !isOther ? 'Put a blank after the marks' : 'Make it a heading',
                edits:
                  before === '' && !isOther
                    ? [{ from: start + marks.length, to: start + marks.length, text: ' ' }]
                    : [{ from: start, to: start + written.length, text: right }],
                certain: false,
              },
            ],
    };
  }
  const [first, ...others] = bolds;
  if (first !== undefined) yield ofBolds(first, others);
  yield* listTitles(report, places);
  yield* shortLines(report, places);
}

/** *Table 1: …* is what stands beside a table. */
const caption = /^\W{0,3}(?:table|figure|chart|graph|map|box) \d/i;

/** What a word processor calls a heading’s style. */
const styleName = /^Heading \d: /;

const leadingNumber = /^\d{1,3}\.\s+/;

const mostMarks = 6;
