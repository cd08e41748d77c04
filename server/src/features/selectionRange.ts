import type { SelectionRange } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import type { Span } from '../text/text.ts';

/** Around an offset what an author may want to select, from the sentence over the paragraph and its sections to all. */
export function selectionRange(report: Report, offset: number): SelectionRange {
  const { source } = report.document;
  const spans: Span[] = [{ from: 0, to: source.length }];
  const narrow = (span: Span): void => {
    const around = spans.at(-1) as Span;
    const isWithin = span.from >= around.from && span.to <= around.to && span.to - span.from < around.to - around.from;
    if (isWithin && span.from <= offset && offset <= span.to) spans.push(span);
  };
  for (const section of report.sections) {
    narrow({ from: section.heading.from, to: section.to });
    narrow(section.heading);
    narrow(section.titleSpan);
  }
  for (const paragraph of report.paragraphs) {
    if (paragraph.from > offset || paragraph.to < offset) continue;
    narrow(paragraph);
    narrow(paragraph.content);
    for (const sentence of sentences(source, paragraph.content)) narrow(sentence);
  }
  const [outermost, ...inner] = spans as [Span, ...Span[]];
  return inner.reduce<SelectionRange>((parent, span) => ({ range: report.text.range(span), parent }), {
    range: report.text.range(outermost),
  });
}

/** Where a sentence ends: at a full stop or the like, before a capital letter, a digit, a quotation mark or a bracket. */
const sentenceEnd = /[.!?][’”"')\]]*(\s+)(?=[\p{Lu}\d‘“"'([])/gu;

function sentences(source: string, { from, to }: Span): Span[] {
  const found: Span[] = [];
  let start = from;
  for (const { index, 0: end, 1: blank = '' } of source.slice(from, to).matchAll(sentenceEnd)) {
    found.push({ from: start, to: from + index + end.length - blank.length });
    start = from + index + end.length;
  }
  found.push({ from: start, to });
  return found;
}
