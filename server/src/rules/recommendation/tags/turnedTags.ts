import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';
import { misreadTag } from './misreadTag.ts';

/** *(3rd Recommendation)*: its number stands before its word. */
export function* turnedTags({ document }: Report): Iterable<Finding> {
  for (const { places } of blocksWith(document, turnedIn)) {
    for (const from of places) {
      turned.lastIndex = from;
      const [written = '', number, word] = turned.exec(document.source) ?? [];
      const place = { from, to: from + written.length };
      yield misreadTag(place, 'its number stands before its word', `(${word} ${number})`, false);
    }
  }
}

const turned = /\((?:the )?(\d{1,2})(?:st|nd|rd|th)? ([Rr]ecommendation)\)/y;

function* turnedIn(text: string): Iterable<number> {
  for (let from = text.indexOf('('); from >= 0; from = text.indexOf('(', from + 1)) {
    const unit = text.charCodeAt(from + 1);
    // A digit, or the first letter of *the*.
    if (unit !== 116 && (unit < 48 || unit > 57)) continue;
    turned.lastIndex = from;
    if (turned.test(text)) yield from;
  }
}
