import { dateSide } from '../figures/dateSide.ts';
import type { WrittenDate } from '../figures/figure.ts';
import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import { idsOf } from '../words/wordIds.ts';

/** A date as it is compared; *the year to April 2023* is another, and so is *by April 2023*. (*Children looked after, 2016* is not.) */
export function dateKey(prose: Prose, date: WrittenDate): string {
  const { year, month, day, first, last } = date;
  const isOfTwoYears = month === undefined && last > first + 1;
  return `${year}${isOfTwoYears ? '/' : ''}-${month ?? ''}-${day ?? ''}-${isBlankGap(prose, first - 1) ? dateSide(prose, date) : 0}`;
}

const units: ReadonlyMap<number, number> = new Map([
  ...Object.values(idsOf('million', 'millions', 'm')).map(id => [id, 1e6] as const),
  ...Object.values(idsOf('thousand', 'thousands', '000', '000s', 'k')).map(id => [id, 1e3] as const),
  ...Object.values(idsOf('billion', 'billions', 'bn')).map(id => [id, 1e9] as const),
]);

/** By how much the words of a label multiply the numbers of a table: *£ million*. */
export function scaleIn(prose: Prose): number | undefined {
  for (let at = 0; 3 * at < prose.words.length; at++) {
    const scale = units.get(idAt(prose, at));
    if (scale !== undefined) return scale;
  }
  return undefined;
}

/** Whether a label, with the marks beside its words, speaks of a sum of money. */
export function isOfMoney({ text, words }: Prose): boolean {
  return /[£$€]/.test(text.slice(Math.max(0, (words[0] ?? 0) - 2), words[words.length - 2] ?? 0));
}

const shares = new Set(Object.values(idsOf('percentage', 'proportion', 'share', 'cent', 'percent')));

/** Whether a label speaks of a share. */
export function isOfShares(prose: Prose): boolean {
  const { text, words } = prose;
  const from = words[0] ?? 0;
  if (/%/.test(text.slice(Math.max(0, from - 2), (words[words.length - 2] ?? from) + 3))) return true;
  for (let at = 0; 3 * at < words.length; at++) if (shares.has(idAt(prose, at))) return true;
  return false;
}
