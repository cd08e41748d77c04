const under = /\s+(?:of(?!\s+this\s+report\b)|in|to|under)\b/y;
const possessive = /(?:['’]s|s['’]|\b(?:my|our|your|his|her|its|their|whose))\s+$/i;

/** The longest stretch of text, indentation included, in which a possessive is looked for. */
const longestPossessive = 64;

/**
 * Whether *of*, *in*, *to* or *under* follows at an offset, but not *of this report*: the numbers before it are another
 * document's.
 */
export function speaksOfElsewhere(text: string, at: number): boolean {
  under.lastIndex = at;
  return under.test(text);
}

/**
 * Whether a possessive ends before an offset, `from` being where the text begins: *the board’s recommendation 3* is not
 * ours.
 */
export function followsPossessive(text: string, from: number, at: number): boolean {
  return possessive.test(text.slice(Math.max(from, at - longestPossessive), at));
}
