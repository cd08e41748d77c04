import type { Area } from '../../../model/framework.ts';
import type { Judgement } from '../../../model/judgements/judgement.ts';
import { openingEndOf } from '../../../model/judgements/judgements.ts';
import { patternMatch } from '../../../model/pattern.ts';
import type { Report } from '../../../model/report.ts';
import { blockSpan } from '../../../syntax/document.ts';
import type { Span } from '../../../text/text.ts';
import { headingInDetails } from '../../details/metadataKeys.ts';
import { fixWith } from '../../fixWith.ts';
import { beginning, titleSpan } from '../../reportParts.ts';
import type { Finding, Fix } from '../../rule.ts';
import { missingSections } from '../../titles/missingSections.ts';
import { listFix } from './judgementList.ts';
import { missingEntries, unreadFinding } from './missingEntries.ts';
import { unreadEntries } from './unreadEntries.ts';

/** What a report’s opening lacks of the judgements of some areas: the headline, the list, entries of it. */
export function* missingInOpening(report: Report, areas: readonly Area[]): Iterable<Finding> {
  const entries = report.judgements.filter(({ carrier }) => carrier === 'entry');
  const listed = areas.filter(({ expects }) => expects.includes('entry'));
  const noHeadline =
    report.headline === undefined &&
    areas.some(({ expects }) => expects.includes('headline')) &&
    headingInDetails(report) === undefined;
  const noList = entries.length === 0 && listed.length > 0;
  const asText = noHeadline && noList ? headlineAsText(report) : undefined;
  if (asText !== undefined) {
    yield withoutHeadline(report, undefined);
    // The lines right below it are read with it.
    if (!asText.holdsMore) yield withoutList(report, listed);
  } else if (noHeadline && noList) yield withoutBoth(report, listed);
  else if (noHeadline) yield withoutHeadline(report, entries[0]);
  else if (noList && !lacksListSection(report)) yield withoutList(report, listed);
  if (!noList) yield* missingEntries(report, listed, entries, noHeadline ? beginning(report) : undefined);
}

/** Whether the list’s own section is missing: that is told. */
function lacksListSection(report: Report): boolean {
  return missingSections(report).some(({ kinds }) => kinds.some(({ role }) => role === 'judgements'));
}

function withoutBoth(report: Report, listed: readonly Area[]): Finding {
  return {
    ...beginning(report),
    message: `The judgements are missing. Begin with ${headingInWords(report)}, and list them under it.`,
    fixes: listFixes(report, listed),
  };
}

function withoutHeadline(report: Report, entry: Judgement | undefined): Finding {
  const asText = headlineAsText(report);
  if (asText !== undefined) {
    const { from, to, words } = asText;
    return {
      from,
      to,
      message: 'This overall judgement is not read, for it is no heading. Write “# ” before it.',
      fixes: [fixWith('Make it a heading', { from, to }, `# ${words}`)],
    };
  }
  // Where there is a list, it is above that, and above what leads to it.
  const isTitled = (report.sections[0]?.block ?? Infinity) < (entry?.block ?? 0);
  return {
    ...(entry === undefined || isTitled ? beginning(report) : openingStart(report, entry)),
    message: `The overall judgement is missing. Begin the report with ${headingInWords(report)}.`,
    fixes: [],
  };
}

function withoutList(report: Report, listed: readonly Area[]): Finding {
  const rows = looseRows(report);
  if (rows !== undefined) {
    const parting = partingComment(report);
    return parting === undefined
      ? {
          ...rows,
          message:
            'These rows are not read as a table: the line “| --- | --- |” is missing under the first. Put it there.',
        }
      : { ...parting, message: 'This comment parts the table, so that what is below it is not read. Take it out.' };
  }
  const unread = unreadEntries(report, listed);
  if (unread.size > 0) return unreadFinding(unread, 'numbered');
  const head = tableWithoutRows(report);
  if (head !== undefined)
    return { ...head, message: 'This table of judgements has no rows. Give each area with its grade in one.' };
  const section = report.sections.find(({ ownRole }) => ownRole === 'judgements');
  return {
    ...(section === undefined ? beginning(report) : titleSpan(section)),
    message: `The list of judgements is missing. Give each area with its grade under ${section === undefined ? 'the headline' : 'this heading'}.`,
    fixes: section === undefined ? listFixes(report, listed) : [],
  };
}

