import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import type { Block } from '../../../syntax/block.ts';
import { matchAt, standsAt } from '../../../text/matchAt.ts';
import { isAmong, isLineEnd, isWithin } from '../../../text/text.ts';
import { Unit } from '../../../text/unit.ts';
import { certainFixWith, fixWith } from '../../fixWith.ts';
import { moreLikeIt } from '../../messages/moreLikeIt.ts';
import type { Finding } from '../../rule.ts';
import { isInMissedNumber } from './missedPlaces.ts';

/** Marks of running text that stand twice, apart or around nothing. */
export function* oddMarks(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const apart: number[] = [];
  for (const { block, start, places } of blocksWith(report.document, marks)) {
    if (!isPrintedText(block)) continue;
    const { comments, links, pictures, footnoteMarks, escapes } = block.inlines;
    let reached = 0;
    for (const from of places) {
      const [written = ''] = matchAt(mark, source, from) ?? [];
      if (from < reached || written === '' || (written === '{' && block.kind === 'heading')) continue;
      reached = from + written.length;
      const at = from - start;
      if (block.kind === 'plain' && block.end - block.start <= written.length) continue;
      if ([comments, links, pictures, footnoteMarks].some(spans => isWithin(spans, at))) continue;
      if (isAmong(escapes, at - 1) || isAmong(escapes, at)) continue;
      if (written === '--') {
        if (/\p{Ll}/u.test(source.charAt(from - 1)))
          yield {
            from,
            to: reached,
            message: 'Two hyphens stand within a word. Write one, or a dash with a space on both sides.',
          };
      } else if (/^[ \u00a0][,;.]/.test(written)) {
        const last = /[ \t]/.test(source.charAt(from - 1)) ? from - 2 : from - 1;
        if (
          (/[\p{L}\d)’”,]/u.test(source.charAt(last)) || isSecondStop(source, from)) &&
          source.charAt(from + 2) !== '.' &&
          !isInMissedNumber(report, from)
        )
          apart.push(from);
      } else {
        const finding = oddMark(source, from, written);
        if (finding !== undefined && !isInMissedNumber(report, finding.from)) yield finding;
      }
    }
  }
  if (apart.length > 0) yield blanksBefore(apart);
}

/** Whether a text has such a mark, odd or not. */
export function hasMark(text: string): boolean {
  return marks.placesIn(text).length > 0;
}

/** Whether a block is text that is printed line by line. */
export function isPrintedText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet' || kind === 'footnote' || kind === 'heading';
}

/** Marks that are looked for in running text: pairs, and single ones. */
const mark =
  /\.[.,]|,,|;;|::|,\.|;[.,]|,;|\([ \u00a0]?\)|\[\]|“”|‘’|[ \u00a0][,;.](?![^\s\]’”)])|--(?=[a-z])|\.(?=[A-Z][a-z]{1,20}[ ,])|‘(?=[ \t])|\{(?=[#.][A-Za-z][\w-]{0,40}(?: [#.][\w-]{1,40}){0,3}\})|__?(?=[A-Za-z][^_\r\n]{0,60}[A-Za-z]__?(?:[\s.,;:)]|$))/y;

/** Where they stand; a text has few of them, and a look at what is beside them tells most others. */
const marks = new MarkSearch('.,;:([“‘{_-', (text, at) => {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === Unit.hyphen) return next === unit && isMark(text, at) ? at : -1;
  if (unit === Unit.fullStop || unit === Unit.comma || unit === Unit.semicolon || unit === Unit.colon) {
    const last = text.charCodeAt(at - 1);
    if ((last === Unit.space || last === Unit.noBreakSpace) && isMark(text, at - 1)) return at - 1;
    // (Most have a blank or a line’s end after them.)
    if (next === Unit.space || isLineEnd(next)) return -1;
  }
  return isMark(text, at) ? at : -1;
});

function isMark(text: string, at: number): boolean {
  return standsAt(mark, text, at);
}

/** What must stand before some of them. */
const before: Readonly<Record<string, RegExp>> = {
  '.': /[a-z]{3}$/,
  // Shorter ones may be abbreviations.
  '.,': /[a-z]{6}$/,
  '‘': /[ \t]$/,
  _: /[ \t(]$/,
  __: /[ \t(]$/,
};

function oddMark(source: string, from: number, written: string): Finding | undefined {
  const to = from + written.length;
  const place = { from, to };
  const [previous, after] = [source.charAt(from - 1), source.charAt(to)];
  const first = written.charAt(0);
  if (before[written]?.test(source.slice(Math.max(0, from - 6), from)) === false) return undefined;
  if (first === '(' || first === '[') {
    // What calls something, or has a text or a target beside it, is told as that or is no slip.
    if (/[\p{L}\d\](]/u.test(previous) || /[[(:{]/.test(after)) return undefined;
    return { ...place, message: 'Nothing stands in these brackets. Write what belongs there, or take them out.' };
  }
  if (first === '{')
    return { ...place, message: 'Only a heading can have a name or a role. Take the braces out, or put them there.' };
  if (first === '_')
    return {
      ...place,
      message: 'This mark is printed as it stands. For emphasis write “*”, before the words and after them.',
    };
  if (written === '.')
    return {
      ...place,
      message: 'There is no space after this full stop. Put one there.',
      fixes: [fixWith('Put a space there', { from: to, to }, ' ')],
    };
  if (written === '‘')
    return { ...place, message: 'This quotation mark stands alone. Put it beside its word, or take it out.' };
  if (first === '“' || first === '‘')
    return {
      ...place,
      message: 'Nothing stands in these quotation marks. Write what belongs there, or take them out.',
    };
  // Dots that lead to a number or stand for what is left out, a path, or code.
  if (!/[\p{L}\d)’”\]*\s]/u.test(previous) || (after !== '' && !/[\s)’”\]*]/.test(after))) return undefined;
  const text = written.charAt(1);
  return {
    ...place,
    message: /^(?:,\.|\.,|;[.,]|,;)$/.test(written)
      ? `Two marks stand here. Write “${text}”.`
      : 'This mark stands here twice. Take one out.',
    fixes: [certainFixWith(`Write “${text}”`, place, text)],
  };
}

/** Whether a full stop with a blank before it follows another; three that mark what is left out are no slip. */
function isSecondStop(source: string, index: number): boolean {
  return (
    source.charAt(index - 1) === '.' &&
    /^[a-z]{3}\.[ \u00a0]\.(?![ \u00a0]?\.)/.test(source.slice(index - 4, index + 4))
  );
}

/** One finding: where there are many they come from one cause, such as the program that took the text out of a PDF. */
function blanksBefore(places: readonly number[]): Finding {
  const [from = 0, ...others] = places;
  const also = moreLikeIt(others);
  return {
    from,
    to: from + 2,
    severity: others.length > fewBlanks ? 'information' : undefined,
    message: `There is a space before this mark${also}. Take it out.`,
    related: others.map(other => ({ from: other, to: other + 2, message: 'So it does here.' })),
    fixes: [
      {
        title: others.length === 0 ? 'Take it out' : 'Take out all',
        edits: places.map(at => ({ from: at, to: at + 1, text: '' })),
        certain: true,
      },
    ],
  };
}

const fewBlanks = 2;
