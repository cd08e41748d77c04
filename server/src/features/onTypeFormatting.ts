import type { TextEdit } from 'vscode-languageserver-types';
import { nextNumber } from '../model/nextNumber.ts';
import type { Report } from '../model/report.ts';
import { blockIndexAt } from '../syntax/document.ts';

/** A bullet, a quotation’s mark or a number that has no words after it. */
const emptyMark = /^[ \t\u00a0]*(?:[-*>]|[SR]?\d{1,4}(?:\.\d{1,3})?[.)])[ \t\u00a0]*$/;

/**
 * What Enter does besides ending a line. In the second new line after a numbered paragraph the next number is written; a
 * mark that has no words yet is taken out, so that Enter once more ends a list. No number that is there is changed.
 *
 * @param offset where the cursor stands: in the new line, after what the editor has put there
 */
export function onTypeFormatting(report: Report, offset: number): TextEdit[] {
  const { text } = report;
  const { line } = text.positionAt(offset);
  if (line === 0 || text.line(line).trim() !== '') return [];
  const from = text.offsetAt({ line, character: 0 });
  const lineEnd = text.lineEnd(line);
  const above = text.line(line - 1);
  if (emptyMark.test(above)) {
    const start = text.offsetAt({ line: line - 1, character: 0 });
    const kind = report.document.blocks[blockIndexAt(report.document, start) ?? -1]?.kind;
    if (kind === 'frontMatter' || kind === 'comment') return [];
    return [{ range: text.range({ from: start, to: lineEnd }), newText: '' }];
  }
  if (above.trim() !== '' || text.line(line - 2).trim() === '') return [];
  const number = numberAfter(report, text.lineEnd(line - 2), from);
  return number === undefined ? [] : [{ range: text.range({ from, to: lineEnd }), newText: `${number}. ` }];
}

/** The number after the paragraph that ends at an offset, unless it announces a list. */
function numberAfter(report: Report, end: number, offset: number): string | undefined {
  const { document, paragraphs } = report;
  const block = blockIndexAt(document, Math.max(0, end - 1));
  if (block === undefined || /[:：]\s*$/.test(document.source.slice(Math.max(0, end - 9), end))) return undefined;
  const paragraph = paragraphs.find(own => own.block <= block && block < own.blockEnd);
  if (paragraph?.series === undefined || paragraph.number === undefined) return undefined;
  return nextNumber(report, paragraph.series, offset);
}
