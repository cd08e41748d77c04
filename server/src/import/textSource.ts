import { partedFurniture } from './joinedFurniture.ts';
import { markdownLines } from './markdownLines.ts';
import { withoutPageLabels } from './pageLabels.ts';
import { withoutSoftHyphens } from './softHyphens.ts';
import type { Source, SourceLine } from './source.ts';

/**
 * The lines of a text that some extractor made of a report. Form feeds part its pages; where there are none, an extractor
 * may have left a single space before each page's first line.
 */
export function textSource(text: string, isMarkdown = false): Source {
  // What has no width says where a line may end, and is no part of a word.
  const pages = text.replace(/[\ufeff\u200b\u2060]/g, '').split('\f');
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
  const whole = withoutSoftHyphens(lines);
  const source = pages.length > 1 ? whole : bySpaces(whole);
  return {
    format: 'text',
    lines: isMarkdown ? markdownLines(source) : partedFurniture(partedCover(withoutPageLabels(source))),
    remarks: [],
  };
}

/** A cover whose lines an extractor has joined, parted before its labels. */
function partedCover(lines: readonly SourceLine[]): readonly SourceLine[] {
  const at = lines.slice(0, longestCover).findIndex(({ text }) => coverLabel.test(text));
  const line = lines[at];
  if (line === undefined) return lines;
  const parts = line.text.split(coverLabel).filter(part => part.trim() !== '');
  return [...lines.slice(0, at), ...parts.map(text => ({ ...line, text })), ...lines.slice(at + 1)];
}

/** A cover’s lines, blank ones included, at most. */
const longestCover = 60;

/** What begins a line of a cover, with words of another line before it. */
const coverLabel = /(?<=\S )(?=(?:Inspection dates?|Dates? of inspection|Report published|Lead inspector): )/;

/** Pages by the single space before their first lines: a few lines begin so, right under another line, and most do not. */
function bySpaces(lines: readonly SourceLine[]): readonly SourceLine[] {
  const isTop = ({ text }: SourceLine) => /^ \S/.test(text);
  const written = lines.filter(({ text }) => text.trim() !== '');
  const tops = written.filter(isTop).length;
  const indented = written.filter(({ text }) => /^[ \t]{2}/.test(text)).length;
  // Where pages have their numbers on lines of their own, the spaces say something else.
  const numbers = written.filter(({ text }) => /^\s*\d{1,3}\s*$/.test(text)).length;
  if (tops < 3 || tops > written.length / 10 || indented > written.length / 20 || numbers > tops / 4) return lines;
  let page = 0;
  return lines.map(line => {
    if (isTop(line)) page++;
    return { ...line, page: Math.max(1, page) };
  });
}
