import { blockIndexAt } from '../syntax/document.ts';
import type { Footnote, Report } from './report.ts';

/** A note that is marked and has no text, and one that has a text and no mark: probably one note under two names. */
export interface MistypedFootnote {
  readonly marked: Footnote;
  readonly written: Footnote;
}

/**
 * The two names of one note, where only one mark is without a text and only one text without a mark, and the text stands
 * below the marked paragraph in its section, or one name is the other and a sign more.
 */
export function mistypedFootnote(report: Report): MistypedFootnote | undefined {
  const [marked, ...otherMarks] = report.footnotes.filter(({ texts }) => texts.length === 0);
  const [written, ...otherTexts] = report.footnotes.filter(({ marks }) => marks.length === 0);
  if (marked === undefined || written === undefined || otherMarks.length > 0 || otherTexts.length > 0) return undefined;
  const isOne = isWithin(marked.name, written.name) || marked.marks.some(({ from }) => isBelow(report, from, written));
  return isOne ? { marked, written } : undefined;
}

/** Whether one of two names is the other and a sign or two more: *1* and *^1*, *17*. */
function isWithin(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  return long.length - short.length <= 2 && (long.startsWith(short) || long.endsWith(short));
}

/** Whether a note’s text stands below a mark, with no heading between the two. */
function isBelow({ document }: Report, mark: number, { texts }: Footnote): boolean {
  let block = (blockIndexAt(document, mark) ?? 0) + 1;
  for (; block < document.blocks.length; block++) {
    if (texts.some(text => text.block === block)) return true;
    if (document.blocks[block]?.kind === 'heading') return false;
  }
  return false;
}
