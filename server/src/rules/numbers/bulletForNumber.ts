import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';

/** A mark that stands where a series lacks its number. */
export interface OtherMark extends Span {
  readonly mark: string;
}

/**
 * The one block in the gap that has the missing number by another form (*R4.*, *1.4.*), or the only one with a number that
 * goes on from the one before (*3.1.* after *3*), or is the only bullet there, under a whole sentence.
 */
export function markedOtherwise(report: Report, { before, after, missing }: SeriesBreak): OtherMark | undefined {
  if (after === undefined || missing?.count !== 1) return undefined;
  const { document, sections, framework } = report;
  const { blocks, starts, source } = document;
  // Before the first number another form of it stands in its section.
  const first = before?.block ?? sections[after.section ?? -1]?.block ?? after.block;
  let part: OtherMark | undefined;
  let parts = 0;
  let bullet: (OtherMark & { readonly textFrom: number; readonly end: number }) | undefined;
  // What stands first under the heading of a section whose paragraphs are numbered is one of them.
  const own = sections[after.section ?? -1];
  const heading = frameworkIndex(framework).seriesOfRole.has(own?.role ?? '') ? own?.block : undefined;
  let isBelowHeading = false;
  let leadsOn = false;
  for (let i = first + 1; i < after.block; i++) {
    const block = blocks[i];
    const from = (starts[i] ?? 0) + (block?.start ?? 0);
    if (block?.kind === 'numbered') {
      const { number } = block.number;
      const [mark = ''] = /^\S+/.exec(source.slice(from, from + 8)) ?? [];
      if (isLike(number, missing.first)) return { from, to: from + mark.length, mark };
      if (number === `${before?.number}.1` || number === `${missing.first}.1`) {
        part = { from, to: from + mark.length, mark };
      }
      if (number.includes('.')) parts++;
    }
    if (block?.kind === 'heading') {
      if (bullet !== undefined) break;
      isBelowHeading = i !== heading;
    }
    // The points of another section are its own.
    if (block?.kind !== 'plain' && (block?.kind !== 'bullet' || isBelowHeading)) continue;
    const [lead = '', mark = ''] = /^([-*•·–+▪◦●■➢►o])[ \t\u00a0]{1,4}/u.exec(source.slice(from, from + 6)) ?? [];
    if (mark === '') continue;
    // Points under it are its own, and those above it the last paragraph's.
    if (block.kind === 'bullet' && block.indent > 1) {
      leadsOn = bullet !== undefined;
      continue;
    }
    if (bullet !== undefined) return undefined;
    bullet = { from, to: from + mark.length, mark, textFrom: from + lead.length, end: from - block.start + block.end };
  }
  if (part !== undefined && parts === 1) return part;
  if (bullet === undefined) return undefined;
  const { from, to, mark, textFrom, end } = bullet;
  const isFirst = heading !== undefined && from > (starts[heading] ?? 0);
  if (!isFirst && (before === undefined || blocks[before.block]?.kind !== 'numbered')) return undefined;
  const ending = leadsOn ? /[.):]/ : /[.)]/;
  const isWhole =
    (isFirst || /[.)\]:]/.test(source.charAt((before?.content.to ?? 0) - 1))) && ending.test(source.charAt(end - 1));
  if (!isWhole || !/^[‘“'"(]?\p{Lu}/u.test(source.slice(textFrom, textFrom + 2))) return undefined;
  return { from, to, mark };
}

/** Whether a number is another with a letter before it, or as that of a part of something. */
function isLike(written: string, number: string): boolean {
  return written === `R${number}` || (written.length > number.length + 1 && written.endsWith(`.${number}`));
}

/** Whether a mark at an offset stands where a series lacks a number: it is told of as that. */
export function standsForNumber(report: Report, at: number): boolean {
  return seriesOf(report).some(({ breaks }) =>
    breaks.some(
      own =>
        (own.sort === 'gap' || own.sort === 'start') &&
        at > (own.before?.from ?? -1) &&
        at < (own.after?.from ?? at) &&
        markedOtherwise(report, own)?.from === at,
    ),
  );
}