function listFixes(report: Report, listed: readonly Area[]): Fix[] {
  const fix = listFix(report, listed);
  return fix === undefined ? [] : [fix];
}

/** The framework’s headline as an example. */
function headingInWords({ framework: { headlines } }: Report): string {
  const sentence = (headlines[0]?.source ?? '').replace(/\{provider\}/, '…').replace(/\{(is|are) grade\}/, '$1 …');
  const example = sentence.replace(/\(([^(|)]*)[^()]*\)/g, '$1');
  return example === '' ? 'a headline' : `a heading like “${example}”`;
}

/** The first line of a report that has no heading above the block in which an entry stands. */
function openingStart({ document: { blocks, starts, source } }: Report, entry: Judgement): Span {
  const first = blocks.findIndex(({ kind }) => kind !== 'frontMatter' && kind !== 'comment');
  const block = first < 0 ? entry.block : Math.min(first, entry.block);
  const own = blocks[block];
  const start = starts[block] ?? 0;
  const from = start + (own?.start ?? 0);
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(from, start + (own?.end ?? 0))) ?? [];
  return { from, to: from + line.length };
}

interface HeadlineAsText extends Span {
  /** Without its stars. */
  readonly words: string;
  /** Whether entries have got into its paragraph. */
  readonly holdsMore: boolean;
}

/** The headline where it stands as a paragraph, in stars or not, before the first section. */
function headlineAsText({
  document: { blocks, starts, source },
  framework,
  sections,
}: Report): HeadlineAsText | undefined {
  for (const [i, block] of blocks.slice(0, openingEndOf(sections)).entries()) {
    if (block.kind !== 'plain' || block.content.to - block.content.from > longestRow) continue;
    const start = starts[i] ?? 0;
    const from = start + block.content.from;
    const [line = ''] = /^[^\r\n]*(?=[\r\n]+\d)/.exec(source.slice(from, start + block.content.to)) ?? [];
    const holdsMore = line !== '';
    const place = { from, to: holdsMore ? from + line.length : start + block.content.to };
    const words = source.slice(place.from, place.to).replace(/^[#*]+|[.*]+$/g, '');
    if (framework.headlines.some(pattern => patternMatch(pattern, words) !== undefined))
      return { ...place, words, holdsMore };
  }
  return undefined;
}

/** The first line of what would be a table before the first section, but for the line under its head. */
function looseRows({ document: { blocks, starts, source }, sections }: Report): Span | undefined {
  for (const [i, block] of blocks.slice(0, openingEndOf(sections)).entries()) {
    if (block.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.content.from;
    const [line = ''] = /^\|[^\r\n|]+\|[^\r\n|]+\|?/.exec(source.slice(from, from + longestRow)) ?? [];
    if (line !== '') return { from, to: from + line.length };
  }
  return undefined;
}

/** The head of a table before the first section, if it is all of the table. */
function tableWithoutRows({ document: { blocks, starts }, sections }: Report): Span | undefined {
  for (const [i, block] of blocks.slice(0, openingEndOf(sections)).entries()) {
    if (block.kind !== 'table' || block.rows.length > 1) continue;
    const [head] = block.rows;
    return head && { from: (starts[i] ?? 0) + head.from, to: (starts[i] ?? 0) + head.to };
  }
  return undefined;
}

/** The comment that stands between a table's head and its rows. */
function partingComment({ document, sections }: Report): Span | undefined {
  const opening = document.blocks.slice(0, openingEndOf(sections));
  const i = opening.findIndex((block, at) => block.kind === 'comment' && opening[at - 1]?.kind === 'table');
  return i < 0 ? undefined : blockSpan(document, i);
}

const longestRow = 400;
