import type { Area } from '../../../model/framework.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { anyOfNames } from '../../../text/anyOfNames.ts';
import type { Span } from '../../../text/text.ts';

/** So far from a name its grade may end or begin. */
const reach = 60;

/**
 * Where areas that have no entry are named with a grade in what stands before the first section: an entry is meant there,
 * and is not read as one. By area, each place the name's.
 */
export function unreadEntries(report: Report, areas: readonly Area[]): Map<Area, Span> {
  const { document, framework } = report;
  const { blocks, starts, source } = document;
  const first = firstSection(report);
  const end = first === undefined ? source.length : (starts[first.block + 2] ?? first.from);
  const places = new Map<Area, Span>();
  if (areas.length === 0) return places;
  const grades = anyOfNames(framework.scale.flatMap(({ names }) => names));
  const after = new RegExp(String.raw`^([^\p{L}\d]+)(${grades})(?![\p{L}\d])`, 'iu');
  const said = new RegExp(String.raw`^\s(?:is|are)\s(?:${grades})[.]?\s*(?:[\r\n]|$)`, 'iu');
  const before = new RegExp(String.raw`(?:${grades})\s*[:|–-]\s*$`, 'iu');
  const wanted = areas.map(area => ({ area, names: nameOf(area), line: untitledLine(area, grades) }));
  // The list may have a section of its own.
  const list = listSection(report);
  for (const [i, block] of blocks.entries()) {
    const start = starts[i] ?? 0;
    const isListed = list !== undefined && i > list.block && i < list.blockEnd;
    if (start >= end && (list === undefined || i >= list.blockEnd)) break;
    if (block.kind === 'footnote' || block.kind === 'frontMatter') continue;
    if (start >= end && !isListed) continue;
    if (first !== undefined && !isListed && i >= first.block && (i === first.block || block.kind !== 'numbered'))
      continue;
    const text = source.slice(start, start + block.end);
    for (const { area, names, line } of wanted) {
      if (places.has(area)) continue;
      for (const { index, 0: name } of text.matchAll(names)) {
        const from = start + index;
        // (A row that has lost its pipes may be a sentence: *Leadership Requires improvement*.)
        const isRead = report.judgements.some(
          ({ areaSpan, carrier }) => areaSpan?.from === from && !(carrier === 'statement' && isBelowTable(report, i)),
        );
        const end = index + name.length;
        const [, between = '', grade = ''] = after.exec(text.slice(end, end + reach)) ?? [];
        // Between the two parts of a sentence there is nothing but a blank: *Leadership requires improvement*.
        const isGraded = grade !== '' && (/\S/.test(between) || /^\p{Lu}/u.test(grade));
        const isSaid = said.test(text.slice(end, end + reach)) && /^\d/.test(lineBefore(text, index));
        const isAlone = /^[ \t:|]*(?:[\r\n]|$)/.test(text.slice(end, end + reach)) && isOwnLine(text, index);
        if (isRead || !(isGraded || isSaid || isAlone || before.test(text.slice(Math.max(0, index - reach), index))))
          continue;
        places.set(area, { from, to: from + name.length });
        break;
      }
      const untitled = places.has(area) ? null : line?.exec(text);
      if (untitled !== null && untitled !== undefined) {
        const from = start + untitled.index;
        places.set(area, { from, to: from + untitled[0].length });
      }
    }
  }
  return places;
}

/** The section that the list of judgements has of its own. */
function listSection({ sections }: Report): Section | undefined {
  return sections.find(({ ownRole }) => ownRole === 'judgements');
}

/** Whether a block stands in that section. */
export function isInList(report: Report, block: number): boolean {
  const list = listSection(report);
  return list !== undefined && block > list.block && block < list.blockEnd;
}

/** Whether a numbered line stands right below the first section’s heading, where an entry may have got. */
export function isBelowFirst(report: Report, block: number): boolean {
  return report.document.blocks[block]?.kind === 'numbered' && firstSection(report)?.block === block - 1;
}

function firstSection({ sections }: Report): Section | undefined {
  return sections.find(({ ownRole }) => ownRole !== undefined);
}

/** Whether a block stands right below a table, without a blank line between. */
function isBelowTable({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const above = blocks[index - 1];
  if (above?.kind !== 'table') return false;
  const end = (starts[index - 1] ?? 0) + above.end;
  return /^(?:\r\n|[\r\n])$/.test(source.slice(end, (starts[index] ?? 0) + (blocks[index]?.start ?? 0)));
}

function lineBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - reach), at)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  );
}

/** Whether nothing but a number or a mark stands before a place in its line. */
function isOwnLine(text: string, at: number): boolean {
  const line = lineBefore(text, at);
  return /^[ \t|*+•>–-]*(?:\d(?:\.\d)?[.)]?)?[ \t*]*$/.test(line);
}

/** A line of nothing but an area's number and a grade. */
function untitledLine({ number }: Area, grades: string): RegExp | undefined {
  if (number === undefined) return undefined;
  return new RegExp(
    String.raw`(?<=^|[\r\n])${number.replaceAll('.', String.raw`\.`)}\.?[ \t]{0,9}[:;–-]?[ \t]{0,9}(?:${grades})(?=[ \t.]{0,9}(?:[\r\n]|$))`,
    'iu',
  );
}

/** The name of an area where an entry could begin with it: at a line's or cell's start, after a number, or after a grade and a colon. */
function nameOf({ title, headings, names }: Area): RegExp {
  const all = anyOfNames([title, ...headings, ...names]);
  return new RegExp(
    String.raw`(?<=(?:^|[\r\n|¦｜:]|\d[.)]?|(?:^|[\r\n])\d\.[lIO]\.?|(?:^|[\r\n])[ \t]{0,8}(?:[-+•>–]|#{1,6}|[a-z][.)]|[ivx]{1,4}[.)])|^<!--)[ \t*]{0,8})(?:${all})(?![\p{L}\d])`,
    'giu',
  );
}
