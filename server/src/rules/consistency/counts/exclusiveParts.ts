import type { Figure } from '../../../model/figures/figure.ts';
import type { FiguredBlock } from '../../../model/figures/figures.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';

/**
 * Of two parts only those that exclude each other, and are more than the whole: *six have been addressed and three in
 * part*.
 */
export function areContrary(
  { text }: FiguredBlock['prose'],
  whole: Figure,
  [first, second]: readonly Figure[],
  { to }: ProseSentence,
): boolean {
  if (first === undefined || second === undefined || first.value + second.value <= whole.value) return false;
  const rest = text.slice(second.to, to);
  if (/\b(?:not|waiting|pending|partly|in part|partially|outstanding|yet|still|under way)\b/.test(rest)) return true;
  const own = text.slice(first.to, second.from);
  return exclusive.some(([a, b]) => (a.test(own) && b.test(rest)) || (b.test(own) && a.test(rest)));
}

/** What one and the same cannot be. */
const exclusive: readonly (readonly [RegExp, RegExp])[] = [
  [/\bpermanent/i, /\b(?:agency|agencies|temporary|interim|locum|vacant)\b/i],
  [/\badopt(?:ed|ion|ions)\b/i, /\bspecial guardianship\b/i],
  [/\bboys\b/i, /\bgirls\b/i],
  [/\b(?:men|male)\b/i, /\b(?:women|female)\b/i],
  [/\bfull-time\b/i, /\bpart-time\b/i],
  [/\b(?:in-house|internal)\b/i, /\b(?:independent|external|private|agency|agencies)\b/i],
  [/\b(?:inside|within)\b/i, /\boutside\b/i],
  [/\b(?:in time|on time|timely)\b/i, /\b(?:late|overdue|delayed)\b/i],
];
