import type { NearTag } from '../syntax/nearTag.ts';
import { numberListAt, numbersOf } from '../syntax/numberList.ts';
import type { Paragraph } from './paragraph.ts';
import type { Report } from './report.ts';

/** What is nearly a tag, in its paragraph; what is to be said of it is its spelling, and not that a tag is missing. */
export interface MeantTag {
  readonly paragraph: Paragraph;
  /** The numbers it seems to name; none where it is bare, or writes them otherwise than in figures. */
  readonly numbers: readonly string[];
}

/** The tags that are misspelt, in the order of the text. */
export function meantTags({ document: { blocks }, paragraphs }: Report): MeantTag[] {
  const found: MeantTag[] = [];
  for (const paragraph of paragraphs) {
    for (let i = paragraph.block; i < paragraph.blockEnd; i++)
      for (const near of blocks[i]?.inlines.nearTags ?? []) found.push({ paragraph, numbers: numbersIn(near) });
  }
  return found;
}

function numbersIn({ numbers }: NearTag): string[] {
  return numbersOf(numberListAt(numbers, 0, true, false)?.items ?? []);
}
