import { markdownLines } from './markdownLines.ts';
import type { Source, SourceLine } from './source.ts';

/**
 * The lines of a text that some extractor made of a report. Form feeds part its pages; where there are none, an extractor
 * may have left a single space before each page's first line.
 */
export function textSource(text: string, isMarkdown = false): Source {
  const pages = text.replace(/^\ufeff/, '').split('\f');
  const lines: SourceLine[] = [];
  let number = 1;
  pages.forEach((page, i) => {
    const pageLines = page.split(/\r\n|\r|\n/);
    // A form feed stands within a line: what follows it on the next page is the same line of the file.
    pageLines.forEach((line, j) => {
      lines.push({ page: i + 1, line: number + j, text: line });
    });
    number += pageLines.length - 1;
  });
  const source = pages.length > 1 ? lines : bySpaces(lines);
  return { format: 'text', lines: isMarkdown ? markdownLines(source) : source, remarks: [] };
}

/** Pages by the single space before their first lines: a few lines begin so, right under another line, and most do not. */
function bySpaces(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isTop = ({ text }: SourceLine) => /^ \S/.test(text);
  const written = lines.filter(({ text }) => text.trim() !== '');
  const tops = written.filter(isTop).length;
  const indented = written.filter(({ text }) => /^[ \t]{2}/.test(text)).length;
  if (tops < 3 || tops > written.length / 10 || indented > written.length / 20) return lines;
  let page = 0;
  return lines.map(line => {
    if (isTop(line)) page++;
    return { ...line, page: Math.max(1, page) };
  });
}
