import type { Document } from '../syntax/document.ts';
import { type ListedNumbers, numbersOf } from '../syntax/numberList.ts';
import { append } from '../text/lists.ts';
import type { Paragraph } from './paragraph.ts';
import type { NumberPlace, Reference } from './reference.ts';

/** All references of a document in order: in words, as links, and footnote marks. Tags are no references. */
export function referencesOf(document: Document, paragraphs: readonly Paragraph[]): Reference[] {
  const references: Reference[] = [];
  let at = 0;
  document.blocks.forEach(({ inlines }, block) => {
    if (inlines.references.length + inlines.links.length + inlines.footnoteMarks.length === 0) return;
    const base = document.starts[block] ?? 0;
    while (at < paragraphs.length && (paragraphs[at]?.blockEnd ?? 0) <= block) at++;
    const paragraph = (paragraphs[at]?.block ?? Infinity) <= block ? at : undefined;
    const first = references.length;
    for (const { kind, from, to, items, loose } of inlines.references) {
      references.push({
        kind,
        from: base + from,
        to: base + to,
        targets: numbersOf(items),
        numbers: numberPlaces(items, base),
        loose: loose.map(span => ({ from: base + span.from, to: base + span.to })),
        block,
        paragraph,
      });
    }
    for (const link of inlines.links)
      references.push(plain('link', base + link.from, base + link.to, link.target, block, paragraph));
    for (const mark of inlines.footnoteMarks)
      references.push(plain('footnote', base + mark.from, base + mark.to, mark.name, block, paragraph));
    if (references.length - first > 1)
      append(
        references,
        references.splice(first).sort((a, b) => a.from - b.from),
      );
  });
  return references;
}

/** The places of listed numbers, as offsets of the text. */
export function numberPlaces(items: readonly ListedNumbers[], base: number): NumberPlace[] {
  return items.map(({ first, last, firstSpan, lastSpan }) => ({
    first,
    last,
    firstSpan: { from: base + firstSpan.from, to: base + firstSpan.to },
    lastSpan: { from: base + lastSpan.from, to: base + lastSpan.to },
  }));
}

function plain(
  kind: 'link' | 'footnote',
  from: number,
  to: number,
  target: string,
  block: number,
  paragraph: number | undefined,
): Reference {
  return { kind, from, to, targets: [target], numbers: [], loose: [], block, paragraph };
}
