import { isDate } from '../model/metadata.ts';
import type { Report } from '../model/report.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Finding } from './rule.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const anyMonth = months.join('|');
/** A day, a word with a capital, and a year; a word with a capital and a year after a word of time; a month and what is no year. */
const datePattern = new RegExp(
  String.raw`(?<![\d.])(\d{1,3})(?:st|nd|rd|th)?[ \u00a0](?:of )?(\p{Lu}\p{Ll}{2,10})[ \u00a0,]{1,2}((?:19|20)\d\d)(?!\d)|(?<=\b(?:in|since|by|until|from|during|to|between) )(\p{Lu}\p{Ll}{4,10})[ \u00a0]((?:19|20)\d\d)(?!\d)|(?<=(?<!\p{L})(?:${anyMonth})[ \u00a0])(\d{5,6}(?![\d%,])|\d{3}(?![\d%,]|[ \u00a0]\p{L}))`,
  'gu',
);

const threeDigits = /\d{3}/;

/** Whether a block has what could be a date. */
export function mayHoldDate({ document: { source, blocks, starts } }: Report, block: number): boolean {
  const start = starts[block] ?? 0;
  return threeDigits.test(source.slice(start, start + (blocks[block]?.end ?? 0)));
}

/** Days that are in no calendar, and months and years that are none. */
export function* impossibleDates(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'frontMatter' || block.kind === 'comment') continue;
    const start = starts[i] ?? 0;
    const text = source.slice(start, start + block.end);
    if (!threeDigits.test(text)) continue;
    for (const { 0: written, 1: day, 2: dayMonth, 3: dayYear, 4: alone, 6: odd, index } of text.matchAll(datePattern)) {
      const from = start + index;
      const month = dayMonth ?? alone;
      if (odd !== undefined) {
        yield { from, to: from + odd.length, severity: 'warning', message: `“${odd}” is no year. Correct it.` };
        continue;
      }
      if (month === undefined) continue;
      const at = months.indexOf(month);
      if (at < 0) {
        const meant = monthMeant(month);
        if (meant === undefined) continue;
        const place = { from: from + written.indexOf(month), to: from + written.indexOf(month) + month.length };
        const message = `“${month}” is no month. Is *${meant}* meant?`;
        yield { ...place, severity: 'warning', message };
        continue;
      }
      if (day === undefined || dayYear === undefined) continue;
      if (isDate([dayYear, ...[at + 1, Number(day)].map(part => String(part).padStart(2, '0'))].join('-'))) continue;
      yield { from, to: from + written.length, message: 'There is no such day in the calendar. Correct the date.' };
    }
  }
}

/** The month whose name a word nearly is; of short ones nearly is another word. */
function monthMeant(word: string): string | undefined {
  const most = word.length < 6 ? 1 : 2;
  return months.find(month => month.length > 4 && editDistance(month, word, most + 1) <= most);
}
