import { firstWhere } from '../text/text.ts';
import type { Paragraph } from './paragraph.ts';
import type { Report } from './report.ts';

/** The paragraph to which a block belongs. */
export function paragraphOfBlock({ paragraphs }: Pick<Report, 'paragraphs'>, block: number): Paragraph | undefined {
  const paragraph = paragraphs[firstWhere(paragraphs.length, i => (paragraphs[i]?.block ?? 0) > block) - 1];
  return block < (paragraph?.blockEnd ?? 0) ? paragraph : undefined;
}
