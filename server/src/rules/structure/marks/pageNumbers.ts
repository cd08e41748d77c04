import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Block } from '../../../syntax/block.ts';
import type { Finding } from '../../rule.ts';

const textKinds: ReadonlySet<Block['kind']> = new Set(['plain', 'numbered', 'bullet', 'footnote', 'heading']);

/** A page’s number at the end of a text that went on to the next page, or in the middle of a sentence that did. */
export function* pageNumbers({ document }: Report): Iterable<Finding> {
  for (const { block, start, places } of blocksWith(document, pageWords)) {
    if (!textKinds.has(block.kind)) continue;
    for (const from of places) {
      if (from === start + block.start) continue;
      const [written = ''] = /^Page \d{1,3}(?: of \d{1,3})?/.exec(document.source.slice(from, from + 16)) ?? [];
      yield { from, to: from + written.length, message: 'A page’s number is left here. Take it out.' };
    }
  }
}

function* pageWords(text: string): Iterable<number> {
  for (let at = text.indexOf('Page '); at >= 0; at = text.indexOf('Page ', at + 1)) if (isLeft(text, at)) yield at;
}

/** Whether a page’s number that stands at an offset is none that the sentence gives: *see Page 4*. */
function isLeft(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  const after = text.slice(at, at + 24);
  if (/^Page \d{1,3} of \d{1,3}[ \t]*(?:[\r\n]|$)/.test(after)) return /[.!?)’”\]]\s$/.test(before);
  if (/(?:see|on|at|of|in|to|from|and) $/i.test(before)) return false;
  if (/^Page \d{1,3} of \d{1,3} [\p{L}\d]/u.test(after)) return /[\p{L}\d.,;)] $/u.test(before);
  return /^Page \d{1,3} \p{Ll}/u.test(after) && /\p{Ll} $/u.test(before);
}
