import { blockIndexAt } from '../../syntax/document.ts';
import type { Paragraph } from '../paragraph.ts';
import { paragraphWords, type Report } from '../report.ts';

/** Where something is being written: the report, the offset and what stands before it in its line. */
export interface WritingPlace {
  readonly report: Report;
  readonly offset: number;
  readonly before: string;
  readonly block: number;
}

/** So many characters before the cursor are looked at: a paragraph may be one line, however long. */
const farthest = 1000;

/** The place of an offset in a report. */
export function writingPlace(report: Report, offset: number): WritingPlace {
  const { document } = report;
  const [before = ''] = /[^\r\n]*$/.exec(document.source.slice(Math.max(0, offset - farthest), offset)) ?? [];
  return { report, offset, before, block: blockIndexAt(document, Math.max(0, offset - 1)) ?? 0 };
}

/** What sort of thing may be written; a place is one to which something leads. */
export type OfferKind = 'detail' | 'value' | 'keyword' | 'entry' | 'title' | 'place' | 'number' | 'file';

/** Something that may be written: what is shown, what it takes the place of, and what helps to choose. */
export interface Offer {
  readonly label: string;
  /** How many characters before the cursor it takes the place of. */
  readonly typed: number;
  /** What is written, if it is not what is shown; and of how many characters behind the cursor it takes the place. */
  readonly text?: string;
  readonly rest?: number;
  readonly kind: OfferKind;
  /** Words that tell it from others. */
  readonly words?: string;
}

/** A paragraph's number with the paragraph's words; nothing for one without a number. */
export function numberedOffer(
  report: Report,
  paragraph: Paragraph,
  offer: (number: string) => Pick<Offer, 'label' | 'text' | 'typed' | 'rest'>,
): Offer[] {
  if (paragraph.number === undefined) return [];
  return [
    {
      ...offer(paragraph.number),
      kind: 'place',
      words: paragraphWords(report, paragraph, { withoutTags: true }),
    },
  ];
}
