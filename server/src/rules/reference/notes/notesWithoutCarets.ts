import { blocksWhere } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Document } from '../../../syntax/document.ts';
import type { Span } from '../../../text/text.ts';
import { moreLikeIt } from '../../messages/moreLikeIt.ts';
import type { Finding } from '../../rule.ts';

/** Notes of which neither the marks nor the texts have a caret: *schools.[1]* and *[1]: In September.* One finding. */
export function* notesWithoutCarets({ document, footnotes }: Report): Iterable<Finding> {
  const { source } = document;
  const found: Span[] = [];
  for (const index of blocksWhere(document, beginsWithNumber)) {
    const from = beginOf(document, index);
    const [, name = ''] = bracketed.exec(source.slice(from, from + longestBegin)) ?? [];
    if (footnotes.some(own => own.name === name)) continue;
    const mark = source.indexOf(`[${name}]`);
    if (mark !== from && /[\p{L}\d.,;!?’”)]/u.test(source.charAt(mark - 1)))
      found.push({ from, to: from + name.length + 2 });
  }
  const [first, ...others] = found;
  if (first === undefined) return;
  yield {
    ...first,
    message: `This is not read as a note’s text, nor its mark as one${moreLikeIt(others)}. Write “[^1]” for “[1]”.`,
    related: others.map(place => ({ ...place, message: 'Nor is this.' })),
  };
}

const bracketed = /^\[(\d{1,2})\]:?[ \t]{1,4}\S/;

/** A number with its brackets, colon and blanks, and the first sign after them, is no longer. */
const longestBegin = 12;

/** Whether a paragraph begins with a number in brackets. */
function beginsWithNumber(document: Document, index: number): boolean {
  if (document.blocks[index]?.kind !== 'plain') return false;
  const from = beginOf(document, index);
  return document.source.charAt(from) === '[' && bracketed.test(document.source.slice(from, from + longestBegin));
}

function beginOf({ starts, blocks }: Document, index: number): number {
  return (starts[index] ?? 0) + (blocks[index]?.start ?? 0);
}
