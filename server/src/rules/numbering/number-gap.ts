import type { SectionKind } from '../../model/framework.ts';
import { missedBetween } from '../../model/missedNumbers.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import {
  gapOfStart,
  hasBreak,
  type Series,
  type SeriesBreak,
  seriesNumber,
  seriesOf,
  seriesValue,
} from '../../model/series.ts';
import type { Span } from '../../text/text.ts';
import { markedOtherwise } from '../bulletForNumber.ts';
import { lineBreak } from '../lineBreak.ts';
import { missingSections, titleAsText } from '../missingSections.ts';
import { standElsewhere } from '../numbersElsewhere.ts';
import { breakFixes, nounOf, sentenceCase } from '../renumberFix.ts';
import { titleSpan } from '../reportParts.ts';
import type { Finding, Fix, Related, Rule } from '../rule.ts';

/**
 * The numbers of paragraphs jump: a number between two paragraphs is missing. A reader looks for the paragraph that is
 * not there, and wonders whether something was taken out. Put the paragraph back, or renumber; renumbering also changes
 * the references to what follows.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 3. Plans are clear; see paragraph 3 of this report.
 * ^ Paragraph 2 is missing: the numbers go from 1 to 3.
 *
 * 4. Visits are regular (paragraph 3).
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear; see paragraph 2 of this report.
 *
 * 3. Visits are regular (paragraph 2).
 * ```
 *
 * One gap is one finding, however many paragraphs follow it, and however many numbers are missing:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 5. Early help is timely.
 * ^ Paragraphs 2 to 4 are missing: the numbers go from 1 to 5.
 *
 * 6. Plans are clear.
 * ```
 *
 * Where a paragraph without a number stands in the gap, giving it the number is the first mend:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * Plans are clear, and children understand them.
 *
 * 3. Visits are regular.
 * ^ Paragraph 2 is missing: the paragraph above has no number.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear, and children understand them.
 *
 * 3. Visits are regular.
 * ```
 *
 * Where the number stands within the paragraph before it, the gap is told there:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. 2. Plans are clear.
 *                          ^^ 2 could start a new paragraph, but stands within this one.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * Where a bullet or another form of number stands for it, the gap is told there:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Ensure that plans are clear.
 *
 * - Ensure that visits are regular.
 * ^ This is not read as recommendation 2. Write “2.” for “-”.
 *
 * 3. Ensure that records are kept well.
 *
 * R4. Ensure that reviews are timely.
 * ^^^ This is not read as recommendation 4. Write “4.” for “R4.”.
 *
 * 5. Ensure that carers are trained.
 * ```
 *
 * Paragraphs under a heading that is not read as part of the findings are not missing:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * ## Information about this inspection
 *
 * 2. Plans are clear.
 *
 * ## Inspection findings
 *
 * 3. Visits are regular.
 * ```
 *
 * The next number may stand within the last paragraph:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. 2. Plans are clear.
 *                          ^^ 2 could start a new paragraph, but stands within this one.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 * ```
 *
 * A list of judgements has numbers of its own; they count nothing here.
 *
 * ```inspectmark
 * 1. Children who need help and protection: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 * ```
 */
