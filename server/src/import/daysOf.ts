import { type Interval, intervalOf } from '../model/metadata.ts';
import { datesIn } from './dates.ts';

/** A day, or what there is of one whose month and year stand behind another. */
const day = /^(?:\d{1,2}(?:st|nd|rd|th)?(?: \p{L}+)?(?:,? \d{4})?|\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)$/iu;

/** The day or days that somebody means who writes *6 to 30 November 2017*; nothing where anything else is said besides. */
export function daysOf(words: string): Interval | undefined {
  const said = words.replace(/\s+/g, ' ').trim();
  const days = said.split(/ (?:to|until) | ?[–—] ?| - |(?<=[^\d]|\b\d\d?)-(?=\d\d? \p{L})/u);
  if (days.length > 2 || !days.every(each => day.test(each))) return intervalOf(said);
  const dates = datesIn(days.join(' to '));
  return dates.length === days.length ? intervalOf(dates.join('/')) : undefined;
}
