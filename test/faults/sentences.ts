import type { Span } from '../../server/src/text/text.ts';
import { type GoodReport, type Paragraph, textOf } from './goodReport.ts';

/** A sentence of a report in one line, without what ties it to others: a tag, a note's mark. */
export interface Sentence extends Span {
  readonly words: string;
}

/** The whole sentences of a span of running text; none of a paragraph with a list, whose sentences are not whole. */
export function sentencesIn(report: GoodReport, span: Span): Sentence[] {
  const text = textOf(report, span);
  if (/\n *[-|]|<!--/.test(text)) return [];
  return [...text.matchAll(/(?<=^|[.!?]\s+)\p{Lu}[^.!?]{20,}\.(?=\s|$)/gu)].flatMap(({ 0: written, index }) =>
    /[()[\]‘’“”:;]s?[^\p{L}]|\d\.$/u.test(written)
      ? []
      : [{ from: span.from + index, to: span.from + index + written.length, words: inOneLine(written) }],
  );
}

/** Words without the lines' ends between them. */
export function inOneLine(written: string): string {
  return written.replace(/(?<=\p{L}-)\s*\n\s*/gu, '').replace(/\s+/g, ' ');
}

/** How many words there are. */
export function wordCount(words: string): number {
  return words.split(' ').length;
}

/** The numbered paragraphs that are no recommendations. */
export function findingsOf({ paragraphs }: GoodReport): Paragraph[] {
  return paragraphs.filter(({ heading }) => !/^Recommendations/.test(heading?.title ?? ''));
}

/** The sentences of all findings, each with its paragraph. */
export function findingSentences(report: GoodReport): (Sentence & { readonly paragraph: Paragraph })[] {
  return findingsOf(report).flatMap(paragraph =>
    sentencesIn(report, { from: paragraph.textFrom, to: paragraph.to }).map(own => ({ ...own, paragraph })),
  );
}

/** The end of the first paragraph of what sums the report up: its summary, or what stands above its first section. */
export function summaryEnd({ headings, source }: GoodReport): number | undefined {
  const heading = headings.find(({ title }) => /^(?:Executive summary|Summary|Inspection outcome)$/.test(title));
  const from = heading?.to ?? source.search(/(?<=\|\n)\n(?=\p{Lu}[^\n|]{100})/u);
  const first = headings.find(({ level }) => level === 2)?.from ?? 0;
  if (heading === undefined && (from < 0 || from > first)) return undefined;
  const end = source.indexOf('\n\n', from + 2);
  return end < 0 || source.charAt(end - 1) !== '.' ? undefined : end;
}
