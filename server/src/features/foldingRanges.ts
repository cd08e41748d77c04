import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import { blockSpan } from '../syntax/document.ts';

/** What can be folded: the report's details, sections, paragraphs of several lines, lists, tables and comments. */
export function foldingRanges({ document, text, sections, paragraphs }: Report): FoldingRange[] {
  const { blocks } = document;
  const ranges: FoldingRange[] = [];
  const lastLines = new Map<number, number>();
  const add = (from: number, to: number, kind?: FoldingRangeKind): void => {
    const startLine = text.positionAt(from).line;
    const endLine = text.positionAt(to).line;
    // Of a section that is one paragraph, and the like, once.
    if (endLine <= startLine || lastLines.get(startLine) === endLine) return;
    lastLines.set(startLine, endLine);
    ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  for (const { heading, block, blockEnd } of sections)
    add(heading.from, blockSpan(document, Math.max(block, blockEnd - 1)).to);
  for (const { from, to } of paragraphs) add(from, to);
  let list: number | undefined;
  blocks.forEach((block, i) => {
    const { from, to } = blockSpan(document, i);
    if (block.kind === 'frontMatter') add(from, to, FoldingRangeKind.Region);
    if (block.kind === 'comment') add(from, to, FoldingRangeKind.Comment);
    if (block.kind === 'table') add(from, to);
    if (block.kind !== 'bullet') {
      list = undefined;
      return;
    }
    list ??= from;
    if (blocks[i + 1]?.kind !== 'bullet') add(list, to);
  });
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