export const numberGap: Rule = {
  id: 'number-gap',
  group: 'numbering',
  kind: 'fault',
  severity: 'error',
  summary: 'The numbers of paragraphs jump',
  fixable: true,
  // Words alone change no number, but may hide the one that comes next.
  readsWords: ({ block }, report) =>
    hasBreak(report, 'gap') || seriesOf(report).some(({ members }) => members.at(-1)?.block === block),
  *check({ report }) {
    for (const series of seriesOf(report)) {
      const { index, breaks } = series;
      const last = numberAfterLast(report, series);
      if (last !== undefined) yield startsWithin(report, last, last.number, []);
      for (const own of breaks) {
        const { sort, before, after, missing } = own;
        const span = after?.numberSpan;
        if (sort !== 'gap' || span === undefined || missing === undefined || standElsewhere(report, series, own))
          continue;
        // That the first number is too low is told there.
        if (breaks.some(other => gapOfStart(series, other) === own)) continue;
        const missed = missedBetween(report, index, before, after);
        // A number that stands there, in a paragraph's text or without its full stop, is another rule's finding.
        if (missed.some(({ sort }) => sort !== 'unnumbered')) continue;
        // So is that a section is missing which would have them.
        if (lacksSection(report, own)) continue;
        const comment = inComment(report, own);
        if (comment !== undefined) {
          // That a comment is not ended is told already.
          if (comment.closed)
            yield {
              from: comment.from,
              to: comment.to,
              message: `${sentenceCase(nounOf([before, after]))} ${missing.first} stands in a comment${missing.count > 1 ? ', and more with it' : ''}. Take it out of that, or renumber what follows.`,
              related: [{ ...span, message: 'The numbers go on here.' }],
              fixes: breakFixes(report, own),
            };
          continue;
        }
        if (missing.count === 1 && isToldBetween(report, own)) continue;
        const heading = missing.count === 1 ? inHeading(report, own) : undefined;
        if (heading !== undefined) {
          const end = lineBreak(report.document.source);
          yield {
            from: heading.from,
            to: heading.to,
            message: `Paragraph ${missing.first} has got into the line of this heading. Put a blank line before it.`,
            related: [{ ...span, message: 'The numbers go on here.' }],
            fixes: [
              {
                title: `Start paragraph ${missing.first} here`,
                edits: [{ from: heading.from - 1, to: heading.from, text: end + end }],
                certain: false,
              },
            ],
          };
          continue;
        }
        const within = numberWithin(report, own);
        if (within !== undefined) {
          yield startsWithin(report, within, missing.first, [{ ...span, message: 'The numbers go on here.' }]);
          continue;
        }
        const otherwise = markedOtherwise(report, own);
        if (otherwise !== undefined) {
          const text = `${missing.first}.`;
          yield {
            from: otherwise.from,
            to: otherwise.to,
            message: `This is not read as ${nounOf([before, after])} ${missing.first}. Write “${text}” for “${otherwise.mark}”.`,
            related: [{ ...span, message: 'The numbers go on here.' }],
            fixes: [
              {
                title: `Change to “${text}”`,
                edits: [{ from: otherwise.from, to: otherwise.to, text }],
                certain: false,
              },
            ],
          };
          continue;
        }
        const [unnumbered, another] = missed;
        const fixes: Fix[] = breakFixes(report, own);
        if (unnumbered === undefined || another !== undefined || missing.count !== 1) {
          const related = before?.numberSpan && { ...before.numberSpan, message: 'The numbers go on from here.' };
          const emptied = emptiedSection(report, own);
          yield {
            ...(emptied === undefined ? span : titleSpan(emptied)),
            message: gapMessage(own),
            related: [
              ...(related === undefined ? [] : [related]),
              ...(emptied === undefined ? [] : [{ ...span, message: 'The numbers go on here.' }]),
              ...(missed.length > mostUnnumbered ? missed.slice(-1) : missed).map(({ from, to }) => ({
                from,
                to,
                message: 'This paragraph has no number.',
              })),
              ...citingPlaces(report, own),
            ],
            fixes,
          };
          continue;
        }
        const edit = { from: unnumbered.from, to: unnumbered.from, text: `${missing.first}. ` };
        yield {
          ...span,
          message: `${sentenceCase(nounOf([before, after]))} ${missing.first} is missing: the paragraph above has no number. Number it, or renumber what follows.`,
          related: [
            { from: unnumbered.from, to: unnumbered.to, message: 'This paragraph has no number.' },
            ...citingPlaces(report, own),
          ],
          fixes: [{ title: `Number the paragraph above ${missing.first}`, edits: [edit], certain: false }, ...fixes],
        };
      }
    }
  },
};

/** Whether a section that would stand in the gap is missing, heading and all. */
function lacksSection(report: Report, { before, after }: SeriesBreak): boolean {
  const from = before?.to ?? 0;
  const to = after?.from ?? 0;
  return missingSections(report).some(
    ({ at, kinds }) =>
      at >= from && at <= to && kinds.some(kind => titleAsText(report, kind) === undefined && mayHaveNumbers(kind)),
  );
}

function mayHaveNumbers({ paragraphs }: SectionKind): boolean {
  return paragraphs !== 'unnumbered';
}

/** Whether a mark of two versions, a number with a sign in it that is not printed, or in a report that is done one of what is to be filled in, stands for the number: it is told. */
function isToldBetween(
  { document: { blocks, starts, source }, metadata }: Report,
  { before, after }: SeriesBreak,
): boolean {
  for (let i = (before?.block ?? -1) + 1; i < (after?.block ?? 0); i++) {
    const block = blocks[i];
    if (block?.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.start;
    const written = source.slice(from, from + 8);
    if (
      /^(?:>{7}|<{7}|\|{7})|^\d{1,3}\.?[\u00ad\u200b\ufeff]/.test(written) ||
      (metadata.status === 'final' && /^(?:X{2,4}|\?{2,4})[.)]/.test(written))
    )
      return true;
  }
  return false;
}

/** The heading in the gap that begins with the number, or under which there is nothing. */
function emptiedSection({ sections }: Report, { before, after, missing }: SeriesBreak): Section | undefined {
  const within = sections.filter(
    ({ heading }) => heading.from > (before?.from ?? -1) && heading.from < (after?.from ?? 0),
  );
  return (
    within.find(({ title }) => title.startsWith(`${missing?.first}.`)) ??
    within.find(({ block, blockEnd, kind }) => blockEnd === block + 1 && kind?.mayBeEmpty !== true)
  );
}

/** The comment in the gap that begins with the number. */
function inComment(
  { document: { blocks, starts, source } }: Report,
  { before, after, missing }: SeriesBreak,
): (Span & { readonly closed: boolean }) | undefined {
  for (let i = (before?.block ?? -1) + 1; i < (after?.block ?? 0); i++) {
    const block = blocks[i];
    if (block?.kind !== 'comment') continue;
    const from = (starts[i] ?? 0) + block.start;
    const [lead = '', number = ''] = /^<!--\s{0,4}(\d+(?:\.\d+)?)(?=\.\s)/.exec(source.slice(from, from + 16)) ?? [];
    const isWhole = missing?.count === 1 || source.indexOf(`${missing?.last}. `, from) < from + block.end - block.start;
    if (number === missing?.first && isWhole)
      return { from: from + lead.length - number.length, to: from + lead.length, closed: block.closed };
  }
  return undefined;
}

