import { months as monthNames } from '../model/dateInWords.ts';

const months = monthNames.map(name => name.toLowerCase());

const day =
  /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+(\p{L}+))?(?:,?\s+(\d{4}))?\b|\b(\p{L}+)\s+(\d{1,2}),\s+(\d{4})\b/giu;

/** The days named in some words, in ISO form: `6 November – 30 November 2017`; one without month or year has the next one’s. */
export function datesIn(words: string): string[] {
  const found: string[] = [];
  let month: number | undefined;
  let year: string | undefined;
  for (const match of [...words.matchAll(day)].reverse()) {
    const [, d1, m1, y1, y2, m2, d2, d3, name, y3, name4, d4, y4] = match;
    if (y1 !== undefined) found.unshift(iso(y1, Number(m1), d1));
    else if (y2 !== undefined) found.unshift(iso(y2, Number(m2), d2));
    else {
      const named = months.indexOf((name ?? name4 ?? '').toLowerCase()) + 1;
      if (named > 0) month = named;
      else if ((name ?? name4 ?? 'to').toLowerCase() !== 'to') continue;
      year = y3 ?? y4 ?? year;
      if (month !== undefined && year !== undefined) found.unshift(iso(year, month, d3 ?? d4));
    }
  }
  return found.filter(date => /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date));
}

function iso(year: string, month: number, dayOfMonth: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${(dayOfMonth ?? '').padStart(2, '0')}`;
}
