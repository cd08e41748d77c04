import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { proseOf } from '../../../model/words/prose.ts';
import { hasWordOf } from '../../../model/words/proseWords.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import { statedOpening } from './statedOpening.ts';

/** So many paragraphs that mostly say how things are, and ask for nothing, are no recommendations. */
const fewestFindings = 4;

/** Whether most of some paragraphs under a heading of recommendations are none. (A concern is a statement.) */
export function areFindings(report: Report, section: number | undefined, found: readonly Paragraph[]): boolean {
  if (found.length < fewestFindings || /\bconcerns?\b/i.test(report.sections[section ?? -1]?.title ?? '')) return false;
  const stated = found.filter(own => statedOpening(report, own) !== undefined && !asks(report, own)).length;
  return 2 * stated > found.length;
}

/** Whether a paragraph’s first sentence says that something should be done. */
function asks(report: Report, { block }: Paragraph): boolean {
  const prose = proseOf(report, block);
  const sentence = prose?.sentences[0];
  if (prose === undefined || sentence === undefined) return false;
  return hasWordOf(prose, sentence.first, sentence.last, asking);
}

const asking = idSet('should must ought need needs require requires');
