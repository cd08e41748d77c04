import { smallNumbers } from '../../../text/phrases.ts';

const inWords = ['no', ...smallNumbers.slice(1, 10)];

/** A count as running text has it: small ones in words. */
export function countInWords(count: number): string {
  return inWords[count] ?? String(count);
}
