import type { Series } from '../../../model/numbering/series.ts';
import type { SeriesBreak } from '../../../model/numbering/seriesBreaks.ts';
import { seriesNumber, seriesValue } from '../../../model/numbering/seriesNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { literalPattern } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { changeTo, fixWith } from '../../fixWith.ts';
import { markedOtherwise } from '../../numbers/bulletForNumber.ts';
import { nounOf } from '../../numbers/renumberFix.ts';
import type { Finding, Related } from '../../rule.ts';
import { unreadNumber } from '../parted/unreadNumber.ts';

/** A break of a series where numbers are missing before a paragraph that has one. */
export type Gap = SeriesBreak & {
  readonly after: Paragraph & { readonly numberSpan: Span };
  readonly missing: NonNullable<SeriesBreak['missing']>;
};

/** Whether numbers are missing at a break, and the paragraph after it has one. */
export function isGap(own: SeriesBreak): own is Gap {
  return own.after?.numberSpan !== undefined && own.missing !== undefined;
}

/** The number after a gap, beside what is found in it. */
export function goesOn({ after: { numberSpan } }: Gap): Related {
  return { ...numberSpan, message: 'The numbers go on here.' };
}

/** The number that is missing where it stands after all: in a heading’s line, in the text before it, or with another mark. */
export function numberInGap(report: Report, gap: Gap): Finding | undefined {
  const within = (): Finding | undefined => {
    const place = numberWithin(report, gap.before, gap.after.block, gap.missing.first);
    return place && startsWithin(report, place, gap.missing.first, [goesOn(gap)]);
  };
  return numberInHeading(report, gap) ?? within() ?? inOtherForm(report, gap) ?? byParts(report, gap);
}

/** A number of two parts that is not read: in another form, or with a letter for a figure. */
function byParts(report: Report, gap: Gap): Finding | undefined {
  const { before, after, missing } = gap;
  if (before === undefined || missing.count > 1 || !missing.first.includes('.')) return undefined;
  const unread = unreadNumber(report, { from: before.content.from, to: after.from }, missing.first);
  return unread && { ...unread, related: [goesOn(gap)], fixes: [] };
}

/** In the text of a series' last paragraph, the number that would come next. */
export function numberAfterLast(report: Report, { kind, members }: Series): Finding | undefined {
  const before = members.at(-1);
  const value = seriesValue(kind.form, before?.number ?? '');
  if (before === undefined || value === undefined) return undefined;
  const number = seriesNumber(kind.form, value + 1);
  const within = numberWithin(report, before, before.block + 1, number);
  if (within === undefined || !/[.!?)’”\]]/.test(report.document.source.charAt(within.gap.from - 1))) return undefined;
  return startsWithin(report, within, number, []);
}

/** The number in the line of a heading in the gap, before what begins a sentence. */
export function numberInHeading({ document: { source }, sections }: Report, gap: Gap): Finding | undefined {
  const { before, after, missing } = gap;
  if (missing.count !== 1) return undefined;
  const number = literalPattern(missing.first);
  for (const { titleSpan } of sections) {
    if (titleSpan.from < (before?.to ?? 0) || titleSpan.to > after.from) continue;
    const written = source.slice(titleSpan.from, titleSpan.to);
    const at = written.search(new RegExp(String.raw`(?<=\s)${number}\.\s[‘“'"(]?\p{Lu}`, 'u'));
    if (at <= 0) continue;
    const from = titleSpan.from + at;
    const end = lineBreak(source);
    return {
      from,
      to: from + missing.first.length + 1,
      message: `Paragraph ${missing.first} has got into the line of this heading. Put a blank line before it.`,
      related: [goesOn(gap)],
      fixes: [fixWith(`Start paragraph ${missing.first} here`, { from: from - 1, to: from }, end + end)],
    };
  }
  return undefined;
}

/** A bullet or another form of number in its place. */
export function inOtherForm(report: Report, gap: Gap): Finding | undefined {
  const otherwise = markedOtherwise(report, gap);
  if (otherwise === undefined) return undefined;
  const { from, to, mark } = otherwise;
  const { before, after, missing } = gap;
  const text = `${missing.first}.`;
  return {
    from,
    to,
    message: `This is not read as ${nounOf([before, after])} ${missing.first}. Write “${text}” for “${mark}”.`,
    related: [goesOn(gap)],
    fixes: [changeTo({ from, to }, text)],
  };
}

/** A number in running text, and the blanks before it. */
interface NumberWithin extends Span {
  readonly gap: Span;
}

/** A number in the text of a paragraph, or of a note under it, where a sentence has ended; nothing from `end` on. */
function numberWithin(
  { document: { blocks, starts, source } }: Report,
  before: Paragraph | undefined,
  end: number,
  number: string,
): NumberWithin | undefined {
  if (before === undefined) return undefined;
  let within: RegExp | undefined;
  for (let i = before.block; i < end; i++) {
    const block = blocks[i];
    if (block === undefined || !('content' in block)) continue;
    const start = (starts[i] ?? 0) + block.content.from;
    const text = source.slice(start, (starts[i] ?? 0) + block.end);
    if (!text.includes(`${number}.`)) continue;
    within ??= new RegExp(
      String.raw`(^|(?<=[\p{L}.!?)’”\]])(?<!\b(?:[Pp]aragraphs?|[Rr]ecommendations?|and|to|of|in))\s{1,8}|(?<=\p{L}[.!?])(?=\d))(${literalPattern(number)}\.)\s(?=[‘“'"(]?\p{Lu})`,
      'u',
    );
    const match = within.exec(text);
    if (match === null) continue;
    const [, lead = '', written = ''] = match;
    const from = start + match.index + lead.length;
    const gap = { from: from - lead.length, to: from };
    return { from, to: from + written.length, gap };
  }
  return undefined;
}

function startsWithin(
  { document: { source } }: Report,
  { from, to, gap }: NumberWithin,
  number: string,
  related: readonly Related[],
): Finding {
  const end = lineBreak(source);
  return {
    from,
    to,
    message: `${number} could start a new paragraph, but stands within this one. Put a blank line before it.`,
    related,
    fixes: [fixWith(`Start paragraph ${number} here`, gap, end + end)],
  };
}
