import { DerivedFacts } from '../../model/derivedFacts.ts';
import { renumbering, unclearNumbers } from '../../model/numbering/renumbering.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { NumberedKind } from '../../syntax/referenceInWords.ts';
import { runsOf } from '../../text/lists.ts';
import { counted, listInWords } from '../../text/phrases.ts';
import { fixWith } from '../fixWith.ts';
import type { Fix } from '../rule.ts';

/** Renumbering as a mend of a report's numbers, and what it does in words. */
export interface Renumbering {
  readonly fix: Fix;
  /** *Renumbering changes 53 paragraphs and 4 references.* */
  readonly sentence: string;
}

const made = new DerivedFacts<Renumbering>();

/** The renumbering of a whole report, made on first use: the same for every break in it. */
export function renumberFix(report: Report): Renumbering {
  return made.of(report, renumberingOf);
}

function renumberingOf(report: Report): Renumbering {
  const edits = renumbering(report);
  const own = new Set(report.paragraphs.map(({ numberSpan }) => numberSpan?.from));
  const paragraphs = edits.filter(({ from }) => own.has(from)).length;
  const changed = [counted(paragraphs, 'paragraph'), ...several(edits.length - paragraphs, 'reference')].join(' and ');
  const unclear = unclearNumbers(report).length;
  const stays = unclear === 0 ? '' : `; ${counted(unclear, 'reference')} must be looked at`;
  return {
    fix: { title: `Renumber ${changed}${stays}`, edits, certain: false },
    sentence: `Renumbering changes ${changed}.`,
  };
}

/** The mends of a break: the one number that fits there, if there is only one; renumbering; that the number is none. */
export function breakFixes(report: Report, own: SeriesBreak): Fix[] {
  const { members, right, after } = own;
  const { fix } = renumberFix(report);
  const [member] = members;
  const span = member?.numberSpan;
  if (right === undefined || span === undefined) return [fix, ...textFixes(report, own)];
  const single = { title: `Change to ${right}`, edits: [{ ...span, text: right }], certain: after !== undefined };
  return [single, ...(fix.edits.length > 1 ? [fix] : []), ...textFixes(report, own)];
}

/** In *…results are poor at age / 16. Only 7.5% of…* the number may be a figure that happens to begin a line. */
function textFixes({ document }: Report, { sort, members: [member, another] }: SeriesBreak): Fix[] {
  if ((sort !== 'displaced' && sort !== 'repeated') || member?.numberSpan === undefined || another !== undefined)
    return [];
  const above = document.blocks[member.block - 1];
  const { to } = member.numberSpan;
  if (above?.kind !== 'numbered' || document.source.charAt(to) !== '.') return [];
  // Only in the line right below may it go on with the text.
  const end = (document.starts[member.block - 1] ?? 0) + above.end;
  if (!/^[ \t]*(?:\r\n|[\r\n])[ \t]*$/.test(document.source.slice(end, member.from))) return [];
  return [fixWith('It is text', { from: to, to }, '\\')];
}

/** What members of a series are called. */
export function nounOf(paragraphs: readonly (Paragraph | undefined)[]): NumberedKind {
  return paragraphs.every(paragraph => paragraph?.kind === 'recommendation') ? 'recommendation' : 'paragraph';
}

/** *paragraph 12*, *recommendation 3*, *paragraphs 6 to 8*: members of a series as a message names them. */
export function named(paragraphs: readonly Paragraph[]): string {
  const numbers = paragraphs.map(({ number }) => number ?? '');
  return `${nounOf(paragraphs)}${numbers.length === 1 ? '' : 's'} ${numbersInWords(numbers)}`;
}

/** Numbers in words: *12*, *6 and 7*, *6 to 8, 11 and 14*. */
export function numbersInWords(numbers: readonly string[]): string {
  const runs = runsOf(numbers, (number, before) => Number(before) + 1 === Number(number));
  const parts = runs.flatMap(run => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run));
  if (parts.length > 6) return `${parts.slice(0, 4).join(', ')} and ${parts.length - 4} more`;
  return listInWords(parts);
}

function several(count: number, noun: string): string[] {
  return count === 0 ? [] : [counted(count, noun)];
}
