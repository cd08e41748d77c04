import type { TextEdit } from 'vscode-languageserver-types';
import { nextNumber } from '../model/numbering/nextNumber.ts';
import type { Report } from '../model/report.ts';
import { blockIndexAt } from '../syntax/document.ts';

/** A bullet, a quotation’s mark or a number that has no words after it. */
const emptyMark = /^[ \t\u00a0]*(?:[-*>]|[SR]?(\d{1,3})(?:\.\d{1,3})?[.)])[ \t\u00a0]*$/;

/**
 * What typing does besides writing a character. After Enter the next number is written in the second new line below a
 * numbered paragraph, and a mark that has no words yet is taken out, so that Enter once more ends a list; no number that is
 * there is changed. Straight quotation marks and apostrophes become those of the house style.
 *
 * @param offset where the cursor stands, after what was typed and what the editor has put there
 * @param marks the house’s quotation marks, the opening and the closing one; nothing where it has none
 */
export function onTypeFormatting(report: Report, offset: number, typed: string, marks: unknown): TextEdit[] {
  if (typed === '\n') return afterEnter(report, offset);
  const mark = marks === '‘’' || marks === '“”' ? curlyMark(report, offset, marks) : undefined;
  return mark === undefined ? [] : [{ range: report.text.range({ from: offset - 1, to: offset }), newText: mark }];
}

function afterEnter(report: Report, offset: number): TextEdit[] {
  const { text } = report;
  const { line } = text.positionAt(offset);
  if (line === 0 || text.line(line).trim() !== '') return [];
  const from = text.offsetAt({ line, character: 0 });
  const lineEnd = text.lineEnd(line);
  const above = text.line(line - 1);
  const mark = emptyMark.exec(above);
  if (mark !== null && !isLastWord(mark[1], text.line(line - 2))) {
    const start = text.offsetAt({ line: line - 1, character: 0 });
    const kind = report.document.blocks[blockIndexAt(report.document, start) ?? -1]?.kind;
    if (kind === 'frontMatter' || kind === 'comment') return [];
    return [{ range: text.range({ from: start, to: lineEnd }), newText: '' }];
  }
  if (above.trim() !== '' || text.line(line - 2).trim() === '') return [];
  const number = numberAfter(report, text.lineEnd(line - 2), from);
  return number === undefined ? [] : [{ range: text.range({ from, to: lineEnd }), newText: `${number}. ` }];
}

/**
 * Whether a number alone on its line may be the last word of the text above it, as a sentence ends in *57.*: no blank line
 * parts them, and the line above has not the number before it.
 */
function isLastWord(number: string | undefined, above: string): boolean {
  if (number === undefined || above.trim() === '') return false;
  const before = /^[ \t\u00a0]*[SR]?(\d{1,3})[.)\s]/.exec(above)?.[1];
  return before === undefined || ![0, 1].includes(Number(number) - Number(before));
}

/** The curly mark for a straight one before an offset; nothing where it is no mark of the text. */
function curlyMark({ document }: Report, offset: number, marks: '‘’' | '“”'): string | undefined {
  const typed = document.source.charAt(offset - 1);
  const index = blockIndexAt(document, offset - 1) ?? -1;
  const kind = document.blocks[index]?.kind;
  if (kind === 'frontMatter' || kind === 'comment' || (typed !== '"' && typed !== "'")) return undefined;
  const before = document.source.slice(Math.max(document.starts[index] ?? 0, offset - farthest), offset - 1);
  if (/<!--(?:(?!-->)[\s\S])*$|\]\([^)]*$|^#.*\{[^}]*$/.test(before)) return undefined; // in a comment, a target or braces
  const open = openMarks(before).at(-1);
  const [outer, inner] = marks === '‘’' ? (['‘', '“'] as const) : (['“', '‘'] as const);
  if (!/[^\s([{‘“–—/-]$/u.test(before)) return open === outer ? inner : outer;
  if (typed === "'" || open === '‘') return '’';
  return open === '“' ? '”' : marks.charAt(1);
}

/** The opening marks before which nothing has closed the others; `’` within a word is an apostrophe. */
function openMarks(before: string): string[] {
  const open: string[] = [];
  for (const [mark] of before.matchAll(/[‘“”]|’(?!\p{L})/gu)) {
    if (mark === '‘' || mark === '“') open.push(mark);
    else if (open.at(-1) === (mark === '”' ? '“' : '‘')) open.pop();
  }
  return open;
}

/** So many characters before the cursor are looked at: a paragraph may be one line, however long. */
const farthest = 1000;

/** The number after the paragraph that ends at an offset, unless it announces a list. */
function numberAfter(report: Report, end: number, offset: number): string | undefined {
  const { document, paragraphs } = report;
  const block = blockIndexAt(document, Math.max(0, end - 1));
  if (block === undefined || /[:：]\s*$/.test(document.source.slice(Math.max(0, end - 9), end))) return undefined;
  const paragraph = paragraphs.find(own => own.block <= block && block < own.blockEnd);
  if (paragraph?.series === undefined || paragraph.number === undefined) return undefined;
  return nextNumber(report, paragraph.series, offset);
}
