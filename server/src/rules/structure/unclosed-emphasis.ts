import { missedNumbers } from '../../model/numbering/missedNumbers.ts';
import type { Report } from '../../model/report.ts';
import { blockText } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { beginsWithGluedStar } from './bullets/gluedStar.ts';

/**
 * Stars that begin an emphasis are not met by stars that end it, or the other way round, so nothing is emphasised and the
 * stars are printed.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are **good. Leaders know them well.
 *              ^^ “**” is not closed, so it is printed.
 *
 * Plans are *clear and visits* regular, which children** know.
 *                                                     ^^ “**” is not opened, so it is printed.
 *
 * Staff say that *they are heard, and that they stay.
 *                ^ “*” is not closed, so it is printed.
 *
 * Reviews ** are timely**, as plans are.
 *         ^^ “**” and what ends the emphasis do not fit, so both are printed.
 * ```
 *
 * Write the stars that are missing, or take these out. Both begin and end right beside a word:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Services are **good**. Leaders know them *well*.
 * ```
 *
 * A star may be a note’s mark that stands again before the note, a sign between numbers, or text with a backslash before it:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * There are 40 children\* in 12 * 2 places, and 10 gained grades A* to C. Care leavers* are not counted.
 *
 * *At 31 March.
 * ```
 */
export const unclosedEmphasis: Rule = {
  id: 'unclosed-emphasis',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'An emphasis is not closed, or not opened',
  fixable: false,
  readsWords: whereStands(hasStars),
  *check({ report }) {
    if (!report.document.source.includes('*')) return;
    const all = report.document.blocks.flatMap((_, i) => looseStars(report, i));
    const stars = all.filter(({ noted }) => noted !== 'sign');
    const isNoted =
      stars.some(({ noted }) => noted === 'note') && all.some(({ noted }) => noted === 'mark' || noted === 'sign');
    for (const [i, own] of stars.entries()) {
      const [last, next] = [stars[i - 1], stars[i + 1]];
      if (isNoted && own.noted !== undefined) continue;
      // What was meant for a bullet’s mark, or stands around a paragraph's number, is told as that.
      if (own.opens && beginsWithGluedStar(report.document, own.block)) continue;
      if (missedNumbers(report).some(({ from, to }) => from <= own.from && own.to <= to)) continue;
      if (!own.opens && last?.opens === true && last.block === own.block) continue;
      const isMet = next?.opens === false && next.block === own.block && own.opens;
      yield {
        from: own.from,
        to: own.to,
        message: messageOf(own, isMet),
        related: isMet ? [{ from: next.from, to: next.to, message: 'It ends here.' }] : [],
      };
    }
  },
};

/** Stars that belong to no emphasis and look as if they should. */
interface LooseStars extends Span {
  readonly block: number;
  /** Whether they begin an emphasis, rather than end one. */
  readonly opens: boolean;
  /**
   * Whether they are one star that a note may have: at its mark, or before the note itself; a *sign* behind a figure is its
   * mark if there is a note, and else no fault.
   */
  readonly noted: 'mark' | 'sign' | 'note' | undefined;
}

function messageOf({ from, to, opens }: LooseStars, isMet: boolean): string {
  const mark = '*'.repeat(to - from);
  if (isMet)
    return `“${mark}” and what ends the emphasis do not fit, so both are printed. Write the same right beside its words.`;
  return opens
    ? `“${mark}” is not closed, so it is printed. Write “${mark}” where the emphasis ends, or take it out.`
    : `“${mark}” is not opened, so it is printed. Write “${mark}” where the emphasis begins, or take it out.`;
}

const runs = /\*+/g;
const mostStars = 3;

function hasStars({ document }: Report, index: number): boolean {
  return blockText(document, index).includes('*');
}

function looseStars({ document: { blocks, starts, source } }: Report, index: number): LooseStars[] {
  const block = blocks[index];
  if (block === undefined || block.kind === 'frontMatter' || block.kind === 'comment') return [];
  const { emphases, escapes, comments, links, pictures, foreign } = block.inlines;
  const start = starts[index] ?? 0;
  const first = 'content' in block ? block.content.from : block.start;
  const text = source.slice(start, start + block.end);
  if (!text.includes('*', first)) return [];
  const taken = new Set(
    emphases.flatMap(({ from, to, width }) => [...offsets(from, width), ...offsets(to - width, width)]),
  );
  for (const at of escapes) taken.add(at + 1);
  const places: Span[] = [...comments, ...links.map(({ targetSpan }) => targetSpan), ...pictures, ...foreign];
  places.sort((one, other) => one.from - other.from);
  let place = 0;
  // (Asked of offsets that rise.)
  const isLoose = (at: number): boolean => {
    while ((places[place]?.to ?? Infinity) <= at) place++;
    return !taken.has(at) && (places[place]?.from ?? Infinity) > at;
  };
  const hasWords = /\p{L}/u.test(text.slice(first));
  const found: LooseStars[] = [];
  const apart: Span[] = [];
  runs.lastIndex = first;
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    if (run[0].length > mostStars) continue;
    const loose = offsets(run.index, run[0].length).filter(isLoose);
    const from = loose[0];
    if (from === undefined) continue;
    const own = starsAt(
      text,
      first,
      { from, to: from + loose.length },
      { from: run.index, to: run.index + run[0].length },
      hasWords,
    );
    if (own !== undefined) found.push({ ...own, block: index, from: start + own.from, to: start + own.to });
    else if (/^[ \t]\*[ \t]$/.test(text.slice(run.index - 1, run.index + 2))) apart.push({ from, to: from + 1 });
  }
  // Two that have a blank on both sides, and a word or a few between them: *see * early help * here*.
  const [one, other, more] = apart;
  if (found.length === 0 && one !== undefined && other !== undefined && more === undefined)
    if (/^ \p{L}[\p{L} ’-]{1,60} $/u.test(text.slice(one.to, other.from)))
      found.push({ block: index, from: start + one.from, to: start + one.to, opens: true, noted: undefined });
  return found;
}

/**
 * What loose stars of a run are meant for, by what stands to its sides; nothing where they are as well a sign, or a grade
 * (*A\**).
 */
function starsAt(
  text: string,
  first: number,
  stars: Span,
  run: Span,
  hasWords: boolean,
): Omit<LooseStars, 'block'> | undefined {
  const before = text.slice(Math.max(first, run.from - 2), run.from);
  const after = text.charAt(run.to);
  const isAtStart = run.from === first;
  const afterBlank = isAtStart || /[\s([“‘"'–—|]$/.test(before);
  const beforeBlank = after === '' || /[\s.,;:!?)\]”’"'–—|]/.test(after);
  const opens = afterBlank && /[\p{L}\d(“‘"']/u.test(after);
  const closes = beforeBlank && /[\p{L}\d.,;:!?)”’"'%]$/u.test(before);
  if (stars.to - stars.from > 1) {
    // Two stars between blanks are no sign in any sum.
    const isAlone = afterBlank && beforeBlank && hasWords;
    return opens || closes || isAlone ? { ...stars, opens: !closes, noted: undefined } : undefined;
  }
  if (opens) return { ...stars, opens, noted: isAtStart ? 'note' : undefined };
  if (!closes || /\p{Lu}$/u.test(before)) return undefined;
  return { ...stars, opens: false, noted: /\d$/.test(before) ? 'sign' : 'mark' };
}

function offsets(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
