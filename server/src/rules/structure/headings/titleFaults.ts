import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import type { Span } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { areLettersApart, halfOf, isToldAsMissing } from '../../titles/blurredTitles.ts';

/** Whether a heading’s line may have what `oddTitle` finds, or the block below it go on with it. */
export function mayHaveFault(written: string, below: Block | undefined): boolean {
  return (
    written.includes('＃') ||
    written.length > longestHeading ||
    twice.test(written) ||
    nameTwice.test(written) ||
    halfOf(written.trim()) !== undefined ||
    openEnd.test(written) ||
    areLettersApart(written.trimStart()) ||
    mayGoOn(below)
  );
}

/** What is wrong with a title’s words; where a section is missing for it, it is told there. */
export function* oddTitle(report: Report, section: Section): Iterable<Finding> {
  const { document } = report;
  const { from, to } = titleSpan(section);
  const written = document.source.slice(from, to);
  const found = titleFault(written) ?? (isToldAsHeadline(report, section) ? undefined : brokenOff(report, section));
  if (found === undefined || isToldAsMissing(report, section)) return;
  const { cut, message } = found;
  yield {
    from: from + found.from,
    to: from + found.to,
    message,
    fixes: cut === undefined ? [] : [fixWith('Take it out', { from: from + cut.from, to: from + cut.to }, '')],
  };
}

/** Whether a report’s title is told of as one without its judgement, which stands in the line below. */
function isToldAsHeadline({ framework, headline, judgements, sections }: Report, { index }: Section): boolean {
  if (index !== 0 || sections[0]?.level !== 1 || framework.openAreas || framework.headlines.length === 0) return false;
  return (
    headline === undefined || judgements.some(({ carrier, grade }) => carrier === 'headline' && grade === undefined)
  );
}

/** What is wrong with a title’s words, and what of them can be taken out. Places count from where they start. */
interface TitleFault extends Span {
  readonly message: string;
  readonly cut?: Span;
}

function titleFault(written: string): TitleFault | undefined {
  const [marks = ''] = /^[#＃]{1,9}\s+(?=\S)/.exec(written) ?? [];
  if (marks !== '') {
    const message = 'These marks are printed with the title. Take them out.';
    return { from: 0, to: marks.trimEnd().length, message, cut: { from: 0, to: marks.length } };
  }
  if (areLettersApart(written))
    return { from: 0, to: written.length, message: 'The letters of this title stand apart. Take the spaces out.' };
  const second = written.includes('##') ? /\s(#{2,6})\s+(?=\p{L})/u.exec(written) : null;
  if (second !== null)
    return {
      from: second.index + 1,
      to: written.length,
      message: 'Another heading has got into this line. Put a blank line before it.',
    };
  const again = twice.exec(written) ?? nameTwice.exec(written);
  if (again !== null) {
    const from = again.index + (again[1] ?? '').length;
    const to = again.index + again[0].length;
    return { from: from + 1, to, message: 'This word stands here twice. Take one out.', cut: { from, to } };
  }
  const half = halfOf(written);
  if (half !== undefined) {
    const cut = { from: half.length, to: written.length };
    return { from: 0, to: written.length, message: 'This title stands in its line twice. Take one out.', cut };
  }
  const [last = ''] = openEnd.exec(written) ?? [];
  if (last !== '') {
    const message = `This title breaks off after “${last.trim()}”. Write the whole of it.`;
    return { from: written.length - last.trim().length, to: written.length, message };
  }
  if (written.length <= longestHeading) return undefined;
  const [title = ''] = withText.exec(written) ?? [];
  if (title === '' && !/[.!?] \p{Lu}/u.test(written)) return undefined;
  return {
    from: 0,
    to: written.length,
    message: 'The text below this title has got into its line. Put a blank line between them.',
  };
}

/** A word, and the same again; but for those that may well stand side by side. */
const twice = /(?<![\p{L}\d])(?!(?:had|that)\s)(\p{L}{2,30})(\s\1)(?![\p{L}\d])/iu;
/** A name of a few words, and the same again. */
const nameTwice = /(?<![\p{L}\d])(\p{Lu}\p{L}{1,30}(?: \p{L}{1,30}){1,4})(\s\1)(?![\p{L}\d])/u;
/** A word with which no title ends. */
const openEnd = /\s(?:and|or|the|an?|of|who|whose|their|from|with|into)$/;
/** A title’s end and a sentence’s beginning, in a line too long for a title. */
const withText =
  /^.{5,120}?[\p{Ll})][.:;]? (?=(?:The|In|There|This|These|Since|Children|Most|Some|Inspectors|Services)\s\p{Ll})/u;
const longestHeading = 160;

/** A title that goes on, with a small letter and right below, in a short line of its own. */
function brokenOff(
  { document: { blocks, starts, source }, metadata }: Report,
  section: Section,
): TitleFault | undefined {
  const next = blocks[section.block + 1];
  const start = (starts[section.block + 1] ?? 0) + (next?.start ?? 0);
  if (next === undefined || !mayGoOn(next)) return undefined;
  const rest = source.slice(start, start + next.end - next.start);
  const isName = (): boolean => {
    const whole = titleKey(`${section.title} ${rest}`);
    return [metadata.title, ...metadata.providers].some(name => name !== undefined && titleKey(name) === whole);
  };
  const isSmall = /^\p{Ll}[^.!?:;,\r\n]*\??$/u.test(rest);
  if (!isSmall && !isName()) return undefined;
  // Apart from it only one line is the rest of the title, and the text follows.
  if (
    /[\r\n]\s*[\r\n]/.test(source.slice(section.heading.to, start)) &&
    !(
      isSmall &&
      / /.test(rest) &&
      /^\s*[\p{Lu}\d*‘“-]/u.test(source.slice(start + rest.length, start + rest.length + 8))
    )
  )
    return undefined;
  const { from, to } = titleSpan(section);
  return {
    from: 0,
    to: to - from,
    message: `This title breaks off: “${rest}” goes on with it below. Write it in one line.`,
  };
}

/** Whether a block is short enough to be the rest of a title. */
function mayGoOn(block: Block | undefined): boolean {
  return block?.kind === 'plain' && block.end - block.start <= longestRest;
}

const longestRest = 80;
