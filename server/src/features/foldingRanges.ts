import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';

/** What can be folded: the report's details, sections, paragraphs of several lines, lists, tables and comments. */
export function foldingRanges({ document, text, sections, paragraphs }: Report): FoldingRange[] {
  const { blocks, starts } = document;
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
  for (const { heading, block, blockEnd } of sections) {
    const last = Math.max(block, blockEnd - 1);
    add(heading.from, (starts[last] ?? 0) + (blocks[last]?.end ?? 0));
  }
  for (const { from, to } of paragraphs) add(from, to);
  let list: number | undefined;
  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0;
    const end = start + block.end;
    if (block.kind === 'frontMatter') add(start + block.start, end, FoldingRangeKind.Region);
    if (block.kind === 'comment') add(start + block.start, end, FoldingRangeKind.Comment);
    if (block.kind === 'table') add(start + block.start, end);
    if (block.kind !== 'bullet') {
      list = undefined;
      return;
    }
    list ??= start + block.start;
    if (blocks[i + 1]?.kind !== 'bullet') add(list, end);
  });
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