/** The number in the line of a heading in the gap, before what begins a sentence. */
function inHeading(
  { document: { source }, sections }: Report,
  { before, after, missing }: SeriesBreak,
): Span | undefined {
  for (const { titleSpan } of sections) {
    if (titleSpan.from < (before?.to ?? 0) || titleSpan.to > (after?.from ?? 0)) continue;
    const written = source.slice(titleSpan.from, titleSpan.to);
    const at = written.search(
      new RegExp(String.raw`(?<=\s)${missing?.first.replaceAll('.', String.raw`\.`)}\.\s[‘“'"(]?\p{Lu}`, 'u'),
    );
    if (at > 0) return { from: titleSpan.from + at, to: titleSpan.from + at + (missing?.first.length ?? 0) + 1 };
  }
  return undefined;
}

/** A number in running text, and the blanks before it. */
interface NumberWithin extends Span {
  readonly gap: Span;
}

/** The missing number in the text of what stands before it, the paragraph or a note under it, where a sentence has ended. */
function numberWithin(
  { document: { blocks, starts, source } }: Report,
  { before, after, missing }: Pick<SeriesBreak, 'before' | 'after'> & { missing: { first: string } | undefined },
): NumberWithin | undefined {
  if (before === undefined || missing === undefined) return undefined;
  let within: RegExp | undefined;
  for (let i = before.block; i < (after?.block ?? before.block + 1); i++) {
    const block = blocks[i];
    if (block === undefined || !('content' in block)) continue;
    const start = (starts[i] ?? 0) + block.content.from;
    const text = source.slice(start, (starts[i] ?? 0) + block.end);
    if (!text.includes(`${missing.first}.`)) continue;
    within ??= new RegExp(
      String.raw`(^|(?<=[\p{L}.!?)’”\]])(?<!\b(?:[Pp]aragraphs?|[Rr]ecommendations?|and|to|of|in))\s{1,8}|(?<=\p{L}[.!?])(?=\d))(${missing.first.replaceAll('.', String.raw`\.`)}\.)\s(?=[‘“'"(]?\p{Lu})`,
      'u',
    );
    const match = within.exec(text);
    if (match === null) continue;
    const [, lead = '', number = ''] = match;
    const from = start + match.index + lead.length;
    const gap = { from: from - lead.length, to: from };
    return { from, to: from + number.length, gap };
  }
  return undefined;
}

/** In the text of a series' last paragraph, the number that would come next. */
function numberAfterLast(
  report: Report,
  { kind, members }: Series,
): (NumberWithin & { readonly number: string }) | undefined {
  const before = members.at(-1);
  const value = seriesValue(kind.form, before?.number ?? '');
  if (before === undefined || value === undefined) return undefined;
  const number = seriesNumber(kind.form, value + 1);
  const within = numberWithin(report, { before, after: undefined, missing: { first: number } });
  return within === undefined || !/[.!?)’”\]]/.test(report.document.source.charAt(within.gap.from - 1))
    ? undefined
    : { ...within, number };
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
    fixes: [{ title: `Start paragraph ${number} here`, edits: [{ ...gap, text: end + end }], certain: false }],
  };
}

const mostUnnumbered = 4;
const mostCited = 10;

/** The references to a number that is missing: they lead nowhere either. */
function citingPlaces({ references, framework }: Report, { missing }: SeriesBreak): Related[] {
  const form = framework.numbering.length === 1 ? framework.numbering[0]?.form : '1';
  const first = seriesValue(form ?? '1', missing?.first ?? '');
  const last = seriesValue(form ?? '1', missing?.last ?? '');
  if (first === undefined || last === undefined) return [];
  const places: Related[] = [];
  for (const { kind, numbers } of references) {
    if (kind === 'footnote' || kind === 'link') continue;
    for (const { first: named, last: end, firstSpan, lastSpan } of numbers) {
      const value = seriesValue(form ?? '1', named);
      const endValue = seriesValue(form ?? '1', end);
      const cites = [value, endValue].some(own => own !== undefined && own >= first && own <= last);
      if (cites && places.length < mostCited)
        places.push({ from: firstSpan.from, to: lastSpan.to, message: 'This refers to what is missing.' });
    }
  }
  return places;
}

function gapMessage({ before, after, missing }: SeriesBreak): string {
  const { first = '', last = '', count = 1 } = missing ?? {};
  const noun = sentenceCase(nounOf([before, after]));
  const numbers = count === 1 ? `${noun} ${first} is` : `${noun}s ${first} ${count === 2 ? 'and' : 'to'} ${last} are`;
  return `${numbers} missing: the numbers go from ${before?.number} to ${after?.number}. Put back what was removed, or renumber.`;
}
