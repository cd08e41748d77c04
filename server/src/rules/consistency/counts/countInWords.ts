const smallNumbers = 'no one two three four five six seven eight nine'.split(' ');

/** A count as running text has it: small ones in words. */
export function countInWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}
