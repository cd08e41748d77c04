import type { Random } from './random.ts';

/** Words with two neighbouring letters of their longest word exchanged, not its first. */
export function withSlip(words: string, random: Random): string {
  const longest = words.match(/\p{L}+/gu)?.reduce((long, word) => (word.length > long.length ? word : long), '') ?? '';
  const at = words.indexOf(longest);
  const letters = [...longest];
  const places = letters.flatMap((letter, i) =>
    i > 0 && i + 1 < letters.length && letter !== letters[i + 1] ? [i] : [],
  );
  const i = random.oneOf(places);
  if (i === undefined) return words.slice(0, at) + longest + longest.slice(-1) + words.slice(at + longest.length);
  const slipped = longest.slice(0, i) + longest.charAt(i + 1) + longest.charAt(i) + longest.slice(i + 2);
  return words.slice(0, at) + slipped + words.slice(at + longest.length);
}
