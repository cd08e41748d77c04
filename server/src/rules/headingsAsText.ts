import type { Report } from '../model/report.ts';
import { titleKey } from '../model/titleKey.ts';
import type { Block } from '../syntax/block.ts';
import { lackedParts } from './lackedParts.ts';
import { mayBeTitle, missingSections, titleAsText } from './missingSections.ts';
import type { Finding } from './rule.ts';

/** A longer line is no title. */
const longestTitle = 120;

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
  if (!/^\*{0,2}\p{Lu}/u.test(text) || report.framework.openAreas) return undefined;
  const above = blocks[index - 1]?.kind;
  const below = blocks[index + 1];
  const isLine = (block: Block | undefined): boolean =>
    block?.kind === 'plain' && block.end - block.start <= longestTitle;
  // Titles one below the other are a list of contents.
  if (above === undefined || below === undefined || isLine(below) || isLine(blocks[index - 1])) return undefined;
  const key = titleKey(text);
  const start = starts[index] ?? 0;
  // A judgement's sentence is a paragraph of its own only where others are.
  const said = report.judgements.filter(({ carrier }) => carrier === 'statement');
  const headed = said.find(own => blocks[own.block]?.kind === 'heading');
  if (headed !== undefined && said.some(own => own.block === index)) {
    const { level } = report.sections.find(({ block }) => block === headed.block) ?? {};
    return level === undefined || /\.\s+\S/.test(text) ? undefined : `${'#'.repeat(level)} `;
  }
  const around = report.sections.filter(({ from, to }) => from < start && start < to).at(-1);
  if (around === undefined || around.role === 'history' || around.role === 'contents') return undefined;
  const like = report.sections.find(({ title }) => titleKey(title) === key);
  if (like !== undefined) return `${'#'.repeat(like.level)} `;
  const kind = report.framework.sections.find(({ titles }) => titles.some(own => titleKey(own) === key));
  if (kind === undefined) return undefined;
  const beside = report.sections.find(({ kind: own }) => own === kind)?.level ?? around.level;
  return `${'#'.repeat(kind.within.includes(around.ownRole ?? '') ? around.level + 1 : beside)} `;
}

/** Marks of a heading, with what may stand before them. */
const meantMarks =
  /^((?:[-*+>•]\s{1,4}|\d{1,3}[.)]\s{1,4}|[^\p{L}\p{N}\s#＃=]{1,3}\s?(?=[#＃]{2}))?(?:\\(?!#\\))?)([#＃]{1,9}|(?:\\#){2,6}|h[1-6]\.(?=\s)|!{2,6}(?=\s)|=(?==))([\s\u200b]?)/u;
/** A heading as a wiki has it. */
const wikiHeading = /^=[= ]{0,6}\p{L}[^=\r\n]{0,110}[^= ] ?={1,6}$/u;

/** Lines that begin with marks and are no headings; that a required section is missing for it is told there. */
export function* headingsAsText(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let required: ReadonlySet<number> | undefined;
  for (const [i, block] of blocks.entries()) {
    if (!mayBeTitle(report, i)) continue;
    const start = (starts[i] ?? 0) + block.start;
    if (block.end - block.start > longestTitle) continue;
    const text = source.slice(start, start + block.end - block.start);
    const known = block.kind === 'plain' ? knownTitle(report, i, text) : undefined;
    if (known !== undefined) {
      required ??= requiredTitles(report);
      if (required.has(start)) continue;
      yield {
        from: start,
        to: start + text.length,
        message: `This is the title of a section, and is read as text. Write “${known}” before it.`,
        fixes: [
          {
            title: 'Make it a heading',
            edits: [
              { from: start, to: start + text.length, text: `${known}${text.replace(/^\*{1,2}|\*{1,2}$/g, '')}` },
            ],
            certain: false,
          },
        ],
      };
      continue;
    }
    const unit = text.charCodeAt(0);
    // Most have none of these: # ＃ h = !
    if (!text.includes('#') && unit !== 0xff03 && unit !== 104 && unit !== 61 && unit !== 33 && !text.includes('＃'))
      continue;
    const [written = '', before = '', marks = '', blank = ''] = meantMarks.exec(text) ?? [];
    if (marks === '' || /[\r\n]|\.$/.test(text) || !/\p{L}/u.test(text)) continue;
    if (marks === '=' ? !wikiHeading.test(text) : before === '' ? !/^(?:##|[＃\\h!])/.test(marks) : blank === '')
      continue;
    required ??= requiredTitles(report);
    if (required.has(start)) continue;
    const isDeep = marks.length > mostMarks;
    const isOther = !marks.startsWith('#');
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
}

const mostMarks = 6;
