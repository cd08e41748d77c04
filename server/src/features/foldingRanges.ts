import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';

/** What can be folded: the report's details, sections, paragraphs of several lines, lists and comments. */
export function foldingRanges({ document, text, sections, paragraphs }: Report): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (from: number, to: number, kind?: FoldingRangeKind): void => {
    const startLine = text.positionAt(from).line;
    const endLine = text.positionAt(to).line;
    if (endLine > startLine) ranges.push(kind === undefined ? { startLine, endLine } : { startLine, endLine, kind });
  };
  document.blocks.forEach((block, i) => {
    const start = document.starts[i] ?? 0;
    if (block.kind === 'frontMatter') add(start + block.start, start + block.end, FoldingRangeKind.Region);
    if (block.kind === 'comment') add(start + block.start, start + block.end, FoldingRangeKind.Comment);
    if (block.kind === 'table') add(start + block.start, start + block.end);
  });
  for (const { heading, block, blockEnd } of sections) add(heading.from, endOfBlocks(document, block, blockEnd));
  for (const { from, to } of paragraphs) add(from, to);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The end of the last block before `blockEnd`, its blank lines left out. */
function endOfBlocks({ blocks, starts }: Report['document'], block: number, blockEnd: number): number {
  const last = Math.max(block, blockEnd - 1);
  return (starts[last] ?? 0) + (blocks[last]?.end ?? 0);
}
