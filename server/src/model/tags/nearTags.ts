import { numberListAt, numbersOf } from '../../syntax/numberList.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { angledTag } from './angledTag.ts';
import { wordedTags } from './wordedTags.ts';

/** What is nearly a tag, in its paragraph; what is to be said of it is its spelling, and not that a tag is missing. */
export interface MeantTag {
  readonly paragraph: Paragraph;
  /** The numbers it seems to name; none where it is bare, or writes them otherwise than in figures. */
  readonly numbers: readonly string[];
}

/** The tags that are misspelt. */
export function meantTags(report: Report): MeantTag[] {
  const { blocks, starts, source } = report.document;
  const found: MeantTag[] = [...wordedTags(report)];
  for (const paragraph of report.paragraphs) {
    for (let i = paragraph.block; i < paragraph.blockEnd; i++) {
      const { nearTags = [], foreign = [] } = blocks[i]?.inlines ?? {};
      for (const near of nearTags) found.push({ paragraph, numbers: numbersIn(near.numbers) });
      const start = starts[i] ?? 0;
      for (const { from, to } of foreign) {
        const [, words] = angledTag.exec(source.slice(start + from, start + to)) ?? [];
        if (words !== undefined) found.push({ paragraph, numbers: numbersIn(words.replace(/^\D+/, '')) });
      }
    }
  }
  return found;
}

function numbersIn(numbers: string): string[] {
  if (/\d\.\s+\d/.test(numbers)) return numbers.match(/\d{1,3}/g) ?? [];
  return numbersOf(numberListAt(numbers, 0, { inParenthesis: true })?.items ?? []);
}
