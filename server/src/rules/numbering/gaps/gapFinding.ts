import type { SectionKind } from '../../../model/framework.ts';
import type { MissedNumber } from '../../../model/numbering/missedNumber.ts';
import { missedBetween } from '../../../model/numbering/missedNumbers.ts';
import { gapOfStart, type Series } from '../../../model/numbering/series.ts';
import type { SeriesBreak } from '../../../model/numbering/seriesBreaks.ts';
import { seriesValue } from '../../../model/numbering/seriesNumbers.ts';
import { shiftedRuns } from '../../../model/numbering/shiftedRuns.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { capitalised } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import { standElsewhere } from '../../numbers/numbersElsewhere.ts';
import { breakFixes, nounOf } from '../../numbers/renumberFix.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding, Related } from '../../rule.ts';
import { missingSections } from '../../titles/missingSections.ts';
import { titleAsText } from '../../titles/titlesAsText.ts';
import { filledOtherwise } from '../unread/otherwiseNumbered.ts';
import { type Gap, goesOn, isGap, numberInGap } from './numberInGap.ts';
import { strandedNumber } from './strandedNumber.ts';

/** What is to be told of a break of a series: where the numbers that are missing stand, or that they stand nowhere. */
export function gapFinding(report: Report, series: Series, own: SeriesBreak): Finding | undefined {
  // Where a run of wrong numbers ends, its start is told.
  if (own.sort !== 'gap' || !isGap(own) || shiftedRuns(report).has(own)) return undefined;
  if (standElsewhere(report, series, own)) return strandedNumber(report, series, own);
  const filled = filledOtherwise(report, own);
  if (filled !== undefined) return filled;
  // That the first number is too low is told there.
  if (series.breaks.some(other => gapOfStart(series, other) === own)) return undefined;
  const missed = missedBetween(report, series.index, own.before, own.after);
  // A number that stands there, in a paragraph's text or without its full stop, is another rule's finding.
  if (missed.some(({ sort }) => sort !== 'unnumbered')) return undefined;
  // So is that a section is missing which would have them.
  if (lacksSection(report, own)) return undefined;
  const comment = inComment(report, own);
  // That a comment is not ended is told already.
  if (comment !== undefined) return comment.closed ? hiddenInComment(report, own, comment) : undefined;
  if (own.missing.count === 1 && isToldBetween(report, own)) return undefined;
  return numberInGap(report, own) ?? lacking(report, own, missed);
}

/** Whether a section that would stand in the gap is missing, heading and all. */
export function lacksSection(report: Report, { before, after }: Gap): boolean {
  const from = before?.to ?? 0;
  const to = after.from;
  return missingSections(report).some(
    ({ at, kinds }) =>
      at >= from && at <= to && kinds.some(kind => titleAsText(report, kind) === undefined && mayHaveNumbers(kind)),
  );
}

function mayHaveNumbers({ paragraphs }: SectionKind): boolean {
  return paragraphs !== 'unnumbered';
}

/**
 * Whether a mark of two versions, a number with a sign in it that is not printed, or in a report that is done one of what is to
 * be filled in, stands for the number: it is told.
 */
