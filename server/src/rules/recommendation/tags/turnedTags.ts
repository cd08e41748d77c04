import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import { isCommented } from '../../../syntax/document.ts';
import { matchAt, standsAt } from '../../../text/matchAt.ts';
import type { Finding } from '../../rule.ts';
import { misreadTag } from './misreadTag.ts';

/** *(3rd Recommendation)*: its number stands before its word. */
export function* turnedTags({ document }: Report): Iterable<Finding> {
  for (const { places } of blocksWith(document, turnedIn)) {
    for (const from of places) {
      if (isCommented(document, from)) continue;
      const [written = '', number, word] = matchAt(turned, document.source, from) ?? [];
      const place = { from, to: from + written.length };
      yield misreadTag(place, 'its number stands before its word', `(${word} ${number})`, false);
    }
  }
}

const turned = /\((?:the )?(\d{1,2})(?:st|nd|rd|th)? ([Rr]ecommendation)\)/y;

const turnedIn = new MarkSearch('(', (text, from) => {
  // A digit, or the first letter of *the*.
  if (!/[\dt]/.test(text.charAt(from + 1))) return -1;
  return standsAt(turned, text, from) ? from : -1;
});
