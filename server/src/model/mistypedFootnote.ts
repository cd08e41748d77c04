import type { Footnote, Report } from './report.ts';

/** A note that is marked and has no text, and one that has a text and no mark: probably one note under two names. */
export interface MistypedFootnote {
  readonly marked: Footnote;
  readonly written: Footnote;
}

/** The two names of one note, where only one mark is without a text and only one text without a mark. */
export function mistypedFootnote({ footnotes }: Report): MistypedFootnote | undefined {
  const [marked, ...otherMarks] = footnotes.filter(({ texts }) => texts.length === 0);
  const [written, ...otherTexts] = footnotes.filter(({ marks }) => marks.length === 0);
  if (marked === undefined || written === undefined || otherMarks.length > 0 || otherTexts.length > 0) return undefined;
  return { marked, written };
}