function isToldBetween({ document: { blocks, starts, source }, metadata }: Report, { before, after }: Gap): boolean {
  for (let i = (before?.block ?? -1) + 1; i < after.block; i++) {
    const block = blocks[i];
    if (block?.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.start;
    const written = source.slice(from, from + 8);
    if (
      /^(?:>{7}|<{7}|\|{7})|^\d{1,3}\.?[\u00ad\u200b\ufeff]/.test(written) ||
      (metadata.status === 'final' && /^(?:(?:X{2,4}|\?{2,4}|_{2,4})[.)]|\{ ?[A-Z]{3})/.test(written))
    )
      return true;
  }
  return false;
}

/** The comment in the gap that begins with the number. */
function inComment(
  { document: { blocks, starts, source } }: Report,
  { before, after, missing }: Gap,
): (Span & { readonly closed: boolean }) | undefined {
  for (let i = (before?.block ?? -1) + 1; i < after.block; i++) {
    const block = blocks[i];
    if (block?.kind !== 'comment') continue;
    const from = (starts[i] ?? 0) + block.start;
    const [lead = '', number = ''] = /^<!--\s{0,4}(\d+(?:\.\d+)?)(?=\.\s)/.exec(source.slice(from, from + 16)) ?? [];
    const isWhole = missing.count === 1 || source.indexOf(`${missing.last}. `, from) < from + block.end - block.start;
    if (number === missing.first && isWhole)
      return { from: from + lead.length - number.length, to: from + lead.length, closed: block.closed };
  }
  return undefined;
}

function hiddenInComment(report: Report, gap: Gap, { from, to }: Span): Finding {
  const { before, after, missing } = gap;
  return {
    from,
    to,
    message: `${capitalised(nounOf([before, after]))} ${missing.first} stands in a comment${missing.count > 1 ? ', and more with it' : ''}. Take it out of that, or renumber what follows.`,
    related: [goesOn(gap)],
    fixes: breakFixes(report, gap),
  };
}

/** Numbers that stand nowhere, and paragraphs in the gap that have none. */
function lacking(report: Report, gap: Gap, unnumbered: readonly MissedNumber[]): Finding {
  const { before, after, missing } = gap;
  const fixes = breakFixes(report, gap);
  const [only, another] = unnumbered;
  if (only !== undefined && another === undefined && missing.count === 1) {
    const { from, to } = only;
    return {
      from,
      to,
      message: `This paragraph has no number, and ${nounOf([before, after])} ${missing.first} is missing. Number it, or renumber what follows.`,
      related: [goesOn(gap), ...citingPlaces(report, gap)],
      fixes: [fixWith(`Number it ${missing.first}`, { from, to: from }, `${missing.first}. `), ...fixes],
    };
  }
  const emptied = emptiedSection(report, gap);
  const lost = firstOfLost(unnumbered, missing.count);
  if (lost !== undefined)
    return {
      from: lost.from,
      to: lost.to,
      message: lostMessage(unnumbered.length, missing.first),
      related: [goesOn(gap), ...citingPlaces(report, gap)],
      fixes,
    };
  return {
    ...(emptied === undefined ? after.numberSpan : titleSpan(emptied)),
    message: gapMessage(gap),
    related: [
      ...(before?.numberSpan === undefined ? [] : [{ ...before.numberSpan, message: 'The numbers go on from here.' }]),
      ...(emptied === undefined ? [] : [goesOn(gap)]),
      ...(unnumbered.length > mostUnnumbered ? unnumbered.slice(-1) : unnumbered).map(withoutNumber),
      ...citingPlaces(report, gap),
    ],
    fixes,
  };
}

/** The first of several paragraphs without a number, if about as many numbers are missing: they are theirs. */
export function firstOfLost(unnumbered: readonly MissedNumber[], missing: number): MissedNumber | undefined {
  const count = unnumbered.length;
  return count >= fewestLost && count <= missing && 2 * count >= missing ? unnumbered[0] : undefined;
}

/** What is to be said of it. */
export function lostMessage(count: number, number: string): string {
  return `This paragraph has no number, nor have ${count - 1} more, and as many are missing. Number them from ${number} on.`;
}

const fewestLost = 3;

function withoutNumber({ from, to }: Span): Related {
  return { from, to, message: 'This paragraph has no number.' };
}

/** The heading in the gap that begins with the number, or under which there is nothing. */
function emptiedSection({ sections }: Report, { before, after, missing }: Gap): Section | undefined {
  const within = sections.filter(({ heading }) => heading.from > (before?.from ?? -1) && heading.from < after.from);
  return (
    within.find(({ title }) => title.startsWith(`${missing.first}.`)) ??
    within.find(({ block, blockEnd, kind }) => blockEnd === block + 1 && kind?.mayBeEmpty !== true)
  );
}

const mostUnnumbered = 4;
const mostCited = 10;

/** The references to a number that is missing: they lead nowhere either. */
function citingPlaces({ references, framework }: Report, { missing }: Gap): Related[] {
  const form = (framework.numbering.length === 1 ? framework.numbering[0]?.form : undefined) ?? '1';
  const first = seriesValue(form, missing.first);
  const last = seriesValue(form, missing.last);
  if (first === undefined || last === undefined) return [];
  const places: Related[] = [];
  for (const { kind, numbers } of references) {
    if (kind === 'footnote' || kind === 'link') continue;
    for (const { first: named, last: end, firstSpan, lastSpan } of numbers) {
      const value = seriesValue(form, named);
      const endValue = seriesValue(form, end);
      const cites = [value, endValue].some(own => own !== undefined && own >= first && own <= last);
      if (cites && places.length < mostCited)
        places.push({ from: firstSpan.from, to: lastSpan.to, message: 'This refers to what is missing.' });
    }
  }
  return places;
}

function gapMessage({ before, after, missing }: Gap): string {
  const { first, last, count } = missing;
  const noun = capitalised(nounOf([before, after]));
  const numbers = count === 1 ? `${noun} ${first} is` : `${noun}s ${first} ${count === 2 ? 'and' : 'to'} ${last} are`;
  return `${numbers} missing: the numbers go from ${before?.number} to ${after.number}. Put back what was removed, or renumber.`;
}
