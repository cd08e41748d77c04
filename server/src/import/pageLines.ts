import type { Framework } from '../model/framework.ts';
import { breaksIn, printedTitles } from './pageBreaks.ts';
import { numberedPages, withoutNumbersInSentences } from './pageNumbers.ts';
import type { Source, SourceLine } from './source.ts';

/** A source of whole pages, its lines parted as print has them. */
export interface PartedPages {
  readonly source: Source;
  /** Of each line, the place of the line that it is a part of. */
  readonly origins: readonly number[];
}

/** A line longer than this is no paragraph but a page, or the document. */
const longestParagraph = 1500;

/**
 * Parts the lines of a text in which a whole page stands on each, or the document on one, as sites that show documents give
 * their words: before and after titles and grades, before bullets, notes and the numbers of judgements. Nothing if the lines
 * are print's own or paragraphs.
 */
export function partedPages(source: Source, frameworks: readonly Framework[]): PartedPages | undefined {
  if (source.format !== 'text') return undefined;
  if (!areLongerThan(source.lines, longestParagraph)) return partedSentences(source);
  const pages = numberedPages(source.lines);
  const titles = printedTitles(frameworks);
  const lines: SourceLine[] = [];
  const origins: number[] = [];
  let above = 0;
  for (const { line, origin } of pages) {
    const breaks = line.look?.furniture === undefined ? breaksIn(line.text, titles, above) : [];
    above += line.text.trim().length;
    for (const [i, from] of [0, ...breaks].entries()) {
      lines.push({ ...line, text: line.text.slice(from, breaks[i]) });
      origins.push(origin);
    }
  }
  return { source: { ...source, lines }, origins };
}

/** A source without pages, the numbers of pages set apart that stand within its sentences. */
function partedSentences(source: Source): PartedPages | undefined {
  if ((source.lines.at(-1)?.page ?? 1) > 1) return undefined;
  const parts = withoutNumbersInSentences(source.lines);
  if (parts.length === source.lines.length) return undefined;
  return { source: { ...source, lines: parts.map(({ line }) => line) }, origins: parts.map(({ origin }) => origin) };
}

/** Whether most of a text stands on lines longer than so many characters. */
function areLongerThan(lines: readonly SourceLine[], length: number): boolean {
  let all = 0;
  let long = 0;
  for (const { text } of lines) {
    const own = text.trim().length;
    all += own;
    if (own > length) long += own;
  }
  return long > all * 0.6;
}
