import { firstWords } from '../model/firstWords.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { paragraphOfBlock } from '../model/paragraphOfBlock.ts';
import type { Report } from '../model/report.ts';
import { fittingRecommendations } from '../model/suggestions/fittingRecommendations.ts';
import { numberedTag } from '../model/tags/numberedTag.ts';
import { blockIndexAt } from '../syntax/document.ts';
import type { Edit } from '../text/edit.ts';

/** A recommendation that a finding may support, and the edits by which its tag says so. */
export interface Tagging {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * The recommendations with which the finding at an offset can be tagged, the best fit first, without those that it names
 * already. A tag that names none is given the number; else a tag is written behind the finding’s last words. None where
 * the framework has no tags.
 */
export function taggings(report: Report, offset: number): Tagging[] {
  const { link, tagWords } = report.framework.recommendations;
  const block = blockIndexAt(report.document, offset) ?? -1;
  const finding = paragraphOfBlock(report, block);
  if (link !== 'tag' || finding?.kind !== 'finding') return [];
  const links = finding.tags.filter(({ isNumber }) => !isNumber);
  const named = new Set(links.flatMap(({ numbers }) => numbers));
  const bare = links.find(({ numbers }) => numbers.length === 0);
  const end = lastWords(report, finding);
  return fittingRecommendations(report, finding).flatMap(recommendation => {
    const { number } = recommendation;
    if (number === undefined || named.has(number)) return [];
    const written = { from: end, to: end, text: ` (${tagWords[0] ?? 'Recommendation'} ${number})` };
    return {
      title: `Recommendation ${number}: ${firstWords(report, recommendation)}`,
      edits: [bare === undefined ? written : numberedTag(report, bare, number)],
    };
  });
}

/** Where the words of a paragraph’s last block end. */
function lastWords({ document: { source, blocks, starts } }: Report, { block, blockEnd }: Paragraph): number {
  const last = Math.max(block, blockEnd - 1);
  const start = starts[last] ?? 0;
  return start + source.slice(start, start + (blocks[last]?.end ?? 0)).trimEnd().length;
}
